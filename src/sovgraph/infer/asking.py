"""Stored queries of the engine, asked about many things a batch at a time; terms go in and come out as N-Triples."""

from collections.abc import Iterable, Iterator

from sovgraph.infer.base import Term
from sovgraph.query.binding import fill
from sovgraph.query.catalog import catalog
from sovgraph.store import Cell, QuadStore, Solutions

BATCH = 400
"""Things in one query."""


def batches(things: Iterable[Term]) -> Iterator[list[Term]]:
    """The things, sorted, in lists that fit one query."""
    found = sorted(things)
    return (found[start : start + BATCH] for start in range(0, len(found), BATCH))


def asked(store: QuadStore, name: str, **given: Iterable[Term]) -> Iterator[tuple[Term, ...]]:
    """Rows of an internal query for IRIs as the values of its parameters; what is unbound is empty."""
    terms = {key: [Cell("iri", iri[1:-1]) for iri in values] for key, values in given.items()}
    for row in select(store, fill(catalog().get_internal(name), terms)):
        yield tuple(cell.ntriples if cell else "" for cell in row)


def select(store: QuadStore, text: str) -> Solutions:
    """The answer to a SELECT, asked of the named graphs."""
    answer = store.query(text, union=False)
    assert isinstance(answer, Solutions), text
    return answer
