"""What a letter says of other letters: replies to, reminds of, replaces, withdraws, sends on, goes on from, leaves open."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.letters import names_letter
from sovgraph.graph.statements.pointing import NUMBERS, Pointed, numbers_in, pointed_to, sentences_in
from sovgraph.model import Genre, Letter, MentionType, Span, Statement

_OPENING = 1_500
"""What a letter answers stands near its beginning."""
_YOURS = re.compile(
    r"(?i)\buw\s+(?:\w+\s+)?(?:brief|vragen|verzoek)\b|\bingezonden\b|\b(?:de|uw)\s+(?:schriftelijke\s+)?vragen\s+(?:van|uit)\b"
)
_STILL_OPEN = re.compile(
    r"(?i)nog\s+(?:altijd\s+|steeds\s+)?(?:geen|niet)\b[^.]{0,90}\b(?:antwoord|beantwoord|reactie|ontvangen)"
    r"|\b(?:antwoord|reactie)\b[^.]{0,60}\bnog\s+(?:niet|geen)\b|\bherinner\w*\b|\bwacht(?:en)?\s+nog\b"
)
_LISTED = re.compile(r"[ ]*[-•*]\s+")
_EARLIER = re.compile(r"(?i)rappel|herinneringsbrief")
_REPLACES = re.compile(
    r"(?i)\bvervang(?:t|en)\s+(?=(?:de|mijn|onze|haar|zijn|uw)\s+(?:eerdere\s+)?(?:\w+)?brief\b)"
    r"|\bter\s+vervanging\s+van\s+(?=(?:de|mijn|onze|haar|zijn|uw)\s+(?:eerdere\s+)?(?:\w+)?brief\b)"
)
_THIS = re.compile(r"(?i)\bdeze\s+brief\b|\bhierbij\b|\bbijgaand\w*\b|\bmet\s+deze\b")
_WITHDRAWS = re.compile(
    rf"(?i)\btrek(?:t|ken)\s+(?:(?:de|hun|haar|zijn)\s+)?(?P<what>vra(?:ag|gen)\s+(?P<n>{NUMBERS})|(?:\w+)?brief\b)[^.;]{{0,200}}\bin\b(?=[^.;]{{0,30}}[.;]|\s*$)"
    rf"|\b(?P<what2>vra(?:ag|gen)\s+(?P<n2>{NUMBERS}))[^.;]{{0,200}}\b(?:wordt|worden|is|zijn)\s+(?:hierbij\s+|hiermee\s+)?ingetrokken\b"
)
_SENT_ON = re.compile(
    r"(?i)\b(?:doorgezonden|doorgeleid|doorgestuurd|overgedragen|ter\s+beantwoording\s+(?:gezonden|gestuurd))\s+(?:aan|naar)\s+"
)
_ROUND = re.compile(r"(?i)\bkennis\s*genomen\b|\bnaar\s+aanleiding\s+van\b")
_ANSWERED = re.compile(r"(?i)\bantwoord(?:en)?\b|\bbeantwoording\b|\bantwoordbrief\b")
_PARTLY = re.compile(
    r"(?i)\been\s+deel\s+van\s+(?:de|uw)\s+(?:antwoorden|vragen)\b|\bde\s+eerste\s+antwoorden\b"
    r"|\b(?:gedeeltelijk|deels)\b[^.]{0,60}\bbeantwoord|\bbeantwoord[^.]{0,40}\b(?:gedeeltelijk|deels)\b"
    r"|\bde\s+(?:overige|resterende)\s+(?:vragen|antwoorden)\s+(?:volgen|worden|ontvangt|beantwoord|zal)\b"
)
_LATER = re.compile(
    rf"(?i)\bvra(?:ag|gen)\s+(?P<n>{NUMBERS})[^.?]{{0,80}}?\b(?:volg(?:t|en)\b|(?:word(?:t|en)|zal|zullen|beantwoord\s+ik|ontvangt\s+u)\b"
    r"[^.?]{0,60}?\b(?:later|apart|afzonderlijk|separaat|aparte\s+brief|afzonderlijke\s+brief|nog)\b)"
)


@statements("letter-links")
def letter_links(ctx: GraphContext) -> Iterator[Statement]:
    for letter in ctx.document.letters:
        home = ctx.letter_iri(letter.key)
        for sentence in sentences_in(ctx, letter.body):
            if _has(ctx, sentence, "ervang"):
                yield from _replaced(ctx, home, sentence)
            if _has(ctx, sentence, "trek") or _has(ctx, sentence, "trokken"):
                yield from _withdrawn(ctx, home, sentence)
            if letter.kind == "reminder":
                yield from _reminded(ctx, home, sentence)
            elif letter.kind == "questions":
                yield from _goes_on(ctx, home, sentence, letter)
            elif letter.kind in ("letter", "answer"):
                yield from _sent_on(ctx, sentence)
        if letter.kind == "reminder":
            yield from _listed(ctx, home, letter)
        if letter.kind in ("answer", "delay"):
            yield from _replies(ctx, home, letter)
        if letter.kind == "answer":
            yield from _in_part(ctx, home, letter)


def _has(ctx: GraphContext, sentence: Span, literal: str) -> bool:
    """Whether the letters stand there without which no pattern matches: it is much cheaper to ask."""
    return ctx.text.find(literal, sentence.start, sentence.end) >= 0


def _replies(ctx: GraphContext, home: str, letter: Letter) -> Iterator[Statement]:
    """The letter outside the paper that an answer or a delay names as yours."""
    printed = {ctx.letter_iri(x.key) for x in ctx.document.letters if x.kind == "questions"}
    if printed:
        return
    for sentence in sentences_in(ctx, letter.body):
        if sentence.start > letter.body.start + _OPENING:
            return
        if _YOURS.search(ctx.text, sentence.start, sentence.end) is None:
            continue
        named = pointed_to(ctx, sentence)
        if named is not None and named.letter and named.iri != home:
            yield fact(home, v.inReplyTo, named.iri, ctx.evidence(named.where, "letter.reply-outside/1", 0.95))
            return


def _reminded(ctx: GraphContext, home: str, sentence: Span) -> Iterator[Statement]:
    """A letter that a sentence says is still open; those in lists are read with the letters and in `_listed`."""
    if _LISTED.match(ctx.text, _line_start(ctx, sentence.start)):
        return
    cue = _STILL_OPEN.search(ctx.text, sentence.start, sentence.end)
    if cue is None or _EARLIER.search(ctx.text, sentence.start, sentence.end):
        return
    named = pointed_to(ctx, sentence)
    if named is not None and named.letter and named.iri != home:
        yield fact(home, v.reminds, named.iri, ctx.evidence(sentence, "letter.reminds-told/1", 0.93))


def _listed(ctx: GraphContext, home: str, letter: Letter) -> Iterator[Statement]:
    """Letters in the list of a reminder that have a date and no kenmerk."""
    for day in ctx.mentions_in(letter.body, MentionType.DATE):
        start, end = _line_start(ctx, day.start), ctx.text.find("\n", day.end)
        line = Span(start, end if end > 0 else len(ctx.text))
        if not names_letter(ctx, day) or _LISTED.match(ctx.text, line.start) is None:
            continue
        named = pointed_to(ctx, line)
        told = named is None or named.where != day or _EARLIER.search(ctx.text, line.start, line.end)
        if named is not None and not told and named.letter and named.iri != home:
            yield fact(home, v.reminds, named.iri, ctx.evidence(line, "letter.reminds-dated/1", 0.93))


def _line_start(ctx: GraphContext, offset: int) -> int:
    return ctx.text.rfind("\n", 0, offset) + 1


def _replaced(ctx: GraphContext, home: str, sentence: Span) -> Iterator[Statement]:
    cue = _REPLACES.search(ctx.text, sentence.start, sentence.end)
    if cue is None or _THIS.search(ctx.text, sentence.start, cue.start()) is None:
        return
    named = pointed_to(ctx, Span(cue.end(), sentence.end))
    if named is not None and named.iri not in (home, ctx.paper_iri):
        whole = Span(cue.start(), named.where.end)
        subject = home if named.letter else ctx.paper_iri
        yield fact(subject, v.DCTERMS_replaces, named.iri, ctx.evidence(whole, "letter.replaces/1", 0.95))


def _withdrawn(ctx: GraphContext, home: str, sentence: Span) -> Iterator[Statement]:
    """Questions by number in a letter that is named, or in the only letter of questions that the paper prints."""
    cue = _WITHDRAWS.search(ctx.text, sentence.start, sentence.end)
    if cue is None:
        return
    where = ctx.evidence(Span(*cue.span()), "letter.withdraws/1", 0.95)
    named = pointed_to(ctx, sentence)
    asked = [x for x in ctx.document.letters if x.kind == "questions"]
    letter = named.iri if named is not None and named.letter else None
    if named is None and len(asked) == 1:
        letter = ctx.letter_iri(asked[0].key)
    numbers = cue["n"] or cue["n2"]
    if letter is not None and numbers:
        for number in numbers_in(numbers):
            yield fact(home, v.withdraws, ctx.ids.below(letter, "vraag", number), where)
    elif named is not None and named.letter and named.iri != home:
        yield fact(home, v.withdraws, named.iri, where)


def _sent_on(ctx: GraphContext, sentence: Span) -> Iterator[Statement]:
    """ "uw brief van 3 mei heb ik doorgezonden aan de minister van X": who answers that letter."""
    cue = _SENT_ON.search(ctx.text, sentence.start, sentence.end)
    if cue is None or _YOURS.search(ctx.text, sentence.start, cue.start()) is None:
        return
    named = pointed_to(ctx, Span(sentence.start, cue.start()))
    posts = ctx.linked_in(Span(cue.end(), sentence.end), MentionType.MINISTER)
    if named is not None and named.letter and posts and posts[0].start - cue.end() < 30:
        where = (ctx.evidence(named.where, "letter.sent-on/1", 0.95), ctx.evidence(posts[0], "letter.sent-on/1", 0.95))
        yield fact(named.iri, v.passedTo, posts[0].iri or "", *where)


def _goes_on(ctx: GraphContext, home: str, sentence: Span, letter: Letter) -> Iterator[Statement]:
    """The answers that a further round goes on from: named in a report of such a round, or as answers."""
    if sentence.start > letter.body.start + _OPENING or _ROUND.search(ctx.text, sentence.start, sentence.end) is None:
        return
    further = ctx.document.meta.genre is Genre.FURTHER_CONSULTATION_REPORT
    if not further and _ANSWERED.search(ctx.text, sentence.start, sentence.end) is None:
        return
    if any(e.question and e.question.start <= sentence.start < e.question.end for e in ctx.document.exchanges):
        return
    named = pointed_to(ctx, sentence)
    if named is None or named.iri in (home, ctx.paper_iri):
        return
    where = ctx.evidence(named.where, "letter.goes-on/1", 0.93)
    yield fact(home, v.followsUp, named.iri, where)
    if further:
        yield fact(ctx.ids.below(ctx.paper_iri, "overleg"), v.followsUp, named.iri, where)


def _in_part(ctx: GraphContext, home: str, letter: Letter) -> Iterator[Statement]:
    """Words before the answers that say which of them are not among these."""
    asked = _asked_by_letter(ctx, letter)
    if asked is None:
        return
    starts = [
        span.start
        for e in ctx.document.exchanges
        if e.answered_in == letter.key
        for span in (e.restated, e.answer)
        if span is not None
    ]
    end = min([*starts, letter.body.end, letter.body.start + _OPENING])
    opening = Span(letter.body.start, max(end, letter.body.start))
    partly = _PARTLY.search(ctx.text, opening.start, opening.end)
    if partly is not None:
        yield fact(home, v.answersPartly, asked, ctx.evidence(Span(*partly.span()), "letter.in-part/1", 0.95))
    for later in _LATER.finditer(ctx.text, opening.start, opening.end):
        where = ctx.evidence(Span(*later.span()), "letter.leaves-open/1", 0.95)
        yield fact(home, v.answersPartly, asked, where)
        for number in numbers_in(later["n"]):
            yield fact(home, v.leavesOpen, ctx.ids.below(asked, "vraag", number), where)


def _asked_by_letter(ctx: GraphContext, letter: Letter) -> str | None:
    """The letter that this one answers: by its answers, else the only one with questions, else the one it names."""
    keys = {e.asked_in for e in ctx.document.exchanges if e.answered_in == letter.key and e.asked_in}
    if len(keys) == 1:
        return ctx.letter_iri(keys.pop())
    asked = [x for x in ctx.document.letters if x.kind == "questions"]
    if len(asked) == 1:
        return ctx.letter_iri(asked[0].key)
    named: Pointed | None = None
    if not asked:
        body = Span(letter.body.start, min(letter.body.end, letter.body.start + _OPENING))
        named = pointed_to(ctx, body)
    return named.iri if named is not None and named.letter else None
