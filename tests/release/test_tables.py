"""The tables of a release, read again by other programs: CSV by its metadata, the workbook, Parquet."""

import csv
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from tests.release.conftest import Made

from sovgraph.errors import ResourceError
from sovgraph.query.sentences import code_words
from sovgraph.release.definition import SEPARATOR, Column, Table, read_table, tables
from sovgraph.release.workbook import LONGEST, Workbook

TABLES = {table.name: table for table in tables()}


def csv_rows(folder: Path, table: Table) -> list[list[str]]:
    with (folder / "tables" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def metadata(made: Made) -> dict[str, dict[str, Any]]:
    group = json.loads((made.folder / "tables" / "csv-metadata.json").read_text("utf-8"))
    return {table["url"]: table for table in group["tables"]}


@pytest.mark.parametrize("name", TABLES)
def test_each_column_has_values_in_the_examples(made: Made, name: str) -> None:
    """A column of another kind than its values would be empty."""
    head, *rows = csv_rows(made.folder, TABLES[name])
    assert rows
    assert [column for column, *cells in zip(head, *rows, strict=True) if not any(cells)] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("chair | text | voorzitter | chair", "'chair' holds IRIs"),
        ("chairman | text | voorzitter | chair", "has no column 'chairman'"),
        ("chair | person | voorzitter | chair", "expected: name | text/"),
    ],
)
def test_a_wrong_line_is_found_when_the_file_is_read(line: str, told: str) -> None:
    entry = {"name": "a", "source": "meetings", "nl": "A", "en": "A", "sheet": True, "columns": line}
    with pytest.raises(ResourceError, match=re.escape(told)):
        read_table(entry)


@pytest.mark.parametrize("name", TABLES)
def test_csv_is_what_its_metadata_says(made: Made, name: str) -> None:
    """Header, datatypes, lists, number of rows and the primary key."""
    told = metadata(made)[f"{name}.csv"]
    header, *rows = csv_rows(made.folder, TABLES[name])
    columns = told["tableSchema"]["columns"]
    assert header == [column["titles"][0] for column in columns]
    assert len(rows) == told["schema:numberOfItems"]
    for row in rows:
        assert len(row) == len(columns)
        for cell, column in zip(row, columns, strict=True):
            for value in cell.split(column["separator"]) if "separator" in column else [cell]:
                assert is_valid(value, column["datatype"]), f"{column['name']}: {value!r}"
    key = [header.index(column) for column in told["tableSchema"].get("primaryKey", header)]
    assert len({tuple(row[i] for i in key) for row in rows}) == len(rows)


def is_valid(value: str, datatype: Any) -> bool:
    if value == "" or datatype == "string":
        return True
    if datatype == "integer":
        return re.fullmatch(r"-?\d+", value) is not None
    if datatype == "anyURI":
        return re.fullmatch(r"[a-z]+:[^\s<>\"{}|\\^`]+", value) is not None
    assert datatype == {"base": "date", "format": "yyyy-MM-dd"}
    return date.fromisoformat(value).isoformat() == value


def test_foreign_keys_lead_somewhere(made: Made) -> None:
    checked = 0
    for url, told in metadata(made).items():
        for key in told["tableSchema"].get("foreignKeys", ()):
            header, *rows = csv_rows(made.folder, TABLES[url.removesuffix(".csv")])
            other = TABLES[key["reference"]["resource"].removesuffix(".csv")]
            first, *theirs = csv_rows(made.folder, other)
            held = {row[first.index(key["reference"]["columnReference"])] for row in theirs}
            mine = {row[header.index(key["columnReference"])] for row in rows}
            assert mine - held == set(), url
            checked += 1
    assert checked >= 1


@pytest.mark.parametrize("name", TABLES)
def test_parquet_holds_the_same_rows(made: Made, name: str) -> None:
    table = TABLES[name]
    found = pyarrow.parquet.read_table(made.folder / "parquet" / f"{name}.parquet").to_pylist()
    rows = [[told(row[column.name]) for column in table.columns] for row in found]
    assert rows == csv_rows(made.folder, table)[1:]
    days = [c.name for c in table.columns if c.kind == "date" and not c.is_list]
    assert all(isinstance(row[day], date) for row in found for day in days if row[day] is not None)


def told(value: object) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


@pytest.fixture(scope="module")
def book(made: Made) -> Any:
    return openpyxl.load_workbook(made.folder / "sovgraph.xlsx")


@pytest.mark.parametrize("name", [table.name for table in tables() if table.is_sheet])
def test_the_workbook_holds_the_same_rows(made: Made, book: Any, name: str) -> None:
    table = TABLES[name]
    sheet = book[table.nl[:31]]
    head, *rows = list(sheet.iter_rows(values_only=True))
    assert list(head) == [f"{column.nl}\n{column.en}" for column in table.columns]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    wanted = csv_rows(made.folder, table)[1:]
    found = [[shown(cell) for cell in row] for row in rows]
    assert found == [
        [as_shown(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in wanted
    ]


def shown(cell: object) -> str:
    return "" if cell is None else cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def as_shown(cell: str, column: Column) -> str:
    words = code_words("nl")
    if column.kind != "code":
        return cell
    return SEPARATOR.join(words.get(part, part) for part in cell.split(SEPARATOR))


def test_days_are_days_and_things_have_links(made: Made, book: Any) -> None:
    sheet = book["Stukken"]
    day = [column.name for column in TABLES["papers"].columns].index("date")
    assert all(isinstance(row[day].value, datetime) for row in sheet.iter_rows(min_row=2) if row[day].value)
    links = [row[0].hyperlink.target for row in sheet.iter_rows(min_row=2)]
    assert "https://w3id.org/sovgraph/doc/kst/32317-QC" in links


NASTY = [
    "=1+1",
    "@SUM(A1)",
    "+1",
    "-1",
    "\t=1",
    "{=1}",
    "http://x/ y",
    "a\x0bb",
    "\U0001f600",
    "<b>&amp;",
    "x" * 40_000,
]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """What a paper says stands as text, whatever it looks like; control characters don't break the file."""
    table = Table("nasty", "papers", "Lastig", "Nasty", (Column("title", "text", "titel", "title"),))
    workbook = Workbook(tmp_path / "a.xlsx", [("=1", "=2")], lambda iri: None)
    sheet = workbook.sheet(table)
    for text in NASTY:
        sheet.write((text,))
    sheet.close()
    workbook.close()
    read = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [cell for name in read.sheetnames for row in read[name].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    values = [row[0].value for row in read["Lastig"].iter_rows(min_row=2)]
    assert values[:4] == NASTY[:4]
    assert len(values[-1]) <= LONGEST + 4
