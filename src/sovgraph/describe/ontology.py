"""The ontology that the package ships, as triples."""

from collections.abc import Iterator

import pyoxigraph as ox

from sovgraph.describe.rdf import Triple
from sovgraph.resources import folder
from sovgraph.store.oxigraph import cell_of


def ontology_triples() -> Iterator[Triple]:
    """All triples of all files; the files have no blank nodes."""
    for file in sorted(folder("ontology").glob("*.ttl")):
        for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value, quad.predicate.value, cell_of(quad.object)
