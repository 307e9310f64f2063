"""Titles of publications that are announced or sent: in quotation marks, or a noun of one with capitals behind it."""

import re
from collections.abc import Iterator

from sovgraph.authority.names import fold

_NOUN = (
    r"(?:Staat|Monitor|Jaarverslag|Voortgangsrapportage|Actieplan|Agenda|Rapportage|Nota|Visie|Strategie|Beleidsbrief"
    r"|Verzamelbrief|Jaarplan|Jaarrapportage|Meerjarenplan|Uitvoeringsagenda|Najaarsnota|Ontwerpbegroting)"
)
_REST = r"(?:\s+(?:van|voor|op|over|de|het|en|[A-ZÀ-Þ\d][\w-]*))*\s+[A-ZÀ-Þ\d][\w-]*"
_QUOTED = r"['‘\"«](?P<q>[A-ZÀ-Þ][^'’\"»\n]{4,90})['’\"»]"
_LED = r"(?:jaarlijkse|nieuwe|tweede|derde|eerste|periodieke)"
_IN_SENTENCE = re.compile(rf"{_QUOTED}|\b(?:[Dd]e|[Hh]et|[Ee]en)\s+(?:{_LED}\s+)?(?P<t>{_NOUN}{_REST})")
_IN_HEAD = re.compile(rf"{_QUOTED}|(?:^|[;:,]\s*|\b(?:[Dd]e|[Hh]et|inzake|over|met)\s+)(?P<t>{_NOUN}{_REST})")
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s*[-/–]\s*(?:(?:19|20)?\d\d))?\b")


def titles_in(text: str, start: int, end: int, *, head: bool = False) -> Iterator[tuple[int, int]]:
    """Where titles stand; in a head ("Betreft: Monitor X 2026") they need no article."""
    if head:
        for match in _IN_HEAD.finditer(text[start:end]):
            name = "q" if match["q"] else "t"
            yield start + match.start(name), start + match.end(name)
        return
    for match in _IN_SENTENCE.finditer(text, start, end):
        yield match.span("q" if match["q"] else "t")


def title_key(words: str) -> str:
    """What titles of one publication have in common: small letters, without years, blanks and marks."""
    return fold(_YEAR.sub(" ", words))
