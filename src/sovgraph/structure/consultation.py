"""Questions without numbers: reports of written consultations that set them out in paragraphs, party by party.

Only what is plain is read: a paragraph that asks something under a party's heading or in a letter of questions is a
question; it has an answer when the reply repeats it nearly word for word, or when a line "Antwoord" follows it.
"""

import re
from dataclasses import dataclass

from sovgraph.model import Exchange, Genre, Letter, Meta, Span
from sovgraph.structure.askers import Named, asked_by, parties_named
from sovgraph.structure.edges import trimmed, without_marks
from sovgraph.structure.labels import bare_answer
from sovgraph.structure.layout import Layout
from sovgraph.structure.similar import alike, plain

_REPORTS = (Genre.CONSULTATION_REPORT, Genre.FURTHER_CONSULTATION_REPORT, Genre.NOTE_AFTER_REPORT, Genre.REPORT)
_PART_ONE = re.compile(
    r"(?:I|1|A)?[.)]?\s*(?:Vragen en opmerkingen|Inbreng) (?:vanuit|van) de fracties\W*(?:\d{1,3})?", re.IGNORECASE
)
_PART_TWO = re.compile(
    r"(?:II|2|B)?[.)]?\s*(?:Antwoord(?:en)?|Reactie|Beantwoording)(?:\s*/\s*(?:Antwoord|Reactie))?\s+van\s+(?:de|het)\s+"
    r"(?:minister|staatssecretaris|bewindsperso|kabinet|regering)[^.?!]{0,160}",
    re.IGNORECASE,
)
_PARTY_HEADING = re.compile(
    r"(?:\d{1,2}[.)]?\s*)?(?:Vragen en opmerkingen|Inbreng|Vragen|Reactie op (?:de )?vragen)"
    r"[^.?!]{0,40}\b(?:fractie|leden)\b[^.?!]{0,120}",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"\s\d{1,3}\Z|\.{4,}")
_SAME = 80.0
_MOST = 400
"""More questions than any report has; comparing beyond it would cost more than it gives."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    words: str
    heading: bool


def read_consultation(layout: Layout, meta: Meta, letters: tuple[Letter, ...]) -> list[Exchange]:
    """The exchanges of a report without numbers; none when the paper isn't one."""
    if meta.genre not in _REPORTS:
        return []
    by_letters = _from_letters(layout, letters)
    return by_letters or _from_parts(layout)


def _from_letters(layout: Layout, letters: tuple[Letter, ...]) -> list[Exchange]:
    found: list[Exchange] = []
    for position, letter in enumerate(letters):
        if letter.kind != "questions":
            continue
        reply = next((x for x in letters[position + 1 :] if x.kind == "answer"), None)
        asked = [p for p in _paragraphs(layout, letter.body) if "?" in p.words]
        named = parties_named(layout, letter.body.start, letter.body.end)
        replies = _paragraphs(layout, reply.body) if reply else []
        found += _matched(layout, asked, replies, named, letter.key, reply.key if reply else None)
    return found


def _from_parts(layout: Layout) -> list[Exchange]:
    """The report of the Tweede Kamer: part I with questions, part II with answers, or both in turn."""
    first, second = _parts(layout)
    if first is None:
        return []
    questions = _paragraphs(layout, first)
    named = parties_named(layout, first.start, first.end)
    if second is not None:
        asked = [p for p in questions if "?" in p.words and not p.heading]
        return _matched(layout, asked, _paragraphs(layout, second), named, None, None)
    return _in_turn(layout, questions, named)


def _parts(layout: Layout) -> tuple[Span | None, Span | None]:
    """Parts I and II by their headings; lines of the table of contents end with a page number."""
    first = second = None
    for line in layout.lines:
        text = layout.text(line)
        if not text or len(text) > 220 or _CONTENTS.search(text):
            continue
        if first is None and (_PART_ONE.fullmatch(text) or _PARTY_HEADING.fullmatch(text)):
            first = line.end
        elif first is not None and second is None and _PART_TWO.fullmatch(text):
            second = line.end
    if first is None:
        return None, None
    end = len(layout.view)
    if second is None:
        return Span(first, end), None
    return Span(first, second), Span(second, end)


def _paragraphs(layout: Layout, span: Span) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    start = end = -1
    for index in range(layout.line_index(span.start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= span.end:
            break
        if line.blank or line.start < span.start:
            if start >= 0:
                _add(found, layout, start, end)
            start = -1
        else:
            start, end = (line.start if start < 0 else start), min(line.end, span.end)
    if start >= 0:
        _add(found, layout, start, end)
    return found


def _add(found: list[_Paragraph], layout: Layout, start: int, end: int) -> None:
    span = trimmed(layout, start, end)
    if span is None:
        return
    text = layout.view[span.start : span.end]
    heading = len(text) < 200 and _PARTY_HEADING.fullmatch(text) is not None
    found.append(_Paragraph(span, plain(text) if not heading else "", heading))


def _matched(
    layout: Layout,
    asked: list[_Paragraph],
    replies: list[_Paragraph],
    named: list[Named],
    asked_in: str | None,
    answered_in: str | None,
) -> list[Exchange]:
    """Each question with the paragraph that repeats it; its answer runs to the next repeated question or heading."""
    asked = asked[:_MOST]
    places: dict[int, int] = {}
    position = 0
    for number, question in enumerate(asked):
        scores = (
            (alike(question.words, p.words), -i) for i, p in enumerate(replies[position : position + 120]) if p.words
        )
        score, place = max(scores, default=(0.0, 0))
        if score >= _SAME:
            places[number] = position - place
            position = places[number] + 1
    exchanges = []
    for number, question in enumerate(asked):
        restated = answer = None
        if number in places:
            restated = replies[places[number]].span
            answer = _answer_after(layout, replies, places[number], set(places.values()))
        by = asked_by(named, question.span, named[0].start if named else 0)
        span = without_marks(layout, question.span.start, question.span.end)
        key = answered_in if answer else None
        exchanges.append(Exchange(str(number + 1), span, restated, answer, asked_in, key, (), by))
    return exchanges


def _answer_after(layout: Layout, replies: list[_Paragraph], place: int, taken: set[int]) -> Span | None:
    last = place
    while last + 1 < len(replies) and last + 1 not in taken and not replies[last + 1].heading:
        last += 1
    return without_marks(layout, replies[place + 1].span.start, replies[last].span.end) if last > place else None


def _in_turn(layout: Layout, paragraphs: list[_Paragraph], named: list[Named]) -> list[Exchange]:
    """Questions followed by a line "Antwoord" and the answer, until the next paragraph that names who asks."""
    exchanges: list[Exchange] = []
    question: Span | None = None
    answer: Span | None = None
    starts = {n.start for n in named}
    for paragraph in (*paragraphs, None):
        label = bare_answer(layout.view[paragraph.span.start : paragraph.span.end]) if paragraph else None
        begins = (
            paragraph is None
            or paragraph.heading
            or any(s in starts for s in range(paragraph.span.start, min(paragraph.span.start + 4, paragraph.span.end)))
        )
        if question and answer and begins:
            by = asked_by(named, question, named[0].start if named else 0)
            exchanges.append(Exchange(str(len(exchanges) + 1), question, None, answer, asked_by=by))
        if begins and answer:
            question = answer = None
        if paragraph is None or paragraph.heading:
            question = None
        elif label is not None and question:
            answer = trimmed(layout, paragraph.span.start + label, paragraph.span.end) or Span(
                paragraph.span.end, paragraph.span.end
            )
        elif answer:
            answer = Span(answer.start if answer.start < answer.end else paragraph.span.start, paragraph.span.end)
        elif "?" in paragraph.words:
            question = Span(question.start if question else paragraph.span.start, paragraph.span.end)
    return [e for e in exchanges if e.answer and e.answer.start < e.answer.end]
