"""What the rest of the package asks of a store."""

from collections.abc import Iterable
from typing import IO, Protocol

from sovgraph.store.ledger import LedgerEntry
from sovgraph.store.terms import Answer

GraphUpdate = tuple[str, bytes, LedgerEntry | None]
"""A graph's IRI, its whole content as N-Quads, and its ledger entry (None: not a graph read from a file)."""


class QuadStore(Protocol):
    """Named graphs that are replaced whole. A reader sees a graph as it was or as it is, never half."""

    read_only: bool

    def replace_graph(self, graph: str, nquads: bytes, entry: LedgerEntry | None = None) -> None:
        """One transaction: the graph and its ledger entry. Raises StoreError if a quad names another graph."""

    def replace_many(self, updates: Iterable[GraphUpdate]) -> int:
        """Number of graphs written. Fast for a first fill; otherwise several graphs a transaction. Flushes."""

    def amend_graph(self, graph: str, removed: bytes, added: bytes) -> None:
        """Takes quads out of a graph and puts others in, in one transaction; the rest and its ledger entry stay."""

    def note_entry(self, entry: LedgerEntry) -> None:
        """Notes anew what a graph was made from, in one transaction; the graph itself stays."""

    def remove_graph(self, graph: str) -> bool:
        """Takes graph and ledger entry out in one transaction; False if there was neither."""

    def graphs(self) -> tuple[str, ...]:
        """Graph IRIs, sorted; the ledger isn't one of them."""

    def ledger(self) -> dict[str, LedgerEntry]:
        """What each graph was made from, by graph IRI."""

    def query(self, text: str, *, union: bool = True) -> Answer:
        """Answer of a SPARQL query. Raises QueryError if it can't be read or evaluated."""

    def dump(self, *, ledger: bool = False) -> bytes:
        """All quads as N-Quads, lines sorted: the same bytes for the same data, however it came in."""

    def graph_quads(self, graph: str) -> bytes:
        """One graph as sorted N-Quads; empty if it isn't there."""

    def write_triples(self, graph: str, target: IO[bytes]) -> None:
        """One graph as N-Triples in no order, written as a stream; for graphs too big to hold twice."""

    def flush(self) -> None:
        """Makes everything written so far survive a power cut. Costs much more than one write: call per batch."""

    def close(self) -> None:
        """Flushes and lets go of the folder; the store can't be used after it."""

    def __len__(self) -> int:
        """Number of quads, without the ledger."""
