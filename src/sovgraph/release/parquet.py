"""Tables as Parquet, for pandas, polars, R and DuckDB: days are days, numbers numbers."""

from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sovgraph.release.csvw import as_text
from sovgraph.release.definition import Column, Table
from sovgraph.release.rows import Row, Value

_BATCH = 20_000


class ParquetFile:
    """Written a batch of rows at a time. A cell with several values is one text, as in the CSV."""

    def __init__(self, path: Path, table: Table) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        kinds = {"date": pa.date32(), "integer": pa.int64()}
        self._columns = table.columns
        self._make = pa.table
        self._schema = pa.schema(
            [
                pa.field(
                    column.name,
                    pa.string() if column.is_list else kinds.get(column.kind, pa.string()),
                    metadata={"nl": column.nl, "en": column.en},
                )
                for column in table.columns
            ],
            metadata={"nl": table.nl, "en": table.en},
        )
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._waiting: list[Row] = []

    def write(self, row: Row) -> None:
        self._waiting.append(row)
        if len(self._waiting) == _BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            columns = [[_value(row[i], column) for row in self._waiting] for i, column in enumerate(self._columns)]
            self._writer.write_table(self._make(columns, schema=self._schema))
            self._waiting = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
        self._writer.close()


def _value(value: Value, column: Column) -> Any:
    if value is None or value == ():
        return None
    if column.is_list:
        return as_text(value)
    return date.fromisoformat(str(value)) if column.kind == "date" else value
