"""What the computed rules share."""

import json
from collections.abc import Iterable, Iterator

from sovgraph import vocab as v
from sovgraph.graph.writer import term
from sovgraph.infer.base import Term
from sovgraph.infer.solving import Conclusion
from sovgraph.model import Iri, Literal, Node


def words(value: Term) -> str:
    """The text of a literal, the address of an IRI."""
    if value.startswith("<"):
        return value[1:-1]
    text, _, _ = value.rpartition('"')
    return str(json.loads(text + '"'))


def discrepancy(iri: str, facts: Iterable[tuple[str, Node]], places: tuple[int, ...]) -> Iterator[Conclusion]:
    """A difference between two values, as a thing of its own."""
    for predicate, value in ((v.RDF_type, Iri(v.Discrepancy)), *facts):
        yield (f"<{iri}>", f"<{predicate}>", term(value)), places


def told(nl: str, en: str) -> list[tuple[str, Node]]:
    """A remark in both languages."""
    return [(v.RDFS_comment, Literal(nl, lang="nl")), (v.RDFS_comment, Literal(en, lang="en"))]
