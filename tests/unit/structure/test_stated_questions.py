"""Questions and answers that the elements of official XML mark."""

from collections.abc import Callable

import pytest

from sovgraph.model import Document, Span
from sovgraph.read import make_source
from sovgraph.structure import structure_document

Words = Callable[[Document, Span | None], str | None]

PAPER = """<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><kamervragen><kamervraagkop>
<kamervraagnummer>7</kamervraagnummer></kamervraagkop>
<kamervraagomschrijving type="vraag">Vragen van het lid Peer (PVDF) aan de Minister van Fruit over nagebootste kersen
(ingezonden 1 oktober 2031).</kamervraagomschrijving>
<vraag><nr>%s</nr><al>Zijn er kersen?</al><al>Vraag 9 staat hier alleen in de zin.</al></vraag>
<vraag><nr>Vraag 2</nr><al>Zijn er peren?</al></vraag>
<antwoord><nr>%s</nr><al>Ja.</al><al>Antwoord 4</al></antwoord>
</kamervragen></officiele-publicatie>"""


def pairs(doc: Document, words: Words) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    return [(e.number, words(doc, e.question), words(doc, e.answer), e.shared_with) for e in doc.exchanges]


def read(*labels: str) -> Document:
    return structure_document(make_source("vragen.xml", (PAPER % labels).encode("utf-8")))


def test_elements_decide_what_is_question_and_answer(words: Words) -> None:
    doc = read("Vraag 1", "Antwoord 1 en 2")
    answer = "Ja. Antwoord 4"
    assert pairs(doc, words) == [
        ("1", "Zijn er kersen? Vraag 9 staat hier alleen in de zin.", answer, ("2",)),
        ("2", "Zijn er peren?", answer, ("1",)),
    ]


def test_the_head_gives_title_and_day(words: Words) -> None:
    doc = read("Vraag 1", "Antwoord 1 en 2")
    assert doc.meta.title == "Vragen van het lid Peer (PVDF) aan de Minister van Fruit over nagebootste kersen"
    assert [(d.kind, d.value.isoformat()) for d in doc.meta.dates] == [("ingezonden", "2031-10-01")]


@pytest.mark.parametrize("labels", [("Vraag 2", "Antwoord 2"), ("Vraag 1", "Antwoord 1 en 3")])
def test_numbers_that_do_not_fit_are_left_to_the_words(labels: tuple[str, str], words: Words) -> None:
    """Two questions with one number, or an answer to a question that isn't there: nothing is paired blindly."""
    doc = read(*labels)
    assert any(i.code in ("QUESTION-NUMBER-REPEATED", "ANSWER-WITHOUT-QUESTION") for i in doc.issues)
