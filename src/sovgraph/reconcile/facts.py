"""Rows of facts of the endpoint as candidates."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sovgraph.reconcile.model import Candidate, Role
from sovgraph.reconcile.target import Target

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T|$)")
_LISTS = ("label", "alias", "type", "country", "part")
_SEVERAL = ("position", "party")

Row = Mapping[str, str]


def day_of(text: str) -> date | None:
    """ "1979-05-03T00:00:00Z" as a day; years before 1 and values that are no day give none."""
    match = _DAY.match(text)
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


@dataclass(slots=True)
class _Statement:
    value: str = ""
    names: dict[str, None] = field(default_factory=dict)
    parties: dict[str, None] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None


@dataclass(slots=True)
class _Item:
    lists: dict[str, dict[str, None]] = field(default_factory=dict)
    single: dict[str, set[str]] = field(default_factory=dict)
    statements: dict[tuple[str, str], _Statement] = field(default_factory=dict)


def candidates_of(rows: Iterable[Row], target: Target) -> dict[str, Candidate]:
    """One candidate for each item of the rows, whatever their order."""
    items: dict[str, _Item] = {}
    for row in rows:
        if "item" in row and "field" in row and "value" in row:
            _take(items.setdefault(row["item"], _Item()), row)
    return {iri: _candidate(iri, item, target) for iri, item in sorted(items.items()) if item.lists.get("label")}


def _take(item: _Item, row: Row) -> None:
    name, value = row["field"], row["value"]
    if name in _SEVERAL:
        made = item.statements.setdefault((name, row.get("statement", value)), _Statement(value))
        made.names.update({row["name"]: None} if "name" in row else {})
        made.parties.update({row["party"]: None} if "party" in row else {})
        made.since = _least(made.since, day_of(row.get("from", "")))
        made.until = _least(made.until, day_of(row.get("until", "")))
    elif name in _LISTS:
        shown = row.get("name", value) if name in ("type", "part") else value
        item.lists.setdefault(name, {})[shown] = None
    else:
        item.single.setdefault(name, set()).add(value)


def _least(one: date | None, other: date | None) -> date | None:
    return min((d for d in (one, other) if d), default=None)


def _candidate(iri: str, item: _Item, target: Target) -> Candidate:
    born, died, since, until = (_days(item, name) for name in ("born", "died", "since", "until"))
    roles = [
        Role(target.body(s.value, tuple(s.names)), tuple(sorted(s.parties)), s.since, s.until)
        for (kind, _), s in sorted(item.statements.items())
        if kind == "position"
    ]
    parties = [
        Role("", tuple(sorted(s.names)), s.since, s.until)
        for (kind, _), s in sorted(item.statements.items())
        if kind == "party"
    ]
    numbers = [(scheme, min(item.single[scheme])) for scheme in target.keys("formatter") if scheme in item.single]
    return Candidate(
        iri=iri,
        names=tuple(dict.fromkeys((*sorted(item.lists["label"]), *sorted(item.lists.get("alias", ()))))),
        born=born.year if born else None,
        died=died.year if died else None,
        since=since,
        until=until,
        roles=tuple(sorted(set(roles), key=_order)),
        parties=tuple(sorted(set(parties), key=_order)),
        types=tuple(sorted(item.lists.get("type", ()))),
        countries=tuple(sorted(item.lists.get("country", ()))),
        part_of=tuple(sorted(item.lists.get("part", ()))),
        identifiers=tuple(numbers),
    )


def _days(item: _Item, name: str) -> date | None:
    """The day, unless the register gives several of different years: then it is in doubt itself."""
    days = [day for text in item.single.get(name, ()) if (day := day_of(text))]
    return min(days) if days and len({day.year for day in days}) == 1 else None


def _order(role: Role) -> tuple[str, date, date, tuple[str, ...]]:
    return role.body, role.since or date.min, role.until or date.max, role.parties
