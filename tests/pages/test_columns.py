"""Every column of a stored query has a heading in both languages."""

import pytest

from sovgraph.pages.query_page import column_words
from sovgraph.query import catalog


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_each_column_has_words(lang: str) -> None:
    known = column_words(lang)
    missing = {column for query in catalog().queries for column in query.columns if not known.get(column)}
    assert missing == set()
