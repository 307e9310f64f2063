"""Statements on measures: what the paper says, beside what the register has."""

from collections.abc import Callable

import pytest

from sovgraph.model import Basis, Paper

Facts = dict[tuple[str, str], set[str]]
MEASURE = "maatregel/visummaatregel-eth-2024-04-29"


def test_what_the_paper_says(facts: Facts) -> None:
    assert facts[MEASURE, "type"] == {"Measure", "VisaMeasure"}
    assert facts[MEASURE, "label"] == {"visummaatregelen tegen Ethiopië van 29 april 2024"}
    assert facts[MEASURE, "targetCountry"] == {"country/ETH"}
    assert facts[MEASURE, "ground"] == {"trage hulp bij terugkeer"}
    assert facts[MEASURE, "decidedOn"] == {"2024-04-29"}
    assert facts[MEASURE, "decidedByStated"] == {"corporate-body/EURCOU"}
    assert facts[MEASURE, "supportedBy"] == {"country/NLD"}
    assert facts[MEASURE, "liftingRequestedBy"] == {"country/NLD"}
    assert facts[MEASURE, "liftingRequestedFrom"] == {"corporate-body/COM"}
    (effect,) = facts[MEASURE, "effectStated"]
    assert effect.startswith("Sinds de komst")


def test_what_the_register_adds_is_marked_as_such(report: Paper, facts: Facts) -> None:
    assert facts[MEASURE, "decidedByResolved"] == {"corporate-body/CONSIL"}
    assert facts[MEASURE, "establishedBy"] == {"http://data.europa.eu/eli/dec_impl/2024/1341/oj"}
    assert facts[MEASURE, "legalBasis"] == {"artikel/32009R0810-25bis"}
    assert facts["artikel/32009R0810-25bis", "articleLabel"] == {"25bis", "25a@en"}
    bases = {
        s.predicate.rsplit("#", 1)[-1]: s.evidence[0].basis for s in report.statements if s.subject.endswith(MEASURE)
    }
    assert bases["decidedByResolved"] is bases["establishedBy"] is bases["legalBasis"] is Basis.REGISTER
    assert bases["decidedByStated"] is bases["ground"] is Basis.ASSERTED
    assert bases["supportedBy"] is Basis.INFERRED


def test_a_day_without_an_act_in_the_register_resolves_nothing(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("Op 3 mei 2023 is besloten tot visummaatregelen tegen Ethiopië, op 3 mei 2023 aangenomen.")
    key = "maatregel/visummaatregel-eth-2023-05-03"
    assert facts[key, "decidedOn"] == {"2023-05-03"}
    assert (key, "decidedByResolved") not in facts
    assert (key, "establishedBy") not in facts


def test_a_body_that_has_imposed_is_the_stated_decider(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("De Europese Unie heeft eerder sancties tegen Belarus ingesteld wegens geweld tegen burgers.")
    assert facts["maatregel/sanctie-blr", "decidedByStated"] == {"organisatie/europese-unie"}
    assert facts["maatregel/sanctie-blr", "ground"] == {"geweld tegen burgers"}


def test_a_body_merely_named_decides_nothing(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("De Europese Unie spreekt over de sancties tegen Belarus.")
    assert ("maatregel/sanctie-blr", "type") in facts
    assert ("maatregel/sanctie-blr", "decidedByStated") not in facts


@pytest.mark.parametrize(
    "text",
    [
        "De Kamer verzoekt de regering een wapenembargo tegen Belarus in te stellen.",
        "Bent u bereid te pleiten voor sancties tegen Belarus?",
        "Het kabinet overweegt nieuwe sancties tegen Belarus.",
        "Er komt geen wapenembargo tegen Belarus.",
    ],
)
def test_a_measure_only_asked_for_is_none(text: str, facts_in: Callable[[str], Facts]) -> None:
    assert not [s for s, name in facts_in(text) if s.startswith("maatregel/")]


@pytest.mark.parametrize(
    "text",
    [
        "Sinds vorig jaar gelden sancties tegen Belarus.",
        "De Kamer verzoekt de regering de sancties tegen Belarus te handhaven.",
        "Er zijn vorig jaar sancties tegen Belarus ingesteld.",
    ],
)
def test_a_measure_that_holds_is_one(text: str, facts_in: Callable[[str], Facts]) -> None:
    assert facts_in(text)["maatregel/sanctie-blr", "type"] == {"Measure"}
