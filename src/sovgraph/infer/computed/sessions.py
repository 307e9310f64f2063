"""Citations that print another session year than the paper itself bears."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.find.kamerstuk_grammar import YEAR
from sovgraph.identifiers import session_year
from sovgraph.ids import Ids, short_hash
from sovgraph.infer.base import Solution, Term
from sovgraph.infer.computed.base import discrepancy, told, words
from sovgraph.infer.solving import Conclusion, computed
from sovgraph.model import Iri, Literal, Node

_YEAR = re.compile(YEAR)


@computed.add("session-years")
def session_years(citation: Term, solutions: list[Solution], ids: Ids) -> Iterator[Conclusion]:
    for place, solution in enumerate(solutions):
        printed = _YEAR.search(words(solution["?words"]))
        stated, real = session_year(printed[0]) if printed else None, words(solution["?session"])
        if stated is None or stated == real:
            continue
        facts: list[tuple[str, Node]] = [
            (v.discrepancyKind, Iri(v.discrepancy_sessie)),
            (v.about, Iri(words(solution["?cited"]))),
            (v.onProperty, Iri(v.sessionYear)),
            (v.stated, Literal(stated)),
            (v.resolved, Literal(real)),
            (v.documentedIn, Iri(words(solution["?g1"]))),
            *told(
                f"aangehaald met vergaderjaar {stated}; het stuk zelf is van {real}",
                f"cited with session year {stated}; the paper itself bears {real}",
            ),
        ]
        yield from discrepancy(f"{ids.base}id/verschil/{short_hash(words(citation), 16)}", facts, (place,))
