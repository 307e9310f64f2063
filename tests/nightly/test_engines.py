"""Every stored query on all example papers, in both engines: `make nightly`; rdflib needs many minutes."""

import pytest
from tests.queries.test_expected import OTHERWISE, QUERIES, UPDATE, without_idle_registers

from sovgraph.query import same_rows
from sovgraph.query.binding import bind
from sovgraph.store import paper_entries, to_rdflib


@pytest.mark.nightly
def test_rdflib_gives_the_same_rows_on_all_papers() -> None:
    whole = UPDATE.example_store()
    store = without_idle_registers(whole, set(paper_entries(whole.ledger())))
    dataset = to_rdflib(store, ledger=True)
    different = [
        query.name
        for query in QUERIES
        if query.name not in OTHERWISE
        if same_rows(store, dataset, bind(query, UPDATE.given(query))) != ([], [])
    ]
    assert different == []
