"""The graph of inferences beside the papers of a store: of which papers it is, and how it is brought up to date."""

import hashlib

from sovgraph.infer import Inference
from sovgraph.infer.reading import rules_version
from sovgraph.pipeline import Environment, metadata_graph
from sovgraph.store import DECLARATION, INFERENCE, LedgerEntry, QuadStore, copy_entries, paper_entries


def is_current(store: QuadStore, env: Environment) -> bool:
    """Whether the inferences are of the papers that the store has, by these rules: not after a killed build."""
    entry = store.ledger().get(env.ids.graph("inferred"))
    return entry is not None and (entry.sha256, entry.version) == (_digest(store), _version(env))


def refresh_inferences(store: QuadStore, env: Environment, inference: Inference) -> None:
    """Computes what `inference` has to, and notes of which papers the inferences now are."""
    inference.settle()
    graph = env.ids.graph("inferred")
    store.note_entry(LedgerEntry(graph, INFERENCE, _digest(store), _version(env)))
    store.flush()


def remove_papers(store: QuadStore, papers: list[str], env: Environment) -> None:
    """Takes papers out with their further files and metadata, and what was inferred from them."""
    inference = Inference(store, env.ids, everything=not is_current(store, env))
    ledger = store.ledger()
    for paper in papers:
        graphs = [*copy_entries(ledger, paper), metadata_graph(paper), paper]
        for graph in graphs:
            inference.change(graph, b"")
            store.remove_graph(graph)
        inference.after()
    refresh_inferences(store, env, inference)


def _version(env: Environment) -> str:
    return f"{env.version}/{rules_version()}"


def _digest(store: QuadStore) -> str:
    """Of which papers the store holds, in which version, and of what it is declared complete."""
    ledger = store.ledger()
    declared = [entry for entry in ledger.values() if entry.source == DECLARATION]
    entries = sorted((*paper_entries(ledger).values(), *declared), key=lambda entry: entry.graph)
    lines = "".join(f"{e.graph} {e.sha256} {e.version}\n" for e in entries)
    return hashlib.sha256(lines.encode()).hexdigest()
