"""Acts, countries, regions and organisations that the paper names."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.model import Basis, Literal, Mention, MentionType, Span, Statement

_REPEALS = re.compile(
    r"(?i)(?:tot\s+intrekking\s+van|houdende\s+intrekking\s+van|tot\s+vervanging\s+van|trekt\s+in)\s+$"
)


@statements("eu-acts")
def eu_acts(ctx: GraphContext) -> Iterator[Statement]:
    previous: Mention | None = None
    for mention in ctx.mentions:
        if mention.type is MentionType.EU_ACT and mention.iri and mention.id:
            where = ctx.evidence(mention, "eu-act/1")
            known = ctx.names.eu_act_by_celex.get(mention.id)
            yield fact(mention.iri, v.RDF_type, v.EuAct, where)
            yield fact(mention.iri, v.celex, Literal(mention.id), where)
            label = known.label if known else " ".join(mention.text.split())
            yield fact(mention.iri, v.RDFS_label, Literal(label, lang="nl"), where)
            if (
                previous is not None
                and previous.iri
                and _REPEALS.search(ctx.text, max(0, mention.start - 40), mention.start)
            ):
                both = ctx.evidence(Span(previous.start, mention.end), "eu-act.repeals/1", 0.95)
                yield fact(previous.iri, v.repeals, mention.iri, both)
            previous = mention
        elif mention.type is MentionType.OJ and mention.id and previous is not None and previous.iri:
            yield from _journal(ctx, mention)


def _journal(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    """An Official Journal reference belongs to the first act of its sentence."""
    sentence = ctx.sentence(mention.start)
    acts = ctx.mentions_in(Span(sentence.start, mention.start), MentionType.EU_ACT)
    if acts and acts[0].iri and mention.id:
        yield fact(acts[0].iri, v.officialJournal, Literal(mention.id), ctx.evidence(mention, "eu-act.journal/1", 0.9))


@statements("dutch-acts")
def dutch_acts(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is MentionType.LAW and mention.iri and mention.id:
            where = ctx.evidence(mention, "dutch-act/1")
            known = ctx.names.act_by_bwb.get(mention.id)
            yield fact(mention.iri, v.RDF_type, v.DutchAct, where)
            yield fact(mention.iri, v.bwb, Literal(mention.id), where)
            yield fact(mention.iri, v.RDFS_label, Literal(known.name if known else mention.text, lang="nl"), where)


@statements("articles")
def articles(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        number, act = mention.part("number"), mention.part("act")
        if mention.type is not MentionType.ARTICLE or not mention.iri or not number or not act:
            continue
        where = ctx.evidence(mention, "article/1", mention.confidence)
        known = ctx.names.eu_act_by_celex.get(act)
        whole = known.eli if known and known.eli else ctx.ids.act(act)
        yield fact(mention.iri, v.RDF_type, v.ELI_LegalResourceSubdivision, where)
        yield fact(mention.iri, v.articleLabel, Literal(number, lang="nl"), where)
        yield fact(mention.iri, v.RDFS_label, Literal(f"artikel {number}", lang="nl"), where)
        yield fact(mention.iri, v.ELI_is_part_of, whole, where)


@statements("countries")
def countries(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is MentionType.COUNTRY and mention.iri and mention.id:
            country = ctx.names.country_by_alpha3.get(mention.id)
            where = ctx.evidence(mention, "country/1", 0.98)
            yield fact(mention.iri, v.RDF_type, v.Country, where)
            yield fact(mention.iri, v.iso3, Literal(mention.id), where)
            if country is not None:
                named = ctx.evidence(mention, "country/1", 0.98, Basis.REGISTER)
                yield fact(mention.iri, v.SKOS_prefLabel, Literal(country.name, lang="nl"), named)


@statements("regions")
def regions(ctx: GraphContext) -> Iterator[Statement]:
    labels = {r.key: r.name for r in ctx.names.regions}
    for mention in ctx.mentions:
        if mention.type is MentionType.REGION and mention.iri and mention.id:
            where = ctx.evidence(mention, "region/1", 0.98)
            yield fact(mention.iri, v.RDF_type, v.Region, where)
            yield fact(mention.iri, v.RDFS_label, Literal(labels.get(mention.id, mention.id), lang="nl"), where)


@statements("organisations")
def organisations(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is MentionType.ORGANISATION and mention.iri:
            body = ctx.names.organisation_by_key.get(mention.part("key") or "")
            where = ctx.evidence(mention, "organisation/1", mention.confidence)
            yield fact(mention.iri, v.RDF_type, v.ORG_Organization, where)
            printed = " ".join(mention.text.split())
            basis = Basis.REGISTER if body else Basis.ASSERTED
            named = ctx.evidence(mention, "organisation/1", mention.confidence, basis)
            yield fact(mention.iri, v.RDFS_label, Literal(body.name if body else printed, lang="nl"), named)
            yield fact(mention.iri, v.SKOS_altLabel, Literal(printed, lang="nl"), where)
