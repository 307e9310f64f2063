"""The store of all examples: built once for each state of the code and the examples, however many tests ask for it."""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from sovgraph.build import build_store, declare_complete
from sovgraph.pipeline import load_environment
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store
from sovgraph.store.oxigraph import OxigraphStore

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
INPUTS = (ROOT / "src" / "sovgraph", ROOT / "ontology", ROOT / "queries", EXAMPLES)
SETTINGS = Settings(validate=False)
COMPLETE = (
    ("39501", date(2026, 1, 1), date(2026, 10, 1)),
    ("39502", date(2026, 6, 1), date(2027, 7, 1)),
)
"""Invented dossiers of which all papers of the period are among the examples."""


def example_store() -> QuadStore:
    """All examples, with the dossiers that are declared complete. A store of one's own, to change at will."""
    store = undeclared_store()
    for dossier, start, end in COMPLETE:
        declare_complete(store, load_environment(SETTINGS), dossier, (start, end), "sovgraph")
    return store


@cache
def shared_store() -> QuadStore:
    """The same, one for all tests of a process: only to be read."""
    return example_store()


def undeclared_store() -> QuadStore:
    """All examples, read without checks; no dossier is declared complete."""
    store = memory_store()
    assert isinstance(store, OxigraphStore)
    store.engine.bulk_load(_dump(), ox.RdfFormat.N_QUADS)
    return store


@cache
def _dump() -> bytes:
    """The built store with its ledger; kept beside pytest's own cache for other processes and later runs."""
    kept = ROOT / ".pytest_cache" / f"examples-{_digest()}.nq"
    if kept.is_file():
        return kept.read_bytes()
    store = memory_store()
    build_store(store, [str(EXAMPLES)], SETTINGS)
    data = store.dump(ledger=True)
    kept.parent.mkdir(exist_ok=True)
    for old in kept.parent.glob("examples-*.nq"):
        old.unlink(missing_ok=True)
    part = kept.with_suffix(f".{id(store)}")
    part.write_bytes(data)
    part.replace(kept)
    return data


def _digest() -> str:
    """Of every file that the store is made from."""
    found = hashlib.sha256()
    for path in sorted(p for folder in INPUTS for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        found.update(str(path.relative_to(ROOT)).encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
