"""Our things that are to be found in another register: from a store, by stored queries, or from the registers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sovgraph import vocab as v
from sovgraph.authority import Authority
from sovgraph.graph.registers import CHAMBER
from sovgraph.ids import Ids
from sovgraph.query import run_internal
from sovgraph.reconcile.model import Entity, Kind, Role
from sovgraph.store import QuadStore

CLASSES = {
    Kind.PERSON: v.FOAF_Person,
    Kind.PARTY: v.Fractie,
    Kind.COMMITTEE: v.Committee,
    Kind.MINISTRY: v.ORG_Organization,
    Kind.ORGANISATION: v.ORG_Organization,
}
_NAMES = (v.SKOS_prefLabel, v.FOAF_name, v.RDFS_label, v.SKOS_altLabel)
_WHOLES = {CHAMBER["I"]: "Eerste Kamer", CHAMBER["II"]: "Tweede Kamer"}
_Facts = dict[str, dict[str, list[str]]]


def entities_of_store(
    store: QuadStore, names: Authority, ids: Ids, kinds: Iterable[Kind], prefix: str, *, everything: bool = False
) -> tuple[Entity, ...]:
    """Things that papers name, or all of the registers too. `prefix`: how addresses of the other register begin."""
    wanted = sorted(set(kinds))
    things = {name: _things(store, name) for name in {CLASSES[kind] for kind in wanted}}
    seats = _seats(store) if Kind.PERSON in wanted else {}
    initials = {ids.person(p.id): p.initials for p in names.persons}
    found: list[Entity] = []
    for kind in wanted:
        facts, named = things[CLASSES[kind]]
        for iri in sorted(facts):
            entity = _entity(iri, kind, facts[iri], prefix, seats.get(iri, ()), initials.get(iri, ""))
            if entity is not None and (everything or iri in named):
                found.append(entity)
    return tuple(found)


def _things(store: QuadStore, kind: str) -> tuple[_Facts, set[str]]:
    """Thing → property → values, and the things that papers name."""
    facts: _Facts = {}
    for row in run_internal(store, "reconcile-things", {"class": kind}).values():
        thing, prop, value = row["thing"] or "", row["property"] or "", row["value"] or ""
        facts.setdefault(thing, {}).setdefault(prop, []).append(value)
    return facts, {row["thing"] or "" for row in run_internal(store, "reconcile-named", {"class": kind}).values()}


def _party_names(facts: _Facts) -> dict[str, tuple[str, ...]]:
    """All names of each party, with those of the parties that an alliance consists of."""
    own = {iri: _names(values) for iri, values in facts.items()}
    parts = {iri: facts[iri].get(v.DCTERMS_hasPart, ()) for iri in facts}
    return {iri: tuple(dict.fromkeys((*own[iri], *(n for p in parts[iri] for n in own.get(p, ()))))) for iri in facts}


def _names(values: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for prop in _NAMES for name in values.get(prop, ()) if name.strip()))


def _seats(store: QuadStore) -> dict[str, tuple[Role, ...]]:
    parties = _party_names(_things(store, v.Fractie)[0])
    seats: dict[str, dict[Role, None]] = {}
    for row in run_internal(store, "reconcile-seats").values():
        party = row["party"] or ""
        role = Role(row["body"] or "", parties.get(party, ()), _day(row["from"]), _day(row["until"]))
        seats.setdefault(row["person"] or "", {})[role] = None
    return {person: tuple(roles) for person, roles in seats.items()}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _entity(
    iri: str, kind: Kind, facts: dict[str, list[str]], prefix: str, roles: tuple[Role, ...], initials: str
) -> Entity | None:
    names = _names(facts)
    is_ministry = any(name.casefold().startswith("ministerie") for name in names)
    is_other = CLASSES[kind] == v.ORG_Organization and (kind is Kind.MINISTRY) != is_ministry
    if not names or is_other:
        return None
    first = {prop: values[0] for prop, values in facts.items()}
    return Entity(
        iri=iri,
        kind=kind,
        names=names,
        surname=first.get(v.FOAF_familyName, ""),
        initials=initials,
        roles=roles,
        since=_day(first.get(v.validFrom)),
        until=_day(first.get(v.validUntil)),
        part_of=_WHOLES.get(first.get(v.ORG_unitOf, ""), ""),
        known=tuple(x for x in facts.get(v.SKOS_exactMatch, ()) if x.startswith(prefix)),
    )


def entities_of_registers(names: Authority, ids: Ids, kinds: Iterable[Kind], prefix: str) -> tuple[Entity, ...]:
    """The same from the register files, without a store."""
    makers = {
        Kind.PERSON: _persons,
        Kind.PARTY: _parties,
        Kind.COMMITTEE: _committees,
        Kind.MINISTRY: _ministries,
        Kind.ORGANISATION: _organisations,
    }
    found = [entity for kind in sorted(set(kinds)) for entity in makers[kind](names, ids, prefix)]
    return tuple(sorted(found, key=lambda e: (e.kind, e.iri)))


def _known(row: Any, prefix: str) -> tuple[str, ...]:
    return (prefix + row.wikidata,) if row.wikidata else ()


def _persons(names: Authority, ids: Ids, prefix: str) -> Iterator[Entity]:
    other: dict[str, list[str]] = {}
    for name in names.person_names:
        if name.kind != "hidden":
            other.setdefault(name.person, []).append(name.variant)
    for row in names.persons:
        roles = tuple(
            Role(m.body, party_names(names, m.party), m.since, m.until)
            for m in names.mandates_by_person.get(row.id, ())
        )
        yield Entity(
            iri=ids.person(row.id),
            kind=Kind.PERSON,
            names=tuple(n for n in (row.full_name, *other.get(row.id, ())) if n),
            surname=row.surname,
            initials=row.initials,
            roles=roles,
            known=_known(row, prefix),
        )


def party_names(names: Authority, key: str) -> tuple[str, ...]:
    """All names of a party, with those of the parties that an alliance consists of."""
    party = names.party_by_key.get(key)
    if party is None:
        return ()
    parts = (name for part in party.alliance_of for name in party_names(names, part))
    return tuple(dict.fromkeys(n for n in (party.name, party.full_name, *party.variants, *parts) if n))


def _parties(names: Authority, ids: Ids, prefix: str) -> Iterator[Entity]:
    for row in names.parties:
        told = tuple(dict.fromkeys(n for n in (row.name, row.full_name, *row.variants) if n))
        yield Entity(
            iri=ids.party(row.key),
            kind=Kind.PARTY,
            names=told,
            since=row.since,
            until=row.until,
            known=_known(row, prefix),
        )


def _committees(names: Authority, ids: Ids, prefix: str) -> Iterator[Entity]:
    for row in names.committees:
        yield Entity(
            iri=ids.committee(row.key),
            kind=Kind.COMMITTEE,
            names=(row.name, *row.variants),
            since=row.since,
            until=row.until,
            part_of=_WHOLES[CHAMBER[row.chamber]],
        )


def _ministries(names: Authority, ids: Ids, prefix: str) -> Iterator[Entity]:
    return _bodies(names, ids, prefix, Kind.MINISTRY)


def _organisations(names: Authority, ids: Ids, prefix: str) -> Iterator[Entity]:
    return _bodies(names, ids, prefix, Kind.ORGANISATION)


def _bodies(names: Authority, ids: Ids, prefix: str, kind: Kind) -> Iterator[Entity]:
    for row in names.organisations:
        if (row.kind == "ministerie") == (kind is Kind.MINISTRY):
            told = tuple(dict.fromkeys(n for n in (row.name, row.abbreviation, *row.variants) if n))
            yield Entity(
                iri=row.iri or ids.organisation(row.key),
                kind=kind,
                names=told,
                since=row.since,
                until=row.until,
                known=_known(row, prefix),
            )
