"""Letters printed in a report, letters from an office, the list of letters, the clerk."""

from collections.abc import Callable
from datetime import date

from sovgraph.model import Document, Span

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]


def test_letters_of_a_report(paper: Read, words: Words) -> None:
    doc = paper("numbered.md")
    assert [(x.key, x.kind, x.date.value if x.date else None) for x in doc.letters] == [
        ("l1", "questions", date(2031, 12, 9)),
        ("l2", "delay", date(2032, 1, 3)),
        ("l3", "answer", date(2032, 4, 22)),
    ]
    first = doc.letters[0]
    assert [words(doc, s) for s in first.senders] == ["VASTE COMMISSIE VOOR FRUIT", "GROENTE"]
    assert [words(doc, s) for s in first.addressees] == ["minister van Fruit", "staatssecretaris van Groente"]
    assert [words(doc, s) for s in first.copies] == ["minister van Groente"]
    assert words(doc, first.deadline) == "binnen vier weken na dagtekening van deze brief"
    assert words(doc, first.place) == "Den Haag"
    assert [(words(doc, s.name), words(doc, s.role)) for s in first.signers] == [
        ("A.B. Appel", "Voorzitter van de vaste voor Fruit")
    ]
    assert first.body.of(doc.text).startswith("De leden van de fracties")
    assert first.body.of(doc.text).endswith("de minister van Groente.")


def test_list_of_letters_and_clerk(paper: Read, words: Words) -> None:
    doc = paper("numbered.md")
    assert [(x.kind, x.date) for x in doc.listed] == [
        ("questions", date(2031, 12, 9)),
        ("delay", date(2032, 1, 3)),
        ("answer", date(2032, 4, 22)),
    ]
    assert doc.listed[0].span.of(doc.text) == "De uitgaande brief van 9 december 2031."
    assert doc.clerk is not None
    assert words(doc, doc.clerk.name) == "De Man"
    assert words(doc, doc.clerk.role) == "griffier van de vaste commissie voor Fruit"


def test_kinds_without_a_list(paper: Read) -> None:
    assert [x.kind for x in paper("ek-report.txt").letters] == ["questions", "delay", "answer"]


def test_a_reminder(document: Read, words: Words) -> None:
    doc = document(
        "BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR FRUIT\n\n"
        "Aan de minister van Fruit\n\nDen Haag, 3 mei 2032\n\n"
        "De brief van de commissie (kenmerk: 100001) is nog niet beantwoord. Zij ziet uw antwoord graag tegemoet.\n\n"
        "A.B. Appel\n\nVoorzitter van de vaste commissie voor Fruit\n"
    )
    (letter,) = doc.letters
    assert letter.kind == "reminder"
    assert [words(doc, s.name) for s in letter.signers] == ["A.B. Appel"]


def test_joint_posts_in_a_heading(document: Read, words: Words) -> None:
    doc = document(
        "BRIEF VAN DE MINISTER VAN FRUIT EN DE STAATSSECRETARIS VAN GROENTE EN BLOEMEN\n"
        "Aan de Voorzitter van de Tweede Kamer\n"
    )
    assert [words(doc, s) for s in doc.letters[0].senders] == [
        "MINISTER VAN FRUIT",
        "STAATSSECRETARIS VAN GROENTE EN BLOEMEN",
    ]


def test_a_letter_from_an_office(paper: Read, words: Words) -> None:
    doc = paper("office.txt")
    (letter,) = doc.letters
    assert (letter.kind, words(doc, letter.own_kenmerk)) == ("answer", "4711-AB")
    assert letter.date is not None
    assert letter.date.value == date(2032, 4, 3)
    assert [words(doc, s) for s in letter.addressees] == ["Voorzitter van de Tweede Kamer der Staten-Generaal"]
    assert [(words(doc, s.name), words(doc, s.role)) for s in letter.signers] == [("P.J. Pruim", "Minister van Fruit")]


def test_a_paper_that_is_a_letter_has_its_date(document: Read) -> None:
    doc = document(
        "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2031-2032\n\n39 279 Fruit\n\n"
        "Nr. 494 BRIEF VAN DE MINISTER VOOR FRUIT\n\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 5 maart 2032\n\nEr is fruit.\n\n"
        "De Minister voor Fruit,\nP. Pruim\n"
    )
    assert [(d.kind, d.value) for d in doc.meta.dates] == [("dagtekening", date(2032, 3, 5))]
    assert doc.letters[0].body.of(doc.text) == "Er is fruit."


def test_ministers_named_jointly(document: Read, words: Words) -> None:
    doc = document("BRIEF VAN DE MINISTERS VAN FRUIT EN BES EN VAN GROENTE\nAan de ministers van Geld en van Grond\n")
    assert [words(doc, s) for s in doc.letters[0].senders] == ["MINISTERS VAN FRUIT EN BES", "GROENTE"]
    assert [words(doc, s) for s in doc.letters[0].addressees] == ["ministers van Geld", "Grond"]


REPORT = "39 268 Fruit\n\nF VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 6 september 2032\n\n"


def test_a_letter_with_its_addressee_as_heading(document: Read, words: Words) -> None:
    for heading, to in (
        ("BRIEF AAN DE MINISTER VAN FRUIT", "MINISTER VAN FRUIT"),
        ("Aan de Minister van Fruit", "Minister van Fruit"),
    ):
        doc = document(f"{REPORT}{heading}\nDen Haag, 24 juli 2032\n\nDe Kamer telt haar appels.\n")
        (letter,) = doc.letters
        assert (letter.kind, letter.senders) == ("letter", ())
        assert [words(doc, s) for s in letter.addressees] == [to]
        assert letter.date is not None
        assert letter.date.value == date(2032, 7, 24)
        assert letter.body.of(doc.text) == "De Kamer telt haar appels."


def test_the_address_under_a_heading_begins_no_second_letter(document: Read) -> None:
    doc = document(
        f"{REPORT}BRIEF VAN DE MINISTER VAN FRUIT\n\nAan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\n"
        "Den Haag, 24 juli 2032\n\nHierbij de antwoorden op uw vragen.\n"
    )
    assert [x.kind for x in doc.letters] == ["answer"]


def test_a_letter_whose_dossier_was_dropped(document: Read, words: Words) -> None:
    doc = document(
        "Nr. 33 BRIEF VAN DE MINISTER VAN FRUIT\n\nAan de Voorzitter\n\nDen Haag, 1 mei 2032\n\nEr is fruit.\n"
    )
    assert (doc.meta.paper_id, doc.meta.number, len(doc.letters)) == (None, "33", 1)
    doc = document(
        "39902 G BRIEF VAN DE MINISTER VAN FRUIT\n\nG\n\nAan de Voorzitter\n\nDen Haag, 1 mei 2032\n\nFruit.\n"
    )
    assert (doc.meta.paper_id, words(doc, doc.meta.title_span)) == ("kst-39902-G", "BRIEF VAN DE MINISTER VAN FRUIT")


def kind_of(document: Read, body: str) -> str:
    head = "39 279 Fruit\n\nNr. 4 BRIEF VAN DE MINISTER VAN FRUIT\n\nAan de Voorzitter\n\nDen Haag, 5 maart 2032\n\n"
    return document(f"{head}{body}\n").letters[0].kind


def test_what_a_letter_is_for(document: Read) -> None:
    for body, kind in (
        ("Hierbij mijn reactie op de vragen van de commissie.", "answer"),
        ("Hierbij mijn reactie op uw verzoek.", "answer"),
        ("De prijs daalde in reactie op de goede oogst.", "letter"),
        ("De beantwoording neemt meer tijd in beslag.", "delay"),
        ("Ik vraag om uitstel van de beantwoording.", "delay"),
        ("De Kamer verzocht om uitstel van de oogst.", "letter"),
    ):
        assert kind_of(document, body) == kind, body


def test_an_office_that_prints_columns(document: Read, words: Words) -> None:
    doc = document(
        "Ministerie van Fruit\n\nAan de Voorzitter van de Tweede Kamer Postbus 1\n\nUw brief Ons kenmerk\n\n"
        "- FR/2032/25717\n\nOnderwerp Datum\nVerslag van de oogst 29 maart 2032\n\n./. Hierbij zend ik u het verslag.\n"
    )
    (letter,) = doc.letters
    assert (words(doc, letter.own_kenmerk), words(doc, letter.subject)) == ("FR/2032/25717", "Verslag van de oogst")
    assert letter.date is not None
    assert letter.date.value == date(2032, 3, 29)


def test_a_date_of_questions_in_brackets_is_not_that_of_the_letter(document: Read) -> None:
    assert document("Hierbij de stand (ingezonden 5 september 2031, kenmerk 2031D42487).").meta.dates == ()
