"""When, where and under whose chair a meeting was held, by its report."""

import re
from dataclasses import replace

from sovgraph.model import Chamber, Dated, Genre, Meeting, Meta, Span
from sovgraph.structure.dates import DATE_TEXT, read_date
from sovgraph.structure.identity import session_on
from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.chairs import find_chairs
from sovgraph.structure.meeting.pages import Pages

_NUMBER = re.compile(r"(?<!\w)(?P<number>\d{1,3})(?:e|de|ste)\s+(?:\w+\s+)?vergadering\b")
_OF_ID = re.compile(r"h-[te]k-\d{8}-(?P<meeting>\d{1,3})(?:-\d{1,3})?")
_OPENS = re.compile(r"\bAanvang\s*:?\s*(?:om\s+)?(?P<time>\d{1,2}[.:]\d\d)\s*uur")
_CLOSES = re.compile(r"\bSluiting\s*:?\s*(?:om\s+)?(?P<time>\d{1,2}[.:]\d\d)\s*uur")
_BODY = re.compile(
    r"(?:Voortouwcommissie\s*:\s*|De\s+)?"
    r"(?P<body>(?:vaste|algemene|tijdelijke)\s+(?:Eerste\s+Kamer\s?)?commissie\s+(?:voor|inzake)\s+[^.\n;:(]{3,120}?)"
    r"(?=\s+(?:heeft|hebben|en\s+de|Volgcommissies?|Activiteitnummer|Datum|Tijd|Document)\b|\s*[\n,(])"
)
_LATER = re.compile(
    rf"(?:heeft|hebben)\s+op\s+(?:\w{{3,6}}dag\s+)?(?P<date>{DATE_TEXT})\s+(?:[^.]{{0,80}}\s)?(?:overleg|gesprek)"
)
_HEAD = 4_000


def with_pages(layout: Layout, meta: Meta, pages: Pages) -> Meta:
    """The head of a paper whose pages say which meeting, item and day it is of, or of the report of a whole day."""
    if meta.genre is not Genre.PROCEEDINGS:
        return meta
    if pages.meeting is None:
        return meta if meta.paper_id is not None else _whole_day(layout, meta)
    year = meta.session_year or session_on(pages.day)
    chamber = meta.chamber or pages.chamber
    official = meta.paper_id
    if official is None and year and chamber:
        item = next(iter(pages.items)) if len(pages.items) == 1 else None
        official = _identifier(chamber, year, pages.meeting, item)
    dates = meta.dates
    if pages.day is not None and pages.day_span is not None and all(d.kind != "vergadering" for d in dates):
        dates = (*dates, Dated("vergadering", pages.day, pages.day_span))
    return replace(meta, paper_id=official, chamber=chamber, session_year=year, dates=dates)


def _whole_day(layout: Layout, meta: Meta) -> Meta:
    """The report of a whole meeting prints its number, and when it began."""
    number, opens = _NUMBER.search(layout.view, 0, _HEAD), _OPENS.search(layout.view, 0, _HEAD)
    if number is None or opens is None or meta.chamber is None or not meta.session_year:
        return meta
    return replace(meta, paper_id=_identifier(meta.chamber, meta.session_year, number["number"]))


def _identifier(chamber: Chamber, year: str, meeting: str, item: str | None = None) -> str:
    house = "tk" if chamber is Chamber.TK else "ek"
    return f"h-{house}-{year.replace('-', '')}-{meeting}" + (f"-{item}" if item else "")


def read_head(layout: Layout, meta: Meta, pages: Pages) -> Meeting:
    """The meeting by the head of the report, by the heads of its pages and by the id of the paper."""
    number = _NUMBER.search(layout.view, 0, _HEAD)
    of_id = _OF_ID.fullmatch(meta.paper_id or "")
    opens = _OPENS.search(layout.view, 0, _HEAD)
    closings = list(_CLOSES.finditer(layout.view))
    dated = next((d for d in meta.dates if d.kind == "vergadering"), None) or _later(layout)
    body = _BODY.search(layout.view, 0, _HEAD)
    return Meeting(
        number=number["number"] if number else pages.meeting or (of_id["meeting"] if of_id else None),
        number_span=Span(*number.span("number")) if number else pages.meeting_span,
        day=dated.value if dated else None,
        day_span=dated.span if dated else None,
        opens=Span(*opens.span("time")) if opens else None,
        closes=Span(*closings[-1].span("time")) if closings else None,
        chairs=find_chairs(layout),
        body=Span(*body.span("body")) if body else None,
    )


def _later(layout: Layout) -> Dated | None:
    """ "De vaste commissie voor X heeft op 5 maart 2024 overleg gevoerd met ..."."""
    match = _LATER.search(layout.view, 0, _HEAD)
    value = read_date(match["date"]) if match else None
    return Dated("vergadering", value, Span(*match.span("date"))) if match and value else None
