"""How alike two texts are, for questions that an answer repeats with small changes."""

import re

from rapidfuzz import fuzz

_MARKS = re.compile(r"[^\w?]+")
LONGEST = 6_000


def plain(text: str) -> str:
    """Letters, figures and question marks alone: line ends, quotes and marks make no difference."""
    return _MARKS.sub(" ", text[:LONGEST]).strip().lower()


def alike(first: str, second: str) -> float:
    """0 to 100, of texts made `plain` before."""
    return float(fuzz.ratio(first, second))
