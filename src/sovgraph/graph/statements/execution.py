"""What the government says about carrying out a motion: in answers to questions that name it."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Exchange, Letter, Literal, Mention, MentionType, Span, Statement

_CUES = ("uitvoering", "afgedaan", "uitgevoerd", "voldaan", "gevolg", "invulling")


@statements("execution")
def execution(ctx: GraphContext) -> Iterator[Statement]:
    for exchange in ctx.document.exchanges:
        asked = exchange.question or exchange.restated
        if asked is None or exchange.answer is None:
            continue
        for motion in ctx.mentions_in(asked, MentionType.MOTION):
            if motion.iri and any(cue in ctx.sentence(motion.start).of(ctx.text).lower() for cue in _CUES):
                yield from _answer_on(ctx, exchange, motion, exchange.answer)
    yield from _own_words(ctx)


def _own_words(ctx: GraphContext) -> Iterator[Statement]:
    """Sentences outside questions that name a motion and say that it is or will be carried out."""
    asked = [s for e in ctx.document.exchanges for s in (e.question, e.restated) if s is not None]
    for motion in ctx.mentions:
        if motion.type is not MentionType.MOTION or not motion.iri or ctx.document.motion is not None:
            continue
        if any(s.start <= motion.start < s.end for s in asked):
            continue
        sentence = ctx.sentence(motion.start)
        if any(cue in sentence.of(ctx.text).lower() for cue in _CUES):
            yield from _statement(ctx, motion, sentence, ctx.letter_at(motion.start), 0.85)


def _answer_on(ctx: GraphContext, exchange: Exchange, motion: Mention, answer: Span) -> Iterator[Statement]:
    letter = next((x for x in ctx.document.letters if x.key == exchange.answered_in), None)
    yield from _statement(ctx, motion, answer, letter, 0.85)


def _statement(
    ctx: GraphContext, motion: Mention, words: Span, letter: Letter | None, confidence: float
) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "uitspraak", f"{words.start}-{motion.start}")
    where = ctx.evidence(words, "execution/1", confidence)
    yield fact(iri, v.RDF_type, v.ExecutionStatement, where)
    yield fact(iri, v.statementText, Literal(plain(words.of(ctx.text)), lang="nl"), where)
    yield fact(iri, v.about, motion.iri or "", ctx.evidence(motion, "execution/1", confidence))
    yield fact(motion.iri or "", v.executionStatement, iri, where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    if letter is not None:
        for post in (m for s in letter.senders for m in ctx.mentions_in(s, MentionType.MINISTER)):
            if post.iri:
                yield fact(iri, v.statedBy, post.iri, ctx.evidence(post, "execution.by/1", 0.95))
