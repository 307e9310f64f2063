"""Differences between what a paper says and what a register, or another place of the paper, says. Both are kept."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.model import Basis, Literal, Mention, MentionType, Node, Span, Statement


def discrepancy(
    ctx: GraphContext,
    where: Span | Mention,
    rule: str,
    *,
    kind: str,
    about: str,
    on: str,
    stated: Node,
    resolved: Node,
    nl: str,
    en: str,
    basis: Basis = Basis.REGISTER,
) -> Iterator[Statement]:
    """One difference, at the words that state it; `nl` and `en` say it in a sentence."""
    iri = ctx.ids.below(ctx.paper_iri, "verschil", where.start)
    proof = ctx.evidence(where, rule, 0.96, basis)
    yield fact(iri, v.RDF_type, v.Discrepancy, proof)
    yield fact(iri, v.discrepancyKind, kind, proof)
    yield fact(iri, v.about, about, proof)
    yield fact(iri, v.onProperty, on, proof)
    yield fact(iri, v.stated, stated, proof)
    yield fact(iri, v.resolved, resolved, proof)
    yield fact(iri, v.documentedIn, ctx.paper_iri, proof)
    yield fact(iri, v.RDFS_comment, Literal(nl, lang="nl"), proof)
    yield fact(iri, v.RDFS_comment, Literal(en, lang="en"), proof)


@statements("spellings")
def spellings(ctx: GraphContext) -> Iterator[Statement]:
    """A name that the register spells otherwise: linked, the printed form kept, and said."""
    for mention in ctx.mentions:
        known = mention.part("spelling") if mention.type is MentionType.PERSON else None
        if known is None or mention.iri is None:
            continue
        yield from discrepancy(
            ctx,
            mention,
            "discrepancy.name/1",
            kind=v.discrepancy_naam,
            about=mention.iri,
            on=v.nameAsWritten,
            stated=Literal(mention.text),
            resolved=Literal(known),
            nl=f"gedrukt als '{mention.text}'; het register heeft '{known}'",
            en=f"printed as '{mention.text}'; the register has '{known}'",
        )


@statements("listed-parties")
def listed_parties(ctx: GraphContext) -> Iterator[Statement]:
    """A member whom a list gives another party than the register has on that day."""
    parties = {row.name.start: row.party for listed in ctx.document.compositions for row in listed.rows}
    for mention in ctx.mentions:
        known = mention.part("party_register") if mention.type is MentionType.PERSON else None
        if known is None or mention.iri is None:
            continue
        printed, party = mention.part("party_printed") or "", ctx.names.party_by_key[known]
        yield from discrepancy(
            ctx,
            parties.get(mention.start) or mention,
            "discrepancy.party/1",
            kind=v.discrepancy_partij,
            about=mention.iri,
            on=v.OPENGOV_onBehalfOf,
            stated=Literal(printed),
            resolved=Literal(party.name),
            nl=f"{mention.text} staat bij '{printed}'; het register heeft die dag {party.name}",
            en=f"{mention.text} is listed with '{printed}'; the register has {party.name} that day",
        )
