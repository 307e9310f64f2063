"""Statements on pages: quotes are the paper's own words, links are lasting, nothing of the data becomes markup."""

import html
import re

import pytest
from tests.pages.checking import problems_of, read
from tests.pages.pages_fixture import LINKS, example_pages, samples

from sovgraph.pages import Pages
from sovgraph.pages.facts import read_thing
from sovgraph.pages.kinds import kinds
from sovgraph.pages.thing_page import ThingViews
from sovgraph.pages.values import Shower
from sovgraph.store import memory_store, paper_of

LETTER = "https://w3id.org/sovgraph/id/brief/ek-179131"


def letter(lang: str = "nl") -> str:
    page = example_pages().thing(LETTER, lang, LINKS)
    assert page is not None
    return page.html


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_quotes_are_words_of_the_paper(kind: str) -> None:
    asker = example_pages().asker
    for iri in samples(kind):
        thing = read_thing(asker, iri)
        assert thing is not None
        for quote in (q for s in thing.statements for p in s.proofs for q in p.quotes if q.start is not None):
            assert asker.text(quote.graph)[quote.start : quote.end] == quote.text


def test_a_quote_stands_among_the_words_around_it() -> None:
    pages = example_pages()
    thing = read_thing(pages.asker, LETTER)
    assert thing is not None
    views = ThingViews(thing, Shower(pages.asker, "nl", LINKS, pages.base))
    shown = [q for p in views.properties() for v in p.values for proof in v.proofs for q in proof.quotes]
    assert any(q.before or q.after for q in shown)
    for statement in thing.statements:
        for quote in (q for p in statement.proofs for q in p.quotes if q.start is not None):
            view = views.quote(quote)
            around = view.before.lstrip("…") + view.text + view.after.rstrip("…")
            assert around in pages.asker.text(quote.graph)


def test_a_quote_leads_to_its_place_in_the_paper() -> None:
    hrefs = [h for h in read(letter()).hrefs if re.fullmatch(r"/nl/doc/kst/[^#]+#c\d+", h)]
    assert "/nl/doc/kst/32317-QC#c2264" in hrefs


def test_each_statement_has_a_permanent_link() -> None:
    reader = read(letter())
    links = [h for h in reader.hrefs if h.startswith("#a-")]
    assert len(links) == len(set(links)) >= 20
    assert {h[1:] for h in links} <= set(reader.ids)


def test_an_inferred_statement_names_what_it_follows_from() -> None:
    thing = read_thing(example_pages().asker, LETTER)
    assert thing is not None
    inferred = [p for s in thing.statements for p in s.proofs if p.premises]
    assert inferred
    page = letter("en")
    assert "Follows from:" in page
    assert all(f'id="a-{proof.key}"' in page for proof in inferred)


def test_links_to_premises_are_there_on_the_page_they_lead_to() -> None:
    pages = example_pages()
    hrefs = [h for h in read(letter()).hrefs if re.fullmatch(r"/nl/doc/[^#]+#a-\w+", h)]
    assert hrefs
    for href in hrefs[:20]:
        path, _, fragment = href.removeprefix("/nl/").partition("#")
        page = pages.at(path, "nl", LINKS)
        assert page is not None
        assert fragment in read(page.html).ids, href


def test_what_a_register_says_names_the_field() -> None:
    pages = example_pages()
    thing = read_thing(pages.asker, "https://w3id.org/sovgraph/id/zaak/2025Z13436")
    assert thing is not None
    page = pages.thing(thing.iri, "nl", LINKS)
    assert page is not None
    fields = [q.where for s in thing.statements for p in s.proofs for q in p.quotes if q.start is None]
    assert fields
    assert any(html.escape(where[0]) in page.html for where in fields if where)


def test_links_in_are_counted_and_cut() -> None:
    pages = example_pages()
    post = "https://w3id.org/sovgraph/id/post/minister-van-asiel-en-migratie"
    thing = read_thing(pages.asker, post)
    assert thing is not None
    longest = max(thing.links_in, key=lambda links: links.count)
    assert longest.count > len(longest.sources) == 20
    page = pages.thing(post, "nl", LINKS)
    assert page is not None
    assert "/query/links-to?" in page.html
    assert f"alle {longest.count}" in page.html


def test_the_same_page_has_the_same_bytes() -> None:
    pages = example_pages()
    other = Pages(pages.store)
    for kind in sorted(kinds()):
        iri = samples(kind, 1)[0]
        first, second = pages.thing(iri, "nl", LINKS), other.thing(iri, "nl", LINKS)
        assert first == second


NASTY = "<script>alert(1)</script>\"' onload=x & </title>"


def hostile() -> Pages:
    """A store whose every text tries to become markup."""
    text = NASTY.replace("\\", "\\\\").replace('"', '\\"')
    base = "https://w3id.org/sovgraph/id"
    sov = "https://w3id.org/sovgraph/def#"
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    graph = f"<{base}/kst/1-1>"
    classes = {"persoon/x": "http://xmlns.com/foaf/0.1/Person", "dossier/1": f"{sov}Dossier", "kst/1-1": f"{sov}Motion"}
    lines = []
    for path, class_ in classes.items():
        thing = f"<{base}/{path}>"
        lines.append(f"{thing} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{class_}> {graph} .")
        lines += [
            f'{thing} <{prop}> "{text}" {graph} .'
            for prop in (label, "http://purl.org/dc/terms/title", f"{sov}requestText", f"{sov}dossierNumber")
        ]
        lines.append(f"{thing} <http://purl.org/dc/terms/isPartOf> <{base}/dossier/1> {graph} .")
        lines.append(f"{thing} <{sov}proposer> <{base}/persoon/x> {graph} .")
        lines.append(f"{thing} <{sov}from> <javascript:alert(1)> {graph} .")
    store = memory_store()
    store.replace_graph(f"{base}/kst/1-1", "\n".join(lines).encode() + b"\n")
    return Pages(store)


@pytest.mark.parametrize("path", ["doc/persoon/x", "doc/dossier/1", "doc/kst/1-1", "list/person", ""])
def test_texts_never_become_markup(path: str) -> None:
    page = hostile().at(path, "nl", LINKS)
    assert page is not None
    assert problems_of(page.html) == []
    assert "<script>alert" not in page.html
    assert "javascript:" not in " ".join(read(page.html).hrefs)


def test_a_message_escapes_what_it_tells() -> None:
    page = hostile().message(404, NASTY, NASTY, "nl", LINKS)
    assert problems_of(page.html) == []
    assert "<script>alert" not in page.html


def test_embedded_data_can_not_end_its_element() -> None:
    page = hostile().thing("https://w3id.org/sovgraph/id/kst/1-1", "nl", LINKS, json_ld='{"a":"</script><script>x"}')
    assert page is not None
    assert problems_of(page.html) == []
    assert "\\u003c/script>" in page.html


def test_the_papers_of_quotes_are_papers() -> None:
    thing = read_thing(example_pages().asker, LETTER)
    assert thing is not None
    assert {paper_of(q.graph) for s in thing.statements for p in s.proofs for q in p.quotes} >= {
        "https://w3id.org/sovgraph/id/kst/32317-QC"
    }
