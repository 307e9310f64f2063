"""Where a question that an answer repeats ends, and the answer begins."""

import re
from itertools import pairwise

from sovgraph.model import Span
from sovgraph.structure.edges import trimmed, without_marks
from sovgraph.structure.labels import answer_label
from sovgraph.structure.layout import Layout
from sovgraph.structure.similar import alike, plain

_ENDS_SENTENCE = re.compile(r"(?P<mark>[.?!])[\"')]?\d{0,2}\Z")
_BEGINS = re.compile(r"[^\W\d_a-z]|[\"'(]")
_NUMBER = re.compile(r"\d{1,3}[a-z]?\s*[.)]\s+")
_SAME = 55.0
_HEAD_LINES = 40


_CLOSES = re.compile(
    r"(?:De|Deze) (?:leden|(?:vaste |algemene )?commissies?)\b[^.]{0,160}?\b(?:zien|ziet|ontvangen|ontvangt|wachten)\b"
    r"|Hoogachtend\b|Met vriendelijke groet"
)
"""How a letter ends after its last question."""


def paragraph_end(layout: Layout, start: int, limit: int) -> int:
    end = start
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= limit or (line.blank and end > start):
            break
        if end > start and _CLOSES.match(layout.view, line.start, min(limit, line.start + 400)):
            break
        if not line.blank:
            end = min(line.end, limit)
    return end


def split_answer(
    layout: Layout, start: int, end: int, question: Span | None
) -> tuple[Span | None, Span | None, tuple[str, ...]]:
    """The repeated question at the start of a stretch, the answer after it, and the numbers of a label between them.

    With the question at hand the cut is where the words before it are most like it; else the first paragraph is the
    question when it asks something.
    """
    cut = best_cut(layout, start, end, question) if question else start
    if cut == start:
        cut = asking_paragraph(layout, start, end, alone=question is None)
    restated = without_marks(layout, start, cut) if cut > start else None
    text, numbers = after_label(layout, cut, end)
    return restated, without_marks(layout, text, end), numbers


def split_joint(layout: Layout, start: int, end: int, questions: list[Span]) -> tuple[list[Span | None], Span | None]:
    """The repeated questions under one label ("2 en 3."), one after the other, and the answer to all of them."""
    repeated: list[Span | None] = []
    position = start
    for question in questions:
        rest = layout.strip(position, end)
        label = _NUMBER.match(layout.view, rest.start, rest.end) if rest else None
        begin = label.end() if label else rest.start if rest else end
        cut = best_cut(layout, begin, end, question)
        repeated.append(without_marks(layout, begin, cut) if cut > begin else None)
        position = max(position, cut) if cut > begin else position
    return repeated, without_marks(layout, after_label(layout, position, end)[0], end)


def best_cut(layout: Layout, start: int, end: int, question: Span) -> int:
    words = plain(question.of(layout.view))
    limit = start + 2 * (question.end - question.start) + 300
    best, score = start, _SAME
    for index in range(layout.line_index(start), min(layout.line_index(start) + _HEAD_LINES, len(layout.lines))):
        line = layout.lines[index]
        if line.blank or line.end <= start:
            continue
        if line.end > end or line.start > limit:
            break
        found = alike(words, plain(layout.view[start : line.end]))
        if found > score:
            best, score = line.end, found
    return best


def asking_paragraph(layout: Layout, start: int, end: int, alone: bool = True) -> int:
    """The end of the first paragraph when it asks; where no other follows, what it asks ends inside (if `alone`)."""
    stop = paragraph_end(layout, start, end)
    if "?" not in layout.view[start:stop]:
        return start
    if trimmed(layout, stop, end) is not None:
        return stop
    return end_of_asking(layout, start, stop) if alone else start


def end_of_asking(layout: Layout, start: int, stop: int) -> int:
    """Where question and answer are one paragraph: the end of the line that ends the first run of questions.

    A line that begins with a small letter goes on with the sentence before it; a sentence after the run that asks,
    too, belongs to the question.
    """
    lines = [x for x in layout.lines[layout.line_index(start) : layout.line_index(stop - 1) + 1] if not x.blank]
    cut = stop
    for line, following in pairwise(lines):
        ends = _ENDS_SENTENCE.search(layout.view, max(line.start, line.end - 12), line.end)
        if ends is None or not _BEGINS.match(layout.view, following.start):
            continue
        if ends["mark"] == "?":
            cut = line.end
        elif cut < stop:
            return cut
    last = (
        _ENDS_SENTENCE.search(layout.view, max(lines[-1].start, lines[-1].end - 12), lines[-1].end) if lines else None
    )
    return stop if last is not None and last["mark"] == "?" else cut


def after_label(layout: Layout, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Where the words begin after a label "Antwoord" or "Antwoord op vragen 2 en 3", and its numbers."""
    span = trimmed(layout, start, end)
    if span is None:
        return end, ()
    offset, numbers = answer_label(layout.view[span.start : span.end])
    return span.start + offset, numbers
