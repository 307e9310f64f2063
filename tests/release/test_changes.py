"""What changed since the last release: counts, tables, and a patch that makes the new data of the old."""

import csv
import gzip
import json
from pathlib import Path

import pytest
from tests.example_store import example_store
from tests.release.conftest import PUBLICATION, Made

from sovgraph.cli import main
from sovgraph.errors import StoreError
from sovgraph.release import Asked, make_release
from sovgraph.release.files import check_sums
from sovgraph.store import QuadStore, memory_store, open_store, paper_entries

BASE = "https://w3id.org/sovgraph/id/kst/"
GONE, CAME, CHANGED, SAME = (f"{BASE}{name}" for name in ("39501-A", "39501-B", "39501-C", "39501-D"))


def part_of(store: QuadStore, graphs: tuple[str, ...], cut: str = "") -> QuadStore:
    """A store of a few papers; of one of them only a part of the quads."""
    few, entries = memory_store(), paper_entries(store.ledger())
    for graph in graphs:
        lines = store.graph_quads(graph).splitlines(keepends=True)
        kept = lines[: len(lines) // 2] if graph == cut else lines
        few.replace_graph(graph, b"".join(kept), entries[graph])
    return few


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two releases, the second of which lacks a paper, has a new one and another half of a third."""
    folder, store = tmp_path_factory.mktemp("changes"), example_store()
    make_release(part_of(store, (GONE, CHANGED, SAME), CHANGED), folder / "one", PUBLICATION, Asked(version="1"))
    new = part_of(store, (CAME, CHANGED, SAME))
    make_release(new, folder / "two", PUBLICATION, Asked(version="2", previous=folder / "one"))
    return folder / "one", folder / "two"


def nquads(folder: Path) -> set[str]:
    return set(gzip.decompress((folder / "data" / "sovgraph.nq.gz").read_bytes()).decode().splitlines())


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "changes" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_papers_that_came_and_went(two: tuple[Path, Path]) -> None:
    found = {row["paper"]: row["change"] for row in rows(two[1], "papers.csv")}
    assert found == {GONE: "removed", CAME: "added", CHANGED: "replaced"}
    assert all(row["paperLabel"].startswith("Kamerstukken") for row in rows(two[1], "papers.csv"))


def test_the_patch_makes_the_new_data_of_the_old(two: tuple[Path, Path]) -> None:
    patch = gzip.decompress((two[1] / "changes" / "changes.rdfp.gz").read_bytes()).decode().splitlines()
    assert (patch[0], patch[-1]) == ("TX .", "TC .")
    data = nquads(two[0])
    data -= {line[2:] for line in patch if line.startswith("D ")}
    data |= {line[2:] for line in patch if line.startswith("A ")}
    assert data == nquads(two[1])


def test_facts_are_named_and_counted(two: tuple[Path, Path]) -> None:
    found = rows(two[1], "facts.csv")
    assert {row["change"] for row in found} == {"added", "removed"}
    assert all(row["propertyLabel"] for row in found)
    page = (two[1] / "CHANGES.md").read_text("utf-8")
    came = sum(row["change"] == "added" for row in found)
    assert f"| Feiten | {came} |" in page
    assert f"| Facts | {came} |" in page


def test_the_release_names_the_one_before(two: tuple[Path, Path]) -> None:
    assert json.loads((two[1] / "release.json").read_text("utf-8"))["previous"] == "1"
    assert "dataset#v-1" in (two[1] / "dataset.ttl").read_text("utf-8")
    assert check_sums(two[1]) == []


def test_a_store_can_be_the_one_before(made: Made, tmp_path: Path) -> None:
    """The same data: nothing changed, and the version is the same."""
    with open_store(tmp_path / "store") as store:
        few = part_of(made.store, (SAME,))
        store.replace_many((graph, few.graph_quads(graph), entry) for graph, entry in few.ledger().items())
    make_release(few, tmp_path / "out", PUBLICATION, Asked(previous=tmp_path / "store"))
    assert "Er is niets veranderd." in (tmp_path / "out" / "CHANGES.md").read_text("utf-8")
    assert rows(tmp_path / "out", "facts.csv") == []


def test_what_is_neither_release_nor_store(made: Made, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with pytest.raises(StoreError):
        make_release(made.store, tmp_path / "out", PUBLICATION, Asked(previous=tmp_path / "other"))
    assert not (tmp_path / "out").exists()


def test_the_command_makes_a_release(made: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(tmp_path / "store") as store:
        few = part_of(made.store, (SAME,))
        store.replace_many((graph, few.graph_quads(graph), entry) for graph, entry in few.ledger().items())
    (tmp_path / "sovgraph.toml").write_text('[release]\npublisher = "Griffie (nagebootst)"\n', encoding="utf-8")
    words = ["release", str(tmp_path / "out"), "--store", str(tmp_path / "store"), "--date", "2026-01-02"]
    config = ["--config", str(tmp_path / "sovgraph.toml"), "--lang", "en"]
    assert main([*words, "--format", "json", *config]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["version"].startswith("2026-01-02-")
    assert "contact, email: not set" in told.err
    assert main([*words, "--previous", str(tmp_path / "out"), *config]) == 0
    assert "facts removed" in capsys.readouterr().out
    assert main([*words, "--date", "morgen", *config]) == 2
