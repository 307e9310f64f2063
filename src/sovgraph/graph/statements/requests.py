"""Requests and commitments: who asks or promises what, to whom, by when."""

from collections.abc import Iterator
from datetime import date

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.registers import CHAMBER
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Letter, Literal, Mention, MentionType, Span, Statement

_TESTS = ("uitvoeringstoets", "overzicht", "planning", "tijdpad", "rapport", "evaluatie")


@statements("requests")
def requests(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is MentionType.REQUEST:
            yield from _request(ctx, mention)
        elif mention.type is MentionType.COMMITMENT:
            yield from _commitment(ctx, mention)


def _posts(ctx: GraphContext, letter: Letter | None, senders: bool) -> list[Mention]:
    spans = () if letter is None else letter.senders if senders else letter.addressees
    kinds = (MentionType.MINISTER, MentionType.COMMITTEE)
    return [m for span in spans for m in ctx.mentions_in(span, *kinds) if m.iri]


def _request(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "verzoek", mention.start)
    where = ctx.evidence(mention, "request/1", mention.confidence)
    letter = ctx.letter_at(mention.start)
    text = plain(Span(mention.start, mention.end).of(ctx.text))
    yield fact(iri, v.RDF_type, v.Request, where)
    yield fact(iri, v.requestText, Literal(text, lang="nl"), where)
    yield fact(iri, v.RDFS_label, Literal(text[:90], lang="nl"), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    kind = mention.part("kind") or "verzoek"
    if ctx.document.motion is not None:
        kind = "motie"
    kind = next((word for word in _TESTS if word in text.lower()), kind)
    yield fact(iri, v.requestKind, Literal(kind), where)
    for sender in _posts(ctx, letter, senders=True):
        yield fact(iri, v.requestedBy, sender.iri or "", ctx.evidence(sender, "request.by/1", 0.95))
    for post in _posts(ctx, letter, senders=False):
        yield fact(iri, v.requestedFrom, post.iri or "", ctx.evidence(post, "request.from/1", 0.95))
    if letter is not None:
        yield fact(ctx.letter_iri(letter.key), v.requests, iri, where)
        if letter.date:
            yield fact(iri, v.requestedOn, letter.date.value, ctx.evidence(letter.date.span, "request.on/1"))
    elif ctx.document.motion is not None and (day := ctx.adopted()) is not None:
        yield fact(iri, v.requestedOn, day[0], ctx.evidence(day[1], "request.on/1"))


def _commitment(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "toezegging", mention.start)
    where = ctx.evidence(mention, "commitment/1", mention.confidence)
    letter = ctx.letter_at(mention.start)
    text = plain(Span(mention.start, mention.end).of(ctx.text))
    strength = v.strength_announced if mention.part("strength") == "announced" else v.strength_explicit
    yield fact(iri, v.RDF_type, v.Commitment, where)
    yield fact(iri, v.promisedText, Literal(text, lang="nl"), where)
    yield fact(iri, v.RDFS_label, Literal(text[:90], lang="nl"), where)
    yield fact(iri, v.commitmentStrength, strength, where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    for sender in _posts(ctx, letter, senders=True):
        yield fact(iri, v.promisedBy, sender.iri or "", ctx.evidence(sender, "commitment.by/1", 0.95))
    chamber = ctx.document.meta.chamber
    if chamber is not None:
        yield fact(iri, v.promisedTo, CHAMBER[chamber.value], ctx.evidence(mention, "commitment.to/1", 0.85))
    for due in ctx.mentions_in(Span(mention.start, mention.end), MentionType.DEADLINE):
        yield fact(iri, v.dueStated, Literal(plain(due.text), lang="nl"), ctx.evidence(due, "commitment.due/1", 0.95))
        day = _due(ctx, due, letter)
        if day is not None:
            yield fact(iri, v.dueBy, day, ctx.evidence(due, "commitment.due/1", 0.85))


def _due(ctx: GraphContext, due: Mention, letter: Letter | None) -> date | None:
    """The day by which it is due, where the words fix one: a date, or before the summer of the letter's year."""
    dates = [m for m in ctx.mentions_in(Span(due.start, due.end), MentionType.DATE) if m.id and len(m.id) == 10]
    if dates and dates[0].id:
        return date.fromisoformat(dates[0].id)
    sent = letter.date.value if letter and letter.date else (ctx.adopted() or (None,))[0]
    if sent is None or "zomer" not in due.text.lower() or not due.text.lower().startswith("v"):
        return None
    return date(sent.year + (sent.month > 6), 6, 21)
