"""Where names of a list may begin in a text, told by the longest word of each name.

Few words of a text are the longest word of a name, so that the exact patterns are tried at few places. What stands
before that word is compared by its letters and digits alone, because blanks may be printed in any number or be missing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

_PIECE = re.compile(r"[^\s/-]+")
_BLANKS = 40
"""So many characters other than letters and digits may stand in all before a name's longest word."""

_Hit = tuple[str, int]
"""A key as printed, and where it begins."""

_Before = dict[str, dict[int, set[str]]]
"""What may stand before a key: its last letter → how many letters it has → the letters."""


class Keys:
    """The longest words of some names, each with the letters that stand before it in them.

    `either_case` tells of the words of a name and the place of one whether its first letter may be of either case.
    In capitals it may always be printed.
    """

    def __init__(self, names: Iterable[str], either_case: Callable[[list[str], int], bool], *, shared: bool) -> None:
        self._first: set[str] = set()
        self._before: dict[str, _Before] = {}
        for name in names:
            key = max(_PIECE.finditer(name), key=lambda piece: len(piece[0]))
            before = _plain(name[: key.start()])
            begins_word = key.start() == 0 or name[key.start() - 1].isspace()
            free = begins_word and either_case(name.split(), len(name[: key.start()].split()))
            for form in _forms(key[0], free):
                if before:
                    last = self._before.setdefault(form, {}).setdefault(before[-1], {})
                    last.setdefault(len(before), set()).add(before)
                else:
                    self._first.add(form)
        self._finder = _SHARED.member({*self._first, *self._before}) if shared else _Own({*self._first, *self._before})

    def starts(self, text: str) -> list[int]:
        """Where a name may begin, in order, each place once."""
        starts: set[int] = set()
        for key, place in self._finder(text):
            if key in self._first:
                starts.add(place)
            before = self._before.get(key)
            if before is not None:
                starts.update(_starts(text, place, before))
        return sorted(starts)


def _starts(text: str, place: int, before: _Before) -> Iterator[int]:
    """Where the letters that may stand before the key at `place` begin, if they do stand there."""
    at = place - 1
    while at >= 0 and not text[at].isalnum():
        at -= 1
    if at < 0:
        return
    for length, letters in before.get(text[at].lower(), {}).items():
        start, count = at, 1
        least = max(0, place - length - _BLANKS)
        while count < length and start > least:
            start -= 1
            count += text[start].isalnum()
        if count == length and _plain(text[start:place]) in letters:
            yield start


def _possible(text: str, place: int, end: int) -> bool:
    """Whether a word of a name can stand there: not inside another word, but glued to it with a capital."""
    if place and text[place - 1].isalnum() and not text[place].isupper():
        return False
    return not text[end : end + 1].islower()


class _Own:
    """The keys of one list, looked for alone."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted(keys)
        self._automaton = AhoCorasick(self._keys, implementation=Implementation.ContiguousNFA)

    def __call__(self, text: str) -> Iterable[_Hit]:
        keys = self._keys
        for number, place, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _possible(text, place, end):
                yield keys[number], place


class _Shared:
    """The keys of all lists that are looked for together."""

    def __init__(self) -> None:
        self._owners: dict[str, list[int]] = {}
        self._automaton: AhoCorasick | None = None
        self._table: list[tuple[str, list[int]]] = []
        self._version = 0

    def member(self, keys: Iterable[str]) -> Callable[[str], Iterable[_Hit]]:
        """Adds a list; gives what finds its keys in a text."""
        self._version += 1
        number = self._version
        for key in sorted(keys):
            self._owners.setdefault(key, []).append(number)
        self._automaton = None
        return lambda text: _shared_hits(text, self._version).get(number, ())

    def hits(self, text: str) -> dict[int, list[_Hit]]:
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self._owners), implementation=Implementation.ContiguousNFA)
            self._table = list(self._owners.items())
        table = self._table
        found: dict[int, list[_Hit]] = {}
        for number, place, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if not _possible(text, place, end):
                continue
            key, owners = table[number]
            for owner in owners:
                found.setdefault(owner, []).append((key, place))
        return found


_SHARED = _Shared()


@lru_cache(maxsize=2)
def _shared_hits(text: str, version: int) -> dict[int, list[_Hit]]:
    return _SHARED.hits(text)


def _forms(key: str, free: bool) -> Iterator[str]:
    """How a word of a name may be printed: as it is, in capitals, and with its first letter of either case."""
    rest = key[1:]
    either = (key[0].upper() + rest, key[0].lower() + rest) if free else ()
    yield from dict.fromkeys((key, key.upper(), *either))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
