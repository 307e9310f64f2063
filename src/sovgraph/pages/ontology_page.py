"""The reference of our terms as a page: classes, properties, lists and their values, each at its anchor."""

from typing import Any

from sovgraph.describe.ontology import SOV, Term, ontology_terms, short_name
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.words import word
from sovgraph.query import catalog

_ALTERNATES = (
    (".ttl", "text/turtle"),
    (".jsonld", "application/ld+json"),
    (".nt", "application/n-triples"),
    (".rdf", "application/rdf+xml"),
)


def ontology_page(lang: str, links: Links) -> Page:
    """All terms of our own; `#Name` is the anchor of each."""
    titles = {query.name: query.title(lang) for query in catalog().queries}
    groups = [
        {
            "id": name,
            "title": word(f"terms-{name}", lang),
            "terms": [_shown(term, lang, links, titles) for term in terms],
        }
        for name, terms in ontology_terms().items()
    ]
    title = word("terms-title", lang)
    context = {"groups": groups, "namespace": SOV, "data": [(s, links.data("def", s)) for s, _ in _ALTERNATES]}
    return make_page(
        "ontology",
        "def",
        lang,
        links,
        title,
        context,
        description=word("terms-about", lang),
        crumbs=(Crumb(title),),
        alternates=tuple((media, links.data("def", suffix)) for suffix, media in _ALTERNATES),
    )


def _shown(term: Term, lang: str, links: Links, titles: dict[str, str]) -> dict[str, Any]:
    facts = [(word(f"terms-{name}", lang), [_link(iri) for iri in iris]) for name, iris in term.links.items()]
    asked = [(titles[name], links.query(name, {}, lang)) for name in term.queries if name in titles]
    return {
        "name": term.name,
        "label": _in(term.label, lang),
        "definition": _in(term.definition, lang),
        "used": term.used.get(lang, ""),
        "sources": [_link(source) for source in term.sources],
        "facts": facts,
        "queries": asked,
        "values": [_shown(value, lang, links, titles) for value in term.values],
    }


def _in(texts: Any, lang: str) -> str:
    return texts.get(lang) or next(iter(texts.values()), "")


def _link(text: str) -> tuple[str, str]:
    """What is shown, and where it leads ("" for plain text)."""
    if text.startswith(SOV):
        return text.removeprefix(SOV), f"#{text.removeprefix(SOV)}"
    return (short_name(text), text) if text.startswith(("http://", "https://")) else (text, "")
