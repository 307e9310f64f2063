"""Pages of the stored queries: the rows of an example, and all of them as CSV and JSON."""

from collections.abc import Iterator
from typing import Final

from sovgraph.pages.query_page import Rows
from sovgraph.pages.words import LANGS
from sovgraph.query import Result, StoredQuery, catalog, choices, render
from sovgraph.site.files import address, file_of
from sovgraph.site.workshop import MAKERS, File, Workshop, html_file

SHOWN: Final = 300
"""Rows on the page; the files have all."""
FORMS: Final = ("csv", "json")


@MAKERS.add("query")
def query(shop: Workshop, name: str) -> Iterator[File]:
    stored, path = catalog().get(name), f"queries/{name}"
    given = _values(shop, stored)
    for lang in LANGS:
        result = shop.pages.asker.run(name, given, lang)
        if lang == "nl":
            for form in FORMS:
                yield file_of(path, f".{form}"), render(result, form, lang).encode("utf-8", "replace")
        rows = Rows(Result(result.columns, result.rows[:SHOWN]), 1, len(result))
        links = shop.links(path, lang)
        downloads = [(form, address(file_of(path, f".{form}"), links.within)) for form in FORMS]
        yield html_file(shop.pages.query(stored, given, rows, "", lang, links, downloads=downloads))


def _values(shop: Workshop, stored: StoredQuery) -> dict[str, str]:
    """Only what the query must have: its example, or where the data don't have that, the first value that they do."""
    found = {}
    for param in stored.params:
        if param.required and param.name != "lang":
            offered = [choice.value for choice in choices(shop.store, param)]
            found[param.name] = param.example if param.example in offered or not offered else offered[0]
    return found
