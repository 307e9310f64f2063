"""Puts a graph into a store or takes it out, and infers what that touches: a paper that isn't there."""

from collections.abc import Iterator
from contextlib import contextmanager

from sovgraph.ids import Ids
from sovgraph.infer import Inference
from sovgraph.store import QuadStore


@contextmanager
def without(store: QuadStore, graph: str) -> Iterator[None]:
    """The store without one of its graphs; afterwards it is there again."""
    entry, held = store.ledger()[graph], store.graph_quads(graph)
    inference = Inference(store, Ids())
    inference.change(graph, b"")
    store.remove_graph(graph)
    inference.after()
    inference.settle()
    yield
    inference = Inference(store, Ids())
    inference.change(graph, held)
    store.replace_graph(graph, held, entry)
    inference.after()
    inference.settle()
