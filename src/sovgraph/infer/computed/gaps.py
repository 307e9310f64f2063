"""Letters between two known papers of a dossier that belong to no known paper."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sovgraph import vocab as v
from sovgraph.identifiers import letter_number, number_letter
from sovgraph.ids import Ids
from sovgraph.infer.base import Solution, Term
from sovgraph.infer.computed.base import words
from sovgraph.infer.solving import Conclusion, computed

GAP_LIMIT = 60
"""A larger gap between two known numbers says more about the collection than about the dossier."""
PROOFS = 2
"""Papers named as proof of each side of a gap; a much cited one would have hundreds."""

_OF_A_CHAMBER = re.compile(r"[^-]+-[^-]+-([A-Z]{1,2})")


@computed.add("missing-numbers")
def missing_numbers(dossier: Term, solutions: list[Solution], ids: Ids) -> Iterator[Conclusion]:
    """Only in dossiers of which a paper is held."""
    if not any("?file" in solution for solution in solutions):
        return
    known: dict[int, list[int]] = {}
    for place, solution in enumerate(solutions):
        if match := _OF_A_CHAMBER.fullmatch(words(solution["?identifier"])):
            known.setdefault(letter_number(match[1]), []).append(place)
    for low, high in pairwise(sorted(known)):
        if high - low <= GAP_LIMIT:
            proof = (*_first(known[low], solutions), *_first(known[high], solutions))
            for missing in range(low + 1, high):
                yield (dossier, f"<{v.missingNumber}>", f'"{number_letter(missing)}"'), proof


def _first(places: list[int], solutions: list[Solution]) -> list[int]:
    return sorted(places, key=lambda place: sorted(solutions[place].items()))[:PROOFS]
