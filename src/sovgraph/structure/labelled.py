"""Questions and answers under labels: Kamervragen, lists of questions, letters of answer."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from sovgraph.model import Exchange, Span
from sovgraph.structure.edges import without_marks
from sovgraph.structure.labels import Label, What
from sovgraph.structure.layout import Layout
from sovgraph.structure.similar import alike, plain

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

    def ask(self, numbers: tuple[str, ...], span: Span | None) -> None:
        if self.pending and self.pending[-1].answer is not None:
            self.pending = []
        for number, part in zip(numbers, split_questions(self.layout, span, len(numbers)), strict=True):
            self.pending.append(self._one(number, part))

    def _one(self, number: str, span: Span | None) -> _Open:
        """A question that was there before is repeated, when its words are alike; else it is another one."""
        known = self.newest.get(number)
        if known is not None and known.answer is None and known.question and span:
            words = self.layout.view
            first, again = plain(known.question.of(words)), plain(span.of(words))
            if alike(first, again) >= _SAME_QUESTION:
                known.restated = span
                return known
        return self._new(number, span)

    def _new(self, number: str, span: Span | None = None) -> _Open:
        """A second series in one paper counts from 1 again; its numbers get the count behind them ("1-2")."""
        self.counts[number] += 1
        count = self.counts[number]
        item = _Open(number if count == 1 else f"{number}-{count}", span)
        self.items.append(item)
        self.newest[number] = item
        return item

    def reply(self, numbers: tuple[str, ...], span: Span | None) -> None:
        items = [self.newest.get(n) or self._new(n) for n in numbers] if numbers else list(self.pending)
        for item in items:
            if item.answer is None:
                item.answer = span
                item.shared = tuple(other.number for other in items if other is not item)
        self.pending = []


def read_labelled(layout: Layout, labels: list[Label], limits: Iterable[int]) -> list[Exchange]:
    """The exchanges of a labelled text. `limits` are offsets that no question or answer crosses (new letters)."""
    series = _Series(layout)
    stops = sorted({*(label.start for label in labels), *limits, len(layout.view)})
    position = 0
    for label in labels:
        while stops[position] <= label.start:
            position += 1
        span = without_marks(layout, label.text, stops[position]) if label.text < stops[position] else None
        if label.what is What.QUESTION:
            series.ask(label.numbers, span)
        elif label.what is What.ANSWER:
            series.reply(label.numbers, span)
    items = sorted(series.items, key=_place)
    return [Exchange(i.number, i.question, i.restated, i.answer, shared_with=i.shared) for i in items]


def _place(item: _Open) -> int:
    span = item.question or item.restated or item.answer
    return span.start if span else 0


def split_questions(layout: Layout, span: Span | None, count: int) -> list[Span | None]:
    """Questions under one label ("Vraag 1 en 4"): apart when the lines show where each ends, else all for each."""
    if span is None or count == 1:
        return [span] * count
    cuts = [match.end() for match in _SENTENCE_END.finditer(layout.view, span.start, span.end)]
    bounds = [span.start, *cuts, span.end]
    pieces = [without_marks(layout, a, b) for a, b in pairwise(bounds)]
    parts = [piece for piece in pieces if piece is not None and "?" in piece.of(layout.view)]
    return list(parts) if len(parts) == count else [span] * count
