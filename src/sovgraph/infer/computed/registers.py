"""Papers on which a register says otherwise than the paper itself."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.differences import RegisterRow, differences
from sovgraph.graph.writer import term
from sovgraph.ids import Ids, short_hash
from sovgraph.infer.base import Solution, Term
from sovgraph.infer.computed.base import discrepancy, told, words
from sovgraph.infer.solving import Conclusion, computed
from sovgraph.model import Iri


@computed.add("register-differences")
def register_differences(paper: Term, solutions: list[Solution], ids: Ids) -> Iterator[Conclusion]:
    for found in differences(_rows(words(paper), solutions)):
        key = "\n".join((found.paper, found.property, found.graph, term(found.stated), term(found.resolved)))
        facts = [
            (v.discrepancyKind, Iri(found.kind)),
            (v.about, Iri(found.paper)),
            (v.onProperty, Iri(found.property)),
            (v.stated, found.stated),
            (v.resolved, found.resolved),
            (v.documentedIn, Iri(found.graph)),
            *told(
                f"het stuk zegt '{found.said}'; het register zegt '{found.known}'",
                f"the paper says '{found.said}'; the register says '{found.known}'",
            ),
        ]
        yield from discrepancy(f"{ids.base}id/verschil/{short_hash(key, 16)}", facts, found.places)


def _rows(paper: str, solutions: list[Solution]) -> tuple[RegisterRow, ...]:
    """One row a value and graph, whichever of its labels came along."""
    places: dict[tuple[Term, Term, Term, Term], list[int]] = {}
    for place, solution in enumerate(solutions):
        key = (solution["?property"], solution["?value"], solution["?graph"], solution["?register"])
        places.setdefault(key, []).append(place)
    return tuple(
        RegisterRow(
            paper,
            words(name),
            words(value),
            value.startswith("<"),
            min(words(solutions[place].get("?label", value)) for place in where),
            words(graph),
            words(register) == "true",
            tuple(where),
        )
        for (name, value, graph, register), where in sorted(places.items())
    )
