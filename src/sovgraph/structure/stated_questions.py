"""Questions and answers whose elements the format itself marks: paired by the numbers of their labels, not guessed."""

import re

from sovgraph.model import Exchange, Span
from sovgraph.read import Part
from sovgraph.structure.edges import without_marks
from sovgraph.structure.labels import NUMBERS
from sovgraph.structure.layout import Layout

_LABEL = re.compile(
    rf"(?:(?:Vra(?:ag|gen)|Antwoord(?:en)?|VRAAG|ANTWOORD)(?:\s+(?:op|bij))?(?:\s+(?:de\s+)?vra(?:ag|gen))?\s*)?(?:{NUMBERS})?\s*[.:)]?",
    re.IGNORECASE,
)


def read_stated(layout: Layout, parts: tuple[Part, ...]) -> list[Exchange]:
    """Nothing where a number is missing or used twice: then the words of the text decide."""
    if layout.starts is not None:
        return []
    questions = [p for p in parts if p.role == "question"]
    answers = [p for p in parts if p.role == "answer"]
    asked = [n for p in questions for n in _numbers(p)]
    answered = [n for p in answers for n in _numbers(p)]
    unsure = any(not p.value for p in (*questions, *answers)) or len(set(asked)) < len(asked)
    if not questions or unsure or len(set(answered)) < len(answered) or not set(answered) <= set(asked):
        return []
    if any(len(_numbers(p)) > 1 for p in questions):
        return []  # which words are whose question is for the rules of the text to say
    given = {n: (_words(layout, p.span), _numbers(p)) for p in answers for n in _numbers(p)}
    exchanges = []
    for part in questions:
        number = _numbers(part)[0]
        answer, shared = given.get(number, (None, ()))
        others = tuple(n for n in shared if n != number)
        exchanges.append(Exchange(number, _words(layout, part.span), None, answer, shared_with=others))
    return exchanges


def labels_of(layout: Layout, parts: tuple[Part, ...]) -> frozenset[int]:
    """Offsets of the lines of these elements that are labels and nothing else."""
    spans = (_label(layout, p.span) for p in parts if p.role in ("question", "answer"))
    return frozenset(span.start for span in spans if span is not None)


def _numbers(part: Part) -> tuple[str, ...]:
    return tuple(n for n in part.value.split(",") if n)


def _label(layout: Layout, span: Span) -> Span | None:
    """The first line, when it is a label."""
    for line in layout.lines[layout.line_index(span.start) :]:
        if not line.blank and line.start >= span.start:
            text = layout.text(line)
            return Span(line.start, line.end) if text and _LABEL.fullmatch(text) else None
    return None


def _words(layout: Layout, span: Span) -> Span | None:
    label = _label(layout, span)
    return without_marks(layout, label.end if label and label.end <= span.end else span.start, span.end)
