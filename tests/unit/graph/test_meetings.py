"""Statements on Council meetings."""

Facts = dict[tuple[str, str], set[str]]
MEETING = "raad/jbz-2025-07-03"


def test_meeting(facts: Facts) -> None:
    assert facts[MEETING, "configuration"] == {"JBZ"}
    assert (facts[MEETING, "startDate"], facts[MEETING, "endDate"]) == ({"2025-07-03"}, {"2025-07-04"})
    assert facts[MEETING, "place"] == {"Kopenhagen"}
    assert facts[MEETING, "label"] == {"JBZ-Raad van 3 en 4 juli 2025"}


def test_the_consultation_is_about_the_meeting_in_its_opening(facts: Facts) -> None:
    assert facts["kst/39111-AC/overleg", "about"] == {MEETING}
