"""Questions and answers: who asked what of whom, how the answer repeats it, and what is answered."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.answer_status import answer_status
from sovgraph.model import Basis, Evidence, Exchange, Letter, Literal, Mention, MentionType, Span, Statement
from sovgraph.structure.said import said_in

_WORD = re.compile(r"[\w%-]+")
_LABEL = 40
"""Characters before a question in which its number and "Vraag" stand."""

_MARKS = re.compile("[¹²³⁴⁵⁶⁷⁸⁹⁰*]")


def plain(text: str) -> str:
    """Text on one line without footnote marks and asterisks."""
    return " ".join(_MARKS.sub("", text).split())


def words_of(ctx: GraphContext, span: Span) -> str:
    """The words of a stretch as `plain`, without notes and feet of pages in the middle."""
    return plain(said_in(ctx.document, span))


@statements("questions")
def questions(ctx: GraphContext) -> Iterator[Statement]:
    for exchange in ctx.document.exchanges:
        asked = exchange.question or exchange.restated
        if asked is not None:
            yield from _question(ctx, exchange, asked)
        if exchange.answer is not None:
            yield from _answer(ctx, exchange, exchange.answer)


def _letter(ctx: GraphContext, key: str | None) -> Letter | None:
    return next((x for x in ctx.document.letters if x.key == key), None) if key else None


def _question(ctx: GraphContext, exchange: Exchange, asked: Span) -> Iterator[Statement]:
    iri = ctx.question_iri(exchange.number, exchange.asked_in)
    where = ctx.evidence(asked, "question/1", 0.99)
    letter = _letter(ctx, exchange.asked_in)
    yield fact(iri, v.RDF_type, v.Question, where)
    yield fact(iri, v.ELI_number, Literal(exchange.number), _numbered(ctx, asked, exchange.number))
    yield fact(iri, v.RDFS_label, Literal(f"vraag {exchange.number}", lang="nl"), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    yield fact(iri, v.DCTERMS_isPartOf, ctx.letter_iri(letter.key) if letter else ctx.paper_iri, where)
    yield fact(iri, v.questionText, Literal(words_of(ctx, asked), lang="nl"), where)
    yield from _askers(ctx, iri, exchange)
    if exchange.question and exchange.restated:
        yield from _restated(ctx, iri, exchange.question, exchange.restated)
    if letter is not None:
        if letter.date:
            yield fact(iri, v.askedOn, letter.date.value, ctx.evidence(letter.date.span, "question.date/1"))
        for predicate, spans in ((v.addressedTo, letter.addressees), (v.askedVia, letter.senders)):
            for mention in _linked(ctx, spans, MentionType.MINISTER, MentionType.COMMITTEE):
                yield fact(iri, predicate, mention.iri or "", ctx.evidence(mention, "question.parties/1"))
    else:
        yield from _head_of_kamervragen(ctx, iri)


def _linked(ctx: GraphContext, spans: tuple[Span, ...], *kinds: MentionType) -> list[Mention]:
    return [m for span in spans for m in ctx.linked_in(span, *kinds)]


def _head_of_kamervragen(ctx: GraphContext, iri: str) -> Iterator[Statement]:
    """Written questions have no letter: addressee and date stand in the head of the paper."""
    for dated in ctx.document.meta.dates:
        if dated.kind == "ingezonden":
            yield fact(iri, v.askedOn, dated.value, ctx.evidence(dated.span, "question.date/1"))
    inquiry = ctx.document.inquiry
    for mention in _linked(ctx, inquiry.addressees if inquiry else (), MentionType.MINISTER):
        yield fact(iri, v.addressedTo, mention.iri or "", ctx.evidence(mention, "question.addressee/1", 0.95))


def _askers(ctx: GraphContext, iri: str, exchange: Exchange) -> Iterator[Statement]:
    for mention in _linked(ctx, exchange.asked_by, MentionType.PARTY):
        yield fact(iri, v.askedByParty, mention.iri or "", ctx.evidence(mention, "question.asker/1"))
    for mention in _linked(ctx, exchange.askers, MentionType.PERSON):
        yield fact(iri, v.askedByPerson, mention.iri or "", ctx.evidence(mention, "question.asker/1"))


def differences(asked: str, restated: str) -> list[str]:
    """The words that differ, one entry an edit: "opportune→opportuun"; an empty side is "∅"."""
    a, b = (_WORD.findall(plain(text)) for text in (asked, restated))
    edits = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [
        f"{' '.join(a[i1:i2]) or '∅'}→{' '.join(b[j1:j2]) or '∅'}" for tag, i1, i2, j1, j2 in edits if tag != "equal"
    ]


def _restated(ctx: GraphContext, iri: str, asked: Span, restated: Span) -> Iterator[Statement]:
    first, second = words_of(ctx, asked), words_of(ctx, restated)
    where = ctx.evidence(restated, "question.restated/1", 0.98)
    both = (where, ctx.evidence(asked, "question.restated/1", 0.98))
    yield fact(iri, v.restatedText, Literal(second, lang="nl"), where)
    likeness = round(fuzz.ratio(first, second))
    yield fact(iri, v.restatementSimilarity, likeness, *both)
    for difference in differences(first, second):
        yield fact(iri, v.restatementDifference, Literal(difference, lang="nl"), *both)


def _numbered(ctx: GraphContext, span: Span, number: str) -> Evidence:
    """The number as it stands right before a question or answer, else the place where it follows from the order."""
    at = max(0, span.start - _LABEL)
    found = list(re.finditer(rf"(?<!\w){re.escape(number)}(?!\w)", ctx.text[at : span.start]))
    if not found:
        return ctx.evidence(span, "question.number/1", 0.95, Basis.INFERRED)
    return ctx.evidence(Span(at + found[-1].start(), at + found[-1].end()), "question.number/1", 0.99)


def _answer(ctx: GraphContext, exchange: Exchange, answer: Span) -> Iterator[Statement]:
    iri = ctx.answer_iri(exchange.number, exchange.asked_in)
    where = ctx.evidence(answer, "answer/1", 0.99)
    letter = _letter(ctx, exchange.answered_in)
    yield fact(iri, v.RDF_type, v.Answer, where)
    before = exchange.restated or answer
    yield fact(iri, v.ELI_number, Literal(exchange.number), _numbered(ctx, before, exchange.number))
    yield fact(iri, v.RDFS_label, Literal(f"antwoord {exchange.number}", lang="nl"), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    yield fact(iri, v.ELIDL_answers_to, ctx.question_iri(exchange.number, exchange.asked_in), where)
    for other in exchange.shared_with:
        yield fact(iri, v.alsoAnswers, ctx.question_iri(other, exchange.asked_in), where)
    yield fact(iri, v.answerText, Literal(words_of(ctx, answer), lang="nl"), where)
    yield from answer_status(ctx, iri, exchange, answer)
    if letter is not None:
        if letter.date:
            yield fact(iri, v.answeredOn, letter.date.value, ctx.evidence(letter.date.span, "answer.date/1"))
        for mention in _linked(ctx, letter.senders, MentionType.MINISTER):
            yield fact(iri, v.answeredBy, mention.iri or "", ctx.evidence(mention, "answer.by/1"))
        for mention in _linked(ctx, tuple(s.name for s in letter.signers), MentionType.PERSON):
            yield fact(iri, v.answeredByPerson, mention.iri or "", ctx.evidence(mention, "answer.by/1"))
    else:
        for dated in ctx.document.meta.dates:
            if dated.kind == "ontvangen":
                yield fact(iri, v.answeredOn, dated.value, ctx.evidence(dated.span, "answer.date/1"))
        inquiry = ctx.document.inquiry
        posts = tuple(r.post for r in inquiry.responders if r.post) if inquiry else ()
        names = tuple(r.name for r in inquiry.responders if r.name) if inquiry else ()
        for mention in _linked(ctx, posts, MentionType.MINISTER):
            yield fact(iri, v.answeredBy, mention.iri or "", ctx.evidence(mention, "answer.by/1", 0.97))
        for mention in _linked(ctx, names, MentionType.PERSON):
            yield fact(iri, v.answeredByPerson, mention.iri or "", ctx.evidence(mention, "answer.by/1", 0.97))
