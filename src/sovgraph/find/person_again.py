"""Names that a paper gives once with a lead or a party, found again where they stand alone."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.find.name_reader import NameReader, Where, folded, not_persons
from sovgraph.find.person_print import literal_places, places_of
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


def names_again(reader: NameReader, found: Iterable[Where]) -> Iterator[Where]:
    """Every further place of the surnames among `found` that can't be anything but the name."""
    names = {name for name in _surnames(reader, found) if name[0].isalnum()}
    for start, end in places_of(reader.text, names):
        if _stands_alone(reader.text, start, end):
            yield start, end


def _surnames(reader: NameReader, found: Iterable[Where]) -> set[str]:
    """Surnames as they stand without a given name: "Van Buren" for "A.B. van Buren"."""
    printed = {reader.text[start:end] for start, end in found}
    cores = {bare: core for name in printed for bare, core in (_bare(name, reader.names),) if core}
    small = _small_words(reader.text, {core.lower() for name, core in cores.items() if _is_one_word(name)})
    sure = [name for name, core in cores.items() if core.lower() not in small or not _is_one_word(name)]
    return {form for name in sure for form in (name, name[0].upper() + name[1:])}


@lru_cache(maxsize=4096)
def _bare(name: str, names: Authority) -> tuple[str, str]:
    """A name without titles and initials, and its core."""
    head = _HEAD.match(name)
    bare = " ".join(name[head.end() if head else 0 :].split())
    return bare, _core(bare, names)


def _is_one_word(name: str) -> bool:
    return " " not in name and "-" not in name


def _core(name: str, names: Authority) -> str:
    """What stands behind the particles of a name that is no common word, no place and not in capitals only; else
    nothing."""
    particles = _PARTICLES.match(name)
    core = name[particles.end() :] if particles else name
    if len(core) < _SHORTEST or not core[0].isupper() or name.isupper() or core in NOT_NAMES:
        return ""
    if _is_one_word(name) and (core in COMMON_WORDS or core in not_persons(names) or _is_party(core, names)):
        return ""
    return core


def _is_party(name: str, names: Authority) -> bool:
    return folded(name) in names.party_by_name


def _small_words(text: str, words: Collection[str]) -> set[str]:
    """Those of the words that the text prints in small letters."""
    found: set[str] = set()
    for place, word in literal_places(text, [word for word in words if _SMALL.fullmatch(word)]):
        end = place + len(word)
        if not (_SMALL.search(text, end, end + 1) or _SMALL.search(text, max(0, place - 1), place)):
            found.add(word)
    return found


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
