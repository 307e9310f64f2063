"""Outcomes that a page or letter records outside the report of the meeting: "Bij zitten en opstaan aangenomen op …"."""

import re

from sovgraph.model import Meta, Method, Outcome, Span, Vote
from sovgraph.structure.dates import DATE_TEXT, read_date
from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.lists import split_list
from sovgraph.structure.meeting.papers import DOSSIER, paper_of

_RECORDED = re.compile(
    r"(?<![\w-])(?P<how>[Bb]ij\s+zitten\s+en\s+opstaan|[Nn]a\s+hoofdelijke\s+stemming|[Mm]et\s+algemene\s+stemmen"
    r"|[Zz]onder\s+(?:hoofdelijke\s+)?stemming)\s+"
    rf"(?:(?P<first>aangenomen|verworpen)\s+)?op\s+(?P<day>{DATE_TEXT})"
    r"(?:\s+met\s+(?P<for>\d{1,3})\s+(?:leden|stemmen)\s+(?:voor|vóór)\s+en\s+(?P<against>\d{1,3})\s+"
    r"(?:leden|stemmen)\s+tegen)?(?:\s+(?P<last>aangenomen|verworpen))?\s*(?=[.;,]|\Z)",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"\s*\.?\s*(?:(?P<side>Voor|Vóór|Tegen)\s*:\s*(?P<listed>[^.:;\n]{2,400}?)(?=\.|\n|\Z)"
    r"|(?:De\s+(?:fracties?|leden)\s+van\s+(?:de\s+fracties?\s+van\s+)?)?(?P<named>[A-ZÀ-Þ5][^.:;\n]{1,400}?)\s+"
    r"stemden?\s+(?P<stated>voor|vóór|tegen)(?!\w))"
)
_MOTION = re.compile(
    rf"(?<![\w-])[Mm]otie(?!s)(?!\w)[^\n;]{{0,300}}?(?:\(|\bop\s+stuk\s+)\s*(?:EK\s+|TK\s+)?{DOSSIER}\s*,\s*"
    r"(?:nr\.?\s*|letter\s+)?(?P<number>\d{1,5}[a-z]?|[A-Z]{1,2})(?!\w)"
)
_METHODS = {"bij": Method.BY_PARTY, "na": Method.BY_NAME, "met": Method.UNANIMOUS, "zonder": Method.NO_VOTE}
_REACH = 700


def find_recorded(layout: Layout, meta: Meta) -> tuple[Vote, ...]:
    """Each with the motion that stands last before it, if no other outcome comes between."""
    found: list[Vote] = []
    before = 0
    for match in _RECORDED.finditer(layout.view):
        vote = _vote(layout, meta, match, max(before, match.start() - _REACH))
        before = match.end()
        if vote is not None:
            found.append(vote)
            before = vote.span.end
    return tuple(found)


def _vote(layout: Layout, meta: Meta, match: re.Match[str], start: int) -> Vote | None:
    result = "first" if match["first"] else "last"
    named = list(_MOTION.finditer(layout.view, start, match.start()))
    if match[result] is None or bool(match["first"]) == bool(match["last"]) or not named:
        return None
    motion = named[-1]
    sides, end = _sides(layout, match.end())
    counts = (int(match["for"]), int(match["against"])) if match["for"] else None
    return Vote(
        span=Span(motion.start(), end),
        subject=Span(motion.start(), motion.end()),
        outcome=Outcome(match[result].lower()),
        result=Span(match.start(), match.end()),
        method=_METHODS[match["how"].split()[0].lower()],
        paper=paper_of(motion["dossier"], motion["number"], meta.chamber, meta.session_year),
        in_favour=sides.get("voor", ()),
        against=sides.get("tegen", ()),
        counts=counts,
        day=read_date(match["day"]),
        others=_others(match["how"], sides),
    )


def _others(how: str, sides: dict[str, tuple[Span, ...]]) -> str:
    """By rising only those who were against (or for) are named: the others were on the other side."""
    if not how.lower().startswith("bij") or len(sides) != 1:
        return ""
    return "for" if "tegen" in sides else "against"


def _sides(layout: Layout, at: int) -> tuple[dict[str, tuple[Span, ...]], int]:
    """The one or two lists of parties right behind the outcome."""
    found: dict[str, tuple[Span, ...]] = {}
    while len(found) < 2 and (match := _SIDE.match(layout.view, at)) is not None:
        side = (match["side"] or match["stated"]).lower().replace("ó", "o")
        group = "listed" if match["side"] else "named"
        if side in found:
            break
        found[side] = split_list(layout, *match.span(group), slashes=False)
        at = match.end()
    return found, at
