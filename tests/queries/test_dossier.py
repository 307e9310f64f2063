"""Queries that may be narrowed to a dossier: what is narrowed at once equals what is narrowed at the end."""

import pytest
from tests.example_store import shared_store

from sovgraph.query import StoredQuery, catalog
from sovgraph.query.binding import bind, fill
from sovgraph.store import Cell, QuadStore, Solutions

DOSSIERS = ("32317", "39501", "39502", "19637", "36704")
QUERIES = [q for q in catalog().queries if any(p.name == "dossier" for p in q.params)]


@pytest.fixture(scope="module")
def store() -> QuadStore:
    return shared_store()


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_the_same_rows_come_from_a_dossier(query: StoredQuery, store: QuadStore) -> None:
    required = {p.name: p.example for p in query.params if p.required}
    moved = 0
    for dossier in DOSSIERS:
        text = bind(query, {**required, "dossier": dossier})
        plain = fill(query, {"dossier": [Cell("literal", dossier)]})
        moved += text != plain
        first, second = store.query(text, union=False), store.query(plain, union=False)
        assert isinstance(first, Solutions)
        assert isinstance(second, Solutions)
        assert sorted(map(str, first.rows)) == sorted(map(str, second.rows)), dossier
    assert moved in (0, len(DOSSIERS))


def test_most_queries_read_only_their_dossier() -> None:
    moved = [q for q in QUERIES if "EXISTS {\n    GRAPH ?" not in bind(q, {"dossier": "1", **_examples(q)})]
    assert len(moved) > 55


def test_several_dossiers_stay_a_filter() -> None:
    query = catalog().get("papers")
    assert "FILTER (!BOUND(?inDossier)" in bind(query, {"dossier": ["32317", "39501"]})
    assert "FILTER (!BOUND(?inDossier)" not in bind(query, {"dossier": "32317"})


def _examples(query: StoredQuery) -> dict[str, str]:
    return {p.name: p.example for p in query.params if p.required}
