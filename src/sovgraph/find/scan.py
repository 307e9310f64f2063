"""Patterns that are tried only where a literal text of theirs stands.

A `Scan` is a pattern with its anchors: short texts of which every match holds one. All anchors of all scans are
found together, cheaply; the pattern itself then runs only near its own. The result is that of `Pattern.finditer`,
which the engine "plain" still uses: a test compares the two over real papers and over made ones.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sovgraph.find.literals import NAMES, REFERENCES, Anchors, Passes

__all__ = ["REFERENCES", "Anchors", "Scan", "engine", "is_plain"]

_ENGINES = ("anchored", "plain")
_ENGINE = [_ENGINES[0]]
"""The engine of the process; in a list, because asking a context variable costs more than many scans."""


@contextmanager
def engine(name: str) -> Iterator[None]:
    """Find with this engine in the whole process as long as the block runs: "anchored" (the default) or "plain".

    Raises ValueError for others.
    """
    if name not in _ENGINES:
        raise ValueError(f"no engine {name!r}; there are {', '.join(_ENGINES)}")
    before, _ENGINE[0] = _ENGINE[0], name
    try:
        yield
    finally:
        _ENGINE[0] = before


def is_plain() -> bool:
    return _ENGINE[0] == "plain"


class Scan:
    """A pattern that is tried only near its anchors.

    Every match must hold an anchor that begins at most `back` characters behind the start of the match (0: the
    match begins with it; None: the match begins at the first letter or digit of the word that holds it, or of one of
    the `words` words before that one), and need at most `ahead` characters behind the beginning of the anchor to be
    found. `ahead` bounds only the search: the match itself is read without a bound. `passes`: the group of
    finders that it belongs to.
    """

    def __init__(
        self,
        pattern: str | re.Pattern[str],
        anchors: Iterable[str],
        *,
        back: int | None = 0,
        words: int = 0,
        ahead: int = 300,
        flags: int = 0,
        passes: Passes = NAMES,
    ) -> None:
        self.pattern = re.compile(pattern, flags)
        self._anchors = Anchors(anchors, passes)
        self._back = back
        self._words = words
        self._ahead = ahead

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As `Pattern.finditer(text, start)`, for matches that begin before `end`."""
        if is_plain():
            matches = self.pattern.finditer(text, start)
            return matches if end is None else (m for m in matches if m.start() < end)
        places = self._anchors.places(text)
        if start > 0 and places:
            places = places[bisect_left(places, start) :]
        if not places:
            return iter(())
        stop = len(text) if end is None else end
        if self._back is None:
            return self._at(text, _word_starts(text, places, self._words), start, stop)
        return self._near(text, places, start, stop) if self._back else self._at(text, places, start, stop)

    def search(self, text: str) -> re.Match[str] | None:
        """As `Pattern.search`."""
        return next(iter(self.finditer(text)), None)

    def _at(self, text: str, places: list[int], done: int, stop: int) -> Iterator[re.Match[str]]:
        match = self.pattern.match
        for place in places:
            if place < done:
                continue
            if place >= stop:
                return
            found = match(text, place)
            if found is not None:
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


def _word_starts(text: str, places: list[int], words: int) -> list[int]:
    """Where the words at these places begin, and the given number of words before each."""
    starts: set[int] = set()
    before = 0
    for place in places:
        if starts and text[before:place].isalnum():
            before = place
            continue  # further on in the same word, whose beginning must not be looked for again and again
        at = before = place
        for word in range(words + 1):
            if word:
                while at and text[at - 1].isspace():
                    at -= 1
            while at and text[at - 1].isalnum():
                at -= 1
            starts.add(at)
    return sorted(starts)
