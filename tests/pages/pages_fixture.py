"""Pages of the example store and links whose targets can be read back."""

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlencode

from tests.example_store import shared_store

from sovgraph.pages import Pages
from sovgraph.store import Solutions


class MarkedLinks:
    """Links that say what they are: `/nl/…` a page, `/data/…`, `/asset/…`, `/query/…`, `/picture/…`."""

    def page(self, path: str, lang: str, fragment: str = "") -> str:
        return f"/{lang}/{path}" + (f"#{fragment}" if fragment else "")

    def data(self, path: str, suffix: str) -> str:
        return f"/data/{path}{suffix}"

    def asset(self, name: str) -> str:
        return f"/asset/{name}"

    def query(self, name: str, params: Mapping[str, str], lang: str) -> str | None:
        return f"/query/{name}?{urlencode(params)}"

    def picture(self, view: str, params: Mapping[str, str], lang: str) -> str | None:
        return f"/picture/{view}?{urlencode(params)}"


LINKS = MarkedLinks()


@cache
def example_pages() -> Pages:
    return Pages(shared_store())


@cache
def samples(kind: str, most: int = 2) -> tuple[str, ...]:
    """Things of a kind: those that others point to most, so that their boxes have something in them."""
    things = example_pages().lists.things(kind)
    values = " ".join(f"<{iri}>" for iri in things)
    text = f"SELECT ?thing (COUNT(?s) AS ?n) WHERE {{ VALUES ?thing {{ {values} }} ?s ?p ?thing }} GROUP BY ?thing"
    answer = example_pages().store.query(text)
    assert isinstance(answer, Solutions)
    counts = {row[0].value: int(row[1].value) for row in answer.rows if row[0] and row[1]}
    return tuple(sorted(things, key=lambda iri: (-counts.get(iri, 0), iri))[:most])
