"""Differences between a paper and a register, or between two places of a paper."""

from collections.abc import Callable

Facts = dict[tuple[str, str], set[str]]


def of_kind(facts: Facts, kind: str) -> list[str]:
    return sorted(s for (s, name), values in facts.items() if name == "discrepancyKind" and kind in values)


def test_decider(facts: Facts) -> None:
    (found,) = of_kind(facts, "discrepancy-besluitvormer")
    assert facts[found, "stated"] == {"corporate-body/EURCOU"}
    assert facts[found, "resolved"] == {"corporate-body/CONSIL"}
    assert facts[found, "about"] == {"maatregel/visummaatregel-eth-2024-04-29"}
    assert len(facts[found, "comment"]) == 2


def test_spelling(facts: Facts) -> None:
    (found,) = of_kind(facts, "discrepancy-naam")
    assert facts[found, "stated"] == {"Van Toorenborg"}
    assert facts[found, "resolved"] == {"van Toorenburg"}


def test_the_right_decider_is_no_difference(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        "Er kwamen visummaatregelen tegen Ethiopië, die op 29 april 2024 door de Raad van de Europese Unie zijn"
        " vastgesteld."
    )
    assert facts["maatregel/visummaatregel-eth-2024-04-29", "decidedByResolved"] == {"corporate-body/CONSIL"}
    assert of_kind(facts, "discrepancy-besluitvormer") == []
