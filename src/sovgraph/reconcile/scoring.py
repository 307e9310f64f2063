"""Scores: how alike an entity and each of its candidates are. What follows from them is decided elsewhere."""

from collections.abc import Iterable

from sovgraph.reconcile import body, person
from sovgraph.reconcile.model import Candidate, Entity, Kind, Scored
from sovgraph.reconcile.target import Target


def score(entity: Entity, candidates: Iterable[Candidate], target: Target) -> tuple[Scored, ...]:
    """Each candidate with its features. Those of another name are left out, unless a register gives them."""
    found = []
    for candidate in candidates:
        features = (
            person.features_of(entity, candidate)
            if entity.kind is Kind.PERSON
            else body.features_of(entity, candidate, target)
        )
        if not features[0].excludes or candidate.iri in entity.known:
            found.append(Scored(candidate, features))
    return tuple(found)
