"""The forms of a report with hostile words: text of a paper never becomes markup, formula or link."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest

from sovgraph.errors import ResourceError
from sovgraph.query.spreadsheet import harmless
from sovgraph.report import Report, render_report
from sovgraph.report.conditions import holds
from sovgraph.report.definition import load_report
from sovgraph.report.model import Group, Head, Row, Section, Source, Value, Values
from sovgraph.resources import folder

BAD = '"><script>alert(1)</script>|*x* [y](javascript:z) & =cmd()'


def hostile() -> Report:
    source = Source("urn:x", BAD, "javascript:alert(1)", f"voor {BAD} na", 5, 5 + len(BAD), BAD)
    row = Row("urn:x", ((Value(BAD, BAD), Value("=1+1", "=1+1")), (Value("3", "3", is_number=True),)), (source,))
    section = Section("s", BAD, BAD, BAD, (Head("a", BAD), Head("n", "n", True)), (Group(BAD, (row,)),), True, 1)
    empty = Section("t", BAD, "", BAD, (), (), False, 0)
    return Report("hostile", BAD, "2026-01-02", "nl", (BAD,), (BAD,), (section, empty))


def test_a_page_shows_markup_as_text_and_makes_no_other_link() -> None:
    html = render_report(hostile(), "html")
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert html.count("&lt;script&gt;") >= 10


def test_markdown_shows_marks_as_text() -> None:
    text = render_report(hostile(), "md")
    assert "<script" not in text.replace("\\<", "")
    assert "\\|\\*x\\* \\[y\\](javascript:z)" in text
    assert "\\<script\\>" in text
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in table}) == 1


def test_csv_keeps_values_as_they_are_unless_a_spreadsheet_is_meant() -> None:
    plain = list(csv.reader(io.StringIO(render_report(hostile(), "csv"))))
    assert plain[0] == ["section", "group", "a", "n", "paper", "place", "quote", "address"]
    assert plain[1][2] == f"{BAD}; =1+1"
    meant = render_report(hostile(), "csv", spreadsheet=True)
    assert meant.startswith("\ufeff")
    assert next(csv.reader(io.StringIO(meant[1:])))[3] == "n"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("+31 6", "'+31 6"),
        ("-5", "-5"),
        ("-a", "'-a"),
        ("\tx", "'\tx"),
        ("a=b", "a=b"),
    ],
)
def test_what_a_spreadsheet_would_run(cell: str, shown: str) -> None:
    assert harmless(cell) == shown


def values(*texts: str) -> Values:
    return tuple(Value(text, text) for text in texts)


ROW: Mapping[str, Values] = {
    "due": values("2026-01-06"),
    "answered": values("2026-02-01", "2026-04-22"),
    "days": values("9"),
    "to": (Value("minister van Asiel", "https://x/id/post/minister"),),
    "none": (),
}


@pytest.mark.parametrize(
    ("condition", "is_so"),
    [
        ("due", True),
        ("!due", False),
        ("none", False),
        ("!none", True),
        ("due < on", True),
        ("answered > due", True),
        ("answered > on", False),
        ("answered <= on", True),
        ("any answered > on", True),
        ("any due > on", False),
        ("none < on", False),
        ("days > 10", False),
        ("days <= 9", True),
        ("to ~ asiel", True),
        ("to = minister", True),
        ("to != minister", False),
        ("to = subject", True),
        ("none | due < on", True),
        ("none | !due", False),
    ],
)
def test_conditions(condition: str, is_so: bool) -> None:
    assert holds((condition,), ROW, {"on": "2026-03-01", "subject": "https://x/id/post/minister"}) is is_so


def test_a_condition_that_can_not_be_read_is_refused() -> None:
    with pytest.raises(ResourceError, match="can't be read"):
        holds(("due ==",), ROW, {})


def test_a_file_with_a_wrong_word_names_it(tmp_path: Path) -> None:
    good = folder("queries") / "reports" / "late-answers.toml"
    bad = tmp_path / "bad.toml"
    bad.write_text(good.read_text("utf-8").replace('query = "report-letters"', 'qeury = "x"', 1), encoding="utf-8")
    with pytest.raises(ResourceError, match="qeury"):
        load_report(bad)
