"""Records about a paper: of a publication (metadata, search service) and of a document (OData)."""

from datetime import date

from sovgraph import vocab as v
from sovgraph.graph.records.base import RecordContext, common, genre_of_word, records
from sovgraph.graph.records.joins import annex_of, dossier_key, dossier_of, iso_day, paper_of
from sovgraph.graph.registers import CHAMBER
from sovgraph.identifiers import normalise_id, parse_id, printed_dossier, session_year
from sovgraph.model import Genre, Literal
from sovgraph.record import PUBLICATION, Field, Record

_HOUSE = {
    "1": "I",
    "2": "II",
    "eerste kamer": "I",
    "tweede kamer": "II",
    "eerste kamer der staten-generaal": "I",
    "tweede kamer der staten-generaal": "II",
}


def chamber_of(text: str) -> str | None:
    """I or II, of a register's word for a Chamber."""
    return _HOUSE.get(" ".join(text.lower().split()))


def document_id(ctx: RecordContext, record: Record) -> tuple[str, Field] | None:
    """The identifier of the paper that a document is, with the field that gives it.

    The publisher's identifier of its version; else dossier and number, if it is in one dossier; else the number of
    the answered question; else the register's own number or key.
    """
    for version in ctx.linked(record, "HuidigeDocumentVersie", "DocumentVersie"):
        for one in (version, *ctx.linked(version, "DocumentPublicatie")):
            field = one.field("official")
            known = normalise_id(field.value) if field else None
            if field is not None and known is not None:
                return known, field
    number = record.field("number")
    keys = {_dossier(one) for one in ctx.linked(record, "Kamerstukdossier")}
    if number is not None and number.value.isdigit() and int(number.value) > 0 and len(keys) == 1 and None not in keys:
        made = paper_of(
            next(iter(keys)) or "", number.value, chamber=chamber_of(record.value("chamber")) or "II", year=None
        )
        if parse_id(made) is not None:
            return made, number
    annex = record.field("annex_number")
    answered = annex_of(annex.value) if annex else None
    if annex is not None and answered is not None:
        return answered, annex
    own = record.field("identifier") or record.field("id")
    return (own.value, own) if own else None


def _dossier(record: Record) -> str | None:
    return dossier_key(record.value("number"), record.value("suffix"))


@records(PUBLICATION)
def publication(ctx: RecordContext, record: Record) -> None:
    field = record.field("identifier")
    if field is not None:
        _paper(ctx, record, record.key, field)


@records("Document")
def document(ctx: RecordContext, record: Record) -> None:
    found = document_id(ctx, record)
    if found is None:
        return
    iri = ctx.ids.paper(found[0])
    common(ctx, record, iri)
    if record.deleted is None:
        _paper(ctx, record, *found)
        for dossier in ctx.linked(record, "Kamerstukdossier"):
            place_in(ctx, dossier, iri, dossier.field("number"), _dossier(dossier))
        for case in ctx.linked(record, "Zaak"):
            if case.deleted is None:
                number = case.field("identifier") or case.field("id")
                ctx.say(case, case_iri(ctx, case), v.ELIDL_involved_work, number, iri)


def case_iri(ctx: RecordContext, record: Record) -> str:
    return ctx.ids.register_thing("zaak", record.value("identifier") or record.key)


def _paper(ctx: RecordContext, record: Record, identifier: str, proof: Field) -> None:
    iri = ctx.ids.paper(identifier)
    is_kst = identifier.startswith("kst-") and dossier_of(identifier) is not None
    ctx.say(record, iri, v.RDF_type, proof, v.Kamerstuk if is_kst else v.Paper)
    ctx.say(record, iri, v.DCTERMS_identifier, proof, Literal(identifier))
    ctx.text(record, iri, v.DCTERMS_title, "title", "nl")
    if not record.field("title"):
        ctx.text(record, iri, v.DCTERMS_title, "full_title", "nl")
    number = record.field("number")
    if number is not None and not number.value.startswith("-"):
        ctx.text(record, iri, v.ELI_number, "number")
    year = record.field("session_year")
    if year is not None:
        ctx.say(record, iri, v.sessionYear, year, _literal(session_year(year.value)))
    house = record.field("chamber")
    chamber = chamber_of(house.value) if house else None
    ctx.say(record, iri, v.chamber, house, CHAMBER[chamber] if chamber else None)
    for role in ("issued", "date"):
        ctx.day(record, iri, v.ELI_date_document, role)
    ctx.day(record, iri, v.submittedOn, "submitted")
    ctx.day(record, iri, v.DCTERMS_available, "available")
    ctx.text(record, iri, v.registerStatus, "status")
    for category in record.all("category"):
        ctx.say(record, iri, v.DCTERMS_subject, category, Literal(category.value, lang="nl"))
    _kind(ctx, record, iri)
    if is_kst:
        place_in(ctx, record, iri, record.field("dossier") or proof, _stated_dossier(record) or dossier_of(identifier))


def _stated_dossier(record: Record) -> str | None:
    return dossier_key(record.value("dossier")) if record.value("dossier") else None


def _literal(text: str | None) -> Literal | None:
    return Literal(text) if text else None


def _kind(ctx: RecordContext, record: Record, iri: str) -> None:
    """The kind in the register's word and as our genre; the movers of a motion."""
    kind = record.field("kind") or record.field("series")
    if kind is None:
        return
    ctx.say(record, iri, v.registerKind, kind, Literal(kind.value))
    genre = genre_of_word(kind.value)
    if genre is None:
        return
    ctx.say(record, iri, v.genre, kind, f"{v.SOV}genre-{genre[0]}")
    if genre[0] != Genre.MOTION.value:
        return
    if "/id/kst/" in iri:
        ctx.say(record, iri, v.RDF_type, kind, v.Motion)
    for mover in record.all("mover"):
        found = ctx.joins.person_by_name(mover.value, _day(record))
        ctx.say(record, iri, v.proposer, mover, ctx.person(record, found, mover))
    actors(ctx, record, iri, "DocumentActor")


def _day(record: Record) -> date | None:
    return next((day for role in ("issued", "date", "submitted") if (day := iso_day(record.value(role)))), None)


def actors(ctx: RecordContext, record: Record, iri: str, relation: str) -> None:
    """Who moved a motion: the actors whom the register calls movers. Others (signatures, committees) are left out."""
    for actor in ctx.linked(record, relation):
        said, name = actor.value("relation").lower(), actor.field("name")
        if name is None or not (said.startswith("mede") or "indiener" in said or said == "eerste ondertekenaar"):
            continue
        guid = next(
            (f for f in (actor.field("person"), *(p.field("id") for p in ctx.linked(actor, "Persoon"))) if f), None
        )
        found = ctx.joins.person_by_guid(guid.value) if guid else ctx.joins.person_by_name(name.value, _day(record))
        person = ctx.person(actor, found, name, guid)
        ctx.say(actor, iri, v.proposer, name, person)
        if not said.startswith("mede"):
            ctx.say(actor, iri, v.firstProposer, name, person)


def place_in(ctx: RecordContext, record: Record, iri: str, field: Field | None, key: str | None) -> None:
    """The dossier that a paper or case is in."""
    if field is None or key is None:
        return
    dossier = ctx.ids.dossier(key)
    number, _, suffix = key.partition("-")
    ctx.say(record, iri, v.DCTERMS_isPartOf, field, dossier)
    ctx.say(record, dossier, v.RDF_type, field, v.Dossier)
    ctx.say(record, dossier, v.dossierNumber, field, Literal(key))
    ctx.say(record, dossier, v.RDFS_label, field, Literal(printed_dossier(number, suffix or None)))
    title = record.field("title" if record.kind == "Kamerstukdossier" else "dossier_title")
    ctx.say(
        record, dossier, v.DCTERMS_title, title, Literal(" ".join(title.value.split()), lang="nl") if title else None
    )


@records("Kamerstukdossier")
def dossier(ctx: RecordContext, record: Record) -> None:
    key, field = _dossier(record), record.field("number")
    if key is None or field is None:
        return
    iri = ctx.ids.dossier(key)
    common(ctx, record, iri)
    if record.deleted is None:
        number, _, suffix = key.partition("-")
        ctx.say(record, iri, v.RDF_type, field, v.Dossier)
        ctx.say(record, iri, v.dossierNumber, field, Literal(key))
        ctx.say(record, iri, v.RDFS_label, field, Literal(printed_dossier(number, suffix or None)))
        ctx.text(record, iri, v.DCTERMS_title, "title", "nl")
