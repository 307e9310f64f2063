"""A real server on the examples and a real browser; skipped, with the reason, where there is no browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.chromium import CHROMIUM, FLAGS
from tests.example_store import example_store
from tests.serve.process import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HARMLESS = re.compile(r"GL Driver Message|GPU stall|WebGL")
"""What a browser without a graphics card says of itself."""


@dataclass
class Watched:
    """A page of the browser with all that went wrong in it: errors, and requests that leave the origin."""

    page: "Page"
    origin: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, path: str, width: int = 1280) -> "Page":
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(self.origin + path)
        return self.page

    def heard(self, message: Any) -> None:
        if message.type == "error" and not HARMLESS.search(message.text):
            self.errors.append(message.text)

    def asked(self, request: Any) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.outside.append(request.url)


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example store on disk."""
    import pyoxigraph as ox

    folder = tmp_path_factory.mktemp("site") / "store"
    store = ox.Store(str(folder))
    store.bulk_load(example_store().dump(ledger=True), ox.RdfFormat.N_QUADS)
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
    """Of a module: while it runs, an event loop runs in this process, and other tests start their own."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: what needs a browser isn't tested")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def watched(browser: "Browser", origin: str) -> Iterator[Watched]:
    """At the end nothing may have gone wrong, and no request may have left the origin."""
    context = browser.new_context()
    found = Watched(context.new_page(), origin)
    found.page.on("console", found.heard)
    found.page.on("pageerror", lambda error: found.errors.append(str(error)))
    found.page.on("request", found.asked)
    yield found
    context.close()
    assert found.errors == []
    assert found.outside == []
