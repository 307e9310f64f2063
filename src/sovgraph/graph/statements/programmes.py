"""Programmes: with whom, where, from when until when, who pays."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.nearby import sentence_near
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Basis, Literal, Mention, MentionType, Span, Statement

_Y = r"(?:(?:begin|medio|eind|einde|in)\s+)?"
_PERIODS = (
    re.compile(rf"\b(?:van|tussen)\s+{_Y}(?P<start>20\d\d)\s+(?:tot\s+en\s+met|t/m|tot|en)\s+{_Y}(?P<end>20\d\d)"),
    re.compile(r"\((?P<start>20\d\d)\s?[-–]\s?(?P<end>20\d\d)\)"),
    re.compile(rf"\b(?:loopt|liep|lopen|duurt)\s+(?:\w+\s+)?(?:tot\s+en\s+met|t/m|tot)\s+{_Y}(?P<end>20\d\d)"),
    re.compile(rf"\bverlengd\s+(?:tot\s+en\s+met|t/m|tot)\s+{_Y}(?P<end>20\d\d)"),
    re.compile(rf"\b(?:sinds|vanaf|gestart\s+in)\s+{_Y}(?P<start>20\d\d)"),
)
_PARTNERS = re.compile(r"\s+(?P<how>tussen|met|van)\s+")
_PAYS = re.compile(
    r"(?i)\b(?P<c>Nederland|het\s+kabinet)\s+(?:droeg|draagt|financiert|financierde|steunt|steunde|betaalt)\b"
    r"|\bdoor\s+(?P<c2>Nederland)\s+gefinancierd"
)
_IN = re.compile(r"(?<!\w)in\s+(?:(?:verschillende|diverse|meerdere|enkele|\w+)\s+landen\s+in\s+|de\s+)?$")
_JOINT = re.compile(r"[\s,-]*(?:en\s+|of\s+)?(?:de\s+)?")


@statements("programmes")
def programmes(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is not MentionType.PROGRAMME or not mention.id:
            continue
        iri = ctx.ids.programme(mention.id)
        where = ctx.evidence(mention, mention.rule, mention.confidence)
        sentence = sentence_near(ctx, mention)
        yield fact(iri, v.RDF_type, v.Programme, where)
        yield fact(iri, v.RDFS_label, Literal(mention.part("name") or mention.id), where)
        yield fact(iri, v.documentedIn, ctx.paper_iri, where)
        yield from _partners(ctx, iri, mention, sentence)
        yield from _funder(ctx, iri, sentence)
        yield from _places(ctx, iri, mention, sentence)
        yield from _period(ctx, iri, sentence)


def _partners(ctx: GraphContext, iri: str, mention: Mention, sentence: Span) -> Iterator[Statement]:
    """ "tussen A en B": both are partners, a country too; "met B" and "via B": the body. The longest name counts,
    the abbreviation in brackets behind it is the same body."""
    link = _PARTNERS.match(ctx.text, mention.end)
    if link is not None and link["how"] != "van":
        near = Span(link.end(), min(sentence.end, link.end() + 140))
        end = ctx.text.find(",", near.start, near.end)
        near = Span(near.start, end if end >= 0 else near.end)
        bodies = ctx.mentions_in(near, MentionType.ORGANISATION)
        for body in bodies[: 2 if link["how"] == "tussen" else 1]:
            if body.iri and not re.search(r"\b(?:in|worden)\s", ctx.text[near.start : body.start]):
                yield fact(iri, v.partner, body.iri, ctx.evidence(body, "programme.partner/1", 0.93))
        for country in ctx.mentions_in(near, MentionType.COUNTRY):
            first = country.start - link.end() <= 3 and country.part("form") == "name"
            if link["how"] == "tussen" and country.iri and first:
                yield fact(iri, v.partner, country.iri, ctx.evidence(country, "programme.partner/1", 0.9))
    for body in ctx.mentions_in(Span(mention.start, mention.end), MentionType.ORGANISATION):
        if body.iri and mention.rule.startswith("programme.via"):
            yield fact(iri, v.partner, body.iri, ctx.evidence(body, "programme.partner/1", 0.9))


def _funder(ctx: GraphContext, iri: str, sentence: Span) -> Iterator[Statement]:
    paid = _PAYS.search(ctx.text, sentence.start, sentence.end)
    netherlands = ctx.names.country_by_alpha3.get("NLD")
    if paid is not None and netherlands is not None:
        words = paid["c"] or paid["c2"] or ""
        basis = Basis.ASSERTED if "ederland" in words else Basis.INFERRED
        where = ctx.evidence(Span(paid.start(), paid.end()), "programme.funder/1", 0.9, basis)
        yield fact(iri, v.funder, netherlands.iri, where)


def _places(ctx: GraphContext, iri: str, mention: Mention, sentence: Span) -> Iterator[Statement]:
    """Countries and regions behind "in" in the sentence that names the programme, and inside its own name."""
    if mention.rule.startswith("programme.again"):
        return
    joined = False
    previous = mention.start
    for place in ctx.mentions_in(Span(mention.start, sentence.end), MentionType.COUNTRY, MentionType.REGION):
        if place.start < previous:
            continue
        between = ctx.text[previous : place.start]
        led = _IN.search(ctx.text, max(mention.start, place.start - 45), place.start) is not None
        joined = led or (joined and _JOINT.fullmatch(between) is not None)
        previous = place.end
        if joined and place.iri and (place.type is MentionType.REGION or place.part("form") == "name"):
            yield fact(iri, v.implementedIn, place.iri, ctx.evidence(place, "programme.place/1", 0.9))


def _period(ctx: GraphContext, iri: str, sentence: Span) -> Iterator[Statement]:
    for pattern in _PERIODS:
        match = pattern.search(ctx.text, sentence.start, sentence.end)
        if match is None:
            continue
        span = Span(match.start(), match.end())
        where = ctx.evidence(span, "programme.period/1", 0.93)
        years = match.groupdict()
        yield fact(iri, v.periodStated, Literal(plain(span.of(ctx.text)).strip("()"), lang="nl"), where)
        if years.get("start"):
            yield fact(iri, v.startYear, int(match["start"]), where)
        if years.get("end"):
            yield fact(iri, v.endYear, int(match["end"]), where)
        return
