"""The store of all examples, with the dossiers that are declared complete."""

import pytest
from tests.example_store import example_store

from sovgraph.store import QuadStore


@pytest.fixture(scope="session")
def store() -> QuadStore:
    return example_store()
