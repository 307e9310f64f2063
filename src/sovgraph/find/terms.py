"""Time limits in words ("binnen 4 weken na dagtekening", "voor de zomer") and the last day that they leave.

A last day is given only where the words fix one: "voor de zomer" fixes none.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter

from sovgraph.find.base import FindContext
from sovgraph.find.dates import MONTHS, anchor_date
from sovgraph.find.scan import Anchors, Scan
from sovgraph.find.sentences import places_in
from sovgraph.model import MentionType

NUMBERS = {
    name: value
    for value, names in enumerate(
        "een één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf".split("|"), start=1
    )
    for name in names.split()
}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_UNIT = r"(?:werkdagen|werkdag|dagen|dag|weken|week|maanden|maand|halfjaar|half\s+jaar|jaar)"
_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_WHICH = r"(?:dit|het\s+(?:lopende\s+)?|komend|volgend)\s*(?:kalender)?jaar|(?:19|20)\d\d"
_SEASON = r"(?:zomer(?:reces)?|najaar|voorjaar|herfst|kerst(?:reces)?|voorjaarsreces|meireces|herfstreces|reces)"

_IN_QUARTER = r"(?:in\s+(?:de\s+loop\s+van\s+)?|(?:voor|vóór)\s+het\s+einde\s+van\s+)?"

_WITHIN = Scan(
    rf"(?i)\bbinnen\s+(?:een\s+termijn\s+van\s+)?(?P<n>{_COUNT})\s+(?P<unit>{_UNIT})\b"
    r"(?P<from>\s+na\s+(?:de\s+)?(?:dagtekening|ontvangst|verzending)(?:\s+(?:van\s+(?:deze|dit|de|uw|onze)\s+\w+|hiervan))?)?",
    ["binnen"],
)
_BINNEN = Anchors(["binnen"])
_BEFORE_DATE = re.compile(
    r"(?i)\b(?P<prep>uiterlijk\s+(?:voor|vóór)|uiterlijk(?:\s+(?:op|per|in))?|vóór|voor|tegen|in|eind|medio|begin)\s+$"
)
_WORDS = re.compile(
    rf"""(?ix)
    \b(?:(?:uiterlijk|ruim)\s+)?(?:
      (?P<year_end>(?:voor|vóór|tegen|rond|uiterlijk)?\s*(?:het\s*)?(?:eind|einde)\s*(?:van\s*)?(?P<ye>{_WHICH}))
     |(?=[abdehiklmnoqrstvz])(?:  # what follows begins with one of these, so that most words end here
      (?P<this_year>nog\s+dit\s+jaar|in\s+de\s+loop\s+van\s+(?P<ty>{_WHICH}))
     |{_IN_QUARTER}(?:het\s+)?(?P<quarter>eerste|tweede|derde|vierde)\s+kwartaal(?:\s*(?:van\s+)?(?P<qy>{_WHICH}))?
     |{_IN_QUARTER}\b(?P<q>Q[1-4])(?:\s*(?:van\s+)?(?P<qy2>{_WHICH}))?
     |(?:in\s+)?de\s+(?P<half>eerste|tweede)\s+helft\s+van\s+(?P<hy>{_WHICH})
     |(?P<month_end>(?:voor\s+het\s+)?(?:eind|einde)\s+(?:van\s+)?(?P<em>{_MONTH}))(?!\s+(?:19|20)\d\d)
     |(?P<loose>
        (?:voor|vóór|na|in|tijdens|rond|kort\s+na|ruim\s+voor)\s+(?:de|het|deze|dit)\s+(?:komende\s+|aanstaande\s+)?{_SEASON}(?:\s*van\s+(?:{_WHICH}))?
       |(?:dit|deze|komend|komende|aanstaand|aanstaande|volgend)\s+(?:voorjaar|najaar|zomer|herfst|winter|maand|week|kwartaal)
       |(?:komend|aanstaand|volgend)\s+jaar
       |(?:begin|medio|in\s+de\s+loop\s+van|later)\s+(?:in\s+)?(?:{_WHICH}|{_MONTH})
       |(?:begin|later|medio)\s+(?:dit|volgend|komend)\s+jaar
       |(?:voor|vóór)\s+(?:Prinsjesdag|de\s+(?:behandeling\s+van\s+de\s+)?(?:begrotings?\w*|Voorjaarsnota|Miljoenennota)|het\s+(?:volgende\s+)?(?:debat|commissiedebat))
       |zo\s+(?:spoedig|snel)\s+mogelijk|op\s+(?:zeer\s+)?korte\s+termijn|op\s+een\s+later\s+moment|te\s+zijner\s+tijd|binnenkort|spoedig
       |binnen\s+afzienbare\s+(?:tijd|termijn)|de\s+komende\s+(?:weken|maanden|periode|tijd)
      )
     |(?<=uiterlijk\s)in\s+(?P<year>20\d\d)
    ))(?![\w-])"""
)
_IN_WORDS = Anchors(
    "eind|loop|jaar|kwartaal|q1|q2|q3|q4|helft|zomer|herfst|winter|kerst|reces|maand|week|begin|medio|later|prinsjesdag"
    "|begroting|miljoenennota|debat|snel|termijn|zijner|binnenkort|spoedig|afzienbare|komende|uiterlijk".split("|")
)
_COMING = ("dit", "deze", "komend", "komende", "aanstaand", "aanstaande", "volgend")
_LETTERS = 4
_ONLY_BEHIND = {
    "jaar": ("voor", "na", *_COMING),
    "maan": _COMING,
    "week": _COMING,
    "kwar": ("eerste", "tweede", "derde", "vierde", *_COMING),
    "helf": ("eerste", "tweede"),
    "loop": ("de",),
    "begr": ("de",),
    "kome": ("de",),
    "deba": ("het", "volgende", "commissie"),
    "snel": ("zo",),
    "term": ("korte", "afzienbare"),
    "zijn": ("te",),
}
"""By the first letters of some of those words: what stands at once before them in every match that needs them."""
_BACK, _AHEAD = 70, 70
"""Every match of `_WORDS` has one of these, so far behind its start and so far from its end at most."""
_start = attrgetter("start")
_LED = len("uiterlijk ")
""" "dieuiterlijk in 2026", glued in text from PDF: the match begins behind the word that it needs."""


@dataclass(frozen=True, slots=True)
class Limit:
    """View offsets of a time limit; `due` is its last day."""

    start: int
    end: int
    due: date | None


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_DATE = MentionType.DATE


def dates_by_start(ctx: FindContext, start: int = 0, end: int | None = None) -> dict[int, tuple[int, str]]:
    """View start of each date mention in a stretch of the view → its view end and ISO form."""
    first = bisect_left(ctx.mentions, ctx.view.to_document(start), key=_start)
    last = len(ctx.mentions) if end is None else bisect_left(ctx.mentions, ctx.view.to_document(end), key=_start)
    to_view = ctx.view.to_view
    return {to_view(m.start): (to_view(m.end), m.id) for m in ctx.mentions[first:last] if m.type is _DATE and m.id}


def limits_in(ctx: FindContext, start: int, end: int) -> tuple[Limit, ...]:
    """Time limits in a stretch of the view of a paper, counted from the date of its letter or the paper itself."""
    text, dates = ctx.text, dates_by_start(ctx, start, end)
    if not dates and not _may_limit(text, start, end):
        return ()
    return _limits(text, start, end, tuple(dates.items()), anchor_date(ctx.document, ctx.view.to_document(start)))


@lru_cache(maxsize=4)
def _limits(
    text: str, start: int, end: int, dates: tuple[tuple[int, tuple[int, str]], ...], anchor: date | None
) -> tuple[Limit, ...]:
    """As `limits`; a request, for one, is asked for its limits twice."""
    return tuple(limits(text, start, end, dict(dates), anchor))


def _may_limit(text: str, start: int, end: int) -> bool:
    """Whether a word stands there without which no limit is told in words."""
    return bool(places_in(_IN_WORDS.places(text), start - _LED, end) or places_in(_BINNEN.places(text), start, end))


def limits(
    text: str, start: int, end: int, dates: Mapping[int, tuple[int, str]], anchor: date | None
) -> Iterator[Limit]:
    """Time limits in a stretch of a view, in no order. `anchor` is the date of the letter or paper."""
    if places_in(_BINNEN.places(text), start, end):
        for match in _WITHIN.pattern.finditer(text, start, end):
            yield Limit(match.start(), match.end(), _within(match, anchor))
    for at in sorted(a for a in dates if start <= a < end):
        found = _BEFORE_DATE.search(text, max(start, at - 16), at)
        if found is not None:
            due = _by_date(found["prep"].lower(), dates[at][1])
            if due is None or anchor is None or due >= anchor:
                yield Limit(found.start("prep"), dates[at][0], due)
    for match in _words_in(text, start, end):
        found_due, usable = _by_words(match, anchor)
        if usable:
            yield Limit(match.start(), match.end(), found_due)


def counted_from_dating(text: str) -> list[tuple[int, int]]:
    """Where "binnen 4 weken na dagtekening" stands in a view."""
    return [match.span() for match in _WITHIN.finditer(text) if match["from"] is not None]


def _words_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """As `_WORDS.finditer(text, start, end)`, tried only near the words that it needs."""
    at = start
    for place in places_in(_IN_WORDS.places(text), start - _LED, end):
        behind = _ONLY_BEHIND.get(text[place : place + _LETTERS].lower())
        if behind is not None and not text[max(0, place - _BACK) : place].rstrip().lower().endswith(behind):
            continue
        at = max(at, place - _BACK)
        while at <= place + _LED and (near := _WORDS.search(text, at, min(end, place + _AHEAD))) is not None:
            if near.start() > place + _LED:
                break
            match = _WORDS.match(text, near.start(), end)
            if match is not None:
                yield match
            at = match.end() if match is not None else near.start() + 1


def _within(match: re.Match[str], anchor: date | None) -> date | None:
    if anchor is None:
        return None
    number = match["n"].lower()
    count = int(number) if number.isdigit() else NUMBERS[number]
    unit = " ".join(match["unit"].lower().split())
    if unit.startswith("maand"):
        return add_months(anchor, count)
    if unit.startswith("half"):
        return add_months(anchor, 6 * count)
    if unit == "jaar":
        return add_months(anchor, 12 * count)
    if unit.startswith("werkdag"):
        return None
    return anchor + timedelta(days=count * (7 if unit.startswith("we") else 1))


def _by_date(prep: str, iso: str) -> date | None:
    """ "voor 1 juli" leaves 30 June, "uiterlijk 1 juli" the day itself, "in juli" the month's last day."""
    before = "voor" in prep or "vóór" in prep
    last = iso.rsplit("/", 1)[-1]
    if prep in ("medio", "begin"):
        return None
    if len(last) == 7:
        year, month = int(last[:4]), int(last[5:])
        return date(year, month, 1) - timedelta(days=1) if before else month_end(year, month)
    if prep in ("in", "eind"):
        return None
    day = date.fromisoformat(last)
    return day - timedelta(days=1) if before else day


def _year(words: str | None, anchor: date | None) -> int | None:
    if words is None:
        return anchor.year if anchor else None
    figures = re.search(r"\d{4}", words)
    if figures:
        return int(figures[0])
    if anchor is None:
        return None
    return anchor.year + (1 if words.lower().startswith(("komend", "volgend")) else 0)


def _by_words(match: re.Match[str], anchor: date | None) -> tuple[date | None, bool]:
    """The last day, and whether the words are a limit at all: a past year is none."""
    due: date | None = None
    if match["year_end"] or match["this_year"]:
        year = _year(match["ye"] or match["ty"], anchor)
        due = date(year, 12, 31) if year else None
    elif match["quarter"] or match["q"]:
        order = ("eerste", "tweede", "derde", "vierde")
        place = int(match["q"][1]) if match["q"] else order.index(match["quarter"].lower()) + 1
        year = _year(match["qy"] or match["qy2"], anchor)
        due = month_end(year, place * 3) if year else None
    elif match["half"]:
        year = _year(match["hy"], anchor)
        due = month_end(year, 6 if match["half"].lower() == "eerste" else 12) if year else None
    elif match["month_end"]:
        due = _coming_month(MONTHS[match["em"].lower()], anchor)
    elif match["year"]:
        if anchor is None or int(match["year"]) < anchor.year:
            return None, False
        due = date(int(match["year"]), 12, 31)
    return due, due is None or anchor is None or due >= anchor


def _coming_month(month: int, anchor: date | None) -> date | None:
    if anchor is None:
        return None
    return month_end(anchor.year + (1 if month < anchor.month else 0), month)


def nearest(found: Sequence[Limit], offset: int) -> Limit | None:
    """The limit nearest to an offset; of two that overlap the longer."""
    if len(found) < 2:
        return found[0] if found else None
    return min(
        found,
        key=lambda x: (min(abs(x.start - offset), abs(x.end - offset)), x.start - x.end),
    )
