"""A site of files in a real browser, from the disk and from a plain server below a path: nothing is asked elsewhere."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.chromium import Watched, watched_page
from tests.site.folder import options
from tests.unit.query.graphs import fixture_store

from sovgraph.site.making import make_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def folder(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site at `some where/site`."""
    top = tmp_path_factory.mktemp("files")
    make_site(options(top / "some where" / "site"), store=fixture_store())
    return top


@pytest.fixture(scope="module")
def plain_server(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(params=["disk", "server"])
def files(request: pytest.FixtureRequest, browser: "Browser", folder: Path) -> Iterator[Watched]:
    top = folder.as_uri() if request.param == "disk" else request.getfixturevalue("plain_server")
    with watched_page(browser, f"{top}/some%20where/site/") as found:
        yield found


def test_from_the_home_page_to_a_paper_and_its_language(files: Watched) -> None:
    page = files.open("index.html")
    page.click("a[href='list.html']")
    page.click("a[href='list/letter.html']")
    page.click("main ul.entries a >> nth=0")
    assert "/doc/" in page.url
    page.click("nav.languages a[hreflang=en]")
    assert "/en/doc/" in page.url
    assert page.locator("html").get_attribute("lang") == "en"


def test_search_finds_a_country_from_any_page(files: Watched) -> None:
    page = files.open("doc/kst/32317-QC.html")
    page.fill("#top-q", "Ethiopië")
    page.press("#top-q", "Enter")
    page.wait_for_selector("[data-search-results] li a")
    assert "search.html?q=" in page.url
    page.click("[data-search-results] li a >> nth=0")
    page.wait_for_url("**/doc/**")
    assert page.locator("h1").count() == 1


def test_english_search_leads_to_english_pages(files: Watched) -> None:
    page = files.open("en/search.html?q=Ethiopi%C3%AB")
    page.click("[data-search-results] li a >> nth=0")
    page.wait_for_url("**/en/doc/**")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize(
    ("query", "cells"),
    [
        ("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s a sov:Kamerstuk } }", "table td"),
        ("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3", "table tbody tr"),
    ],
)
def test_the_workbench_answers_in_the_browser(files: Watched, query: str, cells: str) -> None:
    page = files.open("workbench.html")
    page.wait_for_selector("#workbench.ready")
    page.evaluate("q => { location.hash = '#query=' + encodeURIComponent(q); }", query)
    page.reload()
    page.wait_for_selector(f"#rows {cells}", timeout=60_000)
    assert page.locator(f"#rows {cells}").count() >= 1


def test_a_mistake_in_a_query_is_told(files: Watched) -> None:
    page = files.open("workbench.html#query=SELECT%20nonsense")
    page.wait_for_function("document.getElementById('status').textContent.includes('error')", timeout=60_000)
