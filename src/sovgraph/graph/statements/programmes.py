"""Programmes: with whom, where, from when until when, who pays."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Literal, Mention, MentionType, Span, Statement

_UNTIL = re.compile(r"loopt\s+(?:tot|tot\s+en\s+met)\s+(?:(?:begin|medio|eind)\s+)?(?P<end>20\d\d)")
_FROM_TO = re.compile(
    r"(?:van|tussen)\s+(?:(?:begin|medio|eind)\s+)?(?P<start>20\d\d)\s+(?:tot|tot\s+en\s+met|en)\s+(?:(?:begin|medio|eind)\s+)?(?P<end>20\d\d)"
)
_PARTNERS = re.compile(r"\s+(?:tussen|met|van)\s+")
_PAYS = re.compile(
    r"(?i)\b(?:Nederland\s+(?:droeg|draagt|financiert|financierde|steunt)|door\s+Nederland\s+gefinancierd)"
)
_MADE_IN = re.compile(r"(?<![\w])in\s+(?:verschillende\s+landen\s+in\s+)?$")


@statements("programmes")
def programmes(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is not MentionType.PROGRAMME or not mention.id:
            continue
        iri = ctx.ids.programme(mention.id)
        where = ctx.evidence(mention, "programme/1", mention.confidence)
        yield fact(iri, v.RDF_type, v.Programme, where)
        yield fact(iri, v.RDFS_label, Literal(mention.id), where)
        yield fact(iri, v.documentedIn, ctx.paper_iri, where)
        sentence = ctx.sentence(mention.start)
        yield from _partners(ctx, iri, mention, sentence)
        yield from _places(ctx, iri, mention, sentence)
        yield from _period(ctx, iri, sentence)


def _partners(ctx: GraphContext, iri: str, mention: Mention, sentence: Span) -> Iterator[Statement]:
    """Bodies named with "tussen A en B" or "met B" behind the programme; a country there pays for it."""
    netherlands = ctx.names.country_by_alpha3.get("NLD")
    link = _PARTNERS.match(ctx.text, mention.end)
    if link is not None:
        near = Span(link.end(), min(sentence.end, link.end() + 120))
        for body in ctx.mentions_in(near, MentionType.ORGANISATION)[:1]:
            if body.iri:
                yield fact(iri, v.partner, body.iri, ctx.evidence(body, "programme.partner/1", 0.93))
        for country in ctx.mentions_in(near, MentionType.COUNTRY)[:1]:
            if country.iri:
                yield fact(iri, v.funder, country.iri, ctx.evidence(country, "programme.funder/1", 0.85))
    paid = _PAYS.search(ctx.text, sentence.start, sentence.end)
    if paid is not None and netherlands is not None:
        yield fact(
            iri, v.funder, netherlands.iri, ctx.evidence(Span(paid.start(), paid.end()), "programme.funder/1", 0.9)
        )
    own = [m for m in ctx.mentions_in(Span(mention.start, mention.end), MentionType.ORGANISATION) if m.iri]
    for body in own:
        yield fact(iri, v.partner, body.iri or "", ctx.evidence(body, "programme.partner/1", 0.85))


def _places(ctx: GraphContext, iri: str, mention: Mention, sentence: Span) -> Iterator[Statement]:
    """Countries and regions behind "in" in the sentence that names the programme."""
    behind = Span(mention.end, sentence.end)
    joined = False
    previous_end = mention.end
    for place in ctx.mentions_in(behind, MentionType.COUNTRY, MentionType.REGION):
        between = ctx.text[previous_end : place.start]
        led = _MADE_IN.search(ctx.text, max(0, place.start - 40), place.start) is not None
        joined = led or (joined and re.fullmatch(r"[\s,-]*(?:en\s+)?", between) is not None)
        previous_end = place.end
        if not joined or (place.type is MentionType.COUNTRY and place.part("form") != "name"):
            continue
        if place.iri:
            yield fact(iri, v.implementedIn, place.iri, ctx.evidence(place, "programme.place/1", 0.9))


def _period(ctx: GraphContext, iri: str, sentence: Span) -> Iterator[Statement]:
    for pattern in (_FROM_TO, _UNTIL):
        match = pattern.search(ctx.text, sentence.start, sentence.end)
        if match is None:
            continue
        span = Span(match.start(), match.end())
        where = ctx.evidence(span, "programme.period/1", 0.93)
        yield fact(iri, v.periodStated, Literal(plain(span.of(ctx.text)), lang="nl"), where)
        if "start" in match.groupdict():
            yield fact(iri, v.startYear, int(match["start"]), where)
        yield fact(iri, v.endYear, int(match["end"]), where)
        return
