"""Triples and data sets as RDF text."""

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.errors import QueryError
from sovgraph.store.oxigraph import cell_of
from sovgraph.store.terms import Cell, Solutions, Triples

_FORMATS = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
RDF_FORMATS = tuple(sorted(_FORMATS))
_NAMED_GRAPHS = ("nq", "trig", "jsonld")


def serialise(nquads: bytes, form: str) -> bytes:
    """N-Quads (or N-Triples) in another form. Those without named graphs get each triple once.

    The same sorted input gives the same bytes. Raises QueryError for a form that isn't known.
    """
    if form not in _FORMATS:
        raise QueryError(f"no RDF format '{form}'; known: {', '.join(RDF_FORMATS)}")
    if form == "nq":
        return nquads
    quads = ox.parse(nquads, ox.RdfFormat.N_QUADS)
    if form in _NAMED_GRAPHS:
        ordered = sorted(quads, key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))
        return ox.serialize(ordered, format=_FORMATS[form], prefixes=dict(v.NAMESPACES)) or b""
    triples = {str(q.triple): q.triple for q in quads}
    ordered_triples = [triples[key] for key in sorted(triples)]
    return ox.serialize(ordered_triples, format=_FORMATS[form], prefixes=dict(v.NAMESPACES)) or b""


def as_solutions(triples: Triples) -> Solutions:
    """Triples as rows, to show them as a table."""
    rows = tuple(
        (Cell("iri", q.subject.value), Cell("iri", q.predicate.value), cell_of(q.object))
        for q in ox.parse(triples.ntriples, ox.RdfFormat.N_TRIPLES)
        if isinstance(q.subject, ox.NamedNode)
    )
    return Solutions(("subject", "predicate", "object"), rows)
