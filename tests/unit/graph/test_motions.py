"""Statements on motions that a paper names."""

from collections.abc import Callable

import pytest

Facts = dict[tuple[str, str], set[str]]
MOTION = "kst/32012-5"


def test_movers_and_status_stay_as_printed(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("Sinds de aangenomen motie-Kersenboom (32 012, nr. 5) over fruit gaat het beter.")
    assert facts[MOTION, "statedStatus"] == {"aangenomen"}
    (mover,) = facts[MOTION, "proposer"]
    assert mover.endswith("kersenboom")
    assert facts[mover, "nameAsWritten"] == {"Kersenboom"}


def test_status_behind_the_motion(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("Wij weten dat de motie-Kersenboom (32 012, nr. 5) op 3 mei 2024 is verworpen.")
    assert facts[MOTION, "statedStatus"] == {"verworpen"}


def test_a_vote_to_come_is_no_status(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("Als de motie-Kersenboom (32 012, nr. 5) wordt aangenomen, komt er fruit.")
    assert (MOTION, "statedStatus") not in facts


@pytest.mark.parametrize("gaps", [(" ", ""), ("", " ")])
def test_white_space_lost_in_print_makes_no_other_subject(
    facts_in: Callable[[str], Facts], gaps: tuple[str, str]
) -> None:
    first, second = (f"de motie-Kersenboom over de bloei van{gap}de perenboom (32 012, nr. 5)" for gap in gaps)
    facts = facts_in(f"Wij kennen {first}. Wij noemden {second}.")
    assert facts[MOTION, "aboutText"] == {"de bloei van de perenboom"}
