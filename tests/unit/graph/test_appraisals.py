"""What the cabinet thinks of motions, in imitated ("nagebootst") debates and letters."""

from collections.abc import Callable

import pytest

Facts = dict[tuple[str, str], set[str]]

MOTION = (
    "De heer Ceder (ChristenUnie):\nMotie\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\nverzoekt peren te "
    "planten,\n\nen gaat over tot de orde van de dag.\n\n"
    "De voorzitter:\nDeze motie is voorgesteld door het lid Ceder.\n\n"
    "Zij krijgt nr. {} (39500).\n\n"
)
DEBATE = (
    "Tweede Kamer der Staten-Generaal\nVergaderjaar 2025-2026\n\n999e vergadering, dinsdag 2 juni 2026\n\n"
    "De voorzitter:\nWij beginnen.\n\n" + MOTION.format(7) + MOTION.format(8) + "{}\n\nDe voorzitter:\nDank.\n"
)
LETTER = (
    "Tweede Kamer der Staten-Generaal\nVergaderjaar 2025-2026\n\n39 500 Fruit\n\n"
    "Nr. 20 BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE\n\n"
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
    "Den Haag, 8 juni 2026\n\n{}\n\nDe minister van Asiel en Migratie,\nB.M. van den Brink\n"
)


def said(facts: Facts) -> dict[str, str]:
    """Motion → appraisal."""
    return {
        next(iter(facts[s, "about"])).removeprefix("kst/39500-"): next(iter(values)).removeprefix("appraisal-")
        for (s, name), values in facts.items()
        if name == "appraisedAs"
    }


SPOKEN = [
    ("De motie op stuk nr. 7 geef ik oordeel Kamer.", {"7": "left-to-house"}),
    ("De motie op stuk nr. 7. Die is sympathiek. Ik ontraad deze motie.", {"7": "advised-against"}),
    ("De moties op stukken nrs. 7 en 8 moet ik ontraden.", {"7": "advised-against", "8": "advised-against"}),
    ("De motie op stuk nr. 7 vind ik ontijdig, dus ontraad ik haar.", {"7": "premature"}),
    ("De motie op stuk nr. 7: overbodig.", {"7": "superfluous"}),
    (
        "De motie op stuk nr. 7: ontraden. De motie op stuk nr. 8: oordeel Kamer.",
        {"7": "advised-against", "8": "left-to-house"},
    ),
    (
        "De motie op stuk nr. 7 laat ik aan het oordeel van de Kamer. Nee, de motie op stuk nr. 7 ontraad ik.",
        {"7": "advised-against"},
    ),
    ("De motie op stuk nr. 7 ontraad ik niet.", {}),
    ("De motie op stuk nr. 9 ontraad ik.", {}),
    ("De motie op stuk nr. 7 ontraad ik, tenzij zij wordt gewijzigd.", {}),
    ("De motie op stuk nr. 7 is helder. De motie op stuk nr. 9 ook. Ik ontraad de motie.", {}),
    ("Waarom zou ik de motie op stuk nr. 7 ontraden?", {}),
    ("Ik heb het voorstel vorig jaar ontraden.", {}),
    (
        "De motie op stuk nr. 7: oordeel Kamer. Dan de motie van de heren Ceder en Bontenbal. Ik ontraad deze motie.",
        {"7": "left-to-house"},
    ),
    ("De motie op stuk nr. 7 is helder. De volgende motie, die van Ceder, is dat niet. Ik ontraad deze motie.", {}),
    ("De motie op stuk nr. 7. Die laat ik aan het oordeel van de Kamer.Dan de motie op stuk nr. 8.", {}),
    ("De motie op stuk nr. 7. Deze motie laat ik aan het oordeel van de Kamer.Dan nr. 8.", {"7": "left-to-house"}),
]


@pytest.mark.parametrize(("words", "appraisals"), SPOKEN)
def test_a_minister_says_what_the_cabinet_thinks(
    words: str, appraisals: dict[str, str], facts_in: Callable[[str], Facts]
) -> None:
    assert said(facts_in(DEBATE.format(f"Minister Van den Brink:\n{words}"))) == appraisals


def test_a_member_appraises_nothing(facts_in: Callable[[str], Facts]) -> None:
    assert said(facts_in(DEBATE.format("De heer Bontenbal (CDA):\nDe motie op stuk nr. 7 ontraad ik."))) == {}


def test_the_chair_sums_up(facts_in: Callable[[str], Facts]) -> None:
    assert said(facts_in(DEBATE.format("De voorzitter:\nDe motie op stuk nr. 8: oordeel Kamer."))) == {
        "8": "left-to-house"
    }


WRITTEN = [
    ("De motie-Ceder (Kamerstuk 39 500, nr. 7) laat ik aan het oordeel van uw Kamer.", {"7": "left-to-house"}),
    ("De motie-Ceder (Kamerstuk 39 500, nr. 7) wordt daarom ontraden.", {"7": "advised-against"}),
    ("De motie-Ceder (Kamerstuk 39 500, nr. 7) en de motie-Bontenbal (Kamerstuk 39 500, nr. 8) ontraad ik.", {}),
    ("De motie-Ceder (Kamerstuk 39 500, nr. 7) is besproken. Het plan ontraad ik.", {}),
]


@pytest.mark.parametrize(("words", "appraisals"), WRITTEN)
def test_a_letter_says_it_in_the_sentence_that_names_the_motion(
    words: str, appraisals: dict[str, str], facts_in: Callable[[str], Facts]
) -> None:
    assert said(facts_in(LETTER.format(words))) == appraisals


def test_only_the_government_says_that_a_motion_is_executed(facts_in: Callable[[str], Facts]) -> None:
    words = "{}\nDe motie-Eerdmans (36 704, nr. 63) is uitgevoerd."
    member = facts_in(DEBATE.format(words.format("De heer Ceder (ChristenUnie):")))
    assert not any(name == "statementText" for _, name in member)
    facts = facts_in(DEBATE.format(words.format("Minister Van den Brink:")))
    ((statement, _),) = [key for key in facts if key[1] == "executionClaim"]
    (turn,) = facts[statement, "saidIn"]
    assert facts[turn, "speakerAsWritten"] == {"Minister Van den Brink"}
