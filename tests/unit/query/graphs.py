"""The hand-made graph that the query tests ask."""

from pathlib import Path

import pyoxigraph as ox

from sovgraph.store import LedgerEntry, QuadStore, memory_store

FIXTURES = sorted(Path(__file__).parent.glob("fixture*.trig"))


def fixture_store() -> QuadStore:
    """A store with two papers of dossier 32317, one of another and one of none, registers and computed facts."""
    parts: dict[str, list[str]] = {}
    for path in FIXTURES:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TRIG):
            assert isinstance(quad.graph_name, ox.NamedNode)
            parts.setdefault(quad.graph_name.value, []).append(f"{quad} .\n")
    store = memory_store()
    store.replace_many(
        (graph, "".join(lines).encode(), LedgerEntry(graph, "fixture.trig", "00", "1"))
        for graph, lines in sorted(parts.items())
    )
    return store
