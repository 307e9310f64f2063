"""Notices that an answer comes later: until when, as stated and as a day, and for what reason."""

import re
from collections.abc import Iterator
from datetime import date

from sovgraph import vocab as v
from sovgraph.find.terms import Limit, limits
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.inquiries import inquiry_iri
from sovgraph.graph.statements.pointing import sentences_in
from sovgraph.model import Basis, Literal, MentionType, Span, Statement

_PROMISES = re.compile(
    r"(?i)(?:be)?antwoord|toe\s*komen|toe\s*zend|toe\s*stu|\bzend\b|\bstuur\b|informeer|\bontvangt\b|reactie|terug\s*kom"
)
_NOT = re.compile(r"(?i)\b(?:niet|geen)\s+(?:\w+\s+){0,4}$")
_NO_TERM = re.compile(
    r"(?i)niet\s+(?:\w+\s+){0,3}binnen\s+(?:de|een)\s+(?:\w+\s+){0,4}termijn"
    r"|niet\s+(?:\w+\s+){0,3}binnen\s+(?:de\s+)?(?:gebruikelijke\s+|gestelde\s+|gevraagde\s+)?(?:drie|vier|3|4)\s+weken"
)
_REASON = re.compile(
    r"(?i)\b(?:omdat|aangezien|doordat|vanwege|wegens|in\s+verband\s+met)\s+(?=\S)"
    r"|\breden\s+(?:van|voor)\s+(?:het|dit)\s+uitstel\s+is\s+(?:dat\s+)?(?=\S)"
)
_LATE = re.compile(r"(?i)uitstel|termijn|\bweken\b|meer\s+tijd|tijdig|op\s+tijd|niet\s+lukken|langer")
_REASON_ENDS = re.compile(r"[.;]\s*$|\.(?=[A-ZÀ-Þ])|,\s+(?:zodat|waardoor)\b")
"""Text from PDF glues sentences: "is ontvangen.Ik streef ernaar"."""


@statements("delays")
def delays(ctx: GraphContext) -> Iterator[Statement]:
    for letter in ctx.document.letters:
        if letter.kind == "delay":
            yield from _notice(ctx, ctx.letter_iri(letter.key), letter.body, letter.date.value if letter.date else None)
    inquiry = ctx.document.inquiry
    if inquiry is not None and inquiry.notice is not None and inquiry.delay is not None and inquiry.askers:
        days = {d.kind: d.value for d in ctx.document.meta.dates}
        yield from _notice(ctx, inquiry_iri(ctx, inquiry), inquiry.notice, days.get("uitstel"))


def _notice(ctx: GraphContext, iri: str, body: Span, sent: date | None) -> Iterator[Statement]:
    sentences = sentences_in(ctx, body)
    term = _term(ctx, sentences, sent)
    if term is not None:
        span = Span(term.start, term.end)
        where = ctx.evidence(span, "delay.term/1", 0.95)
        yield fact(iri, v.delayTerm, Literal(ctx.words(span), lang="nl"), where)
        if term.due is not None:
            counted = Basis.ASSERTED if re.search(r"\d{4}", span.of(ctx.text)) else Basis.INFERRED
            yield fact(iri, v.delayedUntil, term.due, ctx.evidence(span, "delay.until/1", 0.95, counted))
    reason = next((r for s in sentences if (r := _reason(ctx, s)) is not None), None)
    if reason is not None:
        yield fact(
            iri, v.delayReason, Literal(ctx.words(reason), lang="nl"), ctx.evidence(reason, "delay.reason/1", 0.9)
        )


def _term(ctx: GraphContext, sentences: list[Span], sent: date | None) -> Limit | None:
    """The one new term that a sentence about answering sets; several days set none. Without one, the words that only
    say that the old term isn't met."""
    found: list[Limit] = []
    for sentence in sentences:
        if _PROMISES.search(ctx.text, sentence.start, sentence.end):
            dates = {m.start: (m.end, m.id) for m in ctx.mentions_in(sentence, MentionType.DATE) if m.id}
            found += [x for x in limits(ctx.text, sentence.start, sentence.end, dates, sent) if not _denied(ctx, x)]
    dated = [x for x in found if x.due is not None]
    if dated:
        last = [x for x in dated if ctx.text[x.start : x.end].lower().startswith("uiterlijk")] or dated
        return last[0] if len({x.due for x in last}) == 1 else None
    if found:
        return min(found, key=lambda x: x.start)
    missed = next((m for s in sentences if (m := _NO_TERM.search(ctx.text, s.start, s.end))), None)
    return Limit(missed.start(), missed.end(), None) if missed else None


def _denied(ctx: GraphContext, limit: Limit) -> bool:
    return _NOT.search(ctx.text, max(0, limit.start - 60), limit.start) is not None


def _reason(ctx: GraphContext, sentence: Span) -> Span | None:
    """What stands behind "omdat" in a sentence about the term."""
    opens = _REASON.search(ctx.text, sentence.start, sentence.end)
    if opens is None or _LATE.search(ctx.text, sentence.start, sentence.end) is None:
        return None
    closes = _REASON_ENDS.search(ctx.text, opens.end(), sentence.end)
    end = closes.start() if closes else sentence.end
    return Span(opens.end(), end) if end > opens.end() else None
