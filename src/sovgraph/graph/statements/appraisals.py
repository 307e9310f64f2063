"""What the cabinet thinks of a motion, in its own words: in a debate or in a letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.questions import plain
from sovgraph.graph.statements.turns import turn_iri
from sovgraph.model import Capacity, Genre, Literal, MentionType, Span, Statement, Turn

_MOTION = re.compile(
    r"\b(?:[Mm]oties?|die|deze)\b[^.;?!]{0,60}?\bop\s+stuk(?:ken)?\s+(?:nrs?\.?|letters?)\s*"
    r"(?P<numbers>(?:\d{1,5}[a-z]?|[A-Z]{1,2})(?:(?:\s*,\s*|\s+en\s+)(?:\d{1,5}[a-z]?|[A-Z]{1,2}))*)(?!\w)"
)
_NUMBER = re.compile(r"\d{1,5}[a-z]?|[A-Z]{1,2}")
_AGAIN = re.compile(r"(?i)\b(?:de|die|deze|uw|zijn|haar)\s+motie\b(?!s)")
_ANOTHER = re.compile(
    r"(?i)\bmoties?\s?-\s?[A-ZÀ-Þ]|\bmoties?\s+(?:van\s+(?:de\s+|het\s+)?(?:he(?:er|ren)|leden|lid|mevrouw|[A-ZÀ-Þ])|nr\b|nummer\b)"
    r"|\b(?:volgende|eerste|tweede|derde|vierde|vijfde|zesde|andere|laatste)\s+moties?\b|\bmoties\b|\bop\s+stuk\b|\bamendement"
)
"""Words that go on to another motion, which isn't named by a number that is known."""
_SHORT = re.compile(
    r"(?i)^\W*(?:(?:dan|dus|ook|hier|daar|die|deze|dat|ze|zij|hem|voor|geef|ik|krijgt|wordt|is)\s+){0,4}"
    r"(?:oordeel\s+kamer|ontra(?:den|ad))\b"
)
"""The whole answer to what was named just before: "Oordeel Kamer.", "Die ontraad ik."."""

_TO_HOUSE = re.compile(
    r"(?i)\boordeel\s+(?:van\s+(?:de\s+|uw\s+)?|aan\s+(?:de\s+|uw\s+)?|)Kamer\b|\baan\s+het\s+oordeel\s+van\s+uw\s+Kamer\b"
)
_AGAINST = re.compile(
    r"(?i)\bik\b[^.;?!]{0,90}?\bontra(?:ad|den)\b|\bontraad\s+(?:ik|het\s+kabinet|wij)\b|\bontraden\s+wij\b"
    r"|\b(?:het\s+kabinet|de\s+regering)\s+ontraadt\b|\bwordt\s+(?:daarom\s+|derhalve\s+|dus\s+)?ontraden\b"
    r"|[:,]\s*ontraden\b|^\W*ontraden\b"
)
_TAKES_OVER = re.compile(
    r"(?i)\bik\b[^.;?!]{0,60}?\bmotie\b[^.;?!]{0,60}?\bover(?:nemen|\s*$)|\b(?:neem|nemen)\s+(?:ik|wij)\b[^.;?!]{0,80}?\bover\b(?!\s+\w+\s+nagedacht)"
    r"|\b(?:kan|kunnen)\s+(?:ik|wij)\b[^.;?!]{0,60}?\bovernemen\b|\bkan\s+worden\s+overgenomen\b"
)
_ASKS_TO_HOLD = re.compile(
    r"(?i)\b(?:verzoek|vraag|zou\b[^.;?!]{0,40}\b(?:willen\s+)?(?:verzoeken|vragen))\b[^.;?!]{0,120}?\baan\s+te\s+houden\b"
)
_PREMATURE = re.compile(r"(?i)\bontijdig\b")
_SUPERFLUOUS = re.compile(
    r"(?i)\bmotie\b[^.;?!]{0,80}\boverbodig\b|\boverbodig\b[^.;?!]{0,40}\bmotie\b|[:,]\s*overbodig\b"
)
_VALUES = (
    (_ASKS_TO_HOLD, v.appraisal_asked_to_hold),
    (_TAKES_OVER, v.appraisal_taken_over),
    (_PREMATURE, v.appraisal_premature),
    (_SUPERFLUOUS, v.appraisal_superfluous),
    (_AGAINST, v.appraisal_advised_against),
    (_TO_HOUSE, v.appraisal_left_to_house),
)
_NOT_SAID = re.compile(r"(?i)\b(?:niet|geen|waarom|nooit|noch)\b")
_IF = re.compile(r"(?i)\b(?:tenzij|als|indien|mits)\b")
_CHAIR = re.compile(
    r"^\W*(?:De\s+)?[Mm]otie\s+op\s+stuk\s+(?:nr\.?|letter)\s*(?:\d{1,5}[a-z]?|[A-Z]{1,2})\s*"
    r"(?::|,|krijgt|heeft|is|wordt)\s*(?:het\s+|dus\s+)?(?:oordeel\s+Kamer|ontraden)\s*[.!]?\W*$"
)
_ASIDE = re.compile(r"\s*\([^()]{0,120}\)")
_GLUED = re.compile(r"(?<=[a-zà-ÿ][.?!])(?=[A-ZÀ-Þ][a-z])")
"""Text from PDF loses blanks between sentences: "aan de Kamer laten.Dan de motie op stuk nr. 12."."""
_LETTERS = (Genre.LETTER,)


@dataclass(frozen=True)
class _Said:
    """An appraisal with the words that name the motion."""

    motion: str
    value: str
    sentence: Span
    named: Span
    turn: Turn | None = None


@statements("appraisals")
def appraisals(ctx: GraphContext) -> Iterator[Statement]:
    """The last word on each motion in a paper counts: in a debate the first is often not yet the last."""
    last: dict[str, _Said] = {}
    for said in (*_in_debate(ctx), *_in_letters(ctx)):
        last[said.motion] = said
    for motion in sorted(last):
        yield from _facts(ctx, last[motion])


def _facts(ctx: GraphContext, said: _Said) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "appreciatie", f"{said.sentence.start}-{said.motion.rsplit('/', 1)[-1]}")
    where = ctx.evidence(said.sentence, "appraisal/1", 0.9)
    yield fact(iri, v.RDF_type, v.Appraisal, where)
    text = plain(said.sentence.of(ctx.text))
    yield fact(iri, v.RDFS_label, Literal(text if len(text) <= 80 else f"{text[:79]}…", lang="nl"), where)
    yield fact(iri, v.about, said.motion, ctx.evidence(said.named, "appraisal.motion/1", 0.9))
    yield fact(iri, v.appraisedAs, said.value, where)
    yield fact(iri, v.statementText, Literal(text, lang="nl"), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    if said.turn is not None:
        yield fact(iri, v.saidIn, turn_iri(ctx, said.turn.number), where)
        return
    letter = ctx.letter_at(said.sentence.start)
    for sender in letter.senders if letter else ():
        for post in ctx.linked_in(sender, MentionType.MINISTER):
            yield fact(iri, v.statedBy, post.iri or "", ctx.evidence(post, "appraisal.by/1", 0.95))


def _value(words: str) -> str | None:
    """What a sentence says; nothing when it asks, denies, makes a condition, or says two things."""
    words = _ASIDE.sub("", words)
    if words.rstrip().endswith("?") or _NOT_SAID.search(words):
        return None
    found = {value for pattern, value in _VALUES if pattern.search(words)}
    if found == {v.appraisal_premature, v.appraisal_advised_against}:
        return v.appraisal_premature
    if len(found) != 1 or (_IF.search(words) and v.appraisal_left_to_house not in found):
        return None
    return found.pop()


def _in_debate(ctx: GraphContext) -> Iterator[_Said]:
    """Sentences of members of the government, and of the chair who sums up, on motions moved in this meeting."""
    papers: dict[tuple[str | None, str], set[str]] = {}
    items = {turn.number: turn.item for turn in ctx.document.turns}
    for motion in ctx.document.moved:
        if motion.paper is not None and motion.number is not None:
            item = items.get(motion.turn) if motion.turn is not None else None
            for key in {item, None}:
                papers.setdefault((key, motion.number.of(ctx.text)), set()).add(ctx.ids.paper(motion.paper))
    if not papers:
        return
    current: _Said | None = None
    for turn in ctx.document.turns:
        if turn.words is None:
            continue
        if turn.capacity in (Capacity.MEMBER, Capacity.OTHER):
            current = None
            continue
        for sentence in _sentences(ctx, turn.words):
            named = _named(ctx, sentence, turn, papers)
            if named is not None:
                current = named[0] if len(named) == 1 else None
            elif _ANOTHER.search(ctx.text, sentence.start, sentence.end):
                current = None
            yield from _judged(ctx, sentence, turn, named, current)


def _sentences(ctx: GraphContext, within: Span) -> Iterator[Span]:
    at = within.start
    while at < within.end:
        sentence = ctx.sentence(at)
        start, end = max(sentence.start, within.start), min(sentence.end, within.end)
        for glued in _GLUED.finditer(ctx.text, start, end):
            yield Span(start, glued.start())
            start = glued.start()
        if start < end:
            yield Span(start, end)
        at = max(sentence.end, at + 1)


def _named(
    ctx: GraphContext, sentence: Span, turn: Turn, papers: dict[tuple[str | None, str], set[str]]
) -> list[_Said] | None:
    """The motions that a sentence names by number; None when it names none, empty when one is unknown."""
    found: list[_Said] = []
    for match in _MOTION.finditer(ctx.text, sentence.start, sentence.end):
        for number in _NUMBER.finditer(ctx.text, *match.span("numbers")):
            meant = papers.get((turn.item, number[0])) or papers.get((None, number[0]), set())
            if len(meant) != 1:
                return []
            found.append(_Said(next(iter(meant)), "", sentence, Span(*number.span()), turn))
    return found or None


def _judged(
    ctx: GraphContext, sentence: Span, turn: Turn, named: list[_Said] | None, current: _Said | None
) -> Iterator[_Said]:
    words = sentence.of(ctx.text)
    if turn.capacity is Capacity.CHAIR and not _CHAIR.match(words):
        return
    value = _value(words)
    if value is None:
        return
    if named is None:
        named = [current] if current is not None and (_AGAIN.search(words) or _SHORT.match(words)) else []
    for said in named:
        yield replace(said, value=value, sentence=sentence, turn=turn)


def _in_letters(ctx: GraphContext) -> Iterator[_Said]:
    """A letter of a minister that names a motion by its number or movers and says in the same sentence what it thinks."""
    if ctx.document.meta.genre not in _LETTERS:
        return
    seen: dict[Span, dict[str, Span]] = {}
    for mention in ctx.mentions:
        if mention.type is MentionType.MOTION and mention.iri:
            named = Span(mention.start, mention.end)
            seen.setdefault(ctx.sentence(mention.start), {}).setdefault(mention.iri, named)
    for sentence, motions in seen.items():
        value = _value(sentence.of(ctx.text))
        if value is not None and len(motions) == 1:
            motion, named = next(iter(motions.items()))
            yield _Said(motion, value, sentence, named)
