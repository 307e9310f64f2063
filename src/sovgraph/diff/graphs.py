"""Two stores compared graph by graph, so that only one graph of each is in memory at a time."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.store import INFERENCE, LedgerEntry, QuadStore

Fact = tuple[str, str, str]
"""Subject, property and value; an IRI as it is, a literal as its text."""


@dataclass(frozen=True, slots=True)
class GraphChange:
    """One graph that differs: `kind` is "added", "removed" or "replaced"; its lines of N-Quads that went and came."""

    graph: str
    kind: str
    removed: tuple[bytes, ...]
    added: tuple[bytes, ...]


def changed_graphs(old: QuadStore, new: QuadStore) -> Iterator[GraphChange]:
    """The graphs that differ, sorted by name. The ledger, the program's own notes, isn't one of them."""
    before, after = old.ledger(), new.ledger()
    held, holding = set(old.graphs()), set(new.graphs())
    for graph in sorted(held | holding):
        if graph in held and graph in holding and _same_source(before.get(graph), after.get(graph)):
            continue
        change = _change(graph, old.graph_quads(graph), new.graph_quads(graph))
        if change is not None:
            yield change


def _same_source(one: LedgerEntry | None, other: LedgerEntry | None) -> bool:
    """Whether both were made from the same bytes by the same rules and registers: then their quads are the same."""
    return one is not None and one == other and one.source != INFERENCE


def _change(graph: str, before: bytes, after: bytes) -> GraphChange | None:
    if hashlib.sha256(before).digest() == hashlib.sha256(after).digest():
        return None
    old, new = set(before.splitlines()), set(after.splitlines())
    kind = "added" if not old else "removed" if not new else "replaced"
    return GraphChange(graph, kind, tuple(sorted(old - new)), tuple(sorted(new - old)))


def facts_of(lines: tuple[bytes, ...]) -> set[Fact]:
    """The facts among these lines: what their assertions state, without evidence, mentions and text."""
    parts: dict[str, dict[str, str]] = {}
    wanted = {v.RDF_subject, v.RDF_predicate, v.RDF_object}
    for line in lines:
        if b"22-rdf-syntax-ns#" in line:
            for quad in ox.parse(line, ox.RdfFormat.N_QUADS):
                if quad.predicate.value in wanted and isinstance(quad.object, ox.NamedNode | ox.Literal):
                    parts.setdefault(str(quad.subject), {})[quad.predicate.value] = quad.object.value
    return {
        (found[v.RDF_subject], found[v.RDF_predicate], found[v.RDF_object])
        for found in parts.values()
        if len(found) == len(wanted)
    }
