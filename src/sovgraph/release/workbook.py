"""The main tables as one workbook for people: Dutch headings with the English ones below, days as days, links, and
no cell that a spreadsheet could take for a formula."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from sovgraph.query.sentences import code_words
from sovgraph.release.csvw import as_text
from sovgraph.release.definition import Column, Table
from sovgraph.release.rows import Row, Value

LONGEST: Final = 32_000
"""A cell can't hold more than 32,767 characters; the CSV has the whole text."""

MOST_ROWS: Final = 1_000_000
MOST_LINKS: Final = 60_000
"""A sheet can't hold more links than 65,530."""

_CREATED = datetime(2000, 1, 1)
"""The same for each workbook, so that the same data give the same bytes; the day of the data is on the first sheet."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets count days otherwise than the calendar."""

_WIDTHS = {"text": 32, "sentence": 40, "code": 16, "date": 12, "integer": 10, "iri": 24}
_WIDE = frozenset(("text", "title", "quote", "subject", "questionLabel", "answerLabel", "comment"))

Address = Callable[[str], str | None]
"""The page of a thing on the site; None where it has none."""


class Workbook:
    """One sheet after another; rows go to disk as they come."""

    def __init__(self, path: Path, intro: Iterable[tuple[str, str]], address: Address) -> None:
        import xlsxwriter

        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(str(path), options)
        self._book.set_properties({"created": _CREATED, "title": "sovgraph"})
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._day = self._book.add_format({"num_format": "dd-mm-yyyy", "valign": "top"})
        self._plain = self._book.add_format({"valign": "top", "text_wrap": True})
        self._link = self._book.add_format(
            {"valign": "top", "text_wrap": True, "font_color": "#0563C1", "underline": 1}
        )
        self._address = address
        self._words = code_words("nl")
        self._names: set[str] = set()
        self._intro(list(intro))

    def _intro(self, lines: list[tuple[str, str]]) -> None:
        sheet = self._book.add_worksheet("Leeswijzer")
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 100)
        for row, (head, text) in enumerate(lines):
            sheet.write_string(row, 0, head, self._head)
            sheet.write_string(row, 1, text, self._plain)

    def sheet(self, table: Table) -> "Sheet":
        return Sheet(self, table)

    def close(self) -> None:
        self._book.close()

    def sheet_name(self, table: Table) -> str:
        """At most 31 characters, without those that a sheet may not have."""
        return "".join(" " if c in "[]:*?/\\" else c for c in table.nl)[:31]


class Sheet:
    """A table with a frozen heading and a filter on it. `rows` counts what was written; what is too much for a sheet is
    left out, the other files have it."""

    def __init__(self, book: Workbook, table: Table) -> None:
        self._book = book
        self._columns = table.columns
        self._sheet = book._book.add_worksheet(book.sheet_name(table))
        self._links = 0
        self.rows = 0
        things = {column.name: place for place, column in enumerate(table.columns) if column.kind == "iri"}
        self._things = [None if column.is_list else things.get(column.thing) for column in table.columns]
        for place, column in enumerate(table.columns):
            width = 60 if column.name in _WIDE else _WIDTHS[column.kind]
            self._sheet.set_column(place, place, width, None, {"level": 1} if column.kind == "iri" else {})
        self._sheet.set_row(0, 32)
        for place, column in enumerate(table.columns):
            self._sheet.write_string(0, place, f"{column.nl}\n{column.en}", book._head)
        self._sheet.freeze_panes(1, 1)

    def write(self, row: Row) -> None:
        if self.rows == MOST_ROWS:
            return
        self.rows += 1
        for place, (value, column) in enumerate(zip(row, self._columns, strict=True)):
            self._cell(place, value, column, row)

    def _cell(self, place: int, value: Value, column: Column, row: Row) -> None:
        if value is None or value == ():
            return
        if isinstance(value, int):
            self._sheet.write_number(self.rows, place, value, self._book._plain)
            return
        if column.kind == "date" and (day := _day(value)) is not None:
            self._sheet.write_datetime(self.rows, place, day, self._book._day)
            return
        text = self._told(value, column)
        address = self._page(place, column, row, value)
        if address and self._links < MOST_LINKS and len(text) <= 255:
            self._links += 1
            self._sheet.write_url(self.rows, place, address, self._book._link, text)
        else:
            self._sheet.write_string(self.rows, place, text, self._book._plain)

    def _told(self, value: Value, column: Column) -> str:
        if column.kind == "code":
            parts = value if isinstance(value, tuple) else (str(value),)
            text = "; ".join(self._book._words.get(part, part) for part in parts)
        else:
            text = as_text(value)
        return text if len(text) <= LONGEST else text[:LONGEST] + " […]"

    def _page(self, place: int, column: Column, row: Row, value: Value) -> str | None:
        thing: Any = value if column.kind == "iri" and not column.is_list else None
        if column.kind != "iri" and (at := self._things[place]) is not None:
            thing = row[at]
        return self._book._address(thing) if isinstance(thing, str) else None

    def close(self) -> None:
        if self.rows:
            self._sheet.autofilter(0, 0, self.rows, len(self._columns) - 1)


def _day(value: Value) -> date | None:
    """A single day that a spreadsheet can count with."""
    text = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    if not isinstance(text, str):
        return None
    day = date.fromisoformat(text)
    return day if day >= _FIRST_DAY else None
