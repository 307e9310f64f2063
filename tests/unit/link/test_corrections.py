"""A person's corrections win, and are recorded as such."""

from pathlib import Path

import pytest

from sovgraph.errors import ConfigError
from sovgraph.find import find_all
from sovgraph.link import link_mentions
from sovgraph.link.corrections import COLUMNS, apply_corrections, read_corrections
from sovgraph.model import Mention, MentionType, Status
from sovgraph.pipeline import load_environment
from sovgraph.read import make_source
from sovgraph.settings import Settings
from sovgraph.structure import structure_document

ROW = ["kst-1-A", "3", "7", "person", "other", "https://example.org/id/persoon/x", "AB", "2026-01-02", "eigen kennis"]


def file(folder: Path, *rows: list[str]) -> Path:
    path = folder / "corrections.tsv"
    path.write_text("\n".join("\t".join(cells) for cells in (list(COLUMNS), *rows)) + "\n", encoding="utf-8")
    return path


def mention() -> Mention:
    return Mention(MentionType.PERSON, 3, 7, "Piet", iri="https://example.org/wrong")


def corrected(path: Path) -> Mention:
    return apply_corrections([mention()], read_corrections(path), frozenset({"kst-1-A"}))[0]


def test_another_target(tmp_path: Path) -> None:
    result = corrected(file(tmp_path, ROW))
    assert result.iri == ROW[5]
    assert result.status is Status.EXACT
    assert "AB" in result.reason
    assert result.rule == "correction.other/1"


def test_wrong_takes_the_link_away(tmp_path: Path) -> None:
    result = corrected(file(tmp_path, [*ROW[:4], "wrong", "", *ROW[6:]]))
    assert result.iri is None
    assert result.status is Status.UNRESOLVED


def test_right_confirms(tmp_path: Path) -> None:
    result = corrected(file(tmp_path, [*ROW[:4], "right", "", *ROW[6:]]))
    assert result.iri == "https://example.org/wrong"
    assert result.confidence == 1.0


def test_other_papers_are_left_alone(tmp_path: Path) -> None:
    rows = read_corrections(file(tmp_path, ["kst-2-B", *ROW[1:]]))
    assert apply_corrections([mention()], rows, frozenset({"kst-1-A"})) == (mention(),)


@pytest.mark.parametrize(("column", "value", "word"), [(4, "maybe", "judgement"), (1, "x", "start")])
def test_a_bad_row_is_named(tmp_path: Path, column: int, value: str, word: str) -> None:
    row = [*ROW[:column], value, *ROW[column + 1 :]]
    with pytest.raises(ConfigError, match=f"row 1.*{word}"):
        read_corrections(file(tmp_path, row))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not found"):
        read_corrections(tmp_path / "none.tsv")


def test_what_the_register_said_of_the_old_target_goes(tmp_path: Path) -> None:
    old = Mention(
        MentionType.COUNTRY,
        3,
        7,
        "Peru",
        id="PER",
        iri="https://example.org/per",
        parts=(("key", "per"), ("form", "name")),
    )
    rows = read_corrections(file(tmp_path, [*ROW[:3], "country", "other", "https://example.org/x", *ROW[6:]]))
    (result,) = apply_corrections([old], rows, frozenset({"kst-1-A"}))
    assert (result.id, result.iri, result.parts, result.candidates) == (None, "https://example.org/x", (), ())


def test_a_target_by_its_identifier_gets_its_iri(tmp_path: Path) -> None:
    text = "Dat gaat over Peru."
    row = ["", "14", "18", "country", "other", "CHL", *ROW[6:]]
    source = make_source("test.txt", text.encode())
    env = load_environment(Settings())
    rows = read_corrections(file(tmp_path, [source.sha256, *row[1:]]))
    document = structure_document(source)
    linked, _ = link_mentions(document, find_all(document, env.names), env.names, env.ids, rows)
    (found,) = [m for m in linked if m.type is MentionType.COUNTRY]
    assert (found.id, (found.iri or "").rsplit("/", 1)[-1]) == ("CHL", "CHL")
