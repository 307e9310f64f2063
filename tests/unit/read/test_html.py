"""Web pages: what is the paper, its parts, notes, lists and places; what is refused. Nagebootst."""

from pathlib import Path

import pytest
from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.model import Chamber, Genre
from sovgraph.read import Text, make_source, read_source
from sovgraph.structure import structure_document

FIXTURES = Path(__file__).parent / "fixtures"
OLD = (FIXTURES / "op-old.html").read_bytes()
QUESTIONS = (FIXTURES / "op-questions.html").read_bytes()
PROCEEDINGS = (FIXTURES / "op-proceedings.html").read_bytes()
DEBATE = (FIXTURES / "site-debate.html").read_text(encoding="utf-8").encode("cp1252")


def read(data: str | bytes, name: str = "page.html") -> Text:
    return read_source(make_source(name, data.encode("utf-8") if isinstance(data, str) else data))


def body(inner: str) -> str:
    return read(f"<html><body>{inner}</body></html>").text


def said(text: Text, *roles: str) -> list[tuple[str, str, str]]:
    return [(p.role, p.span.of(text.text).replace("\n\n", " / "), p.value) for p in text.parts if p.role in roles]


def test_the_head_of_an_official_page_is_stated() -> None:
    meta = structure_document(make_source("page.html", OLD)).meta
    assert (meta.paper_id, meta.genre, meta.chamber, meta.session_year, meta.number, meta.title) == (
        "kst-39600-XVI-12",
        Genre.LETTER,
        Chamber.TK,
        "2031-2032",
        "12",
        "BRIEF VAN DE MINISTER VAN FRUIT",
    )
    assert [(d.number, d.suffix) for d in meta.dossiers] == [("39600", "XVI")]


def test_an_official_page_without_what_stands_around_it() -> None:
    text = read(OLD).text
    assert text.startswith("Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2031-2032\n\n39 600 XVI")
    for word in ("cookies", "Home", "weg", "Noot\n", " X ", "voet"):
        assert word not in text


def test_notes_of_an_official_page() -> None:
    document = structure_document(make_source("page.html", OLD))
    (note,) = document.notes
    assert (note.mark, note.body.of(document.text)) == ("1", "Kamerstukken II, 2031/32, 39 600, nr. 1.")
    assert [a.of(document.text) for a in note.anchors] == ["¹"]


def test_parts_of_an_official_page() -> None:
    assert said(read(OLD), "list_item", "cell", "article", "signature_role", "signature_name") == [
        ("list_item", "c. peren", "c."),
        ("list_item", "- rood", "-"),
        ("list_item", "d. appels", "d."),
        ("list_item", "1°. kersen", "1°."),
        ("article", "Artikel 2a / Peren zijn groen.", "artikel 2a"),
        ("cell", "a", ""),
        ("cell", "b", ""),
        ("cell", "c", ""),
        ("signature_role", "De Minister van Fruit,", ""),
        ("signature_name", "Boom", ""),
    ]


def test_questions_on_a_page_of_the_new_site() -> None:
    text = read(QUESTIONS)
    assert said(text, "question", "answer", "question_addressee", "date_sent", "date_received") == [
        ("question_addressee", "Minister van Fruit", ""),
        ("date_sent", "1 oktober 2031", "2031-10-01"),
        ("date_received", "21 oktober 2031", "2031-10-21"),
        ("question", "Vraag 1 / Kent u het bericht over de oogst?¹", "1"),
        ("answer", "Antwoord 1 / Ja, dat bericht is mij bekend.", "1"),
        ("question", "Vraag 2 / Komen er appels?", "2"),
        ("question", "Vraag 3 / Zo nee, waarom niet?", "3"),
        ("answer", "Antwoord 2 en 3 / Appels komen er niet.", "2,3"),
    ]


def test_menus_banners_and_buttons_of_the_new_site_stay_out() -> None:
    text = read(QUESTIONS).text
    assert text.startswith("Vragen van het lid Van Appel") and text.endswith("¹ De Peer, 1 mei 2031.")


def test_signs_of_the_file_itself_call_no_note() -> None:
    note = '<div class="noot" id="n1">1 De noot \ue0000\ue001.</div>'
    text = read(f'<html><body><p>Een zin.<a href="#n1"><sup>1</sup></a> Teken \ue0000\ue001.</p>{note}</body></html>')
    assert text.text == "Een zin.¹ Teken \ufffd0\ufffd.\n\n¹ De noot \ufffd0\ufffd."
    assert said(text, "note_anchor") == [("note_anchor", "¹", "1")]


def test_the_identifier_in_the_pages_metadata() -> None:
    meta = structure_document(make_source("page.html", QUESTIONS)).meta
    assert (meta.paper_id, meta.genre, meta.session_year) == (
        "ah-tk-20312032-7",
        Genre.ANSWERED_QUESTIONS,
        "2031-2032",
    )


def test_speeches_on_a_page_that_no_rule_knows() -> None:
    text = read(DEBATE)
    assert text.text.startswith("Verslag van de plenaire vergadering") and "Lees ook" not in text.text
    assert said(text, "turn", "chair", "present", "speaker_name", "speaker_party") == [
        ("chair", "Kers", ""),
        ("present", "Van Appel en Peer,", ""),
        ("turn", "De voorzitter: / Het woord is aan de heer Van Appel, die spreekt over de oogst van dit jaar.", ""),
        (
            "turn",
            "De heer Van Appel (PVDF): / Voorzitter. De peren zijn rijp, en dat is goed nieuws voor de telers.",
            "",
        ),
        ("speaker_name", "Van Appel", ""),
        ("speaker_party", "PVDF", ""),
        (
            "turn",
            "Mevrouw Peer (LP): / Waarom zegt de heer Van Appel niets over de appels? Die zijn er ook.",
            "",
        ),
        ("speaker_name", "Peer", ""),
        ("speaker_party", "LP", ""),
    ]


def test_official_proceedings_name_the_speaker_in_full() -> None:
    text = read(PROCEEDINGS)
    assert said(text, "turn", "speaker_role", "speaker_name", "motion") == [
        ("turn", "De voorzitter: / Het woord is aan de heer Van Appel.", ""),
        ("speaker_role", "De voorzitter", "Kim Kers"),
        (
            "turn",
            "De heer Van Appel (PVDF): / Ik heb een motie over de oogst van de peren van dit jaar. / Motie / "
            "De Kamer, / verzoekt de regering om peren.",
            "",
        ),
        ("speaker_name", "Van Appel", "Jan van Appel"),
        ("motion", "De Kamer, / verzoekt de regering om peren.", "kst-39600-XVI-12"),
        ("turn", "De voorzitter: / Zij krijgt nr. 12.", ""),
        ("speaker_role", "De voorzitter", ""),
    ]
    assert text.text.endswith("De vergadering wordt geschorst.")


def test_the_sites_name_tells_the_chamber() -> None:
    page = b"<html><title>Verslag - Eerste Kamer der Staten-Generaal</title><p>Verslag van de plenaire vergadering</p>"
    assert structure_document(make_source("page.html", page)).meta.chamber is Chamber.EK


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p>caf&eacute;&nbsp;x &lt; y &#8364;</p>", "café\u00a0x < y €"),
        ("<p>ap&shy;pel\n  en\tpeer</p>", "appel en peer"),
        ("<p>een<br>twee<br><br>drie</p>", "een\ntwee\n\ndrie"),
        ("los <b>woord</b><p>alinea</p>en meer", "los woord\n\nalinea\n\nen meer"),
        ("<p>zicht<span style='display: none'>weg</span>baar</p><div hidden>weg</div>", "zichtbaar"),
        ("<ol start='4'><li>vier</li><li value='9'>negen</li><li>tien</li></ol>", "4. vier\n\n9. negen\n\n10. tien"),
        ("<ol type='i'><li>een</li><li>twee</li></ol>", "i. een\n\nii. twee"),
        ("<ol reversed><li>twee</li><li>een</li></ol>", "2. twee\n\n1. een"),
        ("<ul style='list-style:none'><li>a) peer</li></ul>", "a) peer"),
        ("<p>peer</p><a class='button' href='x.pdf'>Download (PDF)</a>", "peer"),
        ("<p>H<sub>2</sub>O en <img src='x' alt='een peer'>.</p>", "H2O en een peer."),
        ("<p>Zie pagina <a href='#p4'>4</a>.</p><p id='p4'>Vier.</p>", "Zie pagina 4.\n\nVier."),
        (
            "<p>Woord<sup><a href='#v1'>1</a></sup> en<sup><a href='#v1'>1</a></sup>.</p><p id='v1'>1 Noot.</p>",
            "Woord¹ en¹.\n\n¹ Noot.",
        ),
        (
            "<p>W<a href='#_ftn1' name='_ftnref1'>[1]</a></p>"
            "<div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a> N</p></div>",
            "W¹\n\n¹ N",
        ),
    ],
)
def test_what_a_browser_shows(inner: str, text: str) -> None:
    assert body(inner) == text


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        ("\ufeff<html><p>één</p>".encode("utf-16"), "één", ["READ-BOM"]),
        ("<html><meta charset=iso-8859-15><p>€</p>".encode("iso-8859-15"), "€", []),
        ("<html><meta charset=iso-8859-1><p>één €</p>".encode("cp1252"), "één €", []),
        ("<html><meta charset=utf-8><p>één</p>".encode("cp1252"), "één", ["READ-ENCODING"]),
        ("<html><meta charset=klingon><p>één</p>".encode(), "één", ["READ-ENCODING"]),
        ("<?xml version='1.0' encoding='utf-8'?><!-- x --><!DOCTYPE html><html><p>één</p></html>".encode(), "één", []),
    ],
)
def test_encodings(data: bytes, text: str, codes: list[str]) -> None:
    found = read(data, "page")
    assert (found.text, [issue.code for issue in found.issues]) == (text, codes)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("<html><title>Pagina niet gevonden</title><h1>404</h1><p>Helaas.</p></html>", "error page .*not found"),
        ("<html><body><h1>Mijn omgeving</h1><form><p>Inloggen</p><input type=password></form>", "error page .*login"),
        ("<html><p>Dit document op overheid bestaat niet.</p></html>", "error page .*not found"),
        ("<html><h1>Fout 503</h1><p>Tweede Kamer der Staten-Generaal</p></html>", "error page .*out of order"),
        ("<html><h1>Service unavailable</h1><p>Probeer het later.</p></html>", "error page .*out of order"),
        ("<html><body><div id=app></div><script>a()</script></body></html>", "a script makes"),
        ("<html><body></body></html>", "no text in it"),
        ("<html><body>" + "<div>" * 4_000 + "x", "nested too deep"),
    ],
)
def test_refused(data: str, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        "<html><h1>36 404 Wegen</h1><p>De Kamer, gehoord de beraadslaging.</p></html>",
        "<html><h1>36\u00a0500, nr. 403</h1><p>Brief over wegen.</p></html>",
        "<html><p>Tweede Kamer der Staten-Generaal</p><p>Vergaderjaar 2025-2026</p><p>Onderhoud van wegen.</p></html>",
    ],
)
def test_a_short_paper_is_no_error_page(data: str) -> None:
    assert read(data).text


@pytest.mark.parametrize("page", [OLD, QUESTIONS, PROCEEDINGS, DEBATE])
def test_every_block_has_the_path_of_its_element(page: bytes) -> None:
    text = read(page)
    tree = etree.fromstring(page.split(b"?>")[-1], etree.HTMLParser(remove_comments=True))
    assert text.places
    for place in text.places:
        (element,) = tree.xpath(place.path)
        words = "".join(place.span.of(text.text).translate(str.maketrans("¹", "1")).split()).lstrip("-cd.")
        assert words in "".join("".join(element.itertext()).replace("\u00ad", "").split()), place


@pytest.mark.parametrize("page", [OLD, QUESTIONS, PROCEEDINGS, DEBATE])
def test_a_page_cut_off_anywhere_is_read_or_refused(page: bytes) -> None:
    for end in range(10, len(page), 97):
        try:
            text = read(page[:end])
        except ReadError:
            continue
        assert all(0 <= p.span.start < p.span.end <= len(text.text) for p in text.parts)
