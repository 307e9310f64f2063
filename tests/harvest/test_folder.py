"""The result folder: what is left after a kill, who may write, what was altered."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.harvest.conftest import Run
from tests.harvest.server import Fault

from sovgraph.errors import ResourceError, StoreError
from sovgraph.harvest import Clock, Got, HarvestReport, Row, counts
from sovgraph.harvest.folder import Folder, is_safe
from sovgraph.harvest.manifest import read_rows

RowOf = Callable[[HarvestReport, str], Row]
NAME = "kst-39500-1"
XML = f"papers/{NAME}/{NAME}.xml"


def broken_off(run: Run, after: int) -> None:
    """A run that ends like a kill: the journal stays, the manifest isn't written."""
    folder = Folder(run.folder, "key", run.times.clock())
    with folder:
        for number in range(after):
            folder.keep(Row(path=f"papers/a/{number}.xml", url="u", status=Got.HAD), b"<x/>")


def test_a_run_of_the_same_selection_goes_on(run: Run) -> None:
    broken_off(run, 3)
    with Folder(run.folder, "key", run.times.clock()) as folder:
        assert sorted(folder.done) == [f"papers/a/{n}.xml" for n in range(3)]
        assert folder.settled("papers/a/1.xml")


def test_another_selection_begins_anew_but_forgets_nothing(run: Run) -> None:
    broken_off(run, 3)
    with Folder(run.folder, "other", run.times.clock()) as folder:
        assert folder.done == {}
        assert folder.known("papers/a/1.xml")
    assert len((run.folder / "manifest.jsonl").read_text("utf-8").splitlines()) == 3


def test_after_a_day_all_is_asked_again(run: Run) -> None:
    broken_off(run, 3)
    run.times.later(hours=25)
    with Folder(run.folder, "key", run.times.clock()) as folder:
        assert folder.done == {}


def test_a_torn_last_line_of_the_journal_is_no_line(run: Run) -> None:
    broken_off(run, 3)
    journal = run.folder / ".harvest" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-9])
    with Folder(run.folder, "key", run.times.clock()) as folder:
        assert len(folder.done) == 2


def test_half_written_files_are_cleared(run: Run) -> None:
    broken_off(run, 1)
    part = run.folder / ".harvest" / "tmp" / "17.part"
    part.write_bytes(b"<half")
    with Folder(run.folder, "key", run.times.clock()):
        assert not part.exists()


def test_a_file_without_its_line_is_had_again(run: Run, row_of: RowOf) -> None:
    run()
    path = next(p for p in run.services.imitation.files if p.endswith(f"{NAME}.xml"))
    changed = run.services.imitation.files[path].replace(b"Nagebootst.", b"Opnieuw nagebootst.")
    run.services.imitation.files[path] = changed
    (run.folder / XML).write_bytes(changed)
    assert row_of(run(), XML).status is Got.CHANGED


def test_two_harvests_at_once_are_refused(run: Run) -> None:
    with Folder(run.folder, "key", Clock()), pytest.raises(StoreError, match="another harvest is busy"):
        run()


def test_a_folder_that_is_a_file_is_refused(run: Run) -> None:
    run.folder.write_text("x")
    with pytest.raises(StoreError, match="can't be written"):
        run()


def test_a_deleted_file_is_had_again(run: Run, row_of: RowOf) -> None:
    run()
    (run.folder / XML).unlink()
    assert row_of(run(), XML).status is Got.HAD
    assert (run.folder / XML).is_file()


def test_verify_finds_what_was_altered(run: Run, row_of: RowOf) -> None:
    run()
    good = (run.folder / XML).read_bytes()
    (run.folder / XML).write_bytes(good.replace(b"39", b"93"))
    assert run().altered == ()
    report = run(verify=True)
    assert report.altered == (XML,)
    assert (run.folder / XML).read_bytes() == good


def test_a_failed_file_is_tried_again_when_the_run_goes_on(run: Run, row_of: RowOf) -> None:
    run.services.lasting[f"{NAME}.xml"] = Fault("status", 500)
    assert row_of(run(), XML).status is Got.FAILED
    run.services.lasting.clear()
    assert row_of(run(), XML).status is Got.HAD


def test_rows_of_other_selections_stay_in_the_manifest(run: Run) -> None:
    run(dossiers=[], papers=["kst-39500-1"])
    report = run(dossiers=[], papers=["kst-39500-2"])
    assert counts(report.rows)[Got.HAD] == 3
    assert len((run.folder / "manifest.jsonl").read_text("utf-8").splitlines()) == 6


def test_a_damaged_manifest_is_told_with_its_line(run: Run) -> None:
    run()
    path = run.folder / "manifest.jsonl"
    path.write_text(path.read_text("utf-8") + "{}\n", "utf-8")
    with pytest.raises(ResourceError, match=r"manifest\.jsonl:19"):
        run()


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", "a//b", "a/b\n", "ü.xml", "", "a/.x"])
def test_paths_that_lead_elsewhere_are_not_safe(path: str) -> None:
    assert not is_safe(path)


def test_the_manifest_has_a_key_for_everything_promised(run: Run) -> None:
    run(limit=1)
    row = json.loads((run.folder / "manifest.jsonl").read_text("utf-8").splitlines()[0])
    promised = "path url sha256 bytes media_type retrieved etag last_modified status reason".split()
    assert sorted(row) == sorted(promised)


def test_paths_of_papers_are_safe(tmp_path: Path) -> None:
    assert is_safe("papers/kst-36600-XVI-3/kst-36600-XVI-3.metadata.xml")
    assert is_safe(".harvest/listings/0123.body")


@pytest.mark.parametrize("way", ["../mine.xml", "{outside}"])
def test_a_manifest_that_lies_removes_nothing_outside(way: str, run: Run) -> None:
    mine = run.folder.parent / "mine.xml"
    mine.write_text("<mine/>")
    run.folder.mkdir(exist_ok=True)
    row = {"path": way.format(outside=mine), "url": "u", "status": "had", "sha256": "0" * 64, "bytes": 1}
    (run.folder / "manifest.jsonl").write_text(json.dumps(row) + "\n")
    with Folder(run.folder, "key", Clock()) as folder:
        assert folder.verify() == (row["path"],)
    assert mine.is_file()


def test_a_title_with_a_line_separator_is_read_back(run: Run) -> None:
    with Folder(run.folder, "key", Clock()) as folder:
        folder.keep(Row(path="a.xml", url="u", status=Got.FAILED, reason="een\u2028twee\x85drie"))
        folder.finish()
    assert read_rows(run.folder / "manifest.jsonl")["a.xml"].reason == "een\u2028twee\x85drie"
