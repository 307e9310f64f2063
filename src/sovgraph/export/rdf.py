"""The store as RDF files; the same bytes for the same data."""

from sovgraph.query import serialise
from sovgraph.store import QuadStore

RDF_FORMATS = ("nq", "trig", "ttl", "jsonld", "rdfxml")
"""N-Quads, TriG and JSON-LD keep the named graphs; Turtle and RDF/XML hold their union, each triple once."""


def write_rdf(store: QuadStore, form: str) -> bytes:
    """All data of the store (without its ledger) in one of `RDF_FORMATS`."""
    return serialise(store.dump(), form)
