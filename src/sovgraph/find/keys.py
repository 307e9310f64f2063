"""Where names of a list may begin in a text, told by the longest word of each name.

Few words of a text are the longest word of a name, so that the exact patterns are tried at few places. What stands
before that word is compared by its letters and digits alone, because blanks may be printed in any number or be missing.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

from sovgraph.find.literals import Hit, Passes, may_be_word

_PIECE = re.compile(r"[^\s/-]+")
_BLANKS = 40
"""So many characters other than letters and digits may stand in all before a name's longest word."""

_Before = dict[str, dict[int, set[str]]]
"""What may stand before a key: its last letter → how many letters it has → the letters."""


class Keys:
    """The longest words of some names, each with the letters that stand before it in them.

    `either_case` tells of the words of a name and the place of one whether its first letter may be of either case.
    In capitals it may always be printed.
    """

    def __init__(
        self, names: Iterable[str], either_case: Callable[[list[str], int], bool], *, shared: Passes | None
    ) -> None:
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
        keys = {*self._first, *self._before}
        self._finder = _Shared(keys, shared) if shared else _Own(keys)

    def starts(self, text: str) -> list[int]:
        """Where a name may begin, in order, each place once."""
        starts: set[int] = set()
        for place, key in self._finder(text):
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
    lengths = before.get(text[at].lower()) if at >= 0 else None
    if lengths is None:
        return
    letters = _plain(text[max(0, place - max(lengths) - _BLANKS) : place])
    for length, known in lengths.items():
        if letters[-length:] in known:
            yield _back(text, at, length)


def _back(text: str, at: int, length: int) -> int:
    """Where the last `length` letters and digits up to `at`, itself one, begin."""
    while length > 1:
        at -= 1
        length -= text[at].isalnum()
    return at


class _Shared:
    """The keys of one list, looked for together with those of all lists of the group."""

    def __init__(self, keys: Iterable[str], passes: Passes) -> None:
        self._literals = passes.printed
        self._owner = self._literals.add(keys, words=True)

    def __call__(self, text: str) -> list[Hit]:
        return self._literals.found(text).words.get(self._owner, [])


class _Own:
    """The keys of one list, looked for alone."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted(keys)
        self._automaton = AhoCorasick(self._keys, implementation=Implementation.ContiguousNFA)

    def __call__(self, text: str) -> list[Hit]:
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(place, self._keys[number]) for number, place, end in found if may_be_word(text, place, end)]


def _forms(key: str, free: bool) -> Iterator[str]:
    """How a word of a name may be printed: as it is, in capitals, and with its first letter of either case."""
    rest = key[1:]
    either = (key[0].upper() + rest, key[0].lower() + rest) if free else ()
    yield from dict.fromkeys((key, key.upper(), *either))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
