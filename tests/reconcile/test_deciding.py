"""What follows from scores, from a register and from a person: in that order of weight, the last first."""

from dataclasses import replace
from datetime import date

import pytest

from sovgraph.errors import ConfigError
from sovgraph.reconcile import (
    Basis,
    Candidate,
    Entity,
    Kind,
    Role,
    Ruling,
    Scored,
    Verdict,
    decide,
    load_target,
    one_to_one,
    score,
)

SEAT = Role("tk", ("PvdA",), date(2003, 1, 30), date(2006, 11, 29))
OURS = Entity(iri="https://example.org/1", kind=Kind.PERSON, names=("Jan de Wit",), roles=(SEAT,))
HERE = Candidate(iri="http://www.wikidata.org/entity/Q1", names=("Jan de Wit",), roles=(SEAT,))
OTHER = Candidate(iri="http://www.wikidata.org/entity/Q2", names=("Jan de Wit",), roles=(SEAT,))


def scored(*candidates: Candidate, entity: Entity = OURS) -> tuple[Scored, ...]:
    return score(entity, candidates, load_target())


def ruling(target: str, same: bool) -> Ruling:
    return Ruling(OURS.iri, target, same, "A. Griffier", "2026-11-25", "gezien")


def test_one_that_fits_is_matched_with_reasons() -> None:
    made = decide(OURS, scored(HERE))
    assert (made.verdict, made.target, made.basis) == (Verdict.MATCH, HERE.iri, Basis.INFERRED)
    assert len(made.reasons) >= 4


def test_two_that_fit_stay_unsure() -> None:
    made = decide(OURS, scored(HERE, OTHER))
    assert (made.verdict, made.target) == (Verdict.UNSURE, "")
    assert HERE.iri in made.reasons[0] and OTHER.iri in made.reasons[0]


def test_nobody_is_no_match() -> None:
    assert decide(OURS, ()).verdict is Verdict.NO_MATCH


def test_a_name_without_anything_else_stays_unsure() -> None:
    made = decide(OURS, scored(replace(HERE, roles=())))
    assert made.verdict is Verdict.UNSURE
    assert "nothing beside the name speaks for it" in made.reasons


def test_other_years_exclude() -> None:
    late = replace(SEAT, since=date(2017, 3, 23), until=date(2021, 3, 30))
    assert decide(OURS, scored(replace(HERE, roles=(late,)))).verdict is not Verdict.MATCH


@pytest.mark.parametrize("change", [{"born": 1999}, {"died": 1990}])
def test_a_child_or_a_dead_man_holds_no_seat(change: dict[str, int]) -> None:
    made = decide(OURS, scored(replace(HERE, **change)))  # type: ignore[arg-type]
    assert made.verdict is Verdict.NO_MATCH


def test_a_register_goes_before_the_score() -> None:
    entity = replace(OURS, known=(OTHER.iri,))
    made = decide(entity, scored(HERE, OTHER, entity=entity))
    assert (made.verdict, made.target, made.basis) == (Verdict.MATCH, OTHER.iri, Basis.REGISTER)


def test_a_register_that_cannot_be_right_is_doubted() -> None:
    entity = replace(OURS, known=(HERE.iri,))
    made = decide(entity, scored(replace(HERE, died=1990), entity=entity))
    assert made.verdict is Verdict.UNSURE
    assert any("died in 1990" in reason for reason in made.reasons)


def test_a_person_goes_before_all() -> None:
    entity = replace(OURS, known=(HERE.iri,))
    made = decide(entity, scored(HERE, OTHER, entity=entity), [ruling(OTHER.iri, True)])
    assert (made.verdict, made.target, made.basis) == (Verdict.MATCH, OTHER.iri, Basis.DECIDED)
    assert (made.by, made.on) == ("A. Griffier", "2026-11-25")


def test_a_person_may_name_what_nobody_found() -> None:
    made = decide(OURS, (), [ruling("http://www.wikidata.org/entity/Q77", True)])
    assert made.target == "http://www.wikidata.org/entity/Q77"


def test_a_person_may_refuse() -> None:
    made = decide(OURS, scored(HERE), [ruling(HERE.iri, False)])
    assert (made.verdict, made.target, made.refused) == (Verdict.NO_MATCH, "", (HERE.iri,))
    known = replace(OURS, known=(HERE.iri,))
    assert decide(known, scored(HERE, entity=known), [ruling(HERE.iri, False)]).verdict is Verdict.NO_MATCH


def test_a_refusal_that_is_taken_back_leaves_the_candidate() -> None:
    refused = decide(OURS, scored(HERE), [ruling(HERE.iri, False)])
    assert "nothing in the register bears this name" not in refused.reasons
    assert decide(OURS, refused.weighed).target == HERE.iri


def test_refusing_one_of_two_settles_the_other() -> None:
    assert decide(OURS, scored(HERE, OTHER), [ruling(HERE.iri, False)]).target == OTHER.iri


def test_two_decisions_for_one_thing_are_refused() -> None:
    with pytest.raises(ConfigError, match="keep one"):
        decide(OURS, (), [ruling(HERE.iri, True), ruling(OTHER.iri, True)])


def test_silence_of_the_endpoint_is_no_answer() -> None:
    for candidates in ((), (HERE,)):
        made = decide(OURS, scored(*candidates), asked=False)
        assert (made.verdict, made.target) == (Verdict.UNSURE, "")


def test_two_of_ours_are_not_one_of_theirs() -> None:
    twin = replace(OURS, iri="https://example.org/2")
    both = one_to_one([decide(OURS, scored(HERE)), decide(twin, scored(HERE, entity=twin))])
    assert [d.verdict for d in both] == [Verdict.UNSURE, Verdict.UNSURE]
    decided = one_to_one([decide(OURS, scored(HERE), [ruling(HERE.iri, True)]), both[1]])
    assert decided[0].verdict is Verdict.MATCH


def test_a_decision_keeps_its_target_from_the_other() -> None:
    twin = replace(OURS, iri="https://example.org/2")
    made = one_to_one([decide(OURS, scored(HERE), [ruling(HERE.iri, True)]), decide(twin, scored(HERE, entity=twin))])
    assert [d.verdict for d in made] == [Verdict.MATCH, Verdict.UNSURE]


def test_the_order_of_candidates_does_not_matter() -> None:
    assert decide(OURS, scored(HERE, OTHER)) == decide(OURS, scored(OTHER, HERE))
