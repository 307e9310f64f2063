"""The page of the ontology: each class, property and value of a list, with its meaning and its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from sovgraph import vocab as v
from sovgraph.describe.ontology import ontology_triples
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.words import word
from sovgraph.query import catalog
from sovgraph.store import Cell

_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PROPERTY: Final = f"{dict(v.NAMESPACES)['rdf']}Property"
_KINDS: Final = (
    (f"{_OWL}Class", "classes"),
    (f"{_OWL}ObjectProperty", "properties"),
    (f"{_OWL}DatatypeProperty", "properties"),
    (f"{_OWL}AnnotationProperty", "properties"),
    (_PROPERTY, "properties"),
    (f"{_SKOS}ConceptScheme", "value-lists"),
    (f"{_SKOS}Concept", "values"),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term in both languages; `note` says on what it is used."""

    name: str
    group: str
    label: dict[str, str]
    meaning: dict[str, str]
    note: str
    source: str
    queries: tuple[str, ...]
    scheme: str = ""


@cache
def terms() -> tuple[Term, ...]:
    """All terms of our own, by group and name."""
    facts: dict[str, dict[str, list[Cell]]] = {}
    for iri, prop, value in ontology_triples():
        if iri.startswith(v.SOV):
            facts.setdefault(iri, {}).setdefault(prop, []).append(value)
    found = [_term(iri, known) for iri, known in facts.items()]
    return tuple(sorted((t for t in found if t.group), key=lambda t: (t.group, t.scheme, t.name)))


def _term(iri: str, facts: dict[str, list[Cell]]) -> Term:
    types = {node.value for node in facts.get(v.RDF_type, [])}
    group = next((group for type_, group in _KINDS if type_ in types), "")
    return Term(
        iri.removeprefix(v.SOV),
        group,
        _texts(facts.get(v.RDFS_label, []) or facts.get(v.SKOS_prefLabel, [])),
        _texts(facts.get(f"{_SKOS}definition", [])),
        next((t.value for t in facts.get(f"{_SKOS}scopeNote", [])), ""),
        next((t.value for t in facts.get(v.DCTERMS_source, [])), ""),
        tuple(sorted(t.value for t in facts.get(f"{v.SOV}usedByQuery", []))),
        next((t.value.removeprefix(v.SOV) for t in facts.get(f"{_SKOS}inScheme", [])), ""),
    )


def _texts(values: Iterable[Cell]) -> dict[str, str]:
    return {text.lang or "": text.value for text in values if text.kind == "literal"}


def terms_page(lang: str, links: Links) -> Page:
    known = set(catalog().names())
    groups = []
    for group in ("classes", "properties", "value-lists", "values"):
        members = [
            {
                "name": term.name,
                "label": term.label.get(lang, term.name),
                "meaning": term.meaning.get(lang, ""),
                "note": term.note,
                "source": term.source,
                "scheme": term.scheme,
                "queries": [(name, links.page(f"queries/{name}", lang)) for name in term.queries if name in known],
            }
            for term in terms()
            if term.group == group
        ]
        groups.append({"anchor": f"group-{group}", "title": word(group, lang), "terms": members})
    title = word("foot-terms", lang)
    return make_page("terms", "def", lang, links, title, {"groups": groups, "iri": v.SOV}, crumbs=(Crumb(title),))
