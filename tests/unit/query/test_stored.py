"""Every stored query: its header, its columns, a row on the hand-made graph, and the same rows in both engines."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import Dataset
from rdflib.plugins.sparql import prepareQuery

from sovgraph.query import (
    Param,
    StoredQuery,
    catalog,
    labels_of,
    run,
    run_internal,
    run_query,
    same_rows,
    view_names,
    view_query,
    view_rows,
)
from sovgraph.query.binding import bind
from sovgraph.query.names import english_country, english_name
from sovgraph.resources import read_tsv
from sovgraph.store import QuadStore, memory_store, to_rdflib

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # raised by rdflib about itself

ROOT = Path(__file__).resolve().parents[3]
QUERIES = (*catalog().queries, *catalog().internal)
IDS = [q.name for q in QUERIES]

FIXED = {
    "papers": "paper title genre date dossier",
    "letters": "letter kenmerk date from to kind",
    "open-letters": "letter kenmerk date due reminded answered daysLate status",
    "questions-answers": "paper number askedBy question answer asked answered questionLabel answerLabel",
    "committee-members": "committee member party role date",
    "motions": "motion title mover status",
    "citations": "citing cited as page resolution",
    "unresolved-references": "paper as reason candidate",
    "countries": "country iso3 paper quote date",
    "measures": "measure country ground decidedOn decidedByStated decidedByResolved",
    "eu-acts": "act celex paper quote",
}
"""Scripts of users rely on these; a change is a breaking change."""


def load_graphs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("query_graphs", Path(__file__).with_name("graphs.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def store() -> QuadStore:
    made: QuadStore = load_graphs().fixture_store()
    return made


@pytest.fixture(scope="module")
def dataset(store: QuadStore) -> Dataset:
    return to_rdflib(store, ledger=True)


def takes_number(param: Param) -> bool:
    """A dossier by its number; an internal query may take its address."""
    return param.name == "dossier" and param.type == "string"


def test_enough_queries_were_collected() -> None:
    assert len(catalog().queries) >= 47
    assert len(catalog().internal) >= 15


def test_fixed_columns_are_fixed() -> None:
    assert {name: " ".join(catalog().get(name).columns) for name in FIXED} == FIXED


@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_each_query_is_described(query: StoredQuery) -> None:
    assert len({query.title_nl, query.title_en, query.description_nl, query.description_en}) == 4
    assert query.tags
    assert query.internal == ("internal" in query.tags)
    if not query.internal:
        assert query.title_nl.endswith("?") and query.title_en.endswith("?")


@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_each_query_stands_on_its_own(query: StoredQuery) -> None:
    """Another tool knows none of our prefixes and may not take the union of graphs as its default graph."""
    prepareQuery(query.text)
    lines = [line for line in query.text.splitlines() if not line.startswith("#")]
    assert "GRAPH" in "\n".join(lines)
    assert max(len(line) for line in lines) <= 120


@pytest.mark.parametrize("query", catalog().queries, ids=catalog().names())
def test_each_query_finds_a_row(query: StoredQuery, store: QuadStore) -> None:
    """On a graph made by hand. Those of the program find theirs on the examples (tests/queries/test_engines.py)."""
    result = run_query(store, query, query.examples)
    assert result.columns[: len(query.columns)] == query.columns
    assert len(result) >= 1
    assert len(set(result.rows)) == len(result)
    for column in query.columns:
        assert any(cell is not None for cell in result.column(column)), f"{column} is always empty"
    for column in query.labels:
        assert any(cell is not None for cell in result.column(f"{column}Label")), f"{column} never has a name"
        assert any(cell is not None and cell.kind == "iri" for cell in result.column(column))


@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_both_engines_give_the_same_rows(query: StoredQuery, store: QuadStore, dataset: Dataset) -> None:
    other = {p.name: "99999" for p in query.params if takes_number(p)}
    for text in {query.text, bind(query, query.examples), bind(query, {**query.examples, **other})}:
        assert same_rows(store, dataset, text) == ([], [])


@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_columns_that_hold_things_have_names(query: StoredQuery, store: QuadStore) -> None:
    result = run_query(store, query, query.examples)
    plain = {"property", "class", "sourceKind", "targetKind", "graph", "identity"}  # an identity is an address itself
    for column in query.columns:
        things = any(cell is not None and cell.kind == "iri" for cell in result.column(column))
        named = column in query.labels or f"{column}Label" in query.columns
        # The texts of requests, statements and citations stand in the row itself.
        spoken = bool({"text", "as", "name"} & set(query.columns)) or query.internal
        assert not things or named or spoken or column in plain, f"{column} has no name column"


def test_the_same_answer_twice(store: QuadStore) -> None:
    for query in QUERIES:
        assert run_query(store, query, query.examples) == run_query(store, query, query.examples)


@pytest.mark.parametrize("query", [q for q in QUERIES if any(map(takes_number, q.params))], ids=lambda q: q.name)
def test_the_dossier_restricts(query: StoredQuery, store: QuadStore) -> None:
    inside = set(run_query(store, query, {"dossier": "32317"}).rows)
    everywhere = set(run_query(store, query).rows)
    assert inside <= everywhere or query.name in ("most-cited", "parties")  # these count within the dossier
    assert run_query(store, query, {"dossier": "00000"}).rows == ()


def test_papers_are_those_that_are_held(store: QuadStore) -> None:
    assert len(run(store, "papers")) == 10
    rows = run(store, "papers", {"dossier": "32317"}).values()
    assert [(r["dossier"], r["genre"], r["date"]) for r in rows] == [
        ("32317", "verslag-schriftelijk-overleg", "2025-10-08"),
        ("32317", "brief", "2025-11-03"),
        ("32317", "verslag-schriftelijk-overleg", "2026-05-06"),
    ]


def test_open_letters_tell_how_late(store: QuadStore) -> None:
    late = {r["kenmerk"]: r for r in run(store, "open-letters").values()}
    assert (late["179131"]["due"], late["179131"]["reminded"], late["179131"]["answered"]) == (
        "2026-01-06",
        "2026-01-28",
        "2026-04-22",
    )
    assert (late["179131"]["daysLate"], late["179131"]["status"]) == ("106", "beantwoord")
    assert (late["179110"]["daysLate"], late["179110"]["status"]) == (None, "onbekend")


def test_questions_come_in_the_order_of_their_numbers(store: QuadStore) -> None:
    rows = run(store, "questions-answers").values()
    assert [r["number"] for r in rows] == ["2", "10", "11", "1"]  # the last is of another paper
    assert rows[0]["askedByLabel"] == "JA21"
    assert rows[0]["answerLabel"] == 'Nagebootst antwoord over "campagnes".'
    assert [r["number"] for r in run(store, "unanswered-questions").values()] == ["11", "1"]


def test_the_clerk_is_no_member(store: QuadStore) -> None:
    assert "Dragstra" not in {r["memberLabel"] for r in run(store, "committee-members").values()}
    assert ("griffier", "Dragstra") in {(r["role"], r["personLabel"]) for r in run(store, "chairs").values()}


def test_countries_show_the_words_around_them(store: QuadStore) -> None:
    (row,) = run(store, "countries").values()
    assert (row["iso3"], row["quote"]) == ("ETH", "maatregelen tegen Ethiopië vanwege iets")


def test_holders_change_on_the_day(store: QuadStore) -> None:
    before = run(store, "registers-holders-on", {"date": "2026-02-22"}).values()
    after = run(store, "registers-holders-on", {"date": "2026-02-23"}).values()
    assert {r["personLabel"] for r in before} == {"J.R.M.H. Beukering", "nagebootst lid"}
    assert [r["personLabel"] for r in after] == ["B. van den Brink"]
    assert run(store, "registers-holders-on", {"date": "2020-01-01"}).rows == ()


def test_language_of_remarks_and_names(store: QuadStore) -> None:
    nl = run(store, "discrepancies").values()[0]
    en = run(store, "discrepancies", lang="en").values()[0]
    assert (nl["comment"], en["comment"]) == (
        "Volgens het register besloot de Raad.",
        "According to the register the Council decided.",
    )
    assert run(store, "discrepancies", {"lang": "en"}).values()[0]["comment"] == en["comment"]
    assert {r["recipientLabel"] for r in run(store, "question-recipients", lang="en").values()} == {
        "minister for Asylum and Migration",
        "minister van Justitie en Veiligheid",
    }


def test_a_paper_can_be_named_by_its_number(store: QuadStore) -> None:
    by_iri = run(store, "cited-by", {"paper": "https://w3id.org/sovgraph/id/kst/32317-PS"})
    assert len(by_iri) == 1
    assert run(store, "cited-by", {"paper": "kst-32317-PS"}) == by_iri
    assert run(store, "cited-by", {"paper": "32317-PS"}) == by_iri


@pytest.mark.parametrize("view", view_names())
def test_views_have_rows_of_texts(store: QuadStore, view: str) -> None:
    given = {p.name: p.example for p in view_query(view).params if p.required}
    rows = list(view_rows(store, view, given))
    assert rows
    assert all(isinstance(text, str) for row in rows for text in row)


def test_a_view_of_members_names_them(store: QuadStore) -> None:
    members = {(row.source_label, row.target_label) for row in view_rows(store, "members")}
    assert ("A.W.J.A. van Hattem", "Immigratie en Asiel / JBZ-Raad") in members


def test_what_is_inferred_names_its_premises(store: QuadStore) -> None:
    rows = run(store, "premises", {"thing": "https://w3id.org/sovgraph/id/brief/ek-179131"}).values()
    assert {(r["rule"], r["value"], r["quote"]) for r in rows} == {
        ("letter.answered-on", "2026-04-22", "Nagebootst verslag"),
    }


def test_the_ledger_can_be_asked(store: QuadStore) -> None:
    rows = run_internal(store, "ledger").values()
    assert {r["graph"] for r in rows} == set(store.graphs())
    assert {r["source"] for r in rows} == {"fixture.trig"}


def test_the_documentation_is_current() -> None:
    spec = importlib.util.spec_from_file_location("build_query_docs", ROOT / "tools" / "build_query_docs.py")
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    text = tool.render_docs(catalog().queries, catalog().internal)
    assert (ROOT / "docs" / "queries.md").read_text(encoding="utf-8") == text


def test_a_replaced_paper_is_left_out_until_asked_for(store: QuadStore) -> None:
    shown = {r["paper"]: r["paperLabel"] for r in run(store, "papers").values()}
    base = "https://w3id.org/sovgraph/id/kst/99999-1"
    assert base not in shown
    assert shown[f"{base}-h1"] == "Kamerstukken II 2025-2026, 99 999, nr. 1 (herdruk)"
    (row,) = run(store, "revisions", lang="en").values()
    assert (row["revision"], row["original"], row["originalHeld"]) == (f"{base}-h1", base, "true")
    assert row["revisionLabel"] == "Kamerstukken II 2025-2026, 99 999, nr. 1 (reprint)"


def test_what_has_no_name_is_called_by_its_number(store: QuadStore) -> None:
    names = labels_of(store, [f"https://w3id.org/sovgraph/id/{x}" for x in ("kst/1-A", "verwijzing/oj-2", "dossier/7")])
    assert sorted(names.values()) == ["Kamerstukken I, 1, A", "dossier 7", "oj-2"]


@pytest.mark.parametrize(
    ("lang", "said"), [("nl", "Kamerstukken II, 7, nr. 3: aangenomen"), ("en", "Kamerstukken II, 7, nr. 3: adopted")]
)
def test_what_is_derived_of_a_thing_is_called_by_it(store: QuadStore, lang: str, said: str) -> None:
    event = "https://w3id.org/sovgraph/id/kst/7-3/loop/aangenomen-kst-7-9-besluit-1"
    assert labels_of(store, [event], lang) == {event: said}


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("brief met vragen van 9 december 2025", "letter with questions of 9 December 2025"),
        ("brief van 1 mei 2026 (178088U)", "letter of 1 May 2026 (178088U)"),
        ("spreekbeurt 3: De voorzitter", "turn 3: De voorzitter"),
        ("112e vergadering van de Tweede Kamer op 3 juni 2026", "meeting 112 of the Tweede Kamer on 3 June 2026"),
        ("visummaatregelen tegen Ethiopië", "visa measures against Ethiopia"),
        ("JBZ-Raad", "JBZ-Raad"),
        ("de brief van 1 mei 2026", "de brief van 1 mei 2026"),
    ],
)
def test_our_own_names_are_told_in_english(dutch: str, english: str) -> None:
    assert english_name(dutch) == english


def test_countries_have_english_names(store: QuadStore) -> None:
    country = "http://publications.europa.eu/resource/authority/country/ETH"
    assert [labels_of(store, [country], lang)[country] for lang in ("nl", "en")] == ["Ethiopië", "Ethiopia"]


def test_every_country_of_the_register_has_an_english_name() -> None:
    rows = read_tsv(ROOT / "ontology" / "authority" / "countries.tsv")
    assert [row["alpha3"] for row in rows if row["iri"] and not english_country(row["iri"])] == []


def test_words_of_a_paper_are_never_told_in_english() -> None:
    base = "https://w3id.org/sovgraph/id/kst/7-3"
    said, letter = f"{base}/citaat/1-9", "https://w3id.org/sovgraph/id/brief/1"
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    quads = "".join(f'<{thing}> {label} "brief van 1 mei 2026"@nl <{base}> .\n' for thing in (said, letter))
    with memory_store() as store:
        store.replace_graph(base, quads.encode())
        assert labels_of(store, [said, letter], "en") == {said: "brief van 1 mei 2026", letter: "letter of 1 May 2026"}


def test_rows_come_in_an_order_for_readers(store: QuadStore) -> None:
    for query in catalog().queries:
        if query.sort and not query.sort[0].startswith("-"):
            first = [r[query.sort[0]] for r in run_query(store, query, query.examples).values()]
            assert first == sorted(first, key=lambda text: (text is None, (text or "").casefold())), query.name
