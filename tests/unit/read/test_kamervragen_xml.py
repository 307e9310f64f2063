"""Written questions in XML. Nagebootst."""

from pathlib import Path

import pytest

from sovgraph.model import Genre
from sovgraph.read import Text, make_source, read_source
from sovgraph.structure import structure_document

FIXTURES = Path(__file__).parent / "fixtures"
PAPER = (FIXTURES / "kamervragen.xml").read_text(encoding="utf-8")
OLD = (FIXTURES / "vraagdoc-old.xml").read_text(encoding="utf-8")


def read(data: str) -> Text:
    return read_source(make_source("paper.xml", data.encode("utf-8")))


def said(text: Text, *roles: str) -> list[tuple[str, str, str]]:
    return [(p.role, p.span.of(text.text).replace("\n\n", " / "), p.value) for p in text.parts if p.role in roles]


def test_questions_and_answers_with_their_numbers() -> None:
    assert said(read(PAPER), "question", "answer") == [
        ("question", "Vraag 1 / Kent u de peer?", "1"),
        ("answer", "Antwoord 1 / Ja.", "1"),
        ("question", "Vraag 2 / En de appel?", "2"),
        ("question", "Vraag 3 / Zo nee, waarom niet?", "3"),
        ("answer", "Antwoord 2 en 3 / Nee.", "2,3"),
    ]


def test_who_asks_whom_and_when() -> None:
    roles = ("question_asker", "question_addressee", "date_sent", "date_received", "question_number")
    assert said(read(PAPER), *roles) == [
        ("question_number", "7", "7"),
        ("question_asker", "Van Appel", ""),
        ("question_asker", "Peer", ""),
        ("question_addressee", "Minister van Fruit", ""),
        ("date_sent", "1 oktober 2031", "2031-10-01"),
        ("date_received", "21 oktober 2031", "2031-10-21"),
    ]


@pytest.mark.parametrize(("words", "numbers"), [("Antwoord 4 t/m 6", "4,5,6"), ("Antwoorden 1, 2a en 9", "1,2a,9")])
def test_numbers_of_an_answer(words: str, numbers: str) -> None:
    text = read(PAPER.replace("Antwoord 2 en 3", words))
    assert said(text, "answer")[-1][2] == numbers


def test_the_old_schema() -> None:
    text = read(OLD)
    assert said(text, "question", "question_asker", "question_addressee") == [
        ("question_asker", "Peer", ""),
        ("question_addressee", "minister van Fruit", ""),
        ("question", "1 / Waar zijn de kersen?", "1"),
    ]


def test_the_head_is_read_from_the_elements() -> None:
    source = make_source("paper.xml", PAPER.encode("utf-8"))
    meta = structure_document(source).meta
    assert (meta.paper_id, meta.genre, meta.session_year) == (
        "ah-tk-20312032-7",
        Genre.ANSWERED_QUESTIONS,
        "2031-2032",
    )
    assert [(d.kind, d.value.isoformat()) for d in meta.dates] == [
        ("ingezonden", "2031-10-01"),
        ("ontvangen", "2031-10-21"),
    ]
