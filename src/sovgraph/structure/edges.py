"""Where a question or an answer really begins and ends: without labels, page feet, footnotes and loose marks."""

import re
from bisect import bisect_left

from sovgraph.model import Span
from sovgraph.structure.layout import Layout

_BRACKETS = re.compile(r"(?:\s*\[\^?\d{1,3}\])+\Z")
_LONE_MARKS = re.compile(r"\n\s*\d{1,3}(?:(?:\s*,\s*|\s+en\s+|\s+)\d{1,3}){0,6}\Z")
_GLUED = re.compile(r"(?<=\?)[\"')]?(?P<mark>\d{1,2})\Z")
_TAIL = 60


def trimmed(layout: Layout, start: int, end: int) -> Span | None:
    """Without blanks, footnotes and feet of pages at its edges; what stands in the middle stays."""
    while True:
        span = layout.strip(start, end)
        if span is None:
            return None
        first, last = layout.zone_at(span.start), layout.zone_at(span.end - 1)
        if first is None and last is None:
            return span
        start, end = (first.end if first else span.start), (last.start if last else span.end)


def without_marks(layout: Layout, start: int, end: int) -> Span | None:
    """As `trimmed`, and without footnote marks at the end ("...? [1] [2]", a figure on a line of its own)."""
    span = trimmed(layout, start, end)
    while span is not None:
        cut = _mark_at_end(layout, span)
        if cut is None:
            return span
        span = trimmed(layout, span.start, cut)
    return None


def _mark_at_end(layout: Layout, span: Span) -> int | None:
    tail = max(span.start, span.end - _TAIL)
    brackets = _BRACKETS.search(layout.view, tail, span.end)
    if brackets:
        return brackets.start()
    glued = _GLUED.search(layout.view, tail, span.end)
    if glued:
        return glued.start("mark")
    index = bisect_left(layout.marks, span.end, key=lambda mark: mark.end)
    ends_with_mark = index < len(layout.marks) and layout.marks[index].end == span.end
    lone = _LONE_MARKS.search(layout.view, tail, span.end)
    # A line of figures is no answer's last row of a table when a note has that mark, or when it follows a question.
    if lone and (ends_with_mark or layout.view[max(lone.start() - 1, 0) : lone.start()] == "?"):
        return lone.start()
    return layout.marks[index].start if ends_with_mark and layout.marks[index].start > span.start else None
