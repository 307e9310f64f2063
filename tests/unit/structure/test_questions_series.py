"""Numbered letters of other kinds: series per party, parts a and b, remarks between, answers alone, hostile ones."""

import time
from collections.abc import Callable

import pytest

from sovgraph.model import Document, Span

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]

HEAD = (
    "Vergaderjaar 2031-2032\n\n39 317\n\nFruitraad\n\nCC\n\nVERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n"
    "Vastgesteld 6 mei 2032\n\n"
    "Dit verslag bestaat uit:\n\n- De uitgaande brief van 9 december 2031.\n- De antwoordbrief van 22 april 2032.\n\n"
)
ASKING = (
    "BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR FRUIT\n\nAan de minister van Fruit\n\n"
    "Den Haag, 9 december 2031\n\n%s\n\n"
)
REPLY = (
    "BRIEF VAN DE MINISTER VAN FRUIT\n\nAan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\n"
    "Den Haag, 22 april 2032\n\nHierbij bied ik u de antwoorden op de vragen aan.\n\n%s\n"
)
SGP = "De leden van de fractie van SGP stellen deze vragen."
VOLT = "De leden van de fractie van Volt stellen deze vragen."


def rows(doc: Document, words: Words) -> list[tuple[str, str | None, str | None]]:
    return [(e.number, words(doc, e.question), words(doc, e.answer)) for e in doc.exchanges]


def codes(doc: Document) -> list[str]:
    return [i.code for i in doc.issues if i.code.startswith(("QUESTION-", "ANSWER-"))]


def test_numbers_that_begin_anew_for_each_party(document: Read, words: Words) -> None:
    asked = (
        f"{SGP}\n\n1. Hoeveel kersen telt het land?\n2. Wat kost een pruim dit jaar?\n\n"
        f"{VOLT}\n\n1. Waar groeien de peren van het land?\n2. Wie plukt er de appels?"
    )
    told = (
        "Vragen van de SGP\n\n1. Hoeveel kersen telt het land?\n\nVeel.\n\n"
        "2. Wat kost een pruim dit jaar?\n\nEen cent.\n\n"
        "1. Waar groeien de peren van het land?\n\nOveral.\n\n2. Wie plukt er de appels?\n\nPlukkers."
    )
    doc = document(HEAD + ASKING % asked + REPLY % told)
    assert rows(doc, words) == [
        ("1", "Hoeveel kersen telt het land?", "Veel."),
        ("2", "Wat kost een pruim dit jaar?", "Een cent."),
        ("1-2", "Waar groeien de peren van het land?", "Overal."),
        ("2-2", "Wie plukt er de appels?", "Plukkers."),
    ]
    assert [[words(doc, s) for s in e.asked_by] for e in doc.exchanges] == [["SGP"], ["SGP"], ["Volt"], ["Volt"]]
    assert not codes(doc)


def test_numbers_that_go_on_with_the_next_party(document: Read, words: Words) -> None:
    """Who asks next is said between two questions; it belongs to neither."""
    asked = f"{SGP}\n\n1. Hoeveel kersen telt het land?\n\n{VOLT}\n\n2. Waar groeien de peren van het land?"
    told = "1. Hoeveel kersen telt het land?\n\nVeel.\n\n2. Waar groeien de peren van het land?\n\nOveral."
    doc = document(HEAD + ASKING % asked + REPLY % told)
    assert rows(doc, words) == [
        ("1", "Hoeveel kersen telt het land?", "Veel."),
        ("2", "Waar groeien de peren van het land?", "Overal."),
    ]
    assert not codes(doc)


FIRST = "1. Hoeveel kersen telt het land?"
LAST = "3. Wat kost een pruim dit jaar?"


def test_parts_of_a_question(document: Read, words: Words) -> None:
    """Parts "a." and "b." stay within their question."""
    parts = "2. Over peren:\na. Waar groeien zij het best?\nb. Wie plukt ze in de herfst?"
    told = f"{FIRST}\n\nVeel.\n\n{parts}\n\nOveral, door plukkers.\n\n{LAST}\n\nEen cent."
    doc = document(HEAD + ASKING % f"{SGP}\n\n{FIRST}\n{parts}\n{LAST}" + REPLY % told)
    found = [(number, answer) for number, _, answer in rows(doc, words)]
    assert found == [("1", "Veel."), ("2", "Overal, door plukkers."), ("3", "Een cent.")]
    assert not codes(doc)


def test_parts_with_numbers_of_their_own(document: Read, words: Words) -> None:
    a, b = "2a. Waar groeien zij het best?", "2b. Wie plukt ze in de herfst?"
    told = f"{FIRST}\n\nVeel.\n\n{a}\n\nOveral.\n\n{b}\n\nPlukkers.\n\n{LAST}\n\nEen cent."
    doc = document(HEAD + ASKING % f"{SGP}\n\n{FIRST}\n{a}\n{b}\n{LAST}" + REPLY % told)
    found = [(number, answer) for number, _, answer in rows(doc, words)]
    assert found == [("1", "Veel."), ("2a", "Overal."), ("2b", "Plukkers."), ("3", "Een cent.")]
    assert not codes(doc)


def test_answers_with_numbers_alone(document: Read, words: Words) -> None:
    asked = f"{SGP}\n\n1. Hoeveel kersen telt het land?\n2. Wat kost een pruim dit jaar?\n3. Wie plukt er de appels?"
    doc = document(HEAD + ASKING % asked + REPLY % "1. Veel.\n\n2. Een cent.\n\n3. Plukkers.")
    assert [a for _, _, a in rows(doc, words)] == ["Veel.", "Een cent.", "Plukkers."]
    assert not codes(doc)


def test_a_list_inside_an_answer_is_no_item(document: Read, words: Words) -> None:
    """The third question isn't repeated; a "3." in a list of the answer before it isn't its answer."""
    asked = f"{SGP}\n\n1. Hoeveel kersen telt het land?\n2. Wat kost een pruim dit jaar?\n3. Wie plukt er de appels?"
    told = (
        "1. Hoeveel kersen telt het land?\n\nVeel.\n\n"
        "2. Wat kost een pruim dit jaar?\n\nDat hangt af van:\n\n1. de zon;\n\n2. de regen;\n\n3. de wind."
    )
    doc = document(HEAD + ASKING % asked + REPLY % told)
    answers = [a for _, _, a in rows(doc, words)]
    assert answers == ["Veel.", "Dat hangt af van: 1. de zon; 2. de regen; 3. de wind.", None]
    assert sorted(codes(doc)) == ["ANSWER-END-UNSURE", "QUESTION-WITHOUT-ANSWER"]


def test_a_number_that_both_letters_skip(document: Read, words: Words) -> None:
    """The third item is gone on both sides; what was its answer stands in that before it."""
    asked = f"{SGP}\n\n1. Hoeveel kersen telt het land?\n2. Wat kost een pruim dit jaar?\n4. Wie plukt er de appels?"
    told = (
        "1. Hoeveel kersen telt het land?\n\nVeel.\n\n2. Wat kost een pruim dit jaar?\n\nEen cent.\n\nOf twee."
        "\n\n4. Wie plukt er de appels?\n\nPlukkers."
    )
    doc = document(HEAD + ASKING % asked + REPLY % told)
    assert [number for number, _, _ in rows(doc, words)] == ["1", "2", "4"]
    assert sorted(codes(doc)) == ["ANSWER-END-UNSURE", "QUESTION-NUMBER-SKIPPED"]


def test_a_letter_that_nobody_answered(document: Read, words: Words) -> None:
    """Without a reply a misread number is read by its place, a missing one is told."""
    asked = (
        f"{SGP}\n\n1. Hoeveel kersen telt het land?\nZ. Wat kost een pruim?\n3. Wie plukt er de appels?\n5. Wat is jam?"
    )
    doc = document(HEAD + ASKING % asked)
    assert [number for number, _, _ in rows(doc, words)] == ["1", "2", "3", "5"]
    assert sorted(codes(doc)) == ["QUESTION-NUMBER-DAMAGED", "QUESTION-NUMBER-SKIPPED"]


def test_answers_without_the_letter_that_asks(document: Read, words: Words) -> None:
    told = (
        "1. Hoeveel kersen telt het land?\n\nVeel.\n\n2. Wat kost een pruim?\n\nEen cent.\n\n4. Wie plukt?\n\nPlukkers."
    )
    doc = document(HEAD + REPLY % told)
    assert [number for number, _, _ in rows(doc, words)] == ["1", "2", "4"]
    assert codes(doc) == ["QUESTION-NUMBER-SKIPPED"]


LINES = {
    "one number": "1. Wat is dit voor een vraag?\n",
    "counting": "{n}. Wat is dit voor een vraag {n}?\n",
    "bare numbers": "{n} Wat is dit voor een vraag {n}?\n\n",
    "the same words": "De leden van de fractie van A vragen of dit zo is?\n\n",
    "misread": "l. Wat is dit?\n",
    "joint": "1, 2, 3, 4, 5, 6, 7, 8 en 9. Wat?\n",
    "labels": "Vraag 3\nWat?\nAntwoord S\nDat.\n",
    "words": "woord{n} en woord{n} in een lange regel?\n",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
@pytest.mark.parametrize("head", [HEAD, "Nr. 3 LIJST VAN VRAGEN EN ANTWOORDEN\nVastgesteld 9 oktober 2031\n"])
def test_hostile_letters_take_linear_time(document: Read, line: str, head: str) -> None:
    many = "".join(line.format(n=n % 999) for n in range(1, 6_000))
    before = time.process_time()
    document(head + ASKING % many + REPLY % many)
    assert time.process_time() - before < 12
