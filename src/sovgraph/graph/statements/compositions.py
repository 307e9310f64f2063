"""Who sat on which committee, for which party, in which role, on the day that the lists hold for."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.registers import CHAMBER
from sovgraph.model import Composition, CompositionRow, Literal, Mention, MentionType, Span, Statement

_RULE = "composition.row/1"
_ROLES = {
    "voorzitter": v.role_voorzitter,
    "ondervoorzitter": v.role_ondervoorzitter,
    "vicevoorzitter": v.role_ondervoorzitter,
    "plaatsvervangend voorzitter": v.role_ondervoorzitter,
    "griffier": v.role_griffier,
}


@statements("compositions")
def compositions(ctx: GraphContext) -> Iterator[Statement]:
    for number, composition in enumerate(ctx.document.compositions, start=1):
        committee = _committee(ctx, composition)
        if committee is None or committee.iri is None:
            continue
        iri = ctx.ids.below(ctx.paper_iri, "samenstelling", number)
        where = ctx.evidence(composition.span, "composition/1")
        yield fact(iri, v.RDF_type, v.DOCO_List, where)
        yield fact(
            iri,
            v.RDFS_label,
            Literal(f"samenstelling van {ctx.words(Span(committee.start, committee.end))}", lang="nl"),
            where,
        )
        yield fact(iri, v.about, committee.iri, ctx.evidence(committee, "composition/1"))
        yield fact(iri, v.documentedIn, ctx.paper_iri, where)
        for row in composition.rows:
            yield from _row(ctx, iri, committee, row)
    yield from _committees(ctx)
    yield from _clerk(ctx)


def _committee(ctx: GraphContext, composition: Composition) -> Mention | None:
    if composition.committee is None:
        return None
    found = ctx.mentions_in(composition.committee, MentionType.COMMITTEE)
    if found:
        return found[0]
    span = composition.committee
    near = [m for m in ctx.mentions if m.type is MentionType.COMMITTEE and m.start < span.end and span.start < m.end]
    return near[0] if near else None


def _row(ctx: GraphContext, listed: str, committee: Mention, row: CompositionRow) -> Iterator[Statement]:
    person = next((m for m in ctx.mentions_in(row.name, MentionType.PERSON) if m.iri), None)
    adopted = ctx.adopted()
    if person is None or person.iri is None or committee.iri is None or adopted is None:
        return
    role = _ROLES.get(ctx.words(row.role).strip("() ").lower(), v.role_lid) if row.role else v.role_lid
    iri = ctx.ids.membership(person.iri, committee.iri, role, adopted[0].isoformat())
    last = row.role or row.party or row.name
    where = ctx.evidence(Span(row.name.start, max(last.end, row.name.end)), _RULE)
    yield fact(iri, v.RDF_type, v.ORG_Membership, where)
    yield fact(iri, v.ORG_member, person.iri, ctx.evidence(row.name, _RULE))
    yield fact(iri, v.ORG_organization, committee.iri, where, ctx.evidence(committee, "composition/1"))
    yield fact(iri, v.ORG_role, role, ctx.evidence(row.role, _RULE) if row.role else where)
    yield fact(iri, v.observedOn, adopted[0], ctx.evidence(adopted[1], _RULE))
    yield fact(iri, v.listedIn, listed, where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    if row.party is not None:
        party = next((m for m in ctx.mentions_in(row.party, MentionType.PARTY) if m.iri), None)
        if party is not None and party.iri:
            yield fact(iri, v.OPENGOV_onBehalfOf, party.iri, ctx.evidence(row.party, _RULE))
            yield fact(party.iri, v.RDF_type, v.Fractie, ctx.evidence(row.party, _RULE))
            yield fact(party.iri, v.RDFS_label, Literal(party.id or party.text), ctx.evidence(row.party, _RULE))


def _committees(ctx: GraphContext) -> Iterator[Statement]:
    """Every committee that the paper names, with its spellings."""
    house = ctx.document.meta.chamber
    for mention in ctx.mentions:
        if mention.type is not MentionType.COMMITTEE or mention.iri is None:
            continue
        where = ctx.evidence(mention, "committee/1")
        yield fact(mention.iri, v.RDF_type, v.Committee, where)
        spelling = ctx.words(Span(mention.start, mention.end))
        yield fact(mention.iri, v.SKOS_altLabel, Literal(spelling, lang="nl"), where)
        if house is not None:
            yield fact(mention.iri, v.ORG_unitOf, CHAMBER[house.value], where)


def _clerk(ctx: GraphContext) -> Iterator[Statement]:
    """The clerk who signs the report, of the committee that the signature names."""
    clerk, adopted = ctx.document.clerk, ctx.adopted()
    if clerk is None or adopted is None:
        return
    person = next((m for m in ctx.mentions_in(clerk.name, MentionType.PERSON) if m.iri), None)
    if person is None or person.iri is None:
        return
    before = Span(max(0, clerk.name.start - 200), clerk.name.start)
    committees = [m for m in ctx.mentions_in(before, MentionType.COMMITTEE) if m.iri]
    where = ctx.evidence(clerk.name, "clerk/1")
    for committee in committees[-1:]:
        iri = ctx.ids.membership(person.iri, committee.iri or "", v.role_griffier, adopted[0].isoformat())
        yield fact(iri, v.RDF_type, v.ORG_Membership, where)
        yield fact(iri, v.ORG_member, person.iri, where)
        yield fact(iri, v.ORG_organization, committee.iri or "", ctx.evidence(committee, "clerk/1"))
        yield fact(iri, v.ORG_role, v.role_griffier, where)
        yield fact(iri, v.observedOn, adopted[0], ctx.evidence(adopted[1], "clerk/1"))
        yield fact(iri, v.documentedIn, ctx.paper_iri, where)
