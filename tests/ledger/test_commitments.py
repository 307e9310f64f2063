"""The ledger of commitments, announcements and requests against what a reader of the example papers wrote down."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from tests.example_store import undeclared_store

from sovgraph.build import declare_complete, remove_papers
from sovgraph.pipeline import load_environment
from sovgraph.query import catalog, run_query
from sovgraph.resources import read_tsv
from sovgraph.settings import Settings
from sovgraph.store import QuadStore

EXPECTED = read_tsv(Path(__file__).parent / "commitments.tsv")
PAPERS = sorted({row["paper"] for row in EXPECTED})
OWN = sorted(p for p in PAPERS if p.startswith("39503") or p == "h-tk-20252026-998")
SETTINGS = Settings(validate=False)
PERIOD = (date(2026, 1, 1), date(2026, 12, 31))
ITEM = re.compile(r"/id/(?:kst|stuk)/(?P<paper>[^/]+)/(?:toezegging|verzoek)/\d+$")
CHAMBERS = {"oorg10001": "EK", "oorg10002": "TK"}
FIELDS = ("kind", "strength", "state", "claimed")
RENAMED = {"on": "promisedOn", "due": "dueStated", "from": "dueFrom", "until": "dueUntil"} | {
    "fulfilled_on": "fulfilledOn",
    "claimed_on": "claimedOn",
}
KNOWS = {"voldaan", "deels-voldaan", "openstaand"}


@pytest.fixture
def store() -> QuadStore:
    return undeclared_store()


def name(row: dict[str, str], column: str) -> str:
    iri, key = row[column], row[column].rsplit("/", 1)[-1]
    return row[f"{column}Label"] if "/persoon/" in iri else CHAMBERS.get(key, key)


def ledger(store: QuadStore) -> dict[tuple[str, str], dict[str, str]]:
    """(paper, how its text begins) → the row in the form of the expectation; the items of the expected papers."""
    begins = {(row["paper"], row["words"]) for row in EXPECTED}
    found: dict[tuple[str, str], dict[str, str]] = {}
    several: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for cells in run_query(store, catalog().get("ledger-commitments"), {}).values():
        row = {key: value or "" for key, value in cells.items()}
        home = ITEM.search(row["item"])
        paper = home["paper"] if home else "39503-A"
        if paper not in PAPERS:
            continue
        words = next((w for p, w in begins if p == paper and row["text"].startswith(w)), row["text"])
        key = (paper, words)
        for column in ("by", "to"):
            several[(*key, column)].add(name(row, column))
        by = row["fulfilledBy"].partition("/id/")[2]
        values = {field: row[field] for field in FIELDS} | {ours: row[theirs] for ours, theirs in RENAMED.items()}
        found[key] = values | {"fulfilled_by": by}
        found[key] |= {c: "|".join(sorted(several[(*key, c)], key=order)) for c in ("by", "to")}
    return found


def order(value: str) -> tuple[bool, str]:
    """Chambers first, as the expectation has them."""
    return value not in CHAMBERS.values(), value


def expected(state: str) -> dict[tuple[str, str], dict[str, str]]:
    skipped = {"paper", "words", "state", "complete"}
    return {
        (row["paper"], row["words"]): {k: v for k, v in row.items() if k not in skipped} | {"state": row[state]}
        for row in EXPECTED
    }


def test_all_states_and_kinds_occur() -> None:
    assert len(EXPECTED) >= 12
    assert {row["complete"] for row in EXPECTED} == KNOWS | {"onbekend"}
    assert {row["kind"] for row in EXPECTED} == {"commitment", "announcement", "request"}


def test_the_ledger_is_what_a_reader_wrote_down(store: QuadStore) -> None:
    assert ledger(store) == expected("state")
    declare_complete(store, load_environment(SETTINGS), "39503", PERIOD)
    assert ledger(store) == expected("complete")


@pytest.mark.parametrize("paper", OWN)
def test_without_a_paper_nothing_becomes_wrong(store: QuadStore, paper: str) -> None:
    env = load_environment(SETTINGS)
    declare_complete(store, env, "39503", PERIOD)
    iri = env.ids.paper(paper if paper.startswith("h-") else f"kst-{paper}")
    remove_papers(store, [iri], env)
    right = expected("complete")
    states = {key: (row["state"], right[key]["state"]) for key, row in ledger(store).items() if key in right}
    assert states
    assert {key: pair for key, pair in states.items() if pair[0] not in ("onbekend", pair[1])} == {}
