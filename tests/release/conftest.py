"""One release of the example dossiers, made once for all tests that read it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.example_store import shared_store

from sovgraph.describe.publication import Publication
from sovgraph.release import Asked, Release, make_release
from sovgraph.store import QuadStore

PUBLICATION = Publication(
    publisher="Griffie (nagebootst)",
    publisher_iri="https://example.org/griffie",
    publisher_identifier="00000000",
    contact="Gegevensloket",
    email="data@example.org",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A release with the store that it was made from."""

    folder: Path
    release: Release
    store: QuadStore


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("release") / "out"
    store = shared_store()
    return Made(folder, make_release(store, folder, PUBLICATION, Asked()), store)
