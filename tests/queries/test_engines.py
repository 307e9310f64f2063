"""Every stored query gives the same rows in Oxigraph and in rdflib, on the store of all examples."""

import gc
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from rdflib import Dataset
from tests.example_store import shared_store
from tests.queries.engines import SeparateGraphs, rdflib_with_tables

from sovgraph.query import StoredQuery, catalog, run_query, same_rows
from sovgraph.query.binding import bind
from sovgraph.resources import folder
from sovgraph.store import QuadStore, memory_store, paper_entries, to_rdflib

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # raised by rdflib about itself

QUERIES = (*catalog().queries, *catalog().internal)
HEAVY = {
    "explain-text": "any literal may hold the words, so rdflib joins all assertions of the store before it looks: 16 s",
    "view-entities": "joins all triples of all papers with all types: minutes in rdflib",
    "void-counts": "counts all triples of all graphs five times",
    "void-properties": "groups all triples of all graphs",
    "terms-used": "groups all triples of all graphs, twice",
}
"""Compared on a few papers; `make nightly` takes all papers for these too."""
EMPTY = {
    "corrected-papers": "no example is the correction of another",
    "revisions": "no example is a reprint of another",
}
PLAIN = ("amendments", "cited-by", "commitments", "discrepancies")
"""Queries with joins, options and NOT EXISTS that rdflib also answers in time without tables."""
FEW = ("/33328-AI", "/36704-63", "/32317-PS", "/32317-974", "/39500-6")

Engines = tuple[QuadStore, Dataset]


def needed(query: StoredQuery) -> dict[str, str]:
    return {p.name: p.example for p in query.params if p.required}


def asked(query: StoredQuery) -> list[str]:
    """With what must be given, and with all examples of parameters."""
    return sorted({bind(query, needed(query)), bind(query, query.examples)})


def without_idle_registers(store: QuadStore, papers: set[str]) -> QuadStore:
    """The papers, what is computed over them, and of the registers what they mention: for rdflib's sake."""
    known: set[object] = set()
    parts: list[tuple[str, bytes, None]] = []
    graphs = sorted(store.graphs(), key=lambda graph: "/register/" in graph)
    for graph in graphs:
        quads = list(ox.parse(store.graph_quads(graph), ox.RdfFormat.N_QUADS))
        if "/register/" in graph:
            quads = [q for q in quads if q.subject in known]
        elif graph in papers or graph not in paper_entries(store.ledger()):
            known |= {term for q in quads for term in (q.subject, q.object)}
        else:
            continue
        parts.append((graph, "".join(f"{q} .\n" for q in quads).encode(), None))
    made = memory_store()
    made.replace_many(part for part in parts if part[1])
    return made


@pytest.fixture(scope="module")
def tables() -> Iterator[None]:
    with rdflib_with_tables():
        yield


@pytest.fixture(scope="module")
def whole(tables: None) -> Iterator[Engines]:
    store = shared_store()
    dataset = SeparateGraphs(store)
    gc.freeze()  # or each full collection walks through all quads again
    yield store, dataset
    gc.unfreeze()


@pytest.fixture(scope="module")
def few_papers() -> QuadStore:
    store = shared_store()
    few = {paper for paper in paper_entries(store.ledger()) if paper.endswith(FEW)}
    assert len(few) == len(FEW)
    return without_idle_registers(store, few)


@pytest.fixture(scope="module")
def few(few_papers: QuadStore, tables: None) -> Engines:
    return few_papers, SeparateGraphs(few_papers)


def answers(store: QuadStore, query: StoredQuery) -> bool:
    return any(len(run_query(store, query, values)) for values in (needed(query), query.examples))


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_rdflib_gives_the_same_rows(query: StoredQuery, request: pytest.FixtureRequest) -> None:
    store, dataset = request.getfixturevalue("few" if query.name in HEAVY else "whole")
    texts = asked(query)
    assert [same_rows(store, dataset, text) for text in texts] == [([], [])] * len(texts)


def test_what_is_compared_has_rows(few_papers: QuadStore) -> None:
    store = shared_store()
    without = {q.name for q in QUERIES if not answers(few_papers if q.name in HEAVY else store, q)}
    assert without == set(EMPTY)


def test_each_competency_question_is_compared_with_rows_on_all_examples() -> None:
    lines = (folder("queries") / "competency.tsv").read_text(encoding="utf-8").splitlines()[1:]
    compared = {number for q in QUERIES if q.name not in HEAVY and q.name not in EMPTY for number in q.answers}
    assert compared == {int(line.split("\t")[0]) for line in lines}


@pytest.fixture(scope="module")
def plain(few_papers: QuadStore) -> Engines:
    return few_papers, to_rdflib(few_papers, ledger=True)


@pytest.mark.parametrize("name", PLAIN)
def test_rdflib_without_tables_gives_the_same_rows(name: str, plain: Engines) -> None:
    store, dataset = plain
    texts = asked(catalog().get(name))
    assert [same_rows(store, dataset, text) for text in texts] == [([], [])] * len(texts)
