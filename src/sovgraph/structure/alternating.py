"""Questions that are each followed by a line "Antwoord" or "Reactie van de minister" and the answer."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sovgraph.model import Exchange, Span
from sovgraph.structure.askers import Named, asked_by
from sovgraph.structure.edges import trimmed
from sovgraph.structure.labels import bare_answer
from sovgraph.structure.layout import Layout
from sovgraph.structure.paragraphs import Paragraph

PART_TWO = re.compile(
    r"(?:II|2|B)?[.)]?\s*(?:Antwoord(?:en)?|Reactie|Beantwoording)(?:\s*/\s*(?:Antwoord|Reactie))?\s+van\s+(?:de|het)\s+"
    r"(?:minister|staatssecretaris|bewindsperso|kabinet|regering)[^.?!]{0,160}",
    re.IGNORECASE,
)
_NEAR = 4
_QUESTION = re.compile(r"(?:Vraag|Vragen)\s*[.:]?")


@dataclass(slots=True)
class _Turns:
    """`question` and `answer` are paragraphs of the exchange that is being read; `answering` after its label."""

    layout: Layout
    named: list[Named]
    asks: Callable[[Paragraph], bool]
    exchanges: list[Exchange] = field(default_factory=list)
    question: list[Paragraph] = field(default_factory=list)
    answer: list[Span] = field(default_factory=list)
    answering: bool = False
    last: list[Paragraph] = field(default_factory=list)
    """The paragraphs of the answer, to see which of them ask."""

    def close(self) -> None:
        if self.question and self.answer:
            asked = Span(self.question[0].span.start, self.question[-1].span.end)
            given = Span(self.answer[0].start, self.answer[-1].end)
            by = asked_by(self.named, asked, self.named[0].start if self.named else 0)
            self.exchanges.append(Exchange(str(len(self.exchanges) + 1), asked, None, given, asked_by=by))
        self.question, self.answer, self.last, self.answering = [], [], [], False

    def label(self, paragraph: Paragraph, offset: int) -> None:
        """A second label answers what was asked since the first; when nothing was, the answer goes on."""
        following: list[Paragraph] = []
        while self.last and self.asks(self.last[-1]):
            following.insert(0, self.last.pop())
            self.answer.pop()
        if following:
            self.close()
            self.question = following
        self.answering = bool(self.question)
        words = trimmed(self.layout, paragraph.span.start + offset, paragraph.span.end)
        if self.answering and words is not None:
            self.answer.append(words)
            self.last.append(Paragraph(words, "", False))

    def take(self, paragraph: Paragraph) -> None:
        if self.answering:
            self.answer.append(paragraph.span)
            self.last.append(paragraph)
        elif self.asks(paragraph) or self.question:
            self.question.append(paragraph)


def read_in_turn(
    layout: Layout, paragraphs: Iterable[Paragraph], named: list[Named], asks: Callable[[Paragraph], bool]
) -> list[Exchange]:
    """The exchanges, until the next paragraph that names who asks; none when no label stands there."""
    turns = _Turns(layout, named, asks)
    starts = [n.start for n in named]
    for paragraph in paragraphs:
        start = paragraph.span.start
        offset = _answer_label(layout, paragraph)
        names = any(start <= s < min(start + _NEAR, paragraph.span.end) for s in starts)
        asked = _QUESTION.fullmatch(layout.view, start, paragraph.span.end) is not None
        if paragraph.heading or asked or (turns.answer and names):
            turns.close()
        if paragraph.heading or asked:
            continue
        if offset is not None:
            turns.label(paragraph, offset)
        else:
            turns.take(paragraph)
    turns.close()
    return turns.exchanges


def _answer_label(layout: Layout, paragraph: Paragraph) -> int | None:
    """Where the words begin after "Antwoord" or after a line "Reactie van de minister"."""
    text = layout.view[paragraph.span.start : paragraph.span.end]
    offset = bare_answer(text)
    line = text.split("\n", 1)[0]
    return len(line) if offset is None and len(line) < 200 and PART_TWO.fullmatch(line.rstrip(" :")) else offset
