"""The assertions behind premises, with their words and how sure they are."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sovgraph.infer.asking import asked, batches
from sovgraph.infer.base import Fact, Quad, Term
from sovgraph.store import QuadStore


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
    properties = sorted({quad[1] for quad in wanted})
    for things in batches({quad[0] for quad in wanted}):
        rows = asked(store, "infer-proofs", subject=things, property=properties)
        for subject, predicate, value, graph, assertion, quote, sure in rows:
            quad = (subject, predicate, value, graph)
            if quad in wanted:
                proof = found.setdefault(quad, {}).setdefault(assertion, Proof(assertion))
                proof.quotes.add(quote)
                proof.confidence = int(sure.split('"')[1])
    return {quad: [by[name] for name in sorted(by)] for quad, by in found.items()}
