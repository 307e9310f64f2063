"""The page about the data as a whole: every detail of its description, for people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.values import Shown
from sovgraph.pages.words import day, is_day, term_name, word
from sovgraph.query import short_iri


@dataclass(frozen=True, slots=True)
class Part:
    """A thing of the description: the dataset itself, a file, a service, an agent."""

    anchor: str
    title: str
    facts: tuple[tuple[str, tuple[Shown, ...]], ...]


def dataset_page(
    description: bytes, me: str, lang: str, links: Links, downloads: Sequence[tuple[str, str]] = ()
) -> Page:
    """`description` as N-Triples, `me` the dataset in it; `downloads`: the description itself as Turtle etc."""
    facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for triple in ox.parse(description, format=ox.RdfFormat.N_TRIPLES):
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            facts.setdefault(triple.subject.value, {}).setdefault(triple.predicate.value, []).append(triple.object)
    order = sorted(facts, key=lambda iri: (iri != me, iri))
    anchors = {iri: f"part-{place}" for place, iri in enumerate(order)}
    parts = [_part(iri, facts[iri], anchors, lang) for iri in order]
    title = next((p.title for p in parts), word("menu-dataset", lang))
    context = {"parts": parts, "downloads": downloads}
    return make_page("dataset", "dataset", lang, links, title, context, crumbs=(Crumb(word("menu-dataset", lang)),))


_NAMES = ("http://purl.org/dc/terms/title", "http://xmlns.com/foaf/0.1/name", "http://www.w3.org/2006/vcard/ns#fn")


def _part(iri: str, facts: dict[str, list[ox.NamedNode | ox.Literal]], anchors: dict[str, str], lang: str) -> Part:
    names = [t for prop in _NAMES for t in facts.get(prop, []) if isinstance(t, ox.Literal)]
    title = next((t.value for t in _said(names, lang)), short_iri(iri))
    rows = []
    for prop in sorted(facts, key=lambda p: (p == v.RDF_type, p)):
        values = tuple(_shown(term, anchors, lang) for term in _said(facts[prop], lang))
        if values:
            rows.append((term_name(prop, lang), values))
    return Part(anchors[iri], title, tuple(rows))


def _said(values: Iterable[ox.NamedNode | ox.Literal], lang: str) -> list[ox.NamedNode | ox.Literal]:
    """Those in the language of the reader, those without one, and all things."""
    return [t for t in values if isinstance(t, ox.NamedNode) or t.language in (None, lang)]


def _shown(term: ox.NamedNode | ox.Literal, anchors: dict[str, str], lang: str) -> Shown:
    if isinstance(term, ox.Literal):
        return Shown(day(term.value, lang), iso=term.value) if is_day(term.value) else Shown(term.value)
    if term.value in anchors:
        return Shown(short_iri(term.value), href=f"#{anchors[term.value]}")
    outside = term.value if term.value.startswith(("https://", "http://")) else ""
    return Shown(short_iri(term.value), outside=outside)
