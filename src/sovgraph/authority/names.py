"""Folding of names, so that spellings of one name compare equal."""

import re
import unicodedata
from functools import lru_cache

_AMPERSAND = re.compile(r"\s*(?:&|\u25a1|\ben\b)\s*")
_DROP = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Lower case, without accents, blanks and punctuation; "&", "□" and "en" are one thing.

    "Immigratie □ Asiel / JBZ-Raad" and "Immigratie en Asiel/JBZ-raad" fold to the same string.
    """
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).casefold()
    return _DROP.sub("", _AMPERSAND.sub("+", plain))
