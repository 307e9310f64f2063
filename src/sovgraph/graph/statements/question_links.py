"""Questions across parties and papers: who joins which, which are asked again, and which go on from an answer."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.pointing import NUMBERS, numbers_in, pointed_to, sentences_in
from sovgraph.model import Exchange, Issue, MentionType, Severity, Span, Statement

_WE = r"\b(?:leden|fracties?|zij|wij|ik)\b[^.?]{0,80}?"
_AGAIN = re.compile(
    rf"(?i){_WE}\b(?:stel(?:t|len)?|vra(?:agt|gen)|leg(?:t|gen))\b[^.?]{{0,60}}?\b(?:opnieuw|nogmaals)\b"
    rf"|{_WE}\bherha(?:al|alt|len)\s+(?:hun|haar|mijn|onze|de)\s+(?:eerdere\s+)?vra(?:ag|gen)\b"
    r"|\b(?:opnieuw|nogmaals)\s+(?:stel(?:t|len)?|vra(?:agt|gen)|leg(?:t|gen))\s+(?:de|deze|zij|wij|ik)\b"
    r"|\bvra(?:ag|gen)\b[^.?]{0,160}\balsnog\b[^.?]{0,40}\bbeantwoord|\balsnog\b[^.?]{0,40}\bantwoord\w*\s+op\s+(?:de\s+)?vra(?:ag|gen)\b"
)
"""Members who ask again; a question whether someone else was asked again is none of theirs."""
_MAY_TELL = re.compile("pnieuw|ogmaals|erha|lsnog|ntwoord")
"""Without one of these letters neither of the two matches."""
_FROM_ANSWER = re.compile(
    r"(?i)\b(?:naar\s+aanleiding\s+van|in\s+vervolg\s+op|in)\s+(?:(?:het|uw|de|zijn|haar)\s+)?(?:eerdere\s+)?antwoord(?:en)?\b"
)
_VRAAG = re.compile(rf"(?i)\bvra(?:ag|gen)\s+(?P<n>{NUMBERS})")
_JOINS = re.compile(
    r"(?i)\bsluit(?:en)?\s+zich\s+(?P<object>[^.?!\n]{0,260}?)(?=[.?!]|\n\n|\Z)",
)
_MEMBERS = re.compile(r"(?i)\b(?:de\s+)?(?:leden|fracties?|lid)\b")
_THESE = re.compile(r"(?i)\b(?P<which>deze|die|dezelfde|bovenstaande|voorgaande)\s+(?:\w+\s+)?(?P<form>vragen|vraag)\b")
_THEIRS = re.compile(r"(?i)\b(?:de\s+)?(?:\w+\s+)?(?P<form>vragen|vraag)\s+(?:die\s+zijn\s+)?(?:van|gesteld\s+door)\s+")
_ABOUT = re.compile(r"(?i)\b(?:over|inzake|betreffende|met\s+betrekking\s+tot|ten\s+aanzien\s+van)\s+(?P<topic>\S.*)")
_NOT = re.compile(r"\bniet\b")
_AIM = re.compile(r"(?i)(?<!\w)aan(?!\w)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_FILL = frozenset("deze voor door over naar zijn haar hun welke waarom kunt kan niet meer leden fractie".split())


@statements("question-links")
def question_links(ctx: GraphContext) -> Iterator[Statement]:
    for exchange in ctx.document.exchanges:
        asked = exchange.question or exchange.restated
        if asked is not None:
            yield from _earlier(ctx, ctx.question_iri(exchange.number, exchange.asked_in), asked)
    if any(e.asked_by for e in ctx.document.exchanges):
        yield from _joined(ctx)


def _earlier(ctx: GraphContext, iri: str, asked: Span) -> Iterator[Statement]:
    """The first sentence that says so and names the earlier letter or paper; the number of the question makes it
    that question, or its answer."""
    for sentence in sentences_in(ctx, asked):
        if _MAY_TELL.search(ctx.text, sentence.start, sentence.end) is None:
            continue
        again = _AGAIN.search(ctx.text, sentence.start, sentence.end)
        answer = _FROM_ANSWER.search(ctx.text, sentence.start, sentence.end)
        if again is None and answer is None:
            continue
        named = pointed_to(ctx, sentence)
        if named is None or named.iri in (ctx.paper_iri, ctx.home_iri(asked.start)):
            continue
        number = _VRAAG.search(ctx.text, sentence.start, sentence.end)
        several = numbers_in(number["n"]) if number and named.letter else ()
        way, kind, rule = (v.asksAgain, "vraag", "question.again/1")
        if again is None:
            way, kind, rule = (v.followsUp, "antwoord", "question.follows-up/1")
        where = ctx.evidence(sentence, rule, 0.92)
        for earlier in [ctx.ids.below(named.iri, kind, n) for n in several] or [named.iri]:
            yield fact(iri, way, earlier, where)
        return


def _joined(ctx: GraphContext) -> Iterator[Statement]:
    """ "De leden van de fractie van X sluiten zich bij deze vraag aan": X, at each question that the words cover."""
    for sentence, said in _joins(ctx):
        where = ctx.evidence(sentence, "question.joined/1", 0.93)
        asker = ctx.linked_in(Span(sentence.start, said.start), MentionType.PARTY)
        for exchange in _covered(ctx, sentence, said):
            iri = ctx.question_iri(exchange.number, exchange.asked_in)
            own = {m.iri for span in exchange.asked_by for m in ctx.linked_in(span, MentionType.PARTY)}
            for party in asker:
                if party.iri not in own:
                    yield fact(iri, v.joinedByParty, party.iri or "", where)


def unclear_joins(ctx: GraphContext) -> Iterator[Issue]:
    """Parties that join questions of which can't be told which they are."""
    if not any(e.asked_by for e in ctx.document.exchanges):
        return
    for sentence, said in _joins(ctx):
        if re.search(r"(?i)vra(?:ag|gen)\b", said.of(ctx.text)) and not _covered(ctx, sentence, said):
            message = "a party joins questions, but which ones can't be told"
            yield Issue("JOIN-UNCLEAR", Severity.INFO, ctx.document.source, message, sentence.start, sentence.end)


def _joins(ctx: GraphContext) -> Iterator[tuple[Span, Span]]:
    """Each sentence in which members join something, and what stands in it behind "sluiten zich"."""
    for match in _JOINS.finditer(ctx.text):
        start = max(ctx.sentence(match.start()).start, ctx.text.rfind("\n", 0, match.start()) + 1)
        said = Span(*match.span("object"))
        words = said.of(ctx.text)
        if _MEMBERS.search(ctx.text, start, match.start()) and _AIM.search(words) and not _NOT.search(words):
            yield Span(start, match.end()), said


def _covered(ctx: GraphContext, sentence: Span, said: Span) -> list[Exchange]:
    """The questions that are joined; none where the words could mean several."""
    letter = ctx.letter_at(sentence.start)
    key = letter.key if letter else None
    there = [e for e in ctx.document.exchanges if e.question is not None and e.asked_in == key]
    numbered = _VRAAG.search(ctx.text, said.start, said.end)
    if numbered is not None:
        wanted = numbers_in(numbered["n"])
        return [e for e in there if e.number in wanted]
    theirs = _THEIRS.search(ctx.text, said.start, said.end)
    if theirs is not None:
        return _of_parties(ctx, there, Span(theirs.end(), said.end), theirs["form"].lower() == "vraag")
    these = _THESE.search(ctx.text, said.start, said.end)
    return _these(there, sentence, these["form"].lower() == "vraag") if these else []


def _of_parties(ctx: GraphContext, there: list[Exchange], said: Span, single: bool) -> list[Exchange]:
    """Those of the parties named; "over X" keeps the ones that hold all words of X."""
    about = _ABOUT.search(ctx.text, said.start, said.end)
    parties = {m.iri for m in ctx.linked_in(Span(said.start, about.start() if about else said.end), MentionType.PARTY)}
    of_them = [e for e in there if parties & {m.iri for s in e.asked_by for m in ctx.linked_in(s, MentionType.PARTY)}]
    if about is not None:
        topic = _words(re.sub(r"\s+aan\s*$", "", about["topic"]))
        of_them = [e for e in of_them if e.question and topic and topic <= _words(e.question.of(ctx.text))]
    return of_them if len(of_them) == 1 or not single else []


def _words(text: str) -> set[str]:
    return {w.lower() for w in _WORD.findall(text)} - _FILL


def _these(there: list[Exchange], sentence: Span, single: bool) -> list[Exchange]:
    """ "deze vraag" in or behind a question means that one; before a list of questions, those that follow it under the
    same asker."""
    inside = [e for e in there if e.question and e.question.start <= sentence.start < e.question.end]
    before = [e for e in there if e.question and e.question.end <= sentence.start]
    last = inside or before[-1:]
    if last:
        group = last if single else [e for e in there if e.asked_by and e.asked_by == last[0].asked_by]
        named_since = [e for e in there if e.asked_by and last[0].asked_by and _between(e, last[0], sentence)]
        if not named_since:
            return group
    following = [e for e in there if e.asked_by and e.question and e.question.start > sentence.start]
    if not following or following[0].asked_by[-1].end > sentence.start:
        return []
    group = [e for e in following if e.asked_by == following[0].asked_by]
    return group if not single or len(group) == 1 else []


def _between(exchange: Exchange, last: Exchange, sentence: Span) -> bool:
    """Whether another party is named as asking between the question before and these words."""
    end = last.question.end if last.question else sentence.start
    return end <= exchange.asked_by[0].start < sentence.start
