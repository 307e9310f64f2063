"""What lies in the folder of a site, and what a second build does to it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.site.folder import Made, broken_links, files_of, options, read_pages
from tests.unit.query.graphs import fixture_store

from sovgraph.describe.publication import Publication
from sovgraph.errors import SiteError
from sovgraph.site.making import SiteReport, make_site
from sovgraph.site.writing import JOURNAL, MANIFEST, open_folder
from sovgraph.store import LedgerEntry, QuadStore

PAPER = "doc/kst/32317-QC"


def test_pages_data_and_all_that_goes_with_them(small_site: Made) -> None:
    for suffix in (".html", ".ttl", ".jsonld"):
        assert (small_site.folder / f"{PAPER}{suffix}").is_file()
    for file in (
        "index.html", "en/index.html", "404.html", "search.html", "workbench.html", "dataset.html", "dataset.ttl",
        "void.ttl", "def.html", "def.ttl", "list.html", "queries.html", "queries/letters.csv", "queries/letters.json",
        "data/engine.js", "data/part-001.js", "search/meta.js", "static/sovgraph.css", "static/licences.txt",
        ".nojekyll", ".htaccess", "hosting/nginx.conf", "hosting/Caddyfile", "README.md",
    ):  # fmt: skip
        assert (small_site.folder / file).is_file(), file


def test_every_link_leads_somewhere(small_site: Made) -> None:
    """The invented texts of this store are shorter than the offsets in it, so parts of papers aren't looked at."""
    found = broken_links(small_site.folder, read_pages(small_site.folder))
    broken = [link for link in found if "def.html#" in link or not link.endswith("(no such part)")]
    assert broken[:20] == []


def test_the_report_counts_what_is_there(small_site: Made) -> None:
    files = files_of(small_site.folder)
    del files[MANIFEST]
    assert small_site.report == SiteReport(len(files), 0, 0, sum(map(len, files.values())))


def test_pages_refer_to_nothing_outside_for_their_looks(small_site: Made) -> None:
    for path in small_site.folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert 'src="http' not in text and 'rel="stylesheet" href="http' not in text
        assert 'type="module"' not in text and "Content-Security-Policy" not in text


@pytest.mark.parametrize("whole", [False, True])
def test_a_second_build_writes_nothing(site_copy: Path, small_store: QuadStore, whole: bool) -> None:
    before = {path: path.stat().st_mtime_ns for path in site_copy.rglob("*") if path.name != MANIFEST}
    report = make_site(options(site_copy, whole=whole), store=small_store)
    assert (report.written, report.removed) == (0, 0)
    assert report.kept > 500
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_changed_paper_rewrites_only_what_tells_of_it(site_copy: Path) -> None:
    """Besides the pages that give its title: the dataset, whose version it is, the data, the index, stored queries."""
    paper, title = "https://w3id.org/sovgraph/id/kst/99999-1", "Heel ander nagebootst stuk"
    store = fixture_store()
    changed = store.graph_quads(paper).replace(b"Ander nagebootst stuk", title.encode())
    store.replace_many([(paper, changed, LedgerEntry(paper, "fixture.trig", "01", "1"))])
    before = files_of(site_copy)
    report = make_site(options(site_copy), store=store)
    after = files_of(site_copy)
    written = {file for file, content in after.items() if content != before.get(file)} - {MANIFEST}
    assert (report.written, report.removed) == (len(written), 0)
    pages = {file for file in written if file.endswith(".html")} - {"dataset.html", "en/dataset.html"}
    assert pages == {f for f, content in after.items() if f.endswith(".html") and title.encode() in content}
    assert {"doc/kst/99999-1.html", "en/doc/dossier/99999.html", "list/paper.html"} <= pages
    assert len(written) < 40 < report.kept


def test_what_is_missing_or_cut_off_is_mended(site_copy: Path, small_store: QuadStore) -> None:
    whole = files_of(site_copy)
    (site_copy / "index.html").unlink()
    (site_copy / f"{PAPER}.ttl").write_bytes(b"cut")
    assert make_site(options(site_copy), store=small_store).written == 2
    assert files_of(site_copy) == whole


def test_a_build_that_was_killed_is_mended(site_copy: Path, small_store: QuadStore) -> None:
    """It had written a page of another state, a page that no longer belongs here, and half a file."""
    whole = files_of(site_copy)
    other = whole["index.html"][::-1]
    (site_copy / "index.html").write_bytes(other)
    (site_copy / "doc" / "gone.html").write_bytes(b"old")
    (site_copy / "doc" / ".half.html.4711.part").write_bytes(b"ha")
    names = ["index.html", "doc/gone.html", "doc/half.html"]
    (site_copy / JOURNAL).write_text("".join(json.dumps(name) + "\n" for name in names) + '"doc/unfini')
    report = make_site(options(site_copy), store=small_store)
    assert report.written == 1
    assert files_of(site_copy) == whole


def test_a_first_build_that_was_killed_is_mended(tmp_path: Path, small_store: QuadStore) -> None:
    def stop(jobs: object, total: int) -> list[int]:
        raise KeyboardInterrupt

    folder = tmp_path / "site"
    with pytest.raises(KeyboardInterrupt):
        make_site(options(folder), stop, small_store)
    open_folder(folder).put("index.html", b"begun")
    assert make_site(options(folder), store=small_store).kept == 0
    assert not (folder / JOURNAL).exists()


def test_files_of_others_stay(site_copy: Path, small_store: QuadStore) -> None:
    (site_copy / "CNAME").write_text("kamerstukken.example.org")
    (site_copy / "doc" / "mine.html").write_text("mine")
    make_site(options(site_copy, whole=True), store=small_store)
    assert (site_copy / "CNAME").read_text() == "kamerstukken.example.org"
    assert (site_copy / "doc" / "mine.html").read_text() == "mine"


def test_a_file_of_others_in_the_way_is_refused(tmp_path: Path) -> None:
    folder = open_folder(tmp_path / "site")
    folder.begin()
    (folder.path / "index.html").write_text("mine")
    with pytest.raises(SiteError, match="in the way"):
        folder.put("index.html", b"ours")
    assert (folder.path / "index.html").read_text() == "mine"


@pytest.mark.parametrize("content", [None, "{", '{"files": []}', '{"made_of": "", "files": {"../x": ["", 0]}}'])
def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path, content: str | None, small_store: QuadStore) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    if content is not None:
        (tmp_path / MANIFEST).write_text(content)
    with pytest.raises(SiteError):
        make_site(options(tmp_path), store=small_store)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_what_no_longer_belongs_goes_with_its_folder(tmp_path: Path) -> None:
    folder = open_folder(tmp_path / "site")
    folder.begin()
    puts = [folder.put(name, b"x") for name in ("a.html", "deep/er/b.html")]
    folder.finish({put.file: put.known for put in puts}, "1")
    later = open_folder(tmp_path / "site")
    assert later.finish({"a.html": later.before["a.html"]}, "2") == 1
    assert sorted(files_of(tmp_path / "site")) == [MANIFEST, "a.html"]
    assert not (tmp_path / "site" / "deep").exists()


def test_who_is_withheld_is_nowhere_in_it(tmp_path: Path, small_store: QuadStore) -> None:
    name = "A.W.J.A. van Hattem"
    assert name.encode() in small_store.dump()
    asked = replace(options(tmp_path / "site"), publication=Publication(withhold=(name,)))
    make_site(asked, store=small_store)
    with_name = [file for file, content in files_of(tmp_path / "site").items() if b"van Hattem" in content]
    assert with_name == []
