"""Each kind of page in a real browser: read, followed, in both languages, on a phone, and by a checker of
accessibility. What went wrong in a page, and requests that left the origin, fail in the fixture `watched`."""

import json

import pytest
from tests.chromium import Watched
from tests.npm import npm_folder

THINGS = {
    "paper": "/doc/kst/32317-QC",
    "dossier": "/doc/dossier/39501",
    "motion": "/doc/kst/36704-63",
    "letter": "/doc/brief/ek-179131",
    "question": "/doc/brief/ek-179131/vraag/4",
    "member": "/doc/persoon/300b6a3e",
    "party": "/doc/fractie/ja21",
    "committee": "/doc/commissie/ek-immigratie-en-asiel-jbz-raad",
    "post": "/doc/post/minister-van-asiel-en-migratie",
    "country": "/doc/iri/http/publications.europa.eu/resource/authority/country/ETH",
    "measure": "/doc/maatregel/visummaatregel-eth-2024-04-29",
    "EU act": "/doc/iri/http/data.europa.eu/eli/dir/2009/50/oj",
}
OTHERS = {
    "home": "/",
    "lists": "/list",
    "list": "/list/dossier",
    "search": "/search?q=visum",
    "queries": "/queries",
    "query": "/queries/ledger-letters?dossier=39501",
    "terms": "/def",
    "dataset": "/dataset",
    "workbench": "/workbench",
    "picture": "/picture/story?dossier=39501",
}
PAGES = THINGS | OTHERS
SERIOUS = ("serious", "critical")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_there_in_both_languages(watched: Watched, path: str) -> None:
    page = watched.open(path)
    assert page.get_attribute("html", "lang") == "nl"
    dutch = page.inner_text("h1")
    page.click("nav.languages a[hreflang=en]")
    assert page.get_attribute("html", "lang") == "en"
    assert page.inner_text("h1")
    assert page.url.removeprefix(watched.origin).startswith("/en/")
    page.click("nav.languages a[hreflang=nl]")
    assert page.inner_text("h1") == dutch


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_page_is_wider_than_a_phone(watched: Watched, path: str) -> None:
    page = watched.open(path, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 391


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_everybody_can_use_a_page(watched: Watched, path: str) -> None:
    script = (npm_folder("axe-core@4.14.1") / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    page = watched.open(path)
    if path == OTHERS["workbench"]:
        page.wait_for_selector("#workbench.ready")
    page.evaluate(script)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    bad = [
        f"{v['id']}: {v['help']}: {json.dumps([n['target'] for n in v['nodes'][:3]])}"
        for v in found["violations"]
        if v["impact"] in SERIOUS
    ]
    assert bad == []


def test_a_statement_leads_to_its_sentence(watched: Watched) -> None:
    """From a fact on a page to the words in the paper, by its link."""
    page = watched.open(THINGS["measure"])
    page.click("details.proof summary >> nth=0")
    page.click("details.proof[open] a[href*='#c'] >> nth=0")
    fragment = page.url.partition("#")[2]
    assert fragment.startswith("c")
    assert page.locator(f"#{fragment}").count() == 1


def test_a_search_leads_to_a_page(watched: Watched) -> None:
    page = watched.open("/")
    page.fill("input[name=q] >> nth=0", "rappel")
    page.keyboard.press("Enter")
    page.wait_for_selector("main a[href*='/doc/']")
    page.click("main a[href*='/doc/'] >> nth=0")
    assert page.inner_text("h1")


def test_it_works_without_a_script(watched: Watched) -> None:
    context = watched.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(watched.origin + "/search?q=visum")
    page.click("main a[href*='/doc/'] >> nth=0")
    assert page.inner_text("h1")
    context.close()


def test_names_are_suggested_and_lead_to_their_page(watched: Watched) -> None:
    page = watched.open("/")
    page.locator("#home-q").press_sequentially("ethiop")
    page.wait_for_selector("#home-q-names option", state="attached")
    name = page.locator("#home-q-names option").first.get_attribute("value") or ""
    assert "thiop" in name
    page.fill("#home-q", name)
    page.wait_for_url("**/doc/**")
    assert page.inner_text("h1")
