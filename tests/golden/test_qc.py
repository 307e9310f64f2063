"""The QC paper, completely: every mention, row, letter, pair and fact against the hand-made expectation.

The expectation holds offsets, types and ids, no text. It was made by eye and is never regenerated.
"""

import csv
import hashlib
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from sovgraph.build import build_store
from sovgraph.model import Paper
from sovgraph.pipeline import load_environment, read_paper
from sovgraph.query import run
from sovgraph.read import read_path
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store

HERE = Path(__file__).parent / "qc"
FACTS: dict[str, Any] = json.loads((HERE / "facts.json").read_text(encoding="utf-8"))
BAR = 0.97
UNSCORED = {"measure", "programme", "council_meeting", "region", "deadline", "request", "commitment"}


def expected() -> list[dict[str, str]]:
    lines = (HERE / "expected.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


EXPECTED = [row for row in expected() if row["type"] not in UNSCORED]
TYPES = sorted({row["type"] for row in EXPECTED})


@pytest.fixture(scope="session")
def path(shared: Path) -> Path:
    found: Path = shared / "dossier" / FACTS["paper"]["name"]
    if hashlib.sha256(found.read_bytes()).hexdigest() != FACTS["paper"]["sha256"]:
        pytest.skip("another edition of the paper lies beside the checkout")
    return found


@pytest.fixture(scope="session")
def paper(path: Path) -> Paper:
    return read_paper(read_path(str(path)), load_environment(Settings()))[0]


@pytest.fixture(scope="session")
def store(path: Path, shared: Path) -> QuadStore:
    """The paper with the motions that it cites."""
    made = memory_store()
    motions = [shared / "corpus" / "motions" / f"kst-36704-{n}.xml" for n in (63, 64)]
    report = build_store(made, [str(p) for p in (path, *motions)], Settings(validate=False))
    assert not report.refused
    return made


@pytest.mark.parametrize("kind", TYPES)
def test_mentions_are_found(paper: Paper, kind: str) -> None:
    """Precision and recall on exact spans at or above the bar, and every id right where one is expected."""
    sure = {(int(r["start"]), int(r["end"])): r["id"] for r in EXPECTED if r["type"] == kind and not _doubt(r)}
    doubtful = [(int(r["start"]), int(r["end"])) for r in EXPECTED if r["type"] == kind and _doubt(r)]
    found = {(m.start, m.end): m.id for m in paper.mentions if m.type.value == kind}
    hits = sure.keys() & found.keys()
    extra = [s for s in found.keys() - sure.keys() if not any(a < s[1] and s[0] < b for a, b in doubtful)]
    assert len(hits) >= BAR * len(sure), sorted(sure.keys() - found.keys())
    assert len(hits) >= BAR * (len(hits) + len(extra)), sorted(extra)
    assert [(s, found[s], sure[s]) for s in sorted(hits) if sure[s] and found[s] != sure[s]] == []


def _doubt(row: dict[str, str]) -> bool:
    return (row["note"] or "").startswith("doubt:")


def test_questions_and_answers(paper: Paper) -> None:
    rows = list(csv.DictReader((HERE / "qa.tsv").read_text("utf-8").splitlines()[1:], delimiter="\t"))
    text = paper.document.text
    for row, exchange in zip(rows, paper.document.exchanges, strict=True):
        spans = [(s.start, s.end) for s in (exchange.question, exchange.restated, exchange.answer) if s is not None]
        wanted = [(int(row[f"{n}_start"]), int(row[f"{n}_end"])) for n in ("question", "restated", "answer")]
        assert spans == wanted
        assert exchange.number == row["number"]
        assert {s.of(text) for s in exchange.asked_by} == {row["asked_by"]}


def test_membership_rows(paper: Paper, store: QuadStore) -> None:
    """57 rows of 38 people, 19 of them in both committees, each with party and role."""
    text = paper.document.text
    people = {m.start: m.iri for m in paper.mentions if m.type.value == "person"}
    wanted = sorted((people[r["name"][0]], r["party"], r["role"]) for r in FACTS["memberships"])
    rows = run(store, "committee-members").values()
    found = sorted((r["member"], r["partyLabel"], r["role"]) for r in rows)
    assert found == wanted
    counts = FACTS["counts"]
    assert len(rows) == counts["rows_list_1"] + counts["rows_list_2"] == 57
    assert len({r["member"] for r in rows}) == counts["distinct_members"] == 38
    both = run(store, "in-both-committees").values()
    assert len({r["person"] for r in both}) == counts["members_in_both"] == 19
    assert {r["date"] for r in rows} == {FACTS["observed_on"]}
    assert all(p for p in people.values()), [text[s : s + 20] for s, p in people.items() if not p]


def test_letters_and_kenmerken(store: QuadStore) -> None:
    rows = run(store, "letters").values()
    kenmerken = {r["kenmerk"]: r["date"] for r in rows if r["kenmerk"]}
    wanted = {x["kenmerk"]: x.get("date") for x in FACTS["letters"] if x.get("kenmerk")}
    assert kenmerken == wanted
    printed = {(r["kind"], r["date"]) for r in rows}
    assert {("questions", "2025-12-09"), ("reminder", "2026-01-28"), ("answer", "2026-04-22")} <= printed


def test_waiting_time(store: QuadStore) -> None:
    rows = {r["kenmerk"]: r for r in run(store, "open-letters").values()}
    asked = rows["179131"]
    days = FACTS["days"]
    assert (asked["due"], asked["reminded"], asked["answered"]) == ("2026-01-06", "2026-01-28", "2026-04-22")
    assert asked["daysLate"] == str(days["deadline_to_answer"]) == "106"
    assert asked["status"] == "beantwoord"
    assert run(store, "days-to-answer").values()[0]["days"] == str(days["question_to_answer"]) == "134"
    assert {rows[k]["status"] for k in ("178088U", "179110")} == {"onbekend"}


def test_citations(store: QuadStore) -> None:
    rows = run(store, "citations").values()
    found = defaultdict(list)
    for row in rows:
        found[row["as"]].append((row["cited"], row["page"], row["resolution"]))
    papers = [c for c in FACTS["citations"] if c["form"] in ("kamerstuk", "dossier")]
    assert len(papers) == 6
    cited = [(iri.rsplit("/", 1)[-1], page, grade) for hits in found.values() for iri, page, grade in hits if iri]
    for citation in papers:
        key = citation["target"].removeprefix("kst-").removeprefix("dossier-")
        page = str(citation["page"]) if citation["page"] else None
        assert (key, page, citation["resolution"]) in cited


def test_the_note_without_a_number_stays_unresolved(store: QuadStore) -> None:
    rows = [r for r in run(store, "unresolved-references").values() if "nr. 32 317" in (r["as"] or "")]
    assert len(rows) == 1
    assert rows[0]["reason"]
    assert "2026-03-18" in (rows[0]["candidate"] or "")


def test_motions_as_stated(store: QuadStore) -> None:
    rows = {(r["motion"] or "").rsplit("/", 1)[-1]: r for r in run(store, "motions").values()}
    for motion in FACTS["motions"]:
        row = rows[motion["id"].removeprefix("kst-")]
        assert row["status"] == motion["stated_status"]
        assert motion["movers"][0] in (row["moverLabel"] or "")


def test_the_measure_and_its_discrepancy(store: QuadStore) -> None:
    wanted = FACTS["measures"][0]
    (row,) = run(store, "measures").values()
    assert (row["country"] or "").endswith(wanted["country"])
    assert row["decidedOn"] == wanted["decided_on"]
    assert (row["decidedByStated"] or "").endswith(wanted["decided_by_stated"])
    assert (row["decidedByResolved"] or "").endswith(wanted["decided_by_resolved"])
    assert row["ground"]
    kinds = sorted((r["kind"] or "") for r in run(store, "discrepancies").values())
    assert sorted(set(kinds)) == sorted({d["kind"] for d in FACTS["discrepancies"]})


def test_programmes(store: QuadStore) -> None:
    rows = run(store, "programmes").values()
    assert {r["endYear"] for r in rows} == {str(p["end_year"]) for p in FACTS["programmes"]}
    assert {r["startYear"] for r in rows if r["startYear"]} == {"2023"}
    places = {r["implementedInLabel"] for r in rows}
    assert {"West-Afrika", "Noord-Afrika", "Oost-Afrika", "Marokko"} == places


def test_eu_acts(store: QuadStore) -> None:
    rows = run(store, "eu-acts").values()
    assert {(r["celex"], r["act"]) for r in rows} == {(a["celex"], a["eli"]) for a in FACTS["eu_acts"]}
    relations = run(store, "eu-act-relations").values()
    assert any(r["celex"] == "32021L1883" and r["relation"] == "repeals" for r in relations)


def test_the_answer_that_only_refers(store: QuadStore) -> None:
    (row,) = run(store, "answers-referring").values()
    assert row["number"] == "5"
    assert "18 maart 2026" in (row["refersToLabel"] or "")


def test_gaps_in_the_dossier(store: QuadStore) -> None:
    rows = run(store, "missing-numbers").values()
    assert [r["number"] for r in rows] == FACTS["counts"]["missing_numbers_between_PS_and_QC"]


def test_no_identifier_is_invented(paper: Paper) -> None:
    """Every exact kamerstuk prints its dossier and its number in its own words."""
    for mention in paper.mentions:
        if mention.type.value == "kamerstuk" and mention.status.value == "exact":
            digits = mention.text.replace(" ", "").replace("\u00a0", "")
            assert (mention.part("dossier") or "") in digits
            assert (mention.part("number") or "") in digits
