"""The page of a build: the table's figures, refusals, issues with their words and a link to their place."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from sovgraph.build import BuildReport, BuiltPaper, Refused, Spot
from sovgraph.build.summary import summary_of
from sovgraph.export.build_page import build_page
from sovgraph.model import Issue, Place, Severity, Span

ISSUE = Issue(
    "ANSWER-WITHOUT-QUESTION", Severity.WARNING, "map/a.pdf", "answer 3 has no question with that number", 10, 15
)
SPOT = Spot("ervoor ", "<b>woorden</b>", " erna", (Place(Span(10, 15), 3, (72.0, 100.0, 40.0, 11.0)),))


def paper(name: str, **more: object) -> BuiltPaper:
    fields: dict[str, object] = {
        "source": name, "sha256": "ab" * 32, "iri": "https://w3id.org/sovgraph/id/kst/1-2",
        "genre": "brief", "nquads": b"",
        "statements": 10, "mentions": (("exact", 5), ("inferred", 2), ("unresolved", 1)), "issues": (ISSUE,),
        "media_type": "application/pdf", "seconds": 0.5, "spots": (SPOT,), **more,
    }  # fmt: skip
    return BuiltPaper(**fields)  # type: ignore[arg-type]


@pytest.fixture
def report() -> BuildReport:
    return BuildReport(built=[paper("map/a.pdf")], copies=[
        paper("map/a.xml", media_type="application/xml", copy_of="a.pdf")],
                       refused=[Refused("b.pdf", "b.pdf: <script>alert(1)</script>")])  # fmt: skip


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: set[str] = set()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.hrefs += [value or "" for name, value in attrs if name == "href"]
        self.ids |= {value or "" for name, value in attrs if name == "id"}


def parsed(page: str) -> Links:
    links = Links()
    links.feed(page)
    return links


def test_the_table_counts_per_format_and_genre(report: BuildReport) -> None:
    rows = [(r.format, r.genre, r.files, r.facts, r.linked, r.unresolved, r.issues) for r in summary_of(report)]
    assert rows == [("PDF", "brief", 1, 10, 7, 1, 1), ("XML", "brief", 1, 10, 7, 1, 1), ("", "", 2, 20, 14, 2, 2)]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_issue_leads_to_its_place(report: BuildReport, lang: str) -> None:
    page = build_page(report, lang)
    links = parsed(page)
    assert "map/a.pdf#page=3&viewrect=72,100,40,11" in links.hrefs
    assert {href[1:] for href in links.hrefs if href.startswith("#")} <= links.ids
    assert "<mark>&lt;b&gt;woorden&lt;/b&gt;</mark>" in page
    assert "script" not in links.tags


def test_the_page_has_no_outside_address(report: BuildReport) -> None:
    assert not [h for h in parsed(build_page(report)).hrefs if "://" in h]


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    from sovgraph.cli import main

    source = Path(__file__).resolve().parents[2] / "papers" / "kst-36704-63.xml"
    page = tmp_path / "report.html"
    code = main(["build", str(source), "--store", str(tmp_path / "s"), "--no-validate", "--report", str(page)])
    assert code == 0
    assert "kst-36704-63" in page.read_text("utf-8")
