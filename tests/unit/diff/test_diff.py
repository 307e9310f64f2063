"""What changed since a day and between two stores: for people, as a patch that can be applied, as valid feeds."""

import json
import re
from datetime import datetime

import pytest
from lxml import etree

from sovgraph.build import build_store
from sovgraph.diff import (
    Asked,
    Changes,
    changed_graphs,
    changes_since,
    compare_stores,
    has_differences,
    write_atom,
    write_json_feed,
    write_patch,
)
from sovgraph.diff.graphs import facts_of
from sovgraph.errors import QueryError
from sovgraph.resources import folder
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store

OLD = ("kst-32317-PX.md", "kst-36704-63.xml", "kst-33328-AI.md")
ADDED = "kst-32317-QC.md"
ATOM = "{http://www.w3.org/2005/Atom}"


def built(*names: str) -> QuadStore:
    store = memory_store()
    build_store(store, [str(folder("examples") / "dossier-32317" / name) for name in names], Settings(validate=False))
    return store


@pytest.fixture(scope="module")
def old() -> QuadStore:
    return built(*OLD)


@pytest.fixture(scope="module")
def new() -> QuadStore:
    """Without one of the old papers, with a new one."""
    return built(*OLD[:-1], ADDED)


def rows(changes: Changes, name: str) -> list[str]:
    section = next(s for s in changes.report.sections if s.name == name)
    return [row.thing.rpartition("/id/")[2] for group in section.groups for row in group.rows]


def test_papers_that_came_and_went(old: QuadStore, new: QuadStore) -> None:
    found = compare_stores(old, new, Asked())
    assert rows(found, "papers") == ["kst/32317-QC"]
    assert rows(found, "papers-lost") == ["kst/33328-AI"]
    assert rows(found, "papers-changed") == ["kst/32317-QC", "kst/33328-AI"]


def test_letters_newly_answered_and_newly_overdue(old: QuadStore, new: QuadStore) -> None:
    found = compare_stores(old, new, Asked())
    assert rows(found, "answered") == ["brief/ek-179131"]
    assert rows(found, "overdue") == ["brief/ek-179131"]
    assert rows(found, "not-held-lost") == ["brief/ek-179131"]
    assert rows(found, "reported") == ["kst/36704-63", "kst/36704-64"]


def test_the_other_way_round_what_came_went(old: QuadStore, new: QuadStore) -> None:
    found = compare_stores(new, old, Asked())
    assert rows(found, "papers") == ["kst/33328-AI"]
    assert rows(found, "answered-lost") == ["brief/ek-179131"]
    # A reference of a paper that went with it isn't resolved.
    assert not [s for s in found.report.sections if s.name == "unresolved-lost"]


def test_a_store_does_not_differ_from_itself(new: QuadStore) -> None:
    found = compare_stores(new, new, Asked(), facts=True)
    assert not has_differences(found)
    assert list(write_patch(changed_graphs(new, new))) == []


def test_a_store_built_again_does_not_differ(new: QuadStore) -> None:
    assert list(changed_graphs(built(ADDED, *OLD[:-1]), new)) == []


def test_the_patch_makes_the_new_store_of_the_old(old: QuadStore, new: QuadStore) -> None:
    lines = b"".join(write_patch(changed_graphs(old, new))).splitlines()
    assert (lines[0], lines[-1]) == (b"TX .", b"TC .")
    quads = set(old.dump().splitlines())
    for line in lines[1:-1]:
        if line.startswith(b"D "):
            quads.remove(line[2:])
        else:
            assert line.startswith(b"A ") and line[2:] not in quads
            quads.add(line[2:])
    assert quads == set(new.dump().splitlines())


def test_facts_are_what_assertions_state(old: QuadStore, new: QuadStore) -> None:
    added = {change.graph: change for change in changed_graphs(old, new)}
    (graph,) = (g for g in added if g.endswith("/kst/32317-QC"))
    facts = facts_of(added[graph].added)
    assert any(s.endswith("/brief/ek-179131") and o == "2025-12-09" for s, _, o in facts)
    assert not any("#char=" in s for s, _, _ in facts)
    assert len(facts) < len(added[graph].added) / 4


def test_each_fact_can_be_asked_for(old: QuadStore, new: QuadStore) -> None:
    found = compare_stores(old, new, Asked(lang="en"), facts=True)
    section = found.report.sections[-1]
    assert section.name == "facts"
    told = [tuple(cell[0].text for cell in row.cells) for row in section.groups[0].rows]
    assert ("visa measures against Ethiopia of 29 April 2024", "decided on", "2024-04-29", "added") in told


def test_since_a_day_only_what_is_dated_from_it(new: QuadStore) -> None:
    found = changes_since(new, Asked(since="2026-02-07"))
    assert {entry.day for entry in found.entries} == {"2026-02-10", "2026-04-22", "2026-05-06"}
    assert rows(found, "reminded") == []


@pytest.mark.parametrize(("since", "there"), [("2026-01-07", True), ("2026-01-08", False)])
def test_a_limit_passes_on_the_day_after(since: str, there: bool, new: QuadStore) -> None:
    """The term of 9 December 2025 ended on 6 January 2026."""
    assert bool(rows(changes_since(new, Asked(since=since)), "overdue")) is there


def test_up_to_a_day_nothing_later_is_told(new: QuadStore) -> None:
    found = changes_since(new, Asked(on="2026-02-28"))
    assert max(entry.day for entry in found.entries) <= "2026-02-28"
    assert rows(found, "answered") == ["brief/ek-179110"]
    assert rows(found, "overdue") == ["brief/ek-179131"]


@pytest.mark.parametrize(
    ("name", "typed", "papers"),
    [
        ("country", "ETH", ["kst/32317-QC"]),
        ("committee", "Justitie en Veiligheid", ["kst/32317-QC"]),
        ("member", "Eerdmans", ["kst/36704-63", "kst/32317-QC"]),
    ],
)
def test_narrowed_to_what_someone_follows(name: str, typed: str, papers: list[str], new: QuadStore) -> None:
    found = changes_since(new, Asked(about=((name, typed),)))
    assert rows(found, "papers") == papers
    assert len(found.entries) < len(changes_since(new, Asked()).entries)


def test_narrowed_to_a_dossier(new: QuadStore) -> None:
    assert rows(changes_since(new, Asked(dossier="36 704")), "papers") == ["kst/36704-63"]


def test_what_can_not_be_followed_is_told(new: QuadStore) -> None:
    with pytest.raises(QueryError, match="narrowed"):
        changes_since(new, Asked(about=(("contry", "ETH"),)))


@pytest.fixture(scope="module")
def changes(old: QuadStore, new: QuadStore) -> Changes:
    return compare_stores(old, new, Asked(lang="en"))


def test_atom_is_what_rfc_4287_asks(changes: Changes) -> None:
    feed = etree.fromstring(write_atom(changes, "https://example.org/feed.atom").encode())
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{name}")
            assert one.text and one.text.strip()
        assert re.match(r"[a-z][a-z0-9+.-]*:\S+$", element.findtext(f"{ATOM}id") or "")
        datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self"]
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(changes.entries) > 8
    for entry in entries:
        assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert len(entry.findall(f"{ATOM}content[@type='html']")) == 1
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]


def test_no_two_entries_have_one_id(changes: Changes, new: QuadStore) -> None:
    for found in (changes, changes_since(new, Asked())):
        ids = re.findall(r"<entry>\n<id>(.+?)</id>", write_atom(found))
        assert len(ids) == len(set(ids)) == len(found.entries)


def test_the_content_is_the_sentence(changes: Changes) -> None:
    feed = etree.fromstring(write_atom(changes).encode())
    contents = [entry.findtext(f"{ATOM}content") or "" for entry in feed.findall(f"{ATOM}entry")]
    assert any("met kenmerk 179131 heeft ingezonden" in content for content in contents)


def test_json_feed_is_what_version_1_1_asks(changes: Changes) -> None:
    feed = json.loads(write_json_feed(changes, "https://example.org/feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] and feed["language"] == "en" and feed["feed_url"] == "https://example.org/feed.json"
    atom = etree.fromstring(write_atom(changes).encode())
    assert [item["id"] for item in feed["items"]] == [e.text for e in atom.findall(f"{ATOM}entry/{ATOM}id")]
    for item in feed["items"]:
        assert item["content_html"] and item["title"] and item["url"]
        datetime.fromisoformat(item["date_modified"])
        assert all(isinstance(tag, str) for tag in item["tags"])


def test_feeds_are_the_same_each_time(new: QuadStore) -> None:
    again = built(*OLD[:-1], ADDED)
    for write in (write_atom, write_json_feed):
        assert write(changes_since(new, Asked())) == write(changes_since(again, Asked()))


def test_a_store_without_papers_gives_a_valid_feed() -> None:
    feed = etree.fromstring(write_atom(changes_since(memory_store(), Asked())).encode())
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
