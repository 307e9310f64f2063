"""Rows of a stored query as the records of a section: merged by key, worked out, kept, summed up, sorted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from sovgraph import vocab as v
from sovgraph.query import Result, short_iri
from sovgraph.query.sentences import code_words
from sovgraph.report.conditions import Record, holds
from sovgraph.report.definition import Column, SectionFile
from sovgraph.report.model import Value, Values, number
from sovgraph.store import Cell


def records_of(section: SectionFile, result: Result, given: Mapping[str, str], lang: str) -> list[Record]:
    """What the section shows, in order; every column of the query stays available under its name."""
    merged = _merged(section, result, given)
    kept = [r for r in (_worked_out(section.columns, r, given, lang) for r in merged) if holds(section.keep, r, given)]
    if section.by:
        kept = _summed_up(section, kept, given)
    for column in reversed(section.sort):
        name = column.removeprefix("-")
        kept.sort(key=lambda r, name=name: _order(r.get(name, ())), reverse=column.startswith("-"))  # type: ignore[misc]
        kept.sort(key=lambda r, name=name: not r.get(name))  # type: ignore[misc]
    return kept


def key_of(section: SectionFile, record: Record) -> tuple[str, ...]:
    """What makes it the same row in another store."""
    return _combination(section.key, record)


def _merged(section: SectionFile, result: Result, given: Mapping[str, str]) -> list[Record]:
    """Rows with the same key as one record; the order of the query stays."""
    found: dict[tuple[str, ...], dict[str, dict[str, Value]]] = {}
    places = {name: place for place, name in enumerate(result.columns)}
    columns = [c for c in result.columns if not (c.endswith("Label") and c.removesuffix("Label") in places)]
    for row in result.rows:
        values: dict[str, Values] = {}
        for name in columns:
            cell = row[places[name]]
            label = row[places[f"{name}Label"]] if f"{name}Label" in places else None
            values[name] = (_value(cell, label),) if cell is not None else ()
        if holds(section.rows, values, given):
            record = found.setdefault(_combination(section.key, values), {name: {} for name in columns})
            for name, cells in values.items():
                record[name].update((value.raw, value) for value in cells if value.raw not in record[name])
    return [{name: tuple(cells.values()) for name, cells in record.items()} for record in found.values()]


def _combination(names: Sequence[str], record: Record) -> tuple[str, ...]:
    return tuple("\n".join(value.raw for value in record.get(name, ())) for name in names)


def _value(cell: Cell, label: Cell | None) -> Value:
    text = label.value if label else short_iri(cell.value) if cell.kind == "iri" else cell.value
    return Value(" ".join(text.split()), cell.value, cell.datatype == v.XSD_integer, is_iri=cell.kind == "iri")


def _worked_out(columns: Iterable[Column], record: Record, given: Mapping[str, str], lang: str) -> Record:
    made = dict(record)
    for column in columns:
        if not holds(column.when, made, given):
            made[column.name] = ()
        elif column.days:
            days = _days(*(_day(name, record, given) for name in column.days))
            made[column.name] = () if column.past and days and int(days[0].raw) <= 0 else days
        elif column.cases:
            code = next((case.code for case in column.cases if holds(case.when, made, given)), "")
            made[column.name] = (Value(code_words(lang).get(code, code), code, is_code=True),) if code else ()
        elif column.otherwise:
            made[column.name] = record.get(column.name) or record.get(column.otherwise, ())
        elif column.code:
            words = code_words(lang)
            made[column.name] = tuple(
                Value(words.get(x.raw, x.text), x.raw, is_code=True) for x in record.get(column.name, ())
            )
    return made


def _day(name: str, record: Record, given: Mapping[str, str]) -> str:
    return given.get(name) or min((x.raw for x in record.get(name, ())), default="")


def _days(first: str, last: str) -> Values:
    if not first or not last:
        return ()
    return (number((date.fromisoformat(last) - date.fromisoformat(first)).days),)


def _order(values: Values) -> tuple[int, str]:
    first = values[0] if values else Value("", "")
    return (int(first.raw), "") if first.is_number else (0, first.text.casefold())


def _summed_up(section: SectionFile, records: list[Record], given: Mapping[str, str]) -> list[Record]:
    """One record for each combination of the columns `by`, the other columns summed up."""
    found: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        found.setdefault(_combination(section.by, record), []).append(record)
    made: list[Record] = []
    for members in found.values():
        one: dict[str, Values] = {name: members[0].get(name, ()) for name in section.by}
        for column in section.columns:
            if column.sums_up:
                one[column.name] = _sum(column, members, given)
        made.append(one)
    return made


def _sum(column: Column, members: list[Record], given: Mapping[str, str]) -> Values:
    if column.count:
        return (number(sum(column.count == "*" or holds((column.count,), member, given) for member in members)),)
    name = column.median or column.max
    numbers = sorted(int(x.raw) for member in members for x in member.get(name, ()) if x.is_number)
    if not numbers:
        return ()
    return (number(numbers[-1] if column.max else int(median(numbers))),)
