"""The index of all examples, made once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sovgraph.search import Index, memory_index

pytest.importorskip("snowballstemmer")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.example_store import undeclared_store


@pytest.fixture(scope="session")
def index() -> Iterator[Index]:
    made = memory_index(undeclared_store())
    yield made
    made.close()
