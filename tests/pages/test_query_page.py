"""Pages of stored queries and of search."""

import re

import pytest
from tests.pages.checking import problems_of, read
from tests.pages.pages_fixture import LINKS, example_pages

from sovgraph.pages import Rows
from sovgraph.query import catalog, run
from sovgraph.search import memory_index


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", ["open-letters", "motions-of", "evidence", "latency-by-post"])
def test_rows_are_named_and_linked(name: str, lang: str) -> None:
    pages, query = example_pages(), catalog().get(name)
    given = {p.name: p.example for p in query.params if p.required}
    result = run(pages.store, name, given, lang=lang)
    page = pages.query(query, given, Rows(result, 1, len(result)), "", lang, LINKS, downloads=[("csv", "/x.csv")])
    assert problems_of(page.html) == []
    assert page.html.count("<tr>") == len(result) + 1
    assert f'href="/{lang}/doc/' in page.html
    assert "/x.csv" in page.html


def test_the_form_has_a_fitting_field_for_each_parameter() -> None:
    query = catalog().get("report-motions")
    page = example_pages().query(
        query, {"dossier": "19637"}, None, "", "nl", LINKS, choices={"dossier": [("19637", "19 637"), ("1", "1")]}
    )
    assert problems_of(page.html) == []
    assert re.search(r'<input id="f-on" name="on" type="date"', page.html)
    assert '<option value="19637" selected>19 637</option>' in page.html


def test_an_error_is_told_and_the_form_keeps_what_was_typed() -> None:
    query = catalog().get("report-motions")
    page = example_pages().query(query, {"on": "<b>gisteren"}, None, "geen dag: <b>", "nl", LINKS)
    assert problems_of(page.html) == []
    assert 'role="alert"' in page.html
    assert 'value="&lt;b&gt;gisteren"' in page.html


def test_no_rows_is_said_so() -> None:
    pages, query = example_pages(), catalog().get("motions-of")
    given = {"thing": "https://w3id.org/sovgraph/id/persoon/nobody"}
    page = pages.query(query, given, Rows(run(pages.store, query.name, given), 1, 0), "", "nl", LINKS)
    assert problems_of(page.html) == []
    assert "Geen enkel stuk" in page.html


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_hits_show_their_words_and_their_place(lang: str) -> None:
    pages = example_pages()
    hits = memory_index(pages.store).search("visummaatregelen", lang=lang)
    page = pages.search("visummaatregelen", hits, lang, LINKS)
    assert len(hits) > 0
    assert problems_of(page.html) == []
    assert "<mark>" in page.html
    assert any(re.search(r"#c\d+$", href) for href in read(page.html).hrefs)


def test_a_search_without_a_question_is_a_form() -> None:
    page = example_pages().search("", None, "nl", LINKS)
    assert problems_of(page.html) == []
    assert 'name="q"' in page.html


def test_facets_narrow_and_widen() -> None:
    pages = example_pages()
    hits = memory_index(pages.store).search("motie")
    page = pages.search("motie", hits, "nl", LINKS, chosen={"kind": "motion"})
    links = [href for href in read(page.html).hrefs if href.startswith("/nl/search?")]
    assert any("kind=" not in href for href in links)
    assert any("year=" in href and "kind=motion" in href for href in links)
