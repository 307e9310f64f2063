"""A real server on the examples and a real browser; skipped, with the reason, where there is no browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.chromium import Watched, chromium, watched_page
from tests.example_store import shared_store
from tests.serve.process import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example store on disk."""
    import pyoxigraph as ox

    folder = tmp_path_factory.mktemp("site") / "store"
    store = ox.Store(str(folder))
    store.bulk_load(shared_store().dump(ledger=True), ox.RdfFormat.N_QUADS)
    store.flush()
    del store
    return folder


@pytest.fixture(scope="session")
def origin(example_folder: Path) -> Iterator[str]:
    """The address of a server that runs in a process of its own, without a slash at the end."""
    with serving(example_folder) as server:
        yield f"http://127.0.0.1:{server.port}"
        assert server.stop()[0] == 0


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Of a module, as an event loop runs while it does."""
    with chromium() as started:
        yield started


@pytest.fixture
def watched(browser: "Browser", origin: str) -> Iterator[Watched]:
    with watched_page(browser, origin) as found:
        yield found
