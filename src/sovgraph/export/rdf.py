"""The store as RDF: N-Quads, TriG, Turtle, JSON-LD, RDF/XML; the same bytes for the same data."""

import re
from collections.abc import Callable, Iterable

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.registry import Registry
from sovgraph.store import QuadStore

RdfWriter = Callable[[QuadStore], bytes]
RDF_FORMATS: Registry[RdfWriter] = Registry("RDF format")

_PREFIXES = dict(v.NAMESPACES)
_ILLEGAL_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _quads(store: QuadStore) -> list[ox.Quad]:
    """All quads in the order of their N-Quads lines, so that every format is deterministic."""
    return list(ox.parse(store.dump(), format=ox.RdfFormat.N_QUADS))


def _triples(store: QuadStore) -> Iterable[ox.Triple]:
    """The union of all graphs, each triple once, in order of subject, predicate, object."""
    triples = {(str(q.subject), str(q.predicate), str(q.object)): q.triple for q in _quads(store)}
    return [triples[key] for key in sorted(triples)]


def _serialized(data: Iterable[ox.Quad] | Iterable[ox.Triple], form: ox.RdfFormat) -> bytes:
    result = ox.serialize(data, format=form, prefixes=_PREFIXES)
    return result if result is not None else b""


@RDF_FORMATS.add("nq")
def write_nquads(store: QuadStore) -> bytes:
    """Sorted N-Quads with the named graphs."""
    return store.dump()


@RDF_FORMATS.add("trig")
def write_trig(store: QuadStore) -> bytes:
    """TriG with the named graphs."""
    by_graph = sorted(_quads(store), key=lambda q: str(q.graph_name))
    return _serialized(by_graph, ox.RdfFormat.TRIG)


@RDF_FORMATS.add("jsonld")
def write_jsonld(store: QuadStore) -> bytes:
    """JSON-LD with the named graphs."""
    by_graph = sorted(_quads(store), key=lambda q: str(q.graph_name))
    return _serialized(by_graph, ox.RdfFormat.JSON_LD)


@RDF_FORMATS.add("ttl")
def write_turtle(store: QuadStore) -> bytes:
    """Turtle of the union of all graphs: which graph said it is lost, the evidence stays."""
    return _serialized(_triples(store), ox.RdfFormat.TURTLE)


@RDF_FORMATS.add("rdfxml")
def write_rdfxml(store: QuadStore) -> bytes:
    """RDF/XML of the union of all graphs, without the characters that XML can't hold."""
    return _serialized((_clean(t) for t in _triples(store)), ox.RdfFormat.RDF_XML)


def _clean(triple: ox.Triple) -> ox.Triple:
    value = triple.object
    if not isinstance(value, ox.Literal) or not _ILLEGAL_IN_XML.search(value.value):
        return triple
    text = _ILLEGAL_IN_XML.sub("", value.value)
    literal = ox.Literal(text, language=value.language) if value.language else ox.Literal(text, datatype=value.datatype)
    return ox.Triple(triple.subject, triple.predicate, literal)
