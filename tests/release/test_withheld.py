"""Who asked to be left out isn't in anything that is published, and nothing else is lost or moved."""

import gzip
import zipfile
from pathlib import Path

import pyarrow.parquet
import pytest
from tests.example_store import example_store
from tests.release.conftest import PUBLICATION

from sovgraph.cli import main
from sovgraph.describe.withheld import MASK, find_withheld, published, published_folder, without
from sovgraph.release import Asked, make_release
from sovgraph.store import QuadStore, memory_store, open_store, paper_entries

WHO = "Joost Eerdmans"
PAPERS = ("kst/36704-63", "kst/36704-64", "kst/32317-QC", "kst/39500-C", "stuk/h-tk-20242025-999-2")
GIVEN = ("eerdmans", "joost-eerdmans")


@pytest.fixture(scope="module")
def whole() -> QuadStore:
    """The registers and the papers that name the withheld member; the release before it still has them."""
    store, few = example_store(), memory_store()
    entries = store.ledger()
    for graph in store.graphs():
        if "/graph/" in graph or any(graph.startswith(f"https://w3id.org/sovgraph/id/{p}") for p in PAPERS):
            few.replace_graph(graph, store.graph_quads(graph), entries.get(graph))
    return few


@pytest.fixture(scope="module")
def folder(whole: QuadStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("withheld") / "out"
    before = tmp_path_factory.mktemp("before") / "out"
    make_release(whole, before, PUBLICATION, Asked(version="0"))
    found = find_withheld(whole, (WHO,))
    with published(whole, found) as store:
        make_release(store, out, PUBLICATION, Asked(version="1", previous=before, withheld=found))
    return out


def texts(path: Path) -> str:
    """All that is in a file, unpacked."""
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as packed:
            return "\n".join(packed.read(name).decode() for name in packed.namelist())
    if path.suffix == ".parquet":
        return str(pyarrow.parquet.read_table(path).to_pydict())
    return path.read_text("utf-8")


def test_no_file_of_a_release_names_the_withheld(whole: QuadStore, folder: Path) -> None:
    gone = find_withheld(whole, (WHO,)).things
    assert len(gone) > 20
    person = next(thing for thing in gone if "/persoon/" in thing)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 60
    assert (folder / "changes" / "facts.csv").is_file()
    for path in files:
        text = texts(path)
        assert [name for name in GIVEN if name in text.lower()] == [], path.name
        assert person not in text, path.name


def test_the_name_was_there_and_the_readme_counts_it(whole: QuadStore, folder: Path) -> None:
    assert whole.dump().decode().lower().count("eerdmans") > 100
    assert "1 personen of namen weggelaten" in (folder / "README.md").read_text("utf-8")
    assert "1 persons or names were left out" in (folder / "README.en.md").read_text("utf-8")


def test_offsets_stay_right_and_others_stay(whole: QuadStore) -> None:
    """Each quote is still what stands at its offsets in the masked text."""
    with published(whole, (WHO,)) as store:
        assert set(paper_entries(store.ledger())) == set(paper_entries(whole.ledger()))
        checked = 0
        for graph in paper_entries(store.ledger()):
            text, spans = text_and_spans(store, graph)
            for start, end, exact in spans:
                assert text[start:end] == exact
                checked += 1
        assert checked > 300
        assert len(store) > 0.97 * len(whole)


def text_and_spans(store: QuadStore, graph: str) -> tuple[str, list[tuple[int, int, str]]]:
    from sovgraph.query import run_internal
    from sovgraph.release.evidence import read_quotes

    (row,) = run_internal(store, "paper-text", {"paper": graph}).values()
    quotes = read_quotes(graph, store.graph_quads(graph))
    return row["text"] or "", [(int(q.start), int(q.end), q.words) for q in quotes if q.start and q.end]


def test_nobody_withheld_is_the_store_itself(whole: QuadStore) -> None:
    with published(whole, ()) as store:
        assert store is whole


def test_names_in_texts_are_masked_as_whole_words(whole: QuadStore) -> None:
    found = find_withheld(whole, ("Anna Verzonnen",))
    graph = "https://w3id.org/sovgraph/id/kst/1-A"

    def masked(text: str, prop: str = "http://example.org/p") -> str:
        line = f'<{graph}> <{prop}> "{text}" <{graph}> .\n'
        return without(line.encode(), found, graph).decode().split('"')[1]

    assert masked("Mevrouw ANNA\\nVerzonnen vraagt") == f"Mevrouw {MASK * 4}\\n{MASK * 9} vraagt"
    assert masked("Anna Verzonnens en Joanna Verzonnen") == "Anna Verzonnens en Joanna Verzonnen"
    assert masked("nna Verzonnen is", "http://www.w3.org/ns/oa#prefix") == f"{MASK * 3} {MASK * 9} is"
    assert masked("zegt Anna Ver", "http://www.w3.org/ns/oa#suffix") == f"zegt {MASK * 4} {MASK * 3}"


def test_the_command_copies_a_store(whole: QuadStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = "https://w3id.org/sovgraph/id/kst/36704-63"
    with open_store(tmp_path / "store") as store:
        store.replace_graph(graph, whole.graph_quads(graph), whole.ledger()[graph])
    words = ["withhold", "EERDMANS", "--store", str(tmp_path / "store"), "-o", str(tmp_path / "copy"), "--lang", "en"]
    assert main(words) == 0
    assert "quads now" in capsys.readouterr().out
    with open_store(tmp_path / "copy", read_only=True) as copy:
        assert "EERDMANS" not in copy.dump().decode()
    assert main(words) == 1
    assert main(["withhold", "--store", str(tmp_path / "store"), "-o", str(tmp_path / "other")]) == 2


def test_exports_and_sites_read_the_list(
    whole: QuadStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The settings file of the folder is enough; where nobody is on the list, the store is used as it is."""
    graph = "https://w3id.org/sovgraph/id/kst/36704-63"
    with open_store(tmp_path / "store") as store:
        store.replace_graph(graph, whole.graph_quads(graph), whole.ledger()[graph])
    with published_folder(tmp_path / "store", ()) as folder:
        assert folder == tmp_path / "store"
    with published_folder(tmp_path / "store", ("Eerdmans",)) as folder, open_store(folder, read_only=True) as copy:
        assert "eerdmans" not in copy.dump().decode().lower()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sovgraph.toml").write_text('[release]\nwithhold = ["Eerdmans"]\n', encoding="utf-8")
    assert main(["export", "rdf", "--store", "store"]) == 0
    told = capsys.readouterr().out
    assert "eerdmans" not in told.lower()
    assert len(told.splitlines()) > 100
