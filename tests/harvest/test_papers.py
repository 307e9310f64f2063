"""Papers of a dossier: which files come, what the manifest says, what a second run transfers."""

import hashlib
import json
from collections.abc import Callable
from datetime import date

import pytest
from tests.harvest.conftest import Run
from tests.harvest.imitation import Paper

from sovgraph.errors import ConfigError
from sovgraph.harvest import Got, HarvestReport, Row, counts, origins, selection_of

RowOf = Callable[[HarvestReport, str], Row]
NAME = "kst-39500-1"
XML = f"papers/{NAME}/{NAME}.xml"


def test_a_dossier_gives_text_metadata_and_record_of_each_paper(run: Run) -> None:
    report = run()
    assert report.exit_code == 0
    names = [f"kst-39500-{n}" for n in range(1, 7)]
    expected = {f"papers/{n}/{n}.xml" for n in names} | {f"papers/{n}/{n}.metadata.xml" for n in names}
    assert run.files() == expected | {f"sru/{n}.xml" for n in names} | {"manifest.jsonl"}


def test_files_are_kept_as_they_came(run: Run) -> None:
    run()
    sent = {hashlib.sha256(data).digest() for data in run.services.imitation.files.values()}
    kept = [p for p in (run.folder / "papers").rglob("*") if p.is_file()]
    assert len(kept) == 12
    assert all(hashlib.sha256(p.read_bytes()).digest() in sent for p in kept)


def test_the_manifest_describes_each_file(run: Run) -> None:
    run()
    lines = (run.folder / "manifest.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["path"] for row in rows] == sorted(run.files() - {"manifest.jsonl"})
    row = next(row for row in rows if row["path"] == XML)
    data = (run.folder / XML).read_bytes()
    assert row["sha256"] == hashlib.sha256(data).hexdigest()
    assert row["bytes"] == len(data)
    assert row["url"].startswith(run.services.base)
    assert row["media_type"] == "application/xml"
    assert row["retrieved"] == "2026-01-10T12:00:00+00:00"
    assert row["etag"] and row["last_modified"]


def test_a_second_run_transfers_no_body(run: Run) -> None:
    run()
    before = (run.folder / "manifest.jsonl").read_text("utf-8")
    run.services.reset()
    run.times.later(days=3)
    report = run()
    assert run.services.bodies == 0
    assert counts(report.rows)[Got.UNCHANGED] == 18
    assert (run.folder / "manifest.jsonl").read_text("utf-8") == before.replace('"had"', '"unchanged"')


def test_a_changed_paper_is_had_again(run: Run, row_of: RowOf) -> None:
    run()
    path = next(p for p in run.services.imitation.files if p.endswith(f"{NAME}.xml"))
    run.services.imitation.files[path] = run.services.imitation.files[path].replace(b"Nagebootst.", b"Herzien.")
    run.times.later(days=1)
    report = run()
    row = row_of(report, XML)
    assert (row.status, row.retrieved) == (Got.CHANGED, "2026-01-11T12:00:00+00:00")
    assert b"Herzien." in (run.folder / XML).read_bytes()
    assert counts(report.rows)[Got.CHANGED] == 1


def test_without_marks_of_the_service_the_bytes_are_compared(run: Run) -> None:
    run.services.conditional = False
    run()
    report = run()
    assert counts(report.rows)[Got.UNCHANGED] == 18


def test_html_is_taken_where_there_is_no_xml(run: Run) -> None:
    run.services.imitation.drop(NAME, "xml")
    report = run()
    assert report.exit_code == 0
    assert f"papers/{NAME}/{NAME}.html" in run.files()
    assert XML not in {row.path for row in report.rows}


def test_pdf_is_the_last_resort(run: Run) -> None:
    run.services.imitation.drop(NAME, "xml")
    run.services.imitation.drop(NAME, "html")
    run()
    assert f"papers/{NAME}/{NAME}.pdf" in run.files()


def test_the_xml_takes_the_place_of_the_html_once_it_is_there(run: Run) -> None:
    path = next(p for p in run.services.imitation.files if p.endswith(f"{NAME}.xml"))
    kept = run.services.imitation.files.pop(path)
    run()
    run.services.imitation.files[path] = kept
    run()
    assert XML in run.files()
    assert f"papers/{NAME}/{NAME}.html" not in run.files()


def test_a_paper_without_any_format_is_missing(run: Run, row_of: RowOf) -> None:
    for form in ("xml", "html", "pdf"):
        run.services.imitation.drop(NAME, form)
    report = run()
    assert report.exit_code == 1
    assert row_of(report, XML).status is Got.MISSING
    assert [row.path for row in report.absent] == [XML]


def test_a_paper_that_is_withdrawn_keeps_its_file(run: Run, row_of: RowOf) -> None:
    run()
    for form in ("xml", "html", "pdf"):
        run.services.imitation.drop(NAME, form)
    report = run()
    assert row_of(report, XML).status is Got.MISSING
    assert (run.folder / XML).is_file()
    assert f"papers/{NAME}/{NAME}.html" not in run.files()


def test_single_papers(run: Run) -> None:
    report = run(dossiers=[], papers=["KST-39500-2", "kst-39500-5"])
    assert report.exit_code == 0
    assert {row.path for row in report.rows if row.path.startswith("sru/")} == {
        "sru/kst-39500-2.xml",
        "sru/kst-39500-5.xml",
    }


def test_a_paper_that_is_not_listed_is_missing(run: Run) -> None:
    report = run(dossiers=[], papers=["kst-39500-77"])
    assert report.exit_code == 3
    assert [row.reason for row in report.absent] == ["the service doesn't list it"]


def test_a_dossier_without_papers_is_told(run: Run) -> None:
    report = run(dossiers=["11111"])
    assert report.exit_code == 3
    assert "lists no papers" in report.failures[0].reason


def test_genre_chamber_and_limit_narrow(run: Run) -> None:
    assert {r.path for r in run(genres=["Motie"]).rows if r.path.startswith("sru")} == {
        "sru/kst-39500-3.xml",
        "sru/kst-39500-6.xml",
    }
    assert len([r for r in run(limit=2).rows if r.path.startswith("sru")]) == 2
    assert not run(chamber="I").rows


def test_a_genre_that_the_dossier_lacks_is_told_with_what_it_has(run: Run) -> None:
    report = run(genres=["amendement"])
    assert report.failures[0].reason == "no paper of that genre; the listing has: Brief 4, Motie 2"


def test_since_asks_for_what_was_modified(run: Run) -> None:
    new = Paper("kst-39500-9", "39500", "9", date(2026, 2, 1), "Brief", "Tweede Kamer der Staten-Generaal")
    new.modified = date(2026, 2, 2)
    run.services.imitation.add(new)
    report = run(dossiers=[], since="2026-02-01")
    assert [r.path for r in report.rows if r.path.startswith("sru")] == ["sru/kst-39500-9.xml"]
    assert run(dossiers=[], since="2026-03-01").exit_code == 0


def test_a_dossier_with_a_suffix(run: Run) -> None:
    paper = Paper("kst-36600-XVI-3", "36600-XVI", "3", date(2025, 1, 1), "Motie", "Tweede Kamer der Staten-Generaal")
    run.services.imitation.add(paper)
    assert "sru/kst-36600-XVI-3.xml" in {row.path for row in run(dossiers=["36 600 XVI"]).rows}


def test_origins_say_where_files_came_from(run: Run) -> None:
    run()
    found = origins(run.folder)
    assert len(found) == 18
    origin = found[str(run.folder / XML)]
    assert origin.url.endswith(f"/{NAME}.xml")
    assert origin.retrieved == "2026-01-10T12:00:00+00:00"


def test_an_altered_file_has_no_origin(run: Run) -> None:
    run()
    (run.folder / XML).write_text("<x/>")
    assert str(run.folder / XML) not in origins(run.folder)


def test_a_folder_without_manifest_has_no_origins(run: Run) -> None:
    assert origins(run.folder) == {}


def test_an_identifier_that_leads_out_of_the_folder_is_refused(run: Run) -> None:
    creator = "Tweede Kamer der Staten-Generaal"
    run.services.imitation.add(Paper("../../kst-1", "39500", "8", date(2025, 1, 1), "Brief", creator))
    report = run()
    assert report.exit_code == 1
    assert "isn't an identifier" in report.failures[0].reason
    assert not list(run.folder.parent.glob("kst*"))


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"dossiers": ["abc"]},
        {"papers": ["../x"]},
        {"since": "yesterday"},
        {"dossiers": ["1"], "formats": "docx"},
        {"dossiers": ["1"], "what": "everything"},
        {"dossiers": ["1"], "limit": 0},
        {"papers": ["kst-1-1"], "what": "votes"},
    ],
)
def test_what_cannot_be_asked_is_wrong_use(asked: dict[str, object]) -> None:
    with pytest.raises(ConfigError):
        selection_of(**asked)  # type: ignore[arg-type]
