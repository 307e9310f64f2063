"""How alike two texts are, for questions that an answer repeats with small changes."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from rapidfuzz import fuzz

_MARKS = re.compile(r"[^\w?]+")
LONGEST = 6_000
_HEAD = 40
_COMMON = 30


def plain(text: str) -> str:
    """Letters, figures and question marks alone: line ends, quotes and marks make no difference."""
    return _MARKS.sub(" ", text[:LONGEST]).strip().lower()


def alike(first: str, second: str) -> float:
    """0 to 100, of texts made `plain` before."""
    return float(fuzz.ratio(first, second))


class Candidates:
    """Finds the few texts that begin much like another one, without comparing it to each of them.

    Two words in a row that both texts have among their first ones make a candidate; pairs of words that many texts
    have tell nothing and are left out.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._places: dict[tuple[str, str], list[int]] = {}
        for index, text in enumerate(texts):
            for pair in _pairs(text):
                self._places.setdefault(pair, []).append(index)

    def like(self, text: str, most: int = 6) -> list[int]:
        """Indexes of the texts that share most with it, best first."""
        counts: Counter[int] = Counter()
        for pair in _pairs(text):
            places = self._places.get(pair, [])
            if len(places) <= _COMMON:
                counts.update(places)
        return [index for index, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]]


def _pairs(text: str) -> set[tuple[str, str]]:
    words = text[: _HEAD * 20].split()[:_HEAD]
    return set(pairwise(words))
