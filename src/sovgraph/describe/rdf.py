"""A small writer of statements about the dataset: vocabularies that only descriptions use, and sorted N-Triples."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.store.terms import Cell

DCAT: Final = "http://www.w3.org/ns/dcat#"
DCT: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
PROV: Final = "http://www.w3.org/ns/prov#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA: Final = "https://schema.org/"
SPDX: Final = "http://spdx.org/rdf/terms#"
VCARD: Final = "http://www.w3.org/2006/vcard/ns#"
AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"

PREFIXES: Final = {
    **dict(v.NAMESPACES),
    "dct": DCT,
    "schema": SCHEMA,
    "spdx": SPDX,
    "vcard": VCARD,
}
del PREFIXES["dcterms"]


def iri(value: str) -> Cell:
    return Cell("iri", value)


def text(value: str, lang: str | None = None) -> Cell:
    return Cell("literal", value, lang=lang)


def typed(value: str, datatype: str) -> Cell:
    return Cell("literal", value, f"{dict(v.NAMESPACES)['xsd']}{datatype}")


class Statements:
    """Triples as they come; each once, sorted in the end."""

    def __init__(self) -> None:
        self._lines: set[str] = set()

    def add(self, subject: str, predicate: str, *values: Cell) -> None:
        self._lines.update(f"<{subject}> <{predicate}> {value.ntriples} ." for value in values)

    def types(self, subject: str, *classes: str) -> None:
        self.add(subject, v.RDF_type, *(iri(c) for c in classes))

    def both(self, subject: str, predicates: Iterable[str], nl: str, en: str) -> None:
        """The same words in Dutch and English under each of the predicates."""
        for predicate in predicates:
            self.add(subject, predicate, text(nl, "nl"), text(en, "en"))

    @property
    def ntriples(self) -> bytes:
        return "".join(f"{line}\n" for line in sorted(self._lines)).encode()


def in_format(ntriples: bytes, form: ox.RdfFormat) -> bytes:
    """Sorted N-Triples as Turtle, JSON-LD or another form, with the prefixes of descriptions."""
    quads = ox.parse(ntriples, ox.RdfFormat.N_TRIPLES)
    return ox.serialize((q.triple for q in quads), format=form, prefixes=PREFIXES) or b""
