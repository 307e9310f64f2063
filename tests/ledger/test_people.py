"""People in time over several papers, against lists made by hand; no verdict turns wrong when a paper is missing."""

import csv
from pathlib import Path

import pytest

from sovgraph.build import build_store
from sovgraph.query import run
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
PAPERS = {
    "kst-32317-QC": EXAMPLES / "dossier-32317" / "kst-32317-QC.md",
    "kst-39504-A": EXAMPLES / "dossier-39504" / "kst-39504-A.md",
    "kst-39504-B": EXAMPLES / "dossier-39504" / "kst-39504-B.md",
}
Rows = list[dict[str, str]]


def by_hand(name: str) -> Rows:
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def holding(*papers: str) -> QuadStore:
    made = memory_store()
    build_store(made, [str(PAPERS[paper]) for paper in papers], Settings(validate=False))
    return made


@pytest.fixture(scope="module")
def store() -> QuadStore:
    return holding(*PAPERS)


def number(paper: str | None) -> str:
    return "kst-" + (paper or "").rpartition("/")[2]


def verdicts(store: QuadStore) -> set[tuple[str, ...]]:
    names = ("memberLabel", "partyLabel", "verdict", "registerPartyLabel")
    rows = run(store, "parties-attested", {"dossier": "39504"}).values()
    return {(number(r["paper"]), *(r[name] or "" for name in names)) for r in rows}


def signatures(store: QuadStore) -> set[tuple[str, ...]]:
    names = ("date", "signerLabel", "verdict", "listedLabel", "listDay")
    rows = run(store, "signing-chairs").values()
    return {(number(r["paper"]), *(r[name] or "" for name in names)) for r in rows}


def test_the_parties_shown_and_what_the_register_says(store: QuadStore) -> None:
    assert verdicts(store) == {tuple(row.values()) for row in by_hand("parties-shown")}


def test_who_signs_and_how_they_stand_in_the_list(store: QuadStore) -> None:
    assert signatures(store) == {tuple(row.values()) for row in by_hand("signatures")}


def test_a_signature_against_the_list_of_that_day_is_a_discrepancy(store: QuadStore) -> None:
    rows = [r for r in run(store, "discrepancies", lang="en").values() if r["kind"] == "ondertekening"]
    assert [(r["statedLabel"], r["resolvedLabel"]) for r in rows] == [
        ("Madeleine van Toorenburg", "Alexander van Hattem")
    ]


@pytest.mark.parametrize("missing", sorted(PAPERS))
def test_without_a_paper_only_its_own_verdicts_go(missing: str) -> None:
    left = holding(*(paper for paper in PAPERS if paper != missing))
    assert verdicts(left) == {tuple(r.values()) for r in by_hand("parties-shown") if r["paper"] != missing}
    assert signatures(left) == {tuple(r.values()) for r in by_hand("signatures") if r["paper"] != missing}


def test_who_was_responsible_when_asked_and_when_answered(store: QuadStore) -> None:
    rows = run(store, "responsible-on", {"dossier": "39504"}).values()
    asked = {r["question"]: r["day"] or "" for r in rows if r["moment"] == "asked"}
    found = [
        (
            asked[r["question"]],
            r["moment"],
            r["day"],
            r["holderLabel"],
            (r["ministry"] or "").rpartition("/")[2],
            "yes" if "goes on" in (r["source"] or "") else "no",
        )
        for r in rows
    ]
    assert sorted(found) == sorted(tuple(row.values()) for row in by_hand("responsible"))


def test_members_shown_for_another_party_later(store: QuadStore) -> None:
    rows = run(store, "attested-changes", {"first": "kst-39504-A", "second": "kst-39504-B"}).values()
    assert {(r["memberLabel"], r["firstPartyLabel"], r["secondPartyLabel"]) for r in rows} == {
        ("Robert Croll", "BBB", "D66"),
        ("Arie Griffioen", "BBB", "D66"),
        ("Saskia Kluit", "GroenLinks", "GroenLinks-PvdA"),
        ("Ingrid Visseren-Hamakers", "PvdD", "Fractie-Visseren-Hamakers"),
        ("Pim Walenkamp", "CDA", "Fractie-Walenkamp"),
    }


@pytest.mark.parametrize(
    ("day", "chair", "deputy"),
    [
        ("2025-05-14", {("that day", "Alexander van Hattem")}, {("that day", "Boris Dittrich")}),
        (
            "2025-12-09",
            {("before", "Alexander van Hattem"), ("after", "Alexander van Hattem")},
            {("before", "Boris Dittrich"), ("after", "Arie Griffioen")},
        ),
        ("2026-06-01", {("before", "Alexander van Hattem")}, {("before", "Arie Griffioen")}),
    ],
)
def test_the_chair_of_a_day_is_that_of_the_nearest_lists(
    store: QuadStore, day: str, chair: set[tuple[str, str]], deputy: set[tuple[str, str]]
) -> None:
    committee = "https://w3id.org/sovgraph/id/commissie/ek-immigratie-en-asiel-jbz-raad"
    rows = run(store, "chairs-on", {"date": day, "committee": committee}).values()
    assert {(r["when"], r["personLabel"]) for r in rows if r["role"] == "voorzitter"} == chair
    assert {(r["when"], r["personLabel"]) for r in rows if r["role"] == "ondervoorzitter"} == deputy


def test_spellings_of_one_person(store: QuadStore) -> None:
    person = "https://w3id.org/sovgraph/id/persoon/4e2c6707"
    rows = run(store, "spellings-of-person", {"person": person}).values()
    assert {(number(r["paper"]), r["spelling"], r["asRegistered"]) for r in rows} == {
        ("kst-32317-QC", "Van Toorenborg", "false"),
        ("kst-39504-A", "Van Toorenburg", "true"),
        ("kst-39504-B", "Van Toorenborg", "false"),
        ("kst-39504-B", "M.M. van Toorenburg", "true"),
    }


def test_the_median_is_the_lower_one(store: QuadStore) -> None:
    (row,) = run(store, "latency-by-post").values()
    assert (row["postLabel"], row["cabinetLabel"]) == ("minister van Asiel en Migratie", "kabinet-Schoof")
    # 23, 134 and 188 days; three letters of the reminder have no answer here, and are no letters with questions.
    assert (row["asked"], row["answered"], row["medianDays"], row["meanDays"], row["longestDays"]) == (
        "3",
        "3",
        "134",
        "115",
        "188",
    )
    assert row["late"] == "2"


def test_movers_have_the_party_of_the_day_of_their_motion() -> None:
    made = memory_store()
    build_store(made, [str(EXAMPLES / "dossier-32317" / "kst-19637-3297.xml")], Settings(validate=False))
    rows = run(made, "movers-on-day").values()
    assert [(r["date"], r["moverLabel"], r["partyLabel"], bool(r["source"])) for r in rows] == [
        ("2024-10-01", "Diederik Boomsma", "NSC", True),
        ("2024-10-01", "Queeny Rajkowski", "VVD", True),
    ]
