"""Persons, parties, committees, and what the Tweede Kamer holds: activities with agenda items, and sittings."""

from sovgraph import vocab as v
from sovgraph.graph.records.base import RecordContext, common, records
from sovgraph.graph.registers import CHAMBER
from sovgraph.identifiers import session_year
from sovgraph.model import Literal
from sovgraph.record import Field, Record

_TWEEDE_KAMER = CHAMBER["II"]


@records("Persoon")
def person(ctx: RecordContext, record: Record) -> None:
    guid, family = record.field("id"), record.field("family_name")
    if guid is None:
        return
    found = ctx.joins.person_by_guid(guid.value)
    iri = found.iri or ""
    common(ctx, record, iri)
    if record.deleted is not None or family is None:
        return
    surname = f"{record.value('particle')} {family.value}".strip()
    shown = " ".join(x for x in (record.value("given") or record.value("initials"), surname) if x)
    if found.why:
        ctx.doubt("REGISTER-PERSON-UNLINKED", f"person '{shown}': {found.why}")
    ctx.say(record, iri, v.RDF_type, guid, v.FOAF_Person)
    ctx.say(record, iri, v.RDFS_label, family, Literal(found.known.full_name if found.known else shown))
    ctx.say(record, iri, v.FOAF_familyName, family, Literal(surname))
    ctx.text(record, iri, v.FOAF_givenName, "given")


@records("Fractie")
def party(ctx: RecordContext, record: Record) -> None:
    name = record.field("abbreviation") or record.field("name")
    if name is None:
        guid = record.field("id")
        if guid is not None and record.deleted is not None:
            common(ctx, record, ctx.ids.party(f"tk-{guid.value}"))
        return
    iri, known = ctx.joins.party(name.value, record.value("name"))
    common(ctx, record, iri)
    if record.deleted is not None:
        return
    if not known:
        ctx.doubt("REGISTER-PARTY-UNLINKED", f"party '{name.value}': no party of that name in the register")
    ctx.say(record, iri, v.RDF_type, name, v.Fractie)
    ctx.say(record, iri, v.RDFS_label, name, Literal(name.value))
    if record.value("name") != name.value:
        ctx.text(record, iri, v.SKOS_altLabel, "name", "nl")
    ctx.number(record, iri, v.seats, "seats")
    ctx.day(record, iri, v.validFrom, "since")
    if record.value("until")[:10] >= record.value("since")[:10]:  # an end before the beginning is that of an older term
        ctx.day(record, iri, v.validUntil, "until")


@records("Commissie")
def committee(ctx: RecordContext, record: Record) -> None:
    name = record.field("name")
    if name is None:
        return
    iri, known = ctx.joins.committee(name.value)
    common(ctx, record, iri)
    if record.deleted is not None:
        return
    _committee(ctx, record, iri, name, known=known)
    ctx.text(record, iri, v.SKOS_altLabel, "abbreviation", "nl")
    ctx.text(record, iri, v.registerKind, "kind")


def _committee(ctx: RecordContext, record: Record, iri: str, name: Field, *, known: bool) -> None:
    """What is needed to show a committee; one that the register of committees lacks is said."""
    if not known:
        ctx.doubt("REGISTER-COMMITTEE-UNLINKED", f"committee '{name.value}': no committee of that name in the register")
    label = Literal(" ".join(name.value.split()), lang="nl")
    ctx.say(record, iri, v.RDF_type, name, v.Committee)
    for predicate in (v.RDFS_label, v.SKOS_prefLabel, v.SKOS_altLabel):
        ctx.say(record, iri, predicate, name, label)
    ctx.say(record, iri, v.ORG_unitOf, name, _TWEEDE_KAMER)


def _held(ctx: RecordContext, record: Record, kind: str, fallback: str) -> str | None:
    """What activities, agenda items and sittings share; None for what is deleted."""
    iri, key = ctx.ids.register_thing(kind, record.key), record.field("id")
    common(ctx, record, iri)
    title = record.field("title")
    if record.deleted is not None or key is None:
        return None
    ctx.say(record, iri, v.RDF_type, key, v.ELIDL_Activity)
    shown = " ".join(title.value.split()) if title else fallback
    ctx.say(record, iri, v.RDFS_label, title or key, Literal(shown, lang="nl"))
    ctx.text(record, iri, v.DCTERMS_identifier, "identifier")
    ctx.text(record, iri, v.registerKind, "kind")
    ctx.text(record, iri, v.registerStatus, "status")
    ctx.day(record, iri, v.startDate, "date")
    year = record.field("session_year")
    found = session_year(year.value) if year else None
    ctx.say(record, iri, v.sessionYear, year, Literal(found) if found else None)
    return iri


@records("Activiteit")
def activity(ctx: RecordContext, record: Record) -> None:
    iri = _held(ctx, record, "activiteit", "activiteit")
    lead = record.field("committee")
    if iri is None:
        return
    for item in ctx.linked(record, "Agendapunt"):
        if item.deleted is None:
            place = ctx.ids.register_thing("agendapunt", item.key)
            ctx.say(item, place, v.DCTERMS_isPartOf, item.field("id"), iri)
    if lead is None:
        return
    body, known = ctx.joins.committee(lead.value)
    if not known:
        _committee(ctx, record, body, lead, known=False)
    ctx.say(record, iri, v.ORG_organization, lead, body)


@records("Agendapunt")
def agenda_item(ctx: RecordContext, record: Record) -> None:
    iri = _held(ctx, record, "agendapunt", "agendapunt")
    if iri is None:
        return
    for decided in ctx.linked(record, "Besluit"):
        if decided.deleted is None:
            made = ctx.ids.register_thing("besluit", decided.key)
            ctx.say(decided, made, v.DCTERMS_isPartOf, decided.field("id"), iri)
    where = record.field("activity") or next((a.field("id") for a in ctx.linked(record, "Activiteit")), None)
    ctx.say(
        record, iri, v.DCTERMS_isPartOf, where, ctx.ids.register_thing("activiteit", where.value) if where else None
    )


@records("Vergadering")
def sitting(ctx: RecordContext, record: Record) -> None:
    iri = _held(ctx, record, "vergadering", "vergadering")
    if iri is not None:
        ctx.text(record, iri, v.ELI_number, "number")
