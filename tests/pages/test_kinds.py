"""Each kind of page on the examples, in both languages."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.pages.checking import problems_of, read
from tests.pages.pages_fixture import LINKS, example_pages, samples

from sovgraph.assets import asset_names
from sovgraph.describe.addresses import iri_of
from sovgraph.pages.facts import read_thing
from sovgraph.pages.files import own_files
from sovgraph.pages.kinds import PLUMBING, has_own_page, kinds, load_kind
from sovgraph.query import catalog
from sovgraph.vocab import SOV

FILLED = sorted(n for n, kind in kinds().items() if any(b.section for b in kind.boxes))
"""Kinds with boxes that some example fills."""
PAGES_WITHOUT_THINGS = {"workbench", "dataset", "search", "queries", "def", "list", ""}


def html_of(iri: str, lang: str) -> str:
    page = example_pages().thing(iri, lang, LINKS)
    assert page is not None, iri
    return page.html


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_pages_of_a_kind_are_whole(kind: str, lang: str) -> None:
    found = samples(kind)
    assert found, f"no example of {kind}"
    for iri in found:
        assert problems_of(html_of(iri, lang)) == [], iri


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("path", ["", "list", "list/person", "list/person/2", "list/paper", "queries", "def", "search"])
def test_other_pages_are_whole(path: str, lang: str) -> None:
    page = example_pages().at(path, lang, LINKS)
    assert page is not None
    assert problems_of(page.html) == []
    assert page.path == path


@pytest.mark.parametrize("path", ["nothing", "list/nothing", "list/person/999", "list/person/x", "doc/kst/1-1", "doc/"])
def test_what_is_not_there_has_no_page(path: str) -> None:
    assert example_pages().at(path, "nl", LINKS) is None


def boxes_shown(kind: str) -> set[str]:
    shown: set[str] = set()
    for iri in samples(kind, 6):
        shown.update(re.findall(r'<section id="([\w-]+)" class="box', html_of(iri, "nl")))
    return shown


@pytest.mark.parametrize("kind", FILLED)
def test_some_example_fills_a_box(kind: str) -> None:
    assert boxes_shown(kind)


def test_every_query_of_a_box_is_public_and_takes_its_parameters() -> None:
    for name, kind in kinds().items():
        for box in kind.boxes:
            if box.section is not None:
                query = catalog().get(box.section.query)
                assert set(box.section.params) <= {p.name for p in query.params}, f"{name}: {box.section.name}"
                columns = {*query.columns, *(c.name for c in box.section.columns if c.is_worked_out)}
                assert {c.name for c in box.section.columns} <= columns, f"{name}: {box.section.name}"
                assert set(box.section.key) <= set(query.columns), f"{name}: {box.section.name}"


def test_no_condition_takes_a_column_for_a_word() -> None:
    """`how = asked` would compare with the day in the column `asked`; the word stands in quotes."""
    for name, kind in kinds().items():
        for section in (box.section for box in kind.boxes if box.section):
            named = set(re.findall(r"!?=\s*(\w+)", " | ".join(section.rows)))
            assert not named & set(catalog().get(section.query).columns), f"{name}: {section.name}"


def test_every_class_of_the_store_has_a_kind_or_is_plumbing() -> None:
    rows = example_pages().store.query("SELECT DISTINCT ?class WHERE { ?thing a ?class }")
    classes = {row[0].value for row in rows.rows if row[0]}  # type: ignore[union-attr]
    assert {c for c in classes - PLUMBING if not has_own_page((c,))} == set()


def target(href: str) -> str | None:
    """What a link leads to, when that is wrong."""
    path, _, _ = href.partition("#")
    if not path:
        return None
    kind, _, rest = path.removeprefix("/").partition("/")
    rest = rest.partition("?")[0]
    if kind == "asset":
        return None if rest in {*own_files(), *asset_names()} else href
    if kind == "query":
        return None if rest in catalog().names() else href
    if kind in ("data", "picture") or not href.startswith("/"):
        return None if href.startswith(("/", "https://", "http://")) else href
    first = rest.partition("/")[0]
    if first == "doc":
        iri = iri_of(rest, example_pages().base)
        return None if iri in every_thing() else href
    if first == "list" and rest != "list":
        return None if rest in set(example_pages().list_paths()) else href
    if first == "queries" and rest != "queries":
        return None if unquote(rest.removeprefix("queries/")) in catalog().names() else href
    return None if rest in PAGES_WITHOUT_THINGS else href


_THINGS: set[str] = set()


def every_thing() -> set[str]:
    if not _THINGS:
        _THINGS.update(iri for _, iri in example_pages().paths())
    return _THINGS


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_links_lead_to_pages(kind: str) -> None:
    for iri in samples(kind, 3):
        wrong = [href for href in read(html_of(iri, "nl")).hrefs if target(href)]
        assert wrong == [], iri


@pytest.mark.parametrize("path", ["", "list", "list/eu-act", "queries", "def"])
def test_links_of_other_pages_lead_to_pages(path: str) -> None:
    page = example_pages().at(path, "en", LINKS)
    assert page is not None
    assert [href for href in read(page.html).hrefs if target(href)] == []


def test_the_list_of_questions_says_what_was_asked() -> None:
    page = example_pages().listing("question", "nl", LINKS)
    assert page is not None
    assert "Welke beperkende maatregelen gebruikt de regering?" in page.html


def test_a_list_cuts_long_words_short() -> None:
    page = example_pages().listing("question", "nl", LINKS)
    assert page is not None
    told = [text for line in re.findall(r'class="soft">([^<]*)<', page.html) for text in unescape(line).split(" · ")]
    assert 140 < max(map(len, told)) <= 160
    assert any(text.endswith(" …") for text in told)


def test_a_list_tells_a_title_once() -> None:
    page = example_pages().listing("paper", "nl", LINKS)
    assert page is not None
    assert "overleg · Verslag van een schriftelijk overleg over" not in page.html


def test_links_to_terms_lead_to_their_meaning() -> None:
    terms = example_pages().terms("nl", LINKS)
    ids = set(read(terms.html).ids)
    for kind in sorted(kinds()):
        for href in read(html_of(samples(kind, 1)[0], "nl")).hrefs:
            if href.startswith("/nl/def#"):
                assert href.partition("#")[2] in ids, f"{SOV}{href}"


def test_all_things_have_pages_once() -> None:
    paths = [iri for _, iri in example_pages().paths()]
    assert len(paths) == len(set(paths)) > 3000
    assert all(read_thing(example_pages().asker, iri) for iri in paths[::97])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_thing_with_a_page_has_a_name(lang: str) -> None:
    things = [iri for _, iri in example_pages().paths()]
    assert set(things) - example_pages().asker.labels(things, lang).keys() == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('title = "no words"', r"wrong\.toml"),
        ('[[boxes]]\nkind = "letter"\npart = "nothing"', "kind letter has no box 'nothing'"),
        ('[[boxes]]\nkind = "nothing"\npart = "mentions"', r"wrong\.toml"),
        ('[[boxes]]\nreport = "dossier"\npart = "nothing"', "report dossier has no section 'nothing'"),
    ],
)
def test_a_kind_that_is_wrong_is_told(tmp_path: Path, text: str, told: str) -> None:
    from sovgraph.errors import ResourceError

    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=told):
        load_kind(path)
