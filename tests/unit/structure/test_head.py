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
            "39 526 Fruitwet\nNr. 24 NOTA VAN WIJZIGING\n\nOntvangen 3 mei 2032\n\nA\n\nArtikel I",
            "kst-39526-24",
            Chamber.TK,
        ),
        ("39 526 Fruitwet\nNr. 25 STAAT VAN DE OOGST\n\nA\n\nAppels\n", "kst-39526-25", Chamber.TK),
        ("39 976, nr. 1\nNotitie over fruit\n\nnr. 175a\nNADERE MEMORIE VAN ANTWOORD\n", "kst-39976-175a", Chamber.EK),
        ("39 317 Fruitraad\n\nAB\n\nAan de Voorzitter van de Eerste Kamer\n", "kst-39317-AB", Chamber.EK),
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
    assert [i.code for i in doc.issues] == ["PAPER-WITHOUT-ID", "GENRE-UNKNOWN"]


def test_a_paper_of_unknown_genre_names_its_title(document: Read) -> None:
    doc = document("39 976 Regels over fruit\n\nNr. 4 VOORDRACHT VOOR DE FRUITRAAD\n\nDe raad draagt voor: A. Appel.\n")
    issue = next(i for i in doc.issues if i.code == "GENRE-UNKNOWN")
    assert (issue.severity, issue.message) == (
        "warning",
        "no kind of paper is known for 'VOORDRACHT VOOR DE FRUITRAAD'",
    )
    assert doc.text[issue.start : issue.end] == "VOORDRACHT VOOR DE FRUITRAAD"


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
        ("MEMORIE VAN ANTWOORD", Genre.REPLY_MEMORANDUM),
        ("NADER VOORLOPIG VERSLAG", Genre.REPORT),
        ("BRIEF VAN DE MINISTER OVER DE MOTIE", Genre.LETTER),
        ("LIJST VAN VRAGEN EN ANTWOORDEN", Genre.LIST_OF_QUESTIONS),
        ("VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN", Genre.LIST_OF_QUESTIONS),
        ("DERDE NOTA VAN WIJZIGING", Genre.AMENDING_NOTE),
        ("NOTA VAN VERBETERING", Genre.CORRECTING_NOTE),
        ("KONINKLIJKE BOODSCHAP", Genre.ROYAL_MESSAGE),
        ("ADVIES RAAD VAN STATE EN NADER RAPPORT1", Genre.ADVICE),
        ("ADVIES VAN DE AFDELING ADVISERING VAN DE RAAD VAN STATE EN REACTIE VAN DE INITIATIEFNEMER", Genre.ADVICE),
        ("EINDVERSLAG", Genre.REPORT),
        ("VERSLAG VAN EEN WETGEVINGSOVERLEG", Genre.COMMITTEE_DEBATE),
        ("AANVULLING OP DE NOTA NAAR AANLEIDING VAN HET VERSLAG", Genre.NOTE_AFTER_REPORT),
        ("IETS ANDERS", Genre.UNKNOWN),
    ],
)
def test_genre_of_a_title(title: str, genre: Genre) -> None:
    assert genre_of_title(title) is genre


def test_a_roman_dossier_without_its_session(document: Read) -> None:
    meta = document("CXXIV Verslag van de Fruitcommissie\n\nG BRIEF VAN DE VOORZITTER\n\nAan de leden\n").meta
    assert (meta.paper_id, meta.chamber, meta.genre) == ("kst-CXXIV-G", Chamber.EK, Genre.LETTER)


def test_the_session_in_an_old_id_comes_from_the_date(document: Read) -> None:
    meta = document("26 358\nFruitwet\n\nnr. 52a\nVOORLOPIG VERSLAG\n\nVastgesteld 3 december 1999\n").meta
    assert (meta.paper_id, meta.session_year) == ("kst-19992000-26358-52a", None)


def test_the_first_heading_is_no_part_of_the_title(document: Read) -> None:
    for gap in ("\n\n", "\n"):
        doc = document(f"39 317 Fruit\n\nNr. 3 MEMORIE VAN TOELICHTING{gap}ALGEMEEN\n\nEr is fruit.")
        assert doc.meta.title == "MEMORIE VAN TOELICHTING"


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Hieronder zijn opgenomen het advies van de Afdeling advisering d.d. 3 mei 2032", Genre.ADVICE),
        ("Bij Kabinetsmissive van 3 mei 2032, no. 1, heeft Uwe Majesteit", Genre.ADVICE),
        ("Wij Appelina, bij de gratie Gods, Koningin der Nederlanden", Genre.BILL),
        ("Wet van 3 mei 2032 over fruit\n\nWij Appelina, bij de gratie Gods, Koningin", Genre.GAZETTE),
        ("Wij Appelina, bij de gratie Gods, Koningin\nOp de voordracht van Onze Minister", Genre.DRAFT_DECREE),
        ("1. Agendapunt: Fruit\nZaak: Brief\nBesluit: Voor kennisgeving aannemen.", Genre.DECISIONS),
        ("De commissie brengt bijgaand verslag uit van het gevoerde nader schriftelijk overleg.",
         Genre.FURTHER_CONSULTATION_REPORT),
        ("Verslag van een deskundigenbijeenkomst\nover fruit", Genre.COMMITTEE_DEBATE),
    ],
)  # fmt: skip
def test_genre_by_the_first_words(document: Read, text: str, genre: Genre) -> None:
    assert document(text).meta.genre is genre


@pytest.mark.parametrize(
    ("text", "paper_id", "day"),
    [
        ("Staatsblad van het Koninkrijk der Nederlanden\nJaargang 2032\n84\nWet van 9 maart 2032 over fruit\n",
         "stb-2032-84", date(2032, 3, 9)),
        ("Staatsblad van het Koninkrijk\nStaatsblad 2032, 236 | AMvB\n", "stb-2032-236", None),
    ],
)  # fmt: skip
def test_an_issue_of_the_gazette(document: Read, text: str, paper_id: str, day: date | None) -> None:
    meta = document(text).meta
    assert meta.paper_id == paper_id
    assert [d.value for d in meta.dates] == ([day] if day else [])


@pytest.mark.parametrize(
    "text",
    [
        "Document: Besluitenlijst van de procedurevergadering van woensdag 3 mei\n2032",
        "Besluitenlijst van de e-mailprocedure van woensdag 3 mei 2032",
        "Verslag van de plenaire vergadering van woensdag 3 mei 2032",
        "14e vergadering, woensdag 3 mei 2032\n\nDe voorzitter: A\nDe voorzitter: B\nDe voorzitter: C",
        "Verslag van de vergadering van 3 mei 2032 (2031/2032 nr. 7)",
        "Datum: 3 mei 2032\nVerslag van een deskundigenbijeenkomst",
    ],
)
def test_the_day_of_a_meeting(document: Read, text: str) -> None:
    assert [(d.kind, d.value) for d in document(text).meta.dates] == [("vergadering", date(2032, 5, 3))]


@pytest.mark.parametrize(
    ("row", "paper_id", "chamber"),
    [
        ("Tweede Kamer der Staten-Generaal | 2031-2032 | 39443 nr. 5 |", "kst-39443-5", Chamber.TK),
        ("Tweede Kamer der Staten-Generaal2031-203239600-XVI nr. 19", "kst-39600-XVI-19", Chamber.TK),
        ("Eerste Kamer der Staten-Generaal | 2031-2032 | 39317 nr. NH |", "kst-39317-NH", Chamber.EK),
        ("Tweede Kamer der Staten-Generaal | 2031-2032 | 1365 |", None, Chamber.TK),
    ],
)
def test_the_row_of_the_publishers_site(document: Read, row: str, paper_id: str | None, chamber: Chamber) -> None:
    meta = document(f"Kamerstuk\n{row}\nOntvangen 2 juni 2032\n\nHierbij de fruittelling.").meta
    assert meta.paper_id == paper_id
    if paper_id is not None:
        assert (meta.chamber, meta.session_year) == (chamber, "2031-2032")


def test_the_row_above_an_appendix(document: Read) -> None:
    meta = document(
        "Aanhangsel van de Handelingen\n\nDatum\nTweede Kamer der Staten-Generaal2031-20321365\n\n"
        "Vragen van het lid Bes (FRUIT) aan de Minister van Fruit (ingezonden 17 februari 2032).\n\n"
        "Antwoord van Minister Pruim (ontvangen 25 februari 2032)\n\nVraag 1\n\nWat is een peer?\n"
    ).meta
    assert (meta.paper_id, meta.chamber) == ("ah-tk-20312032-1365", Chamber.TK)


def test_the_session_of_a_meeting(document: Read) -> None:
    assert document("Verslag van de vergadering van 3 mei 2032 (2031/2032 nr. 7)").meta.session_year == "2031-2032"


def test_a_dossier_named_by_its_first_paper(document: Read) -> None:
    doc = document("39 976, nr. 1\nNotitie over fruit\n\nnr. 175a\nMEMORIE VAN ANTWOORD\n")
    assert [d.span.of(doc.text) for d in doc.meta.dossiers] == ["39 976"]
