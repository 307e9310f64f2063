"""Questions without numbers: reports of written consultations that set them out in paragraphs, party by party.

Only what is plain is read: a paragraph that asks something under a party's heading or in a letter of questions is a
question; it has an answer when the reply repeats it nearly word for word, when a line "Antwoord" follows it, or when
the reply has one part for the party that asks it.
"""

import re
from itertools import pairwise

from sovgraph.model import Exchange, Genre, Letter, Meta, Span
from sovgraph.structure.alternating import PART_TWO, read_in_turn
from sovgraph.structure.askers import Named, asked_by, parties_named
from sovgraph.structure.asking import any_asks
from sovgraph.structure.blocks import answers_by_party
from sovgraph.structure.claims import heaviest
from sovgraph.structure.doubts import NO_END, Doubt
from sovgraph.structure.edges import without_marks
from sovgraph.structure.layout import Layout, Line
from sovgraph.structure.paragraphs import PARTY_HEADING, Paragraph, paragraphs_in
from sovgraph.structure.replies import read_replies
from sovgraph.structure.signers import read_signers
from sovgraph.structure.similar import Candidates, alike

_REPORTS = (
    Genre.CONSULTATION_REPORT,
    Genre.FURTHER_CONSULTATION_REPORT,
    Genre.NOTE_AFTER_REPORT,
    Genre.REPLY_MEMORANDUM,
    Genre.REPORT,
    Genre.CONTRIBUTION,
)
_PART_ONE = re.compile(
    r"(?:I|1|A)?[.)]?\s*(?:Vragen en opmerkingen|Inbreng) (?:vanuit|van) de fracties"
    r"(?P<turn>,? (?:en|met) (?:de )?(?:reactie|antwoord(?:en)?|beantwoording)[^.?!]{0,100})?\W*(?:\d{1,3})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}[.)]\s+(?=[^\W\d_a-z]|[\"'(])")
_CONTENTS = re.compile(r"\s\d{1,3}\Z|\.{4,}")
_SAME = 80.0
_SIGNATURES = 2_000
_MOST = 400
"""More questions than any report has; comparing beyond it would cost more than it gives."""


def read_consultation(layout: Layout, meta: Meta, letters: tuple[Letter, ...]) -> list[Exchange]:
    """The exchanges of a report without numbers; none when the paper isn't one."""
    if meta.genre not in _REPORTS:
        return []
    if meta.genre in (Genre.NOTE_AFTER_REPORT, Genre.REPLY_MEMORANDUM):
        return read_replies(layout, Span(_after_head(meta), _before_signatures(layout)))
    if meta.genre in (Genre.REPORT, Genre.CONTRIBUTION):
        end = _before_signatures(layout) if meta.genre is Genre.REPORT else len(layout.view)
        return _asked_only(layout, Span(_after_head(meta), end))
    return _from_letters(layout, letters) or _from_parts(layout)


def _after_head(meta: Meta) -> int:
    return max((d.span.end for d in meta.dates), default=meta.title_span.end if meta.title_span else 0)


def _before_signatures(layout: Layout) -> int:
    end = len(layout.view)
    return read_signers(layout, max(end - _SIGNATURES, 0), end)[1] or end


def _asked_only(layout: Layout, span: Span) -> list[Exchange]:
    """The report on a bill: paragraphs that ask after a party was named. The answers are in another paper."""
    named = parties_named(layout, span.start, span.end)
    asked = [p for p in paragraphs_in(layout, span) if _asks(layout, p) and named and named[0].start < p.span.end]
    return _matched(layout, asked, [], named, None, None)


def _asks(layout: Layout, paragraph: Paragraph) -> bool:
    return not paragraph.heading and any_asks(layout.view[paragraph.span.start : paragraph.span.end])


def _from_letters(layout: Layout, letters: tuple[Letter, ...]) -> list[Exchange]:
    found: list[Exchange] = []
    for position, letter in enumerate(letters):
        if letter.kind != "questions":
            continue
        reply = next((x for x in letters[position + 1 :] if x.kind == "answer"), None)
        asked = [p for p in paragraphs_in(layout, letter.body) if _asks(layout, p)]
        named = parties_named(layout, letter.body.start, letter.body.end)
        replies = paragraphs_in(layout, reply.body) if reply else []
        found += _matched(layout, asked, replies, named, letter.key, reply.key if reply else None)
    return found


def _from_parts(layout: Layout) -> list[Exchange]:
    """The report of the Tweede Kamer: part I with questions, part II with answers, or both in turn."""
    first, second = _parts(layout)
    if first is None:
        return []
    questions = paragraphs_in(layout, first)
    named = parties_named(layout, first.start, first.end)
    if second is not None:
        asked = [p for p in questions if _asks(layout, p)]
        found = _matched(layout, asked, paragraphs_in(layout, second), named, None, None)
        return answers_by_party(layout, found, first, second)
    in_turn = read_in_turn(layout, questions, named, lambda p: _asks(layout, p))
    return in_turn or read_replies(layout, first)


def _parts(layout: Layout) -> tuple[Span | None, Span | None]:
    """Parts I and II by their headings; lines of the table of contents end with a page number."""
    first: int | None = None
    replies: list[Line] = []
    in_turn = False
    for line in layout.lines:
        text = layout.text(line)
        if not text or len(text) > 220 or _CONTENTS.search(text):
            continue
        begins = _PART_ONE.fullmatch(text) if first is None else None
        if first is None and (begins or PARTY_HEADING.fullmatch(text)):
            first, in_turn = line.end, bool(begins and begins["turn"])
        elif first is not None and PART_TWO.fullmatch(text):
            replies.append(line)
    if first is None:
        return None, None
    end = len(layout.view)
    # "Reactie van de minister" again and again stands before each answer: then there are no two parts.
    if in_turn or len(replies) != 1:
        return Span(first, end), None
    return Span(first, replies[0].start), Span(replies[0].end, end)


def _matched(
    layout: Layout,
    asked: list[Paragraph],
    replies: list[Paragraph],
    named: list[Named],
    asked_in: str | None,
    answered_in: str | None,
) -> list[Exchange]:
    """Each question with the paragraph that repeats it; its answer runs to the next repeated question or heading."""
    asked = asked[:_MOST]
    places = _places(asked, replies)
    exchanges = []
    for number, question in enumerate(asked):
        restated = answer = None
        if number in places:
            restated = _without_number(layout, replies[places[number]].span)
            answer = _answer_after(layout, replies, places[number], set(places.values()))
        by = asked_by(named, question.span, named[0].start if named else 0)
        asked_span = _without_number(layout, question.span)
        span = without_marks(layout, asked_span.start, asked_span.end)
        key = answered_in if answer else None
        exchanges.append(Exchange(str(number + 1), span, restated, answer, asked_in, key, (), by))
    return exchanges


def _without_number(layout: Layout, span: Span) -> Span:
    """The words behind "12. "; such numbers count a party's questions, and are no name of theirs."""
    number = _NUMBER.match(layout.view, span.start, span.end)
    return Span(number.end(), span.end) if number else span


def run_on(exchanges: list[Exchange]) -> list[Doubt]:
    """Answers that may hold that to the next question as well, for no words were found that repeat it."""
    found = []
    for exchange, following in pairwise(exchanges):
        if exchange.restated and exchange.answer and not following.answer and not following.restated:
            message = f"the answer to question {exchange.number} may run on into that to question {following.number}"
            found.append(Doubt(NO_END, message, exchange.answer))
    return found


def _places(asked: list[Paragraph], replies: list[Paragraph]) -> dict[int, int]:
    """For each question the paragraph that repeats it, both in their order."""
    heads = Candidates(p.words for p in replies)
    options = []
    for question in asked:
        scores = [(place, alike(question.words, replies[place].words)) for place in sorted(heads.like(question.words))]
        options.append([(place, score) for place, score in scores if score >= _SAME])
    return heaviest(options)


def _answer_after(layout: Layout, replies: list[Paragraph], place: int, taken: set[int]) -> Span | None:
    last = place
    while last + 1 < len(replies) and last + 1 not in taken and not replies[last + 1].heading:
        last += 1
    return without_marks(layout, replies[place + 1].span.start, replies[last].span.end) if last > place else None
