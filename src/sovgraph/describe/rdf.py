"""Statements as descriptions are built from them, and the vocabularies that only descriptions use."""

from collections.abc import Iterable
from typing import Final

from sovgraph import vocab as v
from sovgraph.store.terms import Cell

Triple = tuple[str, str, Cell]
"""Subject and property are IRIs; there are no blank nodes."""

_SPACES: Final = dict(v.NAMESPACES)
DCAT: Final = _SPACES["dcat"]
DCT: Final = _SPACES["dcterms"]
FOAF: Final = _SPACES["foaf"]
PROV: Final = _SPACES["prov"]
RDFS: Final = _SPACES["rdfs"]
VOID: Final = _SPACES["void"]
SCHEMA: Final = "https://schema.org/"
"""As search engines and catalogues ask it; the ontology maps to the terms of http://schema.org/."""
SD: Final = "http://www.w3.org/ns/sparql-service-description#"
SH: Final = "http://www.w3.org/ns/shacl#"
SPDX: Final = "http://spdx.org/rdf/terms#"
VCARD: Final = "http://www.w3.org/2006/vcard/ns#"
AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
FORMATS: Final = "http://www.w3.org/ns/formats/"

PREFIXES: Final = {**_SPACES, "sd": SD, "sdo": SCHEMA, "sh": SH, "spdx": SPDX, "vcard": VCARD}


def iri(value: str) -> Cell:
    return Cell("iri", value)


def text(value: str, lang: str | None = None) -> Cell:
    return Cell("literal", value, lang=lang)


def typed(value: str, datatype: str) -> Cell:
    return Cell("literal", value, f"{_SPACES['xsd']}{datatype}")


def number(value: int) -> Cell:
    return Cell("literal", str(value), v.XSD_integer)


class Statements:
    """Triples as they come; each once, sorted in the end."""

    def __init__(self) -> None:
        self._triples: set[Triple] = set()

    def add(self, subject: str, predicate: str, *values: Cell) -> None:
        self._triples.update((subject, predicate, value) for value in values)

    def types(self, subject: str, *classes: str) -> None:
        self.add(subject, v.RDF_type, *(iri(c) for c in classes))

    def both(self, subject: str, predicates: Iterable[str], nl: str, en: str) -> None:
        """The same words in Dutch and English under each of the predicates."""
        for predicate in predicates:
            self.add(subject, predicate, text(nl, "nl"), text(en, "en"))

    @property
    def triples(self) -> list[Triple]:
        return sorted(self._triples, key=lambda t: (t[0], t[1], t[2].ntriples))

    @property
    def ntriples(self) -> bytes:
        return "".join(sorted(f"<{s}> <{p}> {o.ntriples} .\n" for s, p, o in self._triples)).encode()
