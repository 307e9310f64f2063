"""The SRU service: pages, the wall at which it gives no more, diagnostics, and a schema that changed."""

from datetime import date

import pytest
from tests.harvest.conftest import Run
from tests.harvest.imitation import Imitation, Paper
from tests.harvest.server import Services

from sovgraph.harvest.cql import FIRST_DAY, LAST_DAY, Days, Ids, Query, quoted

CREATOR = "Tweede Kamer der Staten-Generaal"


def grown(services: Services, count: int) -> None:
    """The imitated dossier with more papers."""
    services.imitation = services.sru.imitation = Imitation(count, services.base)


def listed(run: Run) -> int:
    """How many papers the listings give, when nothing is amiss."""
    report = run.plan()
    assert report.problems == ()
    return sum(row.path.endswith(".metadata.xml") for row in report.rows)


def test_pages_are_read_to_the_end(run: Run) -> None:
    grown(run.services, 130)
    assert listed(run) == 130


def test_a_service_that_gives_smaller_pages_is_read_to_the_end(run: Run) -> None:
    run.services.sru.size = 4
    grown(run.services, 10)
    assert listed(run) == 10


def test_more_records_than_the_wall_are_split_by_date(run: Run) -> None:
    run.services.sru.wall = 20
    run.configure(sru_wall=20)
    grown(run.services, 90)
    assert listed(run) == 90


def test_the_wall_is_found_where_it_is_nearer_than_was_known(run: Run) -> None:
    run.services.sru.wall = 150
    run.configure(retries=0)
    grown(run.services, 160)
    assert listed(run) == 160


def test_more_records_than_the_wall_on_one_day_are_split_by_identifier(run: Run) -> None:
    grown(run.services, 0)
    for number in range(1, 41):
        day = date(2025, 5, 6)
        paper = Paper(f"kst-39500-{number}", "39500", str(number), day, "Brief", CREATOR)
        run.services.imitation.add(paper)
    run.services.sru.wall = 10
    run.configure(sru_wall=10)
    assert listed(run) == 40


def test_papers_without_a_date_are_not_lost_in_a_split(run: Run) -> None:
    grown(run.services, 30)
    for paper in run.services.imitation.papers[:7]:
        paper.issued = None  # type: ignore[assignment]
    run.services.sru.wall = 10
    run.configure(sru_wall=10)
    assert listed(run) == 30


def test_a_listing_that_gives_less_than_it_says_is_told(run: Run) -> None:
    doubled = run.services.imitation.papers[0]
    run.services.imitation.papers.append(doubled)
    report = run()
    assert report.exit_code == 1
    assert report.failures[0].reason == "the listing says 7 records and gives 6; run it again"


def test_an_unknown_index_is_told_by_its_name(run: Run) -> None:
    run.services.sru.renamed = "w.dossiernummer"
    report = run()
    assert report.exit_code == 3
    assert "the SRU service refuses the query: Unsupported index; w.dossiernummer" in report.failures[0].reason


def test_another_prefix_of_the_namespace_makes_no_difference(run: Run) -> None:
    run.services.sru.prefix = "srw2"
    assert listed(run) == 6


@pytest.mark.parametrize(
    ("element", "reason"),
    [("numberOfRecords", "no numberOfRecords in the SRU answer"), ("records", "")],
)
def test_an_answer_without_an_element_is_told(run: Run, element: str, reason: str) -> None:
    run.services.sru.without = element
    report = run()
    assert (report.exit_code == 0) is (reason == "")
    assert all(reason in row.reason for row in report.failures)


def test_records_without_addresses_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = run.services.sru.record
    monkeypatch.setattr(run.services.sru, "record", lambda p, n: made(p, n).replace("itemUrl", "fileUrl"))
    report = run()
    assert report.exit_code == 1
    assert {row.reason for row in report.failures} == {
        "the record has no addresses; has the service's schema changed?",
        "the record has no address of its metadata; has the service's schema changed?",
    }


def test_records_without_identifier_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = run.services.sru.record
    monkeypatch.setattr(run.services.sru, "record", lambda p, n: made(p, n).replace("dcterms:identifier", "dcterms:id"))
    assert "6 record(s) without identifier" in run().failures[0].reason


def test_terms_are_quoted_so_that_they_end_where_they_end() -> None:
    assert quoted("kst-32317-QC") == "kst-32317-QC"
    assert quoted('a" OR b="') == '"a\\" OR b=\\""'
    assert quoted("Kamervragen (Aanhangsel)") == '"Kamervragen (Aanhangsel)"'


def test_a_query_reads_as_the_service_documents_it() -> None:
    query = Query(("c.product-area==officielepublicaties", "w.dossiernummer==32317"))
    assert query.text == "(c.product-area==officielepublicaties AND w.dossiernummer==32317)"
    halves = query.parts()
    assert [half.days for half in halves] == [
        Days(FIRST_DAY, date(1950, 1, 1)),
        Days(date(1950, 1, 1), LAST_DAY),
    ]
    assert halves[1].text.endswith(" AND dt.date >= 1950-01-01 AND dt.date < 2100-01-01)")


def test_halves_of_days_share_no_day_and_lose_none() -> None:
    open_days, found = [Days(date(2024, 2, 27), date(2024, 3, 4))], []
    while open_days:
        halves = (days := open_days.pop()).halves()
        open_days += halves or ()
        found += [] if halves else [days]
    assert sorted(d.start for d in found) == [
        date(2024, 2, 27 + n) if n < 3 else date(2024, 3, n - 2) for n in range(6)
    ]
    assert all((d.end - d.start).days == 1 for d in found)


def test_ranges_of_identifiers_end_where_the_next_begins() -> None:
    low, high = Ids("kst-").halves() or (None, None)
    assert low and high
    assert low.bounds[1] == high.bounds[0]
    assert high.bounds[1] == "kst-~"
    deeper = Ids("kst-", 5, 6).halves()
    assert deeper and deeper[0].bounds[0] == "kst-2"
    assert Ids("kst-2", 0, 1).halves() is None
