"""Words of a text as search sees them: folded, with their places, and the stem of each."""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sovgraph.errors import ConfigError

_WORD = re.compile(r"(?<![^\W_])\d{2}[ .\u00a0\u2009\u202f]\d{3}(?![^\W_])|(?:[^\W_]|[\u0300-\u036f\u00ad])+")
""" "32 317" and "32.317" are one word, as "32317" is; a soft hyphen and a loose accent belong to their word."""

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "\u00ad": None})
_FINAL = {"v": "f", "z": "s"}
_LOCK = threading.Lock()
LONGEST = 64
"""Letters of a word that count; more is no word."""


class Word(NamedTuple):
    """A folded word and where it stands in the text."""

    form: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words in order. `text[w.start:w.end]` is the word as written."""
    for match in _WORD.finditer(text):
        form = fold(match[0])
        if form:
            yield Word(form, match.start(), match.end())


def forms(text: str) -> list[str]:
    """The folded words alone."""
    return [word.form for word in words(text)]


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Small letters without accents; of a number only the digits ("32 317" gives "32317")."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if letter.isalnum())[:LONGEST]


def compact(text: str) -> str:
    """All letters and digits in a row, by which numbers are found however they are spaced: "32317qc"."""
    return "".join(forms(text))


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """The Dutch stem of a folded word; a word with a digit is its own.

    Of the two Snowball algorithms for Dutch the older (Porter) is taken: the newer gives "maatregel" and
    "maatregelen", "antwoord" and "antwoorden" different stems, and "minister" that of "mini". What it leaves apart
    is joined here: "motie" and "moties", "brief" and "brieven", "stikstof" and "stikstoffen".
    """
    if len(form) < 3 or not form.isalpha():
        return form
    with _LOCK:  # the stemmer keeps the word it works on in itself
        found = str(_stemmer().stemWord(form.removesuffix("s") if form.endswith("ies") and len(form) > 4 else form))
    if len(found) > 3:
        found = found[:-1] + _FINAL.get(found[-1], found[-1])
        if found[-1] == found[-2] and found[-1] not in "aeiou":
            found = found[:-1]
    return found or form


@cache
def _stemmer() -> Any:
    try:
        import snowballstemmer
    except ImportError as error:
        raise ConfigError("search needs a stemmer that isn't installed; run: pip install 'sovgraph[web]'") from error
    return snowballstemmer.stemmer("dutch_porter")
