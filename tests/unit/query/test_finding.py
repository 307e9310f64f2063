"""What people type for a paper, an act or a gazette finds what the store holds or cites."""

import pytest
from tests.example_store import undeclared_store

from sovgraph.errors import QueryError
from sovgraph.query import find_paper, run
from sovgraph.query.finding import find_cited
from sovgraph.store import QuadStore

ID = "https://w3id.org/sovgraph/id"


@pytest.fixture(scope="module")
def store() -> QuadStore:
    return undeclared_store()


@pytest.mark.parametrize(
    ("typed", "iri"),
    [
        ("kst-32317-PS", f"{ID}/kst/32317-PS"),
        ("32317-ps", f"{ID}/kst/32317-PS"),
        ("32 317, PS", f"{ID}/kst/32317-PS"),
        ("Kamerstukken I 2025/26, 32 317, PS", f"{ID}/kst/32317-PS"),
        ("36 704, nr. 63", f"{ID}/kst/36704-63"),
        ("36704 nr 63", f"{ID}/kst/36704-63"),
        ("BWBR0011823", f"{ID}/wet/BWBR0011823"),
        ("32009L0050", "http://data.europa.eu/eli/dir/2009/50/oj"),
        ("oj-2021-L-382-1", f"{ID}/verwijzing/oj-2021-L-382-1"),
    ],
)
def test_what_people_type(store: QuadStore, typed: str, iri: str) -> None:
    assert find_cited(store, typed) == iri
    assert len(run(store, "cited-by", {"paper": typed})) > 0


@pytest.mark.parametrize("typed", ["stb-1999-1", "32 317, nr. 12345", "VVD", "", "ECLI:NL:HR:2019:2006", '"; DROP'])
def test_what_the_store_does_not_know(store: QuadStore, typed: str) -> None:
    with pytest.raises(QueryError, match="no paper with this id"):
        find_cited(store, typed)


def test_an_act_is_no_paper(store: QuadStore) -> None:
    with pytest.raises(QueryError):
        find_paper(store, "BWBR0011823")
