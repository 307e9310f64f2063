"""Tables as CSV, and the metadata (CSV on the Web) that says what each column holds."""

import csv
import json
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from sovgraph.release.definition import SEPARATOR, Column, Table
from sovgraph.release.rows import Row, Value

METADATA: Final = "csv-metadata.json"
_DATATYPES: Final[dict[str, Any]] = {
    "text": "string",
    "code": "string",
    "sentence": "string",
    "iri": "anyURI",
    "date": {"base": "date", "format": "yyyy-MM-dd"},
    "integer": "integer",
}


class CsvFile:
    """A CSV file after RFC 4180 in UTF-8; texts stand as they are (a spreadsheet should open the workbook)."""

    def __init__(self, path: Path, table: Table) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\r\n")
        self._writer.writerow([column.name for column in table.columns])

    def write(self, row: Row) -> None:
        self._writer.writerow([as_text(value) for value in row])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def as_text(value: Value) -> str:
    """A cell: several values with "; " between them; inside a value of such a cell that is written as a comma."""
    if isinstance(value, tuple):
        return SEPARATOR.join(part.replace(";", ",") for part in value)
    return "" if value is None else str(value)


def metadata(found: list[tuple[Table, int]], license: str, title_nl: str, title_en: str) -> bytes:
    """The group of tables, with the number of rows of each."""
    held = {table.name for table, _ in found}
    group = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": [{"@value": title_nl, "@language": "nl"}, {"@value": title_en, "@language": "en"}],
        "dc:license": {"@id": license},
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tables": [_table(table, rows, held) for table, rows in found],
    }
    return (json.dumps(group, ensure_ascii=False, indent=1) + "\n").encode()


def _table(table: Table, rows: int, held: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_column(column, table) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        {"columnReference": mine, "reference": {"resource": f"{other}.csv", "columnReference": theirs}}
        for mine, other, theirs in table.refers
        if other in held
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "url": f"{table.name}.csv",
        "dc:title": [{"@value": table.nl, "@language": "nl"}, {"@value": table.en, "@language": "en"}],
        "schema:numberOfItems": rows,
        "tableSchema": schema,
    }


def _column(column: Column, table: Table) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "titles": [column.name],
        "dc:description": [{"@value": column.nl, "@language": "nl"}, {"@value": column.en, "@language": "en"}],
        "datatype": _DATATYPES[column.kind],
    }
    if column.is_list:
        told["separator"] = SEPARATOR
    if column.name in table.key and not column.is_list:
        told["null"] = ""
    return told
