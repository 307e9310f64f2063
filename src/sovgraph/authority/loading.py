"""Reads the register files into frozen rows."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sovgraph.errors import ResourceError
from sovgraph.resources import read_tsv

Row = TypeVar("Row")

_COLUMN = {"since": "from", "day": "date"}


def _as_text(cell: str) -> str:
    return cell


def _as_tuple(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _as_date(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _converter(annotation: object) -> Callable[[str], Any]:
    text = str(annotation)
    if "tuple" in text:
        return _as_tuple
    return _as_date if "date" in text else _as_text


def load_rows(path: Path, kind: type[Row]) -> tuple[Row, ...]:
    """All rows of `path` as `kind`, in the file's order. A column that the type has and the file lacks is
    empty; raises ResourceError for a cell that is not what the type says."""
    if not path.is_file():
        raise ResourceError(f"{path}: register file not found; reinstall sovgraph")
    columns = [(f.name, _COLUMN.get(f.name, f.name), _converter(f.type)) for f in fields(kind)]  # type: ignore[arg-type]
    rows = []
    for number, raw in enumerate(read_tsv(path), start=1):
        try:
            rows.append(kind(**{name: convert(raw.get(column, "")) for name, column, convert in columns}))
        except ValueError as error:
            raise ResourceError(f"{path}: row {number}: {error}") from error
    return tuple(rows)
