"""Building: the same bytes whatever the order, whole graphs swapped, conflicts and bad files told, nothing lost."""

import os
import shutil
import threading
from pathlib import Path

import pytest

from sovgraph import build as building
from sovgraph import pipeline
from sovgraph.api import read_paper
from sovgraph.build import BuildReport, Refused, build_store, collect_paths, inputs, reading
from sovgraph.build import run as run_of_a_build
from sovgraph.errors import ConfigError
from sovgraph.model import MentionType, Source
from sovgraph.pipeline import Environment, rules_version
from sovgraph.query import run
from sovgraph.query.corrected import Remembered
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store, open_store

PAPERS = Path(__file__).resolve().parents[1] / "papers"
REPORT, MOTION = PAPERS / "kst-39500-B.md", PAPERS / "kst-36704-63.xml"
QUICK = Settings(validate=False)


def built(*paths: Path, settings: Settings = QUICK) -> tuple[QuadStore, BuildReport]:
    store = memory_store()
    return store, build_store(store, [str(p) for p in paths], settings)


def test_order_and_workers_change_nothing() -> None:
    first = built(REPORT, MOTION)[0].dump()
    assert built(MOTION, REPORT)[0].dump() == first
    assert built(PAPERS, settings=Settings(validate=False, workers=2))[0].dump() == first
    assert first.count(b"\n") > 3_000


def test_a_new_store_has_the_registers() -> None:
    graphs = built(MOTION)[0].graphs()
    assert len([graph for graph in graphs if "/graph/register/" in graph]) >= 10


def test_the_same_paper_twice_changes_nothing() -> None:
    store, _ = built(REPORT)
    before = store.dump(ledger=True)
    report = build_store(store, [str(REPORT)], QUICK)
    assert report.unchanged == [str(REPORT)]
    assert report.built == []
    assert store.dump(ledger=True) == before


def test_a_new_version_replaces_the_whole_graph(tmp_path: Path) -> None:
    copy = tmp_path / REPORT.name
    shutil.copy(REPORT, copy)
    store, _ = built(copy)
    copy.write_text(REPORT.read_text("utf-8").replace("JA21 hebben", "Volt hebben"), encoding="utf-8")
    report = build_store(store, [str(copy)], QUICK)
    assert len(report.built) == 1
    assert {r["askedByLabel"] for r in run(store, "questions-answers").values()} == {"Volt"}


def test_two_papers_with_one_identifier_are_never_merged(tmp_path: Path) -> None:
    other = tmp_path / "other-name.md"
    other.write_text(REPORT.read_text("utf-8").replace("beperkt", "groot"), encoding="utf-8")
    store, _ = built(REPORT)
    before = store.dump()
    report = build_store(store, [str(other)], QUICK)
    assert report.exit_code == 3 - 0 if not report.unchanged else 1
    assert "claims to be" in report.refused[0].message
    assert REPORT.name in report.refused[0].message
    assert store.dump() == before
    assert built(REPORT, other)[0].dump() == built(other, REPORT)[0].dump()


def test_a_reprint_is_a_revision_not_a_rival(tmp_path: Path) -> None:
    reprint = tmp_path / "kst-36704-63-h1.xml"
    text = MOTION.read_text("utf-8").replace('content="kst-36704-63"', 'content="kst-36704-63-h1"')
    reprint.write_text(text, encoding="utf-8")
    store, report = built(MOTION, reprint)
    assert not report.refused
    revisions = store.query("SELECT ?n WHERE { ?n prov:wasRevisionOf ?o }")
    assert [row[0].value.rsplit("/", 1)[-1] for row in revisions.rows] == ["36704-63-h1"]  # type: ignore[union-attr]


BAD = {
    "empty.md": b"",
    "binary.txt": b"\x00\x01\x02\xff" * 300,
    "cut.xml": MOTION.read_bytes()[:900],
    "bomb.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    "page.pdf.txt": b"%PDF-1.7 and so on",
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_named_and_the_others_go_through(name: str, tmp_path: Path) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    _, report = built(bad, REPORT)
    assert len(report.built) == 1
    assert report.exit_code == 1
    assert name in report.refused[0].message
    assert len(report.refused[0].message) > len(str(bad)) + 20


def test_nothing_readable_is_exit_three(tmp_path: Path) -> None:
    bad = tmp_path / "empty.md"
    bad.write_bytes(b"")
    assert built(bad)[1].exit_code == 3


ODD = {
    "latin.txt": REPORT.read_text("utf-8").encode("cp1252", "replace"),
    "utf16.txt": REPORT.read_text("utf-8").encode("utf-16"),
    "long.txt": b"Kamerstuk 32 317 " * 4_000,
    "no-notes.md": REPORT.read_text("utf-8").replace("² *Kamer", "*Kamer").encode(),
    "double-note.md": REPORT.read_text("utf-8").replace("³ *Kamer", "² *Kamer").encode(),
    "only-answers.md": REPORT.read_text("utf-8").replace("1. Welke", "7. Welke", 1).encode(),
}


@pytest.mark.parametrize("name", sorted(ODD))
def test_damage_is_read_or_told(name: str, tmp_path: Path) -> None:
    odd = tmp_path / name
    odd.write_bytes(ODD[name])
    _, report = built(odd)
    assert len(report.built) == 1
    assert not report.refused


def test_a_paper_is_removed_with_all_that_it_said(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        build_store(store, [str(REPORT), str(MOTION)], QUICK)
        paper = next(g for g in store.graphs() if g.endswith("39500-B"))
        assert store.remove_graph(paper)
        assert paper not in store.graphs()
        assert {(r["paper"] or "").rsplit("/", 1)[-1] for r in run(store, "papers").values()} == {"36704-63"}


def test_another_base_is_honoured() -> None:
    store, _ = built(MOTION, settings=Settings(base="https://example.org/x/", validate=False))
    assert all(g.startswith("https://example.org/x/") for g in store.graphs())


def test_folders_are_searched_and_sorted() -> None:
    assert [Path(p).name for p in collect_paths([str(PAPERS), str(REPORT)])] == sorted([REPORT.name, MOTION.name])


def test_every_quote_is_the_text_and_every_fact_has_one() -> None:
    store, _ = built(REPORT, MOTION)
    bad = store.query(
        "SELECT ?sel WHERE { GRAPH ?p { ?p sov:manifestation ?f . ?f sov:text ?t . ?q oa:hasSelector ?sel ."
        " ?sel oa:start ?s ; oa:end ?e ; oa:exact ?x } FILTER (SUBSTR(?t, ?s + 1, ?e - ?s) != ?x) }"
    )
    bare = store.query(
        "SELECT ?a WHERE { GRAPH ?p { ?a a sov:Assertion FILTER NOT EXISTS { ?a prov:wasDerivedFrom ?q } } }"
    )
    assert bad.rows == ()  # type: ignore[union-attr]
    assert bare.rows == ()  # type: ignore[union-attr]


def test_new_content_under_the_same_name_is_told(tmp_path: Path) -> None:
    copy = tmp_path / REPORT.name
    shutil.copy(REPORT, copy)
    store, first = built(copy)
    assert first.replaced == []
    copy.write_text(REPORT.read_text("utf-8") + "\n", encoding="utf-8")
    second = build_store(store, [str(copy)], QUICK)
    assert [p.source for p in second.replaced] == [str(copy)]
    assert all(p.nquads == b"" for p in second.built)


def test_a_folder_without_papers_is_told(tmp_path: Path) -> None:
    _, report = built(tmp_path)
    assert report.exit_code == 3
    assert "no papers in this folder" in report.refused[0].message
    assert built(tmp_path, REPORT)[1].exit_code == 1


HEADER = "paper\tstart\tend\ttype\tjudgement\ttarget\twho\tdate\tnote\n"


@pytest.mark.parametrize(
    "content", [b"", b"nonsense\n", b"\xff\xfe\x00", b"paper\tstart\n", HEADER.encode() + b"x\ty\n"]
)
def test_a_file_that_holds_no_corrections_is_an_error(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "corrections.tsv"
    file.write_bytes(content)
    with pytest.raises(ConfigError, match=r"not a corrections file"):
        built(MOTION, settings=Settings(validate=False, corrections=str(file)))


def test_corrections_without_effect_are_told(tmp_path: Path) -> None:
    file = tmp_path / "corrections.tsv"
    rows = ("kst-36704-63\t3\t6\tperson", "kst-1-9\t3\t6\tperson")
    file.write_text(HEADER + "".join(f"{row}\twrong\t\tAB\t2026-04-01\tx\n" for row in rows), encoding="utf-8")
    settings = Settings(validate=False, corrections=str(file))
    store, report = built(MOTION, settings=settings)
    assert [c.paper for c in report.unmatched] == ["kst-1-9", "kst-36704-63"]
    assert report.exit_code == 1
    again = build_store(store, [str(MOTION)], settings)
    assert [c.paper for c in again.unmatched] == ["kst-1-9"]


def test_papers_are_stored_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that is stopped keeps what was read, and the next build makes the same store as one whole build."""
    monkeypatch.setattr(run_of_a_build, "BATCH_PAPERS", 1)
    store = memory_store()

    def stop(results: object, total: int) -> object:
        yield next(results)  # type: ignore[call-overload]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_store(store, [str(REPORT), str(MOTION)], QUICK, progress=stop)  # type: ignore[arg-type]
    assert sum(e.source.startswith("kst-") for e in store.ledger().values()) == 1
    report = build_store(store, [str(REPORT), str(MOTION)], QUICK)
    assert (len(report.built), len(report.unchanged)) == (1, 1)
    assert store.dump() == built(REPORT, MOTION)[0].dump()


def test_big_files_come_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "BIG_FILE", REPORT.stat().st_size)
    seen: list[str] = []
    real = reading.build_one

    def noted(item: reading.Item, settings: Settings) -> reading.Result:
        seen.append(Path(str(item)).name)
        return real(item, settings)

    monkeypatch.setattr(reading, "build_one", noted)
    built(REPORT, MOTION, settings=QUICK)
    assert seen[-1] == REPORT.name


def test_inferences_follow_a_killed_build(monkeypatch: pytest.MonkeyPatch) -> None:
    store = memory_store()
    monkeypatch.setattr(building, "refresh_inferences", lambda *_: None)
    build_store(store, [str(REPORT)], QUICK)
    monkeypatch.undo()
    assert build_store(store, [str(REPORT)], QUICK).built == []
    assert store.dump() == built(REPORT)[0].dump()


def test_rules_have_a_version_of_their_own_bytes() -> None:
    assert len(rules_version()) == 16
    assert rules_version() == rules_version()


def test_a_file_over_the_limit_is_refused_and_the_others_go_through(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_text("het lid van de Kamer " * 1_000, encoding="utf-8")
    report = built(big, REPORT, settings=Settings(validate=False, max_bytes=20_000))[1]
    assert [refused.source for refused in report.refused] == [str(big)]
    assert "max_bytes" in report.refused[0].message
    assert len(report.built) == 1


def _corrections(tmp_path: Path) -> Path:
    """A file that says that one person of the motion is the right one."""
    mention = next(m for m in read_paper(MOTION).mentions if m.type is MentionType.PERSON and m.iri)
    file = tmp_path / "corrections.tsv"
    head = "paper\tstart\tend\ttype\tjudgement\ttarget\twho\tdate\tnote\n"
    row = f"kst-36704-63\t{mention.start}\t{mention.end}\tperson\tright\t\tAB\t2026-05-07\t\n"
    file.write_text(head + row, encoding="utf-8")
    return file


def test_a_corrected_fact_says_so_and_keeps_to_the_shapes(tmp_path: Path) -> None:
    store, report = built(MOTION, settings=Settings(corrections=str(_corrections(tmp_path))))
    assert report.exit_code == 0
    found = store.query("SELECT DISTINCT ?kind { ?a sov:basis sov:BasisCorrected ; a ?kind }")
    assert {row[0].value.rpartition("#")[2] for row in found} == {"Assertion", "Mention"}  # type: ignore[union-attr]


def test_corrections_are_remembered(tmp_path: Path) -> None:
    file = _corrections(tmp_path)
    store, _ = built(MOTION, settings=Settings(validate=False, corrections=str(file)))
    before = store.dump()
    again = build_store(store, [str(MOTION)], QUICK)
    assert again.corrections and again.corrections.again == str(file)
    assert again.unchanged == [str(MOTION)]
    file.unlink()
    lost = build_store(store, [str(MOTION)], QUICK)
    assert lost.corrections and lost.corrections.lost == str(file)
    assert lost.unchanged == [str(MOTION)]
    assert store.dump() == before
    none = Settings(validate=False, origins=(("corrections", "option"),))
    assert len(build_store(store, [str(MOTION)], none).built) == 1
    assert store.dump() != before
    assert build_store(store, [str(MOTION)], QUICK).corrections == Remembered(QUICK)


EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "dossier-32317"
CASES, METADATA = EXAMPLES / "zaken-36704.json", EXAMPLES / "kst-32317-QC.metadata.xml"


def test_a_register_file_has_a_graph_of_its_own(tmp_path: Path) -> None:
    store, report = built(CASES, METADATA)
    assert [paper.genre for paper in report.built] == ["register", "register"]
    assert all(paper.statements for paper in report.built)
    changed = tmp_path / CASES.name
    changed.write_text(CASES.read_text("utf-8").replace("Overbodig", "Ontraden"), "utf-8")
    report = build_store(store, [str(changed)], QUICK)
    assert [paper.replaced for paper in report.built] == [True]
    rows = run(store, "cases").values()
    assert {row["assessment"] for row in rows} == {"Ontraden"}


def test_the_metadata_inside_a_paper_comes_and_goes_with_it(tmp_path: Path) -> None:
    paper = tmp_path / "kst-36704-63.xml"
    shutil.copy(EXAMPLES / paper.name, paper)
    store, report = built(paper)
    graph = f"{report.built[0].iri}/metadata"
    assert b"/regel/register." in store.graph_quads(graph)
    assert b"/regel/register." not in store.graph_quads(report.built[0].iri)
    text = paper.read_text("utf-8")
    paper.write_text(text[: text.index("<metadata>")] + text[text.index("<kamerstuk>") :], "utf-8")
    build_store(store, [str(paper)], QUICK)
    assert store.graph_quads(graph) == b""


def test_json_that_is_no_register_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "iets.json").write_text('{"a": 1}', "utf-8")
    _, report = built(tmp_path)
    assert "no answer of the Tweede Kamer's OData service" in report.refused[0].message


def rivals(tmp_path: Path, *names: str) -> list[Path]:
    """Files that claim to be the report, each with other words."""
    for number, name in enumerate(names):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REPORT.read_text("utf-8").replace("beperkt", "groot" * number), encoding="utf-8")
    return [tmp_path / name for name in names]


def test_two_files_of_one_name_in_two_folders_are_rivals_in_every_build(tmp_path: Path) -> None:
    files = rivals(tmp_path, "a/stuk.md", "b/stuk.md")
    store, _ = built(*files)
    before = store.dump(ledger=True)
    for _ in range(2):
        report = build_store(store, [str(f) for f in files], QUICK)
        assert [(r.source, "claims to be" in r.message) for r in report.refused] == [(str(files[1]), True)]
        assert store.dump(ledger=True) == before


@pytest.mark.parametrize("stop_after", [1, 2])
def test_a_killed_build_of_rivals_ends_like_a_whole_one(
    stop_after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A big file comes last, also where its name is first; of the same bytes twice the first one read counts."""
    files = rivals(tmp_path, "b.md", "a.md")
    files.append(Path(shutil.copy(files[0], tmp_path / "c.md")))
    monkeypatch.setattr(inputs, "BIG_FILE", files[1].stat().st_size)
    monkeypatch.setattr(run_of_a_build, "BATCH_PAPERS", 1)
    paths = [str(f) for f in files]
    whole, store = memory_store(), memory_store()
    build_store(whole, paths, QUICK)

    def stop(results: object, total: int) -> object:
        for _ in range(stop_after):
            yield next(results)  # type: ignore[call-overload]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_store(store, paths, QUICK, progress=stop)  # type: ignore[arg-type]
    build_store(store, paths, QUICK)
    assert store.dump(ledger=True) == whole.dump(ledger=True)


def test_the_same_bytes_under_two_names_are_told(tmp_path: Path) -> None:
    twin = Path(shutil.copy(REPORT, tmp_path / "z.md"))
    _, report = built(REPORT, twin)
    assert (len(report.built), report.unchanged) == (1, [str(twin)])


def test_results_keep_their_order_with_several_processes() -> None:
    items = [Refused(str(n), "x") for n in range(100)]
    assert list(reading.read_all(items, Settings(workers=2, validate=False))) == items


def test_a_surprise_in_one_file_never_stops_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(source: Source, env: Environment) -> object:
        if source.uri.endswith("odd.md"):
            raise KeyError("odd")
        return pipeline.read_paper(source, env)

    monkeypatch.setattr(reading, "read_paper", odd)
    (tmp_path / "odd.md").write_text("hallo")
    _, report = built(tmp_path / "odd.md", REPORT)
    assert len(report.built) == 1
    assert "reading it failed (KeyError: 'odd')" in report.refused[0].message


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(MOTION.read_bytes()), daemon=True)
    writer.start()
    _, report = built(pipe)
    assert [p.iri.rpartition("/")[2] for p in report.built] == ["36704-63"]


def test_a_huge_file_is_never_held_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sovgraph.read.source.MAX_BYTES", 1_000)
    _, report = built(MOTION)
    assert "more than 1,000 bytes" in report.refused[0].message


def test_papers_of_every_format_are_built() -> None:
    """The readers' own imitations, with all that real files carry: document types, metadata, menus."""
    folder = Path(__file__).resolve().parent / "read" / "fixtures"
    files = [p for p in sorted(folder.iterdir()) if p.suffix in (".xml", ".html")]
    assert len(files) >= 13
    reports = [built(path)[1] for path in files]
    assert [report.refused for report in reports] == [[]] * len(files)
