"""The words of a stretch of a paper, without what a page prints between them: notes, their marks, running feet."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sovgraph.find.view import SUPERSCRIPTS
from sovgraph.model import Document, Note, Span
from sovgraph.structure.layout import is_furniture

_FIGURES = str.maketrans(SUPERSCRIPTS, "0123456789")
_MARK = re.compile(rf"[\[^*_]*(?P<mark>[\d{SUPERSCRIPTS}]{{1,4}})[\]:*_.]*\s*\Z")
_LONGEST_MARK = 12
_LINE = re.compile(r"[^\n]+")
_JOINED = re.compile(r"[^\S\n]*(?:,|en)?[^\S\n]*")
"""Between two marks of one line: "1, 2", "1 en 2"."""
_CLOSING = ".,;:!?)"


def said_in(document: Document, span: Span) -> str:
    """On one line; where nothing else stands there, the note itself is what is said."""
    pieces, at = [], span.start
    for cut in _cuts(document, span):
        if cut.end > at:
            pieces.append(document.text[at : cut.start])
            at = cut.end
    pieces.append(document.text[at : span.end])
    words = " ".join("".join(pieces).split())
    return words or " ".join(span.of(document.text).split())


def _cuts(document: Document, span: Span) -> list[Span]:
    """What is left out, in text order."""
    inside = [note for note in document.notes if span.start < note.body.start and note.body.end <= span.end]
    bodies = [_with_mark(document.text, note, span.start) for note in inside]
    anchors = (a for note in document.notes for a in note.anchors if span.start <= a.start and a.end <= span.end)
    marks = sorted(anchors, key=_order)
    return sorted([*bodies, *_marks(document.text, marks, span.start), *_feet(document.text, span)], key=_order)


def _order(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _with_mark(text: str, note: Note, first: int) -> Span:
    """The body with the mark printed before it."""
    mark = _MARK.search(text, max(first, note.body.start - _LONGEST_MARK), note.body.start)
    own = mark is not None and mark["mark"].translate(_FIGURES) == note.mark
    return Span(mark.start(), note.body.end) if mark and own else note.body


def _marks(text: str, marks: list[Span], first: int) -> Iterator[Span]:
    """Each mark; with the white space before it where a full stop or comma follows."""
    for mark in marks:
        start = mark.start
        if text[mark.end : mark.end + 1] in _CLOSING:
            while start > first and text[start - 1].isspace():
                start -= 1
        yield Span(start, mark.end)
    yield from (Span(a.end, b.start) for a, b in pairwise(marks) if _JOINED.fullmatch(text, a.end, b.start))


def _feet(text: str, span: Span) -> Iterator[Span]:
    """Whole lines that belong to the page."""
    for line in _LINE.finditer(text, span.start, span.end):
        whole = line.start() > span.start and line.end() < span.end
        if whole and is_furniture(line[0].strip()):
            yield Span(*line.span())
