"""Decisions of a person: the table that goes out to a spreadsheet and comes back."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.errors import ConfigError
from sovgraph.query.sentences import in_language
from sovgraph.query.spreadsheet import as_meant, harmless
from sovgraph.reconcile import Report, Verdict, read_rulings
from sovgraph.reconcile.review import COLUMNS, as_table, review_rows

HEAD = "entity,target,decision,by,on,note\n"
ROW = "https://example.org/1,http://www.wikidata.org/entity/Q1,{},A. Griffier,2026-11-25,\n"


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "besluiten.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("word", "same"), [("is", True), ("Ja", True), ("is niet", False), ("is not", False)])
def test_words_of_decision(tmp_path: Path, word: str, same: bool) -> None:
    (ruling,) = read_rulings([file(tmp_path, HEAD + ROW.format(word))])
    assert ruling.same is same and ruling.by == "A. Griffier"


def test_a_row_without_a_decision_is_none(tmp_path: Path) -> None:
    assert read_rulings([file(tmp_path, HEAD + ROW.format(""))]) == ()


@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_any_spreadsheet_will_do(tmp_path: Path, mark: str) -> None:
    text = "\ufeff" + (HEAD + ROW.format("is")).replace(",", mark).replace("\n", "\r\n")
    assert len(read_rulings([file(tmp_path, text)])) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("entity,target\n", "no column decision, by, on"),
        ("", "no column"),
        (HEAD + ROW.format("misschien"), "decision 'misschien'"),
        (HEAD + ROW.format("is").replace("A. Griffier", ""), "without 'by'"),
        (HEAD + ROW.format("is").replace("2026-11-25", ""), "without 'on'"),
        (HEAD + ROW.format("is").replace("https://example.org/1", "Jan"), "isn't an address"),
        (HEAD + ROW.format("is").replace("example.org/1", "example.org/>1"), "isn't an address"),
        (HEAD + ROW.format("is") + ROW.format("is niet"), "opposite of an earlier row"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError, match=r"besluiten\.csv") as caught:
        read_rulings([file(tmp_path, text)])
    assert told in str(caught.value)
    assert in_language(str(caught.value), "nl") != str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="give another --decisions"):
        read_rulings([tmp_path / "none.csv"])


@given(st.text(alphabet="=+-@'\"ab, ;", max_size=12))
def test_a_cell_comes_back_as_it_was(text: str) -> None:
    assert as_meant(harmless(text)) == text
    assert not harmless(text).startswith(("=", "+", "-", "@"))


def test_the_table_comes_back_with_the_decision(tmp_path: Path, asked: Report) -> None:
    rows = list(review_rows(asked.decisions, "nl"))
    unsure = [d for d in asked.decisions if d.verdict is Verdict.UNSURE]
    assert {row["entity"] for row in rows} == {d.entity.iri for d in unsure}
    rows[0] |= {"decision": "is", "by": "A. Griffier", "on": "2026-11-25", "note": "=SOM(1)"}
    text = as_table(rows, ",")
    assert tuple(next(csv.reader(io.StringIO(text)))) == COLUMNS
    assert "\r\n" in text and ",=SOM" not in text
    (ruling,) = read_rulings([file(tmp_path, text)])
    assert (ruling.entity, ruling.target, ruling.note) == (rows[0]["entity"], rows[0]["target"], "=SOM(1)")
    again = asked.decided_again([ruling])
    made = next(d for d in again.decisions if d.entity.iri == ruling.entity)
    assert (made.verdict, made.target) == (Verdict.MATCH, ruling.target)
