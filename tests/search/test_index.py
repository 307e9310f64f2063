"""Searching in the examples: what comes first, what is marked, and that nothing typed is an error."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.example_store import undeclared_store

from sovgraph.query import catalog
from sovgraph.query.running import run_internal
from sovgraph.search import Hit, Index, database, kind_names, kind_word, open_index
from sovgraph.search.kinds import kinds
from sovgraph.store import QuadStore, memory_store, open_store

QC = "https://w3id.org/sovgraph/id/kst/32317-QC"


class Choice(TypedDict, total=False):
    kind: str
    year: str
    chamber: str
    dossier: str


def choice(name: str, value: str) -> Choice:
    return cast(Choice, {name: value})


def marked_words(hit: Hit) -> list[str]:
    return [hit.snippet[a:b] for a, b in hit.marks]


def test_inflected_words_are_found_and_marked(index: Index) -> None:
    found = index.search("maatregel terugkeerplan", kind="motion")
    assert found.hits[0].iri.endswith("/kst/36704-64")
    assert set(marked_words(found.hits[0])) == {"terugkeerplan", "maatregelen"}


def test_places_are_where_the_words_stand(index: Index) -> None:
    texts = {
        row[0].value: row[1].value
        for row in run_internal(undeclared_store(), "paper-text", {"paper": QC}).rows
        if row[0] and row[1]
    }
    hits = list(index.passages("herkomst", paper=QC))
    assert hits
    for hit in hits:
        assert hit.paper == QC and hit.start is not None and hit.first is not None
        assert hit.snippet in texts[QC][hit.start : hit.end]
        assert texts[QC][hit.first :].casefold().startswith("herkomst")


def test_the_name_of_a_thing_comes_first(index: Index) -> None:
    assert index.search("Gambia").hits[0].kind == "country"
    assert index.search("baudet").hits[0].title == "Thierry Baudet"
    assert index.search("COA").hits[0].kind == "organisation"


@pytest.mark.parametrize("typed", ["32317 QC", "32 317, QC", "kst-32317-QC", "32317-qc"])
def test_a_number_leads_to_its_paper(index: Index, typed: str) -> None:
    assert index.search(typed).hits[0].iri == QC


def test_names_of_both_languages_are_known(index: Index) -> None:
    hits = [index.search(name, lang="en").hits[0] for name in ("Dutch government", "Nederlandse regering")]
    assert [hit.title for hit in hits] == ["Dutch government"] * 2


def test_a_phrase_is_taken_as_one(index: Index) -> None:
    assert index.search('"minister van Asiel"').total > 0
    assert index.search('"Asiel van minister"').total == 0


def test_without_a_word(index: Index) -> None:
    every, some = index.search("visummaatregelen"), index.search("visummaatregelen -Gambia")
    assert some.total < every.total
    assert not any("Gambia" in hit.title for hit in some)


def test_a_beginning_and_both_parts_of_a_compound(index: Index) -> None:
    assert index.search("visummaat*").total > 0
    assert any("visummaatregelen" in marked_words(hit) for hit in index.search("visum"))


def test_words_in_several_passages_of_one_thing(index: Index) -> None:
    found = index.search("griffier nationaliteitsgegevens Eerdmans terugkeerplan herkomst")
    assert found.match in ("thing", "any")


def test_an_unknown_word_gets_a_nearer_one(index: Index) -> None:
    found = index.search("Gmabia terugkeer")
    assert found.match == "any"
    assert found.variant.casefold() == "gambia terugkeer"


def test_facets_count_what_a_choice_would_give(index: Index) -> None:
    found = index.search("terugkeer")
    for name in ("kind", "year", "chamber", "dossier"):
        for facet in found.facets[name]:
            chosen = index.search("terugkeer", **choice(name, facet.value))
            assert chosen.total == facet.count, (name, facet)
            assert found.facets[name] == chosen.facets[name]


def test_pages_follow_each_other(index: Index) -> None:
    whole = index.search("minister", limit=40)
    parts = [index.search("minister", limit=10, offset=start) for start in (0, 10, 20, 30)]
    assert [h for part in parts for h in part] == list(whole)
    assert index.search("minister", offset=10**6).hits == ()


def test_each_thing_comes_once(index: Index) -> None:
    hits = index.search("vraag", limit=200).hits
    assert len({hit.iri for hit in hits}) == len(hits)


def test_suggestions(index: Index) -> None:
    assert index.suggest("bau")[0].text == "Thierry Baudet"
    assert index.suggest("van hat")[0].text == "Alexander van Hattem"
    assert index.suggest("32317 Q")[0].iri == QC
    assert index.suggest("van Toorenborg")[0].text == "Madeleine van Toorenburg"  # a spelling that the register knows
    assert "Geert Wilders" in [s.text for s in index.suggest("wildesr")]
    assert index.suggest("") == () and index.suggest("?!") == ()


def test_suggestions_are_quick(index: Index) -> None:
    typed = ["m", "ma", "mar", "3", "32", "32317", "asi", "min", "wildesr", "zzzzz"]
    for text in typed:
        index.suggest(text)
    start = time.perf_counter()
    for text in typed:
        index.suggest(text)
    assert (time.perf_counter() - start) / len(typed) < 0.05  # 10 ms on a machine that does nothing else


@settings(max_examples=150)
@given(st.text(max_size=80) | st.text(alphabet='ab"-* ^():{}+NEAROT\x00', max_size=40))
def test_nothing_typed_is_an_error(index: Index, text: str) -> None:
    for hit in (*index.search(text, limit=5), *index.passages(text, limit=5)):
        assert all(0 <= a < b <= len(hit.snippet) for a, b in hit.marks)
        assert all(0 <= a < b <= len(hit.title) for a, b in hit.title_marks)
    index.suggest(text)


def test_long_questions_are_cut(index: Index) -> None:
    index.search("x" * 100_000 + " terugkeer" * 1000)


def test_kinds_are_those_of_the_query() -> None:
    text = catalog().get_internal("search-kinds").text
    for iri in kinds():
        assert iri.rpartition("#")[2].rpartition("/")[2] in text, iri
    asked = catalog().get_internal("search-values").text
    assert all(kind.text.rpartition("#")[2] in asked for kind in kinds().values())


def test_kinds_have_words_in_both_languages() -> None:
    assert all(kind_word(name, "nl") and kind_word(name, "en") for name in kind_names())


def copy_of(store: QuadStore, graphs: int) -> QuadStore:
    """The first graphs of a store, those of its papers."""
    made = memory_store()
    entries = store.ledger()
    papers = [g for g in store.graphs() if "/graph/" not in g][:graphs]
    made.replace_many((g, store.graph_quads(g), entries.get(g)) for g in papers)
    return made


def rows_of(index: Index) -> list[tuple[object, ...]]:
    """What an index holds, whatever order it came in."""
    found = index.database.execute(
        "SELECT u.graph, u.iri, u.kind, u.title_nl, u.label, u.date, u.dossiers, d.text, d.start FROM units u "
        "JOIN docs d ON d.uid = u.uid ORDER BY 1, 2, 8, 9"
    ).fetchall()
    forms = index.database.execute("SELECT form, docs FROM forms ORDER BY form").fetchall()
    keys = index.database.execute("SELECT key, iri, weight FROM keys ORDER BY 1, 2, 3").fetchall()
    return [*found, *forms, *keys]


def test_a_changed_store_changes_the_index_as_if_made_anew() -> None:
    store = copy_of(undeclared_store(), 12)
    changed = database.connect(":memory:")
    assert database.update(changed, store) == 12
    assert database.update(changed, store) == 0
    gone = store.graphs()[3]
    kept = (gone, store.graph_quads(gone), store.ledger()[gone])
    store.remove_graph(gone)
    assert database.update(changed, store) == 1
    anew = database.connect(":memory:")
    database.update(anew, store)
    assert rows_of(Index(changed, "", "memory")) == rows_of(Index(anew, "", "memory"))
    store.replace_graph(*kept)
    assert database.update(changed, store) == 1
    whole = database.connect(":memory:")
    database.update(whole, store)
    assert rows_of(Index(changed, "", "memory")) == rows_of(Index(whole, "", "memory"))
    changed.execute("INSERT INTO fts (fts) VALUES ('integrity-check')")


def test_the_file_follows_the_store(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    examples = copy_of(undeclared_store(), 3)
    with open_store(folder) as store:
        entries = examples.ledger()
        store.replace_many((g, examples.graph_quads(g), entries.get(g)) for g in examples.graphs())
        last = examples.graphs()[-1]
    first = open_index(folder)
    stamp = (folder / database.FILE).stat().st_mtime_ns
    again = open_index(folder)
    assert again.version == first.version
    assert (folder / database.FILE).stat().st_mtime_ns == stamp
    with open_store(folder) as store:
        store.remove_graph(last)
    newer = open_index(folder)
    assert newer.version != first.version
    assert not newer.database.execute("SELECT 1 FROM units WHERE graph = ?", (last,)).fetchone()
    assert first.database.execute("SELECT 1 FROM units WHERE graph = ?", (last,)).fetchone()  # still the old state
    for opened in (first, again, newer):
        opened.close()


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    index = open_index(tmp_path, store=copy_of(undeclared_store(), 1), path=path)
    assert index.database.execute("SELECT count(*) FROM units").fetchone()[0] > 0
    index.close()


def test_the_page_of_a_paper_has_an_anchor_for_every_hit(index: Index) -> None:
    pytest.importorskip("jinja2")
    from sovgraph.pages.paper_marks import marked_text
    from sovgraph.pages.paper_text import paper_text

    marked = marked_text(undeclared_store(), QC)
    assert marked is not None
    page = paper_text(marked, lambda iri: None).text
    starts = {hit.start for hit in index.passages("de", paper=QC, limit=200)}
    assert len(starts) > 10
    assert all(page.count(f'id="c{start}"') == 1 for start in starts)


def test_several_threads_get_each_their_own_answer(index: Index, tmp_path: Path) -> None:
    asked = ("Gambia", "baudet", "32317 QC", "terugkeer", "COA", "visummaatregelen")
    file = tmp_path / "index.sqlite"
    copy = database.connect(str(file), write=True)
    index.database.backup(copy)
    copy.close()
    on_disk = Index(database.connect(str(file)), "", str(file))
    for opened in (index, on_disk):
        alone = {text: opened.search(text).hits for text in asked}
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda text, opened=opened: (text, opened.search(text).hits), asked * 20))
        assert all(hits == alone[text] for text, hits in found)
    on_disk.close()
