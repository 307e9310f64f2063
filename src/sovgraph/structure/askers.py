"""Who asks: parties named as "de leden van de fractie van X"."""

import re
from dataclasses import dataclass

from sovgraph.model import Span
from sovgraph.structure.layout import Layout

_CAPITAL = r"[A-Z]\w*(?:-[A-Z]\w*)*"
_PARTY = (
    rf"(?:[Ff]ractie[- ](?:(?:Van|De|Den|Ten|Ter)\s(?:(?:de|den|der|het)\s)?)?{_CAPITAL}|[A-Z0-9][\w&]*(?:-[A-Z]\w*)*)"
    rf"(?:\s(?:(?:voor|van)\s(?:de|den|der|het)\s|van\s|de\s|het\s)?{_CAPITAL}){{0,3}}"
)
_ONE = rf"{_PARTY}(?:-fractie)?"
_OF_PARTY = r"(?:fracties?\s+van\s+)?(?:de\s+|het\s+)?"
_AND = rf"(?:\s*,\s*(?:en\s+)?|\s+en\s+)(?:van\s+)?(?:de\s+|het\s+)?(?:leden\s+van\s+de\s+)?{_OF_PARTY}"
_NAMED = re.compile(
    rf"(?:[Ll]eden|[Ll]id)\s+van\s+(?:de\s+)?(?:fracties?\s+van\s+)?(?:de\s+|het\s+)?(?P<one>{_ONE}(?:{_AND}{_ONE}){{0,14}})"
    rf"|\b[Dd]e\s+fracties?\s+van\s+(?:de\s+|het\s+)?(?P<two>{_ONE}(?:{_AND}{_ONE}){{0,14}})"
    rf"|\b[Dd]e\s+(?P<three>{_PARTY}-fractie(?:{_AND}{_PARTY}-fractie){{0,14}})"
)
_JOINT = re.compile(_AND)
_SUFFIX = re.compile(r"-fracties?\Z")
_NOT_A_PARTY = re.compile(
    r"(?:Kamer|Eerste|Tweede|Staten|Raad|EU|Europe\w+|Gemeente\w*|Provinci\w+|College|Commissie|Regering|VN|NAVO)\b"
)
_JOINS = re.compile(r"[^.?!]{0,160}?\bsluiten?\b[^.?!]{0,80}?\baan\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A place where parties are named as asking."""

    start: int
    parties: tuple[Span, ...]


def parties_named(layout: Layout, start: int, end: int) -> list[Named]:
    """Places where parties are named as asking. Those that only join another's question are left out."""
    found = []
    for match in _NAMED.finditer(layout.view, start, end):
        if _JOINS.match(layout.view, match.end(), min(match.end() + 260, end)):
            continue
        group = "one" if match["one"] else "two" if match["two"] else "three"
        parties = _parties(layout, *match.span(group))
        if parties:
            found.append(Named(match.start(), parties))
    return found


def asked_by(named: list[Named], question: Span, floor: int) -> tuple[Span, ...]:
    """The parties named in the question itself, else at the last place before it (from `floor` on)."""
    inside = [n for n in named if question.start <= n.start < question.end]
    if inside:
        return _distinct(inside)
    before = [n for n in named if floor <= n.start < question.start]
    return before[-1].parties if before else ()


def _distinct(named: list[Named]) -> tuple[Span, ...]:
    """Those that the first place names; a later place in one question mostly says the same again."""
    return named[0].parties


def _parties(layout: Layout, start: int, end: int) -> tuple[Span, ...]:
    found = []
    position = start
    for joint in (*_JOINT.finditer(layout.view, start, end), None):
        stop = joint.start() if joint else end
        suffix = _SUFFIX.search(layout.view, position, stop)
        span = layout.strip(position, suffix.start() if suffix else stop)
        if span is not None and not _NOT_A_PARTY.match(layout.view, span.start, span.end):
            found.append(span)
        position = joint.end() if joint else stop
    return tuple(found)
