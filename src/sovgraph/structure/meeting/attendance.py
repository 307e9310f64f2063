"""The attendance list of a meeting: "Aanwezig zijn 117 leden der Kamer, te weten: A, B en C"."""

import re

from sovgraph.model import Genre, Meta, Span
from sovgraph.structure.layout import Layout
from sovgraph.structure.signers import is_name

_MEETINGS = (Genre.PROCEEDINGS, Genre.COMMITTEE_DEBATE, Genre.ORAL_CONSULTATION_REPORT)
_LIST = re.compile(
    r"\b(?:Aanwezig|Tegenwoordig)\s+(?:zijn|is)\s+(?:\w+\s+){0,3}(?:leden|lid)\s*(?:der\s+Kamer\s*)?,?\s*te\s+weten\s*:\s*"
)
_JOINT = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+(?=[^\W\d_])")
_END = re.compile(
    r"\n\s*\n|[.;:]\s|,?\s+(?:alsmede|en|benevens)\s+(?:de\s+(?:heer|heren)|mevrouw)\b|,\s*\n\s*en\s+(?:de|mevrouw|[Mm]inister)\b"
)
_LONGEST = 8_000


def read_present(layout: Layout, meta: Meta) -> tuple[Span, ...]:
    """The members whom the list in the head of a meeting names; an entry that is no name is left out."""
    begin = _LIST.search(layout.view, 0, 20_000) if meta.genre in _MEETINGS else None
    if begin is None:
        return ()
    limit = min(begin.end() + _LONGEST, len(layout.view))
    stop = _END.search(layout.view, begin.end(), limit)
    end = stop.start() if stop else limit
    found: list[Span] = []
    position = begin.end()
    for joint in (*_JOINT.finditer(layout.view, position, end), None):
        span = layout.strip(position, joint.start() if joint else end)
        if span is not None and is_name(" ".join(span.of(layout.view).split())):
            found.append(_without_comma(layout, span))
        position = joint.end() if joint else end
    return tuple(found)


def _without_comma(layout: Layout, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(layout.view).rstrip(" ,.")))
