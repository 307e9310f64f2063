"""What a site has once: the search with its index, the workbench with the data, the page of the dataset."""

from collections.abc import Iterator
from dataclasses import replace

from sovgraph.describe.addresses import page_path
from sovgraph.describe.counting import count_store
from sovgraph.describe.dataset import dataset_description, dataset_iri, extent_of
from sovgraph.describe.formats import from_ntriples, write_triples
from sovgraph.describe.publication import places_of
from sovgraph.describe.void import void_description
from sovgraph.pages.contract import Crumb
from sovgraph.pages.frame import make_page
from sovgraph.pages.words import LANGS, word
from sovgraph.pages.workbench import Engine, Later, workbench_data, workbench_page
from sovgraph.search import static
from sovgraph.search.index import memory_index, open_index
from sovgraph.site.data import MOST, Part, data_parts, engine_script, terms_script
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
    """The page, and the data as scripts that it loads with the first question, or when they are asked for."""
    script = engine_script()
    yield script
    at_once, later = [script[0]], list[Part]()
    held = total = 0
    for part in data_parts(shop.store, MOST):
        yield part.file, part.content
        total += part.quads
        if part.is_evidence or held + part.quads > max(MOST, part.quads):
            later.append(replace(part, content=b""))
        else:
            held += part.quads
            at_once.append(part.file)
    terms = terms_script(workbench_data(shop.store))
    yield terms
    for lang in LANGS:
        links = shop.links("workbench", lang)
        engine = Engine(
            scripts=(address(terms[0], links.within), links.asset("store.js")),
            parts=tuple(address(name, links.within) for name in at_once),
            held=held,
            total=total,
            later=tuple(_later(part, shop.plan.base, links.within) for part in later),
        )
        yield html_file(workbench_page(lang, links, shop.plan.base, engine, suffix=".html"))


def _later(part: Part, base: str, within: str) -> Later:
    first, last = (graph.removeprefix(f"{base}id/").removeprefix(base) for graph in (part.first, part.last))
    return Later(address(part.file, within), part.quads, part.is_evidence, first, last)


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
