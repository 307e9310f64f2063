"""The graph of matches: valid, the same each time, with evidence, beside the registers in a store."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from sovgraph import vocab as v
from sovgraph.check import load_shapes, validate_nquads
from sovgraph.query import run
from sovgraph.reconcile import Report, Ruling, Verdict, load_target
from sovgraph.reconcile.writing import graph_of
from sovgraph.store import INFERENCE, LedgerEntry, memory_store


@pytest.fixture(scope="module")
def graph(asked: Report) -> tuple[str, bytes]:
    return graph_of(asked, load_target())


def objects(nquads: bytes, predicate: str) -> list[tuple[str, str]]:
    quads = ox.parse(nquads, ox.RdfFormat.N_QUADS)
    return [(q.subject.value, q.object.value) for q in quads if q.predicate.value == predicate]


def test_every_match_is_there_and_nothing_else(asked: Report, graph: tuple[str, bytes]) -> None:
    matched = {(d.entity.iri, d.target) for d in asked.decisions if d.verdict is Verdict.MATCH}
    said = {(s, o) for s, o in objects(graph[1], v.SKOS_exactMatch) if o.startswith("http://www.wikidata.org/")}
    assert said == matched and len(matched) > 200


def test_numbers_in_a_third_register_come_along(graph: tuple[str, bytes]) -> None:
    addresses = [o for _, o in objects(graph[1], v.SKOS_exactMatch) if o.startswith("https://www.parlement.com/id/")]
    assert len(addresses) >= 6


def test_every_match_has_rule_basis_and_words(graph: tuple[str, bytes]) -> None:
    matches = len(set(objects(graph[1], v.SKOS_exactMatch)))
    assert len(objects(graph[1], v.basis)) == len(objects(graph[1], v.rule)) == matches
    assert len(objects(graph[1], v.OA_exact)) == matches
    assert all(len(words) > 20 for _, words in objects(graph[1], v.OA_exact))


def test_what_is_unsure_is_an_issue_with_candidates(asked: Report, graph: tuple[str, bytes]) -> None:
    unsure = {d.entity.iri for d in asked.decisions if d.verdict is Verdict.UNSURE}
    assert {o for s, o in objects(graph[1], v.about)} == unsure
    assert len({s for s, _ in objects(graph[1], v.candidate)}) == len(unsure)


def test_the_shapes_are_content(asked: Report) -> None:
    matched = [d for d in asked.decisions if d.verdict is Verdict.MATCH]
    unsure = [d for d in asked.decisions if d.verdict is Verdict.UNSURE]
    _, nquads = graph_of(replace(asked, decisions=(*matched[-30:], *unsure[:10])), load_target())
    assert [f.message_en for f in validate_nquads(nquads, load_shapes()).findings] == []


def test_a_decision_of_a_person_is_marked_as_such(asked: Report) -> None:
    unsure = next(d for d in asked.decisions if d.verdict is Verdict.UNSURE)
    item = unsure.weighed[0].candidate.iri
    again = asked.decided_again([Ruling(unsure.entity.iri, item, True, "A. Griffier", "2026-11-25")])
    _, nquads = graph_of(again, load_target())
    assert (unsure.entity.iri, item) in objects(nquads, v.SKOS_exactMatch)
    assert v.BasisCorrected in {o for _, o in objects(nquads, v.basis)}
    assert any("A. Griffier" in words and "2026-11-25" in words for _, words in objects(nquads, v.OA_exact))


def test_the_same_decisions_give_the_same_bytes(asked: Report, graph: tuple[str, bytes]) -> None:
    turned = replace(asked, decisions=tuple(reversed(asked.decisions)))
    assert graph_of(turned, load_target()) == graph
    assert graph_of(asked.decided_again(()), load_target()) == graph


def test_the_stored_query_shows_basis_rule_and_doubt() -> None:
    base = "https://w3id.org/sovgraph/"
    person, paper, graph = f"{base}id/persoon/1", f"{base}id/kst/39500-A", f"{base}graph/reconciled"
    store = memory_store()
    named = (
        f"<{person}> <{v.RDF_type}> <{v.FOAF_Person}> <{paper}> .\n"
        f"<{paper}> <{v.manifestation}> <{paper}/x> <{paper}> .\n"
    )
    store.replace_graph(paper, named.encode(), LedgerEntry(paper, "a.md", "0", "1"))
    made = (
        f"<{person}> <{v.SKOS_exactMatch}> <http://www.wikidata.org/entity/Q1> <{graph}> .\n"
        f"<{base}id/afleiding/1> <{v.RDF_subject}> <{person}> <{graph}> .\n"
        f"<{base}id/afleiding/1> <{v.RDF_predicate}> <{v.SKOS_exactMatch}> <{graph}> .\n"
        f"<{base}id/afleiding/1> <{v.RDF_object}> <http://www.wikidata.org/entity/Q1> <{graph}> .\n"
        f"<{base}id/afleiding/1> <{v.basis}> <{v.BasisInferred}> <{graph}> .\n"
        f'<{base}id/afleiding/1> <{v.confidence}> "98"^^<{v.XSD_integer}> <{graph}> .\n'
        f"<{base}id/afleiding/1> <{v.rule}> <{base}id/regel/reconcile.score-1> <{graph}> .\n"
        f'<{base}id/regel/reconcile.score-1> <{v.RDFS_label}> "reconcile.score" <{graph}> .\n'
        f"<{graph}/probleem/1> <{v.RDF_type}> <{v.Issue}> <{graph}> .\n"
        f"<{graph}/probleem/1> <{v.about}> <{person}> <{graph}> .\n"
        f"<{graph}/probleem/1> <{v.candidate}> <http://www.wikidata.org/entity/Q2> <{graph}> .\n"
    )
    store.replace_graph(graph, made.encode(), LedgerEntry(graph, INFERENCE, "0", "1"))
    rows = [(r["identity"], r["basis"], r["rule"], r["confidence"]) for r in run(store, "identities").values()]
    assert rows == [
        ("http://www.wikidata.org/entity/Q1", "inferred", "reconcile.score", "98"),
        ("http://www.wikidata.org/entity/Q2", "unsure", None, None),
    ]
