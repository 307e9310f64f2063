"""Pages over HTTP: home, lists, forms with rows, search, the dataset; in both languages."""

import re
from pathlib import Path

import pytest
from rdflib import Graph
from starlette.testclient import TestClient
from tests.serve.serving import BASE, client
from tests.unit.query.graphs import fixture_store

from sovgraph.serve.app import make_app
from sovgraph.serve.logs import Line
from sovgraph.serve.options import ServeOptions
from sovgraph.serve.state import site_from

PAGES = ("", "list", "list/dossier", "list/motion/1", "queries", "queries/papers", "search", "dataset", "def")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_pages_answer_in_the_language_of_their_address(path: str, lang: str) -> None:
    page = client().get(f"/{'en/' if lang == 'en' else ''}{path}")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{lang}">' in page.text
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert not re.findall(r"<script(?![^>]*(?: src=|application/ld\+json))", page.text)
    assert " style=" not in page.text
    assert not re.findall(r" on[a-z]+=", page.text)


def test_links_of_pages_lead_somewhere() -> None:
    seen = set()
    for path in PAGES:
        text = client().get(f"/{path}").text
        seen |= {
            href.replace("&amp;", "&").partition("#")[0] for href in re.findall(r'(?:href|action)="(/[^"]*)"', text)
        }
    inside = sorted(h for h in seen if not h.startswith(("/static/", "/picture", "/workbench", "/sparql")))
    assert len(inside) > 100
    wrong = {href: status for href in inside[:400] if (status := client().get(href).status_code) not in (200, 400)}
    assert not wrong


def test_a_query_shows_its_form_until_it_can_be_asked() -> None:
    form = client().get("/queries/country-passages").text
    assert "<form" in form
    assert "<table" not in form
    asked = client().get("/queries/country-passages?country=ETH&country=SOM")
    assert asked.status_code == 200
    assert "<table" in asked.text
    assert 'href="/api/queries/country-passages.csv?country=ETH&amp;country=SOM"' in asked.text


def test_what_is_wrong_stands_above_the_form() -> None:
    page = client().get("/queries/members-on?date=gisteren")
    assert page.status_code == 400
    assert "gisteren" in page.text
    assert "<form" in page.text


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("queries/members-on?date=gisteren", "verwacht: een dag als JJJJ-MM-DD"),
        ("en/queries/members-on?date=gisteren", "expected a day as YYYY-MM-DD"),
        ("queries/papers?limit=0", "verwacht een geheel getal van 1 tot 10000"),
        ("doc/kst/none", "hier is niets bekend over"),
        ("queries/citatons", "bedoelde u citations"),
    ],
)
def test_errors_are_in_the_language_of_the_page(path: str, told: str) -> None:
    assert told in client().get(f"/{path}", headers={"Accept": "text/html"}).text


def test_rows_have_pages() -> None:
    page = client().get("/queries/papers?limit=2&page=2").text
    assert client().get("/queries/papers?limit=2").status_code == 200
    rows = client().get("/api/queries/papers?limit=2&page=2").json()["rows"]
    assert all((row["title"] or "")[:20] in page for row in rows)


def test_markup_in_values_stays_text() -> None:
    for path in ("/queries/papers?dossier=", "/search?q=", "/queries/members-on?date="):
        page = client().get(f"{path}%3Cscript%3Ealert(1)%3C/script%3E")
        assert "<script>alert" not in page.text


def test_search_and_suggestions() -> None:
    page = client().get("/search?q=32317")
    assert page.status_code == 200
    assert "/doc/" in page.text
    told = client().get("/suggest?q=323").json()
    assert told["suggestions"]
    assert all(one["text"] and one["href"].startswith("/") for one in told["suggestions"])
    assert client().get("/suggest?q=").json()["suggestions"] == []
    for text in ('"', "a AND", "*", "(", "-", "\x00", "é" * 5_000):
        assert client().get("/search", params={"q": text}).status_code == 200
        assert client().get("/suggest", params={"q": text}).status_code == 200


def test_the_dataset_is_described() -> None:
    for suffix, form in (("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml")):
        graph = Graph().parse(data=client().get(f"/dataset.{suffix}").content, format=form)
        classes = {str(o) for s, p, o in graph if str(s) == f"{BASE}dataset" and str(p).endswith("#type")}
        assert "http://www.w3.org/ns/dcat#Dataset" in classes


@pytest.mark.parametrize("path", ["list/nope", "list/dossier/999", "list/dossier/x", "queries/nope", "en/nope", "nope"])
def test_what_isnt_there(path: str) -> None:
    page = client().get(f"/{path}", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert f'<html lang="{"en" if path.startswith("en") else "nl"}">' in page.text


@pytest.mark.parametrize("root", ["", "/x"])
@pytest.mark.parametrize("path", ["/en/workbench", "/en/picture/story", "/en/search", "/en/nothing"])
def test_the_address_tells_the_language_whether_or_not_a_proxy_passes_the_root_on(root: str, path: str) -> None:
    assert '<html lang="en"' in client("/x").get(root + path, headers={"Accept": "text/html"}).text


@pytest.mark.parametrize("path", ["/", "/doc/kst/32317-QC", "/picture/members", "/picture/members.gexf", "/workbench"])
def test_making_an_answer_counts_as_work_of_the_client(path: str) -> None:
    told: list[Line] = []
    options = ServeOptions(store=Path("nowhere"))
    app = make_app(options, site_from(fixture_store(), options), told.append)
    assert TestClient(app).get(path).status_code == 200
    assert [float(line["work_ms"]) > 0 for line in told] == [True]
