"""Questions to the register: bound as terms, in batches, the same each time; what isn't answered is noted."""

import pytest
from tests.reconcile.faulty import Faulty, Reply, one
from tests.reconcile.imitation import Case

from sovgraph.errors import ConfigError
from sovgraph.reconcile import Endpoint, Entity, Kind, Report, Verdict, load_target, reconcile
from sovgraph.settings import Settings
from sovgraph.store import Cell

HOSTILE = ('x" } . ?a ?b ?c #', "x\\u0022 } # ", "a\nb", "'''", "{}", "Ω" * 50)


def endpoint(url: str) -> Endpoint:
    return Endpoint(Settings(sparql_url=url, rate=1000, retries=0))


def party(name: str) -> Entity:
    return Entity(iri="https://example.org/" + name.encode().hex(), kind=Kind.PARTY, names=(name,))


def test_the_folder_of_a_register_is_complete() -> None:
    target = load_target()
    assert set(target.queries.names()) == {"by-name", "facts", "holders", "registered"}
    assert target.values("position", "tk") and target.values("position", "ek") and len(target.values("prefix")) == 1
    with pytest.raises(ConfigError, match="known: wikidata"):
        load_target("nowhere")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_a_name(name: str, sparql_url: str) -> None:
    target = load_target()
    text = target.text("by-name", name=[Cell("literal", name), Cell("literal", "JA21")])
    rows = endpoint(sparql_url).select(text)
    assert {row["name"].value for row in rows} == {"JA21"}
    report = reconcile([party(name)], endpoint(sparql_url), target)
    assert report.failed == () and report.decisions[0].verdict is Verdict.NO_MATCH


def test_the_same_input_gives_the_same_decisions(sparql_url: str, asked: Report, cases: tuple[Case, ...]) -> None:
    again = reconcile([case.entity for case in cases], endpoint(sparql_url), load_target())
    assert again.decisions == asked.decisions


def test_many_names_are_few_questions(faulty: Faulty) -> None:
    reconcile([party(f"Partij nummer {n}") for n in range(120)], endpoint(faulty.url), load_target())
    assert len(faulty.queries) == 3


def test_an_endless_list_of_holders_ends(faulty: Faulty) -> None:
    """A server that gives the first page again and again is not asked for ever."""
    row = b'{"item": {"type": "uri", "value": "http://x.example/Q1"}, "name": {"type": "literal", "value": "Jan Bos"}}'
    faulty.lasting = Reply(b'{"head": {}, "results": {"bindings": [' + row + b"]}}")
    person = Entity(iri="https://example.org/1", kind=Kind.PERSON, names=("Jan Bos",))
    reconcile([person], endpoint(faulty.url), load_target())
    assert len(faulty.queries) <= 5


def test_an_answer_without_what_was_asked_is_a_failure(faulty: Faulty) -> None:
    faulty.lasting = Reply(one("http://x.example/Q1"))
    report = reconcile([party("Partij")], endpoint(faulty.url), load_target())
    assert report.decisions[0].verdict is Verdict.UNSURE
    assert "lacks columns" in report.failed[0]


def test_what_one_batch_lost_concerns_its_own_only(faulty: Faulty) -> None:
    faulty.replies = [Reply(status=404)]
    report = reconcile([party(f"Partij {n:03}") for n in range(60)], endpoint(faulty.url), load_target())
    verdicts = [d.verdict for d in report.decisions]
    assert verdicts == [Verdict.UNSURE] * 50 + [Verdict.NO_MATCH] * 10
    assert len(report.failed) == 1 and "HTTP 404" in report.failed[0]
