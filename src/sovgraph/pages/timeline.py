"""The course of a dossier: letters, reminders, answers and papers in order, with how long each answer took."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sovgraph.pages.values import Shower, Shown

STEPS: Final = 40
"""A bar has so many steps at most; the style sheet has a width for each."""

_SHOWN = ("paper", "letter", "council meeting", "decision", "commitment due")
_ORDER = {"letter": 0, "council meeting": 1, "decision": 2, "paper": 3, "commitment due": 4}


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to a letter: "due", "extended", "reminder", "answer", "open" (nothing yet on that day)."""

    kind: str
    day: str
    thing: Shown | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """How long a letter waited. `days` to its answer, `late` behind the term; None: not known.

    `term` and `over` are the lengths of the bar, in steps, before and behind the last day of the term.
    """

    steps: tuple[Step, ...]
    status: str
    days: int | None
    late: int | None
    term: int = 0
    over: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """`kind` is a code of words.tsv; `wait` only of letters that ask for an answer."""

    day: str
    kind: str
    thing: Shown
    title: str
    paper: Shown | None
    parties: tuple[tuple[Shown, ...], tuple[Shown, ...]] = ((), ())
    kenmerk: str = ""
    wait: Wait | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """The events of a year; "" holds those without a day."""

    year: str
    events: tuple[Event, ...]


def course_of(shower: Shower, dossier: str) -> tuple[Year, ...]:
    """All years of a dossier, by its number; none where the store has nothing of it."""
    letters = _letters(shower, dossier)
    events = [*letters.values()]
    for row in shower.asker.run("dossier-timeline", {"dossier": dossier}, shower.lang).values():
        thing, kind, day = row["thing"] or "", row["event"] or "", row["date"] or ""
        if kind in _SHOWN and thing not in letters:
            paper = shower.thing(row["paper"] or "") if row["paper"] and row["paper"] != thing else None
            events.append(Event(day, kind, shower.thing(thing), row["title"] or "", paper))
    return _by_year(_scaled(events))


def _letters(shower: Shower, dossier: str) -> dict[str, Event]:
    """Letters that ask for an answer; a row of the query is one of their senders, reminders and answers."""
    rows: dict[str, list[Mapping[str, str | None]]] = {}
    for row in shower.asker.run("report-letters", {"dossier": dossier}, shower.lang).values():
        rows.setdefault(row["letter"] or "", []).append(row)
    columns = ("letter", "from", "to", "reminder", "reply")
    shower.prepare(row[c] or "" for found in rows.values() for row in found for c in columns if row[c])
    return {iri: _letter(shower, iri, found) for iri, found in rows.items()}


def _letter(shower: Shower, iri: str, rows: list[Mapping[str, str | None]]) -> Event:
    def values(column: str) -> list[str]:
        return list(dict.fromkeys(value for row in rows if (value := row[column])))

    def first(column: str) -> str:
        return next(iter(values(column)), "")

    steps = [Step("due", day) for day in values("due")] + [Step("extended", day) for day in values("extended")]
    steps += _pairs(shower, rows, "reminder", "reminded", "reminder")
    steps += _pairs(shower, rows, "reply", "replied", "answer")
    answered = first("answered") or first("replied")
    if answered and not any(step.kind == "answer" for step in steps):
        steps.append(Step("answer", answered))
    if first("status") == "open" and first("openOn"):
        steps.append(Step("open", first("openOn")))
    days, late = first("days"), first("daysLate")
    wait = Wait(
        tuple(sorted(steps, key=lambda s: (s.day, s.kind))),
        first("status"),
        int(days) if days else None,
        int(late) if late else None,
    )
    parties = (tuple(map(shower.thing, values("from"))), tuple(map(shower.thing, values("to"))))
    return Event(first("date"), "letter", shower.thing(iri), "", None, parties, first("kenmerk"), wait)


def _pairs(shower: Shower, rows: Iterable[Mapping[str, str | None]], thing: str, day: str, kind: str) -> list[Step]:
    """One a day: a letter that two papers print is one letter."""
    found = {row[day] or "": row[thing] or "" for row in reversed(list(rows)) if row[thing] and row[day]}
    return [Step(kind, on, shower.thing(iri)) for on, iri in found.items()]


def _scaled(events: list[Event]) -> list[Event]:
    """The bars of all letters on one scale: the longest wait takes all steps."""
    spans = [_span(event) for event in events]
    longest = max((sum(span) for span in spans), default=0)
    if not longest:
        return events
    return [
        replace(event, wait=replace(event.wait, term=_steps(term, longest), over=_steps(over, longest)))
        if event.wait is not None
        else event
        for event, (term, over) in zip(events, spans, strict=True)
    ]


def _steps(days: int, longest: int) -> int:
    return max(1, round(STEPS * days / longest)) if days > 0 else 0


def _span(event: Event) -> tuple[int, int]:
    """Days of waiting inside the term and behind it, as far as both ends are known."""
    if event.wait is None or not event.day:
        return 0, 0
    ends = [step.day for step in event.wait.steps if step.kind in ("answer", "open")]
    if not ends:
        return 0, 0
    total = max(0, _between(event.day, max(ends)))
    due = [step.day for step in event.wait.steps if step.kind in ("due", "extended")]
    if not due:
        return total, 0
    term = min(total, max(0, _between(event.day, max(due))))
    return term, total - term


def _between(first: str, last: str) -> int:
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return 0


def _by_year(events: Iterable[Event]) -> tuple[Year, ...]:
    """The same letter printed in two papers, and a meeting that several name, come once."""
    ranked = sorted(
        events, key=lambda e: (not e.day, e.day, _ORDER.get(e.kind, 9), e.thing.text, e.wait is None, e.thing.href)
    )
    once = {(event.day, event.kind, event.thing.text): event for event in reversed(ranked)}
    found: dict[str, list[Event]] = {}
    for event in reversed(once.values()):
        found.setdefault(event.day[:4], []).append(event)
    return tuple(Year(year, tuple(of_year)) for year, of_year in found.items())
