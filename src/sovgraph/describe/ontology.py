"""The ontology that the package ships: all its triples, and its terms for a page that people read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.describe.formats import PREFIXES, Triple
from sovgraph.resources import folder
from sovgraph.store import Cell

SOV: Final = dict(v.NAMESPACES)["sov"]
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_DCT: Final = "http://purl.org/dc/terms/"
_GROUPS: Final = (
    ("classes", (f"{_OWL}Class",)),
    (
        "properties",
        (f"{_OWL}ObjectProperty", f"{_OWL}DatatypeProperty", f"{_RDF}Property", f"{_OWL}AnnotationProperty"),
    ),
    ("lists", (f"{_SKOS}ConceptScheme",)),
)
_LABELS: Final = (f"{_RDFS}label", f"{_SKOS}prefLabel")
_FACTS: Final = (
    ("broader", (f"{_RDFS}subClassOf", f"{_RDFS}subPropertyOf")),
    ("range", (f"{_RDFS}range",)),
    ("match", (f"{_SKOS}exactMatch", f"{_SKOS}closeMatch", f"{_SKOS}broadMatch", f"{_RDFS}seeAlso")),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, list or value of our own. `links`: IRIs by kind of link; `queries`: stored queries that
    need it; `values`: of a list."""

    iri: str
    label: Mapping[str, str]
    definition: Mapping[str, str]
    used: Mapping[str, str]
    sources: tuple[str, ...]
    links: Mapping[str, tuple[str, ...]]
    queries: tuple[str, ...]
    values: tuple["Term", ...] = ()

    @property
    def name(self) -> str:
        return self.iri.removeprefix(SOV)


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


@cache
def ontology_terms() -> Mapping[str, tuple[Term, ...]]:
    """Our terms by group: classes, properties, lists (with their values); each sorted by name."""
    about: dict[str, dict[str, list[Cell]]] = {}
    for subject, prop, value in ontology_triples():
        if subject.startswith(SOV):
            about.setdefault(subject, {}).setdefault(prop, []).append(value)
    groups: dict[str, tuple[Term, ...]] = {}
    for group, types in _GROUPS:
        names = [s for s, facts in about.items() if any(c.value in types for c in facts.get(v.RDF_type, ()))]
        groups[group] = tuple(_term(name, about) for name in sorted(names))
    return groups


def _term(iri: str, about: Mapping[str, Mapping[str, list[Cell]]]) -> Term:
    facts = about[iri]
    members = [s for s, f in about.items() if any(c.value == iri for c in f.get(f"{_SKOS}inScheme", ()))]
    return Term(
        iri=iri,
        label=_texts(cell for prop in _LABELS for cell in facts.get(prop, ())),
        definition=_texts(facts.get(f"{_SKOS}definition", ())),
        used=_texts(facts.get(f"{_SKOS}scopeNote", ())),
        sources=tuple(sorted(cell.value for cell in facts.get(f"{_DCT}source", ()))),
        links={
            name: tuple(sorted(cell.value for prop in props for cell in facts.get(prop, ())))
            for name, props in _FACTS
            if any(prop in facts for prop in props)
        },
        queries=tuple(sorted(cell.value for cell in facts.get(f"{SOV}usedByQuery", ()))),
        values=tuple(_term(name, about) for name in sorted(members)),
    )


def _texts(cells: Iterable[Cell]) -> dict[str, str]:
    """By language; one without is for both."""
    found: dict[str, str] = {}
    for cell in sorted(cells, key=lambda c: (c.lang or "", c.value)):
        for lang in (cell.lang,) if cell.lang else ("nl", "en"):
            found.setdefault(lang, cell.value)
    return found


def short_name(iri: str) -> str:
    """`eli:Work` for a term of a known vocabulary, else the IRI."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri
