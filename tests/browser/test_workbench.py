"""The workbench in a browser: examples, running, names, sorting, the graph, completion, errors, links."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests.chromium import Watched

PATHS = {"nl": "/workbench", "en": "/en/workbench"}


def run(watched: Watched, query: str, lang: str = "en") -> str:
    """Opens the workbench with a query in its address, which runs it; the line that tells the result."""
    page = watched.open(f"{PATHS[lang]}#query={quote(query)}")
    page.wait_for_selector("#workbench[data-state=done]")
    return page.inner_text("#status")


@pytest.mark.parametrize("lang", PATHS)
def test_an_example_is_chosen_and_asked(watched: Watched, lang: str) -> None:
    page = watched.open(PATHS[lang])
    page.wait_for_selector("#workbench.ready")
    page.select_option("#examples", "ledger-letters")
    page.click("#run")
    page.wait_for_selector("#rows tbody tr")
    assert page.locator("#rows tbody tr").count() > 10
    assert re.search(r"\d+ (rijen in|rows in)", page.inner_text("#status"))
    assert page.locator("#rows a").count() > 10


def test_rows_are_sorted_filtered_and_named(watched: Watched) -> None:
    query = "SELECT DISTINCT ?country WHERE { GRAPH ?g { ?country a sov:Country } } ORDER BY ?country"
    assert "rows" in run(watched, query)
    page = watched.page
    page.fill("#filter", "ethiop")
    expect(page.locator("#rows tbody tr")).to_have_count(1)
    assert "thiop" in page.inner_text("#rows tbody tr a")
    page.fill("#filter", "")
    page.click("#rows th button")
    page.click("#rows th button")
    assert page.get_attribute("#rows th", "aria-sort") == "descending"


def test_an_answer_is_drawn(watched: Watched) -> None:
    run(watched, "CONSTRUCT { ?a cito:cites ?b } WHERE { GRAPH ?g { ?a cito:cites ?b } } LIMIT 40")
    page = watched.page
    page.click("#draw")
    page.wait_for_selector("#canvas canvas")
    assert re.match(r"\d+ things, \d+ links", page.inner_text("#picked"))
    assert page.locator("#legend li").count() >= 1


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("?x a sov:Mot", "sov:Motion"), ("?x sov:answ", "sov:answeredOn")],
    ids=["class", "property"],
)
def test_terms_of_the_data_complete_what_is_typed(watched: Watched, typed: str, offered: str) -> None:
    page = watched.open("/en/workbench")
    page.wait_for_selector("#workbench.ready")
    page.click(".CodeMirror-lines")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.type("SELECT * WHERE {\n" + typed)
    page.keyboard.press("Control+Space")
    page.wait_for_selector(".CodeMirror-hint")
    assert offered in page.inner_text(".CodeMirror-hints").splitlines()


def test_a_mistake_is_told_where_it_is(watched: Watched) -> None:
    told = run(watched, "SELECT ?x WHERE { ?x ?y")
    assert "expected" in told
    watched.errors[:] = [e for e in watched.errors if "400" not in e]  # the browser notes each refused request


def test_ask_gives_a_word(watched: Watched) -> None:
    assert run(watched, "ASK { GRAPH ?g { ?x a sov:Motion } }", "nl").startswith("Ja")
