"""Where the abbreviations stand that a text itself defines: "de Wolkenraad (WR) … volgens de WR"."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from sovgraph.find.index import NameIndex
from sovgraph.find.scan import is_plain

Payload = TypeVar("Payload")

_APOSTROPHES = "'\u2019"


def uses_of(known: Mapping[str, Payload], text: str) -> Iterator[tuple[int, int, Payload]]:
    """As `NameIndex(known).find(text)`, in any order: a list of names is made only where one is glued to something."""
    places = None if is_plain() else _places(known, text)
    if places is None:
        yield from NameIndex(sorted(known.items())).find(text)
        return
    for start, short in places:
        yield start, start + len(short), known[short]


def _places(known: Mapping[str, Payload], text: str) -> list[tuple[int, str]] | None:
    """Where each stands as a word of its own; None if that can't be told so simply."""
    found: list[tuple[int, str]] = []
    for short in known:
        if not short.isalpha():
            return None
        start = text.find(short)
        while start >= 0:
            alone = _stands_alone(text, start, start + len(short))
            if alone is None:
                return None
            if alone:
                found.append((start, short))
            start = text.find(short, start + 1)
    return found


def _stands_alone(text: str, start: int, end: int) -> bool | None:
    """Whether a stretch of letters is a word; None where something else than a capital or a hyphen is glued to it."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if behind.isalpha() or before.isupper():
        return False
    if before == "-":
        return not text[max(0, start - 2) : start - 1].isalpha()
    glued = before.isalnum() or behind.isalnum() or (before and before in _APOSTROPHES)
    return None if glued or (behind and behind in _APOSTROPHES) else True
