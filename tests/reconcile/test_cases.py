"""The bar: made cases with namesakes, particles, initials, double names, switchers, errors; each decision explained."""

import pytest
from tests.reconcile.imitation import Case

from sovgraph.query.sentences import in_language
from sovgraph.reconcile import Report, Verdict
from sovgraph.reconcile.model import Decision


def by_iri(report: Report) -> dict[str, Decision]:
    return {decision.entity.iri: decision for decision in report.decisions}


def test_there_are_enough_cases_half_of_them_hard(cases: tuple[Case, ...]) -> None:
    assert len(cases) >= 580
    assert sum(not case.gold for case in cases) >= len(cases) / 2
    groups = {case.group for case in cases}
    wanted = "namesake particle initials double switcher spelling given-spelling called title letters dates kin twins"
    assert set(wanted.split()) <= groups
    assert len({case.part for case in cases}) == 4


def quality(cases: list[Case], report: Report) -> tuple[float, float, list[tuple[str, str]]]:
    """Precision, recall, and what was wrong."""
    found = by_iri(report)
    matched = [(case, found[case.entity.iri]) for case in cases if found[case.entity.iri].verdict is Verdict.MATCH]
    wrong = [(case.entity.names[0], case.why) for case, decision in matched if decision.target != case.gold]
    right = len(matched) - len(wrong)
    return right / len(matched), right / sum(bool(case.gold) for case in cases), wrong


def test_the_bar(cases: tuple[Case, ...], asked: Report) -> None:
    precision, recall, wrong = quality(list(cases), asked)
    assert precision >= 0.995, wrong
    assert recall >= 0.97


@pytest.mark.parametrize("part", ["written", "held", "fresh", "last"])
def test_each_part_holds(part: str, cases: tuple[Case, ...], asked: Report) -> None:
    precision, recall, wrong = quality([case for case in cases if case.part == part], asked)
    assert precision >= 0.995, wrong
    assert recall >= 0.95


def test_every_decision_is_explained(asked: Report) -> None:
    for decision in asked.decisions:
        assert decision.reasons, decision.entity.names
        assert decision.rule
        for scored in decision.weighed:
            assert scored.features and all(feature.said for feature in scored.features)


def test_every_reason_has_its_dutch(asked: Report) -> None:
    said = {text for d in asked.decisions for text in d.reasons}
    said |= {f.said for d in asked.decisions for s in d.weighed for f in s.features}
    assert len(said) > 300
    assert [text for text in sorted(said) if in_language(text, "nl") == text] == []


def test_a_surname_alone_is_never_a_match(cases: tuple[Case, ...], asked: Report) -> None:
    found = by_iri(asked)
    only = [case for case in cases if case.group == "surname-only"]
    assert len(only) >= 10
    assert {found[case.entity.iri].verdict for case in only} == {Verdict.UNSURE}


def test_what_two_fit_alike_stays_unsure_with_both(cases: tuple[Case, ...], asked: Report) -> None:
    found = by_iri(asked)
    for case in (c for c in cases if c.group == "twins"):
        decision = found[case.entity.iri]
        assert decision.verdict is Verdict.UNSURE
        assert len([s for s in decision.weighed if not s.excluded]) >= 2
