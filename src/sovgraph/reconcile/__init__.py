"""Links our persons, parties, committees and bodies to another register.

    entities → candidates → features, score → decision → graph
    (store)    (endpoint)   (names, seats …)  (+ a person's)

Scoring knows nothing of deciding. A decision of a person wins over a register's word, and that over the score.
"""

from collections.abc import Iterable

from sovgraph.reconcile.answers import Answers
from sovgraph.reconcile.candidates import Watched, find_candidates
from sovgraph.reconcile.deciding import decide, one_to_one
from sovgraph.reconcile.decisions import Ruling, read_rulings
from sovgraph.reconcile.endpoint import Endpoint, EndpointError
from sovgraph.reconcile.entities import entities_of_registers, entities_of_store
from sovgraph.reconcile.model import Basis, Candidate, Decision, Entity, Feature, Kind, Role, Scored, Verdict
from sovgraph.reconcile.report import Report, read_report, write_report
from sovgraph.reconcile.scoring import score
from sovgraph.reconcile.target import Target, load_target

__all__ = [
    "Answers",
    "Basis",
    "Candidate",
    "Decision",
    "Endpoint",
    "EndpointError",
    "Entity",
    "Feature",
    "Kind",
    "Report",
    "Role",
    "Ruling",
    "Scored",
    "Target",
    "Verdict",
    "decide",
    "entities_of_registers",
    "entities_of_store",
    "find_candidates",
    "load_target",
    "one_to_one",
    "read_report",
    "read_rulings",
    "reconcile",
    "score",
    "write_report",
]


def reconcile(
    entities: Iterable[Entity],
    endpoint: Endpoint,
    target: Target,
    rulings: Iterable[Ruling] = (),
    watched: Watched = iter,
) -> Report:
    """A decision about each entity, in the order given. What the endpoint doesn't answer leaves entities unsure."""
    ours, given = tuple(entities), tuple(rulings)
    found = find_candidates(ours, endpoint, target, watched)
    made = [decide(e, score(e, found.candidates[e.iri], target), given, asked=e.iri not in found.unsure) for e in ours]
    return Report(
        target=target.name,
        endpoint=endpoint.settings.sparql_url,
        base=endpoint.settings.base,
        decisions=one_to_one(made),
        failed=tuple(found.failed),
        unsure=tuple(sorted(found.unsure)),
    )
