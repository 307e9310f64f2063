"""Results as text, in the forms of the W3C and for people."""

import csv
import io
import json

import pyoxigraph as ox
import pytest

from sovgraph.errors import QueryError, RegistryError
from sovgraph.query import RDF_FORMATS, RENDERERS, Result, as_solutions, render, serialise, short_iri
from sovgraph.store import Cell, Solutions, Triples

XSD = "http://www.w3.org/2001/XMLSchema#"
LETTER = Cell("iri", "https://w3id.org/sovgraph/id/brief/ek-179131")
ROWS = Result(
    ("letter", "days", "text", "date", "letterLabel"),
    (
        (
            LETTER,
            Cell("literal", "106", XSD + "integer"),
            Cell("literal", 'tab\t, "quote"\nline | é', None, "nl"),
            Cell("literal", "2026-01-06", XSD + "date"),
            Cell("literal", "Brief van 9 december"),
        ),
        (Cell("iri", "https://w3id.org/sovgraph/id/brief/x"), None, Cell("literal", "w" * 99), None, None),
    ),
)


def test_json_is_what_another_reader_expects() -> None:
    text = render(ROWS, "json")
    parsed = ox.parse_query_results(text.encode(), ox.QueryResultsFormat.JSON)
    assert isinstance(parsed, ox.QuerySolutions)
    rows = [[None if t is None else str(t) for t in row] for row in parsed]
    assert rows[0][0] == str(ox.NamedNode(LETTER.value))
    assert rows[0][1] == f'"106"^^<{XSD}integer>'
    assert rows[1][1] is None
    assert json.loads(text)["head"] == {"vars": list(ROWS.columns)}
    assert json.loads(text)["results"]["bindings"][0]["text"]["xml:lang"] == "nl"


def test_tsv_is_what_another_reader_expects() -> None:
    parsed = ox.parse_query_results(render(ROWS, "tsv").encode(), ox.QueryResultsFormat.TSV)
    assert isinstance(parsed, ox.QuerySolutions)
    first = next(iter(parsed))
    assert [str(t) for t in first][:4] == [c.ntriples if c else "" for c in ROWS.rows[0]][:4]


def test_csv_is_that_of_rfc_4180() -> None:
    text = render(ROWS, "csv")
    assert text.count("\r\n") == 3
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == list(ROWS.columns)
    assert rows[1][2] == 'tab\t, "quote"\nline | é'
    assert rows[2][1] == ""


def test_a_table_shows_names_and_cuts_long_texts() -> None:
    lines = render(ROWS, "table").splitlines()
    assert lines[0].split() == ["letter", "days", "text", "date"]
    assert lines[2].startswith('Brief van 9 december   106  tab , "quote" line | é')
    assert lines[3].startswith("brief/x")
    assert lines[3].rstrip().endswith("w…")
    assert len({line.find("text") for line in lines[:1]}) == 1


def test_long_texts_end_with_a_whole_word_and_codes_are_spelled_out() -> None:
    rows = Solutions(("role", "text", "quote"), ((Cell("literal", "lid"), *[Cell("literal", "woord " * 20)] * 2),))
    line = render(rows, "table", "en").splitlines()[2]
    assert line.startswith("member  woord woord")
    assert line.count("woord…") == 1
    assert line.endswith("  " + " ".join(["woord"] * 20))
    assert "| lid |" in render(rows, "md", "nl")
    assert '"lid"' in render(rows, "tsv", "en")


def test_markdown_keeps_whole_texts_in_their_cells() -> None:
    lines = render(ROWS, "md").splitlines()
    assert lines[1] == "| --- | ---: | --- | --- |"
    assert r"line \| é" in lines[2]
    assert "w" * 99 in lines[3]


def test_no_rows_still_have_a_head() -> None:
    empty = Solutions(("a",), ())
    assert render(empty, "table") == "a\n-\n"
    assert render(empty, "csv") == "a\r\n"
    assert render(empty, "tsv") == "?a\n"
    assert json.loads(render(empty, "json"))["results"] == {"bindings": []}


def test_yes_and_no() -> None:
    assert render(True, "table") == "true\n"
    assert json.loads(render(False, "json")) == {"head": {}, "boolean": False}


def test_an_unknown_form_is_an_error() -> None:
    assert RENDERERS.names() == ("csv", "json", "md", "table", "tsv")
    with pytest.raises(RegistryError, match="no result format"):
        render(ROWS, "xlsx")


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/sovgraph/id/kst/32317-QC", "kst/32317-QC"),
        ("https://example.org/data/id/persoon/0a0a0a0a", "persoon/0a0a0a0a"),
        ("https://w3id.org/sovgraph/def#Letter", "sov:Letter"),
        ("http://publications.europa.eu/resource/authority/country/ETH", "country/ETH"),
        ("http://data.europa.eu/eli/dir/2021/1883/oj", "data.europa.eu/eli/dir/2021/1883/oj"),
    ],
)
def test_short_forms_of_iris(iri: str, short: str) -> None:
    assert short_iri(iri) == short


QUADS = (
    b'<https://e.org/s> <https://e.org/p> "a" <https://e.org/g> .\n'
    b'<https://e.org/s> <https://e.org/p> "a" <https://e.org/h> .\n'
)


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_rdf_in_every_form_says_the_same(form: str) -> None:
    kinds = {"jsonld": ox.RdfFormat.JSON_LD, "rdfxml": ox.RdfFormat.RDF_XML}
    data = serialise(QUADS, form)
    assert data == serialise(QUADS, form)
    known = kinds.get(form) or ox.RdfFormat.from_extension(form)
    assert known is not None
    found = {str(q.triple) for q in ox.parse(data, known)}
    assert found == {'<https://e.org/s> <https://e.org/p> "a"'}


def test_unknown_rdf_form() -> None:
    with pytest.raises(QueryError, match="no RDF format"):
        serialise(QUADS, "doc")


def test_triples_can_be_shown_as_rows() -> None:
    triples = Triples(
        b'<https://e.org/s> <https://e.org/p> "a"@nl .\n<https://e.org/s> <https://e.org/p> <https://e.org/o> .\n'
    )
    shown = as_solutions(triples)
    assert shown.columns == ("subject", "predicate", "object")
    assert shown.rows[0][2] == Cell("literal", "a", None, "nl")
    assert shown.rows[1][2] == Cell("iri", "https://e.org/o")
