"""Names that a paper gives once with a lead or a party, found again where they stand alone."""

import re
from collections.abc import Iterable, Iterator

from sovgraph.authority import Authority
from sovgraph.find.name_reader import NameReader, Where, folded, not_persons
from sovgraph.find.person_print import places_of
from sovgraph.find.surnames import CALLED, COMMON_WORDS, INITIALS, NOT_NAMES, TITLES

_HEAD = re.compile(rf"{TITLES}?{INITIALS}?{CALLED}?")
_PARTICLES = re.compile(r"(?:(?:van|de|den|der|ten|ter|het|'t)\s+)+", re.IGNORECASE)
_PARTICLE_WORDS = frozenset("van de den der ten ter het 't".split())
_PART_OF_MORE = re.compile(r"-|'\w|[^\W\d_]|[^\S\n]+(?:van\s+|de\s+|den\s+|der\s+){0,3}(?P<word>[A-ZÀ-Þ][^\W\d_]+)")
_SMALL = re.compile(r"[a-zà-ÿ]+")
_GROUP = frozenset("Lid Groep groep Fractie fractie".split())
"""A name behind these is the name of a group."""
_INITIAL_BEFORE = re.compile(r"(?:^|[\s.])[A-ZÀ-Þ][a-z]?\.$")
_SHORTEST = 4
_FEW = 30
"""So many words are looked for one by one before a list of all words pays."""


def names_again(reader: NameReader, found: Iterable[Where]) -> Iterator[Where]:
    """Every further place of the surnames among `found` that can't be anything but the name."""
    names = {name for name in _surnames(reader, found) if name[0].isalnum()}
    for start, end in places_of(reader.text, names):
        if _stands_alone(reader.text, start, end):
            yield start, end


def _surnames(reader: NameReader, found: Iterable[Where]) -> set[str]:
    """Surnames as they stand without a given name: "Van Buren" for "A.B. van Buren"."""
    printed = {reader.text[start:end] for start, end in found}
    small = _SmallWords(reader.text)
    names: set[str] = set()
    for name in printed:
        bare = " ".join(name[_head(name) :].split())
        if bare and _is_sure(bare, small, reader.names):
            names.update((bare, bare[0].upper() + bare[1:]))
    return names


def _head(name: str) -> int:
    match = _HEAD.match(name)
    return match.end() if match else 0


class _SmallWords:
    """The words in small letters of a text, asked for one at a time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._all: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        self._asked += 1
        if self._asked <= _FEW:
            return self._stands(word)
        if self._all is None:
            self._all = frozenset(_SMALL.findall(self._text))
        return word in self._all

    def _stands(self, word: str) -> bool:
        text = self._text
        if _SMALL.fullmatch(word) is None:
            return False
        at = text.find(word)
        while at >= 0:
            if _SMALL.match(text, at + len(word)) is None and (at == 0 or _SMALL.match(text, at - 1, at) is None):
                return True
            at = text.find(word, at + 1)
        return False


def _is_sure(name: str, small: _SmallWords, names: Authority) -> bool:
    """No common word, no place, no word that the same paper prints small, no name in capitals only."""
    particles = _PARTICLES.match(name)
    core = name[particles.end() :] if particles else name
    if name.isupper() or len(core) < _SHORTEST or not core[0].isupper():
        return False
    if particles or "-" in core or " " in core:
        return core not in NOT_NAMES
    common = core in COMMON_WORDS or core in NOT_NAMES or core in not_persons(names)
    return not common and folded(core) not in names.party_by_name and core.lower() not in small


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False inside a longer name or word: "Jan Peters", "Van Peters", "Peters-Smit", "commissie-Peters"."""
    behind = _PART_OF_MORE.match(text, end)
    if behind is not None and behind["word"] not in NOT_NAMES:
        return False
    word, gap = _word_before(text[max(0, start - 40) : start])
    if not word:
        return True
    if word in "-/'" or word in _GROUP:
        return False
    if word == ".":
        return gap and _INITIAL_BEFORE.search(text[max(0, start - 6) : start].rstrip()) is None
    return not (word[0].isupper() and word not in NOT_NAMES) and word.lower() not in _PARTICLE_WORDS


def _word_before(before: str) -> tuple[str, bool]:
    """The word or mark at the end of a text, also at the end of the line before, and whether blanks stand behind it."""
    before = before.removesuffix("\n")
    bare = before.rstrip()
    gap = before[len(bare) :]
    if not bare or "\n" in gap:
        return "", False
    if bare[-1] in "-/.'":
        return bare[-1], bool(gap)
    begin = len(bare)
    while begin > 0 and bare[begin - 1].isalnum():
        begin -= 1
    return bare[begin:].lstrip("0123456789"), bool(gap)
