"""Questions, their repetition and their answers, in every layout; who asks."""

from collections.abc import Callable

import pytest

from sovgraph.model import Document, Exchange, Span
from sovgraph.structure.labels import expand

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]


def by_number(doc: Document) -> dict[str, Exchange]:
    return {e.number: e for e in doc.exchanges}


def codes(doc: Document) -> list[str]:
    return [i.code for i in doc.issues if i.code not in ("PAPER-WITHOUT-ID", "GENRE-UNKNOWN")]


def test_kamervragen(paper: Read, words: Words) -> None:
    doc = paper("kamervragen.txt")
    found = by_number(doc)
    assert words(doc, found["1"].question) == "Kent u het bericht over kersen?"
    assert words(doc, found["1"].answer) == "Ja."
    assert words(doc, found["2"].question) == "Hoe lang duurt de winter?"
    assert words(doc, found["4"].question) == "Waarom vallen de kersen dan?"
    assert found["2"].answer == found["4"].answer
    assert (found["2"].shared_with, found["4"].shared_with) == (("4",), ("2",))
    answer = words(doc, found["2"].answer)
    assert answer is not None
    assert answer.startswith("De winter duurt lang.")
    assert answer.endswith("Aanhangsel 1 de kersen."), "a page's foot in the middle stays inside"
    assert words(doc, found["3"].question) == "Wilt u dit nog eens zeggen?"
    assert codes(doc) == ["QUESTION-WITHOUT-ANSWER"]


def test_askers_of_kamervragen(paper: Read, words: Words) -> None:
    doc = paper("kamervragen.txt")
    first = doc.exchanges[0]
    assert [words(doc, s) for s in first.askers] == ["Van der Bes", "Kers", "De Hoop"]
    assert [words(doc, s) for s in first.asked_by] == ["FRUIT", "Groente-Partij"]


def test_answers_from_an_office(paper: Read, words: Words) -> None:
    doc = paper("office.txt")
    found = by_number(doc)
    assert words(doc, found["1"].question) == "Kent u de peer?"
    assert words(doc, found["1"].answer) == "Ja[2], die ken ik."
    assert words(doc, found["3"].answer) == "Nee."
    assert found["9"].question is None
    assert words(doc, found["9"].answer) == "Dat weet ik niet."
    assert found["1"].answered_in == "l1"
    assert codes(doc) == ["ANSWER-WITHOUT-QUESTION"]


def test_numbered_questions_repeated_in_the_answer(paper: Read, words: Words) -> None:
    doc = paper("numbered.md")
    found = by_number(doc)
    assert sorted(found) == ["1", "2"]
    assert words(doc, found["1"].question) == "Hoeveel **appels** zijn er dit jaar geplukt in het land?"
    assert words(doc, found["1"].restated) == "Hoeveel appels zijn er dit jaar geplukt in ons land?"
    answer = words(doc, found["1"].answer)
    assert answer is not None
    assert answer.endswith("2. er was veel regen. Het volgende jaar wordt anders.")
    assert words(doc, found["2"].answer) == "Peren zijn zuur.", "the footnote after it is no part of it"
    assert (found["2"].asked_in, found["2"].answered_in) == ("l1", "l3")
    assert [words(doc, s) for s in found["2"].asked_by] == ["SGP", "Fractie-Van der Peer"]


@pytest.mark.parametrize("name", ["ek-report.txt", "tk-report.txt", "tk-report-in-turn.txt"])
def test_reports_without_numbers(paper: Read, words: Words, name: str) -> None:
    doc = paper(name)
    expected = {
        "ek-report.txt": [("GroenLinks-PvdA", "De oogst was goed."), ("Volt", "Peren worden per stuk geteld.")],
        "tk-report.txt": [("PVV", "Er zijn er veel geplukt."), ("D66", "Dat doet de markt.")],
        "tk-report-in-turn.txt": [("PVV", "Er zijn er veel geplukt."), ("PVV", "Ook veel.")],
    }[name]
    assert [e.number for e in doc.exchanges] == ["1", "2"]
    for exchange, (party, answer) in zip(doc.exchanges, expected, strict=True):
        assert [words(doc, s) for s in exchange.asked_by] == [party]
        assert (words(doc, exchange.answer) or "").startswith(answer)


def test_a_list_of_questions(paper: Read, words: Words) -> None:
    doc = paper("list.txt")
    assert [(e.number, words(doc, e.question), words(doc, e.answer)) for e in doc.exchanges] == [
        ("1", "Hoeveel kersen zijn er geplukt?", "Veel."),
        ("2", "Kunt u de prijs van peren geven? En die van appels?", "De prijs staat in tabel 3. 3 4 5"),
        ("3", "Wat kost een pruim?", "Tien cent."),
    ]


def test_a_second_series_counts_again(document: Read) -> None:
    doc = document(
        "Vraag 1\nWat is een peer?\nAntwoord 1\nFruit.\nVraag 1\nWaarom regent het dan?\nAntwoord 1\nDaarom."
    )
    assert [e.number for e in doc.exchanges] == ["1", "1-2"]
    assert all(e.answer for e in doc.exchanges)


def test_questions_first_and_again_with_the_answers(document: Read, words: Words) -> None:
    doc = document(
        "Vraag 1\nWat is een peer?\nVraag 2\nEn een appel?\n\nVraag 1\nWat is een peer?\nAntwoord:\nFruit.\n"
    )
    first = by_number(doc)["1"]
    assert first.question is not None
    assert first.restated is not None
    assert words(doc, first.answer) == "Fruit."


def test_words_that_are_no_label(document: Read) -> None:
    assert document("Vraag 2 is al beantwoord in het antwoord op\nvraag 3 hierboven.").exchanges == ()


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("11, 12 en 13", ("11", "12", "13")),
        ("1 t/m 4", ("1", "2", "3", "4")),
        ("2 en vraag 2a", ("2", "2a")),
        ("9-7", ("9", "7")),
    ],
)
def test_numbers_of_a_label(numbers: str, expected: tuple[str, ...]) -> None:
    assert expand(numbers) == expected


@pytest.mark.parametrize(
    ("title", "members", "parties"),
    [
        ("Vragen van het lid Bes (FRUIT) aan de Minister van Fruit over peren", ["Bes"], ["FRUIT"]),
        (
            "Antwoord op vragen van het lid Bes over peren, pruimen en noten\n"
            "Vragen van het lid Bes (FRUIT) aan de Minister van Fruit over peren, pruimen en noten",
            ["Bes"],
            ["FRUIT"],
        ),
        (
            "Vragen van de leden Van der Bes, Inge van Dadel (beiden FRUIT) en Slagt-\nPeer (NOOT) aan de Minister",
            ["Van der Bes", "Inge van Dadel", "Slagt- Peer"],
            ["FRUIT", "NOOT"],
        ),
        ("Beantwoording Kamervragen van het lid Bes (FRUIT) over peren", ["Bes"], ["FRUIT"]),
        ("Vragen van het lid Bes over peren, raden en noten", [], []),
        ("Vragen van de leden van de raad over peren aan de Minister", [], []),
    ],
)
def test_who_asks(document: Read, words: Words, title: str, members: list[str], parties: list[str]) -> None:
    doc = document(f"{title}\n(ingezonden 3 mei 2032).\n\nVraag 1\nWat is een peer?\n\nAntwoord 1\nFruit.\n")
    (exchange,) = doc.exchanges
    assert [words(doc, s) for s in exchange.askers] == members
    assert [words(doc, s) for s in exchange.asked_by] == parties


LIST = "39 317 Fruit\nNr. 13 LIJST VAN VRAGEN EN ANTWOORDEN\nVastgesteld 9 oktober 2031\n%s"


@pytest.mark.parametrize(
    ("item", "question", "answer"),
    [
        ("Hoeveel kersen zijn\nrood?\nEr zijn er veel\nrood.", "Hoeveel kersen zijn rood?", "Er zijn er veel rood."),
        ("Is dit zo?\nZo nee, waarom\nniet?\nDit is zo.", "Is dit zo? Zo nee, waarom niet?", "Dit is zo."),
        ("Is bericht «Peren»1 «zuur»?2\nDat klopt.", "Is bericht «Peren»1 «zuur»?", "Dat klopt."),
        ("Is dit zo?", "Is dit zo?", None),
        ("Is dit zo?\nGraag per jaar.\n\nDit is zo.", "Is dit zo? Graag per jaar.", "Dit is zo."),
    ],
)  # fmt: skip
def test_an_item_of_a_list_without_blank_lines(
    document: Read, words: Words, item: str, question: str, answer: str | None
) -> None:
    doc = document(LIST % f"1\n{item}\n2\nEn de peren?\nDie ook.\n")
    assert [(words(doc, e.question), words(doc, e.answer)) for e in doc.exchanges] == [
        (question, answer),
        ("En de peren?", "Die ook."),
    ]
