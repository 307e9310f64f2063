"""Replies that tell each question before its answer: memories van antwoord, notas after a report, reports in turn.

Only what is sure makes a pair: a paragraph that ends with a question is answered by the paragraphs after it, up to
the next one that speaks of the members; a paragraph that begins with a question and goes on without the members is
question and answer in one.
"""

import re
from dataclasses import dataclass, field

from sovgraph.model import Exchange, Span
from sovgraph.structure.askers import Named, parties_named
from sovgraph.structure.asking import asks, asks_indirectly, sentences
from sovgraph.structure.edges import without_marks
from sovgraph.structure.layout import Layout
from sovgraph.structure.paragraphs import Paragraph, paragraphs_in

_OF_MEMBERS = re.compile(
    r"(?:(?:Ook|Voorts|Tevens|Verder|Daarnaast|Ten slotte|Tot slot|Vervolgens)\s+(?:\w+\s+){0,2})?"
    r"(?:De|de|Deze|deze|Voornoemde|Dezelfde)\s+(?:[\w-]+\s+){0,6}?(?:leden|fracties?|\w+-fracties?)\b"
)
_MEMBERS = re.compile(r"\b(?:leden|lid|\w*fracties?)\b")
_HEADING_END = re.compile(r"[.?!:;,][\"')]?\d{0,3}\Z")
_LONGEST_HEADING = 120
_LONGEST = 6_000


@dataclass(slots=True)
class _Reading:
    layout: Layout
    exchanges: list[Exchange] = field(default_factory=list)
    asked: list[tuple[Span, tuple[Span, ...]]] = field(default_factory=list)
    """Questions that wait for their answer, with who asks."""
    answer: Span | None = None
    by: tuple[Span, ...] = ()
    """The parties named last at the head of a paragraph."""

    def ask(self, span: Span) -> None:
        if self.answer is not None:
            self.close()
        self.asked.append((span, self.by))

    def say(self, span: Span) -> None:
        if self.asked:
            self.answer = Span(self.answer.start if self.answer else span.start, span.end)

    def close(self) -> None:
        """Ends what is open; a question without an answer is dropped, for it may be told in more words below."""
        answer = without_marks(self.layout, self.answer.start, self.answer.end) if self.answer else None
        if answer is not None:
            numbers = [str(len(self.exchanges) + i) for i in range(1, len(self.asked) + 1)]
            for number, (question, by) in zip(numbers, self.asked, strict=True):
                span = without_marks(self.layout, question.start, question.end)
                others = tuple(n for n in numbers if n != number)
                self.exchanges.append(Exchange(number, span, None, answer, None, None, others, by))
        self.asked, self.answer = [], None


def read_replies(layout: Layout, span: Span) -> list[Exchange]:
    """The exchanges of a stretch that holds questions and answers in turn, without labels."""
    reading = _Reading(layout)
    named = parties_named(layout, span.start, span.end)
    position = 0
    for paragraph in paragraphs_in(layout, span):
        while position < len(named) and named[position].start < paragraph.span.start:
            position += 1
        _take(reading, paragraph, named[position] if position < len(named) else None)
    reading.close()
    return reading.exchanges


def _take(reading: _Reading, paragraph: Paragraph, named: Named | None) -> None:
    layout, span = reading.layout, paragraph.span
    text = layout.view[span.start : min(span.end, span.start + _LONGEST)]
    if paragraph.heading or _is_heading(text):
        reading.close()
        if paragraph.heading and named is not None and named.start < span.end:
            reading.by = named.parties
        return
    members = _OF_MEMBERS.match(text)
    parts = sentences(text)
    if members is not None and named is not None and named.start <= span.start + members.end():
        if reading.answer is not None:
            reading.close()
        reading.by = named.parties
    whole = span.end - span.start <= _LONGEST
    if whole and parts and asks(text[parts[-1][0] : parts[-1][1]]):
        reading.ask(span)
    elif members is not None or (whole and parts and _told_first(reading, text, parts, span, named)):
        _of_members(reading, span, text, parts if whole else [])
    else:
        reading.say(span)


def _told_first(reading: _Reading, text: str, parts: list[tuple[int, int]], span: Span, named: Named | None) -> bool:
    """ "Kan de regering …, zo vragen de leden van X. Dat kan zij niet.": the first sentence asks for a party."""
    if named is None or named.start >= span.start + parts[0][1] or not asks_indirectly(text[: parts[0][1]]):
        return False
    if reading.answer is not None:
        reading.close()
    reading.by = named.parties
    return True


def _of_members(reading: _Reading, span: Span, text: str, parts: list[tuple[int, int]]) -> None:
    """A paragraph on the members that ends with no question: question and answer in one, or no pair at all."""
    reading.close()
    asking = [index for index, (start, end) in enumerate(parts) if asks(text[start:end])]
    if not asking or asking != list(range(len(asking))):
        return
    cut = parts[asking[-1]][1]
    if _MEMBERS.search(text, cut) is None:
        reading.ask(Span(span.start, span.start + cut))
        reading.say(Span(span.start + cut, span.end))


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and "\n" not in text and _HEADING_END.search(text) is None
