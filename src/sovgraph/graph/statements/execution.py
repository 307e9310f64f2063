"""What the government says about carrying out a motion: in answers, in letters, and as questions quote it."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.nearby import sentence_near
from sovgraph.graph.statements.questions import plain
from sovgraph.graph.statements.requests import government, government_facts
from sovgraph.model import Exchange, Letter, Literal, Mention, MentionType, Note, Span, Statement

_CUE = re.compile(
    r"(?i)\b(?:uitvoering|uitgevoerd|uitvoeren|afgedaan|voldaan|gevolg\s+(?:te\s+)?(?:gegeven|geven|aan)"
    r"|invulling\s+(?:te\s+)?(?:gegeven|geven|aan)|opvolging|tegemoetgekomen)\b"
)
_SAYS = re.compile(
    r"(?i)\b(?P<who>de\s+regering|het\s+kabinet|de\s+minister|de\s+staatssecretaris)\b[^\"“”«»]{0,400}?\b"
    r"(?:aan|aangeeft|aangegeven|schrijft|stelt|meldt|antwoordt|geschreven|gesteld)\b"
    r"|\b(?:schrijft|stelt|meldt|antwoordt)\s+(?P<who2>de\s+regering|het\s+kabinet|de\s+minister|de\s+staatssecretaris)\b"
)
_QUOTED = re.compile(r"[\"“«](?P<q>[^\"“”«»\n]{15,900})[\"”»]")


@statements("execution")
def execution(ctx: GraphContext) -> Iterator[Statement]:
    if ctx.document.motion is not None:
        return
    for exchange in ctx.document.exchanges:
        asked = exchange.question or exchange.restated
        if asked is not None:
            yield from _in_exchange(ctx, exchange, asked)
    yield from _own_words(ctx)


def _in_exchange(ctx: GraphContext, exchange: Exchange, asked: Span) -> Iterator[Statement]:
    for motion in ctx.mentions_in(asked, MentionType.MOTION):
        sentence = sentence_near(ctx, motion)
        if not motion.iri or not _CUE.search(sentence.of(ctx.text)):
            continue
        yield from _quoted(ctx, motion, Span(sentence.start, asked.end))
        if exchange.answer is not None:
            letter = next((x for x in ctx.document.letters if x.key == exchange.answered_in), None)
            yield from _statement(ctx, motion, exchange.answer, letter, "execution.answer/1", 0.85)


def _quoted(ctx: GraphContext, motion: Mention, within: Span) -> Iterator[Statement]:
    """'schrijft de regering dat "…"⁷': the government's own words, with the paper that the note gives."""
    quote = _QUOTED.search(ctx.text, motion.end, min(within.end, motion.end + 700))
    if quote is None:
        return
    says = _SAYS.search(ctx.text, within.start, quote.start())
    if says is None:
        return
    words = Span(quote.start("q"), quote.end("q"))
    iri = ctx.ids.below(ctx.paper_iri, "uitspraak", f"{words.start}-{motion.start}")
    yield from _statement(ctx, motion, words, None, "execution.quoted/1", 0.93)
    who = "who" if says["who"] else "who2"
    named = Span(says.start(who), says.end(who))
    posts = [
        m
        for m in ctx.mentions_in(Span(named.start, named.end + 60), MentionType.MINISTER)
        if m.iri and m.start == named.start + 3
    ]
    if posts:
        yield fact(iri, v.statedBy, posts[0].iri or "", ctx.evidence(posts[0], "execution.by/1", 0.9))
    elif "minister" not in named.of(ctx.text).lower() and "staats" not in named.of(ctx.text).lower():
        yield fact(iri, v.statedBy, government(ctx), ctx.evidence(named, "execution.by/1", 0.9))
        yield from government_facts(ctx, named)
    note = _note_at(ctx, quote.end())
    paper = next(iter(ctx.mentions_in(note.body, MentionType.KAMERSTUK)), None) if note else None
    if paper is not None and paper.iri:
        yield fact(iri, v.DCTERMS_source, paper.iri, ctx.evidence(paper, "execution.source/1", 0.95))


def _note_at(ctx: GraphContext, offset: int) -> Note | None:
    """The note whose mark stands right behind the closing quotation mark."""
    for note in ctx.document.notes:
        if any(offset <= anchor.start <= offset + 3 for anchor in note.anchors):
            return note
    return None


def _own_words(ctx: GraphContext) -> Iterator[Statement]:
    """Sentences outside questions that name a motion and say that it is or will be carried out."""
    asked = [s for e in ctx.document.exchanges for s in (e.question, e.restated) if s is not None]
    for motion in ctx.mentions:
        if motion.type is not MentionType.MOTION or not motion.iri:
            continue
        if any(s.start <= motion.start < s.end for s in asked):
            continue
        sentence = sentence_near(ctx, motion)
        if _CUE.search(sentence.of(ctx.text)):
            letter = ctx.letter_at(motion.start)
            yield from _statement(ctx, motion, sentence, letter, "execution.sentence/1", 0.85)


def _statement(
    ctx: GraphContext, motion: Mention, words: Span, letter: Letter | None, rule: str, confidence: float
) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "uitspraak", f"{words.start}-{motion.start}")
    where = ctx.evidence(words, rule, confidence)
    text = plain(words.of(ctx.text))
    yield fact(iri, v.RDF_type, v.ExecutionStatement, where)
    yield fact(iri, v.statementText, Literal(text, lang="nl"), where)
    yield fact(iri, v.about, motion.iri or "", ctx.evidence(motion, rule, confidence))
    yield fact(motion.iri or "", v.executionStatement, iri, where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    for post in (m for s in (letter.senders if letter else ()) for m in ctx.mentions_in(s, MentionType.MINISTER)):
        if post.iri:
            yield fact(iri, v.statedBy, post.iri, ctx.evidence(post, "execution.by/1", 0.95))
