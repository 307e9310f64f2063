"""Pictures on the server: pages without inline code, data for the drawing, files by suffix, and what is refused."""

import json
from collections.abc import Iterator

import networkx as nx
import pytest
from tests.chromium import chromium, watched_page
from tests.example_store import shared_store
from tests.serve.process import Answer, Server, make_store, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("pictures") / "store"
    with serving(make_store(folder, shared_store().dump()), "--client-seconds", "0", "--client-errors", "0") as running:
        yield running


def get(server: Server, path: str, **headers: str) -> Answer:
    return server.send("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})


def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}"


@pytest.mark.parametrize("lang", ["", "/en"])
def test_a_view_is_a_page_without_inline_code(server: Server, lang: str) -> None:
    answer = get(server, f"{lang}/picture/story?dossier=32317")
    text = answer.text
    assert answer.status == 200
    assert f'data-src="{lang}/picture/story.data.json?dossier=32317"' in text
    assert "<script>" not in text and "<style>" not in text and " onclick" not in text


def test_the_data_link_to_pages_and_passages(server: Server) -> None:
    data = json.loads(get(server, "/picture/story.data.json?dossier=32317").body)
    assert "/doc/kst/32317-QC" in data["nodes"]["href"]
    assert data["papers"][0][2].startswith("/doc/")
    assert data["ego"] == "/picture/ego?thing="


def test_a_suffix_gives_a_file(server: Server) -> None:
    answer = get(server, "/picture/members.graphml")
    assert answer.headers["content-disposition"] == 'attachment; filename="members.graphml"'
    assert nx.parse_graphml(answer.text, force_multigraph=True).number_of_nodes() > 50


def test_a_view_without_its_parameter_asks_for_it(server: Server) -> None:
    answer = get(server, "/picture/motion-trail")
    assert (answer.status, "data-src" in answer.text, '<input id="f-thing"' in answer.text) == (200, False, True)


@pytest.mark.parametrize(
    "path",
    ["/picture/nothing", "/picture/story.exe?dossier=1", "/picture/story.gexf", "/picture/ego?thing=%3Cscript%3E"],
)
def test_what_cannot_be_drawn_is_an_error_that_says_why(server: Server, path: str) -> None:
    answer = get(server, path, Accept="text/html")
    assert answer.status in (400, 404)
    assert "<script>" not in answer.text


def test_a_dossier_without_papers_is_told(server: Server) -> None:
    answer = get(server, "/picture/story?dossier=00000")
    assert (answer.status, "data-src" in answer.text) == (200, False)


def test_the_second_time_nothing_is_sent(server: Server) -> None:
    first = get(server, "/picture/members.gexf")
    again = get(server, "/picture/members.gexf", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_the_page_draws_under_the_strict_policy(server: Server) -> None:
    with chromium() as browser, watched_page(browser, address(server)) as watched:
        page = watched.open("/picture/story?dossier=32317")
        page.wait_for_selector("#picture[data-ready]")
        page.focus(".stage")
        page.keyboard.press("ArrowRight")
        assert page.locator(".side blockquote").count() > 0
