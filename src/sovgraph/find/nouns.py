"""Places of single words in a text: a plain search for each, because most papers hold few of them."""

from collections.abc import Iterable, Iterator


def places(text: str, words: Iterable[str]) -> list[tuple[int, str]]:
    """(start, word) of every place, in order, where a word ends; what stands before it may belong to it.

    Words are given in small letters; with a capital first letter they are found, too.
    """
    found = [place for word in words for form in (word, word[0].upper() + word[1:]) for place in _all(text, form)]
    return sorted(found)


def _all(text: str, form: str) -> Iterator[tuple[int, str]]:
    at = text.find(form)
    length = len(form)
    word = form.lower()
    while at >= 0:
        end = at + length
        if end >= len(text) or not (text[end].isalnum() or text[end] == "-" or text[end] == "_"):
            yield at, word
        at = text.find(form, end)


def begins_word(text: str, start: int) -> bool:
    """Whether no letter, digit or hyphen stands right before."""
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "-_")
