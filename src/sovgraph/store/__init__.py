"""The graph on disk or in memory: named graphs replaced whole, one transaction each."""

from typing import TYPE_CHECKING

from sovgraph.store.base import GraphUpdate, QuadStore
from sovgraph.store.ledger import (
    CORRECTIONS,
    CORRECTIONS_GRAPH,
    DECLARATION,
    INFERENCE,
    LEDGER_GRAPH,
    REGISTER,
    LedgerEntry,
    copy_entries,
    is_copy_graph,
    paper_entries,
    paper_of,
)
from sovgraph.store.opening import memory_store, open_store
from sovgraph.store.terms import Answer, Cell, Solutions, Triples

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = [
    "CORRECTIONS",
    "CORRECTIONS_GRAPH",
    "DECLARATION",
    "INFERENCE",
    "LEDGER_GRAPH",
    "REGISTER",
    "Answer",
    "Cell",
    "GraphUpdate",
    "LedgerEntry",
    "QuadStore",
    "Solutions",
    "Triples",
    "copy_entries",
    "from_rdflib",
    "is_copy_graph",
    "memory_store",
    "open_store",
    "paper_entries",
    "paper_of",
    "to_rdflib",
]


def to_rdflib(store: QuadStore, *, ledger: bool = False) -> "Dataset":
    """A copy as an rdflib Dataset whose default graph is the union of all graphs."""
    from sovgraph.store import bridge

    return bridge.to_rdflib(store, ledger=ledger)


def from_rdflib(dataset: "Dataset") -> QuadStore:
    """A copy in memory of the named graphs of an rdflib Dataset."""
    from sovgraph.store import bridge

    return bridge.from_rdflib(dataset)
