"""Damaged labels in Kamervragen, lists and reports: the other pairs stay, the harmed one is right or reported."""

from collections.abc import Callable

import pytest

from sovgraph.model import Document, Source, Span
from sovgraph.structure import structure_document

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]

HEAD = (
    "Aanhangsel van de Handelingen\n\nVragen van het lid Bes (FRUIT) aan de Minister van Fruit over de oogst "
    "(ingezonden 3 mei 2032).\n\nAntwoord van Minister Pruim (Fruit) (ontvangen 9 juni 2032).\n\n"
)
QUESTIONS = [
    "Kent u het bericht over de oogst van kersen?",
    "Hoeveel kersen zijn er dit jaar geplukt?",
    "Wat kost een kilo kersen in de winkel?",
    "Bent u bereid de prijs te verlagen? Zo nee, waarom niet?",
    "Wanneer stuurt u de tellingen naar de Kamer?",
]
ANSWERS = [
    "Ja, ik ken dat bericht.",
    "Er zijn er veel geplukt.\n\nIn het noorden zijn het er minder.",
    "Een kilo kost een paar euro.",
    "Nee. De prijs komt op de markt tot stand.",
    "Voor de zomer.",
]
PAIRS = list(zip(QUESTIONS, (" ".join(a.split()) for a in ANSWERS), strict=True))
CODES = ("QUESTION-", "ANSWER-")


def turn(labels: dict[tuple[str, int], str] | None = None) -> str:
    """A paper in which each question is followed by its answer; `labels` are printed in place of the right ones."""
    parts = []
    for number, (question, answer) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), start=1):
        for word, text in (("Vraag", question), ("Antwoord", answer)):
            label = (labels or {}).get((word, number), f"{word} {number}")
            parts.append(f"{label}{'' if label.endswith(' ') or not label else chr(10)}{text}\n")
    return HEAD + "\n".join(parts)


def pairs(doc: Document, words: Words) -> list[tuple[str | None, str | None]]:
    return [(words(doc, e.question), words(doc, e.answer)) for e in doc.exchanges]


def codes(doc: Document) -> set[str]:
    return {i.code for i in doc.issues if i.code.startswith(CODES)}


def test_the_paper_unharmed(document: Read, words: Words) -> None:
    doc = document(turn())
    assert pairs(doc, words) == PAIRS
    assert not codes(doc)


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("form", ["Vraag{}", "Vraag {}:", "Vraag {}.", "VRAAG {}", "Vraag {}: "])
def test_forms_of_a_question_label(document: Read, words: Words, form: str, number: int) -> None:
    doc = document(turn({("Vraag", number): form.format(number)}))
    assert pairs(doc, words) == PAIRS
    assert not codes(doc)


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize(
    "form", ["Antwoord", "Antwoord:", "Antwoord op vraag {}", "Antwoord{}", "Antwoord {}:", "Antwoord: ", "ANTWOORD"]
)
def test_forms_of_an_answer_label(document: Read, words: Words, form: str, number: int) -> None:
    doc = document(turn({("Antwoord", number): form.format(number)}))
    assert pairs(doc, words) == PAIRS
    assert not codes(doc)


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("form", ["Antw00rd {}", "Antwoord S", "Antwoord ?", "Antwoorcl {}", "Anlwoord {}"])
def test_an_answer_label_misread(document: Read, words: Words, form: str, number: int) -> None:
    harmed(document, words, turn({("Antwoord", number): form.format(number)}), {number})


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("form", ["Vraag", "Vraag ?", "Vra@g {}", "Vraaq {}", "Vraag Z", "Uraag {}"])
def test_a_question_label_misread(document: Read, words: Words, form: str, number: int) -> None:
    doc = document(turn({("Vraag", number): form.format(number)}))
    assert pairs(doc, words) == PAIRS
    assert "QUESTION-NUMBER-DAMAGED" in codes(doc)


@pytest.mark.parametrize("number", range(1, 6))
def test_no_answer_label(document: Read, words: Words, number: int) -> None:
    doc = document(turn({("Antwoord", number): ""}))
    assert pairs(doc, words) == PAIRS
    assert codes(doc) == {"ANSWER-WITHOUT-LABEL"}


def harmed(document: Read, words: Words, text: str, numbers: set[int]) -> Document:
    """The pairs outside `numbers` are there; no pair is wrong; what is harmed is right or reported."""
    doc = document(text)
    found = pairs(doc, words)
    for number, pair in enumerate(PAIRS, start=1):
        if number in numbers:
            assert pair in found or codes(doc), found
        else:
            assert pair in found, found
    whole = {q: a for q, a in found if q is not None and a is not None}
    for question, answer in whole.items():
        if question in QUESTIONS and QUESTIONS.index(question) + 1 not in numbers:
            assert (question, answer) in PAIRS
    return doc


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("other", [1, 2, 3, 4, 5, 6, 9])
def test_an_answer_with_the_wrong_number(document: Read, words: Words, number: int, other: int) -> None:
    if other != number:
        doc = harmed(document, words, turn({("Antwoord", number): f"Antwoord {other}"}), {number})
        assert {"ANSWER-WITHOUT-QUESTION", "QUESTION-WITHOUT-ANSWER"} <= codes(doc)


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("other", [1, 2, 3, 4, 5, 6, 9])
def test_a_question_with_the_wrong_number(document: Read, words: Words, number: int, other: int) -> None:
    if other != number:
        doc = harmed(document, words, turn({("Vraag", number): f"Vraag {other}"}), {number})
        assert {"ANSWER-WITHOUT-QUESTION", "QUESTION-WITHOUT-ANSWER"} <= codes(doc)


@pytest.mark.parametrize("number", range(2, 6))
def test_no_question_label(document: Read, words: Words, number: int) -> None:
    """The question runs into the answer before it, and that is said."""
    doc = harmed(document, words, turn({("Vraag", number): ""}), {number - 1, number})
    assert "ANSWER-WITHOUT-QUESTION" in codes(doc)
    assert "ANSWER-END-UNSURE" in codes(doc)


@pytest.mark.parametrize("number", range(1, 6))
def test_an_answer_left_out(document: Read, words: Words, number: int) -> None:
    label = f"Antwoord {number}\n{ANSWERS[number - 1]}\n"
    doc = harmed(document, words, turn().replace(label, ""), {number})
    assert codes(doc) == {"QUESTION-WITHOUT-ANSWER"}


@pytest.mark.parametrize("number", range(1, 6))
def test_a_question_left_out(document: Read, words: Words, number: int) -> None:
    label = f"Vraag {number}\n{QUESTIONS[number - 1]}\n"
    doc = harmed(document, words, turn().replace(label, ""), {number})
    assert "ANSWER-WITHOUT-QUESTION" in codes(doc)


def test_an_answer_without_a_number_behind_another(document: Read, words: Words) -> None:
    doc = document(turn().replace("In het noorden", "Antwoord\nIn het noorden"))
    assert "ANSWER-WITHOUT-QUESTION" in codes(doc)
    assert [pair for pair in pairs(doc, words) if pair[0] != QUESTIONS[1]] == [p for p in PAIRS if p[0] != QUESTIONS[1]]


@pytest.mark.parametrize(
    "labels", ["Vraag 2 en 3|Antwoord op vraag 2 en 3", "Vraag 2, 3|Antwoord 2, 3", "Vragen 2 en 3|Antwoord"]
)
def test_two_questions_under_one_label(document: Read, words: Words, labels: str) -> None:
    asked, answered = labels.split("|")
    doc = document(
        f"{HEAD}Vraag 1\n{QUESTIONS[0]}\n\nAntwoord 1\nJa.\n\n"
        f"{asked}\n{QUESTIONS[1]}\n{QUESTIONS[2]}\n\n{answered}\nVeel, en duur.\n\n"
        f"Vraag 4\n{QUESTIONS[3]}\n\nAntwoord 4\nNee.\n"
    )
    wanted = zip(QUESTIONS, ["Ja.", "Veel, en duur.", "Veel, en duur.", "Nee."], strict=False)
    assert pairs(doc, words) == list(wanted)
    assert [e.shared_with for e in doc.exchanges] == [(), ("3",), ("2",), ()]
    assert not codes(doc)


def first_then_answers(again: dict[int, str] | None = None) -> str:
    """All questions first; the reply repeats each with its answer."""
    asked = "\n".join(f"Vraag {n}\n{q}\n" for n, q in enumerate(QUESTIONS, start=1))
    told = [
        f"Vraag {n}\n{(again or {}).get(n, q)}\n\nAntwoord {n}\n{a}\n"
        for n, (q, a) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), start=1)
    ]
    return f"{HEAD}{asked}\n" + "\n".join(told)


@pytest.mark.parametrize("number", range(2, 6))
def test_a_question_repeated_in_other_words(document: Read, words: Words, number: int) -> None:
    doc = document(first_then_answers({number: "Iets geheel anders, zij het over dezelfde zaak?"}))
    assert pairs(doc, words) == PAIRS
    assert codes(doc) == {"QUESTION-REWORDED"}


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("other", [1, 2, 3, 4, 5, 6])
def test_a_wrong_number_in_a_reply_that_repeats(document: Read, words: Words, number: int, other: int) -> None:
    if other != number:
        text = first_then_answers().replace(f"Antwoord {number}\n", f"Antwoord {other}\n")
        doc = harmed(document, words, text, {number})
        assert {"ANSWER-WITHOUT-QUESTION", "QUESTION-WITHOUT-ANSWER"} <= codes(doc)


LIST = "39 317 Fruit\nNr. 13 LIJST VAN VRAGEN EN ANTWOORDEN\nVastgesteld 9 oktober 2031\n\n"


def listed(labels: dict[int, str] | None = None) -> str:
    return LIST + "\n".join(
        f"{(labels or {}).get(n, str(n))}\n{q}\n\nAntwoord\n{a}\n"
        for n, (q, a) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), start=1)
    )


def test_the_list_unharmed(document: Read, words: Words) -> None:
    doc = document(listed())
    assert pairs(doc, words) == PAIRS
    assert not codes(doc)


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("label", ["", "S", "l", "?", "64", "{}.", "{})", "{} ", "before", "after"])
def test_a_spoilt_number_in_a_list(document: Read, words: Words, number: int, label: str) -> None:
    put = {"before": str(number - 1), "after": str(number + 1)}.get(label, label.format(number))
    harmed(document, words, listed({number: put}), {number, number - 1} if label not in ("{}.", "{})") else set())


REPORT = (
    "39 317 Fruit\n\nNr. 14 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 9 oktober 2031\n\n"
    "I Vragen en opmerkingen vanuit de fracties\n\nVragen en opmerkingen van de leden van de PVV-fractie\n\n"
)
SAID = [f"De leden van de PVV-fractie vragen: {q[0].lower()}{q[1:]}" for q in QUESTIONS]


def report(again: dict[int, str | None] | None = None) -> str:
    told = []
    for n, (q, a) in enumerate(zip(SAID, ANSWERS, strict=True), start=1):
        repeated = (again or {}).get(n, q)
        told.append(f"{repeated}\n\n{a}\n" if repeated else f"{a}\n")
    return REPORT + "\n\n".join(SAID) + "\n\nII Reactie van de minister\n\n" + "\n".join(told)


SAID_PAIRS = list(zip(SAID, (a for _, a in PAIRS), strict=True))


def test_the_report_unharmed(document: Read, words: Words) -> None:
    doc = document(report())
    assert pairs(doc, words) == SAID_PAIRS
    assert not codes(doc)


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("again", [None, "Hier gaat het over iets anders."])
def test_a_question_that_the_report_does_not_repeat(
    document: Read, words: Words, number: int, again: str | None
) -> None:
    doc = document(report({number: again}))
    found = pairs(doc, words)
    for n, pair in enumerate(SAID_PAIRS, start=1):
        assert (pair in found) == (n not in (number, number - 1)), (n, found)
    assert "QUESTION-WITHOUT-ANSWER" in codes(doc)
    assert number == 1 or "ANSWER-END-UNSURE" in codes(doc)


def test_joint_questions_that_lost_the_blank_between_them_are_apart() -> None:
    text = "Vraag 1 en 2\nWaarom regent het hier? Zo ja, hoe lang?Wanneer schijnt de zon?\nAntwoord 1 en 2\nMorgen.\n"
    document = structure_document(Source("p.txt", text.encode(), "", "text/plain"))
    asked = [e.question.of(document.text) for e in document.exchanges if e.question]
    assert asked == ["Waarom regent het hier? Zo ja, hoe lang?", "Wanneer schijnt de zon?"]
