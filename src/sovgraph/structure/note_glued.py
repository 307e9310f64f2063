"""Footnotes in text from PDF, where the raised figure lost its place.

"1NOS website, ..." at the foot of a page is a note; its mark is a figure on a line of its own, glued to a word
("failliet ging?1"), or at the start of the line after ("jeugdzorg\\n2. Met dit"). Notes count on from 1, stand at the
foot of the page that holds their mark, and nothing but notes follows them there.
"""

import re

from sovgraph.model import Note, Span
from sovgraph.structure.layout import Layout

_BODY = re.compile(r"(\d{1,3})(?:(?=[^\W\d_])(?=\S{2})(?!(?:e|de|ste|x|%)\b)|(?=[«\"'(]\S)|(?=https?:))")
_BODY_APART = re.compile(r"(\d{1,3})\s+(?=[A-Z«\"'(]|https?:|www\.)")
_LONE = re.compile(r"\d{1,3}(?:(?:\s*,\s*|\s+en\s+|\s+)\d{1,3}){0,6}")
_MAX_LINES = 60


def glued_notes(layout: Layout) -> tuple[list[Note], list[Span]]:
    """Notes and the stretches at the feet of pages that hold them."""
    notes: list[Note] = []
    zones: list[Span] = []
    expected = 1
    position = 0
    for page in _pages(layout):
        found = _page_notes(layout, page, expected)
        if not found:
            position = page.end
            continue
        first = found[0][1]
        window = max(position, page.start)
        before = notes[-1].anchors[-1].end if notes and notes[-1].anchors else window
        for mark, start, body in found:
            anchors = _anchors(layout, mark, window, first) or _listed_before(layout, mark, before, window)
            notes.append(Note(str(mark), anchors, body))
            zones.append(Span(start, body.end))
            window = max((a.end for a in anchors), default=window)
        expected = found[-1][0] + 1
        position = page.end
    return notes, zones


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


def _page_notes(layout: Layout, page: Span, expected: int) -> list[tuple[int, int, Span]]:
    """The notes at a page's foot as mark, start and body: the last run that counts on from `expected`."""
    lines = layout.lines[layout.line_index(page.start) : layout.line_index(max(page.end - 1, page.start)) + 1]
    found: list[tuple[int, int, int]] = []
    for line in lines[-_MAX_LINES:]:
        if line.start < page.start or line.blank:
            continue
        match = _body_match(layout, line.start, line.end, expected + len(found))
        if match is not None:
            found.append((expected + len(found), line.start, match.end()))
    starts = [start for _, start, _ in found[1:]] + [page.end]
    bodies = []
    for (mark, start, body), end in zip(found, starts, strict=False):
        span = layout.strip(body, end)
        if span is not None:
            bodies.append((mark, start, span))
    return bodies


def _body_match(layout: Layout, start: int, end: int, mark: int) -> re.Match[str] | None:
    for pattern in (_BODY, _BODY_APART) if mark > 1 else (_BODY,):
        match = pattern.match(layout.view, start, end)
        if match is not None and match.group(1) == str(mark):
            return match
    return None


def _anchors(layout: Layout, mark: int, start: int, end: int) -> tuple[Span, ...]:
    """The most certain place for the mark between two offsets; none when there isn't one."""
    for find in (_lone, _after_word, _after_year, _line_start):
        span = find(layout, mark, start, end)
        if span is not None:
            return (span,)
    return ()


def _listed_before(layout: Layout, mark: int, start: int, end: int) -> tuple[Span, ...]:
    """In a list of marks on the page before ("2, 3 en 4"), when the note didn't fit on that page."""
    span = _lone(layout, mark, start, end)
    return (span,) if span is not None else ()


def _lone(layout: Layout, mark: int, start: int, end: int) -> Span | None:
    """On a line of its own, alone or with its neighbours ("2, 3 en 4")."""
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= end:
            return None
        if line.end <= start or line.end - line.start > 40 or not _LONE.fullmatch(layout.text(line)):
            continue
        found = re.compile(rf"(?<!\d){mark}(?!\d)").search(layout.view, max(line.start, start), line.end)
        if found:
            return Span(*found.span())
    return None


def _search(layout: Layout, pattern: str, start: int, end: int) -> Span | None:
    found = re.compile(pattern, re.MULTILINE).search(layout.view, start, end)
    return Span(*found.span("mark")) if found else None


def _after_word(layout: Layout, mark: int, start: int, end: int) -> Span | None:
    before = r"(?:(?<=[^\W\d_]{3})|(?<=[?!;:»)\]'\"])|(?<=[^\W\d_]\.))"
    return _search(layout, rf"{before}(?P<mark>{mark})(?=[\s.,;:)»]|\Z)", start, end)


def _after_year(layout: Layout, mark: int, start: int, end: int) -> Span | None:
    return _search(layout, rf"(?<!\d)(?:19|20)\d\d(?P<mark>{mark})(?=[\s.,;:)»])", start, end)


def _line_start(layout: Layout, mark: int, start: int, end: int) -> Span | None:
    """Pushed to the start of the line after: "jeugdzorg\\n2. Met dit"."""
    return _search(layout, rf"^(?P<mark>{mark})(?=[.,;:)]? \S)", start, end)
