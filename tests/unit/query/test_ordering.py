"""Rows come in the order that a query asks for, as the engine itself would give them."""

import pytest

from sovgraph.query import ordering
from sovgraph.query.ordering import ask_in_order
from sovgraph.store import QuadStore, Solutions, memory_store
from sovgraph.store.terms import Row

G = "https://example.org/g"
VALUES = (
    *('"b"', '"a"', '"é"', '"Z"', '"a"@nl', '"a"@en', "<https://example.org/b>", "<https://example.org/B>"),
    *('"10"^^<http://www.w3.org/2001/XMLSchema#integer>', '"9"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    *('"2025-02-01"^^<http://www.w3.org/2001/XMLSchema#date>', '"2024-12-31"^^<http://www.w3.org/2001/XMLSchema#date>'),
)
TEXT = "SELECT DISTINCT ?s ?v WHERE { GRAPH ?g { ?s ?p ?v } }"


@pytest.fixture
def store() -> QuadStore:
    lines = [
        f"<https://example.org/s{i % 3}> <https://example.org/p> {value} <{G}> .\n" for i, value in enumerate(VALUES)
    ]
    made = memory_store()
    made.replace_graph(G, "".join(lines).encode())
    return made


def rows(store: QuadStore, order: str, most: int | None = None) -> tuple[Row, ...]:
    answer = ask_in_order(store, f"{TEXT}\n{order}\n", ("s", "v"), most)
    assert isinstance(answer, Solutions)
    return answer.rows


@pytest.mark.parametrize("order", ["ORDER BY ?s ?v", "ORDER BY DESC(?s) ?v", "ORDER BY ?s DESC(?v)"])
@pytest.mark.parametrize(
    "kind", ["isIRI(?v)", "datatype(?v) = xsd:integer", "datatype(?v) = xsd:date", "isLiteral(?v) && !isNumeric(?v)"]
)
def test_the_order_is_that_of_the_engine(store: QuadStore, order: str, kind: str) -> None:
    text = TEXT.replace(" } }", f" }} FILTER ({kind}) }}")
    engine = store.query(f"{text}\n{order}\n", union=False)
    assert isinstance(engine, Solutions)
    assert len(engine) >= 2
    assert ask_in_order(store, f"{text}\n{order}\n", ("s", "v")) == engine


def test_what_the_order_leaves_open_follows_from_the_rows(store: QuadStore) -> None:
    assert rows(store, "ORDER BY ?s") == rows(store, "ORDER BY ?s ?v")


def test_the_first_rows_are_those_of_the_whole_order(store: QuadStore, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows(store, "ORDER BY ?s ?v")
    assert rows(store, "ORDER BY ?s ?v", 3) == whole[:3]
    monkeypatch.setattr(ordering, "MOST", 4)
    assert rows(store, "ORDER BY ?s ?v", 3) == whole[:3]


def test_an_order_by_an_expression_is_left_to_the_engine(store: QuadStore) -> None:
    found = rows(store, "ORDER BY DESC(STRLEN(STR(?v))) ?v ?s")
    assert len(str(found[0][1])) == max(len(str(value)) for _, value in found)
