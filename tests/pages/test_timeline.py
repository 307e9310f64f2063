"""The course of a dossier: what happened when, how long answers took, and what isn't known."""

from functools import cache

import pytest
from tests.example_store import shared_store
from tests.pages.links import Flat

from sovgraph.pages.asking import Asker
from sovgraph.pages.paper_facts import facts_of, issues_of
from sovgraph.pages.timeline import STEPS, Event, Step, Wait, Year, course_of
from sovgraph.pages.timeline_views import outcome
from sovgraph.pages.values import Shower

BASE = "https://w3id.org/sovgraph/"


@cache
def asker() -> Asker:
    return Asker(shared_store())


def shower(lang: str = "nl") -> Shower:
    return Shower(asker(), lang, Flat(), BASE)


@cache
def course() -> tuple[Year, ...]:
    return course_of(shower(), "32317")


def letter(day: str) -> Event:
    return next(e for year in course() for e in year.events if e.day == day and e.kind == "letter" and e.wait)


def test_events_stand_in_years_in_order() -> None:
    days = [event.day for year in course() for event in year.events]
    assert days == sorted(days)
    assert [year.year for year in course()] == ["2024", "2025", "2026"]


def test_a_letter_has_its_term_reminder_and_answer() -> None:
    wait = letter("2025-12-09").wait
    assert wait is not None
    steps = [(step.kind, step.day) for step in wait.steps]
    assert steps == [("due", "2026-01-06"), ("reminder", "2026-01-28"), ("answer", "2026-04-22")]
    assert (wait.days, wait.late) == (134, 106)


def test_bars_have_one_scale() -> None:
    waits = [e.wait for year in course() for e in year.events if e.wait]
    assert max(w.term + w.over for w in waits) <= STEPS + 1
    late = letter("2025-12-09").wait
    assert late is not None and 0 < late.term < late.over


def test_a_letter_without_known_answer_is_unknown_not_late() -> None:
    wait = letter("2025-09-17").wait
    assert wait is not None
    assert outcome(wait, "nl") == "of er een antwoord is, is in deze opslag niet bekend"
    assert (wait.term, wait.over) == (0, 0)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("nl", "wachttijd 134 dagen, 106 dagen te laat"), ("en", "waited 134 days, 106 days late")],
)
def test_the_outcome_is_said_in_both_languages(lang: str, expected: str) -> None:
    wait = letter("2025-12-09").wait
    assert wait is not None
    assert outcome(wait, lang) == expected


def test_one_day_is_one_day() -> None:
    wait = Wait((Step("answer", "2026-01-02"),), "beantwoord", 1, 1)
    assert outcome(wait, "nl") == "wachttijd 1 dag, 1 dag te laat"
    assert outcome(Wait((Step("answer", "2026-01-02"),), "beantwoord", 1, 0), "en") == "waited 1 day, in time"


def test_the_same_event_comes_once() -> None:
    keys = [(event.day, event.kind, event.thing.text) for year in course() for event in year.events]
    assert len(keys) == len(set(keys))


def test_an_unknown_dossier_has_no_course() -> None:
    assert course_of(shower(), "99999") == ()


def test_facts_of_a_paper_lead_to_their_words() -> None:
    paper = f"{BASE}id/kst/32317-QC"
    groups = facts_of(shower(), paper)
    text = asker().text(paper)
    facts = [fact for group in groups for about in group.things for fact in about.facts]
    assert len(facts) > 60
    assert all(0 <= fact.place < len(text) for fact in facts)
    assert "maatregel" in {group.name for group in groups}


def test_issues_are_told_in_the_language_asked() -> None:
    paper = f"{BASE}id/kst/32317-QC"
    dutch, english = issues_of(shower(), paper), issues_of(shower("en"), paper)
    assert [issue.code for issue in dutch] == [issue.code for issue in english]
    assert all(a.comment != b.comment for a, b in zip(dutch, english, strict=True))
    assert [issue.place for issue in dutch] == sorted(issue.place or 0 for issue in dutch)
