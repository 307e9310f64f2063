"""Sentences of a view, for finders whose mention is a whole sentence or whose slots must lie in one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_END = re.compile(
    r"[.?!\n](?:(?<!\n)[\"')\]]*(?=\s+[\"'(\[]?[A-ZÀ-Þ\d]|\s*\n|\s*$)"
    r"|(?<=[a-zà-ÿ)\d][.?!])(?=[A-ZÀ-Þ][a-zà-ÿ ])"  # text from PDF: "beantwoord.Ik streef"
    r"|(?<=\n)[^\S\n]*\n)"
)
_SURE_END = re.compile(r"(?<=[a-z]{5})\.(?=\s+[A-Z])")
"""Ends a sentence, whatever stands before that word."""

_NEAR = 2000
"""So far around a place its sentence is looked for before the whole text is split."""

_NO_END = re.compile(
    r"(?:^|[\s(\"'])(?:nrs?|jl|mr|drs|dr|prof|ir|ing|art|blz|p|c\.s|o\.a|a\.s|d\.d|i\.c|m\.b\.t|t\.a\.v|t\.v\.v|bijv|resp|ca"
    r"|evt|incl|excl|Stb|Trb|Stcrt|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)
_LONG_WORD = 5
"""No abbreviation ends in so many small letters."""

_HEADING = re.compile(r"(?:Vraag|Vragen|Antwoord(?:en)?(?:\s+op)?(?:\s+vra(?:ag|gen))?|Mededeling)\b[ \d,en]*\n")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences in order, as offsets of the view."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset, or that begins right behind it."""
        index = bisect_right(self.spans, (offset, len(self.text) + 1)) - 1
        if index >= 0 and offset < self.spans[index][1]:
            return self.spans[index]
        return self.spans[index + 1] if index + 1 < len(self.spans) else (offset, offset)


@lru_cache(maxsize=4)
def sentences_of(text: str) -> Sentences:
    """All sentences of a view text; abbreviations and initials end none."""
    return Sentences(text, tuple(_split(text, 0, len(text))))


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """As `sentences_of(text).at(offset)`, for those who need few sentences of a long text."""
    start, stop = _sure_start(text, offset), min(len(text), offset + _NEAR)
    for first, last in _split(text, start, stop) if start >= 0 else ():
        if last <= offset:
            continue
        if stop == len(text) or text[last:stop].strip():
            return first, last
        break
    return sentences_of(text).at(offset)


def _sure_start(text: str, offset: int) -> int:
    """Where a sentence begins for sure, near before an offset; -1 if nowhere."""
    least = max(0, offset - _NEAR)
    dot = offset
    while (dot := text.rfind(".", least, dot)) >= 0:
        if _SURE_END.match(text, dot):
            return dot + 1
    return -1 if least else 0


def sentences_with(text: str, places: Iterable[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two offsets, or what of them lies there, that hold one of the places, which come in order."""
    done = start
    for place in places:
        if done <= place < end:
            first, last = sentence_at(text, place)
            if first <= place:
                done = min(last, end)
                yield max(first, start), done


def places_in(places: list[int], start: int, end: int) -> list[int]:
    """Those of ordered places that lie in a stretch."""
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _split(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, stop):
        if text[match.start()] == "." and _is_abbreviation(text, start, match.start()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, stop)


def _is_abbreviation(text: str, start: int, dot: int) -> bool:
    """Whether a dot belongs to the word before it."""
    word = text[max(start, dot - _LONG_WORD) : dot]
    if len(word) == _LONG_WORD and word.isalpha() and word.islower():
        return False
    return _NO_END.search(text[max(start, dot - 9) : dot + 1]) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence of a stretch, without blanks and a heading; nothing if that is all."""
    while start < end and text[start].isspace():
        start += 1
    heading = _HEADING.match(text, start, end)
    if heading is not None:
        start = heading.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
