"""Every column of a stored query has a heading in both languages."""

import pytest

from sovgraph.pages.query_page import column_words
from sovgraph.query import catalog
from sovgraph.resources import folder, read_tsv


def test_a_query_has_the_headings_of_its_own_box() -> None:
    assert column_words("nl", "measure-history")["text"] == "in de woorden van het stuk"
    assert column_words("nl", "questions-of")["text"] == "wat er gevraagd is"
    assert column_words("nl", "outline")["text"] == "tekst"


def test_each_column_stands_in_the_table_once() -> None:
    names = [row["column"] for row in read_tsv(folder("queries") / "columns.tsv")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_each_column_has_words(lang: str) -> None:
    known = column_words(lang)
    missing = {column for query in catalog().queries for column in query.columns if not known.get(column)}
    assert missing == set()
