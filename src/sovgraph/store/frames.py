"""Rows as a pandas or polars table, with dates as dates and whole numbers as whole numbers."""

from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from typing import Any

from sovgraph import vocab as v
from sovgraph.errors import ConfigError
from sovgraph.store.terms import Cell, Row

Value = str | int | bool | date
_LARGEST = 2**63


def to_pandas(columns: Sequence[str], rows: Sequence[Row]) -> Any:
    """A DataFrame: `datetime64[s]`, `Int64` and `boolean` columns, text elsewhere; None where a cell is unbound."""
    pandas = _library("pandas")
    dtypes = {date: "datetime64[s]", int: "Int64", bool: "boolean", str: "object"}
    series = {}
    for place, column in enumerate(columns):
        kind, values = _column([row[place] for row in rows])
        series[column] = pandas.Series(values, dtype=dtypes[kind])
    return pandas.DataFrame(series, columns=list(columns))


def to_polars(columns: Sequence[str], rows: Sequence[Row]) -> Any:
    """A DataFrame: Date, Int64 and Boolean columns, String elsewhere; null where a cell is unbound."""
    polars = _library("polars")
    dtypes = {date: polars.Date, int: polars.Int64, bool: polars.Boolean, str: polars.String}
    series = []
    for place, column in enumerate(columns):
        kind, values = _column([row[place] for row in rows])
        series.append(polars.Series(column, values, dtype=dtypes[kind]))
    return polars.DataFrame(series)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ConfigError(f"{name} isn't installed; run: pip install {name}") from error


def _column(cells: Sequence[Cell | None]) -> tuple[type, list[Value | None]]:
    """The type that all cells have, text when they differ or one can't be read, and the values."""
    datatypes = {cell.datatype for cell in cells if cell is not None}
    read = _READERS.get(next(iter(datatypes)) or "") if len(datatypes) == 1 else None
    if read is not None:
        kind, reader = read
        try:
            return kind, [None if cell is None else reader(cell.value) for cell in cells]
        except ValueError:
            pass
    return str, [None if cell is None else cell.value for cell in cells]


def _whole(text: str) -> int:
    number = int(text)
    if not -_LARGEST <= number < _LARGEST:
        raise ValueError("too large for a column of whole numbers")
    return number


def _truth(text: str) -> bool:
    if text not in ("true", "1", "false", "0"):
        raise ValueError("neither true nor false")
    return text in ("true", "1")


_READERS: dict[str, tuple[type, Callable[[str], Value]]] = {
    v.XSD_date: (date, date.fromisoformat),
    v.XSD_integer: (int, _whole),
    v.XSD_boolean: (bool, _truth),
}
