"""The ledger of motions of the example dossier equals the one written by hand, from reading its papers."""

import csv
from datetime import date
from pathlib import Path

import pytest
from tests.ledger.taking_out import without

from sovgraph.build import build_store, declare_complete
from sovgraph.pipeline import load_environment
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


PERIOD = (date(2026, 6, 1), date(2027, 7, 1))


def built() -> QuadStore:
    store, settings = memory_store(), Settings(validate=False)
    build_store(store, [str(DOSSIER)], settings)
    declare_complete(store, load_environment(settings), "39502", PERIOD)
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
    return built()


def test_the_ledger_is_the_one_written_by_hand(store: QuadStore) -> None:
    assert ledger(store) == expected()


def test_every_state_occurs_at_least_once() -> None:
    rows = expected().values()
    assert {row["state"] for row in rows} == {*FINAL, "ingediend", "aangehouden"}
    assert len(rows) >= 12


def test_without_one_paper_no_state_is_wrong(store: QuadStore) -> None:
    """What isn't known any more is unknown, whichever paper or register file is missing."""
    became_unknown = 0
    for graph in sorted(store.ledger()):
        if "/graph/" in graph or not store.graph_quads(graph):
            continue
        with without(store, graph):
            states = {number: row["state"] for number, row in ledger(store).items()}
            wrong = {n: state for n, state in states.items() if state not in ("onbekend", expected()[n]["state"])}
            became_unknown += sum(state == "onbekend" for state in states.values())
        assert wrong == {}, graph
    assert became_unknown > 0
    assert ledger(store) == expected()


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


def test_an_adopted_motion_without_a_report_is_told_where_the_dossier_is_complete(store: QuadStore) -> None:
    given = {"on": "2027-07-01", "dossier": "39502"}
    rows = run_query(store, catalog().get("motions-unreported"), given).values()
    told = [((row["motion"] or "").rpartition("-")[2], row["yearEnds"], row["state"]) for row in rows]
    assert told == [("10", "2027-06-09", "unreported"), ("F", "2027-06-23", "unreported")]


def test_the_votes_of_a_page_that_records_them(store: QuadStore) -> None:
    iri = "https://w3id.org/sovgraph/id/kst/39502-F"
    rows = run_query(store, catalog().get("motion-votes"), {"motion": iri}).values()
    assert [(row["side"], row["voterLabel"], row["date"]) for row in rows] == [
        ("against", "FVD", "2026-06-23"),
        ("against", "JA21", "2026-06-23"),
        ("against", "PVV", "2026-06-23"),
    ]
    assert {row["others"] for row in rows} == {"https://w3id.org/sovgraph/def#side-for"}
