"""Cases of the Tweede Kamer, the decisions on them, how parties and members voted, and commitments."""

import re

from sovgraph import vocab as v
from sovgraph.authority.names import fold
from sovgraph.graph.records.base import RecordContext, common, records
from sovgraph.graph.records.joins import dossier_key
from sovgraph.graph.records.papers import actors, case_iri, document_id, place_in
from sovgraph.model import Literal
from sovgraph.record import Field, Record

_RESULT = re.compile(r"(?i)\b(aangenomen|verworpen|aangehouden|ingetrokken|overgenomen|vervallen)\b")
_PROMISE = v.strength_explicit


def decision_iri(ctx: RecordContext, key: str) -> str:
    return ctx.ids.register_thing("besluit", key)


def vote_iri(ctx: RecordContext, record: Record) -> str:
    return ctx.ids.register_thing("stem", record.key)


@records("Zaak")
def case(ctx: RecordContext, record: Record) -> None:
    iri = case_iri(ctx, record)
    common(ctx, record, iri)
    number = record.field("identifier")
    if record.deleted is not None or number is None:
        return
    ctx.say(record, iri, v.RDF_type, number, v.Case)
    ctx.text(record, iri, v.DCTERMS_identifier, "identifier")
    ctx.say(record, iri, v.RDFS_label, number, Literal(f"zaak {number.value}", lang="nl"))
    ctx.text(record, iri, v.DCTERMS_title, "title", "nl")
    ctx.text(record, iri, v.registerKind, "kind")
    ctx.text(record, iri, v.registerStatus, "status")
    ctx.text(record, iri, v.cabinetAssessment, "assessment")
    ctx.flag(record, iri, v.finished, "finished")
    ctx.day(record, iri, v.startDate, "submitted")
    ctx.day(record, iri, v.dueBy, "due")
    for document in ctx.linked(record, "Document"):
        found = document_id(ctx, document) if document.deleted is None else None
        if found is not None:
            ctx.say(document, iri, v.ELIDL_involved_work, found[1], ctx.ids.paper(found[0]))
    for dossier in ctx.linked(record, "Kamerstukdossier"):
        key = dossier_key(dossier.value("number"), dossier.value("suffix"))
        place_in(ctx, dossier, iri, dossier.field("number"), key)
    actors(ctx, record, iri, "ZaakActor")
    for decision in ctx.linked(record, "Besluit"):
        if decision.deleted is None:
            ctx.say(decision, decision_iri(ctx, decision.key), v.decisionOn, decision.field("id"), iri)


@records("Besluit")
def decision(ctx: RecordContext, record: Record) -> None:
    iri, key = decision_iri(ctx, record.key), record.field("id")
    common(ctx, record, iri)
    if record.deleted is not None or key is None:
        return
    outcome = record.field("outcome")
    ctx.say(record, iri, v.RDF_type, key, v.ELIDL_Decision)
    label = f"besluit: {outcome.value}" if outcome else "besluit"
    ctx.say(record, iri, v.RDFS_label, outcome or key, Literal(label, lang="nl"))
    ctx.text(record, iri, v.registerKind, "outcome")
    ctx.text(record, iri, v.registerStatus, "status")
    ctx.text(record, iri, v.decisionText, "text")
    ctx.text(record, iri, v.decisionMethod, "method")
    result = _RESULT.search(outcome.value) if outcome and outcome.value.lower().startswith("stemmen") else None
    ctx.say(record, iri, v.statedStatus, outcome, Literal(result[1].lower(), lang="nl") if result else None)
    for case in ctx.linked(record, "Zaak"):
        if case.deleted is None:
            ctx.say(case, iri, v.decisionOn, case.field("identifier"), case_iri(ctx, case))
    for cast in ctx.linked(record, "Stemming"):
        if cast.deleted is None:
            ctx.say(cast, vote_iri(ctx, cast), v.castIn, cast.field("id"), iri)
    item = record.field("agenda_item") or next((i.field("id") for i in ctx.linked(record, "Agendapunt")), None)
    ctx.say(record, iri, v.DCTERMS_isPartOf, item, ctx.ids.register_thing("agendapunt", item.value) if item else None)


@records("Stemming")
def vote(ctx: RecordContext, record: Record) -> None:
    iri, key = vote_iri(ctx, record), record.field("id")
    common(ctx, record, iri)
    choice = record.field("choice")
    if record.deleted is not None or key is None or choice is None:
        return
    ctx.say(record, iri, v.RDF_type, key, v.Vote)
    ctx.text(record, iri, v.voteChoice, "choice")
    ctx.number(record, iri, v.seats, "seats")
    mistake = record.field("mistake")
    if mistake is not None and mistake.value == "true":
        ctx.flag(record, iri, v.castInError, "mistake")
    where = record.field("decision") or next((d.field("id") for d in ctx.linked(record, "Besluit")), None)
    ctx.say(record, iri, v.castIn, where, decision_iri(ctx, where.value) if where else None)
    party, actor = record.field("party"), record.field("name")
    if party is not None:
        more = [n for f in ctx.linked(record, "Fractie") for n in (f.value("abbreviation"), f.value("name"))]
        ctx.say(record, iri, v.castBy, party, ctx.party(record, party, *more))
    _member(ctx, record, iri, party, actor)
    said = f"{actor.value if actor else '?'}: {choice.value.lower()}"
    ctx.say(record, iri, v.RDFS_label, actor or choice, Literal(said, lang="nl"))


def _member(ctx: RecordContext, record: Record, iri: str, party: Field | None, actor: Field | None) -> None:
    """In a roll call a member votes: by key, else by name where it isn't that of the party."""
    guid = next(
        (f for f in (record.field("person"), *(p.field("id") for p in ctx.linked(record, "Persoon"))) if f), None
    )
    if actor is None:
        return
    is_party = party is not None and fold(actor.value) == fold(party.value)
    if guid is not None:
        found = ctx.joins.person_by_guid(guid.value)
    elif not is_party and "," in actor.value:
        found = ctx.joins.person_by_name(actor.value, None, ("tk",))
    else:
        return
    ctx.say(record, iri, v.castBy, actor, ctx.person(record, found, actor, guid))


@records("Toezegging")
def commitment(ctx: RecordContext, record: Record) -> None:
    iri, text = ctx.ids.register_thing("toezegging", record.value("identifier") or record.key), record.field("text")
    common(ctx, record, iri)
    if record.deleted is not None or text is None:
        return
    ctx.say(record, iri, v.RDF_type, text, v.Commitment)
    ctx.text(record, iri, v.DCTERMS_identifier, "identifier")
    ctx.text(record, iri, v.promisedText, "text", "nl")
    ctx.say(record, iri, v.commitmentStrength, text, _PROMISE)
    ctx.text(record, iri, v.registerStatus, "status")
    ctx.day(record, iri, v.dueBy, "due")
    function = record.field("function")
    post = ctx.joins.post(function.value) if function else None
    ctx.say(record, iri, v.promisedBy, function, post)
    if function is not None and post is None:
        ctx.doubt("REGISTER-POST-UNLINKED", f"post '{function.value}': no such post in the register")
    for member in ctx.linked(record, "ToegezegdAanPersoon"):
        guid, name = member.field("id"), member.field("family_name")
        if guid is not None and name is not None:
            iri_of = ctx.person(member, ctx.joins.person_by_guid(guid.value), name, guid)
            ctx.say(member, iri, v.promisedTo, guid, iri_of)
    for party in ctx.linked(record, "ToegezegdAanFractie"):
        name = party.field("abbreviation") or party.field("name")
        if name is not None:
            ctx.say(party, iri, v.promisedTo, name, ctx.party(party, name, party.value("name")))
    for activity in ctx.linked(record, "Activiteit"):
        ctx.say(
            activity, iri, v.DCTERMS_isPartOf, activity.field("id"), ctx.ids.register_thing("activiteit", activity.key)
        )
