"""Of which party the members of the QC paper were on the day of each of its letters, against a list made by hand.

Once on the real paper, once on our imitation of it; the answer is the stored query `parties-of-paper`.
"""

import csv
from pathlib import Path

import pytest

from sovgraph.build import build_store
from sovgraph.query import run
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store

HERE = Path(__file__).parent / "qc"
IMITATED = Path(__file__).resolve().parents[2] / "examples" / "dossier-32317" / "kst-32317-QC.md"
DAYS = ("2025-12-09", "2026-01-28", "2026-04-22")
PAPERS = (pytest.param("real", marks=pytest.mark.real), "imitated")
OTHERS = {
    "2025-12-09": {("Joost Eerdmans", "JA21"), ("Bart van den Brink", "CDA"), ("Dragstra", None)},
    "2026-01-28": {("Joost Eerdmans", "JA21"), ("Bart van den Brink", "CDA"), ("Dragstra", None)},
    "2026-04-22": {("Joost Eerdmans", "JA21"), ("Bart van den Brink", None), ("Dragstra", None)},
}
"""Whom the paper names too: a member of the Tweede Kamer, the minister (a member until 22 February 2026), the clerk."""


def expected() -> list[dict[str, str]]:
    lines = (HERE / "parties.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def column(day: str) -> str:
    return "on_" + day.replace("-", "_")


@pytest.fixture(scope="module", params=PAPERS)
def store(request: pytest.FixtureRequest) -> QuadStore:
    path = IMITATED
    if request.param == "real":
        path = request.getfixturevalue("shared") / "dossier" / "32317-QC.md"
        if not path.is_file():
            pytest.skip("the paper 32317-QC.md isn't beside the checkout")
    made = memory_store()
    build_store(made, [str(path)], Settings(validate=False))
    return made


def rows(store: QuadStore, day: str) -> list[dict[str, str | None]]:
    return run(store, "parties-of-paper", {"paper": "kst-32317-QC", "date": day}).values()


def test_the_expectation_is_whole() -> None:
    assert len(expected()) == len({row["name"] for row in expected()}) == 38
    assert all(row[column(day)] for row in expected() for day in DAYS)


@pytest.mark.parametrize("day", DAYS)
def test_each_member_has_the_party_of_that_day_with_its_source(store: QuadStore, day: str) -> None:
    found = {(r["personLabel"], r["partyLabel"]) for r in rows(store, day) if r["body"] == "ek"}
    assert found == {(row["name"], row[column(day)]) for row in expected()}
    assert all(r["source"] for r in rows(store, day) if r["party"])


@pytest.mark.parametrize("day", DAYS)
def test_who_is_no_member_of_the_committees(store: QuadStore, day: str) -> None:
    assert {(r["personLabel"], r["partyLabel"]) for r in rows(store, day) if r["body"] != "ek"} == OTHERS[day]


def test_the_party_holds_since_the_day_that_each_source_gives(store: QuadStore) -> None:
    found = {(r["personLabel"], r["basis"], r["from"]) for r in rows(store, DAYS[-1]) if r["body"] == "ek"}
    assert found == {
        (row["name"], basis, row[name])
        for row in expected()
        for name, basis in (("since", "register"), ("other_since", "other source"))
        if row[name]
    }
