"""The store of all examples, with the dossiers that are declared complete."""

import importlib.util
from pathlib import Path

import pytest

from sovgraph.store import QuadStore


@pytest.fixture(scope="session")
def store() -> QuadStore:
    path = Path(__file__).resolve().parents[1] / "queries" / "update.py"
    spec = importlib.util.spec_from_file_location("update_expected", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: QuadStore = module.example_store()
    return made
