"""All tables of a release at once: each row goes to the CSV, the Parquet file and the sheet as it comes."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sovgraph.release.csvw import METADATA, CsvFile, metadata
from sovgraph.release.definition import Table, tables
from sovgraph.release.parquet import ParquetFile
from sovgraph.release.rows import Row, table_rows
from sovgraph.release.workbook import Address, Workbook
from sovgraph.store import QuadStore


@dataclass(frozen=True, slots=True)
class Written:
    """A table with its number of rows; one without rows has a CSV but no sheet."""

    table: Table
    rows: int


@dataclass(frozen=True, slots=True)
class Target:
    """Where tables go: `folder` gets tables/, parquet/ and the workbook."""

    folder: Path
    license: str
    title_nl: str
    title_en: str
    intro: tuple[tuple[str, str], ...]
    address: Address

    @property
    def workbook(self) -> Path:
        return self.folder / "sovgraph.xlsx"


def write_tables(store: QuadStore, nquads: Path, target: Target) -> list[Written]:
    """CSV with its metadata, Parquet and the workbook."""
    found = []
    for folder in ("tables", "parquet"):
        (target.folder / folder).mkdir()
    book = Workbook(target.workbook, (*target.intro, *_contents(tables())), target.address)
    for table in tables():
        rows = table_rows(store, table, nquads)
        found.append(Written(table, _write(rows, table, target, book)))
    book.close()
    told = metadata([(w.table, w.rows) for w in found], target.license, target.title_nl, target.title_en)
    (target.folder / "tables" / METADATA).write_bytes(told)
    return found


def _contents(all_tables: Iterable[Table]) -> list[tuple[str, str]]:
    lines = [("", ""), ("Bladen / Sheets", "")]
    lines += [(table.nl, f"{table.en}. {table.about('nl')}") for table in all_tables if table.is_sheet]
    return lines


def _write(rows: Iterable[Row], table: Table, target: Target, book: Workbook) -> int:
    count = 0
    with ExitStack() as opened:
        writers: list[CsvFile | ParquetFile] = [
            opened.enter_context(CsvFile(target.folder / "tables" / f"{table.name}.csv", table)),
            opened.enter_context(ParquetFile(target.folder / "parquet" / f"{table.name}.parquet", table)),
        ]
        sheet = None
        for row in rows:
            if sheet is None and table.is_sheet:
                sheet = book.sheet(table)
            count += 1
            for writer in writers:
                writer.write(row)
            if sheet is not None:
                sheet.write(row)
        if sheet is not None:
            sheet.close()
    return count
