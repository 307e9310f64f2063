"""Headers are strict, values are checked, and no value ever becomes part of a query."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph

from sovgraph.errors import QueryError, ResourceError
from sovgraph.query import Param, Result, StoredQuery, catalog, check_query, load_catalog, run, run_query, run_sparql
from sovgraph.query.binding import bind, sparql_term, to_term
from sovgraph.query.header import parse_query
from sovgraph.store import Cell, QuadStore, Solutions, Triples, memory_store

HEADER = """#+ title_nl: Vraag
#+ title_en: Question
#+ description_nl: Wat.
#+ description_en: What.
#+ params:
#+   - name: word
#+     type: string
#+     example: "een"
#+     description_nl: het woord
#+     description_en: the word
#+ columns: [s, word]
#+ labels: [s]
#+ expected_rows: 1
#+ tags: [test]
"""
BODY = """
SELECT ?s ?word
WHERE {
  VALUES ?word { "een" } #param word
  GRAPH ?g { ?s ?p ?word }
}
"""
SECRET = b'<https://e.org/s> <https://e.org/p> "geheim" <https://e.org/g> .\n'


def made(text: str = HEADER + BODY) -> StoredQuery:
    return parse_query("test", text, "test.rq")


@pytest.fixture
def store() -> QuadStore:
    store = memory_store()
    store.replace_graph("https://e.org/g", SECRET)
    return store


def test_a_good_header_is_read() -> None:
    query = made()
    assert query.params == (Param("word", "string", "een", "het woord", "the word", required=True),)
    assert (query.columns, query.labels, query.expected_rows, query.tags) == (("s", "word"), ("s",), 1, ("test",))
    assert (query.title("nl"), query.title("en"), query.description("en")) == ("Vraag", "Question", "What.")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title_en: Question", "titel: Question", "test.rq:2: unknown key 'titel'"),
        ("title_en: Question", "title_nl: Question", "test.rq:2: 'title_nl' stands here twice"),
        ("#+ title_en: Question\n", "", "no 'title_en'"),
        ("#+ columns: [s, word]\n", "", "no 'columns'"),
        ("[s, word]", "s, word", "expected a list"),
        ("labels: [s]", "labels: [t]", "not a column"),
        ("expected_rows: 1", "expected_rows: some", "expected a number"),
        ("#+ expected_rows: 1\n", "", "no 'expected_rows'"),
        ("type: string", "type: text", "parameter type 'text'"),
        ("type: string", "kind: string", "unknown key 'kind' of a parameter"),
        ("#+     type: string\n", "", "has no type"),
        ("#param word", "#param other", "has no line"),
        ('{ "een" } #param word', '{ "een" }', "has no line"),
        ("#+ tags: [test]", "#+ answers: [0]", "expected numbers from 1 to 40"),
        ("#+ tags: [test]", "#+ answers: [41]", "expected numbers from 1 to 40"),
        ("#+ tags: [test]", "#+ answers: [3, 3]", "each once"),
        ("#+ tags: [test]", "#+ answers: [three]", "expected numbers from 1 to 40"),
        ("#+ tags: [test]", "#+tags: [test]", "can't read"),
        ("  GRAPH", '  VALUES ?x { "twee" } #param word\n  GRAPH', "has two lines with different values"),
        (
            "  GRAPH",
            '  VALUES ?x { "een" } #param more\n  GRAPH',
            "'more' is marked in the query but not in the header",
        ),
    ],
)
def test_a_bad_header_is_an_error(old: str, new: str, message: str) -> None:
    text = HEADER + BODY
    assert old in text
    with pytest.raises(ResourceError, match=message.replace("(", r"\(")):
        made(text.replace(old, new, 1))


def test_a_query_says_which_questions_it_answers() -> None:
    assert made((HEADER + BODY).replace("#+ tags:", "#+ answers: [4, 3]\n#+ tags:")).answers == (3, 4)
    assert made().answers == ()


def test_the_catalog_refuses_a_name_twice(tmp_path: Path) -> None:
    (tmp_path / "internal").mkdir()
    for folder in (tmp_path, tmp_path / "internal"):
        (folder / "one.rq").write_text(HEADER + BODY, encoding="utf-8")
    with pytest.raises(ResourceError, match="both a query and an internal query"):
        load_catalog(tmp_path)


def test_unknown_queries_get_the_nearest_names() -> None:
    with pytest.raises(QueryError, match="did you mean open-letters"):
        catalog().get("open-leters")
    with pytest.raises(QueryError, match="sovgraph query list"):
        catalog().get("zzzzzzzzzz")


def test_parameters_must_be_known_and_given(store: QuadStore) -> None:
    with pytest.raises(QueryError, match="parameter 'word' is missing"):
        run_query(store, made())
    with pytest.raises(QueryError, match="did you mean 'word'"):
        run_query(store, made(), {"woord": "x"})
    with pytest.raises(QueryError, match="no paper with this id"):
        run(store, "cited-by", {"paper": "kst-0-0"})


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", "2026-02-30"),
        ("date", "6 mei 2026"),
        ("date", "2026-5-6"),
        ("date", '2026-05-06"^^xsd:date } #'),
        ("integer", "1.5"),
        ("integer", "٣"),
        ("integer", "1 } #"),
        ("iri", "no iri"),
        ("iri", "https://e.org/> } #"),
        ("iri", "https://e.org/\\u003E"),
        ("iri", "//e.org/"),
        ("iri", "https://e.org/\ud800"),
        ("paper", "32317-QC> } #"),
        ("person", "Van Hattem> } #"),
        ("string", "half \ud800"),
    ],
)
def test_bad_values_are_refused(kind: str, value: str) -> None:
    text = (HEADER + BODY).replace("type: string", f"type: {kind}")
    param = made(text).params[0]
    with pytest.raises(QueryError, match="parameter 'word' is"):
        to_term(param, value)


def test_good_values_become_typed_terms() -> None:
    def term(kind: str, value: str) -> str:
        return sparql_term(to_term(made((HEADER + BODY).replace("type: string", f"type: {kind}")).params[0], value))

    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert term("date", "2026-05-06") == f'"2026-05-06"^^<{xsd}date>'
    assert term("integer", "007") == f'"7"^^<{xsd}integer>'
    assert term("iri", "https://e.org/é") == "<https://e.org/é>"
    assert term("paper", "https://e.org/p") == term("person", "https://e.org/p") == "<https://e.org/p>"
    assert term("string", 'a "b"\n') == '"a \\"b\\"\\n"'


pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # raised by rdflib about itself

HOSTILE = (
    'x" . ?a ?b ?c } #',
    '" } UNION { ?s ?p ?word } #',
    "\\u0022 } UNION { ?s ?p ?word } #",
    "\\\\u0022 } UNION { ?s ?p ?word } #",
    "\\U00000022 } UNION { ?s ?p ?word }",
    '\\" } UNION { ?s ?p ?word } #',
    "\\",
    "line\nend",
    "\r} #param word",
    '"""',
    "'''",
    "$1 \\1 \\g<0>",
    "\x00\x07",
    "\x0100220022",
    "?word",
    "UNDEF",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_stay_values(store: QuadStore, value: str) -> None:
    text = bind(made(), {"word": value})
    assert run_query(store, made(), {"word": value}).rows == ()
    assert list(Dataset(default_union=True).query(text)) == []
    store.replace_graph(
        "https://e.org/g",
        f"<https://e.org/s> <https://e.org/p> {Cell('literal', value).ntriples} <https://e.org/g> .\n".encode(),
    )
    assert [row["word"] for row in run_query(store, made(), {"word": value}).values()] == [value]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("\\\"'u0022U{}#\n\r "), st.characters(exclude_categories=["Cs"]))))
def test_no_text_changes_the_query(value: str) -> None:
    """The value comes back as itself from both engines: as a row of a query that has nothing but the value."""
    text = bind(made(HEADER + 'SELECT ?word WHERE {\n  VALUES ?word { "een" } #param word\n}\n'), {"word": value})
    answer = memory_store().query(text)
    assert answer == Solutions(("word",), ((Cell("literal", value),),))
    (row,) = Graph().query(text)
    assert isinstance(row, tuple)
    assert str(row[0]) == value


def test_columns_must_be_those_of_the_header(store: QuadStore) -> None:
    with pytest.raises(QueryError, match="columns are not those of its header"):
        run_query(store, made((HEADER + BODY).replace("SELECT ?s ?word", "SELECT ?word ?s")), {"word": "x"})


def test_sparql_of_ones_own(store: QuadStore) -> None:
    assert run_sparql(store, "ASK { ?s ?p 'geheim' }") is True
    answer = run_sparql(store, "PREFIX ex: <https://e.org/> SELECT ?o { ex:s ex:p ?o } # SERVICE in a remark")
    assert isinstance(answer, Solutions)
    assert len(answer.rows) == 1
    assert isinstance(run_sparql(store, "CONSTRUCT WHERE { ?s ?p ?o }"), Triples)
    assert run_sparql(store, "SELECT ?sov { ?s a sov:Letter }") == Solutions(("sov",), ())
    with pytest.raises(QueryError, match="SPARQL"):
        run_sparql(store, "SELECT ?s { ?s")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <https://e.org/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { { { SERVICE<https://e.org/>{ ?s ?p ?o } } } }",
        "PREFIX a: <https://e.org/#> SELECT * { ?x a:b\\#c ?y . SERVICE <https://e.org/> { ?s ?p ?o } }",
        "SELECT * { ?x ?y '''it's \"\"\" ''' . SERVICE <https://e.org/> { ?s ?p ?o } }",
        "SELECT * { FILTER(?a<?b#>\n) SERVICE <https://e.org/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <https://e.org/> { ?s ?p ?o } }",
        "INSERT DATA { <a:b> <a:c> 1 }",
        "PREFIX sov: <https://e.org/> delete where { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "DROP ALL",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "ASK { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
        "ASK " + "{" * 3000 + "}" * 3000,
        "ASK { FILTER(" + "!" * 20000 + "true) }",
        "ASK { FILTER(1" + "+1" * 20000 + ") }",
        "ASK { ?s <a:b>" + "/<a:b>" * 10000 + " ?o }",
    ],
)
def test_queries_that_do_harm_are_refused_unread(text: str) -> None:
    with pytest.raises(QueryError):
        check_query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service <https://e.org/SERVICE> 'SERVICE' }",
        'SELECT * { ?s ex:SERVICE "INSERT \\" SERVICE" ; ex:load ?load }',
        "# DROP ALL\nSELECT * { ?s ?p '''SERVICE <x>''' }",
        "PREFIX drop: <https://e.org/> SELECT * { ?s drop:all ?o FILTER(?s < ?o && ?o > 3) }",
        "SELECT * FROM NAMED <https://e.org/g> { GRAPH ?g { ?s ?p ?o } }",
        "DESCRIBE <https://e.org/s>",
    ],
)
def test_harmless_queries_pass(text: str) -> None:
    check_query(text)


def test_every_stored_query_would_pass_the_guard() -> None:
    for query in (*catalog().queries, *catalog().internal):
        check_query(query.text)


def test_results_can_be_read_by_column() -> None:
    result = Result(("a", "b"), ((Cell("literal", "x"), None),))
    assert result.column("b") == (None,)
    assert result.values() == [{"a": "x", "b": None}]


def test_a_list_means_any_of_these(store: QuadStore) -> None:
    store.replace_graph(
        "https://e.org/h",
        b'<https://e.org/s> <https://e.org/p> "twee" <https://e.org/h> .\n'
        b'<https://e.org/s> <https://e.org/p> "drie" <https://e.org/h> .\n',
    )
    found = run_query(store, made(), {"word": ["geheim", "twee", "geheim"]}).values()
    assert [row["word"] for row in found] == ["geheim", "twee"]
    assert 'VALUES ?word { "geheim" "twee" } #param word' in bind(made(), {"word": ("geheim", "twee", "geheim")})


def test_a_list_is_refused_as_a_whole_when_one_value_is_bad() -> None:
    query = made((HEADER + BODY).replace("type: string", "type: date"))
    with pytest.raises(QueryError, match="parameter 'word' is 'x'"):
        bind(query, {"word": ["2026-05-06", "x"]})


@pytest.mark.parametrize(
    ("values", "message"), [([], "is an empty list"), ([str(n) for n in range(201)], "has 201 values; at most 200")]
)
def test_lists_have_limits(values: list[str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        bind(made(), {"word": values})


def test_the_language_is_one_value() -> None:
    text = (HEADER + BODY).replace("name: word", "name: lang").replace("#param word", "#param lang")
    with pytest.raises(QueryError, match="takes one value"):
        bind(made(text), {"lang": ["nl", "en"]})


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet=st.one_of(st.sampled_from("\\\"'u0022U{}#\n\r "), st.characters(exclude_categories=["Cs"]))),
        min_size=1,
        max_size=6,
    )
)
def test_no_list_changes_the_query(values: list[str]) -> None:
    text = bind(made(HEADER + 'SELECT ?word WHERE {\n  VALUES ?word { "een" } #param word\n}\n'), {"word": values})
    expected = tuple((Cell("literal", value),) for value in dict.fromkeys(values))
    assert memory_store().query(text) == Solutions(("word",), expected)
