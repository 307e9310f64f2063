"""Queries for the SRU service, and how one that finds too much is split into parts that don't overlap."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

_WORD = re.compile(r"[A-Za-z0-9._-]+")
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2100, 1, 1)
LETTERS = ("", *"-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
"""What identifiers are made of, in the order of their code points; the first stands for the end of one."""


def quoted(value: str) -> str:
    """A term of CQL; what could end it is escaped."""
    if _WORD.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@dataclass(frozen=True, slots=True)
class Days:
    """Papers of dates from `start` up to, not including, `end`."""

    start: date
    end: date

    def halves(self) -> "tuple[Days, Days] | None":
        days = (self.end - self.start).days
        if days < 2:
            return None
        middle = self.start + timedelta(days=days // 2)
        return Days(self.start, middle), Days(middle, self.end)


@dataclass(frozen=True, slots=True)
class Ids:
    """Papers whose identifier goes on after `prefix` with a letter from LETTERS[first:last]."""

    prefix: str
    first: int = 0
    last: int = len(LETTERS)

    def halves(self) -> "tuple[Ids, Ids] | None":
        if self.last == 1:
            return None
        if self.last - self.first == 1:
            deeper = self.prefix + LETTERS[self.first]
            return Ids(deeper).halves() if len(deeper) < 40 else None
        middle = (self.first + self.last) // 2
        return Ids(self.prefix, self.first, middle), Ids(self.prefix, middle, self.last)

    @property
    def bounds(self) -> tuple[str, str]:
        end = LETTERS[self.last] if self.last < len(LETTERS) else "~"
        return self.prefix + LETTERS[self.first], self.prefix + end


@dataclass(frozen=True, slots=True)
class Query:
    """Clauses that all hold, perhaps narrowed to a range of days and one of identifiers. `undated`: none of days."""

    clauses: tuple[str, ...]
    days: Days | None = None
    ids: Ids | None = None
    undated: bool = False

    @property
    def text(self) -> str:
        parts = list(self.clauses)
        if self.days:
            parts += [f"dt.date >= {self.days.start}", f"dt.date < {self.days.end}"]
        if self.ids:
            low, high = self.ids.bounds
            parts += [f"dt.identifier >= {quoted(low)}", f"dt.identifier < {quoted(high)}"]
        text = "(" + " AND ".join(parts) + ")"
        return f"{text} NOT dt.date >= {FIRST_DAY}" if self.undated else text

    def parts(self) -> "tuple[Query, ...]":
        """Two halves by day, and within one day (or without one) by identifier; none when it can't be split."""
        if self.ids is None and not self.undated:
            days = self.days or Days(FIRST_DAY, LAST_DAY)
            if found := days.halves():
                return tuple(replace(self, days=half) for half in found)
        halves = (self.ids or Ids("")).halves()
        return tuple(replace(self, ids=half) for half in halves) if halves else ()
