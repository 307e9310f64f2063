"""Scores: how alike an entity and each of its candidates are. What follows from them is decided elsewhere."""

from collections.abc import Iterable

from sovgraph.reconcile import body, person
from sovgraph.reconcile.model import Candidate, Entity, Kind, Scored
from sovgraph.reconcile.target import Target


def score(entity: Entity, candidates: Iterable[Candidate], target: Target) -> tuple[Scored, ...]:
    """Each candidate with its features. Those of another name that nothing else brings near are left out."""
    found = []
    for candidate in candidates:
        features = (
            person.features_of(entity, candidate)
            if entity.kind is Kind.PERSON
            else body.features_of(entity, candidate, target)
        )
        scored = Scored(candidate, features)
        if features[0].excludes and candidate.iri not in entity.known and not any(f.name == "number" for f in features):
            continue
        found.append(scored)
    return tuple(found)
