"""Words of time as ranges of days."""

import re
from datetime import date

import pytest

from sovgraph.find.due import due_range, due_rows

EXAMPLE = re.compile(r"(?P<words>.+) @ (?P<paper>[\d-]{10}) = (?P<first>[\d-]{10})?\.\.(?P<last>[\d-]{10})?")


@pytest.mark.parametrize("row", due_rows(), ids=lambda row: row.key)
def test_each_row_of_the_table_has_an_example_that_holds(row) -> None:  # type: ignore[no-untyped-def]
    example = EXAMPLE.fullmatch(row.example)
    assert example is not None
    found = due_range(example["words"], date.fromisoformat(example["paper"]))
    assert found is not None
    last = found.last.isoformat() if found.last else None
    assert (found.key, found.first and found.first.isoformat(), last) == (row.key, example["first"], example["last"])


@pytest.mark.parametrize(
    ("words", "paper", "last"),
    [
        ("voor de zomer", date(2026, 7, 20), date(2027, 7, 10)),
        ("na de zomer", date(2026, 10, 1), date(2027, 12, 20)),
        ("in de zomervan 2025", date(2024, 11, 1), date(2025, 9, 22)),
        ("Binnen  zes\nweken", date(2026, 4, 22), date(2026, 6, 3)),
        ("voor 1 januari", date(2026, 4, 22), date(2026, 12, 31)),
    ],
)
def test_the_next_such_time_is_meant(words: str, paper: date, last: date) -> None:
    found = due_range(words, paper)
    assert found is not None
    assert found.last == last


@pytest.mark.parametrize("words", ["dit voorjaar", "eind 2025", "op 31 februari 2027", "als de bomen bloeien"])
def test_what_is_over_or_unknown_has_no_range(words: str) -> None:
    assert due_range(words, date(2026, 8, 1)) is None


def test_without_the_day_of_the_paper_there_is_no_range() -> None:
    assert due_range("voor de zomer", None) is None


def test_the_range_never_begins_before_the_paper() -> None:
    found = due_range("in de loop van 2026", date(2026, 4, 22))
    assert found is not None
    assert found.first == date(2026, 4, 22)
