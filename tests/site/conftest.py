"""A small site, written once; tests that change one get a copy."""

import shutil
from pathlib import Path

import pytest
from tests.site.folder import Made, options
from tests.unit.query.graphs import fixture_store

from sovgraph.site.making import make_site
from sovgraph.store import QuadStore


@pytest.fixture(scope="session")
def small_store() -> QuadStore:
    return fixture_store()


@pytest.fixture(scope="session")
def small_site(small_store: QuadStore, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Not to be changed."""
    folder = tmp_path_factory.mktemp("small") / "site"
    return Made(folder, make_site(options(folder), store=small_store))


@pytest.fixture
def site_copy(small_site: Made, tmp_path: Path) -> Path:
    shutil.copytree(small_site.folder, tmp_path / "site")
    return tmp_path / "site"
