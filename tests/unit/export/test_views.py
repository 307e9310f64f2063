"""Views of the examples: what they hold, the words behind each link, and what is left out or refused."""

import pytest
from tests.example_store import shared_store

from sovgraph.errors import QueryError
from sovgraph.export import GraphView, picture_view
from sovgraph.export import ego as ego_module
from sovgraph.store import QuadStore

BASE = "https://w3id.org/sovgraph/id/"


@pytest.fixture(scope="module")
def store() -> QuadStore:
    return shared_store()


@pytest.fixture(scope="module")
def story(store: QuadStore) -> GraphView:
    return picture_view(store, "story", {"dossier": "32317"})


def test_the_story_has_letters_reminders_and_answers_with_their_days(story: GraphView) -> None:
    kinds = {node.kind for node in story.nodes}
    assert {"QuestionLetter", "Reminder", "AnswerLetter", "Kamerstuk"} <= kinds
    letter = next(node for node in story.nodes if node.id == f"{BASE}brief/ek-179131")
    assert (letter.start, dict(letter.attributes)["kenmerk"]) == ("2025-12-09", "179131")
    assert story.about == "dossier 32317"


def test_each_link_of_the_story_has_its_words(story: GraphView) -> None:
    assert [edge for edge in story.edges if not edge.evidence] == []
    reply = next(e for e in story.edges if e.kind == "inReplyTo" and e.target == f"{BASE}brief/ek-179131")
    assert {(e.paper, bool(e.quote), e.confidence > 0, "/a/" in e.assertion) for e in reply.evidence} == {
        (f"{BASE}kst/32317-QC", True, True, True),
    }


def test_a_membership_of_a_day_makes_two_links_through_it(store: QuadStore) -> None:
    view = picture_view(store, "members")
    assert {edge.kind for edge in view.edges} == {"memberOf", "onBehalfOf"}
    assert all(edge.via and edge.start and edge.evidence for edge in view.edges)


def test_who_asks_about_one_country(store: QuadStore) -> None:
    view = picture_view(store, "asks", {"country": "MAR"})
    assert {node.label for node in view.nodes if node.kind == "Country"} == {"Marokko"}
    assert {edge.kind for edge in view.edges} <= {"asksAbout", "askedOf"}


def test_a_motion_by_its_number(store: QuadStore) -> None:
    view = picture_view(store, "motion-trail", {"thing": "kst-36704-63"})
    assert view.centre == f"{BASE}kst/36704-63"
    events = [node for node in view.nodes if node.kind == "MotionEvent"]
    assert {node.label for node in events} >= {"ingediend", "aangenomen"}
    assert sum(bool(node.start) for node in events) > len(events) / 2


def test_around_a_thing_what_is_not_followed_is_told(store: QuadStore) -> None:
    near = picture_view(store, "ego", {"thing": f"{BASE}brief/ek-179131"})
    far = picture_view(store, "ego", {"thing": f"{BASE}brief/ek-179131"}, hops=2)
    assert near.centre == f"{BASE}brief/ek-179131"
    assert {node.id for node in near.nodes} < {node.id for node in far.nodes}
    assert len(far.nodes) <= ego_module.MOST + ego_module.AROUND
    cut = [node for node in far.nodes if node.hidden]
    assert cut and far.notices
    assert not {node.kind for node in far.nodes} & {"Thing", "Quote", "Mention", "Assertion"}


def test_neighbours_are_bounded(store: QuadStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ego_module, "AROUND", 5)
    view = picture_view(store, "ego", {"thing": f"{BASE}brief/ek-179131"})
    assert len(view.nodes) == 6
    assert next(node for node in view.nodes if node.id == view.centre).hidden > 0


def test_too_large_a_picture_is_refused_with_a_hint(store: QuadStore) -> None:
    with pytest.raises(QueryError, match="more than 20; choose a part of it"):
        picture_view(store, "entities", limit=20)


def test_a_view_without_its_parameter_says_which(store: QuadStore) -> None:
    with pytest.raises(QueryError, match="'thing' is missing"):
        picture_view(store, "motion-trail")
    with pytest.raises(QueryError, match="no parameter 'dossier'"):
        picture_view(store, "members", {"dossier": "32317"})


def test_the_same_store_gives_the_same_view(store: QuadStore, story: GraphView) -> None:
    assert picture_view(store, "story", {"dossier": "32317"}) == story


def test_the_view_in_english(store: QuadStore) -> None:
    view = picture_view(store, "motion-trail", {"thing": "kst-36704-63"}, lang="en")
    assert {"moved", "adopted"} <= {node.label for node in view.nodes}
