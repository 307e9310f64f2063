"""The ledger of motions of the example dossier equals the one written by hand, from reading its papers."""

import csv
from pathlib import Path

import pytest

from sovgraph.build import build_store
from sovgraph.query import catalog, run_query
from sovgraph.resources import folder
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store

EXPECTED = Path(__file__).with_name("motions.tsv")
DOSSIER = folder("examples") / "dossier-39502"
FINAL = {"aangenomen", "verworpen", "ingetrokken", "vervallen", "vervangen", "overgenomen"}

Rows = dict[str, dict[str, str]]


def expected() -> Rows:
    with EXPECTED.open(encoding="utf-8") as lines:
        return {row["motion"]: row for row in csv.DictReader(lines, delimiter="\t")}


def built(paths: list[Path]) -> QuadStore:
    store = memory_store()
    build_store(store, [str(path) for path in paths], Settings(validate=False))
    return store


def ledger(store: QuadStore) -> Rows:
    rows: Rows = {}
    for row in run_query(store, catalog().get("ledger-motions"), {"dossier": "39502"}).values():
        found = {column: row[column] or "" for column in next(iter(expected().values()))}
        found["motion"] = found["motion"].rpartition("-")[2]
        found["appraisal"] = found["appraisal"].rpartition("#appraisal-")[2]
        source = found["source"]
        found["source"] = (row["sourceLabel"] or "") if "/register/" in source else source.rpartition("/")[2]
        assert found["motion"] not in rows
        rows[found["motion"]] = found
    return rows


@pytest.fixture(scope="module")
def store() -> QuadStore:
    return built([DOSSIER])


def test_the_ledger_is_the_one_written_by_hand(store: QuadStore) -> None:
    assert ledger(store) == expected()


def test_every_state_occurs_at_least_once() -> None:
    rows = expected().values()
    assert {row["state"] for row in rows} >= {*FINAL, "onbekend"}
    assert {row["lastKnown"] for row in rows} >= {"ingediend", "aangehouden"}
    assert len(rows) >= 12


@pytest.mark.parametrize("gone", sorted(path.name for path in DOSSIER.iterdir()))
def test_without_one_paper_no_state_is_wrong(gone: str) -> None:
    """What isn't known any more is unknown, whichever paper is missing."""
    rows = ledger(built([path for path in sorted(DOSSIER.iterdir()) if path.name != gone]))
    wrong = {n: row["state"] for n, row in rows.items() if row["state"] not in ("onbekend", expected()[n]["state"])}
    assert wrong == {}


def trail(store: QuadStore, number: str) -> list[tuple[str, str]]:
    iri = f"https://w3id.org/sovgraph/id/kst/39502-{number}"
    rows = run_query(store, catalog().get("motion-trail"), {"motion": iri}).values()
    return [(row["date"] or row["claimedOn"] or "", (row["event"] or "").rpartition("#event-")[2]) for row in rows]


def test_the_trail_is_told_in_order(store: QuadStore) -> None:
    assert trail(store, "14") == [
        ("2026-06-08", "moved"),
        ("2026-06-09", "adopted"),
        ("2026-10-01", "executed"),
        ("2026-11-03", "closed"),
    ]


def test_a_question_in_the_other_chamber_is_part_of_the_trail(store: QuadStore) -> None:
    assert ("2027-02-02", "asked") in trail(store, "3")


def test_an_adopted_motion_without_a_report_is_unknown_not_late(store: QuadStore) -> None:
    given = {"on": "2027-07-01", "dossier": "39502"}
    rows = run_query(store, catalog().get("motions-unreported"), given).values()
    told = [((row["motion"] or "").rpartition("-")[2], row["yearEnds"], row["state"]) for row in rows]
    assert told == [("10", "2027-06-09", "onbekend"), ("F", "2027-06-23", "onbekend")]


def test_the_votes_of_a_page_that_records_them(store: QuadStore) -> None:
    iri = "https://w3id.org/sovgraph/id/kst/39502-F"
    rows = run_query(store, catalog().get("motion-votes"), {"motion": iri}).values()
    assert [(row["side"], row["voterLabel"], row["date"]) for row in rows] == [
        ("against", "FVD", "2026-06-23"),
        ("against", "JA21", "2026-06-23"),
        ("against", "PVV", "2026-06-23"),
    ]
    assert {row["others"] for row in rows} == {"https://w3id.org/sovgraph/def#side-for"}
