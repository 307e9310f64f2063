"""Official papers in XML: bills, amendments, debates of committees, the schema before 2011. Nagebootst."""

from pathlib import Path

from sovgraph.model import Chamber, Genre
from sovgraph.read import Text, make_source, read_path, read_source
from sovgraph.structure import structure_document

FIXTURES = Path(__file__).parent / "fixtures"


def read(name: str) -> Text:
    return read_source(read_path(str(FIXTURES / f"{name}.xml")))


def said(text: Text, *roles: str) -> list[tuple[str, str, str]]:
    return [(p.role, p.span.of(text.text).replace("\n\n", " / "), p.value) for p in text.parts if p.role in roles]


def test_articles_and_numbered_parts_of_a_bill() -> None:
    assert said(read("kst-bill"), "article", "list_item") == [
        (
            "article",
            "Artikel 1 Begrippen / In deze wet wordt verstaan onder: / a. peer / vrucht van de perenboom;",
            "artikel 1",
        ),
        ("list_item", "a. peer", "a."),
        (
            "article",
            "Artikel 2 / 1. Peren zijn groen als: / a. zij rijp zijn; / 1°. in de herfst. / "
            "2. De oppervlakte is 5 m2 en CO2.",
            "artikel 2",
        ),
        ("list_item", "1. Peren zijn groen als:", "1."),
        ("list_item", "a. zij rijp zijn;", "a."),
        ("list_item", "1°. in de herfst.", "1°."),
        ("list_item", "2. De oppervlakte is 5 m2 en CO2.", "2."),
        (
            "article",
            "Artikel II / De Appelwet wordt als volgt gewijzigd: / A Artikel 3 komt te luiden: / "
            "Artikel 3 / Appels zijn rood.",
            "artikel II",
        ),
        ("list_item", "A Artikel 3 komt te luiden:", "A"),
        ("article", "Artikel 3 / Appels zijn rood.", "artikel 3"),
    ]


def test_notes_in_titles_and_tables_pictures_and_cells() -> None:
    assert said(read("kst-bill"), "dossier_title", "cell", "note_anchor", "note_body", "image", "caption") == [
        ("dossier_title", "Regels over fruit (Fruitwet)¹", ""),
        ("note_anchor", "¹", "1"),
        ("cell", "Jaar", ""),
        ("cell", "Peren", ""),
        ("cell", "2030*", ""),
        ("note_anchor", "*", "*"),
        ("cell", "12", ""),
        ("cell", "(ton)", ""),
        ("image", "een boom vol peren", "kst-39700-2-001.png"),
        ("caption", "Boom", ""),
        ("note_body", "Noot bij de titel.", "1"),
        ("note_body", "Voorlopig.", "*"),
    ]


def test_cells_of_a_row_belong_together() -> None:
    groups = [part.group for part in read("kst-bill").parts if part.role == "cell"]
    assert groups[0] == groups[1] != groups[2] == groups[3] == groups[4]


def test_signs_of_the_file_itself_call_no_note() -> None:
    note = "<noot><noot.nr>1</noot.nr><noot.al>De noot \ue0000\ue001.</noot.al></noot>"
    paper = f"<kamerstuk><stuk><al>Een zin.{note}</al>Teken \ue0000\ue001.</stuk></kamerstuk>"
    text = read_source(make_source("paper.xml", paper.encode()))
    assert text.text == "Een zin.¹\n\nTeken \ufffd0\ufffd.\n\n¹ De noot \ufffd0\ufffd."
    assert said(text, "note_anchor") == [("note_anchor", "¹", "1")]


def test_signatures_with_post_and_name() -> None:
    assert said(read("kst-bill"), "signature", "signature_role", "signature_name") == [
        ("signature", "De Minister van Fruit, / B. Boom", ""),
        ("signature_role", "De Minister van Fruit,", ""),
        ("signature_name", "B. Boom", ""),
    ]


def test_the_instructions_of_an_amendment() -> None:
    assert said(read("kst-amendment"), "list_item", "article") == [
        ("list_item", "I In artikel 2 vervalt het tweede lid.", "I"),
        ("list_item", "II Na artikel 2 wordt een artikel ingevoegd, luidende:", "II"),
        ("article", "Artikel 2a / Appels vallen.", "artikel 2a"),
    ]


def test_the_schema_before_2011_states_its_head() -> None:
    document = structure_document(read_path(str(FIXTURES / "kamerwrk-old.xml")))
    meta = document.meta
    assert (meta.paper_id, meta.chamber, meta.session_year, meta.number, meta.genre) == (
        "kst-19951996-24999-B",
        Chamber.EK,
        "1995-1996",
        "3",
        Genre.EXPLANATORY_MEMORANDUM,
    )
    assert [(d.number, d.suffix) for d in meta.dossiers] == [("24400", "XVI")]
    assert [(n.mark, n.body.of(document.text)) for n in document.notes] == [("1", "Zie Stb. 1994, 132.")]


def test_speakers_in_bold_begin_a_speech() -> None:
    assert said(read("kst-debate"), "turn", "chair") == [
        ("chair", "Kers", ""),
        ("turn", "De voorzitter: / Goedemiddag.", ""),
        ("turn", "De heer Van Appel (PVDF): / Ik heb drie punten: / peren.", ""),
        ("turn", "Minister Boom: / Ik zeg toe te plukken.", ""),
    ]


def test_a_second_paper_in_the_file_is_read_and_said() -> None:
    text = read("kst-debate")
    assert text.text.endswith("39 801\n\nAnder stuk\n\nBRIEF\n\nOok erbij.")
    assert [part.value for part in text.parts if part.role == "dossier"] == ["39800"]
    assert [issue.code for issue in text.issues] == ["READ-SEVERAL-PAPERS"]
