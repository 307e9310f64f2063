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
DELAYED = "Mededeling van Minister Veldkamp (Buitenlandse Zaken) (ontvangen 18 november 2024)."


def test_the_words_of_an_answer_are_without_the_foot_of_the_page(facts_in: Callable[[str], Facts]) -> None:
    said = facts_in(inquiry(EXCHANGES))[f"{NAME}/antwoord/1", "answerText"]
    assert said == {"De kokkels zijn zout en wie ze in het voorjaar opvist, proeft de zee."}


def test_a_paper_with_answers_has_their_day(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(inquiry(EXCHANGES))
    assert facts[NAME, "date_document"] == {"2024-11-18"}
    assert facts[NAME, "submittedOn"] == {"2024-11-06"}


def test_a_notice_that_answers_come_later_has_its_own_day(facts_in: Callable[[str], Facts]) -> None:
    assert facts_in(inquiry(EXCHANGES, DELAYED))[NAME, "date_document"] == {"2024-11-18"}
