"""Days that papers contradict each other on, and days in an order that can't be."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.ids import Ids, short_hash
from sovgraph.infer.base import Solution, Term
from sovgraph.infer.computed.base import discrepancy, told, words
from sovgraph.infer.solving import Conclusion, computed
from sovgraph.model import Iri, Literal, Node

Key = tuple[str, str, str]
"""Property and the two values."""


@computed.add("two-papers")
def two_papers(thing: Term, solutions: list[Solution], ids: Ids) -> Iterator[Conclusion]:
    """One difference for each pair of values, whichever papers give them."""
    for (name, one, two), places in _grouped(solutions, "?one", "?two").items():
        papers = sorted({words(solutions[place][g]) for place in places for g in ("?g1", "?g2")})
        remark = told(f"het ene stuk zegt {one}, een ander {two}", f"one paper says {one}, another {two}")
        yield from _told(thing, (name, one, two), v.discrepancy_twee_stukken, papers, remark, places, ids)


@computed.add("order-of-days")
def order_of_days(thing: Term, solutions: list[Solution], ids: Ids) -> Iterator[Conclusion]:
    for (name, came, asked), places in _grouped(solutions, "?came", "?asked").items():
        papers = sorted({words(solutions[place]["?g3"]) for place in places})
        remark = told(f"van {came}, maar gevraagd werd op {asked}", f"of {came}, but it was asked on {asked}")
        yield from _told(thing, (name, came, asked), v.discrepancy_volgorde, papers, remark, places, ids)


def _grouped(solutions: list[Solution], first: Term, second: Term) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for place, solution in enumerate(solutions):
        key = (words(solution["?property"]), words(solution[first]), words(solution[second]))
        found.setdefault(key, []).append(place)
    return dict(sorted(found.items()))


def _told(
    thing: Term,
    key: Key,
    kind: str,
    papers: list[str],
    remark: list[tuple[str, Node]],
    places: list[int],
    ids: Ids,
) -> Iterator[Conclusion]:
    name, stated, resolved = key
    facts: list[tuple[str, Node]] = [
        (v.discrepancyKind, Iri(kind)),
        (v.about, Iri(words(thing))),
        (v.onProperty, Iri(name)),
        (v.stated, Literal(stated)),
        (v.resolved, Literal(resolved)),
        *((v.documentedIn, Iri(paper)) for paper in papers),
        *remark,
    ]
    iri = f"{ids.base}id/verschil/{short_hash(chr(10).join((kind, words(thing), *key)), 16)}"
    yield from discrepancy(iri, facts, tuple(places))
