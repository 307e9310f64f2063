"""rdflib as the other engine: its own evaluation of SPARQL, over graphs that are looked up by the terms they hold.

rdflib tries every graph for each row that meets `GRAPH ?g { … }`. Here it tries those that hold all terms asked for;
the others can't give a row. Every graph has a store of its own, so that a lookup in one doesn't walk through the rest.
Joins that hold each row against every other find the row by the terms in common. `test_engines.py` asks the same
queries with and without these tables.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.paths import Path
from rdflib.plugins.sparql import CUSTOM_EVALS
from rdflib.plugins.sparql.evaluate import evalPart
from rdflib.plugins.sparql.evalutils import _join

from sovgraph.store import QuadStore
from sovgraph.store.bridge import _term


class SeparateGraphs(rdflib.Dataset):
    """Named graphs without a store in common, with the graphs that each term occurs in."""

    def __init__(self, store: QuadStore) -> None:
        super().__init__()
        self.named: dict[rdflib.URIRef, rdflib.Graph] = {}
        self.holding: dict[Any, set[rdflib.URIRef]] = {}
        known: dict[object, Any] = {}
        for quad in ox.parse(store.dump(ledger=True), ox.RdfFormat.N_QUADS):
            name = rdflib.URIRef(quad.graph_name.value)
            graph = self.named.get(name)
            if graph is None:
                graph = self.named[name] = rdflib.Graph(identifier=name)
            triple = _term(quad.subject, known), _term(quad.predicate, known), _term(quad.object, known)
            graph.add(triple)
            for term in triple:
                self.holding.setdefault(term, set()).add(name)

    def contexts(self, triple: Any = None) -> Generator[rdflib.Graph, None, None]:
        yield from self.named.values()

    def get_context(self, identifier: Any, quoted: bool = False, base: str | None = None) -> rdflib.Graph:
        return self.named.get(identifier) or rdflib.Graph(identifier=identifier)

    def having(self, terms: set[Any]) -> list[rdflib.Graph]:
        """In an order that doesn't hang on the hashes of the run."""
        if not terms:
            return list(self.named.values())
        names = set.intersection(*(self.holding.get(term, set()) for term in terms))
        return [self.named[name] for name in sorted(names)]


def _needed(ctx: Any, part: Any) -> set[Any]:
    """The terms without which the pattern has no solution in a graph; a path of no steps needs none."""
    if part.name == "BGP":
        terms = {ctx[term] for triple in part.triples if not isinstance(triple[1], Path) for term in triple}
        return {term for term in terms if isinstance(term, rdflib.URIRef | rdflib.Literal)}
    if part.name == "Join":
        return _needed(ctx, part.p1) | _needed(ctx, part.p2)
    if part.name == "LeftJoin":
        return _needed(ctx, part.p1)
    return _needed(ctx, part.p) if part.name in {"Filter", "Extend"} else set()


def _graphs(ctx: Any, part: Any) -> Iterator[Any]:
    """As rdflib's own evalGraph, for a graph that isn't known yet."""
    if part.name != "Graph" or not isinstance(ctx._dataset, SeparateGraphs) or ctx[part.term] is not None:
        raise NotImplementedError
    return _in_each(ctx.clone(), part)


def _in_each(ctx: Any, part: Any) -> Iterator[Any]:
    before = ctx.graph
    for graph in ctx.dataset.having(_needed(ctx, part.p)):
        inside = ctx.pushGraph(graph).push()
        for row in _join(evalPart(inside, part.p), [{part.term: graph.identifier}]):
            row.ctx.graph = before
            yield row


def _joins(ctx: Any, part: Any) -> Iterator[Any]:
    """As rdflib's own evalJoin where it holds each row against every other, which a table of shared terms saves."""
    if part.name != "Join" or part.lazy or not isinstance(ctx._dataset, SeparateGraphs):
        raise NotImplementedError
    left = list(evalPart(ctx, part.p1))
    return _joined(left, set(evalPart(ctx, part.p2))) if left else iter(())


def _joined(left: list[Any], right: set[Any]) -> Iterator[Any]:
    shared = sorted(set.intersection(*(set(row._d) for row in (*left, *right))))
    table: dict[tuple[Any, ...], list[Any]] = {}
    for row in right:
        table.setdefault(tuple(row._d[name] for name in shared), []).append(row)
    for row in left:
        for other in table.get(tuple(row._d[name] for name in shared), ()):
            if row.compatible(other):
                yield row.merge(other)


@contextmanager
def rdflib_with_tables() -> Iterator[None]:
    CUSTOM_EVALS.update(graphs=_graphs, joins=_joins)
    try:
        yield
    finally:
        del CUSTOM_EVALS["graphs"], CUSTOM_EVALS["joins"]
