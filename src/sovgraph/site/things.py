"""Pages that hang on the store alone: things with their data, home, lists, the ontology, pictures."""

from collections.abc import Iterator
from typing import Final

from sovgraph.describe.addresses import page_path
from sovgraph.describe.formats import write_triples
from sovgraph.describe.ontology import ontology_triples
from sovgraph.describe.rdf import Triple
from sovgraph.describe.resource import Description, describe, embedded
from sovgraph.pages.words import LANGS
from sovgraph.site.files import SUFFIXES, file_of
from sovgraph.site.pictures import picture_page
from sovgraph.site.workshop import MAKERS, File, Workshop, html_file

_LEFT_OUT: Final = (".nt", ".rdf")
"""Forms of the server that a folder of files doesn't have."""


@MAKERS.add("thing")
def thing(shop: Workshop, iri: str) -> Iterator[File]:
    """Its page in both languages, and its data."""
    path = page_path(iri, shop.plan.base)
    described = describe(shop.store, iri, shop.plan.base, shop.plan.publication.license)
    if path is None or described is None:
        return
    json_ld = embedded(shop.store, iri, shop.plan.base, shop.plan.publication.license)
    for lang in LANGS:
        page = shop.pages.thing(iri, lang, shop.links(path, lang), json_ld=json_ld)
        if page is not None:
            yield html_file(page)
    triples = tuple(_offered(described))
    for suffix in SUFFIXES:
        yield file_of(path, suffix), write_triples(triples, suffix.removeprefix("."))


def _offered(described: Description) -> Iterator[Triple]:
    for triple in described.triples:
        if not triple[0].endswith(_LEFT_OUT) and not triple[2].value.endswith(_LEFT_OUT):
            yield triple


@MAKERS.add("page")
def page(shop: Workshop, path: str) -> Iterator[File]:
    for lang in LANGS:
        made = shop.pages.at(path, lang, shop.links(path, lang))
        if made is not None:
            yield html_file(made)
    if path == "def":
        for suffix in SUFFIXES:
            yield file_of(path, suffix), write_triples(ontology_triples(), suffix.removeprefix("."))


@MAKERS.add("picture")
def picture(shop: Workshop, path: str) -> Iterator[File]:
    """The story of a dossier, or a view of all."""
    for lang in LANGS:
        made = picture_page(shop.store, path, shop.plan.base, lang, shop.links(path, lang))
        yield file_of(made.path, lang=lang), made.html.encode("utf-8", "replace")
