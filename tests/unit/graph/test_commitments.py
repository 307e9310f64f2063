"""Statements on commitments."""

from collections.abc import Callable

Facts = dict[tuple[str, str], set[str]]
EK = "https://identifier.overheid.nl/tooi/id/oorg/oorg10001"
TK = "https://identifier.overheid.nl/tooi/id/oorg/oorg10002"


def commitments(facts: Facts) -> list[str]:
    return sorted(subject for subject, name in facts if name == "commitmentStrength")


def test_report(facts: Facts) -> None:
    letter, announced = commitments(facts)
    assert facts[letter, "commitmentStrength"] == {"strength-announced"}
    assert facts[letter, "promisedBy"] == {"post/minister-van-asiel-en-migratie"}
    assert facts[letter, "promisedTo"] == {EK}
    assert (facts[letter, "dueStated"], facts[letter, "dueBy"]) == ({"uiterlijk 1 maart 2026"}, {"2026-03-01"})
    assert facts[announced, "commitmentStrength"] == {"strength-announced"}
    assert facts[announced, "promisedTo"] == {EK, TK}
    assert facts[announced, "dueBy"] == {"2026-12-31"}


def test_the_head_of_an_answer_gives_the_post(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        "Tweede Kamer der Staten-Generaal\nVergaderjaar 2024-2025\nAanhangsel van de Handelingen\n"
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden\n9801\n"
        "Vragen van het lid Eerdmans (JA21) aan de Minister van Asiel en Migratie over bomen "
        "(ingezonden 3 maart 2025).\n"
        "Antwoord van Minister Boomgaard (Asiel en Migratie) (ontvangen 20 maart 2025).\n"
        "Vraag 1\nStaan er bomen?\nAntwoord 1\nJa. Ik stuur de Tweede Kamer voor de zomer een lijst.\n"
    )
    (commitment,) = commitments(facts)
    assert facts[commitment, "promisedBy"] == {"post/minister-van-asiel-en-migratie"}
    assert facts[commitment, "promisedTo"] == {TK}
    assert facts[commitment, "dueStated"] == {"voor de zomer"}
    assert (commitment, "dueBy") not in facts


def test_a_notice_gives_the_post_by_its_abbreviation(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        "Tweede Kamer der Staten-Generaal\nVergaderjaar 2024-2025\nAanhangsel van de Handelingen\n"
        "Vragen gesteld door de leden der Kamer\n9802\n"
        "Vragen van het lid Eerdmans (JA21) aan de Staatssecretaris van Volksgezondheid, Welzijn en Sport over bomen "
        "(ingezonden 3 maart 2025).\n"
        "Mededeling van Staatssecretaris Boomgaard (VWS) (ontvangen 20 maart 2025).\n"
        "Vraag 1\nStaan er bomen?\nMededeling\n"
        "De telling is niet klaar. Ik zal uw Kamer voor de zomer informeren.\n"
    )
    (commitment,) = commitments(facts)
    assert facts[commitment, "promisedBy"] == {"post/staatssecretaris-van-volksgezondheid-welzijn-en-sport"}
