"""What a site has once: the search with its index, the workbench with the data, the page of the dataset."""

from collections.abc import Iterator

from sovgraph.describe.addresses import page_path
from sovgraph.describe.counting import count_store
from sovgraph.describe.dataset import dataset_description, dataset_iri, extent_of
from sovgraph.describe.formats import from_ntriples, write_triples
from sovgraph.describe.publication import places_of
from sovgraph.describe.void import void_description
from sovgraph.pages.contract import Crumb
from sovgraph.pages.frame import make_page
from sovgraph.pages.words import LANGS, word
from sovgraph.pages.workbench import Engine, workbench_data, workbench_page
from sovgraph.search import static
from sovgraph.search.index import memory_index, open_index
from sovgraph.site.data import data_parts, engine_script, terms_script
from sovgraph.site.files import address, file_of
from sovgraph.site.workshop import MAKERS, File, Workshop, html_file

_FORMS = {"ttl": "Turtle", "jsonld": "JSON-LD"}
"""Forms of the data by suffix, as the W3C names them."""

_SCRIPT = f"{static.FOLDER}/{static.SCRIPT.name}"


@MAKERS.add("search")
def search(shop: Workshop, what: str) -> Iterator[File]:
    """The page, and the index cut into scripts."""
    for lang in LANGS:
        links = shop.links("search", lang)
        context = {
            "script": address(_SCRIPT, links.within),
            "shards": address(static.FOLDER, links.within) + "/",
            "root": "./",
        }
        title = word("menu-search", lang)
        yield html_file(make_page("search_files", "search", lang, links, title, context, crumbs=(Crumb(title),)))
    yield _SCRIPT, static.SCRIPT.read_bytes()
    index = memory_index(shop.store) if shop.folder is None else open_index(shop.folder, store=shop.store)
    try:
        for name, content in static.shards(index, lambda iri: _place(shop, iri)):
            yield f"{static.FOLDER}/{name}", content
    finally:
        index.close()


def _place(shop: Workshop, iri: str) -> str | None:
    path = page_path(iri, shop.plan.base)
    return address(file_of(path), "index.html") if path in shop.plan.known else None


@MAKERS.add("workbench")
def workbench(shop: Workshop, what: str) -> Iterator[File]:
    """The page, and the data as scripts that it loads with the first question."""
    scripts = [engine_script()]
    names = [scripts[0][0]]
    yield scripts[0]
    for name, content in data_parts(shop.store):
        names.append(name)
        yield name, content
    terms = terms_script(workbench_data(shop.store))
    yield terms
    for lang in LANGS:
        links = shop.links("workbench", lang)
        engine = Engine(
            scripts=(address(terms[0], links.within), links.asset("store.js")),
            parts=tuple(address(name, links.within) for name in names),
        )
        yield html_file(workbench_page(lang, links, shop.plan.base, engine, suffix=".html"))


@MAKERS.add("dataset")
def dataset(shop: Workshop, what: str) -> Iterator[File]:
    """The description of the dataset for people and catalogues, and its counts (VoID)."""
    base, publication = shop.plan.base, shop.plan.publication
    described = dataset_description(extent_of(shop.store), publication, places_of(publication, base), base=base)
    for suffix in _FORMS:
        yield f"dataset.{suffix}", write_triples(from_ntriples(described), suffix)
    counted = void_description(count_store(shop.store), publication, base, features=_FORMS.values())
    yield "void.ttl", write_triples(counted, "ttl")
    for lang in LANGS:
        links = shop.links("dataset", lang)
        names = (("Turtle", "dataset.ttl"), ("JSON-LD", "dataset.jsonld"), ("VoID", "void.ttl"))
        downloads = [(name, address(file, links.within)) for name, file in names]
        yield html_file(shop.pages.dataset(described, dataset_iri(base), lang, links, downloads))
