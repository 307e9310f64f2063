"""Written questions with their answers, as the appendix to the proceedings prints them."""

from collections.abc import Callable

from tests.unit.graph.inquiry import NAME, inquiry

Facts = dict[tuple[str, str], set[str]]
EXCHANGES = """Vraag 1
Hoe zout zijn de kokkels?
Antwoord 1
De kokkels zijn zout1 en wie ze in het voorjaar
1Weerbericht van gisteren, over de zee.
Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1
opvist, proeft de zee.
"""
NOTICE = """Vraag 1
Hoe zout zijn de kokkels?
Mededeling
Mededeling van Minister Veldkamp (Buitenlandse Zaken) (ontvangen 25 november 2024).
De gestelde vragen kan ik niet binnen de gebruikelijke termijn beantwoorden, omdat nog overleg nodig is.
"""
LETTER = """Nagebootst.
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Datum 4 december 2024
Betreft Beantwoording Kamervragen van het lid Ellian (VVD) aan de minister van Buitenlandse Zaken over kokkels

Geachte voorzitter,

In antwoord op uw brief van 6 november 2024, nr. 2024Z04567, zend ik u hierbij de antwoorden op de vragen van het
lid Ellian (VVD) over kokkels.

Antwoorden van de minister van Buitenlandse Zaken op vragen van het lid Ellian (VVD) over kokkels

Vraag 1: Hoe zout zijn de kokkels?
Antwoord: De kokkels zijn zout.
"""


def test_the_words_of_an_answer_are_without_the_foot_of_the_page(facts_in: Callable[[str], Facts]) -> None:
    said = facts_in(inquiry(EXCHANGES))[f"{NAME}/antwoord/1", "answerText"]
    assert said == {"De kokkels zijn zout en wie ze in het voorjaar opvist, proeft de zee."}


def test_a_paper_with_answers_has_their_day(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(inquiry(EXCHANGES))
    assert facts[NAME, "date_document"] == {"2024-11-18"}
    assert facts[NAME, "submittedOn"] == {"2024-11-06"}


def test_a_notice_that_answers_come_later_has_its_own_day(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(inquiry(NOTICE, ""))
    assert facts[NAME, "date_document"] == {"2024-11-25"}
    assert facts[f"{NAME}/vragen", "delayedOn"] == {"2024-11-25"}


def test_a_letter_with_answers_has_the_day_on_which_it_was_written(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(LETTER)
    days = [v for (thing, name), v in facts.items() if name == "date_document" and thing.startswith("stuk/")]
    assert days == [{"2024-12-04"}]
