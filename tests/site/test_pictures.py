"""Pictures among the files of a site: they share scripts, link to pages that are there, and open from a disk."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from tests.example_store import shared_store

from sovgraph.query import choices, view_query
from sovgraph.settings import DEFAULT_BASE
from sovgraph.site.pictures import PicturePage, picture_page, picture_paths


@dataclass(frozen=True)
class Relative:
    """Links from a folder below the root."""

    def page(self, path: str, lang: str, fragment: str = "") -> str:
        return f"../{path or 'index'}.html"

    def data(self, path: str, suffix: str) -> str:
        return f"../{path}{suffix}"

    def asset(self, name: str) -> str:
        return f"../static/{name}"

    def query(self, name: str, params: Mapping[str, str], lang: str) -> str | None:
        return None

    def picture(self, view: str, params: Mapping[str, str], lang: str) -> str | None:
        return None


@pytest.fixture(scope="module")
def pages() -> dict[str, PicturePage]:
    paths = picture_paths(shared_store())
    return {path: picture_page(shared_store(), path, DEFAULT_BASE, "nl", Relative()) for path in paths}


def test_each_dossier_with_links_has_its_story(pages: dict[str, PicturePage]) -> None:
    assert {"picture/story-32317", "picture/story-39501", "picture/members", "picture/asks"} <= set(pages)


def test_a_picture_without_a_link_has_no_page(pages: dict[str, PicturePage]) -> None:
    assert all('"edges":{' in page.html for page in pages.values())
    stories = {path for path in pages if path.startswith("picture/story-")}
    assert len(stories) < len(choices(shared_store(), *view_query("story").params))


def test_scripts_are_shared_and_pages_linked(pages: dict[str, PicturePage]) -> None:
    html = pages["picture/story-32317"].html
    assert re.findall(r'<script src="([^"]+)"', html) == [
        *("../static/graph.min.js", "../static/picture-symbols.js", "../static/picture.js"),
    ]
    data = re.search(r'id="picture-data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    assert "../doc/kst/32317-QC.html" in json.loads(data[1])["nodes"]["href"]
