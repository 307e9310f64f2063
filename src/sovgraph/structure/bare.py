"""Written questions as printed until 2009: bare numbers, first all questions, then below "Antwoord" all answers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sovgraph.model import Exchange, Letter, Span
from sovgraph.structure import doubts
from sovgraph.structure.asking_titles import HEAD, own_title
from sovgraph.structure.counting import best_run, rank
from sovgraph.structure.doubts import Doubt
from sovgraph.structure.edges import without_marks
from sovgraph.structure.labels import NUMBERS, expand
from sovgraph.structure.layout import Layout
from sovgraph.structure.responders import read_reply
from sovgraph.structure.splitting import split_answer

_LABEL = re.compile(rf"(?P<numbers>{NUMBERS})\s*[.):]?")
_SENT = re.compile(r"[(\[]\s*[Ii]ngezonden\b[^()\[\]]{3,60}[)\]]\.?")
_HEADING = re.compile(r"(?:Antwoord(?:en)?|Mededeling)\s*[:.]?")
_OVER = re.compile(r"[.?!:][\"')]?\d{0,2}\Z")
_BEGINS = re.compile(r"[^\W\d_a-z]|[\"'(]")
_TAIL = 12


@dataclass(frozen=True, slots=True)
class _Place:
    """A line that may be a label; `weight` says how much it looks like one and not like the mark of a note."""

    line: int
    text: int
    numbers: tuple[str, ...]
    weight: float


def read_bare(layout: Layout) -> tuple[list[Exchange], list[Doubt]]:
    """The exchanges of the block print; none when the paper has another one."""
    title = own_title(layout)
    if title is None:
        return [], []
    sent = _SENT.search(layout.view, title.end, HEAD)
    start = sent.end() if sent else title.end
    reply = read_reply(layout, start)
    asked_end = _begin_of_answers(layout, start, reply.start if reply else len(layout.view))
    questions, found = _run(layout, start, asked_end, joint=False)
    if not any("?" in layout.view[q.text : asked_end] for q in questions) or questions[0].numbers != ("1",):
        return [], []
    answers: list[_Place] = []
    if reply is not None and not reply.notice and reply.start >= questions[-1].text:
        answers, unclear = _run(layout, reply.end, len(layout.view), joint=True)
        found += unclear
    return _paired(layout, questions, asked_end, answers), found


def read_bare_in_turn(layout: Layout, letter: Letter) -> tuple[list[Exchange], list[Doubt]]:
    """A letter with bare numbers, each above a question and its answer; none when no answer follows a question."""
    items, found = _run(layout, letter.body.start, letter.body.end, joint=False)
    exchanges: list[Exchange] = []
    for place, after in zip(items, [*items[1:], None], strict=False):
        stop = after.line if after else letter.body.end
        question, answer, _ = split_answer(layout, place.text, stop, None)
        if question is None:
            return [], []
        exchanges.append(Exchange(place.numbers[0], question, None, answer, None, letter.key))
    return (exchanges, found) if any(e.answer for e in exchanges) else ([], [])


def _begin_of_answers(layout: Layout, start: int, reply: int) -> int:
    """The heading "Antwoord" before the line of the minister is no part of the last question."""
    for line in layout.lines[layout.line_index(start) :]:
        if line.start >= reply:
            break
        if line.start > start and not line.blank and _HEADING.fullmatch(layout.text(line)):
            return line.start
    return reply


def _run(layout: Layout, start: int, end: int, *, joint: bool) -> tuple[list[_Place], list[Doubt]]:
    """The labels that count on; a second candidate for one of them, as good as the first, is a doubt."""
    places = [p for p in _places(layout, start, end) if joint or len(p.numbers) == 1]
    chosen = [places[i] for i in best_run([p.numbers[0] for p in places], [p.weight for p in places])]
    found = [
        Doubt(doubts.REPEATED, f"a second question has the number {p.numbers[0]}", Span(p.line, p.text))
        for p in places
        if p not in chosen and any(p.numbers == c.numbers and p.weight >= c.weight > 2 for c in chosen)
    ]
    for before, after in pairwise(chosen):
        low, high = rank(before.numbers[-1])[0], rank(after.numbers[0])[0]
        if high > low + 1 and not joint:
            message = f"numbers are skipped between question {low} and question {high}"
            found.append(Doubt(doubts.SKIPPED, message, Span(after.line, after.text)))
    return chosen, found


def _places(layout: Layout, start: int, end: int) -> Iterable[_Place]:
    printed = [x for x in layout.lines[layout.line_index(start) :] if not x.blank and start <= x.start < end]
    for index, line in enumerate(printed):
        match = _LABEL.fullmatch(layout.text(line))
        if match is None or layout.zone_at(line.start):
            continue
        before = printed[index - 1].end if index else start
        over = _OVER.search(layout.view, max(before - _TAIL, start), before) is not None or not index
        apart = "\n\n" in layout.view[before : line.start].replace(" ", "")
        follows = index + 1 < len(printed) and _BEGINS.match(layout.view, printed[index + 1].start) is not None
        yield _Place(line.start, line.end, expand(match["numbers"]), 0.5 + (over or apart) + apart + follows)


def _paired(layout: Layout, questions: list[_Place], end: int, answers: list[_Place]) -> list[Exchange]:
    """Each question with the answer whose label has its number; an answer whose numbers nobody asked stays alone."""
    given: dict[str, tuple[Span | None, tuple[str, ...]]] = {}
    for place, after in zip(answers, [*answers[1:], None], strict=False):
        span = without_marks(layout, place.text, after.line if after else len(layout.view))
        for number in place.numbers:
            given.setdefault(number, (span, tuple(n for n in place.numbers if n != number)))
    asked = {q.numbers[0] for q in questions}
    exchanges = []
    for place, after in zip(questions, [*questions[1:], None], strict=False):
        number = place.numbers[0]
        question = without_marks(layout, place.text, after.line if after else end)
        answer, shared = given.get(number, (None, ()))
        exchanges.append(Exchange(number, question, None, answer, shared_with=tuple(n for n in shared if n in asked)))
    alone = [n for n in given if n not in asked]
    return exchanges + [Exchange(n, None, None, given[n][0]) for n in alone]
