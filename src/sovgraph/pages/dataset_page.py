"""The page about the data as a whole: what is in it, how to get it, and folded every detail of its description."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.describe.publication import LICENSE, NOT_SET
from sovgraph.describe.rdf import DCAT, DCT, SCHEMA, VCARD
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.values import Shown
from sovgraph.pages.words import day, is_day, term_name, word
from sovgraph.query import short_iri

Term = ox.NamedNode | ox.Literal
Facts = Mapping[str, Mapping[str, Sequence[Term]]]

_NAMES: Final = (v.DCTERMS_title, v.FOAF_name, f"{VCARD}fn")
_AGAIN: Final = SCHEMA
"""What is told in these terms is told in those of DCAT too."""
_LICENCES: Final = {LICENSE: "CC0 1.0"}
_WAYS: Final = (
    ("search", "menu-search"),
    ("queries", "menu-queries"),
    ("workbench", "workbench"),
    ("def", "foot-terms"),
)
"""Pages by which the data can be used, with their names."""


@dataclass(frozen=True, slots=True)
class Part:
    """A thing of the description: the dataset itself, a file, a service, an agent."""

    anchor: str
    title: str
    facts: tuple[tuple[str, tuple[Shown, ...]], ...]


def dataset_page(
    description: bytes,
    me: str,
    lang: str,
    links: Links,
    downloads: Sequence[tuple[str, str]] = (),
    counts: Sequence[Mapping[str, Any]] = (),
) -> Page:
    """`description` as N-Triples, `me` the dataset in it; `downloads`: the description itself as Turtle etc."""
    facts = _read(description)
    order = sorted(facts, key=lambda iri: (iri != me, iri))
    anchors = {iri: f"part-{place}" for place, iri in enumerate(order)}
    title = _text(facts, me, _NAMES, lang) or word("menu-dataset", lang)
    context = {
        "about": _text(facts, me, (v.DCTERMS_description,), lang),
        "facts": _main(facts, me, lang),
        "counts": counts,
        "ways": [(word(name, lang), links.page(path, lang), word(f"way-{path}", lang)) for path, name in _WAYS],
        "files": _files(facts, me, lang),
        "parts": [_part(iri, facts[iri], anchors, lang) for iri in order],
        "downloads": downloads,
    }
    return make_page("dataset", "dataset", lang, links, title, context, crumbs=(Crumb(word("menu-dataset", lang)),))


def _read(description: bytes) -> dict[str, dict[str, list[Term]]]:
    facts: dict[str, dict[str, list[Term]]] = {}
    for triple in ox.parse(description, format=ox.RdfFormat.N_TRIPLES):
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, Term):
            facts.setdefault(triple.subject.value, {}).setdefault(triple.predicate.value, []).append(triple.object)
    return facts


def _main(facts: Facts, me: str, lang: str) -> list[tuple[str, list[Shown]]]:
    """What people want to know first; what nobody has set is left out."""
    period = _object(facts, me, f"{DCT}temporal")
    days = [_text(facts, period, (f"{DCAT}{end}Date",), lang) for end in ("start", "end")]
    licence = _object(facts, me, v.DCTERMS_license)
    contact = _object(facts, me, v.DCAT_contactPoint)
    changed = _text(facts, me, (v.DCTERMS_modified,), lang)
    found = (
        ("dataset-period", [Shown(" – ".join(day(d, lang) for d in days))] if all(days) else []),
        ("dataset-changed", [Shown(day(changed, lang), iso=changed)] if changed else []),
        ("dataset-version", [Shown(_text(facts, me, (f"{DCAT}version",), lang))]),
        ("dataset-licence", [Shown(_LICENCES.get(licence, licence), outside=licence)] if licence else []),
        ("dataset-publisher", [Shown(_text(facts, _object(facts, me, v.DCTERMS_publisher), _NAMES, lang))]),
        ("dataset-contact", [Shown(_text(facts, contact, _NAMES, lang))]),
    )
    known = ((name, [s for s in values if s.text and NOT_SET not in s.text]) for name, values in found)
    return [(word(name, lang), values) for name, values in known if values]


def _files(facts: Facts, me: str, lang: str) -> list[tuple[str, str, str]]:
    """Files and services: name, address, what it is."""
    found = []
    for term in facts.get(me, {}).get(v.DCAT_distribution, ()):
        address = _object(facts, term.value, v.DCAT_downloadURL) or _object(facts, term.value, v.DCAT_accessURL)
        about = _text(facts, term.value, (v.DCTERMS_description,), lang)
        found.append((_text(facts, term.value, _NAMES, lang) or short_iri(term.value), address, about))
    return sorted(found)


def _object(facts: Facts, iri: str, prop: str) -> str:
    return next((t.value for t in facts.get(iri, {}).get(prop, ()) if isinstance(t, ox.NamedNode)), "")


def _text(facts: Facts, iri: str, props: Iterable[str], lang: str) -> str:
    """In the language of the reader, else as it is."""
    texts = [t for prop in props for t in facts.get(iri, {}).get(prop, ()) if isinstance(t, ox.Literal)]
    return next((t.value for t in (*_said(texts, lang), *texts)), "")


def _part(iri: str, facts: Mapping[str, Sequence[Term]], anchors: Mapping[str, str], lang: str) -> Part:
    rows = []
    for prop in sorted(facts, key=lambda p: (p == v.RDF_type, p)):
        values = tuple(_shown(term, anchors, lang) for term in _said(facts[prop], lang))
        if values and not prop.startswith(_AGAIN):
            rows.append((term_name(prop, lang), values))
    return Part(anchors[iri], _text({iri: facts}, iri, _NAMES, lang) or short_iri(iri), tuple(rows))


def _said(values: Iterable[Term], lang: str) -> list[Term]:
    """Those in the language of the reader, those without one, and all things."""
    return [t for t in values if isinstance(t, ox.NamedNode) or t.language in (None, lang)]


def _shown(term: Term, anchors: Mapping[str, str], lang: str) -> Shown:
    if isinstance(term, ox.Literal):
        return Shown(day(term.value, lang), iso=term.value) if is_day(term.value) else Shown(term.value)
    if term.value in anchors:
        return Shown(short_iri(term.value), href=f"#{anchors[term.value]}")
    outside = term.value if term.value.startswith(("https://", "http://")) else ""
    return Shown(short_iri(term.value), outside=outside)
