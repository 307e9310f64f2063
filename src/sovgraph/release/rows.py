"""The rows of a table: of a stored query, or read graph by graph; typed, each once, in a fixed order."""

import re
from collections.abc import Iterator
from pathlib import Path

from sovgraph.query import run_query
from sovgraph.query.model import Result
from sovgraph.query.sentences import in_language
from sovgraph.release.definition import Column, Table
from sovgraph.release.evidence import fact_rows, mention_rows
from sovgraph.store import Cell, QuadStore

Value = str | int | tuple[str, ...] | None
"""A day is a text in ISO form; a tuple has the values of a cell with several."""

Row = tuple[Value, ...]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d{1,15}")
LANG = "nl"
"""Names of things and sentences of the program; the papers are Dutch too."""


def table_rows(store: QuadStore, table: Table, nquads: Path) -> Iterator[Row]:
    """All rows. `nquads`: the packed file with all data, which the big tables are read from."""
    query = table.query
    if query is not None:
        yield from _query_rows(run_query(store, query, lang=LANG), table)
        return
    read = {"@facts": fact_rows, "@mentions": mention_rows}[table.source]
    for record in read(store, nquads, LANG):
        yield tuple(_typed(record.get(column.name), column) for column in table.columns)


def _query_rows(result: Result, table: Table) -> list[Row]:
    places = [result.columns.index(column.name) for column in table.columns]
    rows = [
        tuple(_typed(_plain(row[place]), column) for place, column in zip(places, table.columns, strict=True))
        for row in result.rows
    ]
    merged = _merged(rows, table)
    places = [table.place(name) for name in table.sort]
    return sorted(merged, key=lambda row: [_reading_order(row[place]) for place in places]) if places else merged


def _reading_order(value: Value) -> tuple[bool, str]:
    """Names by their letters, whatever their case; what lacks comes last."""
    text = value[0] if isinstance(value, tuple) and value else value
    return text is None or text == (), str(text).casefold()


def _plain(cell: Cell | None) -> str | None:
    return None if cell is None else cell.value


def _typed(value: str | None, column: Column) -> str | int | None:
    """A value that isn't of its column's kind is left out of numbers and days, which could not be computed with."""
    if value is None or value == "":
        return None
    if column.kind == "integer":
        return int(value) if _NUMBER.fullmatch(value) else None
    if column.kind == "date":
        return value[:10] if _DAY.match(value) else None
    return in_language(value, LANG) if column.kind == "sentence" else value


def _merged(rows: list[tuple[str | int | None, ...]], table: Table) -> list[Row]:
    """Rows that differ only in columns with several values become one; the order is that of the query."""
    lists = [column.is_list for column in table.columns]
    found: dict[Row, list[dict[str, None]]] = {}
    for row in rows:
        same = tuple(None if many else value for value, many in zip(row, lists, strict=True))
        values = found.setdefault(same, [{} for _ in lists])
        for place, value in enumerate(row):
            if lists[place] and value is not None:
                values[place][str(value)] = None
    return [
        tuple(tuple(values[place]) if many else same[place] for place, many in enumerate(lists))
        for same, values in found.items()
    ]
