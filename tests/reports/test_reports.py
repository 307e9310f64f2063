"""Every report on a few example papers: its text letter for letter, and its page as a browser reads it."""

import csv
import importlib.util
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from sovgraph.errors import QueryError
from sovgraph.query import catalog
from sovgraph.report import make_report, render_report, report_file, report_names
from sovgraph.report.definition import SectionFile
from sovgraph.store import QuadStore

HERE = Path(__file__).resolve().parent


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_reports", HERE / "update.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


UPDATE = tool()
CASES = [(name, lang) for name in report_names() for lang in UPDATE.LANGS]


@pytest.fixture(scope="module")
def store() -> QuadStore:
    made: QuadStore = UPDATE.report_store()
    return made


def test_every_report_has_an_expected_text_and_nothing_else_has() -> None:
    assert {p.name for p in (HERE / "golden").iterdir()} == {f"{name}.{lang}.md" for name, lang in CASES}
    assert len(CASES) >= 14


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_text_is_that_expected(name: str, lang: str, store: QuadStore) -> None:
    expected = (HERE / "golden" / f"{name}.{lang}.md").read_text(encoding="utf-8")
    found = UPDATE.text_of(store, name, lang)
    assert found == expected, "if the change is right: .venv/bin/python tests/reports/update.py, and read the diff"


def conditions(section: SectionFile) -> Iterator[str]:
    """Each alternative of each condition."""
    cases = (text for column in section.columns for case in column.cases for text in case.when)
    more = (text for column in section.columns for text in (*column.when, column.count) if text not in ("", "*"))
    for text in (*section.rows, *section.keep, *cases, *more):
        yield from text.split("|")


def column_of(condition: str) -> str:
    return condition.replace("any ", "").split()[0].lstrip("!")


def columns_in(evidence: str) -> list[str]:
    """ "letter sov:hasDeadline" → letter; "@ paper start" → both."""
    return [word for word in evidence.split() if ":" not in word and word != "@"]


@pytest.mark.parametrize("name", report_names())
def test_its_queries_have_the_columns_that_it_names(name: str) -> None:
    """A column that a query lost would silently be empty."""
    for section in report_file(name).sections:
        query = catalog().get(section.query)
        own = {c.name for c in section.columns if c.is_worked_out or c.sums_up}
        named = {*section.key, *section.by, *(c.name for c in section.columns), *filter(None, [section.group])}
        named |= {word for c in section.columns for word in (*(c.days or ()), c.median, c.max) if word}
        named |= {text for text in (section.date, section.lost_keep) if text}
        named |= {word.removeprefix("-") for word in section.sort} | {
            c.otherwise for c in section.columns if c.otherwise
        }
        named |= {column_of(part) for part in conditions(section)}
        named |= {column for entry in section.evidence for part in entry.split("|") for column in columns_in(part)}
        assert named - own - {"on", "since"} <= set(query.columns), section.name
        assert set(section.params) <= {p.name for p in query.params}


class Page(HTMLParser):
    """What a test asks of a page: its elements with attributes, and the order of its headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.feed(html)
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_its_page_is_sound(name: str, lang: str, store: QuadStore) -> None:
    page = Page(UPDATE.text_of(store, name, lang, "html"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    named = [attrs.get("aria-labelledby") for tag, attrs in page.tags if tag in ("table", "section")]
    assert set(named) <= set(ids)
    assert all(attrs.get("scope") in ("row", "col") for tag, attrs in page.tags if tag == "th")
    anchors = [attrs["href"] or "" for tag, attrs in page.tags if tag == "a"]
    assert all(a.startswith("https://") or a.removeprefix("#") in ids for a in anchors)


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_its_page_loads_nothing_and_runs_nothing(name: str, lang: str, store: QuadStore) -> None:
    html = UPDATE.text_of(store, name, lang, "html")
    page = Page(html)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "base", "form", "svg"}
    assert not [key for _, attrs in page.tags for key in attrs if key.startswith("on") or key in ("src", "style")]
    assert "url(" not in html and "@import" not in html
    assert "default-src 'none'" in html


@pytest.mark.parametrize("name", report_names())
def test_csv_and_json_have_the_same_rows(name: str, store: QuadStore) -> None:
    data = json.loads(UPDATE.text_of(store, name, "nl", "json"))
    rows = [row for section in data["sections"] for group in section["groups"] for row in group["rows"]]
    table = list(csv.DictReader(io.StringIO(UPDATE.text_of(store, name, "nl", "csv"))))
    assert len(table) == len(rows) > 0
    quotes = [row["sources"][0]["sentence"] if row["sources"] else "" for row in rows]
    assert [line["quote"] for line in table] == quotes


def test_words_of_a_sentence_are_those_of_the_paper(store: QuadStore) -> None:
    data = json.loads(UPDATE.text_of(store, "late-answers", "nl", "json"))
    sources = [
        s for section in data["sections"] for g in section["groups"] for row in g["rows"] for s in row["sources"]
    ]
    assert sources
    for source in sources:
        start, end = source["words"]
        assert 0 <= start < end <= len(source["sentence"])
    assert "binnen 4 weken na dagtekening van deze brief" in [s["sentence"][slice(*s["words"])] for s in sources]


def test_silence_is_unknown_and_never_unanswered(store: QuadStore) -> None:
    report = make_report(store, "open-letters")
    states = [row.cells[-1][0].raw for s in report.sections for g in s.groups for row in g.rows]
    assert states and set(states) == {"onbekend"}


def test_a_letter_that_was_answered_later_was_open_on_the_day(store: QuadStore) -> None:
    report = make_report(store, "open-letters", on="2026-03-01")
    rows = {row.thing.rpartition("/")[2]: row for g in report.sections[0].groups for row in g.rows}
    assert rows["ek-179131"].cells[-1][0].raw == "open"
    assert [v.raw for v in rows["ek-179131"].cells[6]] == ["82"]
    assert rows["ek-178088U"].cells[-1][0].raw == "onbekend"


def test_the_day_is_the_newest_of_the_papers_and_no_clock(store: QuadStore) -> None:
    assert make_report(store, "late-answers").on == "2026-06-18"


@pytest.mark.parametrize(
    ("name", "subject", "told"),
    [
        ("open-leters", "", "open-letters"),
        ("country", "", "for example: sovgraph report country ETH"),
        ("country", "Ethiopie", "did you mean"),
        ("late-answers", "ETH", "takes no 'ETH'"),
        ("member", "Zonderling", "no person with this name"),
    ],
)
def test_wrong_use_says_what_to_do(name: str, subject: str, told: str, store: QuadStore) -> None:
    with pytest.raises(QueryError, match=re.escape(told)):
        make_report(store, name, subject)


def test_a_bad_day_is_refused(store: QuadStore) -> None:
    with pytest.raises(QueryError, match="not a day"):
        make_report(store, "late-answers", on="6 mei")


def test_a_country_is_found_by_name_and_by_code(store: QuadStore) -> None:
    texts = {render_report(make_report(store, "country", typed), "md") for typed in ("ETH", "et", "Ethiopië")}
    assert len(texts) == 1
