"""Titles and opening words to genres: a table of forms that papers have, all nagebootst."""

from pathlib import Path

import pytest

from sovgraph.model import Genre
from sovgraph.structure.genre import genre_of_kind, genre_of_title

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "titles.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_the_table_is_whole() -> None:
    assert len(ROWS) >= 180
    assert {genre for _, genre in ROWS} >= {g.value for g in Genre} - {"kamervragen", "kamervragen-met-antwoord"}


@pytest.mark.parametrize(("title", "genre"), ROWS)
def test_genre_of_a_title(title: str, genre: str) -> None:
    assert genre_of_title(title).value == genre


@pytest.mark.parametrize(
    ("fields", "genre"),
    [
        ((("DC.type", "officiële publicatie"), ("DC.type", "Motie")), Genre.MOTION),
        ((("DC.type", "Kamerstuk"), ("DC.type", "Memorie van toelichting")), Genre.EXPLANATORY_MEMORANDUM),
        ((("OVERHEIDop.subrubriek", "Voorstel van wet"),), Genre.BILL),
        ((("DC.title", "Regels over fruit; Nota van wijziging; Nota van wijziging"),), Genre.AMENDING_NOTE),
        ((("DC.type", "Overige Kamerstukken"), ("OVERHEIDop.documenttitel", "Eindtekst")), Genre.FINAL_TEXT),
        ((("DC.type", "Kamerstuk"),), Genre.UNKNOWN),
        ((("DC.title", "Brief over fruit"),), Genre.UNKNOWN),
    ],
)
def test_genre_by_metadata(fields: tuple[tuple[str, str], ...], genre: Genre) -> None:
    assert genre_of_kind("kamerstuk", fields) is genre
