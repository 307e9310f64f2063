"""Who asks: parties named as "de leden van de fractie van X", members named in the title of Kamervragen."""

import re
from dataclasses import dataclass

from sovgraph.model import Span
from sovgraph.structure.layout import Layout

_CAPITAL = r"[A-Z]\w*(?:-[A-Z]\w*)*"
_PARTY = (
    rf"(?:Fractie-(?:(?:Van|De|Den|Ten|Ter)\s(?:(?:de|den|der|het)\s)?)?{_CAPITAL}|[A-Z0-9][\w&]*(?:-[A-Z]\w*)*)"
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

_TITLE = re.compile(
    r"(?:[Vv]ragen\s+van|[Kk]amervragen\s+(?:van\s+)?)\s*(?:het\s+lid|de\s+leden)\s+(?P<who>.{2,600}?)\s+aan\s+(?:de|het)\b",
    re.DOTALL,
)
_TITLE_OVER = re.compile(r"[Kk]amervragen\s+(?:van\s+)?(?:het\s+lid|de\s+leden)\s+(?P<who>.{2,400}?\))", re.DOTALL)
_PARTY_IN_TITLE = re.compile(r"\(\s*(?:beiden|allen|alle|beide)?\s*(?P<party>[^()]{1,60}?)\s*\)")
_BETWEEN = re.compile(r"\s*(?:,\s*(?:en\s+)?|\ben\b|&)\s*")
_OF = re.compile(r"(?:van|het lid|de leden|lid)\s+", re.IGNORECASE)


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


def members_in_title(layout: Layout) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Members and parties of "Vragen van de leden A en B (beiden X) aan de Minister"."""
    match = _TITLE.search(layout.view, 0, 8_000) or _TITLE_OVER.search(layout.view, 0, 8_000)
    if match is None:
        return (), ()
    members: list[Span] = []
    parties: list[Span] = []
    position, end = match.span("who")
    for bracket in (*_PARTY_IN_TITLE.finditer(layout.view, position, end), None):
        stop = bracket.start() if bracket else end
        members += _names(layout, position, stop)
        if bracket is not None:
            parties.append(Span(*bracket.span("party")))
            position = bracket.end()
    return tuple(members), tuple(parties)


def _names(layout: Layout, start: int, end: int) -> list[Span]:
    names = []
    position = start
    for joint in (*_BETWEEN.finditer(layout.view, start, end), None):
        of = _OF.match(layout.view, position, end)
        span = layout.strip(
            of.end() if of and layout.view[position] in "hdl" else position, joint.start() if joint else end
        )
        if span is not None and span.end - span.start > 1 and span.end - span.start < 50:
            names.append(span)
        position = joint.end() if joint else end
    return names
