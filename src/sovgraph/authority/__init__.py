"""The registers: who and what papers name, with dates and sources, and the look-ups that linking needs.

Everything here is plain data from ontology/authority/; no RDF is touched.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sovgraph.authority.loading import load_rows
from sovgraph.authority.names import fold
from sovgraph.authority.rows import (
    Act,
    Cabinet,
    Committee,
    Country,
    EuAct,
    Mandate,
    Organisation,
    OtherDate,
    Party,
    PartyChange,
    Person,
    PersonName,
    Post,
    PostMinistry,
    Region,
)
from sovgraph.resources import folder

__all__ = ["Authority", "load_authority"]

FILES: dict[str, type] = {
    "persons": Person,
    "person_names": PersonName,
    "mandates": Mandate,
    "parties": Party,
    "posts": Post,
    "organisations": Organisation,
    "committees": Committee,
    "countries": Country,
    "regions": Region,
    "acts": Act,
    "eu_acts": EuAct,
    "party_changes": PartyChange,
    "post_ministries": PostMinistry,
    "cabinets": Cabinet,
    "other_dates": OtherDate,
}


@dataclass(frozen=True, eq=False)
class Authority:
    """All registers. `version` changes whenever a byte of a register file changes.

    Compared by identity, so that an index made from one can be kept for it.
    """

    version: str
    persons: tuple[Person, ...] = ()
    person_names: tuple[PersonName, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    parties: tuple[Party, ...] = ()
    posts: tuple[Post, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    committees: tuple[Committee, ...] = ()
    countries: tuple[Country, ...] = ()
    regions: tuple[Region, ...] = ()
    acts: tuple[Act, ...] = ()
    eu_acts: tuple[EuAct, ...] = ()
    party_changes: tuple[PartyChange, ...] = ()
    post_ministries: tuple[PostMinistry, ...] = ()
    cabinets: tuple[Cabinet, ...] = ()
    other_dates: tuple[OtherDate, ...] = ()

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        return {p.id: p for p in self.persons}

    @cached_property
    def person_by_tk_id(self) -> dict[str, Person]:
        """By the key that the Tweede Kamer gives its members and ministers."""
        return {p.tk_person_id: p for p in self.persons if p.tk_person_id}

    @cached_property
    def party_by_key(self) -> dict[str, Party]:
        return {p.key: p for p in self.parties}

    @cached_property
    def party_by_name(self) -> dict[str, Party]:
        """Parties by every folded name; a name that two parties bear belongs to the later one in the file."""
        named = [(n, p) for p in self.parties for n in (*p.variants, p.full_name, p.name) if n]
        return {fold(n): p for n, p in named}

    @cached_property
    def persons_by_surname(self) -> dict[str, tuple[tuple[Person, bool], ...]]:
        """Folded surname ("vanhattem") to persons; the flag says that it is a recorded other spelling."""
        index: dict[str, list[tuple[Person, bool]]] = {}
        for person in self.persons:
            index.setdefault(fold(person.surname), []).append((person, False))
        for other in self.person_names:
            owner = self.person_by_id.get(other.person)
            if owner is not None:
                index.setdefault(fold(other.variant), []).append((owner, other.kind == "hidden"))
        return {name: tuple(found) for name, found in index.items()}

    @cached_property
    def mandates_by_person(self) -> dict[str, tuple[Mandate, ...]]:
        index: dict[str, list[Mandate]] = {}
        for mandate in self.mandates:
            index.setdefault(mandate.person, []).append(mandate)
        return {person: tuple(found) for person, found in index.items()}

    @cached_property
    def post_by_key(self) -> dict[str, Post]:
        return {p.key: p for p in self.posts}

    @cached_property
    def posts_by_name(self) -> dict[str, Post]:
        """Posts by every folded label; the row that comes first in the file wins."""
        index: dict[str, Post] = {}
        for post in self.posts:
            for name in (post.label, *post.variants):
                index.setdefault(fold(name), post)
        return index

    @cached_property
    def organisation_by_key(self) -> dict[str, Organisation]:
        return {o.key: o for o in self.organisations}

    @cached_property
    def country_by_alpha3(self) -> dict[str, Country]:
        return {c.alpha3: c for c in self.countries}

    @cached_property
    def eu_act_by_celex(self) -> dict[str, EuAct]:
        return {a.celex: a for a in self.eu_acts if a.celex}

    @cached_property
    def act_by_bwb(self) -> dict[str, Act]:
        return {a.bwb: a for a in self.acts}


def load_authority(path: Path | None = None) -> Authority:
    """The registers in `path` (default: the ones that the package ships)."""
    base = path or folder("ontology") / "authority"
    digest = hashlib.sha256()
    tables: dict[str, Any] = {}
    for name, kind in FILES.items():
        file = base / f"{name}.tsv"
        tables[name] = load_rows(file, kind)
        digest.update(file.read_bytes())
    return Authority(version=digest.hexdigest()[:16], **tables)
