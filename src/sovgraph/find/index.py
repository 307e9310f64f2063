"""Finding thousands of fixed names in a text: by the first word, then the longest that goes on from there."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from sovgraph.authority import Authority
from sovgraph.find.keys import Keys
from sovgraph.find.literals import Passes
from sovgraph.find.scan import is_plain

Payload = TypeVar("Payload")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SEGMENT = re.compile(r"(?<=[\da-zà-ÿ])(?=[A-ZÀ-Þ])")
"""Where words that text from PDF glued together come apart: "2024Tweede", "deKinderombudsman"."""
_MARK = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
"""The figure of a footnote, glued to a name: "WPO1"."""

_GENITIVES = ("'s", "\u2019s")
""" "Israël's beleid": the name is what stands before."""

_GLUED_LENGTH = 4
"""A shorter name glued to a word is more likely part of it: the "EP" of "PrEP" is no Parliament."""

_LONGEST_WORD = 200
"""A longer run of letters is no word that names are glued to."""

_NEXT = 6
"""By how many letters behind the first word names are told apart before their patterns are tried."""
_WINDOW = 30
"""How far behind the first word those letters are looked for: a name doesn't stand over a wider gap."""
_LEAST_CAPITALS = 5
"""A shorter name in capitals is more likely an abbreviation of something else."""

_SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?:;\n\"(-])[^\S\n]*\Z")

_Entry = tuple[int, str, Payload]
_Entries = dict[str, list[_Entry[Payload]]]
_FEW = 3
"""So few names with one first word are tried one after the other, without a look at what follows."""


class NameIndex(Generic[Payload]):
    """Names to payloads. Blanks and line breaks inside a name may be printed as any run of blanks, or be
    missing before a capital or behind a comma. The case must agree, but the first letter of a further word may
    be of either case, and a name of several words may stand in capitals (one of a single word, where
    `single_capitals` allows it). The first of two equal names wins.

    `shared` is for the lists of registers: the keys of all lists of a group are looked for in one pass over a text.
    """

    def __init__(
        self, names: Iterable[tuple[str, Payload]], *, single_capitals: bool = False, shared: Passes | None = None
    ) -> None:
        self._by_first: dict[str, _Entries[Payload]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._single_capitals = single_capitals
        seen: set[str] = set()
        for name, payload in names:
            word = _WORD.match(name)
            if name in seen or word is None:
                continue
            seen.add(name)
            entries = self._by_first.setdefault(word[0].lower(), {})
            entries.setdefault(_letters(name, word.end()), []).append((len(name), name, payload))
        for entries in self._by_first.values():
            for same in entries.values():
                same.sort(key=lambda entry: -entry[0])
        self._few = {first: few for first, entries in self._by_first.items() if (few := _in_order(entries))}
        self._keys = Keys(seen, _either_case, shared=shared)

    def find(self, text: str) -> Iterator[tuple[int, int, Payload]]:
        """(start, end, payload) of every name in the text, longest first, without overlaps."""
        done = 0
        for start, first in self._everywhere(text) if is_plain() else self._near_keys(text):
            if start < done or _inside_compound(text, start):
                continue
            found = self._at(text, start, first)
            if found is not None:
                done = found[1]
                yield found

    def _everywhere(self, text: str) -> Iterator[tuple[int, str]]:
        """Every place with a word that begins a name; the plain engine's way."""
        places = word_places(text)
        candidates = sorted(place for word in self._by_first if word in places for place in places[word])
        return ((start, first) for start, _, first in candidates)

    def _near_keys(self, text: str) -> Iterator[tuple[int, str]]:
        """The same, but only where the longest word of a name stands where it belongs behind that beginning."""
        known = self._by_first
        end = 0
        readings: tuple[tuple[int, str], ...] = ()
        for start in self._keys.starts(text):
            if start >= end:
                end, readings = _readings(text, start)
            for place, first in readings:
                if place == start and first.lower() in known:
                    yield start, first

    def _at(self, text: str, start: int, first: str) -> tuple[int, int, Payload] | None:
        small = first.lower()
        few = self._few.get(small)
        if few is not None:
            return self._longest(text, start, few)
        entries = self._by_first.get(small)
        if entries is None:
            return None
        following = _letters(text, start + len(first))
        for length in range(len(following), -1, -1):
            found = self._longest(text, start, entries.get(following[:length], ()))
            if found is not None:
                return found
        return None

    def _longest(self, text: str, start: int, names: Iterable[_Entry[Payload]]) -> tuple[int, int, Payload] | None:
        for _, name, payload in names:
            match = self._pattern(name).match(text, start)
            if match is not None and not _is_phrase(name, match):
                return match.start(), match.end(), payload
        return None

    def _pattern(self, name: str) -> re.Pattern[str]:
        pattern = self._patterns.get(name)
        if pattern is None:
            pattern = self._patterns[name] = _pattern(name, self._single_capitals)
        return pattern


NAME_LISTS: list[Callable[[Authority], object]] = []
"""What makes the shared name lists of the finders; all are made before the first text is read, so that the automaton
that looks for all of them is made once."""


def name_list(make: Callable[[Authority], NameIndex[Payload]]) -> Callable[[Authority], NameIndex[Payload]]:
    """Registers what makes a shared name list of the registers, and remembers what it made."""
    remembered = lru_cache(maxsize=4)(make)
    NAME_LISTS.append(remembered)
    return remembered


@lru_cache(maxsize=4)
def make_lists(names: Authority) -> None:
    """Makes all shared name lists."""
    for make in NAME_LISTS:
        make(names)


@lru_cache(maxsize=2)
def word_places(text: str) -> dict[str, list[tuple[int, int, str]]]:
    """Word in small letters → (start, rank, as printed) of every place where a name may begin with it.

    `rank` orders the readings of one word, the whole word first.
    """
    places: dict[str, list[tuple[int, int, str]]] = {}
    for word in _WORD.finditer(text):
        whole = word[0]
        if whole.isalpha() and (len(whole) == 1 or whole[1:].islower()):
            places.setdefault(whole.lower(), []).append((word.start(), 0, whole))
            continue
        for rank, (start, first) in enumerate(_starts(word)):
            places.setdefault(first.lower(), []).append((start, rank, first))
    return places


def _readings(text: str, place: int) -> tuple[int, tuple[tuple[int, str], ...]]:
    """The end of the word at `place`, and what names may begin with in it, as `word_places` has it."""
    begin = place
    while begin > 0 and (
        text[begin - 1].isalnum() or (text[begin - 1] in "'\u2019" and text[begin - 2 : begin - 1].isalnum())
    ):
        begin -= 1
    word = _WORD.match(text, begin)
    if word is None:
        return place + 1, ()
    whole = word[0]
    if whole.isalpha() and (len(whole) == 1 or whole[1:].islower()):
        return word.end(), ((begin, whole),)
    return word.end(), tuple(_starts(word))


def _in_order(entries: _Entries[Payload]) -> list[_Entry[Payload]]:
    """The names of one first word in the order in which they are tried, or nothing if they are many."""
    if sum(map(len, entries.values())) > _FEW:
        return []
    return [entry for _, same in sorted(entries.items(), key=lambda item: -len(item[0])) for entry in same]


def _is_phrase(name: str, match: re.Match[str]) -> bool:
    """ "Natuur en milieu zijn van belang": at the beginning of a sentence small letters speak against the name."""
    printed = match[0]
    if printed == name:
        return False
    if sum(map(str.isupper, printed)) >= sum(map(str.isupper, name)):
        return False
    return _SENTENCE_BEGINS.search(match.string, max(0, match.start() - 4), match.start()) is not None


def _letters(text: str, start: int) -> str:
    """The next letters and digits, folded: what any print of a name has in common with it."""
    found = [c for c in text[start : start + _WINDOW] if c.isalnum()]
    return "".join(found[:_NEXT]).lower()


def _inside_compound(text: str, start: int) -> bool:
    """ "Noord-Amerika" names no America: a name doesn't begin behind a hyphen inside a word."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()


def _starts(word: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Where a name may begin in a word, with the word that it would begin with."""
    whole = word[0]
    yield word.start(), whole
    if len(whole) > _LONGEST_WORD:
        return
    for ending in _GENITIVES:
        if whole.endswith(ending) and len(whole) > len(ending) + 2:
            yield word.start(), whole[: -len(ending)]
    mark = _MARK.search(whole)
    if mark is not None:
        yield word.start(), whole[: mark.start()]
    cuts = [m.end() for m in _SEGMENT.finditer(whole) if len(whole) - m.end() >= _GLUED_LENGTH]
    if not cuts:
        return
    bounds = [*cuts, len(whole)]
    if whole[0].isalpha():
        yield word.start(), whole[: bounds[0]]
    for begin, end in pairwise(bounds):
        yield word.start() + begin, whole[begin:]
        if end < len(whole):
            yield word.start() + begin, whole[begin:end]


@lru_cache(maxsize=8192)
def _pattern(name: str, single_capitals: bool) -> re.Pattern[str]:
    """The printed forms of a name, from its first letter to a border that a footnote's figure doesn't hide."""
    words = name.split()
    forms = [_joined(words, [_word(words, place) for place in range(len(words))])]
    letters = [c for c in name if c.isalpha()]
    long_enough = len(letters) >= _LEAST_CAPITALS and any(c.islower() for c in letters)
    if long_enough and (len(words) > 1 or single_capitals):
        forms.append(_joined(words, [re.escape(w.upper()) for w in words]))
    last = words[-1]
    if re.search(r"(?<!\d)(?:19|20)\d\d$", last):
        border = r"(?=(?:\d{1,2})?(?!\w))"
    else:
        border = r"(?!\w)" if last[-1].isdigit() else r"(?![^\W\d_])"
    return re.compile(rf"(?:{'|'.join(forms)}){border}")


def _either_case(words: list[str], place: int) -> bool:
    """Whether a word's first letter may be of either case: in a further word, and before an abbreviation."""
    word = words[place]
    abbreviated = place == 0 and len(words) > 1 and len(words[1]) > 1 and words[1].isupper()
    return word[0].isalpha() and (place > 0 or abbreviated) and not word.isupper()


def _word(words: list[str], place: int) -> str:
    """One word of a name as a pattern."""
    word = words[place]
    if not _either_case(words, place):
        return re.escape(word)
    return f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}"


def _joined(words: list[str], bodies: list[str]) -> str:
    body = bodies[0]
    for before, word, form in zip(words, words[1:], bodies[1:], strict=False):
        body += (r"\s*" if word[0].isupper() or before.endswith(",") else r"\s+") + form
    return body.replace("/", r"\s?/\s?").replace(r"\-", r"-\s?")
