"""What reconciliation passes from step to step: entity → candidates → features → decision."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    PERSON = "person"
    PARTY = "party"
    COMMITTEE = "committee"
    MINISTRY = "ministry"
    ORGANISATION = "organisation"


class Verdict(StrEnum):
    MATCH = "match"
    NO_MATCH = "no_match"
    UNSURE = "unsure"


class Basis(StrEnum):
    """On whose word a match rests: a register's identifier, the features, or a person's decision."""

    REGISTER = "register"
    INFERRED = "inferred"
    DECIDED = "corrected"


@dataclass(frozen=True, slots=True)
class Role:
    """A seat or post. `body` is "tk", "ek", "kabinet" or empty; `parties` are all known names of the party."""

    body: str = ""
    parties: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing of ours. `names` begins with the one to show; `surname` has its particle, as registers print it.

    `known` are IRIs that a register already gives for it in the target register.
    """

    iri: str
    kind: Kind
    names: tuple[str, ...]
    surname: str = ""
    initials: str = ""
    born: int | None = None
    roles: tuple[Role, ...] = ()
    since: date | None = None
    until: date | None = None
    part_of: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A thing of the other register. `types` and `part_of` are names, as the endpoint gives them; `identifiers` its
    numbers in third registers, by scheme."""

    iri: str
    names: tuple[str, ...]
    born: int | None = None
    died: int | None = None
    roles: tuple[Role, ...] = ()
    parties: tuple[Role, ...] = ()
    since: date | None = None
    until: date | None = None
    types: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """One comparison. `said` tells what was compared with what; `excludes` rules the candidate out whatever the
    points; `supports` counts as evidence beside the name."""

    name: str
    points: int
    said: str
    excludes: bool = False
    supports: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    candidate: Candidate
    features: tuple[Feature, ...]

    @property
    def score(self) -> int:
        return sum(feature.points for feature in self.features)

    @property
    def excluded(self) -> bool:
        return any(feature.excludes for feature in self.features)

    @property
    def supported(self) -> bool:
        """Whether something beside the name speaks for it: a name alone is never a match."""
        return any(feature.supports for feature in self.features)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about an entity, with all candidates that were weighed, the best first."""

    entity: Entity
    verdict: Verdict
    basis: Basis
    rule: str
    target: str = ""
    reasons: tuple[str, ...] = ()
    weighed: tuple[Scored, ...] = ()
    refused: tuple[str, ...] = ()
    by: str = ""
    on: str = ""

    @property
    def chosen(self) -> Scored | None:
        return next((s for s in self.weighed if s.candidate.iri == self.target), None)
