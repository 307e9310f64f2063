"""Numbered questions in a committee's letter, repeated and answered in the letter of a minister."""

import re
from dataclasses import dataclass
from itertools import pairwise

from sovgraph.model import Exchange, Letter, Span
from sovgraph.structure.askers import asked_by, parties_named
from sovgraph.structure.edges import trimmed, without_marks
from sovgraph.structure.labels import bare_answer
from sovgraph.structure.layout import Layout
from sovgraph.structure.similar import alike, plain

_ITEM = re.compile(r"(?:Vraag\s+)?(?P<number>\d{1,3})\s*[.)](?:\s+(?=\S)|\Z)")
_ENDS_SENTENCE = re.compile(r"(?P<mark>[.?!])[\"')]?\d{0,2}\Z")
_BEGINS = re.compile(r"[^\W\d_a-z]|[\"'(]")
_SAME = 55.0
_HEAD_LINES = 40


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered stretch: its number, the start of its line and of its text, its end (not trimmed)."""

    number: int
    line: int
    start: int
    end: int


def items_in(layout: Layout, start: int, end: int) -> list[Item]:
    """All lines that begin with a number and a full stop, each running to the next."""
    found: list[tuple[int, int, int]] = []
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= end:
            break
        if line.start < start or line.blank or not layout.view[line.start].isalnum() or layout.zone_at(line.start):
            continue
        match = _ITEM.match(layout.view, line.start, line.end)
        if match is not None:
            found.append((int(match["number"]), line.start, match.end()))
    ends = [*[line for _, line, _ in found[1:]], end]
    return [Item(number, line, text, stop) for (number, line, text), stop in zip(found, ends, strict=False)]


def counting_on(items: list[Item], end: int) -> list[Item]:
    """The items that count 1, 2, 3 ..., each running to the next of them."""
    chosen: list[Item] = []
    for item in items:
        if item.number == len(chosen) + 1:
            chosen.append(item)
    ends = [*[item.line for item in chosen[1:]], end]
    return [Item(i.number, i.line, i.start, stop) for i, stop in zip(chosen, ends, strict=False)]


def read_numbered(layout: Layout, letters: tuple[Letter, ...]) -> list[Exchange]:
    """The exchanges of all letters: each letter of questions with the answers in the letters after it."""
    found: list[Exchange] = []
    for position, letter in enumerate(letters):
        if letter.kind != "questions":
            continue
        asked = _asked(layout, letter)
        until = next((i for i, x in enumerate(letters) if i > position and x.kind == "questions"), len(letters))
        later = [x for x in letters[position + 1 :] if x.kind in ("answer", "letter", "delay")]
        replies = [x for x in letters[position + 1 : until] if x in later] or later
        found += _pair(layout, letter, asked, replies)
    return found or _answers_alone(layout, letters)


def _asked(layout: Layout, letter: Letter) -> list[tuple[str, Span]]:
    """Number and text of each question; the last ends with its paragraph."""
    chosen = counting_on(items_in(layout, letter.body.start, letter.body.end), letter.body.end)
    found = []
    for item in chosen:
        end = item.end if item is not chosen[-1] else _paragraph_end(layout, item.start, item.end)
        span = without_marks(layout, item.start, end)
        if span is not None:
            found.append((str(item.number), span))
    return found if any("?" in span.of(layout.view) for _, span in found) else []


def _paragraph_end(layout: Layout, start: int, limit: int) -> int:
    end = start
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= limit or (line.blank and end > start):
            break
        if not line.blank:
            end = min(line.end, limit)
    return end


def _pair(layout: Layout, letter: Letter, asked: list[tuple[str, Span]], replies: list[Letter]) -> list[Exchange]:
    named = parties_named(layout, letter.body.start, letter.body.end)
    answers: dict[str, tuple[Span | None, Span | None, str]] = {}
    for reply in replies:
        for number, restated, answer in _answered(layout, reply, asked):
            answers.setdefault(number, (restated, answer, reply.key))
    exchanges = []
    for number, question in asked:
        restated, answer, key = answers.get(number, (None, None, ""))
        exchanges.append(
            Exchange(
                number,
                question,
                restated,
                answer,
                asked_in=letter.key,
                answered_in=key or None,
                asked_by=asked_by(named, question, letter.body.start),
            )
        )
    return exchanges


def _answered(
    layout: Layout, reply: Letter, asked: list[tuple[str, Span]]
) -> list[tuple[str, Span | None, Span | None]]:
    """Number, repeated question and answer of the items of a letter that are about the questions asked."""
    items = items_in(layout, reply.body.start, reply.body.end)
    chosen: list[tuple[Item, Span]] = []
    position = 0
    for number, question in asked:
        words = plain(question.of(layout.view))
        candidates = [(i, item) for i, item in enumerate(items) if i >= position and str(item.number) == number]
        if not candidates:
            continue
        # An answer may hold a numbered list of its own: the item most like the question is the question.
        scored = [
            (alike(words, plain(layout.view[x.start : x.start + question.end - question.start])), -i)
            for i, x in candidates[:20]
        ]
        best = -max(scored)[1]
        chosen.append((items[best], question))
        position = best + 1
    ends = [*[item.line for item, _ in chosen[1:]], reply.body.end]
    result = []
    for (item, question), end in zip(chosen, ends, strict=False):
        restated, answer = split_answer(layout, item.start, end, question)
        result.append((str(item.number), restated, answer))
    return result


def split_answer(layout: Layout, start: int, end: int, question: Span | None) -> tuple[Span | None, Span | None]:
    """The repeated question at the start of a stretch, and the answer after it.

    With the question at hand the cut is where the words before it are most like it; without, the first paragraph
    is the question when it asks something.
    """
    cut = _best_cut(layout, start, end, question) if question else _asking_paragraph(layout, start, end)
    restated = without_marks(layout, start, cut) if cut > start else None
    answer = without_marks(layout, _after_label(layout, cut, end), end)
    return restated, answer


def _best_cut(layout: Layout, start: int, end: int, question: Span) -> int:
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


def _asking_paragraph(layout: Layout, start: int, end: int) -> int:
    stop = _paragraph_end(layout, start, end)
    if "?" not in layout.view[start:stop]:
        return start
    alone = trimmed(layout, stop, end) is None
    return _end_of_asking(layout, start, stop) if alone else stop


def _end_of_asking(layout: Layout, start: int, stop: int) -> int:
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


def _after_label(layout: Layout, start: int, end: int) -> int:
    span = trimmed(layout, start, end)
    if span is None:
        return end
    offset = bare_answer(layout.view[span.start : span.end])
    return span.start + offset if offset else span.start


def _answers_alone(layout: Layout, letters: tuple[Letter, ...]) -> list[Exchange]:
    """A letter of answer without the letter that asked: each question is printed once, before its answer."""
    found = []
    for letter in letters:
        if letter.kind != "answer":
            continue
        named = parties_named(layout, letter.body.start, letter.body.end)
        for item in counting_on(items_in(layout, letter.body.start, letter.body.end), letter.body.end):
            question, answer = split_answer(layout, item.start, item.end, None)
            if question is None:
                return []
            by = asked_by(named, question, letter.body.start)
            found.append(Exchange(str(item.number), question, None, answer, None, letter.key, (), by))
    return found
