"""Lists of members of committees: "Name (Party) (role), ..." or "Name (Party), role, ..."."""

import re

from sovgraph.model import Composition, CompositionRow, Note, Span
from sovgraph.structure.layout import Layout

_TITLE = re.compile(r"(?:Samenstelling\b[^:(]{0,80}:?|Leden\s*:)\s*", re.IGNORECASE)
_RANK = r"(?:(?:eerste|tweede|1e|2e|plv\.?|plaatsvervangend|fungerend)\s+)?"
_ROLE = rf"{_RANK}(?:onder|vice-?)?voorzitter|(?:adjunct-)?griffier"
_ROW = re.compile(
    r"(?P<name>[^\W\d_'][^,;:()]{1,60}?)\s*\((?P<party>[^()]{1,60})\)"
    rf"(?:\s*\(\s*(?P<role>{_ROLE})\s*\)|\s*,\s*(?P<said>{_ROLE})\b)?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:en|leden|plv\. leden|plaatsvervangende leden)\s+", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?:(?:vaste|algemene|tijdelijke|bijzondere|gemengde|parlementaire)\s+)?"
    r"(?:Kamer)?commissies?\s+(?:voor|belast met)\s",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?:\ben|,)\s+(?:(?:de|het)\s+)?(?:voor\s+)?", re.IGNORECASE)
_BACK = 600


def read_compositions(layout: Layout, notes: tuple[Note, ...]) -> tuple[Composition, ...]:
    """One for each note that is a list of members, with the committee named at the note's mark."""
    found = []
    for index, note in enumerate(notes):
        title = _TITLE.match(layout.view, note.body.start, note.body.end)
        if title is None:
            continue
        rows = _rows(layout, title.end(), note.body.end)
        if rows:
            before = [a.end for other in notes[:index] for a in other.anchors]
            committee = _committee(layout, note.anchors[0], before) if note.anchors else None
            span = layout.strip(title.end(), note.body.end) or note.body
            found.append(Composition(committee, span, rows))
    return tuple(found)


def _rows(layout: Layout, start: int, end: int) -> tuple[CompositionRow, ...]:
    rows = []
    for match in _ROW.finditer(layout.view, start, end):
        joint = _JOINT.match(match["name"])
        name = layout.strip(match.start("name") + (joint.end() if joint else 0), match.end("name"))
        party = layout.strip(*match.span("party"))
        group = "role" if match["role"] else "said"
        role = Span(*match.span(group)) if match[group] else None
        if name is not None:
            rows.append(CompositionRow(name, party, role))
    return tuple(rows)


def _committee(layout: Layout, anchor: Span, before: list[int]) -> Span | None:
    """The committee's name before the mark; of a joint naming ("voor A¹ en voor B²") the second is the name alone."""
    floor = max([anchor.start - _BACK, 0, *(end for end in before if end <= anchor.start)])
    named = list(_COMMITTEE.finditer(layout.view, floor, anchor.start))
    if named:
        return layout.strip(named[-1].start(), anchor.start)
    between = layout.strip(floor, anchor.start)
    joint = _NEXT.match(layout.view, between.start, between.end) if between else None
    return layout.strip(joint.end(), anchor.start) if joint else None
