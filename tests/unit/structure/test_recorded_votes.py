"""Votes outside the report of the meeting, and what the chair says of motions by number alone; all "nagebootst"."""

from collections.abc import Callable
from datetime import date

import pytest

from sovgraph.model import Document, Method, Outcome, Span

Read = Callable[[str], Document]

LETTER = (
    "Eerste Kamer der Staten-Generaal\nVergaderjaar 2030-2031\n\n39 500\n\nFruit\n\nK\n\n"
    "BRIEF VAN DE VOORZITTER VAN DE COMMISSIE VOOR FRUIT\n\nDen Haag, 12 januari 2031\n\n{}\n"
)
RISEN = (
    "Motie-Bes c.s. (EK 39 500, F) over peren. Bij zitten en opstaan {} op 3 februari 2030. "
    "PVV, FVD en 50PLUS stemden tegen."
)


def names(doc: Document, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(doc.text) for span in spans]


@pytest.mark.parametrize("outcome", ["aangenomen", "verworpen"])
def test_by_rising_those_named_were_against_and_the_others_for(outcome: str, document: Read) -> None:
    doc = document(LETTER.format(RISEN.format(outcome)))
    (vote,) = doc.votes
    assert (vote.outcome, vote.paper, vote.day) == (Outcome(outcome), "kst-39500-F", date(2030, 2, 3))
    assert (names(doc, vote.against), vote.in_favour, vote.others) == (["PVV", "FVD", "50PLUS"], (), "for")


def test_a_roll_call_gives_its_numbers(document: Read) -> None:
    words = "Na hoofdelijke stemming op 10 maart 2030 met 25 leden voor en 46 leden tegen verworpen. Voor: SGP, FVD."
    doc = document(LETTER.format(f"Motie-Bes (EK 39 500, G) over pruimen. {words}"))
    (vote,) = doc.votes
    assert (vote.method, vote.counts, names(doc, vote.in_favour)) == (Method.BY_NAME, (25, 46), ["SGP", "FVD"])


NO_VOTES = [
    "Bij zitten en opstaan aangenomen op 3 februari 2030.",
    "Motie-Bes (EK 39 500, F). Bij zitten en opstaan op 3 februari 2030 besproken.",
    "Motie-Bes over peren. Met algemene stemmen aangenomen op 3 februari 2030.",
]


@pytest.mark.parametrize("words", NO_VOTES)
def test_without_motion_number_or_outcome_there_is_no_vote(words: str, document: Read) -> None:
    assert document(LETTER.format(words)).votes == ()


MEETING = (
    "Tweede Kamer der Staten-Generaal\nVergaderjaar 2030-2031\n\nDe voorzitter:\nWij beginnen.\n\n"
    "De heer Bes (CDA):\nMotie\n\nDe Kamer, gehoord de beraadslaging, verzoekt peren te planten, "
    "en gaat over tot de orde van de dag.\n\nDe voorzitter:\nDeze motie is voorgesteld door het lid Bes. "
    "Zij krijgt nr. 7 (39500).\n\n{}\n\nDe voorzitter:\nDank.\n"
)
SAID = [
    ("De voorzitter:\nDe motie op stuk nr. 7 is ingetrokken.", [Outcome.WITHDRAWN]),
    ("De voorzitter:\nDaarmee is de motie op stuk nr. 7 overgenomen.", [Outcome.TAKEN_OVER]),
    ("De voorzitter:\nDe motie-Bes (39500, nr. 7) wordt overgenomen.", [Outcome.TAKEN_OVER]),
    ("De voorzitter:\nIs de motie op stuk nr. 7 overgenomen?", []),
    ("De voorzitter:\nDe motie op stuk nr. 7 wordt niet overgenomen.", []),
    ("De voorzitter:\nDe motie op stuk nr. 8 is ingetrokken.", []),
    ("Minister Kers:\nDe motie op stuk nr. 7 is overgenomen.", []),
    ("Minister Kers:\nDe motie-Bes (39500, nr. 7) wordt overgenomen.", []),
]


@pytest.mark.parametrize(("words", "outcomes"), SAID)
def test_the_chair_says_what_becomes_of_a_motion(words: str, outcomes: list[Outcome], document: Read) -> None:
    doc = document(MEETING.format(words))
    assert [vote.outcome for vote in doc.votes] == outcomes
    assert {vote.paper for vote in doc.votes} <= {"kst-39500-7"}
