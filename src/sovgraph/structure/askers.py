"""Who asks: parties named as "de leden van de fractie van X", members named in the title of Kamervragen."""

import re
from dataclasses import dataclass

from sovgraph.model import Span
from sovgraph.structure.layout import Layout
from sovgraph.structure.signers import is_name

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

_TITLE = re.compile(r"(?:[Vv]ra(?:ag|gen)\s+van|[Kk]amervragen\s+(?:van\s+)?)\s*(?:het\s+lid|de\s+leden)\s+(?=\S)")
_TITLE_END = re.compile(
    r"\s+(?P<to>aan\s+(?:de|het)\b)|\s+(?:over|inzake|betreffende|met\s+betrekking|naar\s+aanleiding)\b"
    r"|[.?!:;]\s|\n\s*\n|\n\s*[Vv]ragen\s+van\b|\Z"
)
_TITLE_LENGTH = 600
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
    titles = (_named_in_title(layout, title.end()) for title in _TITLE.finditer(layout.view, 0, 8_000))
    found = [named for named in titles if named is not None]
    sure = [named for named in found if named[1]]
    return (sure or found or [((), ())])[0]


def _named_in_title(layout: Layout, start: int) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Members and parties from `start` to the addressee or subject; None when any of it is no name.

    Sites put a title of their own above the paper ("Antwoord op vragen van het lid A over x en y"): the first title
    that gives a party is the paper's.
    """
    title_end = _TITLE_END.search(layout.view, start, min(start + _TITLE_LENGTH, len(layout.view)))
    if title_end is None:
        return None
    members: list[Span] = []
    parties: list[Span] = []
    position, end = start, title_end.start()
    for bracket in (*_PARTY_IN_TITLE.finditer(layout.view, position, end), None):
        stop = bracket.start() if bracket else end
        members += _names(layout, position, stop)
        if bracket is not None:
            parties.append(Span(*bracket.span("party")))
            position = bracket.end()
    if not members or not all(_is_member(span.of(layout.view)) for span in members):
        return None
    return (tuple(members), tuple(parties)) if parties or title_end["to"] else None


def _is_member(words: str) -> bool:
    """A surname, here and there with a first name: "Inge van Dijk"; text from PDF breaks one at its hyphen."""
    return len(words) < 50 and is_name(re.sub(r"-\s+", "-", " ".join(words.split())))


def _names(layout: Layout, start: int, end: int) -> list[Span]:
    names = []
    position = start
    for joint in (*_BETWEEN.finditer(layout.view, start, end), None):
        of = _OF.match(layout.view, position, end)
        span = layout.strip(
            of.end() if of and layout.view[position] in "hdl" else position, joint.start() if joint else end
        )
        if span is not None and span.end - span.start > 1:
            names.append(span)
        position = joint.end() if joint else end
    return names
