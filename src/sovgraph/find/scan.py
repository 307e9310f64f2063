"""One cheap pass over a text for all literal words that matter, so that exact patterns are tried only near them.

A `Scan` is a pattern with its anchors: short texts in small letters of which every match holds one. An automaton
(Aho-Corasick) finds all anchors of all scans and name lists in one pass; the pattern itself then runs only where
its own anchors stand. The result is that of `Pattern.finditer`, which the engine "plain" still uses: a test
compares the two over real papers and over made ones.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

_ENGINES = ("anchored", "plain")
_ENGINE: ContextVar[str] = ContextVar("sovgraph_find_engine", default="anchored")


@contextmanager
def engine(name: str) -> Iterator[None]:
    """Find with this engine inside the block: "anchored" (the default) or "plain". Raises ValueError for others."""
    if name not in _ENGINES:
        raise ValueError(f"no engine {name!r}; there are {', '.join(_ENGINES)}")
    token = _ENGINE.set(name)
    try:
        yield
    finally:
        _ENGINE.reset(token)


def is_plain() -> bool:
    return _ENGINE.get() == "plain"


class _Literals:
    """All anchors of the process with the owners that want to know where they stand."""

    def __init__(self) -> None:
        self._owners: dict[str, list[int]] = {}
        self._count = 0
        self._automaton: AhoCorasick | None = None
        self._table: list[tuple[int, ...]] = []
        self.version = 0

    def add(self, anchors: Iterable[str]) -> int:
        """A new owner of these anchors; gives its number."""
        owner = self._count
        self._count += 1
        for anchor in dict.fromkeys(anchors):
            if not anchor or anchor != anchor.lower():
                raise ValueError(f"an anchor is a text in small letters, not {anchor!r}")
            self._owners.setdefault(anchor, []).append(owner)
        self._automaton = None
        self.version += 1
        return owner

    def places(self, text: str) -> dict[int, list[int]]:
        """Owner → where its anchors begin in the text, in order, each place once."""
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self._owners))
            self._table = [tuple(owners) for owners in self._owners.values()]
        table = self._table
        found: dict[int, list[int]] = {}
        for literal, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for owner in table[literal]:
                if owner in found:
                    found[owner].append(start)
                else:
                    found[owner] = [start]
        for owner, places in found.items():
            found[owner] = sorted(set(places))
        return found


_LITERALS = _Literals()


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in small letters, with the same offsets."""
    return text.replace("\u0130", "I").lower()


@lru_cache(maxsize=2)
def _places(text: str, version: int) -> dict[int, list[int]]:
    return _LITERALS.places(lowered(text))


class Anchors:
    """A set of literals whose places in a text are found together with all others in one pass."""

    def __init__(self, anchors: Iterable[str]) -> None:
        self._owner = _LITERALS.add(anchors)

    def places(self, text: str) -> list[int]:
        """Where an anchor begins, in order; matched in small letters."""
        return _places(text, _LITERALS.version).get(self._owner, [])


class Scan:
    """A pattern that is tried only near its anchors.

    Every match must hold an anchor that begins at most `back` characters behind the start of the match (0: the
    match begins with it; None: the match begins at the first letter or digit of the word that holds it), and need
    at most `ahead` characters behind the beginning of the anchor to be found. `ahead` bounds only the search: the
    match itself is read without a bound.
    """

    def __init__(
        self,
        pattern: str | re.Pattern[str],
        anchors: Iterable[str],
        *,
        back: int | None = 0,
        ahead: int = 300,
        flags: int = 0,
    ) -> None:
        self.pattern = re.compile(pattern, flags)
        self._anchors = Anchors(anchors)
        self._back = back
        self._ahead = ahead

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As `Pattern.finditer(text, start)`, for matches that begin before `end`."""
        stop = len(text) if end is None else end
        if is_plain():
            return (m for m in self.pattern.finditer(text, start) if m.start() < stop)
        places = self._anchors.places(text)
        if not places:
            return iter(())
        if start > 0:
            places = places[bisect_left(places, start) :]
        return self._near(text, places, start, stop) if self._back else self._at(text, places, start, stop)

    def search(self, text: str) -> re.Match[str] | None:
        """As `Pattern.search`."""
        return next(iter(self.finditer(text)), None)

    def _at(self, text: str, places: list[int], done: int, stop: int) -> Iterator[re.Match[str]]:
        match, whole_word = self.pattern.match, self._back is None
        for place in places:
            if place < done:
                continue
            if place >= stop and not whole_word:
                return
            if whole_word:
                while place > done and text[place - 1].isalnum():
                    place -= 1
            found = match(text, place)
            if found is not None and place < stop:
                yield found
                done = found.end()

    def _near(self, text: str, places: list[int], done: int, stop: int) -> Iterator[re.Match[str]]:
        search, match = self.pattern.search, self.pattern.match
        back, ahead = self._back or 0, self._ahead
        for place in places:
            if place < done:
                continue
            at = max(done, place - back)
            while (near := search(text, at, place + ahead)) is not None and near.start() <= place:
                if near.start() >= stop:
                    return
                found = match(text, near.start())
                if found is None:
                    at = near.start() + 1
                    continue
                yield found
                done = at = max(found.end(), near.start() + 1)
                if done > place:
                    break
