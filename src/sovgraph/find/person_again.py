"""Names that a paper gives once with a lead or a party, found again where they stand alone."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.find.name_reader import NameReader, Where, folded, not_persons
from sovgraph.find.person_print import literal_places, prints, stand_nowhere_else, without_overlaps
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


def names_again(reader: NameReader, found: Collection[Where]) -> Iterator[Where]:
    """Every further place of the surnames among `found` that can't be anything but the name."""
    text = reader.text
    printed: dict[str, int] = {}
    for start, end in found:
        name = text[start:end]
        printed[name] = printed.get(name, 0) + 1
    forms = {form: word for name in printed for form, word in _forms(name, reader.names)}
    if stand_nowhere_else(text, forms, printed):
        return
    spans, others = prints(text, forms)
    if not others and all(span in found for same in spans.values() for span in same):
        return
    ordinary = _small_words(text, {word for word in forms.values() if word})
    if ordinary:
        spans = {form: same for form, same in spans.items() if forms[form] not in ordinary}
        others = {form for form in others if forms[form] not in ordinary}
    for start, end in without_overlaps(text, spans, others):
        if (start, end) not in found and _stands_alone(text, start, end):
            yield start, end


@lru_cache(maxsize=4096)
def _forms(name: str, names: Authority) -> tuple[tuple[str, str], ...]:
    """The surname of a name as it stands without a given name: "Van Buren" for "A.B. van Buren". With each, its core in
    small letters if it is a single word: printed so, it is an ordinary word and no name."""
    head = _HEAD.match(name)
    bare = " ".join(name[head.end() if head else 0 :].split())
    core = _core(bare, names)
    if not core:
        return ()
    word = core.lower() if _is_one_word(bare) else ""
    return tuple((form, word) for form in dict.fromkeys((bare, bare[0].upper() + bare[1:])) if form[0].isalnum())


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
    for word, places in literal_places(text, [word for word in words if _SMALL.fullmatch(word)]):
        for place in places:
            end = place + len(word)
            if not (_SMALL.search(text, end, end + 1) or _SMALL.search(text, max(0, place - 1), place)):
                found.add(word)
                break
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
