"""The workbench of a site with more data than a browser holds: the facts at once, evidence when it is asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests.chromium import Watched, watched_page
from tests.site.folder import options
from tests.unit.query.graphs import fixture_store

from sovgraph.site import whole
from sovgraph.site.making import make_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOTIONS = "SELECT DISTINCT ?m WHERE { ?m a sov:Motion }"
ASSERTIONS = 'SELECT DISTINCT ?a WHERE { ?a rdf:subject ?s FILTER (CONTAINS(STR(?a), "/a/")) }'


@pytest.fixture(scope="module")
def large(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "MOST", 100)
        make_site(options(folder), store=fixture_store())
    return folder


@pytest.fixture
def files(browser: "Browser", large: Path) -> Iterator[Watched]:
    with watched_page(browser, f"{large.as_uri()}/") as found:
        yield found


def ask(watched: Watched, query: str, lang: str = "en/") -> str:
    """The line that tells the result."""
    page = watched.open(f"{lang}workbench.html#query={quote(query)}")
    page.wait_for_selector("#workbench[data-state=done]")
    return page.inner_text("#status")


def test_facts_are_there_at_once_and_an_answer_says_of_how_much(files: Watched) -> None:
    told = ask(files, MOTIONS)
    held, total = (int(files.page.get_attribute("#workbench", f"data-{name}") or 0) for name in ("held", "total"))
    assert 0 < held < total == len(fixture_store())
    assert not told.startswith("0 rows")
    assert told.endswith(f", over {held:,} of {total:,} statements")
    assert f"{held:,}" in files.page.inner_text("#more")


def test_evidence_is_added_when_it_is_asked_for(files: Watched) -> None:
    assert ask(files, ASSERTIONS, "").startswith("0 rijen")
    page = files.page
    count = page.locator("#later option").count()
    for _ in range(count):
        page.click("#add")
        expect(page.locator("#add")).to_be_enabled()
    expect(page.locator("#held")).to_contain_text("Geladen")
    page.click("#run")
    page.wait_for_selector("#rows tbody tr")
    assert page.inner_text("#status").endswith(" s")
