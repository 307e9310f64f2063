"""The index of all examples, made once."""

from collections.abc import Iterator

import pytest
from tests.example_store import undeclared_store

from sovgraph.search import Index, memory_index

pytest.importorskip("snowballstemmer")


@pytest.fixture(scope="session")
def index() -> Iterator[Index]:
    made = memory_index(undeclared_store())
    yield made
    made.close()
