"""The rows of the registers in ontology/authority/, one frozen type per file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: str
    family_name: str
    particle: str
    initials: str
    given: str
    full_name: str
    wikidata: str
    tk_person_id: str
    source: str
    retrieved: date | None

    @property
    def surname(self) -> str:
        """Family name with its particle: "van Hattem"."""
        return f"{self.particle} {self.family_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    person: str
    variant: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A seat or post held from `since` through `until` (last day; None: still held)."""

    person: str
    body: str
    party: str
    post: str
    since: date | None
    until: date | None
    source: str
    retrieved: date | None

    def covers(self, day: date | None) -> bool:
        """Whether the mandate is held on `day`; an unknown day is covered by every mandate."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def overlaps(self, first: date, last: date) -> bool:
        """Whether the mandate is held on some day of a period."""
        return (self.since is None or self.since <= last) and (self.until is None or first <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    key: str
    name: str
    full_name: str
    variants: tuple[str, ...]
    since: date | None
    until: date | None
    split_from: str
    alliance_of: tuple[str, ...]
    wikidata: str
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChange:
    """A split, rename, merger or alliance of parties. Rows with one key are one change as several sources date it;
    without a day the change is known, its day isn't."""

    key: str
    kind: str
    original: tuple[str, ...]
    resulting: tuple[str, ...]
    day: date | None
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet:
    key: str
    name: str
    since: date | None
    until: date | None
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostMinistry:
    """At which ministry a post was, from when until when, as one source says; sources may differ."""

    post: str
    organisation: str
    since: date | None
    until: date | None
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDate:
    """A first or last day (`property`: from, until) that another source gives for a row of `register`."""

    register: str
    key: str
    part: str
    property: str
    day: date | None
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    key: str
    label: str
    variants: tuple[str, ...]
    organisation: str
    since: date | None
    until: date | None
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    key: str
    name: str
    abbreviation: str
    variants: tuple[str, ...]
    kind: str
    iri: str
    wikidata: str
    since: date | None
    until: date | None
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    key: str
    chamber: str
    name: str
    variants: tuple[str, ...]
    since: date | None
    until: date | None
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    alpha3: str
    alpha2: str
    name: str
    variants: tuple[str, ...]
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    guarded: tuple[str, ...]
    iri: str
    wikidata: str
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    key: str
    m49: str
    name: str
    variants: tuple[str, ...]
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """`since`: the day from which its abbreviations and variants no longer mean the act that had them before."""

    bwb: str
    name: str
    abbreviations: tuple[str, ...]
    variants: tuple[str, ...]
    since: date | None
    source: str
    retrieved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EuAct:
    celex: str
    eli: str
    kind: str
    label: str
    variants: tuple[str, ...]
    repeals: tuple[str, ...]
    decided_by: str
    decided_on: date | None
    target_country: str
    legal_basis: str
    articles: tuple[str, ...]
    source: str
    retrieved: date | None
