"""The heaviest set of claims of questions to places, with both in rising order; some of either stay free."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Claim:
    weight: float
    question: int
    place: int
    before: "_Claim | None"


def heaviest(options: Sequence[Sequence[tuple[int, float]]]) -> dict[int, int]:
    """Question → place, of the places and weights that each question may take."""
    front: list[_Claim] = []
    for question, places in enumerate(options):
        claims = []
        for place, weight in places:
            at = bisect_left(front, place, key=lambda claim: claim.place)
            before = front[at - 1] if at else None
            claims.append(_Claim(weight + (before.weight if before else 0.0), question, place, before))
        for new in claims:
            _add(front, new)
    chosen: dict[int, int] = {}
    claim: _Claim | None = front[-1] if front else None
    while claim is not None:
        chosen[claim.question] = claim.place
        claim = claim.before
    return chosen


def _add(front: list[_Claim], claim: _Claim) -> None:
    """Keeps the front rising in place and weight."""
    at = bisect_left(front, claim.place, key=lambda other: other.place)
    if at and front[at - 1].weight >= claim.weight:
        return
    if at < len(front) and front[at].place == claim.place and front[at].weight >= claim.weight:
        return
    end = at
    while end < len(front) and front[end].weight <= claim.weight:
        end += 1
    front[at:end] = [claim]
