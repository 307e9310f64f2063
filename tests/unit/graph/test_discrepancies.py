"""Differences between a paper and a register, or between two places of a paper."""

from collections.abc import Callable
from pathlib import Path

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


def test_party(facts_in: Callable[[str], Facts]) -> None:
    text = (Path(__file__).parent / "papers" / "report.md").read_text(encoding="utf-8")
    facts = facts_in(text.replace("Van Toorenborg (CDA)", "Van Toorenborg (VVD)"))
    (found,) = of_kind(facts, "discrepancy-partij")
    (spelled,) = of_kind(facts, "discrepancy-naam")
    assert (facts[found, "stated"], facts[found, "resolved"]) == ({"VVD"}, {"CDA"})
    assert facts[found, "about"] == facts[spelled, "about"]
    assert not [s for s, _ in facts if s.startswith("persoon/ek-van-tooren")]
