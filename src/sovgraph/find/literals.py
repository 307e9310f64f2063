"""All literal texts that finders look for, found in few passes over a text: as printed, and in small letters.

An automaton (Aho-Corasick) finds any number of literals in one pass. Every pattern and name list of the process adds
its literals when it is made and asks later for their places in a text; the passes are made once for a text.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

Hit = tuple[int, str]
"""Where a literal begins, and the literal."""


class Found(NamedTuple):
    """The literals in a text, by owner, in the order of their ends. `owners`: how many there were when it was read."""

    text: str
    owners: int
    places: dict[int, list[int]]
    words: dict[int, list[Hit]]


class Literals:
    """Literals of many owners. Changing them is cheap; the automaton is made anew at the next search."""

    def __init__(self, fold: Callable[[str], str], kind: Implementation) -> None:
        self._fold = fold
        self._kind = kind
        self._by_place: dict[str, list[int]] = {}
        self._as_words: dict[str, list[int]] = {}
        self._automaton: AhoCorasick | None = None
        self._table: list[tuple[str, tuple[int, ...], tuple[int, ...]]] = []
        self._owners = 0
        self._last = Found("", 0, {}, {})

    def add(self, literals: Iterable[str], *, words: bool = False) -> int:
        """A new owner of these literals; gives its number, 0 for none of them.

        `words`: only where `may_be_word` holds.
        """
        literals = set(literals)
        if not literals:
            return 0
        self._owners += 1
        owners = self._as_words if words else self._by_place
        for literal in sorted(literals):
            owners.setdefault(literal, []).append(self._owners)
        self._automaton = None
        return self._owners

    def found(self, text: str) -> Found:
        """What stands in a text; it is searched once, as long as no other text is asked for."""
        last = self._last
        if last.text is not text or last.owners != self._owners:
            last = self._last = self._search(text)
        return last

    def _search(self, text: str) -> Found:
        if self._automaton is None:
            literals = sorted({*self._by_place, *self._as_words})
            self._automaton = AhoCorasick(literals, implementation=self._kind)
            self._table = [(t, tuple(self._by_place.get(t, ())), tuple(self._as_words.get(t, ()))) for t in literals]
        table = self._table
        folded = self._fold(text)
        places: dict[int, list[int]] = {}
        words: dict[int, list[Hit]] = {}
        for number, place, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            literal, anywhere, as_word = table[number]
            for owner in anywhere:
                if owner in places:
                    places[owner].append(place)
                else:
                    places[owner] = [place]
            if as_word and may_be_word(folded, place, end):
                for owner in as_word:
                    if owner in words:
                        words[owner].append((place, literal))
                    else:
                        words[owner] = [(place, literal)]
        return Found(text, self._owners, places, words)


def may_be_word(text: str, place: int, end: int) -> bool:
    """Whether a word can stand there: not inside another word, but glued to it with a capital."""
    if place and text[place - 1].isalnum() and not text[place].isupper():
        return False
    return not text[end : end + 1].islower()


def lowered(text: str) -> str:
    """The text in small letters, with the same offsets."""
    return text.replace("\u0130", "I").lower()


class Passes:
    """The literals of one group of finders: those in small letters, and those that stand as printed."""

    def __init__(self) -> None:
        self.small = Literals(lowered, Implementation.DFA)
        self.printed = Literals(str, Implementation.ContiguousNFA)


REFERENCES = Passes()
"""What the finders of references look for; they can be asked alone, and then don't pay for the rest."""
NAMES = Passes()
"""What all other finders look for."""


class Anchors:
    """Texts whose places are found together with all others; those in small letters match letters of either case."""

    def __init__(self, anchors: Iterable[str], passes: Passes = NAMES) -> None:
        texts = set(anchors)
        if "" in texts:
            raise ValueError("an anchor is a text, not nothing")
        small = {t for t in texts if t == t.lower()}
        lists = ((passes.small, passes.small.add(small)), (passes.printed, passes.printed.add(texts - small)))
        self._lists = tuple((literals, owner) for literals, owner in lists if owner)

    def places(self, text: str) -> list[int]:
        """Where an anchor begins, in order, each place once."""
        found: list[int] | None = None
        for literals, owner in self._lists:
            here = literals.found(text).places.get(owner)
            if here:
                found = [*found, *here] if found else here
        if found is None:
            return []
        return sorted(set(found)) if len(found) > 1 else found
