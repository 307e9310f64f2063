"""Surnames where they are printed as they are spelled, or in capitals, which is nearly everywhere.

For the few surnames of one paper a `NameIndex` costs more to make than to use. What is here gives what it would
find, and makes one only for names that are also printed in another way: glued to a word, over a line, with a
footnote's figure.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from sovgraph.find.index import NameIndex
from sovgraph.find.scan import is_plain

_PIECE = re.compile(r"[^\s/-]+")
_SPELLED = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?: [^\W\d_]+(?:['-][^\W\d_]+)*)*")
"""Letters, with single blanks, hyphens and apostrophes between them."""
_MARK = re.compile(r"[^\w\s'\u2019/-]")
"""What no name is printed with."""
_FEW = 5
_PAGES = 20_000
_LITTLE = 100_000
"""So many words, or words in so many characters in all, are looked for one by one; more with an automaton, which
costs as much to make as a search for each word in a few pages."""
_LEAST_CAPITALS = 5
_BORDERS = frozenset(" \n().,:;")
"""Marks that a name can stand between without another look."""

Where = tuple[int, int]


class _OtherPrint(Exception):
    """Somewhere a name may be printed in another way."""


@dataclass(frozen=True, slots=True)
class _Surname:
    """How a surname is printed. `keys`: prints of its longest word, which begins at `offset`; `before` and `behind`:
    the letters up to there and from there in small."""

    name: str
    capitals: str | None
    keys: tuple[str, ...]
    offset: int
    before: str
    behind: str


def places_of(text: str, names: Iterable[str]) -> list[Where]:
    """Where these names stand, longest first, without overlaps."""
    return without_overlaps(text, *prints(text, names))


def prints(text: str, names: Iterable[str]) -> tuple[dict[str, set[Where]], set[str]]:
    """Where each of these names stands as it is spelled or in capitals, and those that may stand in another way too."""
    if is_plain():
        return {}, set(names)
    spans: dict[str, set[Where]] = {}
    others: set[str] = set()
    by_key: dict[str, list[_Surname]] = {}
    for name in names:
        surname = _surname(name)
        if surname is None:
            others.add(name)
            continue
        for key in surname.keys:
            if key in by_key:
                by_key[key].append(surname)
            else:
                by_key[key] = [surname]
    for key, places in literal_places(text, by_key):
        for surname in by_key[key]:
            try:
                found = {span for place in places if (span := _at(text, place, surname)) is not None}
            except _OtherPrint:
                others.add(surname.name)
                continue
            if found:
                spans[surname.name] = spans[surname.name] | found if surname.name in spans else found
    return spans, others


def stand_nowhere_else(text: str, names: Iterable[str], printed: Mapping[str, int]) -> bool:
    """Whether these names stand only where they are known to be: `printed` tells how often for each print of a name.
    A cheap test, which fails where it can't tell."""
    if is_plain() or len(text) > _PAGES:
        return False
    for name in names:
        surname = _surname(name)
        if surname is None or text.count(surname.keys[0]) != printed.get(name, 0):
            return False
        for key in surname.keys[1:]:
            known = printed.get(surname.capitals or "", 0) if key.isupper() else 0
            if text.count(key) != known:
                return False
    return True


def without_overlaps(text: str, spans: Mapping[str, Iterable[Where]], others: Collection[str]) -> list[Where]:
    """Of the places of names, those that stay: the longest of those that begin at one place, and the first of two.
    `others` are looked for in every print."""
    everywhere = {span for name_spans in spans.values() for span in name_spans}
    if others:
        everywhere.update((start, end) for start, end, _ in NameIndex((n, n) for n in sorted(others)).find(text))
    found: list[Where] = []
    for start, end in sorted(everywhere):
        if not found or start >= found[-1][1]:
            found.append((start, end))
        elif start == found[-1][0]:
            found[-1] = (start, end)
    return found


@lru_cache(maxsize=4096)
def _surname(name: str) -> _Surname | None:
    """None for a name that may be printed in more ways than by its letters and in capitals."""
    words = name.split()
    capitals = name.upper()
    if _SPELLED.fullmatch(name) is None or len(capitals) != len(name) or any(map(str.isupper, words)):
        return None
    piece = max(_PIECE.finditer(name), key=lambda piece: len(piece[0]))
    key, offset = piece[0], piece.start()
    keys = [key]
    if len(words) > 1:
        keys.append(key.upper())
        if offset and name[offset - 1] == " ":
            keys += [key[0].upper() + key[1:], key[0].lower() + key[1:]]
    may_be_capitals = len(words) > 1 and sum(map(str.isalpha, name)) >= _LEAST_CAPITALS
    return _Surname(
        name,
        capitals if may_be_capitals else None,
        tuple(dict.fromkeys(keys)),
        offset,
        _letters(name[:offset]),
        _letters(name[offset:]),
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def literal_places(text: str, literals: Collection[str]) -> Iterator[tuple[str, list[int]]]:
    """Each of these texts that stands anywhere, with all its places."""
    if len(literals) > _FEW and len(literals) * len(text) > _LITTLE:
        listed = sorted(literals)
        kind = Implementation.DFA if len(text) > _LITTLE else Implementation.ContiguousNFA
        places: dict[int, list[int]] = {}
        for number, place, _ in AhoCorasick(listed, implementation=kind).find_matches_as_indexes(
            text, overlapping=True
        ):
            places.setdefault(number, []).append(place)
        for number, same in places.items():
            yield listed[number], same
        return
    find = text.find
    for literal in literals:
        place = find(literal)
        if place >= 0:
            same = []
            while place >= 0:
                same.append(place)
                place = find(literal, place + 1)
            yield literal, same


def _at(text: str, place: int, surname: _Surname) -> Where | None:
    """The name, if its longest word at `place` is that of one. Raises _OtherPrint where it may be one."""
    start = place - surname.offset
    if start > 0 and text[start - 1] in _BORDERS and text.startswith(surname.name, start):
        end = start + len(surname.name)
        if text[end : end + 1] in _BORDERS:
            return start, end
    if start >= 0 and (
        text.startswith(surname.name, start) or (surname.capitals and text.startswith(surname.capitals, start))
    ):
        end = start + len(surname.name)
        if _begins(text, start) and _ends(text, end):
            return start, end
    elif start < 0 or not text.startswith(surname.name[1:], start + 1):  # else it is another name: "Van" for "van"
        first = _back(text, place, surname.before)
        last = None if first is None else _end(text, place, surname.behind)
        if first is None or last is None or _MARK.search(text, first, last):
            return None
        if text[first] == surname.name[0] or (text[first].isupper() and text[place].isupper()):
            raise _OtherPrint
    return None


def _begins(text: str, start: int) -> bool:
    """Whether a name can begin there: not inside a word, and not behind the hyphen of one."""
    before = text[start - 1] if start else " "
    if before.isalnum():
        if text[start].isupper():
            raise _OtherPrint
        return False
    if before in "'\u2019" and text[start - 2 : start - 1].isalnum():
        raise _OtherPrint
    return not (before == "-" and text[start - 2 : start - 1].isalpha())


def _ends(text: str, end: int) -> bool:
    behind = text[end : end + 1]
    if behind.isdecimal() or (behind in ("'", "\u2019") and text[end + 1 : end + 2].isalnum()):
        raise _OtherPrint
    return not behind.isalnum()


def _back(text: str, place: int, letters: str) -> int | None:
    """Where these letters begin that stand right before a place, whatever marks are between them."""
    for letter in reversed(letters):
        place -= 1
        while place >= 0 and not text[place].isalnum():
            place -= 1
        if place < 0 or text[place].lower() != letter:
            return None
    return place


def _end(text: str, place: int, letters: str) -> int | None:
    """Where these letters end that stand from a place on, whatever marks are between them."""
    for letter in letters:
        while place < len(text) and not text[place].isalnum():
            place += 1
        if place >= len(text) or text[place].lower() != letter:
            return None
        place += 1
    return place
