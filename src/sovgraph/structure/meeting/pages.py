"""Heads and feet of the printed pages of Handelingen: day, meeting, item and page ("40-6-1", "TK 40")."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from sovgraph.model import Chamber, Span
from sovgraph.structure.dates import DATE_TEXT, read_date
from sovgraph.structure.layout import Layout

_FOLIO = re.compile(r"^[ \t]*(?P<meeting>\d{1,3})-(?P<item>\d{1,3})-(?P<page>\d{1,4})[ \t]*$", re.MULTILINE)
_RUNNING = re.compile(
    r"^[ \t]*(?P<house>Tweede|Eerste) Kamer\b[^\n]{0,200}?[ \t](?P<mark>TK|EK)[ \t]+(?P<meeting>\d{1,3})(?!\d)"
    r"|^[ \t]*(?P<mark2>TK|EK)[ \t]+(?P<meeting2>\d{1,3})[ \t]*$",
    re.MULTILINE,
)
_DAY = re.compile(rf"^[ \t]*(?P<date>{DATE_TEXT})[ \t]*$", re.MULTILINE)
_NEAR = 260
"""How far apart the parts of one page's head and foot stand."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What the heads of pages say, and where they stand."""

    zones: tuple[Span, ...] = ()
    chamber: Chamber | None = None
    meeting: str | None = None
    meeting_span: Span | None = None
    items: frozenset[str] = frozenset()
    day: date | None = None
    day_span: Span | None = None


def read_pages(layout: Layout) -> Pages:
    """Heads that agree with one another; a number that only looks so stands alone and is left."""
    view = layout.view
    running = list(_RUNNING.finditer(view))
    numbers = {m["meeting"] or m["meeting2"] for m in running}
    folios = [m for m in _FOLIO.finditer(view) if m["meeting"] in numbers]
    if len(numbers) != 1 or not folios:
        return Pages()
    places = sorted([m.start() for m in folios] + [m.start() for m in running])
    days = [m for m in _DAY.finditer(view) if _is_near(m.start(), places)]
    values = {read_date(m["date"]) for m in days}
    zones = [Span(*m.span()) for m in (*folios, *running, *days)]
    marks = {m["mark"] or m["mark2"] for m in running}
    day = values.pop() if len(values) == 1 else None
    return Pages(
        zones=tuple(zones),
        chamber={"TK": Chamber.TK, "EK": Chamber.EK}[marks.pop()] if len(marks) == 1 else None,
        meeting=numbers.pop(),
        meeting_span=layout.strip(*folios[0].span()),
        items=frozenset(m["item"] for m in folios),
        day=day,
        day_span=layout.strip(*days[0].span("date")) if day else None,
    )


def _is_near(place: int, places: list[int]) -> bool:
    index = bisect_left(places, place)
    return any(abs(places[i] - place) <= _NEAR for i in (index - 1, index) if 0 <= i < len(places))
