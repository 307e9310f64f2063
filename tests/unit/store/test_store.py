"""The store: graphs replaced whole, one transaction each, the same bytes out whatever the way in."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovgraph.errors import QueryError, StoreError
from sovgraph.store import (
    LEDGER_GRAPH,
    Cell,
    LedgerEntry,
    QuadStore,
    Solutions,
    Triples,
    from_rdflib,
    memory_store,
    open_store,
    to_rdflib,
)
from sovgraph.store.terms import escape

G = "https://example.org/graph/1"
H = "https://example.org/graph/2"


def quad(value: str, graph: str = G, subject: str = "https://example.org/s") -> bytes:
    return f'<{subject}> <https://example.org/p> "{escape(value)}" <{graph}> .\n'.encode()


def entry(graph: str = G, version: str = "1/a") -> LedgerEntry:
    return LedgerEntry(graph, "stuk één.md", "ab" * 32, version)


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[QuadStore]:
    made = memory_store() if request.param == "memory" else open_store(tmp_path / "store")
    yield made
    made.close()


def test_a_new_store_is_empty(store: QuadStore) -> None:
    assert len(store) == 0
    assert store.graphs() == ()
    assert store.ledger() == {}
    assert store.dump() == b""


def test_replacing_a_graph_leaves_nothing_of_the_old_one(store: QuadStore) -> None:
    store.replace_graph(G, quad("een") + quad("twee"), entry(version="1"))
    store.replace_graph(H, quad("blijft", H))
    store.replace_graph(G, quad("drie"), entry(version="2"))
    assert store.dump() == quad("blijft", H) + quad("drie")
    assert store.graphs() == (G, H)
    assert store.ledger() == {G: entry(version="2")}
    assert len(store) == 2


def test_a_graph_without_entry_loses_its_old_entry(store: QuadStore) -> None:
    store.replace_graph(G, quad("een"), entry())
    store.replace_graph(G, quad("twee"))
    assert store.ledger() == {}


def test_removing_takes_graph_and_entry(store: QuadStore) -> None:
    store.replace_graph(G, quad("een"), entry())
    assert store.remove_graph(G) is True
    assert store.remove_graph(G) is False
    assert store.graphs() == ()
    assert store.ledger() == {}
    assert len(store) == 0


def test_a_first_fill_equals_one_by_one(store: QuadStore) -> None:
    updates = [(g, quad("a", g) + quad("b", g), entry(g)) for g in (H, G)]
    other = memory_store()
    for graph, nquads, row in updates:
        other.replace_graph(graph, nquads, row)
    assert store.replace_many(updates) == 2
    assert store.dump(ledger=True) == other.dump(ledger=True)
    assert store.replace_many([(G, quad("c"), entry())]) == 1
    assert store.graph_quads(G) == quad("c")
    assert store.graph_quads("https://example.org/none") == b""


def test_a_first_fill_refuses_one_graph_twice(store: QuadStore) -> None:
    with pytest.raises(StoreError, match="comes twice"):
        store.replace_many([(G, quad("a"), None), (G, quad("b"), None)])


def test_the_last_line_may_lack_its_end(store: QuadStore) -> None:
    store.replace_many([(G, quad("a").rstrip(b"\n"), entry()), (H, quad("b", H), None)])
    assert store.dump() == quad("a") + quad("b", H)


@pytest.mark.parametrize(
    ("nquads", "message"),
    [
        (b"no quads at all", "not N-Quads"),
        (quad("x", H), "every quad of an update must be in its own graph"),
        (b"<https://example.org/s> <https://example.org/p> <https://example.org/o> .\n", "must be in its own graph"),
        (f"_:b <https://example.org/p> <https://example.org/o> <{G}> .\n".encode(), "blank node"),
        (
            quad("1").replace(b'"1"', b'"1"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
            "isn't kept unchanged",
        ),
    ],
)
def test_a_bad_update_changes_nothing(store: QuadStore, nquads: bytes, message: str) -> None:
    store.replace_graph(G, quad("oud"), entry())
    before = store.dump(ledger=True)
    with pytest.raises(StoreError, match=message):
        store.replace_graph(G, nquads, entry(version="9"))
    assert store.dump(ledger=True) == before


@pytest.mark.parametrize("name", ["", "no iri", "https://example.org/> } ; DROP ALL #"])
def test_a_graph_name_is_an_iri_and_nothing_else(store: QuadStore, name: str) -> None:
    store.replace_graph(G, quad("blijft"))
    for action in (
        lambda: store.remove_graph(name),
        lambda: store.replace_graph(name, b""),
        lambda: store.graph_quads(name),
    ):
        with pytest.raises(StoreError):
            action()
    assert store.dump() == quad("blijft")


def test_an_entry_must_be_about_its_graph(store: QuadStore) -> None:
    with pytest.raises(StoreError, match="its ledger entry is about"):
        store.replace_graph(G, quad("a"), entry(H))


HOSTILE = ('x" . } ; DROP ALL ; #', "\\u0022", "\\", '"""', "a\nb\r\tc", "\x00\x01\x7f\x85", "\u2028 😀", "} <x> {")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_it_was(store: QuadStore, text: str) -> None:
    store.replace_graph(G, quad(text), LedgerEntry(G, text, text, text))
    answer = store.query("SELECT ?o { GRAPH ?g { <https://example.org/s> ?p ?o } }")
    assert answer == Solutions(("o",), ((Cell("literal", text),),))
    assert store.ledger()[G] == LedgerEntry(G, text, text, text)
    assert store.graphs() == (G,)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(text: str) -> None:
    made = memory_store()
    made.replace_graph(G, quad(text))
    (found,) = ox.parse(made.dump(), ox.RdfFormat.N_QUADS)
    assert isinstance(found.object, ox.Literal)
    assert found.object.value == text
    assert made.graph_quads(G) == made.dump()


def test_allowed_values_are_kept_to_the_letter(store: QuadStore) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    values = [
        '"platte tekst"',
        '"tekst"@nl',
        f'"2026-05-06"^^<{xsd}date>',
        f'"28"^^<{xsd}integer>',
        f'"true"^^<{xsd}boolean>',
        f'"P28D"^^<{xsd}duration>',
        f'"https://example.org/"^^<{xsd}anyURI>',
    ]
    lines = sorted(f"<https://example.org/s> <https://example.org/p> {value} <{G}> ." for value in values)
    data = "".join(line + "\n" for line in lines).encode()
    store.replace_graph(G, data)
    assert store.dump() == data


def test_answers_are_plain_values(store: QuadStore) -> None:
    store.replace_graph(G, quad("een"))
    assert store.query("ASK { ?s ?p ?o }") is True
    assert store.query("ASK { ?s ?p ?o }", union=False) is False
    made = store.query(
        "CONSTRUCT { ?s ?p ?o . ?s ?p 2 } { GRAPH ?g { ?s ?p ?o } FILTER (?g != <" + LEDGER_GRAPH + ">) }"
    )
    assert isinstance(made, Triples)
    assert len(made) == 2
    assert store.query("SELECT (1 AS ?n) ?m {}") == Solutions(
        ("n", "m"), ((Cell("literal", "1", "http://www.w3.org/2001/XMLSchema#integer"), None),)
    )
    with pytest.raises(QueryError, match="SPARQL"):
        store.query("SELECT nonsense")


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # raised by rdflib about itself
def test_rdflib_and_back(store: QuadStore) -> None:
    store.replace_graph(G, quad('een\ntwee "drie" \\u0041'), entry())
    store.replace_graph(H, quad("é", H))
    dataset = to_rdflib(store)
    assert len(list(dataset.triples((None, None, None)))) == 2
    assert from_rdflib(dataset).dump() == store.dump()


def test_what_is_written_is_there_after_opening_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "deep" / "store") as first:
        first.replace_graph(G, quad("een"), entry())
    with open_store(tmp_path / "deep" / "store") as again:
        assert again.ledger() == {G: entry()}
        assert again.dump() == quad("een")
    with pytest.raises(StoreError, match="was closed"):
        again.graphs()


def test_a_reader_reads_and_refuses_to_write(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as writer:
        writer.replace_graph(G, quad("een"), entry())
        writer.flush()
        with open_store(tmp_path / "store", read_only=True) as reader:
            assert reader.dump() == quad("een")
            with pytest.raises(StoreError, match="for reading only"):
                reader.replace_graph(G, quad("twee"))


def test_clear_words_when_it_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        open_store(tmp_path / "absent", read_only=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_store(tmp_path / "file")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "stuk.md").write_text("x")
    for read_only in (True, False):
        with pytest.raises(StoreError, match="not a sovgraph store"):
            open_store(tmp_path / "papers", read_only=read_only)
    assert [p.name for p in (tmp_path / "papers").iterdir()] == ["stuk.md"]


def test_a_store_of_another_program_is_left_alone(tmp_path: Path) -> None:
    other = ox.Store(str(tmp_path / "other"))
    other.add(ox.Quad(ox.NamedNode("https://e.org/s"), ox.NamedNode("https://e.org/p"), ox.Literal("o")))
    other.flush()
    del other
    with pytest.raises(StoreError, match="of another program"):
        open_store(tmp_path / "other")


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path / "store").close()
    engine = ox.Store(str(tmp_path / "store"))
    ledger = ox.NamedNode(LEDGER_GRAPH)
    engine.add(ox.Quad(ledger, ox.NamedNode("https://w3id.org/sovgraph/def#version"), ox.Literal("99"), ledger))
    engine.flush()
    del engine
    with pytest.raises(StoreError, match="made by a newer sovgraph"):
        open_store(tmp_path / "store")


HOLDER = """
import sys, time
from sovgraph.store import open_store
store = open_store(sys.argv[1])
sys.stdout.write("open\\n")
sys.stdout.flush()
time.sleep(60)
"""


def test_a_second_writer_hears_that_it_is_locked(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path / "store")], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match="in use by another process"):
            open_store(tmp_path / "store")
        assert len(open_store(tmp_path / "store", read_only=True)) == 0
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


WRITER = """
import sys
from sovgraph.store import LedgerEntry, open_store
store = open_store(sys.argv[1])
number = 0
while True:
    number += 1
    lines = "".join(f'<https://e.org/{i}> <https://e.org/p> "{number}" <https://e.org/g> .\\n' for i in range(300))
    store.replace_graph("https://e.org/g", lines.encode(), LedgerEntry("https://e.org/g", "f", "h", str(number)))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.parametrize("delay", [0.0, 0.013, 0.031])
def test_a_killed_writer_leaves_a_whole_graph(tmp_path: Path, delay: float) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "store")], stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(5):
        process.stdout.readline()
    time.sleep(delay)
    process.kill()
    rest = process.stdout.read().split()
    process.wait()
    process.stdout.close()
    with open_store(tmp_path / "store") as store:
        answer = store.query("SELECT DISTINCT ?v { GRAPH <https://e.org/g> { ?s ?p ?v } }")
        assert isinstance(answer, Solutions)
        assert len(answer.rows) == 1
        assert len(store) == 300
        value = answer.rows[0][0]
        assert value is not None
        assert store.ledger()["https://e.org/g"].version == value.value
        assert int(value.value) >= int(rest[-1] if rest else 5)


def test_a_graph_that_comes_twice_in_a_later_batch_keeps_its_last_content() -> None:
    store = memory_store()
    first, again = "https://example.org/a", "https://example.org/b"
    quad = '<https://example.org/s> <https://example.org/p> "{}" <{}> .\n'
    store.replace_many([(first, quad.format("1", first).encode(), None)])
    store.replace_many([(again, quad.format(n, again).encode(), None) for n in "23"])
    assert store.graph_quads(again) == quad.format("3", again).encode()
