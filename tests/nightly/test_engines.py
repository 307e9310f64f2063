"""The queries that `make test` compares on a few papers, on all example papers: rdflib needs minutes."""

import pytest
from tests.example_store import example_store
from tests.queries.engines import SeparateGraphs, rdflib_with_tables
from tests.queries.test_engines import HEAVY, asked

from sovgraph.query import catalog, same_rows


@pytest.mark.nightly
@pytest.mark.parametrize("name", sorted(HEAVY))
def test_rdflib_gives_the_same_rows_on_all_papers(name: str) -> None:
    store = example_store()
    with rdflib_with_tables():
        dataset = SeparateGraphs(store)
        for text in asked(catalog().get(name)):
            assert same_rows(store, dataset, text) == ([], [])
