"""The ontology that the package ships, as triples."""

from collections.abc import Iterator

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.describe.formats import Triple
from sovgraph.resources import folder
from sovgraph.store import Cell


def ontology_triples() -> Iterator[Triple]:
    """All triples of all files; the files have no blank nodes."""
    for file in sorted(folder("ontology").glob("*.ttl")):
        for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value, quad.predicate.value, _cell(quad.object)


def _cell(term: object) -> Cell:
    if isinstance(term, ox.Literal):
        plain = term.language is not None or term.datatype.value == v.XSD_string
        return Cell("literal", term.value, None if plain else term.datatype.value, term.language)
    return Cell("iri", str(getattr(term, "value", term)))
