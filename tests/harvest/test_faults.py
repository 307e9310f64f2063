"""What services do wrong: each fault ends in a good file later, or in a row that says why not; never in a bad file."""

from collections.abc import Callable

import pytest
from tests.harvest.conftest import Run
from tests.harvest.server import Fault

from sovgraph.harvest import Got, HarvestReport, Row, counts

RowOf = Callable[[HarvestReport, str], Row]
NAME = "kst-39500-1"
XML = f"papers/{NAME}/{NAME}.xml"
AT = f"{NAME}.xml"
PAGE = b"<!DOCTYPE html><html><body>Storing</body></html>"


@pytest.mark.parametrize(
    "fault",
    [
        Fault("status", 503),
        Fault("status", 502),
        Fault("status", 504),
        Fault("status", 500),
        Fault("drop"),
        Fault("cut"),
        Fault("short"),
        Fault("body", 200, {"Content-Type": "application/xml"}, b""),
    ],
    ids=lambda f: f"{f.kind}{f.status}",
)
def test_a_passing_fault_is_tried_again(run: Run, fault: Fault) -> None:
    run.services.faults[AT] = [fault, fault]
    report = run()
    assert report.exit_code == 0
    assert b"kst-39500-1" in (run.folder / XML).read_bytes()


@pytest.mark.parametrize("kind", ["drop", "cut", "short"])
def test_a_lasting_fault_of_the_connection_is_told_and_nothing_kept(run: Run, row_of: RowOf, kind: str) -> None:
    run.services.lasting[AT] = Fault(kind)
    report = run()
    row = row_of(report, XML)
    assert (report.exit_code, row.status) == (1, Got.FAILED)
    assert "3 tries" in row.reason
    assert not (run.folder / XML).exists()


def test_retry_after_in_seconds_is_obeyed(run: Run) -> None:
    run.services.faults[AT] = [Fault("status", 429, {"Retry-After": "7"})]
    assert run(limit=1).exit_code == 0
    assert any(6 < pause <= 7 for pause in run.times.slept)


def test_retry_after_as_a_date_is_obeyed(run: Run) -> None:
    run.services.faults[AT] = [Fault("status", 429, {"Retry-After": "Sat, 10 Jan 2026 12:00:30 GMT"})]
    assert run(limit=1).exit_code == 0
    assert any(29 < pause <= 30 for pause in run.times.slept)


def test_a_rest_of_hours_is_not_waited_for(run: Run, row_of: RowOf) -> None:
    run.services.faults[AT] = [Fault("status", 429, {"Retry-After": "7200"})]
    assert "asks to wait 7200 s" in row_of(run(limit=1), XML).reason


def test_a_slow_answer_is_given_up_and_tried_again(run: Run) -> None:
    run.configure(timeout=0.2)
    run.services.faults[AT] = [Fault("slow", seconds=0.5)]
    assert run(limit=1).exit_code == 0


@pytest.mark.parametrize(
    ("media_type", "body", "reason"),
    [
        ("text/html", PAGE, "an HTML page (text/html) instead of XML"),
        ("application/xml", PAGE, "an HTML page (application/xml) instead of XML"),
        ("application/xml", b"<a><b></a>", "not well-formed XML"),
        ("application/xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document types and entities are refused"),
    ],
)
def test_a_wrong_body_with_status_200_is_a_failure(
    run: Run, row_of: RowOf, media_type: str, body: bytes, reason: str
) -> None:
    run.services.lasting[AT] = Fault("body", 200, {"Content-Type": media_type}, body)
    report = run(limit=1)
    assert reason in row_of(report, XML).reason
    assert not (run.folder / XML).exists()


@pytest.mark.parametrize(
    ("form", "body", "reason"),
    [
        ("html", b"<!DOCTYPE html><html><p>Nagebo", "the HTML page has no end (3 tries)"),
        ("pdf", b"%PDF-1.4\n% nagebo", "the PDF file has no end (3 tries)"),
        ("pdf", PAGE, "application/pdf instead of PDF"),
    ],
)
def test_a_body_of_unknown_length_must_have_an_end(
    run: Run, row_of: RowOf, form: str, body: bytes, reason: str
) -> None:
    headers = {"Content-Type": {"html": "text/html", "pdf": "application/pdf"}[form], "Connection": "close"}
    run.services.lasting[f"{NAME}.{form}"] = Fault("endless", 200, headers, body)
    report = run(limit=1, formats=form)
    assert row_of(report, f"papers/{NAME}/{NAME}.{form}").reason == reason


def test_a_failure_keeps_the_file_of_an_earlier_run(run: Run, row_of: RowOf) -> None:
    run()
    before = (run.folder / XML).read_bytes()
    run.services.lasting[AT] = Fault("body", 200, {"Content-Type": "text/html"}, PAGE)
    report = run()
    assert row_of(report, XML).status is Got.FAILED
    assert (run.folder / XML).read_bytes() == before
    run.services.lasting.clear()
    assert row_of(run(), XML).status is Got.UNCHANGED


@pytest.mark.parametrize("target", ["http://127.0.0.1:9/x.xml", "file:///etc/passwd", "http://169.254.169.254/x"])
def test_a_redirect_out_of_the_services_is_not_followed(run: Run, row_of: RowOf, target: str) -> None:
    run.services.lasting[AT] = Fault("redirect", 302, {"Location": target})
    assert "outside the configured services" in row_of(run(limit=1), XML).reason


def test_a_redirect_inside_the_services_is_followed(run: Run, row_of: RowOf) -> None:
    target = next(p for p in run.services.imitation.files if p.endswith("kst-39500-2.xml"))
    run.services.faults[AT] = [Fault("redirect", 301, {"Location": target})]
    assert row_of(run(limit=1), XML).status is Got.HAD


def test_redirects_in_a_circle_end(run: Run, row_of: RowOf) -> None:
    run.services.lasting[AT] = Fault("redirect", 302, {"Location": f"/again/{AT}"})
    assert row_of(run(limit=1), XML).reason == "more than 5 redirects"


def test_a_foreign_address_in_a_record_is_not_asked(run: Run, row_of: RowOf) -> None:
    run.services.imitation.base = "http://127.0.0.1:9"
    report = run(limit=1)
    assert report.exit_code == 1
    assert "outside the configured services" in row_of(report, XML).reason


def test_official_addresses_in_records_are_asked_of_the_configured_mirror(run: Run) -> None:
    run.services.imitation.base = "https://repository.overheid.nl"
    report = run()
    assert report.exit_code == 0
    assert all(row.url.startswith(run.services.base) for row in report.rows)


def test_a_body_that_is_too_large_is_refused(run: Run, row_of: RowOf) -> None:
    headers = {"Content-Type": "application/xml", "Content-Length": "100000001"}
    run.services.lasting[AT] = Fault("body", 200, headers, b"<a/>")
    assert "more than 100000000" in row_of(run(limit=1), XML).reason


def test_a_status_that_no_try_helps_is_told_with_the_words_of_the_service(run: Run, row_of: RowOf) -> None:
    run.services.lasting[AT] = Fault("status", 403, {"Content-Type": "text/plain"}, b"Geen toegang")
    assert row_of(run(limit=1), XML).reason == "HTTP 403: Geen toegang"
    assert len([r for r in run.services.requests if AT in r]) == 1


def test_the_services_see_who_asks(run: Run) -> None:
    run.configure(contact="griffie@example.org")
    run()
    assert set(run.services.agents) == {"sovgraph (+https://w3id.org/sovgraph/) contact: griffie@example.org"}


def test_requests_keep_their_distance(run: Run) -> None:
    run.configure(rate=4.0, connections=1)
    run(limit=3)
    assert sum(run.times.slept) == pytest.approx(6 / 4, abs=0.01)


def test_a_dry_run_transfers_listings_only_and_writes_nothing(run: Run) -> None:
    report = run.plan()
    assert len(report.rows) == 12
    assert all(request.startswith("/sru?") for request in run.services.requests)
    assert not run.folder.exists()


def test_nothing_of_an_unreachable_service_is_exit_code_3(run: Run) -> None:
    run.configure(sru_url="http://127.0.0.1:9/sru", retries=0)
    report = run()
    assert report.exit_code == 3
    assert "the connection failed" in report.failures[0].reason
    assert counts(report.rows)[Got.HAD] == 0
