"""The assertions behind premises, with their words and how sure they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sovgraph.infer.base import Fact, Quad, Term
from sovgraph.query.binding import fill
from sovgraph.query.catalog import catalog
from sovgraph.store import Cell, QuadStore, Solutions

_BATCH = 300


@dataclass(slots=True)
class Proof:
    """An assertion, the IRIs of its quotes, and its certainty in percent."""

    assertion: Term
    quotes: set[Term] = field(default_factory=set)
    confidence: int = 100


def proofs_of(store: QuadStore, facts: Iterable[Fact]) -> dict[Quad, list[Proof]]:
    """Who says each premise, and where. A quad that no assertion is about (its graph says it whole) isn't there."""
    wanted = {quad for fact in facts for quad in fact.premises if quad[0].startswith("<")}
    found: dict[Quad, dict[Term, Proof]] = {}
    properties = [_iri(name) for name in sorted({quad[1] for quad in wanted})]
    subjects = sorted({quad[0] for quad in wanted})
    for start in range(0, len(subjects), _BATCH):
        things = [_iri(name) for name in subjects[start : start + _BATCH]]
        for quad, assertion, quote, confidence in _rows(store, things, properties):
            if quad in wanted:
                proof = found.setdefault(quad, {}).setdefault(assertion, Proof(assertion))
                proof.quotes.add(quote)
                proof.confidence = confidence
    return {quad: [by[name] for name in sorted(by)] for quad, by in found.items()}


def _rows(store: QuadStore, things: list[Cell], properties: list[Cell]) -> Iterator[tuple[Quad, Term, Term, int]]:
    query = catalog().get_internal("infer-proofs")
    answer = store.query(fill(query, {"subject": things, "property": properties}), union=False)
    assert isinstance(answer, Solutions)
    for row in answer:
        subject, predicate, value, graph, assertion, quote, confidence = (c.ntriples if c else "" for c in row)
        yield (subject, predicate, value, graph), assertion, quote, int(confidence.split('"')[1])


def _iri(term: Term) -> Cell:
    return Cell("iri", term[1:-1])
