"""Heads of papers: id, Chamber, dossiers, number, genre, dates."""

from collections.abc import Callable
from datetime import date

import pytest

from sovgraph.model import Chamber, Document, Genre
from sovgraph.structure.genre import genre_of_title

Read = Callable[[str], Document]


def test_head_of_a_report_of_the_eerste_kamer(paper: Read) -> None:
    doc = paper("ek-report.txt")
    meta = doc.meta
    assert (meta.paper_id, meta.chamber, meta.session_year) == ("kst-39328-AI", Chamber.EK, "2031-2032")
    assert (meta.number, meta.genre) == ("AI", Genre.CONSULTATION_REPORT)
    assert [(d.number, d.suffix) for d in meta.dossiers] == [("39328", None), ("39112", None)]
    assert meta.dossiers[0].title is not None
    assert meta.dossiers[0].title.of(doc.text).endswith("fruit (Wet open fruitschaal)")
    assert [(d.kind, d.value) for d in meta.dates] == [("vastgesteld", date(2032, 1, 23))]


def test_head_of_kamervragen(paper: Read) -> None:
    meta = paper("kamervragen.txt").meta
    assert (meta.paper_id, meta.chamber, meta.number) == ("ah-tk-20312032-77", Chamber.TK, "77")
    assert meta.genre is Genre.ANSWERED_QUESTIONS
    assert [(d.kind, d.value) for d in meta.dates] == [
        ("ingezonden", date(2032, 3, 3)),
        ("ontvangen", date(2032, 3, 14)),
    ]


@pytest.mark.parametrize(
    ("head", "paper_id", "chamber"),
    [
        ("39 600 XVI Begroting van fruit\nNr. 12 BRIEF VAN DE MINISTER VAN FRUIT\n", "kst-39600-XVI-12", Chamber.TK),
        ("21 501-02 Raad\nNr. 2790 BRIEF VAN DE MINISTER VAN FRUIT\n", "kst-21501-02-2790", Chamber.TK),
        ("39 410 A Fonds voor fruit\nNr. 33 BRIEF VAN DE MINISTER\n", "kst-39410-A-33", Chamber.TK),
        ("CXXIV Onderzoek naar fruit\nG VERSLAG VAN EEN MONDELING OVERLEG\n", "kst-CXXIV-G", Chamber.EK),
        ("39 317 Fruitraad\nQC HERDRUK\nVERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n", "kst-39317-QC-h1", Chamber.EK),
        ("39.317 Fruitraad\nnr. 4\nHERDRUK\nMEMORIE VAN TOELICHTING\n", "kst-39317-4-h1", Chamber.TK),
        (
            "2031Z18436\nVragen van het lid Bes (FRUIT) aan de Minister van Fruit (ingezonden 2 mei 2032).\n",
            "kv-tk-2031Z18436",
            Chamber.TK,
        ),
    ],
)
def test_identifiers(document: Read, head: str, paper_id: str, chamber: Chamber) -> None:
    meta = document(f"Vergaderjaar 2031-2032\n\n{head}\nDe tekst zelf.").meta
    assert (meta.paper_id, meta.chamber) == (paper_id, chamber)


def test_a_short_title_in_capitals_is_no_number(document: Read) -> None:
    doc = document(
        "Vergaderjaar 2031-2032\n\n39 317\n\nEU\n\nQC\n\nVERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 6 mei 2032"
    )
    assert doc.meta.number == "QC"
    assert doc.meta.dossiers[0].title is not None
    assert doc.meta.dossiers[0].title.of(doc.text) == "EU"


def test_a_paper_without_id_says_so(document: Read) -> None:
    doc = document("Zomaar een zin.")
    assert doc.meta.paper_id is None
    assert [i.code for i in doc.issues] == ["PAPER-WITHOUT-ID"]


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("VERSLAG VAN EEN TWEEDE NADER SCHRIFTELIJK OVERLEG", Genre.FURTHER_CONSULTATION_REPORT),
        ("VERSLAG VAN EEN NADER MONDELING OVERLEG", Genre.ORAL_CONSULTATION_REPORT),
        ("TWEEDE NADER GEWIJZIGDE MOTIE VAN HET LID BES", Genre.MOTION),
        ("GEWIJZGIDE MOTIE VAN HET LID BES", Genre.MOTION),
        ("NADER GEWIJZIGD AMENDEMENT VAN HET LID BES", Genre.AMENDMENT),
        ("Gewijzigd voorstel van wet", Genre.BILL),
        ("NOTA NAAR AANLEIDING VAN HET NADER VERSLAG", Genre.NOTE_AFTER_REPORT),
        ("MEMORIE VAN ANTWOORD", Genre.NOTE_AFTER_REPORT),
        ("NADER VOORLOPIG VERSLAG", Genre.REPORT),
        ("BRIEF VAN DE MINISTER OVER DE MOTIE", Genre.LETTER),
        ("LIJST VAN VRAGEN EN ANTWOORDEN", Genre.LIST_OF_QUESTIONS),
        ("IETS ANDERS", Genre.UNKNOWN),
    ],
)
def test_genre_of_a_title(title: str, genre: Genre) -> None:
    assert genre_of_title(title) is genre
