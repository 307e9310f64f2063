"""Words of time ("voor de zomer", "in de loop van Q3") as a range of days, by the table of conventions.

The table is ontology/lexicon/due_expressions.tsv. What it doesn't know has no range.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sovgraph.find.dates import MONTHS, make_date
from sovgraph.find.terms import NUMBERS, add_months, month_end
from sovgraph.resources import folder, read_tsv

_MONTH = "|".join(MONTHS)
_YEAR = (
    r"(?P<year>(?:19|20)\d\d|(?:nog )?dit (?:kalender)?jaar|het (?:lopende )?(?:kalender)?jaar"
    r"|(?:komend|volgend|aanstaand) (?:kalender)?jaar)"
)
_SLOTS = {
    "{ofyear}": rf"(?: ?(?:van )?{_YEAR})?",
    "{year}": _YEAR,
    "{day}": rf"(?P<d>\d{{1,2}}) (?P<month>{_MONTH})(?: {_YEAR})?",
    "{month}": rf"(?P<month>{_MONTH})(?: (?:van )?{_YEAR})?",
    "{quarter}": rf"(?P<quarter>(?:eerste|tweede|derde|vierde) kwartaal|q[1-4])(?: (?:van )?{_YEAR})?",
    "{half}": r"(?P<half>eerste|tweede)",
    "{n}": rf"(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})",
    "{unit}": r"(?P<unit>dagen|dag|weken|week|maanden|maand|halfjaar|half jaar|jaar)",
}
_ORDER = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_THIS = re.compile(r"\b(?:dit|deze)\b")
_FAR = 3
"""How many years ahead a day without a year is looked for: one that never comes ("31 februari") is none."""


@dataclass(frozen=True, slots=True)
class DueRange:
    """The first and the last day that words leave (None: they fix none), and the row of the table that says so."""

    first: date | None
    last: date | None
    key: str


@dataclass(frozen=True, slots=True)
class DueRow:
    key: str
    words: re.Pattern[str]
    first: str
    last: str
    next: str
    example: str


@cache
def due_rows() -> tuple[DueRow, ...]:
    return tuple(
        DueRow(r["key"], _pattern(r["words"]), r["from"], r["until"], r["next"], r["example"])
        for r in read_tsv(folder("ontology") / "lexicon" / "due_expressions.tsv")
    )


def _pattern(words: str) -> re.Pattern[str]:
    for slot, pattern in _SLOTS.items():
        words = words.replace(slot, pattern)
    return re.compile(words)


def due_range(words: str, paper: date | None) -> DueRange | None:
    """The range of a time limit as printed, said on the day of the paper; None without a day or a row for the words,
    and for a time that is over by then."""
    if paper is None:
        return None
    said = " ".join(words.lower().split())
    for row in due_rows():
        match = row.words.fullmatch(said)
        if match is not None:
            return _range(row, match, paper)
    return None


def _range(row: DueRow, match: re.Match[str], paper: date) -> DueRange | None:
    for year in _years(match, paper):
        first, last = (_day(rule, match, year, paper) for rule in (row.first, row.last))
        reached = first if row.next == "from" else last
        if (first is None and row.first != "none") or (last is None and row.last != "none"):
            continue
        if reached is None or reached >= paper or row.next == "any":
            return DueRange(max(first, paper) if first else None, last, row.key)
    return None


def _years(match: re.Match[str], paper: date) -> Iterator[int]:
    """The year that the words give, else those from the paper's on."""
    stated = match.groupdict().get("year")
    if stated is None:
        yield from range(paper.year, paper.year + (1 if _THIS.search(match[0]) else _FAR))
    elif stated.isdigit():
        yield int(stated)
    else:
        yield paper.year + (0 if stated.startswith(("dit", "nog", "het")) else 1)


def _day(rule: str, match: re.Match[str], year: int, paper: date) -> date | None:
    """The day that a cell of the table means; "-1" behind it is the day before."""
    rule, before = (rule[:-2], 1) if rule.endswith("-1") and not rule[0].isdigit() else (rule, 0)
    day = _plain_day(rule, match, year, paper)
    return day - timedelta(days=before) if day else None


def _plain_day(rule: str, match: re.Match[str], year: int, paper: date) -> date | None:
    part, _, edge = rule.partition(".")
    if rule == "none":
        return None
    if rule[0].isdigit():
        return make_date(year, int(rule[:2]), int(rule[3:]))
    if edge:
        first, last = _PARTS[part](match, year, paper)
        return last if edge == "last" else first if edge == "first" else first.replace(day=int(edge))
    if rule == "paper":
        return paper
    if rule == "count":
        return _counted(match, paper)
    if rule == "budget":
        return _budget_day(year)
    return make_date(year, MONTHS[match["month"]], int(match["d"]))


def _counted(match: re.Match[str], paper: date) -> date:
    count = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"]]
    unit = match["unit"]
    if unit.startswith("half"):
        return add_months(paper, 6 * count)
    if unit.startswith("maand") or unit == "jaar":
        return add_months(paper, count * (12 if unit == "jaar" else 1))
    return paper + timedelta(days=count * (7 if unit.startswith("we") else 1))


def _budget_day(year: int) -> date:
    """Prinsjesdag: the third Tuesday of September."""
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


_Part = Callable[[re.Match[str], int, date], tuple[date, date]]


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    start = add_months(date(year, 1, 1), first - 1)
    end = add_months(start, count - 1)
    return start, month_end(end.year, end.month)


def _quarter(match: re.Match[str], year: int, paper: date) -> tuple[date, date]:
    said = match["quarter"]
    order = int(said[1]) if said.startswith("q") else _ORDER[said.split()[0]]
    return _months(year, 3 * order - 2, 3)


def _week(paper: date, ahead: int) -> tuple[date, date]:
    monday = paper + timedelta(days=7 * ahead - paper.weekday())
    return monday, monday + timedelta(days=6)


_PARTS: dict[str, _Part] = {
    "month": lambda m, y, p: _months(y, MONTHS[m["month"]], 1),
    "quarter": _quarter,
    "half": lambda m, y, p: _months(y, 1 if m["half"] == "eerste" else 7, 6),
    "this-month": lambda m, y, p: _months(p.year, p.month, 1),
    "next-month": lambda m, y, p: _months(p.year, p.month + 1, 1),
    "this-quarter": lambda m, y, p: _months(p.year, (p.month - 1) // 3 * 3 + 1, 3),
    "next-quarter": lambda m, y, p: _months(p.year, (p.month - 1) // 3 * 3 + 4, 3),
    "this-week": lambda m, y, p: _week(p, 0),
    "next-week": lambda m, y, p: _week(p, 1),
}
