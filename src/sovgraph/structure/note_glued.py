"""Footnotes in text from PDF, where the raised figure lost its place.

"1NOS website, ..." at the foot of a page is a note; its mark is a figure on a line of its own, glued to a word
("failliet ging?1"), or at the start of the line after ("jeugdzorg\\n2. Met dit"). Notes count on from 1 and stand on
the page that holds their mark. A body set apart ("2 Samenstelling") is believed only when its mark is there.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from sovgraph.model import Note, Span
from sovgraph.structure.layout import Layout
from sovgraph.structure.note_body import body_end

_BODY = re.compile(r"(\d{1,3})(?:(?=[^\W\d_])(?=\S{2})(?!(?:e|de|ste|x|%)\b)|(?=[«\"'(]\S)|(?=https?:))")
_BODY_APART = re.compile(r"(\d{1,3})\s+(?=[A-Z«\"'(]|https?:|www\.)")
_MEMBERS = re.compile(r"Samenstelling\b|Leden:", re.IGNORECASE)
_LONE = re.compile(r"\d{1,3}(?:(?:\s*,\s*|\s+en\s+|\s+)\d{1,3}){0,6}[,;]?")
_NUMBER = re.compile(r"\d{1,3}")
_AFTER_WORD = re.compile(
    r"(?P<mark>\d(?:(?<=[^\W\d_]{3}.)|(?<=[?!;:»)\]'\"].)|(?<=[^\W\d_]\..))\d{0,2})(?=[\s.,;:)»]|\Z)"
)
_AFTER_YEAR = re.compile(r"[12](?<!\d.)(?:(?<=1)9|(?<=2)0)\d\d(?P<mark>\d{1,3})(?=[\s.,;:)»])")
_AFTER_LETTER = re.compile(r"^[A-Z]{1,2}(?P<mark>\d)(?=\s)", re.MULTILINE)  # "AI1": at the paper's own letter
_LINE_START = re.compile(r"^(?P<mark>\d{1,3})(?=[.,;:)]? \S)", re.MULTILINE)


@dataclass(slots=True)
class _Marks:
    """Where each figure stands that may be a mark: by the way it is printed, then by figure, in text order."""

    lone: dict[int, list[int]] = field(default_factory=dict)
    after_word: dict[int, list[int]] = field(default_factory=dict)
    after_year: dict[int, list[int]] = field(default_factory=dict)
    line_start: dict[int, list[int]] = field(default_factory=dict)

    def first(self, mark: int, start: int, end: int, sure: bool = False, members: bool = False) -> Span | None:
        """The most certain place for a mark between two offsets; `sure` leaves out the start of a line.

        A list of members (`members`) has its mark behind the name of a committee: a figure alone is a question's.
        """
        ways = (self.lone, self.after_word, self.after_year)
        ways = (self.after_word, self.lone, self.after_year) if members else ways
        for places in ways if sure else (*ways, self.line_start):
            found = places.get(mark, [])
            index = bisect_left(found, start)
            if index < len(found) and found[index] < end:
                return Span(found[index], found[index] + len(str(mark)))
        return None


def glued_notes(layout: Layout) -> tuple[list[Note], list[Span]]:
    """Notes, and the stretches at the feet of pages that hold them."""
    notes: list[Note] = []
    zones: list[Span] = []
    marks = _marks(layout)
    last_anchor = 0
    for page in _pages(layout):
        found = _page_notes(layout, page, len(notes) + 1, marks)
        window = page.start
        for mark, start, body in found:
            # A note that didn't fit on the page of its mark stands on the next: look there too, in a list of marks.
            members = _MEMBERS.match(layout.view, body.start) is not None
            anchor = marks.first(mark, window, found[0][1], members=members)
            anchor = anchor or marks.first(mark, last_anchor, window, sure=True, members=members)
            notes.append(Note(str(mark), (anchor,) if anchor else (), body))
            zones.append(Span(start, body.end))
            if anchor is not None:
                last_anchor = anchor.end
                window = max(window, anchor.end)
    return notes, zones


def _marks(layout: Layout) -> _Marks:
    marks = _Marks()
    for line in layout.lines:
        if line.blank or line.end - line.start > 40 or not _LONE.fullmatch(layout.text(line)):
            continue
        # The figure under the Chamber's name is its number, no mark.
        if not layout.view[max(line.start - 30, 0) : line.start].rstrip().endswith("Staten-Generaal"):
            for match in _NUMBER.finditer(layout.view, line.start, line.end):
                marks.lone.setdefault(int(match.group()), []).append(match.start())
    for places, pattern in (
        (marks.after_word, _AFTER_WORD),
        (marks.after_year, _AFTER_YEAR),
        (marks.after_year, _AFTER_LETTER),
        (marks.line_start, _LINE_START),
    ):
        for match in pattern.finditer(layout.view):
            places.setdefault(int(match["mark"]), []).append(match.start("mark"))
    for found in marks.after_year.values():
        found.sort()
    return marks


def _pages(layout: Layout) -> list[Span]:
    """Stretches between the feet of pages; the last runs to the end of the text."""
    pages: list[Span] = []
    start = 0
    for zone in layout.zones:
        if zone.start > start:
            pages.append(Span(start, zone.start))
        start = zone.end
    if start < len(layout.view):
        pages.append(Span(start, len(layout.view)))
    return [page for page in pages if layout.strip(page.start, page.end) is not None]


def _page_notes(layout: Layout, page: Span, expected: int, marks: _Marks) -> list[tuple[int, int, Span]]:
    """The notes of a page as mark, start and body, counting on from `expected`."""
    found: list[tuple[int, int, int]] = []
    for index in range(layout.line_index(page.start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= page.end:
            break
        if line.start < page.start or line.blank or not layout.view[line.start].isdecimal():
            continue
        mark = expected + len(found)
        body = _body_start(layout, line.start, line.end, mark, page.start, marks)
        if body is not None:
            found.append((mark, line.start, body))
    limits = [*(start for _, start, _ in found[1:]), page.end]
    bodies = []
    for (mark, start, body), limit in zip(found, limits, strict=False):
        span = layout.strip(body, body_end(layout, body, limit))
        if span is not None:
            bodies.append((mark, start, span))
    return bodies


def _body_start(layout: Layout, start: int, end: int, mark: int, window: int, marks: _Marks) -> int | None:
    glued = _BODY.match(layout.view, start, end)
    if glued is not None:
        return glued.end() if int(glued.group(1)) == mark else None
    apart = _BODY_APART.match(layout.view, start, end)
    if apart is None or int(apart.group(1)) != mark:
        return None
    return apart.end() if marks.first(mark, window, start, sure=True) else None
