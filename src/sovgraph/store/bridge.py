"""From the store to rdflib and back. Only imported by those who ask for rdflib objects."""

from collections.abc import Iterable

import pyoxigraph as ox
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from sovgraph.store.base import QuadStore
from sovgraph.store.opening import memory_store
from sovgraph.store.oxigraph import OxigraphStore

_Rdflib = rdflib.URIRef | rdflib.Literal | rdflib.BNode


def to_rdflib(store: QuadStore, *, ledger: bool = False) -> rdflib.Dataset:
    """A copy as a Dataset whose default graph is the union of all graphs."""
    dataset = rdflib.Dataset(default_union=True)
    fill_dataset(dataset, store.dump(ledger=ledger))
    return dataset


def fill_dataset(dataset: rdflib.Dataset, nquads: bytes) -> None:
    """Adds N-Quads; about four times as fast as rdflib's own parser."""
    known: dict[object, _Rdflib] = {}
    graphs: dict[str, rdflib.Graph] = {}
    for quad in ox.parse(nquads, ox.RdfFormat.N_QUADS):
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else str(DATASET_DEFAULT_GRAPH_ID)
        graph = graphs.get(name)
        if graph is None:
            graph = graphs[name] = dataset.graph(rdflib.URIRef(name))
        graph.add((_term(quad.subject, known), _term(quad.predicate, known), _term(quad.object, known)))


def to_graph(ntriples: bytes) -> rdflib.Graph:
    """N-Triples or N-Quads as one rdflib Graph; graph names are left out."""
    graph = rdflib.Graph()
    known: dict[object, _Rdflib] = {}
    for quad in ox.parse(ntriples, ox.RdfFormat.N_QUADS):
        graph.add((_term(quad.subject, known), _term(quad.predicate, known), _term(quad.object, known)))
    return graph


def from_rdflib(dataset: rdflib.Dataset) -> OxigraphStore:
    """A copy in memory. Quads of the default graph aren't taken: every fact of ours is in a named graph."""
    by_graph: dict[str, list[str]] = {}
    for subject, predicate, value, name in dataset.quads((None, None, None, None)):
        if name is not None and name != DATASET_DEFAULT_GRAPH_ID:
            line = f"{subject.n3()} {predicate.n3()} {_n3(value)} {name.n3()} .\n"
            by_graph.setdefault(str(name), []).append(line)
    store = memory_store()
    store.replace_many(_updates(by_graph))
    return store


def _updates(by_graph: dict[str, list[str]]) -> Iterable[tuple[str, bytes, None]]:
    return ((name, "".join(lines).encode(), None) for name, lines in sorted(by_graph.items()))


def _n3(term: rdflib.term.Node) -> str:
    """N-Quads of a term: rdflib's own n3() writes long strings with line ends in them."""
    if not isinstance(term, rdflib.Literal):
        return term.n3()
    literal = ox.Literal(
        str(term),
        language=term.language,
        datatype=None if term.language or term.datatype is None else ox.NamedNode(str(term.datatype)),
    )
    return str(literal)


def _term(term: object, known: dict[object, _Rdflib]) -> _Rdflib:
    found = known.get(term)
    if found is not None:
        return found
    made: _Rdflib
    if isinstance(term, ox.NamedNode):
        made = rdflib.URIRef(term.value)
    elif isinstance(term, ox.Literal):
        if term.language:
            made = rdflib.Literal(term.value, lang=term.language)
        elif term.datatype.value == str(rdflib.XSD.string):
            made = rdflib.Literal(term.value)
        else:
            made = rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    else:
        made = rdflib.BNode(str(getattr(term, "value", term)))
    known[term] = made
    return made
