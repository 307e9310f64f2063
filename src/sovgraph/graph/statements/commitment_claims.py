"""What papers say became of commitments: a claim, who makes it, and what it names of the promise.

A claim that gives a number is about that commitment. Which one another is about is concluded over all papers
(`queries/rules/commitment-*.rq`) from the day, the paper or the letter that it names, and from its words.
"""

import re
from collections.abc import Iterator
from datetime import date

from sovgraph import vocab as v
from sovgraph.find.publication import title_key, titles_in
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.nearby import said_on
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Literal, Mention, MentionType, Span, Statement

_STATES = {
    "voldaan": v.commitment_voldaan,
    "deels-voldaan": v.commitment_deels_voldaan,
    "openstaand": v.commitment_openstaand,
}
_PAPERS = (MentionType.KAMERSTUK, MentionType.HANDELINGEN, MentionType.AANHANGSEL)
_SENDS = re.compile(
    r"(?:[Hh]ierbij|[Bb]ijgaand|[Mm]et deze brief)\b[^.?\n]{0,60}\b(?:bied|stuur|zend|ontvangt|doe)\b[^.?\n]{0,200}"
)
_FULL_DATE = len("2026-07-01")


@statements("commitment_claims")
def commitment_claims(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is MentionType.COMMITMENT_CLAIM and mention.confidence > 0:
            yield from _claim(ctx, mention)


def _claim(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "nakoming", mention.start)
    where = ctx.evidence(mention, mention.rule, mention.confidence)
    text = plain(ctx.text[mention.start : mention.end])
    label = f"{text[:100].rsplit(' ', 1)[0]} …" if len(text) > 100 else text
    yield fact(iri, v.RDF_type, v.CommitmentClaim, where)
    yield fact(iri, v.RDFS_label, Literal(label, lang="nl"), where)
    yield fact(iri, v.statementText, Literal(text, lang="nl"), where)
    yield fact(iri, v.claimedState, _STATES[mention.part("state") or ""], where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    for number in (mention.part("numbers") or "").split("|"):
        if number:
            yield fact(iri, v.claims, ctx.ids.register_thing("toezegging", number), where)
    if mention.part("by"):
        yield fact(iri, v.fulfilledBy, ctx.paper_iri, where)
    yield from _by(ctx, iri, mention)
    yield from _claimed_on(ctx, iri, mention)
    if not mention.part("numbers"):
        yield from _promise_named(ctx, iri, mention)


def _by(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """The posts and committees that send the letter with the claim."""
    letter = ctx.letter_at(mention.start)
    spans = [*(letter.senders if letter else ()), *(s.role for s in (letter.signers if letter else ()) if s.role)]
    posts = [m for s in spans for m in ctx.linked_in(s, MentionType.MINISTER, MentionType.COMMITTEE)]
    for post in {m.iri: m for m in reversed(posts)}.values():
        yield fact(iri, v.statedBy, post.iri or "", ctx.evidence(post, "commitment-claim.by/1", 0.95))


def _claimed_on(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    said = said_on(ctx, mention.start)
    if said is not None:
        yield fact(iri, v.claimedOn, said[0], ctx.evidence(said[1], "commitment-claim.on/1", 0.97))


def _promise_named(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """The days, papers and letters that the words name: where and when it was promised, or what fulfils it."""
    span = Span(mention.start, mention.end)
    for day in ctx.mentions_in(span, MentionType.DATE):
        if day.id and len(day.id) == _FULL_DATE:
            value = date.fromisoformat(day.id)
            yield fact(iri, v.promisedOn, value, ctx.evidence(day, "commitment-claim.promised/1", 0.9))
    for paper in ctx.linked_in(span, *_PAPERS, MentionType.KENMERK):
        yield fact(iri, v.promisedIn, paper.iri or "", ctx.evidence(paper, "commitment-claim.promised/1", 0.93))


@statements("publications")
def publications(ctx: GraphContext) -> Iterator[Statement]:
    """The titles of publications that the paper itself bears or sends: in its head, or behind "Hierbij"."""
    found: dict[str, Span] = {}
    heads = [ctx.document.meta.title_span, *(x.subject for x in ctx.document.letters)]
    for head in heads:
        for place in titles_in(ctx.text, head.start, head.end, head=True) if head else ():
            found.setdefault(title_key(ctx.text[slice(*place)]), Span(*place))
    for letter in ctx.document.letters:
        for here in _SENDS.finditer(ctx.text, letter.body.start, letter.body.end):
            for place in titles_in(ctx.text, here.start(), here.end()):
                found.setdefault(title_key(ctx.text[slice(*place)]), Span(*place))
    for key, span in found.items():
        if key:
            yield fact(ctx.paper_iri, v.titleKey, Literal(key), ctx.evidence(span, "publication.title/1", 0.93))
