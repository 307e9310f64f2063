"""Papers that stand in no dossier: meetings, papers with a number of the Chamber's own, issues of gazettes."""

from collections.abc import Callable

import pytest

from sovgraph.model import Chamber, Document, Genre
from sovgraph.read import make_source
from sovgraph.structure import structure_document
from sovgraph.structure.identity import genre_by_id

Read = Callable[[str], Document]

QUESTION_HOUR = (
    "Vragenuur\n\nVragen van het lid Bes aan de minister van Fruit over peren.\n\nDe voorzitter:\nIk open.\n\n"
    "Mevrouw Bes (PVDF):\nHoe staan de peren ervoor?\n\nMinister Boom:\nGoed.\n\nDe heer Appel (PVDF):\nEn de appels?\n"
)
MEETING = (
    "Voortouwcommissie: vaste commissie voor Financiën\nActiviteit: {what}\nDatum: woensdag 13 mei 2032\n\n"
    "Agendapunt: Fruit\nZaak: Brief regering\n"
)


@pytest.mark.parametrize(
    ("text", "genre", "chamber"),
    [
        (QUESTION_HOUR, Genre.PROCEEDINGS, Chamber.TK),
        ("Vragen van het lid Bes (PVDF) aan de minister\n\nDe voorzitter: leest u dit?",
         Genre.WRITTEN_QUESTIONS, Chamber.TK),
        ("Eerste Kamer\n\nAanwezig zijn 71 leden, te weten:\nAppel, Bes", Genre.PROCEEDINGS, Chamber.EK),
        ("Fruit\n\nTegenwoordig zijn 138 leden, te weten:\nAppel, Bes", Genre.PROCEEDINGS, None),
        ("Fruit\n\nAanwezig zijn 71 leden, te weten:\nAppel, Bes", Genre.PROCEEDINGS, None),
        (MEETING.format(what="Commissiedebat"), Genre.CONVOCATION, Chamber.TK),
        (MEETING.format(what="Procedurevergadering"), Genre.MEETING_AGENDA, Chamber.TK),
        (MEETING.format(what="Procedurevergadering") + "Besluit: Aannemen.\n", Genre.DECISIONS, Chamber.TK),
        ("Besluitenlijst van de commissie voor Fruit\n\nEr is fruit.", Genre.DECISIONS, None),
    ],
)  # fmt: skip
def test_meetings(document: Read, text: str, genre: Genre, chamber: Chamber | None) -> None:
    meta = document(text).meta
    assert (meta.genre, meta.chamber) == (genre, chamber)


@pytest.mark.parametrize(
    ("head", "paper_id"),
    [
        ("2032D30111 LIJST VAN VRAGEN", "nds-tk-2032D30111"),
        ("2032D11822 INBRENG VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "nds-tk-2032D11822"),
        ("2032D11822 IETS ANDERS", None),
        ("Vragen gesteld door de leden der Kamer\n\n2032Z01234\n\nVragen van het lid Bes (PVDF)", "kv-tk-2032Z01234"),
        ("Vragen gesteld door de leden der Kamer\n\n2032D01234\n\nVragen van het lid Bes (PVDF)", None),
    ],
)
def test_a_number_of_the_chamber(document: Read, head: str, paper_id: str | None) -> None:
    """A number with D names a document, only one with Z questions."""
    assert document(f"{head}\n\nDe commissie heeft een aantal vragen.\n").meta.paper_id == paper_id


@pytest.mark.parametrize(
    ("identifier", "before", "after"),
    [
        ("stb-2032-296", Genre.NOTE, Genre.GAZETTE),
        ("stcrt-2032-12", Genre.LETTER, Genre.GOVERNMENT_GAZETTE),
        ("trb-2032-1", Genre.UNKNOWN, Genre.TREATY_SERIES),
        ("h-tk-20312032-3-2", Genre.WRITTEN_QUESTIONS, Genre.PROCEEDINGS),
        ("h-tk-20312032-3-9", Genre.INCOMING, Genre.INCOMING),
        ("ah-tk-20312032-3", Genre.LETTER, Genre.ANSWERED_QUESTIONS),
        ("kst-39500-3", Genre.NOTE, Genre.NOTE),
        (None, Genre.NOTE, Genre.NOTE),
    ],
)
def test_the_family_of_an_identifier(identifier: str | None, before: Genre, after: Genre) -> None:
    assert genre_by_id(identifier, before) is after


def test_the_identifier_of_a_page_gives_genre_and_chamber() -> None:
    page = (
        '<html><head><meta name="{}" content="{}"></head><body><h1>NOTA VAN TOELICHTING</h1><p>Fruit.</p></body></html>'
    )
    meta = _page(page.format("DC.identifier", "stb-2032-296")).meta
    assert (meta.paper_id, meta.genre) == ("stb-2032-296", Genre.GAZETTE)
    meta = _page(page.format("dcterms.identifier", "ah-ek-20312032-7")).meta
    assert (meta.paper_id, meta.chamber, meta.session_year) == ("ah-ek-20312032-7", Chamber.EK, "2031-2032")


def test_the_printer_signs_no_paper(document: Read) -> None:
    """The lines in the foot of papers until 2010."""
    end = "De Minister van Fruitzaken,\nKST129021\n0809tkkst39500-2\nISSN 0921 - 7371\nSdu Uitgevers\n"
    bill = f"39 500 Fruitwet\nNr. 2 VOORSTEL VAN WET\nWij Appelina, bij de gratie Gods\nGegeven\n{end}"
    assert document(bill).signers == ()


def test_a_chair_is_named_on_one_line(document: Read) -> None:
    doc = document(
        "Tweede Kamer\n\nVoorzitter: Martin Bes\n\nStaat van het Fruit\n\nAanwezig zijn 71 leden, te weten:\n"
    )
    assert [s.name.of(doc.text) for s in doc.signers] == ["Martin Bes"]


def _page(html: str) -> Document:
    return structure_document(make_source("page.html", html.encode()))


def test_a_list_of_members_has_its_mark_behind_the_committee(document: Read) -> None:
    """Not at the number of the first question, which is a figure alone."""
    doc = document(
        "Tweede Kamer der Staten-Generaal 2\n39 317 Fruit\nNr. 14 LIJST VAN VRAGEN EN ANTWOORDEN\n"
        "Vastgesteld 9 oktober 2031\nDe vaste commissie voor Fruit1 heeft een aantal vragen.\n1\nHoeveel fruit is er?\n"
        "Veel.\n2\nGroeit het?\nJa.\n1 Samenstelling:\nLeden: Appel (PVDF), Bes (SAP), voorzitter.\n"
    )
    assert [doc.text[c.committee.start : c.committee.end] for c in doc.compositions if c.committee] == [
        "vaste commissie voor Fruit"
    ]
