"""Questions and answers under labels: Kamervragen, lists of questions, letters of answer."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from sovgraph.model import Exchange, Span
from sovgraph.structure import doubts
from sovgraph.structure.counting import rank
from sovgraph.structure.doubts import Doubt
from sovgraph.structure.edges import without_marks
from sovgraph.structure.labels import Label, What
from sovgraph.structure.layout import Layout
from sovgraph.structure.similar import alike, plain
from sovgraph.structure.splitting import split_answer

_GLUED_END = re.compile(r"\?(?=[A-ZÀ-Þ])")
_SENTENCE_END = re.compile(r"\?[\"'»)]?(?:\s*\[?\d{0,3}\]?)?\s*\n")
_SAME_QUESTION = 60.0


@dataclass(slots=True)
class _Open:
    """An exchange while it is being read."""

    number: str
    question: Span | None = None
    restated: Span | None = None
    answer: Span | None = None
    shared: tuple[str, ...] = ()


@dataclass(slots=True)
class _Series:
    layout: Layout
    items: list[_Open] = field(default_factory=list)
    newest: dict[str, _Open] = field(default_factory=dict)
    """The last exchange with each printed number."""
    counts: Counter[str] = field(default_factory=Counter)
    pending: list[_Open] = field(default_factory=list)
    """Questions since the last answer."""
    last: str = "0"
    """The number asked last."""
    repeating: bool = False
    """Whether the question asked last was a repeated one."""
    doubts: list[Doubt] = field(default_factory=list)

    def ask(self, label: Label, numbers: tuple[str, ...], span: Span | None) -> None:
        if self.pending and self.pending[-1].answer is not None:
            self.pending = []
        where = Span(label.start, max(label.text, label.start + 1))
        if label.damaged:
            self._doubt(doubts.DAMAGED, f"the label of question {numbers[0]} can't be read", where)
        for number, part in zip(numbers, split_questions(self.layout, span, len(numbers)), strict=True):
            before = self.repeating
            item = self._one(number, part, where)
            # The reply begins: an answer is now to what it repeats, not to all that was asked before.
            if self.repeating and not before:
                self.pending = []
            self.pending.append(item)
            self.last = number

    def _one(self, number: str, span: Span | None, where: Span) -> _Open:
        """A question that was there before is repeated, when its words are alike; else it is another one."""
        known = self.newest.get(number)
        if known is not None and known.answer is None and known.question and span:
            if self._alike(known.question, span):
                known.restated, self.repeating = span, True
                return known
            if self.repeating and rank(number) > rank(self.last):
                known.restated = span
                message = f"question {number} is repeated in other words; its number ties them"
                self._doubt(doubts.REWORDED, message, span)
                return known
        if known is not None and number != "1" and self.counts[self.last] <= self.counts[number]:
            self._doubt(doubts.REPEATED, f"a second question has the number {number}", where)
        self.repeating = False
        return self._new(number, span)

    def _alike(self, first: Span, second: Span) -> bool:
        words = self.layout.view
        return alike(plain(first.of(words)), plain(second.of(words))) >= _SAME_QUESTION

    def _doubt(self, code: str, message: str, where: Span) -> None:
        doubt = Doubt(code, message, where)
        if doubt not in self.doubts[-4:]:
            self.doubts.append(doubt)

    def run_on(self, item: _Open | None) -> None:
        """Says that an answer may hold a question that has no label."""
        if item is not None and item.answer is not None:
            message = f"the answer to question {item.number} may run on into a question without a label"
            self._doubt(doubts.NO_END, message, item.answer)

    def _new(self, number: str, span: Span | None = None, apart: bool = False) -> _Open:
        """A second series in one paper counts from 1 again; its numbers get the count behind them ("1-2")."""
        self.counts[number] += 1
        count = self.counts[number]
        item = _Open(number if count == 1 else f"{number}-{count}", span)
        self.items.append(item)
        if not apart:
            self.newest[number] = item
        return item

    def reply(self, label: Label, span: Span | None) -> None:
        """An answer serves the questions of its numbers, or those since the last answer when it has none.

        A number that isn't one of the questions just asked, or that has an answer, is believed by nobody: the
        answer then stays without a question.
        """
        numbers = label.numbers
        if label.damaged:
            known = all(any(n == p.number for p in self.pending) for n in numbers)
            numbers = numbers if known else ()
            where = Span(label.start, max(label.text, label.start + 1))
            self._doubt(doubts.DAMAGED, "the label of an answer can't be read; it is read by its place", where)
        if not numbers:
            items = list(self.pending)
            if not items and span is not None and self.items:
                self._doubt(doubts.NO_QUESTION, "an answer without a number follows no question", span)
        else:
            items = self._numbered(numbers)
        for item in items:
            if item.answer is None:
                item.answer = span
                item.shared = tuple(other.number for other in items if other is not item)
        self.pending = []

    def _numbered(self, numbers: tuple[str, ...]) -> list[_Open]:
        known = {n: self.newest.get(n) for n in numbers}
        if not self.pending and numbers[0] not in self.newest and rank(numbers[0])[0] == rank(self.last)[0] + 1:
            self.run_on(self.newest.get(self.last))
        waiting = [p for p in self.pending if p.answer is None]
        strange = bool(waiting) and not any(k is p for k in known.values() for p in waiting)
        return [
            item if item is not None and item.answer is None and not strange else self._new(n, apart=strange)
            for n, item in known.items()
        ]


def read_labelled(layout: Layout, labels: list[Label], limits: Iterable[int]) -> tuple[list[Exchange], list[Doubt]]:
    """The exchanges of a labelled text. `limits` are offsets that no question or answer crosses (new letters)."""
    series = _Series(layout)
    stops = sorted({*(layout.line_begin(label.start) for label in labels), *limits, len(layout.view)})
    position = 0
    for index, label in enumerate(labels):
        while stops[position] <= label.start:
            position += 1
        span = without_marks(layout, label.text, stops[position]) if label.text < stops[position] else None
        if label.what is What.QUESTION:
            numbers = _meant(series.last, labels, index) if label.damaged else label.numbers
            if numbers:
                series.ask(label, numbers, span)
        elif label.what is What.ANSWER:
            series.reply(label, span)
    _unlabelled(series)
    _skips(series)
    items = sorted(series.items, key=_place)
    return [Exchange(i.number, i.question, i.restated, i.answer, shared_with=i.shared) for i in items], series.doubts


def _skips(series: _Series) -> None:
    """Numbers that no label has: the answer before may hold such a question."""
    asked = {rank(i.number)[0]: i for i in series.items if i.question is not None and "-" not in i.number}
    for low, high in pairwise(sorted(asked)):
        if high == low + 1:
            continue
        after, before = asked[high].question, asked[low]
        message = f"numbers are skipped between question {low} and question {high}"
        series.doubts += [Doubt(doubts.SKIPPED, message, after)] if after is not None else []
        if not before.shared:
            series.run_on(before)


def _meant(last: str, labels: list[Label], index: int) -> tuple[str, ...]:
    """The number of a misread label: the next in turn, unless the next label has it or all this is no series."""
    number = str(rank(last)[0] + 1)
    following = next((x for x in labels[index + 1 :] if x.what is What.QUESTION), None)
    taken = following is not None and number in following.numbers
    return () if taken else (number,)


def _unlabelled(series: _Series) -> None:
    """Where each question has its answer below, words behind a question without one are its answer."""
    if not any(i.answer and i.question and i.restated is None for i in series.items):
        return
    for item in series.items:
        if item.answer is not None or item.question is None or item.restated is not None:
            continue
        question, answer, _ = split_answer(series.layout, item.question.start, item.question.end, None)
        if question is not None and answer is not None:
            item.question, item.answer = question, answer
            message = f"the answer to question {item.number} has no label"
            series.doubts.append(Doubt(doubts.NO_LABEL, message, answer))


def _place(item: _Open) -> int:
    span = item.question or item.restated or item.answer
    return span.start if span else 0


def split_questions(layout: Layout, span: Span | None, count: int) -> list[Span | None]:
    """Questions under one label ("Vraag 1 en 4"): apart when the lines show where each ends, or the missing blank
    where text made from PDF joined two ("…, waarom?Bent u"); else all for each."""
    if span is None or count == 1:
        return [span] * count
    for border in (_SENTENCE_END, _GLUED_END):
        cuts = [match.end() for match in border.finditer(layout.view, span.start, span.end)]
        bounds = [span.start, *cuts, span.end]
        pieces = [without_marks(layout, a, b) for a, b in pairwise(bounds)]
        parts = [piece for piece in pieces if piece is not None and "?" in piece.of(layout.view)]
        if len(parts) == count:
            return list(parts)
    return [span] * count
