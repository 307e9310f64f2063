"""Every stored query gives exactly the expected rows on the examples; `test_engines.py` asks the other engine."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from sovgraph.query import StoredQuery, catalog, run_query
from sovgraph.store import QuadStore

HERE = Path(__file__).resolve().parent
PUBLIC = catalog().queries
QUERIES = (*PUBLIC, *catalog().internal)


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_expected", HERE / "update.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


UPDATE = tool()


@pytest.fixture(scope="module")
def store() -> QuadStore:
    made: QuadStore = UPDATE.example_store()
    return made


def test_every_query_has_expected_rows_and_nothing_else_has() -> None:
    assert {p.stem for p in HERE.glob("*.csv")} == {q.name for q in PUBLIC}


@pytest.mark.parametrize("query", PUBLIC, ids=lambda q: q.name)
def test_rows_are_those_expected(query: StoredQuery, store: QuadStore) -> None:
    expected = (HERE / f"{query.name}.csv").read_text(encoding="utf-8").splitlines()
    found = UPDATE.rows_as_csv(store, query).splitlines()
    assert found == expected, "if the change is right: .venv/bin/python tests/queries/update.py, and read the diff"


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_the_header_says_how_many_rows(query: StoredQuery, store: QuadStore) -> None:
    assert len(run_query(store, query, UPDATE.given(query))) == query.expected_rows


def test_every_open_reference_says_why_in_the_language_asked(store: QuadStore) -> None:
    query = catalog().get("unresolved-references")
    told = {lang: [row["reason"] for row in run_query(store, query, lang=lang).values()] for lang in ("nl", "en")}
    assert all(told["nl"]) and all(told["en"])
    assert "het nummer van het stuk ontbreekt: er staat een dossiernummer" in told["nl"]
    assert "letter named by its date only" in told["en"]
    assert not set(told["nl"]) & set(told["en"])


def test_no_row_shows_a_bare_address(store: QuadStore) -> None:
    """Every thing in a column with names has one; queries about evidence also show parts that have none."""
    for query in (q for q in PUBLIC if "trust" not in q.tags or q.name == "discrepancies"):
        for row in run_query(store, query, UPDATE.given(query)).values():
            for column in query.labels:
                value = row[column]
                named = value is None or not value.startswith("http") or row[f"{column}Label"]
                assert named or column == "property", f"{query.name}: {column} {value}"
