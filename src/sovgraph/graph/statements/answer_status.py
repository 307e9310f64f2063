"""What kind of answer an answer is: one that answers, one that refers elsewhere, one that only says that it comes."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact
from sovgraph.model import Basis, Exchange, Literal, Mention, MentionType, Span, Statement

_REFERS = re.compile(
    r"(?i)(?:in de brief|bij brief|zie (?:ook )?(?:mijn|de|het) (?:brief|antwoord)|verwijs ik|verwijst het kabinet|verwijzen wij|wordt verwezen)"
)
_ANSWERS = re.compile(r"(?i)\W*(?:ja|nee|zoals)\b")
"""What begins so answers, and points elsewhere for more."""
_TO_ANSWER = re.compile(
    r"(?i)\b(?:antwoord(?:en)?|beantwoording)\s+(?:op|van)\s+(?:de\s+)?(?:vraag|vragen)\s+(?P<n>\d{1,3})(?!\w|\s*(?:,|en|t/m|tot)\s*\d)"
)
_PASSES = re.compile(
    r"(?i)\b(?:doet|zal)\s+u\s+toekomen\b|\b(?:doet|zal)\s+(?:mijn\s+(?:ambtgenoot|collega)|de\s+(?:minister|staatssecretaris))\b"
    r"|\b(?:wordt|worden|zal|zullen)\s+(?:\w+\s+){0,3}(?:door\s+)?(?:mijn\s+(?:ambtgenoot|collega)|de\s+(?:minister|staatssecretaris))"
    r"|\bdoorgezonden\s+aan\b|\bdoorgeleid\s+naar\b|\bmijn\s+(?:ambtgenoot|collega)\b[^.]{0,120}\b(?:zal|beantwoordt|doet)\b"
)
_DEFERS = re.compile(
    r"(?i)\b(?:vra(?:ag|gen)|antwoord(?:en)?)\b[^.]{0,60}\b(?:beantwoord\s+ik|wordt|worden|volg(?:t|en)|zal\s+ik|ontvangt\s+u(?:w\s+Kamer)?)\b"
    r"[^.]{0,80}\b(?:later|apart|aparte|separaat|separate|afzonderlijk|afzonderlijke|nog)\b"
    r"|\b(?:later|separaat|apart)\b[^.]{0,40}\b(?:beantwoord\s+ik|volgt)\b"
    r"|\binforme(?:er|ert|ren)\s+(?:ik\s+|wij\s+)?u(?:w\s+Kamer)?\s+(?:later|separaat|apart|afzonderlijk)\b"
)
_SHORT = 300
"""An answer that says more than that it comes later is an answer."""
_PAPERS = (MentionType.KAMERSTUK, MentionType.AANHANGSEL, MentionType.HANDELINGEN)


def answer_status(ctx: GraphContext, iri: str, exchange: Exchange, answer: Span) -> Iterator[Statement]:
    """By its first sentence: it puts off, is another's to give, points to a letter, paper or answer, or answers."""
    opening = _opening(ctx, answer)
    if _defers(ctx, answer, opening):
        yield fact(iri, v.answerStatus, v.answer_deferred, ctx.evidence(opening, "answer.deferred/1", 0.9))
        return
    posts = _passed_to(ctx, answer, opening)
    if posts:
        yield fact(iri, v.answerStatus, v.answer_refers, ctx.evidence(opening, "answer.passed/1", 0.9))
        yield from (fact(iri, v.passedTo, m.iri or "", ctx.evidence(m, "answer.passed/1", 0.93)) for m in posts)
        return
    refers = _points(ctx, opening)
    where = ctx.evidence(opening if refers else answer, "answer.status/1", 0.85, Basis.INFERRED)
    yield fact(iri, v.answerStatus, v.answer_refers if refers else v.answer_given, where)
    if refers:
        yield from _targets(ctx, iri, exchange, opening)


def opening_that_refers(ctx: GraphContext, answer: Span) -> Span | None:
    """The first sentence of an answer, when it points to a letter or paper, to another post or to a later day."""
    opening = _opening(ctx, answer)
    elsewhere = _points(ctx, opening) or _defers(ctx, answer, opening) or _passed_to(ctx, answer, opening)
    return opening if elsewhere else None


def _opening(ctx: GraphContext, answer: Span) -> Span:
    return Span(answer.start, min(answer.end, ctx.sentence(answer.start).end))


def _points(ctx: GraphContext, opening: Span) -> bool:
    if _ANSWERS.match(ctx.text, opening.start, opening.end):
        return False
    return _REFERS.search(ctx.text, opening.start, opening.end) is not None


def _defers(ctx: GraphContext, answer: Span, opening: Span) -> bool:
    short = answer.end - answer.start <= _SHORT
    return short and _DEFERS.search(ctx.text, opening.start, opening.end) is not None


def _passed_to(ctx: GraphContext, answer: Span, opening: Span) -> list[Mention]:
    """The post, not the sender's own, that the words give the question to."""
    if answer.end - answer.start > _SHORT or not _PASSES.search(ctx.text, opening.start, opening.end):
        return []
    if not re.search(r"(?i)antwoord", opening.of(ctx.text)):
        return []
    letter = ctx.letter_at(opening.start)
    own = {m.iri for span in (letter.senders if letter else ()) for m in ctx.linked_in(span, MentionType.MINISTER)}
    return [m for m in ctx.linked_in(opening, MentionType.MINISTER) if m.iri not in own]


def _targets(ctx: GraphContext, iri: str, exchange: Exchange, opening: Span) -> Iterator[Statement]:
    """Papers, with the number of the question there; without a paper or letter, an answer of the same letter."""
    number = _TO_ANSWER.search(ctx.text, opening.start, opening.end)
    targets = [m for m in ctx.mentions_in(opening, *_PAPERS) if m.iri]
    for mention in targets:
        yield fact(iri, v.refersInsteadTo, mention.iri or "", ctx.evidence(mention, "answer.refers/1", 0.9))
    if number is None:
        return
    where = ctx.evidence(Span(*number.span()), "answer.refers-number/1", 0.93)
    letters = {m.iri for m in ctx.linked_in(opening, MentionType.KENMERK)}
    if len(targets) == 1:
        yield fact(iri, v.refersToNumber, Literal(number["n"]), where)
    elif not targets and len(letters) == 1:
        yield fact(iri, v.refersInsteadTo, ctx.ids.below(letters.pop() or "", "antwoord", number["n"]), where)
    elif not targets and not letters and not re.search(r"(?i)\bbrief\b", opening.of(ctx.text)):
        there = [e for e in ctx.document.exchanges if e.asked_in == exchange.asked_in and e.answer is not None]
        giving = next((e for e in there if number["n"] in (e.number, *e.shared_with)), None)
        if giving is not None and giving.number != exchange.number:
            yield fact(iri, v.refersInsteadTo, ctx.answer_iri(giving.number, giving.asked_in), where)
