"""Names that a paper gives once with a lead or a party, found again where they stand alone."""

import re
from collections.abc import Iterable, Iterator

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.find.index import NameIndex
from sovgraph.find.name_reader import NameReader, Where, not_persons
from sovgraph.find.surnames import CALLED, COMMON_WORDS, INITIALS, NOT_NAMES, TITLES

_HEAD = re.compile(rf"{TITLES}?{INITIALS}?{CALLED}?")
_PARTICLES = re.compile(r"(?:(?:van|de|den|der|ten|ter|het|'t)\s+)+", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][^\W_]*|[-/.'])(?P<gap>[^\S\n]*)$")
_PART_OF_MORE = re.compile(r"-|'\w|[^\W\d_]|[^\S\n]+(?:van\s+|de\s+|den\s+|der\s+){0,3}(?P<word>[A-ZÀ-Þ][^\W\d_]+)")
_SMALL = re.compile(r"[a-zà-ÿ]+")
_GROUP = frozenset("Lid Groep groep Fractie fractie".split())
"""A name behind these is the name of a group."""
_SHORTEST = 4


def names_again(reader: NameReader, found: Iterable[Where]) -> Iterator[Where]:
    """Every further place of the surnames among `found` that can't be anything but the name."""
    index = NameIndex((name, name) for name in sorted(_surnames(reader, found)))
    for start, end, _ in index.find(reader.text):
        if _stands_alone(reader.text, start, end):
            yield start, end


def _surnames(reader: NameReader, found: Iterable[Where]) -> set[str]:
    """Surnames as they stand without a given name: "Van Buren" for "A.B. van Buren"."""
    printed = {reader.text[start:end] for start, end in found}
    small = set(_SMALL.findall(reader.text))
    names: set[str] = set()
    for name in printed:
        bare = " ".join(name[_head(name) :].split())
        if bare and _is_sure(bare, small, reader.names):
            names.update((bare, bare[0].upper() + bare[1:]))
    return names


def _head(name: str) -> int:
    match = _HEAD.match(name)
    return match.end() if match else 0


def _is_sure(name: str, small: set[str], names: Authority) -> bool:
    """No common word, no place, no word that the same paper prints small, no name in capitals only."""
    particles = _PARTICLES.match(name)
    core = name[particles.end() :] if particles else name
    if name.isupper() or len(core) < _SHORTEST or not core[0].isupper():
        return False
    if particles or "-" in core or " " in core:
        return core not in NOT_NAMES
    common = core in COMMON_WORDS or core in NOT_NAMES or core in not_persons(names)
    return not common and core.lower() not in small and fold(core) not in names.party_by_name


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False inside a longer name or word: "Jan Peters", "Van Peters", "Peters-Smit", "commissie-Peters"."""
    behind = _PART_OF_MORE.match(text, end)
    if behind is not None and behind["word"] not in NOT_NAMES:
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if before is None:
        return True
    word = before["word"]
    if word in "-/'" or word in _GROUP:
        return False
    if word == ".":
        return bool(before["gap"]) and not re.search(
            r"(?:^|[\s.])[A-ZÀ-Þ][a-z]?\.$", text[max(0, start - 6) : start].rstrip()
        )
    return not (word[0].isupper() and word not in NOT_NAMES) and _PARTICLES.fullmatch(word + " ") is None
