"""All literal texts that finders look for, found in two passes over a text: one as printed, one in small letters.

An automaton (Aho-Corasick) finds any number of literals in one pass. Every pattern and name list of the process adds
its literals when it is made and asks later for their places in a text; the passes are made once for a text.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

Hit = tuple[int, str]
"""Where a literal begins, and the literal."""


class Literals:
    """Literals of many owners. Changing them is cheap; the automaton is made anew at the next search."""

    def __init__(self) -> None:
        self._by_place: dict[str, list[int]] = {}
        self._as_words: dict[str, list[int]] = {}
        self._automaton: AhoCorasick | None = None
        self._table: list[tuple[str, tuple[int, ...], tuple[int, ...]]] = []
        self.owners = 0

    def add(self, literals: Iterable[str], *, words: bool = False) -> int:
        """A new owner of these literals; gives its number. `words`: only where `may_be_word` holds."""
        self.owners += 1
        owners = self._as_words if words else self._by_place
        for literal in sorted(set(literals)):
            owners.setdefault(literal, []).append(self.owners)
        self._automaton = None
        return self.owners

    def hits(self, text: str) -> dict[int, list[Hit]]:
        """Owner → where its literals stand, in the order of their ends."""
        if self._automaton is None:
            literals = sorted({*self._by_place, *self._as_words})
            self._automaton = AhoCorasick(literals, implementation=Implementation.ContiguousNFA)
            self._table = [(t, tuple(self._by_place.get(t, ())), tuple(self._as_words.get(t, ()))) for t in literals]
        table = self._table
        found: dict[int, list[Hit]] = {}
        for number, place, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            literal, anywhere, as_word = table[number]
            owners = anywhere + as_word if as_word and may_be_word(text, place, end) else anywhere
            for owner in owners:
                if owner in found:
                    found[owner].append((place, literal))
                else:
                    found[owner] = [(place, literal)]
        return found


def may_be_word(text: str, place: int, end: int) -> bool:
    """Whether a word can stand there: not inside another word, but glued to it with a capital."""
    if place and text[place - 1].isalnum() and not text[place].isupper():
        return False
    return not text[end : end + 1].islower()


_SMALL = Literals()
_PRINTED = Literals()


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in small letters, with the same offsets."""
    return text.replace("\u0130", "I").lower()


@lru_cache(maxsize=2)
def _small_hits(text: str, owners: int) -> dict[int, list[Hit]]:
    return _SMALL.hits(lowered(text))


@lru_cache(maxsize=2)
def _printed_hits(text: str, owners: int) -> dict[int, list[Hit]]:
    return _PRINTED.hits(text)


def printed(literals: Iterable[str]) -> Callable[[str], list[Hit]]:
    """Adds the words of a name list; gives what finds them in a text as printed."""
    owner = _PRINTED.add(literals, words=True)
    return lambda text: _printed_hits(text, _PRINTED.owners).get(owner, [])


class Anchors:
    """Texts whose places are found together with all others; those in small letters match letters of either case."""

    def __init__(self, anchors: Iterable[str]) -> None:
        texts = set(anchors)
        if "" in texts:
            raise ValueError("an anchor is a text, not nothing")
        small = {t for t in texts if t == t.lower()}
        self._small = _SMALL.add(small) if small else 0
        self._printed = _PRINTED.add(texts - small) if texts - small else 0

    def places(self, text: str) -> list[int]:
        """Where an anchor begins, in order, each place once."""
        hits = _small_hits(text, _SMALL.owners).get(self._small, []) if self._small else []
        if self._printed:
            hits = hits + _printed_hits(text, _PRINTED.owners).get(self._printed, [])
        return sorted({place for place, _ in hits})
