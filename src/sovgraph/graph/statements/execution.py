"""What the government says about carrying out a motion: in answers, in letters, and as questions quote it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.nearby import sentence_near
from sovgraph.graph.statements.questions import plain
from sovgraph.graph.statements.requests import government, government_facts
from sovgraph.graph.statements.turns import turn_iri
from sovgraph.model import Capacity, Exchange, Letter, Literal, Mention, MentionType, Note, Span, Statement, Turn

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


_CLOSED = re.compile(
    r"(?i)\bbeschouw(?:t|en)?\b[^.;?!]{0,120}\bals\s+(?:volledig\s+|hiermee\s+|daarmee\s+)?(?:afgedaan|afgehandeld|afgerond|voldaan)\b"
    r"|\bals\s+(?:afgedaan|afgehandeld)\s+(?:beschouwd|beschouwen|aangemerkt)\b|\bmotie\b[^.;?!]{0,160}\b(?:is|hiermee|daarmee|hierbij)\s+"
    r"(?:hiermee\s+|daarmee\s+|hierbij\s+)?(?:afgedaan|afgehandeld)\b|\b(?:hiermee|daarmee|hierbij)\b[^.;?!]{0,60}\bmotie\b[^.;?!]{0,160}\bafgedaan\b"
)
_EXECUTED = re.compile(
    r"(?i)\bbeschouw(?:t|en)?\b[^.;?!]{0,160}\bals\s+uitgevoerd\b|\b(?:is|zijn|werd|heb|heeft|hebben)\b[^.;?!]{0,200}\b(?:uitgevoerd"
    r"|(?:uitvoering|invulling|gevolg|opvolging)\s+(?:aan\s+)?gegeven)\b|\b(?:hiermee|daarmee|hierbij|met\s+(?:deze|bovenstaande|voorgaande)[^.;?!]{0,60})\b"
    r"[^.;?!]{0,60}\b(?:uitvoering|invulling|gevolg|opvolging)\s+(?:ge)?ge(?:ef|eft|ven)\b"
    r"|\b(?:hiermee|daarmee|hierbij|met\s+(?:deze|bovenstaande|voorgaande)[^.;?!]{0,60})\s+(?:geef|geeft|geven)\b[^.;?!]{0,60}\b(?:uitvoering|invulling|gevolg|opvolging)\b"
    r"|\baan\s+(?:de|deze|die)\s+motie\b[^.;?!]{0,160}\bvoldaan\b"
)
_REFUSED = re.compile(
    r"(?i)\b(?:zal|zullen|kan|kunnen|wil|willen|wordt|worden)\b[^.;?!]{0,120}?(?<!\bnog\s)\bniet\s+(?:worden\s+)?(?:uitgevoerd|uitvoeren)\b"
    r"|\bniet\s+uit\s+te\s+voeren\b"
    r"|\b(?:voer|voert|voeren)\b[^.;?!]{0,80}\bniet\s+uit\b|\bgeen\s+(?:uitvoering|gevolg)\s+(?:te\s+)?(?:geven|gegeven)\b"
)
_PENDING = re.compile(r"(?i)\b(?:niet|geen|nog|deels|gedeeltelijk|zal|zullen|nadat|zodra|wanneer|als\s+de\s+motie)\b")
_THE_MOTION = re.compile(r"(?i)\b(?:deze|die|de)\s+(?:(?:gewijzigde|aangenomen)\s+)?motie\b(?!s|-)")
_ASIDE = re.compile(r"\s*\([^()]{0,120}\)")
"""The number of the motion in brackets, whose points end no sentence."""
_FAR = 1500


@statements("execution")
def execution(ctx: GraphContext) -> Iterator[Statement]:
    if ctx.document.motion is not None:
        return
    for exchange in ctx.document.exchanges:
        asked = exchange.question or exchange.restated
        if asked is not None:
            yield from _in_exchange(ctx, exchange, asked)
    yield from _own_words(ctx)
    yield from _later_words(ctx)


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
        turn = _turn_at(ctx, motion.start)
        if turn is not None and turn.capacity is not Capacity.GOVERNMENT:
            continue  # what a member says of it is no statement by the government
        sentence = sentence_near(ctx, motion)
        if _CUE.search(sentence.of(ctx.text)):
            letter = ctx.letter_at(motion.start)
            yield from _statement(ctx, motion, sentence, letter, "execution.sentence/1", 0.85)
            if turn is not None:
                iri = ctx.ids.below(ctx.paper_iri, "uitspraak", f"{sentence.start}-{motion.start}")
                yield fact(iri, v.saidIn, turn_iri(ctx, turn.number), ctx.evidence(sentence, "execution.turn/1", 0.95))


def _turn_at(ctx: GraphContext, offset: int) -> Turn | None:
    """The turn in whose words an offset stands; None outside proceedings."""
    index = bisect_right(ctx.document.turns, offset, key=lambda turn: turn.speaker.start)
    turn = ctx.document.turns[index - 1] if index else None
    return turn if turn is not None and turn.words is not None and offset < turn.words.end else None


def _later_words(ctx: GraphContext) -> Iterator[Statement]:
    """ "Hiermee beschouw ik de motie als afgedaan.": of the one motion that the same letter named last."""
    linked = [m for m in ctx.mentions if m.type is MentionType.MOTION and m.iri]
    starts = [m.start for m in linked]
    for sentence in ctx.sentences if linked else ():
        words = sentence.of(ctx.text)
        named = bisect_left(starts, sentence.start)
        if claim_of(words) is None or not _THE_MOTION.search(words) or named < bisect_left(starts, sentence.end):
            continue
        letter = ctx.letter_at(sentence.start)
        last = linked[named - 1] if named else None
        if letter is None or last is None or sentence.start - last.end > _FAR or letter != ctx.letter_at(last.start):
            continue
        if any(
            s.start <= sentence.start < s.end for e in ctx.document.exchanges for s in (e.question, e.restated) if s
        ):
            continue
        there = sentence_near(ctx, last)
        if len({m.iri for m in linked if there.start <= m.start < there.end}) == 1:
            yield from _statement(ctx, last, sentence, letter, "execution.later/1", 0.85)


def claim_of(words: str) -> str | None:
    """What a sentence claims: carried out, closed, or that it will not be carried out. Adopted is neither, and what is
    still to come is no claim."""
    words = _ASIDE.sub("", words)
    if _REFUSED.search(words):
        return v.claim_refused
    if _PENDING.search(words):
        return None
    if _CLOSED.search(words):
        return v.claim_closed
    return v.claim_executed if _EXECUTED.search(words) else None


def _claim(ctx: GraphContext, iri: str, words: Span) -> Iterator[Statement]:
    """The claim of the last sentence of the words that makes one about a motion."""
    found: tuple[str, Span] | None = None
    at = words.start
    while at < words.end:
        sentence = ctx.sentence(at)
        part = Span(max(at, sentence.start), min(words.end, sentence.end))
        claim = claim_of(part.of(ctx.text)) if part.start < part.end else None
        if claim is not None and "motie" in part.of(ctx.text).lower():
            found = claim, part
        at = max(sentence.end, at + 1)
    if found is not None:
        yield fact(iri, v.executionClaim, found[0], ctx.evidence(found[1], "execution.claim/1", 0.9))


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
    yield from _claim(ctx, iri, words)
    if letter is not None and letter.date is not None:
        yield fact(iri, v.statedOn, letter.date.value, ctx.evidence(letter.date.span, "execution.day/1", 0.97))
    for post in (m for s in (letter.senders if letter else ()) for m in ctx.mentions_in(s, MentionType.MINISTER)):
        if post.iri:
            yield fact(iri, v.statedBy, post.iri, ctx.evidence(post, "execution.by/1", 0.95))
