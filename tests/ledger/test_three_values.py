"""A paper that is taken out makes what is said about letters and questions unknown, never wrong."""

from tests.ledger.taking_out import without

from sovgraph.query import run, run_sparql
from sovgraph.store import QuadStore, Solutions, paper_entries

UNKNOWN = "onbekend"
FEWEST = 40


def states(store: QuadStore) -> dict[str, str]:
    """By letter and question."""
    letters = {row["letter"] or "": row["status"] or "" for row in run(store, "ledger-letters").values()}
    questions = {row["question"] or "": row["status"] or "" for row in run(store, "ledger-questions").values()}
    return {**letters, **questions}


def reached(store: QuadStore) -> dict[str, set[str]]:
    """All that is true of a letter or question, of which its state is the weightiest."""
    answer = run_sparql(store, "SELECT ?thing ?state WHERE { ?thing sov:statusReached ?state }")
    assert isinstance(answer, Solutions)
    found: dict[str, set[str]] = {}
    for thing, state in answer:
        found.setdefault(str(thing), set()).add(str(state).rpartition("#open-")[2])
    return found


def test_no_state_becomes_wrong(store: QuadStore) -> None:
    whole, true = states(store), reached(store)
    assert len(whole) >= FEWEST
    before = store.dump()
    became_unknown = 0
    for graph in sorted(paper_entries(store.ledger())):
        with without(store, graph):
            for thing, state in states(store).items():
                assert state == UNKNOWN or state in true[thing], f"without {graph}: {thing} is {state}"
                became_unknown += state == UNKNOWN != whole[thing]
    assert store.dump() == before
    assert became_unknown > FEWEST, "taking papers out must make something unknown"
