"""The spellings in which real papers print references, each with its exact span, identifier, page and status."""

import csv
from itertools import groupby
from pathlib import Path

import pytest

from sovgraph.api import find_references

TABLE = Path(__file__).parent / "spellings.tsv"

FAULTS = {
    "71": "dossiers in a row are joined into one paper, though one stands behind nr. and one has a chapter",
}
"""Spelling → why it isn't read rightly yet."""

Row = dict[str, str]


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    table = csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [{name: cell.replace("\\n", "\n") for name, cell in row.items()} for row in table]


def marks(spelling: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=FAULTS[spelling])] if spelling in FAULTS else []


CASES = [
    pytest.param(list(group), id=spelling, marks=marks(spelling))
    for spelling, group in groupby(rows(), key=lambda row: row["spelling"])
]


@pytest.mark.parametrize("mentions", CASES)
def test_spelling_is_read(mentions: list[Row]) -> None:
    found = find_references(mentions[0]["text"], context=mentions[0]["context"])
    got = [(m.text, m.type.value, m.id or "", str(m.page or ""), m.status.value) for m in found]
    names = ("surface", "type", "id", "page", "status")
    assert got == [tuple(row[name] for name in names) for row in mentions if row["type"]]


def test_every_spelling_is_in_the_table() -> None:
    spellings = {row["spelling"] for row in rows()}
    assert {str(number) for number in range(1, 113)} <= spellings
    assert {f"form {number}" for number in range(1, 13)} <= spellings


def test_the_second_dossier_of_a_joint_paper_is_an_alternative() -> None:
    for text, other in (
        ("(31 293 en 31 289, nr. 653)", "kst-31289-653"),
        ("(34 682/35 334, nr. 143)", "kst-35334-143"),
    ):
        assert [[c.id for c in m.candidates] for m in find_references(text)] == [[other]]
