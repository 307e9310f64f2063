"""The page in a browser: opened from a file, used with mouse and keyboard, nothing asked of the network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.chromium import chromium, watched_page

from sovgraph.export import GraphView
from sovgraph.export.picture import write_picture
from sovgraph.export.view import Evidence, ViewEdge, ViewNode

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = "https://example.org/id/"


def story() -> GraphView:
    """A letter with questions, a reminder and an answer, with the words behind each link."""
    days = {"brief": "2026-01-05", "rappel": "2026-02-10", "antwoord": "2026-03-01"}
    kinds = {"brief": "QuestionLetter", "rappel": "Reminder", "antwoord": "AnswerLetter"}
    nodes = [ViewNode(HERE + name, f"{name} van {day}", kinds[name], day, day) for name, day in days.items()]

    def rests(quote: str) -> tuple[Evidence, ...]:
        return (Evidence(HERE + "stuk", 12, quote, "page=3", "letter", 97, HERE + "stuk/a/1f", "Stuk 1"),)

    edges = [
        ViewEdge(
            HERE + "antwoord", HERE + "brief", "inReplyTo", evidence=rests("In antwoord op uw brief (nagebootst)")
        ),
        ViewEdge(HERE + "rappel", HERE + "brief", "reminds", evidence=rests("Wij herinneren u eraan (nagebootst)")),
    ]
    return GraphView("story", tuple(sorted(nodes)), tuple(sorted(edges)), about="dossier 99999")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: "Browser", tmp_path: Path) -> "Iterator[Page]":
    """The page of the story, which asks for nothing but itself."""
    path = tmp_path / "picture.html"
    path.write_text(write_picture(story()), encoding="utf-8")
    with watched_page(browser, path.as_uri()) as watched:
        opened = watched.open("")
        opened.wait_for_selector("#picture[data-ready='3']")
        yield opened


def test_the_title_and_the_legend_tell_what_is_there(page: Any) -> None:
    assert page.title() == "Het verloop van een dossier: dossier 99999"
    assert page.locator(".classes button").all_inner_texts() == ["vragenbrief\n1", "antwoordbrief\n1", "rappelbrief\n1"]


def test_a_click_on_a_thing_shows_the_words_behind_its_links(page: Any) -> None:
    page.fill("#picture-q", "rappel")
    page.click(".found button")
    assert "Wij herinneren u eraan (nagebootst)" in page.inner_text(".side")
    assert page.get_attribute(".side figcaption a", "href") == HERE + "stuk"


def test_a_symbol_can_be_clicked_in_the_drawing(page: Any) -> None:
    x, y = page.evaluate("iri => document.getElementById('picture').place(iri)", HERE + "antwoord")
    page.mouse.click(x, y)
    assert page.inner_text(".side h2") == "antwoord van 2026-03-01"
    assert "In antwoord op uw brief (nagebootst)" in page.inner_text(".side")


def test_a_class_and_a_kind_of_link_can_be_left_out(page: Any) -> None:
    page.click(".classes button >> nth=2")
    assert "2 van 3" in page.inner_text(".counts")
    page.click(".classes button >> nth=2")
    page.click("[data-tab=table]")
    assert page.locator(".tables table >> nth=0").locator("tbody tr").count() == 2
    page.uncheck(".links input >> nth=0")
    assert page.locator(".tables table >> nth=0").locator("tbody tr").count() == 1


def test_the_slider_leaves_out_what_came_later(page: Any) -> None:
    page.focus("#picture-until")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text(".days") == "2026-01-05 – 2026-02-10"
    assert "2 van 3" in page.inner_text(".counts")


def test_the_keyboard_walks_opens_and_lets_go(page: Any) -> None:
    page.focus(".stage")
    page.keyboard.press("ArrowRight")
    assert page.inner_text(".side h2") == "brief van 2026-01-05"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "side"
    page.keyboard.press("Escape")
    assert page.is_hidden(".side")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "picture-q"


def test_the_table_has_all_that_the_picture_has(page: Any) -> None:
    page.click("[data-tab=table]")
    text = page.inner_text(".tables")
    for node in story().nodes:
        assert node.label in text
    assert "In antwoord op uw brief (nagebootst)" in text


def test_the_language_changes_on_the_page(page: Any) -> None:
    page.click(".other")
    assert page.inner_text("h1") == "The story of a dossier: dossier 99999"
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_phone_shows_the_picture_above_the_rest(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    stage, guide = page.locator(".view").bounding_box(), page.locator(".guide").bounding_box()
    assert stage["y"] < guide["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
