"""A real browser for tests: Chromium where it is installed, and a page of it with all that goes wrong in it."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from sovgraph.export.png import BROWSERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next((path for name in BROWSERS if (path := shutil.which(name))), None)
_FLAGS = (
    *("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
)
_HARMLESS = re.compile(r"GL Driver Message|GPU stall|WebGL")
"""What a browser without a graphics card says of itself."""


@contextmanager
def chromium() -> "Iterator[Browser]":
    """Skips where there is none. While it runs, an event loop runs in this process, and other tests start their own."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: what needs a browser isn't tested")
    driver = pytest.importorskip("playwright.sync_api")
    with driver.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield started
        started.close()


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
        if message.type == "error" and not _HARMLESS.search(message.text):
            self.errors.append(message.text)

    def asked(self, request: Any) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.outside.append(request.url)


@contextmanager
def watched_page(browser: "Browser", origin: str) -> Iterator[Watched]:
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
