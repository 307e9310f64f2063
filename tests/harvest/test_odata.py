"""The open data of the Tweede Kamer: rows of a dossier, registers as a whole, changes since a day."""

import json
from typing import Any

import pytest
from tests.harvest.conftest import Run
from tests.harvest.odata_service import guid
from tests.harvest.server import Fault

from sovgraph.harvest import Got, counts
from sovgraph.harvest.odata import asked, canonical, dossier_filter

DATA = "cases,votes,commitments,persons,parties,committees"


def rows(run: Run, entity: str) -> list[dict[str, Any]]:
    """All rows of an entity in the folder."""
    found = []
    for path in sorted((run.folder / "odata" / entity).glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        found += page.get("value", [page])
    return found


def test_all_rows_of_the_dossier_come_whatever_the_pages(run: Run) -> None:
    assert run(what=DATA).exit_code == 0
    numbers = {entity: len({row["Id"] for row in rows(run, entity)}) for entity in ("Zaak", "Document", "Besluit")}
    assert numbers == {"Zaak": 20, "Document": 20, "Besluit": 20}
    assert len(rows(run, "Persoon")) == 14
    assert rows(run, "Activiteit")[0]["Toezegging"][0]["Nummer"] == "TZ202401-001"


def test_votes_come_with_their_decision(run: Run) -> None:
    run(what="votes")
    assert all([vote["Soort"] for vote in row["Stemming"]] == ["Voor", "Tegen"] for row in rows(run, "Besluit"))


def test_rows_that_were_taken_back_stay_away(run: Run) -> None:
    run(what="cases")
    assert guid("Zaak", 900) not in {row["Id"] for row in rows(run, "Zaak")}


def test_the_dossier_with_the_suffix_is_another(run: Run) -> None:
    run(what="cases", dossiers=["39500-XVI"])
    assert [row["Toevoeging"] for row in rows(run, "Kamerstukdossier")] == ["XVI"]
    assert rows(run, "Zaak") == []


def test_a_dossier_that_the_chamber_lacks_is_missing(run: Run) -> None:
    report = run(what="cases", dossiers=["11111"])
    assert report.exit_code == 3
    assert report.absent[0].reason == "the Tweede Kamer has no such dossier"


def test_a_second_run_transfers_no_body(run: Run) -> None:
    run(what=DATA)
    run.services.reset()
    report = run(what=DATA)
    assert run.services.bodies == 0
    assert set(counts(report.rows).values()) == {0, len(report.rows)}


def test_pages_that_are_no_longer_there_go(run: Run) -> None:
    run(what="persons")
    for number in range(1, 10):
        del run.services.odata.tables["Persoon"][guid("Persoon", number)]
    run(what="persons")
    assert len(rows(run, "Persoon")) == 5
    assert "odata/Persoon/all-0003.json" not in (run.folder / "manifest.jsonl").read_text("utf-8")


def test_a_renamed_property_is_told_in_the_words_of_the_service(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.harvest import odata_service

    monkeypatch.setitem(odata_service.RELATIONS, "Besluit", {"Stemmingen", "Zaak"})
    report = run(what="votes")
    assert report.exit_code == 1
    assert "Could not find a property named 'Stemming'" in report.failures[0].reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<html><body>Storing</body></html>", "an HTML page (application/json) instead of JSON"),
        (b'{"value": {}}', "no list 'value'"),
        (b'{"value": [{"id": 1}]}', "a row without 'Id'"),
        (b'{"value": [', "not well-formed JSON"),
    ],
)
def test_an_answer_of_another_kind_is_told(run: Run, body: bytes, reason: str) -> None:
    run.services.lasting["Persoon"] = Fault("body", 200, {"Content-Type": "application/json"}, body)
    report = run(what="persons")
    assert report.exit_code == 3
    assert reason in report.failures[0].reason


@pytest.mark.parametrize(
    ("link", "reason"),
    [("http://127.0.0.1:9/Persoon", "outside the configured services"), ("Persoon?$skiptoken=0", "lead back")],
)
def test_a_next_link_that_leads_astray_is_not_followed(run: Run, link: str, reason: str) -> None:
    body = json.dumps({"value": [{"Id": guid("Persoon", 1)}], "@odata.nextLink": link}).encode()
    run.services.lasting["Persoon"] = Fault("body", 200, {"Content-Type": "application/json"}, body)
    assert reason in run(what="persons").failures[0].reason


def test_the_same_rows_give_the_same_bytes() -> None:
    one = {"value": [{"Id": "b", "Naam": "x"}, {"Naam": "y", "Id": "a"}]}
    two = {"value": [{"Id": "a", "Naam": "y"}, {"Id": "b", "Naam": "x"}]}
    assert canonical(one) == canonical(two)


def test_a_page_without_rows_is_no_file(run: Run) -> None:
    run.services.odata.tables["Commissie"].clear()
    assert run(what="committees").exit_code == 0
    assert not (run.folder / "odata").exists()
    run.services.reset()
    run(what="committees")
    assert run.services.bodies == 0


@pytest.mark.parametrize(
    ("dossier", "expected"),
    [
        ("32317", "Verwijderd eq false and Nummer eq 32317 and Toevoeging eq null"),
        ("36600-XVI", "Verwijderd eq false and Nummer eq 36600 and Toevoeging eq 'XVI'"),
        ("CXLVI", ""),
    ],
)
def test_dossiers_are_asked_for_by_number_and_suffix(dossier: str, expected: str) -> None:
    assert dossier_filter(dossier) == expected


def test_every_kind_of_data_is_asked_for_somewhere() -> None:
    assert {a.what for a in asked()} == set(DATA.split(","))


def test_changes_since_a_day_are_found_by_the_feed(run: Run) -> None:
    for number in range(1, 12):
        updated = f"2026-01-{number:02}T09:00:00.1234567Z"
        run.services.feeds.change(1000 + 7 * number, "Zaak", guid("Zaak", number), updated)
    run.services.feeds.change(2000, "Zaak", guid("Zaak", 900), "2026-01-12T09:00:00Z")
    report = run(dossiers=[], since="2026-01-08", what="cases")
    assert report.exit_code == 0
    found = {row["Id"]: row["Verwijderd"] for row in rows(run, "Zaak")}
    assert found == {**{guid("Zaak", n): False for n in (8, 9, 10, 11)}, guid("Zaak", 900): True}


def test_the_place_in_a_long_feed_is_found_in_few_requests(run: Run) -> None:
    run.services.feeds.size = 50
    for number in range(1, 12):
        day = f"2026-01-{number:02}T09:00:00Z"
        for part in range(200):
            run.services.feeds.change(1_000_000 + 9000 * number + part, "Zaak", guid("Zaak", number), day)
    assert run(dossiers=[], since="2026-01-10", what="cases").exit_code == 0
    assert {row["Id"] for row in rows(run, "Zaak")} == {guid("Zaak", 10), guid("Zaak", 11)}
    assert len([r for r in run.services.requests if "category=Zaak" in r]) < 30


def test_changes_asked_for_again_transfer_nothing(run: Run) -> None:
    for number in range(1, 12):
        run.services.feeds.change(50 * number, "Zaak", guid("Zaak", number), f"2026-01-{number:02}T09:00:00Z")
    run(dossiers=[], since="2026-01-06", what="cases")
    run.services.reset()
    report = run(dossiers=[], since="2026-01-06", what="cases")
    assert run.services.bodies == 0
    assert counts(report.rows)[Got.UNCHANGED] == 6


def test_nothing_changed_is_no_failure(run: Run) -> None:
    report = run(dossiers=[], since="2026-01-06", what="cases")
    assert (report.exit_code, report.rows, report.problems) == (0, (), ())


def test_a_changed_row_stands_in_a_file_that_says_its_kind(run: Run) -> None:
    run.services.feeds.change(5, "Zaak", guid("Zaak", 7), "2026-01-08T09:00:00Z")
    run(dossiers=[], since="2026-01-06", what="cases")
    row = json.loads((run.folder / f"odata/Zaak/{guid('Zaak', 7)}.json").read_text("utf-8"))
    assert row["@odata.context"].endswith("$metadata#Zaak/$entity")


def test_registers_come_whole_whatever_changed(run: Run) -> None:
    report = run(dossiers=[], since="2026-01-06", what="parties")
    assert [row.path for row in report.rows] == ["odata/Fractie/all-0001.json"]


def test_a_row_of_the_feed_that_odata_lacks_is_told(run: Run) -> None:
    run.services.feeds.change(5, "Zaak", guid("Zaak", 77), "2026-01-08T09:00:00Z")
    report = run(dossiers=[], since="2026-01-06", what="cases")
    assert guid("Zaak", 77) in report.failures[0].reason


def test_a_feed_of_another_schema_is_told(run: Run) -> None:
    body = b'<rss version="2.0"/>'
    run.services.lasting["SyncFeed"] = Fault("body", 200, {"Content-Type": "application/xml"}, body)
    report = run(dossiers=[], since="2026-01-06", what="cases")
    assert report.failures[0].reason == "<rss> instead of an Atom feed; has the service's schema changed?"


def test_a_dossier_since_a_day_leaves_its_whole_pages_alone(run: Run) -> None:
    run(what="cases")
    run.services.odata.tables["Zaak"][guid("Zaak", 4)]["GewijzigdOp"] = "2026-02-02T10:00:00+01:00"
    report = run(what="cases", since="2026-02-01")
    assert report.exit_code == 0
    assert len({row["Id"] for row in rows(run, "Zaak")}) == 20
    assert (run.folder / "odata/Zaak/dossier-39500-since-2026-02-01-0001.json").is_file()
