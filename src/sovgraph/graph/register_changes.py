"""What changes in time: parties that split or take another name, posts that move, cabinets, and days on which sources
differ.

A day that only another source gives isn't asserted: it is an rdf:Statement about the thing, with its source.
"""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.authority import Authority
from sovgraph.authority.rows import Mandate, OtherDate, PartyChange
from sovgraph.graph.register_facts import Triples, common, day, period
from sovgraph.ids import Ids, short_hash
from sovgraph.model import Iri, Literal

_PROPERTY = {"from": v.validFrom, "until": v.validUntil}


def mandate_iri(row: Mandate, ids: Ids) -> str:
    """A seat or post of a person from a day on."""
    since = row.since.isoformat() if row.since else ""
    return ids.membership("register", row.person, row.body, row.party, row.post, since)


def party_changes(names: Authority, ids: Ids) -> Triples:
    told: set[str] = set()
    for row in names.party_changes:
        iri = ids.register_thing("wijziging", row.key)
        if row.key in told:
            if row.day:
                yield from _stated(iri, v.validFrom, row)
            continue
        told.add(row.key)
        yield from common(iri, row, v.ORG_ChangeEvent, label=_label(row, names))
        yield iri, v.kind, Literal(row.kind)
        if row.day:
            yield iri, v.validFrom, day(row.day)
        for way, keys in ((v.ORG_originalOrganization, row.original), (v.ORG_resultingOrganization, row.resulting)):
            for key in keys:
                yield iri, way, Iri(ids.party(key))


def _label(row: PartyChange, names: Authority) -> str:
    def named(keys: tuple[str, ...]) -> str:
        return " en ".join(names.party_by_key[key].name for key in keys)

    return f"{named(row.original)} \u2192 {named(row.resulting)}"


def post_ministries(names: Authority, ids: Ids) -> Triples:
    for row in names.post_ministries:
        ministry = names.organisation_by_key.get(row.organisation)
        post = names.post_by_key.get(row.post)
        if ministry is None or post is None:
            continue
        first, last = (x.isoformat() if x else "" for x in (row.since, row.until))
        iri = ids.register_thing("plaatsing", short_hash("\n".join((row.post, row.organisation, first, last)), 16))
        yield from common(iri, row, v.PostPlacement, label=f"{post.label} bij {ministry.name}")
        yield from period(iri, row)
        yield iri, v.placedPost, Iri(ids.post(row.post))
        yield iri, v.placedAt, Iri(ministry.iri or ids.organisation(ministry.key))


def cabinets(names: Authority, ids: Ids) -> Triples:
    for row in names.cabinets:
        iri = ids.register_thing("kabinet", row.key)
        yield from common(iri, row, v.Cabinet, label=row.name)
        yield from period(iri, row)


def other_dates(names: Authority, ids: Ids) -> Triples:
    for row in names.other_dates:
        for thing in _things(names, ids, row):
            yield from _stated(thing, _PROPERTY[row.property], row)


def _things(names: Authority, ids: Ids, row: OtherDate) -> Iterator[str]:
    """The one seat of a person in a party, or the organisation, whose day another source gives."""
    if row.register == "mandates":
        seats = [m for m in names.mandates_by_person.get(row.key, ()) if m.party == row.part]
        yield from (mandate_iri(seat, ids) for seat in seats if len(seats) == 1)
    elif (body := names.organisation_by_key.get(row.key)) is not None:
        yield body.iri or ids.organisation(body.key)


def _stated(thing: str, way: str, row: OtherDate | PartyChange) -> Triples:
    if row.day is None:
        return
    iri = Ids.below(thing, "opgave", short_hash("\n".join((thing, way, row.day.isoformat(), row.source)), 16))
    yield from common(iri, row, v.RDF_Statement)
    yield iri, v.RDF_subject, Iri(thing)
    yield iri, v.RDF_predicate, Iri(way)
    yield iri, v.RDF_object, day(row.day)
