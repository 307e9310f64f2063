"""One paper in several files: one node, the union of evidence, differences told, the same bytes in any order."""

import json
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from sovgraph import vocab as v
from sovgraph.build import BuildReport, build_store
from sovgraph.query import run
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store, open_store

PAPERS = Path(__file__).resolve().parents[1] / "papers"
MOTION = PAPERS / "kst-36704-63.xml"
QUICK = Settings(validate=False)
PAPER = "https://w3id.org/sovgraph/id/kst/36704-63"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """The motion as XML, as plain text, and as Markdown with one word of its request changed."""
    from sovgraph.api import read_paper

    folder = tmp_path_factory.mktemp("copies")
    text = read_paper(MOTION).document.text
    plain, marked = folder / "motie.txt", folder / "motie.md"
    plain.write_text(text, encoding="utf-8")
    marked.write_text(text.replace("voorlichting", "campagne"), encoding="utf-8")
    return Path(shutil.copy(MOTION, folder)), plain, marked


def built(*paths: Path) -> tuple[QuadStore, BuildReport]:
    store = memory_store()
    return store, build_store(store, [str(p) for p in paths], QUICK)


def test_the_best_format_stands_for_the_paper(files: tuple[Path, Path, Path]) -> None:
    store, report = built(*files)
    assert [p.source for p in report.built] == [str(files[0])]
    assert [(Path(p.source).name, p.copy_of) for p in report.copies] == [
        ("motie.md", "kst-36704-63.xml"),
        ("motie.txt", "kst-36704-63.xml"),
    ]
    assert not report.refused
    rows = run(store, "manifestations", {"paper": PAPER}).values()
    assert [(r["file"], r["main"]) for r in rows] == [
        ("kst-36704-63.xml", "true"),
        ("motie.md", "false"),
        ("motie.txt", "false"),
    ]


def test_the_order_of_files_and_of_builds_changes_nothing(files: tuple[Path, Path, Path]) -> None:
    whole = built(*files)[0].dump(ledger=True)
    for order in permutations(files):
        store = memory_store()
        for path in order:
            build_store(store, [str(path)], QUICK)
        assert store.dump(ledger=True) == whole


def test_a_fact_has_the_words_of_every_file(files: tuple[Path, Path, Path]) -> None:
    store, _ = built(files[0], files[1])
    rows = [r for r in run(store, "evidence", {"subject": PAPER}).values() if r["property"] == v.submittedOn]
    assert {r["paper"].rpartition("/bestand/")[0] != "" for r in rows if r["paper"]} == {True, False}
    assert len({r["quote"] for r in rows}) == 1


def test_facts_of_one_file_alone_are_told_not_asserted(files: tuple[Path, Path, Path]) -> None:
    store, report = built(files[0], files[2])
    rows = run(store, "manifestation-differences", {"paper": PAPER}).values()
    only = [r for r in rows if r["stands"] == "only-here"]
    assert any("campagne" in (r["value"] or "") for r in only)
    assert report.differences == {PAPER: len(rows)}
    texts = run(store, "motion-texts", {}).values()
    assert texts and not any("campagne" in (r["text"] or "") for r in texts)


def test_mentions_and_papers_are_counted_once(files: tuple[Path, Path, Path]) -> None:
    alone, together = built(files[0])[0], built(*files)[0]
    for name in ("mention-counts", "papers", "motions", "citations"):
        assert run(together, name).values() == run(alone, name).values()


def test_another_text_under_the_same_identifier_is_refused(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "anders.txt"
    head = files[1].read_text("utf-8").partition("De Kamer")[0]
    lines = (f"Over dijk {i} en sluis {i * i} staat hier iets anders te lezen.\n\n" for i in range(40))
    other.write_text(head + "".join(lines), encoding="utf-8")
    store, report = built(files[0], other)
    assert [Path(r.source).name for r in report.refused] == ["kst-36704-63.xml"]
    assert "claims to be" in report.refused[0].message
    assert store.dump() == built(other)[0].dump()


def test_a_new_version_of_a_copy_replaces_it(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    copy = Path(shutil.copy(files[1], tmp_path))
    store, _ = built(files[0], copy)
    copy.write_text(files[1].read_text("utf-8") + "\n\nEen regel erbij.\n", encoding="utf-8")
    build_store(store, [str(copy)], QUICK)
    assert store.dump() == built(files[0], copy)[0].dump()


def test_removing_a_paper_removes_its_copies(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    from sovgraph.cli import main

    folder = tmp_path / "store"
    with open_store(folder) as store:
        build_store(store, [str(p) for p in files], QUICK)
    assert main(["remove", "kst-36704-63", "--store", str(folder)]) == 0
    with open_store(folder, read_only=True) as store:
        assert not any(graph.startswith(PAPER) for graph in store.graphs())


def test_a_harvested_file_says_where_it_came_from(tmp_path: Path) -> None:
    from hashlib import sha256

    folder = tmp_path / "papers" / "kst-36704-63"
    folder.mkdir(parents=True)
    file = Path(shutil.copy(MOTION, folder))
    row = {
        "path": "papers/kst-36704-63/kst-36704-63.xml",
        "url": "https://example.org/kst-36704-63.xml",
        "status": "had",
        "sha256": sha256(file.read_bytes()).hexdigest(),
        "retrieved": "2026-05-07T10:00:00+02:00",
    }
    (tmp_path / "manifest.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    store, _ = built(file)
    (found,) = run(store, "manifestations", {"paper": PAPER}).values()
    assert (found["source"], found["retrieved"]) == ("https://example.org/kst-36704-63.xml", "2026-05-07")
    file.write_bytes(file.read_bytes() + b"\n")
    (found,) = run(built(file)[0], "manifestations", {"paper": PAPER}).values()
    assert found["source"] is None


def test_the_copies_conform_to_the_shapes(files: tuple[Path, Path, Path]) -> None:
    from sovgraph.check import load_shapes, validate_nquads

    store, _ = built(*files)
    copies = [graph for graph in store.graphs() if graph.startswith(f"{PAPER}/bestand/")]
    assert len(copies) == 2
    for graph in copies:
        assert validate_nquads(store.graph_quads(graph), load_shapes()).findings == ()
        broken = store.graph_quads(graph).replace(b'oa#exact> "', b'oa#exact> "x')
        assert not validate_nquads(broken, load_shapes()).conforms


def test_the_same_copy_under_two_names_keeps_the_first(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    """As in a build that was killed after the first."""
    twin = Path(shutil.copy(files[1], tmp_path / "z.txt"))
    store, report = built(files[0], files[1], twin)
    assert report.unchanged == [str(twin)]
    assert store.dump(ledger=True) == built(files[0], files[1])[0].dump(ledger=True)


def test_copies_of_one_name_in_two_folders_both_stay(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    other = tmp_path / files[1].name
    other.write_text(files[1].read_text("utf-8") + "\n\nEen regel erbij.\n", encoding="utf-8")
    store, _ = built(files[0], files[1])
    build_store(store, [str(files[1]), str(other)], QUICK)
    assert store.dump(ledger=True) == built(files[0], files[1], other)[0].dump(ledger=True)


def test_differences_are_told_when_the_first_file_changes(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    main = Path(shutil.copy(files[0], tmp_path))
    store, first = built(main, files[2])
    main.write_bytes(main.read_bytes() + b"\n")
    assert build_store(store, [str(main)], QUICK).differences == first.differences != {}


def test_a_copy_made_of_what_older_rules_read_is_read_again(files: tuple[Path, Path, Path]) -> None:
    from dataclasses import replace

    store, _ = built(files[1])
    old = replace(store.ledger()[PAPER], version="old")
    store.replace_graph(PAPER, store.graph_quads(PAPER), old)
    build_store(store, [str(files[0])], QUICK)
    assert len(build_store(store, [str(files[1])], QUICK).copies) == 1
