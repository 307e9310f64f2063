"""The one update that replaces a graph, written from parsed and re-serialised terms only."""

from collections.abc import Iterable

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.errors import StoreError
from sovgraph.store.ledger import LEDGER_GRAPH

_KEPT_DATATYPES = frozenset(
    (v.XSD_string, v.XSD_date, v.XSD_integer, v.XSD_boolean, v.XSD_anyURI, v.XSD_duration, v.RDF_langString)
)
"""Datatypes that the engine gives back as they were put in; it would rewrite or lose others silently."""


def parse_quads(graph: str, nquads: bytes) -> list[ox.Quad]:
    """The quads, each checked: in `graph`, no blank node, only datatypes that the store keeps unchanged."""
    try:
        quads = list(ox.parse(nquads, ox.RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{graph}: not N-Quads ({error}); nothing was stored") from error
    for quad in quads:
        _check(graph, quad)
    return quads


def _check(graph: str, quad: ox.Quad) -> None:
    name = quad.graph_name
    if not isinstance(name, ox.NamedNode) or name.value != graph:
        raise StoreError(f"{graph}: a quad is in graph {name}; every quad of an update must be in its own graph")
    for term in (quad.subject, quad.object):
        if isinstance(term, ox.BlankNode):
            raise StoreError(f"{graph}: blank node {term}; give the thing an IRI")
    if isinstance(quad.object, ox.Literal) and quad.object.datatype.value not in _KEPT_DATATYPES:
        raise StoreError(
            f"{graph}: datatype {quad.object.datatype.value} of {quad.object} isn't kept unchanged; "
            "use a plain string, date, integer, boolean, anyURI or duration"
        )


def graph_name(graph: str) -> ox.NamedNode:
    """The IRI as a term. Raises StoreError when it isn't an absolute IRI."""
    try:
        return ox.NamedNode(graph)
    except ValueError as error:
        raise StoreError(f"'{graph}': not an IRI, so it can't name a graph ({error})") from error


def replacement(graph: str, quads: Iterable[ox.Quad], ledger: Iterable[ox.Quad]) -> str:
    """One update: drop the graph and its ledger entry, insert the new ones.

    `remove_graph` and `extend` of the engine are two transactions: a crash between them would leave the paper
    empty. One SPARQL update is one transaction.
    """
    name = graph_name(graph)
    return (
        f"{_removal(name)} ;\n"
        f"INSERT DATA {{\nGRAPH {name} {{\n{_triples(quads)}}}\nGRAPH <{LEDGER_GRAPH}> {{\n{_triples(ledger)}}}\n}}"
    )


def amendment(graph: str, removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> str:
    """One update that takes some quads out of a graph and puts others in."""
    name = graph_name(graph)
    gone, come = _triples(removed), _triples(added)
    return f"DELETE DATA {{ GRAPH {name} {{\n{gone}}} }} ;\nINSERT DATA {{ GRAPH {name} {{\n{come}}} }}"


def entry_update(graph: str, ledger: Iterable[ox.Quad]) -> str:
    """One update that replaces the ledger entry of a graph."""
    return f"{_forget(graph_name(graph))} ;\nINSERT DATA {{ GRAPH <{LEDGER_GRAPH}> {{\n{_triples(ledger)}}} }}"


def removal(graph: str) -> str:
    """One update that takes out the graph and its ledger entry."""
    return _removal(graph_name(graph))


def _removal(name: ox.NamedNode) -> str:
    return f"DROP SILENT GRAPH {name} ;\n{_forget(name)}"


def _forget(name: ox.NamedNode) -> str:
    return f"DELETE WHERE {{ GRAPH <{LEDGER_GRAPH}> {{ {name} ?p ?o }} }}"


def _triples(quads: Iterable[ox.Quad]) -> str:
    return "".join(f"{q.subject} {q.predicate} {q.object} .\n" for q in quads)
