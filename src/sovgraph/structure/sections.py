"""The sections of a paper: headings that its format states, or that its lines show, with their levels."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from sovgraph.model import Genre, Meta, Section, Span
from sovgraph.read import Text
from sovgraph.structure.headings import Heading, heading_alone, heading_of
from sovgraph.structure.layout import Layout, Line

_WITHOUT = frozenset(
    (
        Genre.PROCEEDINGS,
        Genre.COMMITTEE_DEBATE,
        Genre.MOTION,
        Genre.WRITTEN_QUESTIONS,
        Genre.ANSWERED_QUESTIONS,
        Genre.LIST_OF_QUESTIONS,
        Genre.DECISIONS,
        Genre.VOTES,
        Genre.SPEAKERS_LIST,
        Genre.INCOMING,
        Genre.CONVOCATION,
        Genre.UNKNOWN,
    )
)
"""Papers whose parts are turns, questions or items, which have a structure of their own."""
_LETTERED = (Genre.BILL, Genre.AMENDING_NOTE)
"""In these a capital on a line of its own is a part of an article."""
_LETTER = re.compile(r"[A-Z]{1,2}")
_FIGURES = re.compile(r"\d+")
_STATED = 90
_SMALL = 95


def read_sections(layout: Layout, meta: Meta, text: Text) -> tuple[Section, ...]:
    """All sections in the order of their headings; none for papers that have no headings."""
    if meta.genre in _WITHOUT:
        return ()
    start = max((span.end for span in (meta.title_span, meta.number_span) if span), default=0)
    stated = list(_stated(layout, text, meta, start))
    official = text.kind == "kamerstuk"
    # official XML states its headings; where it states none, only lines that can be nothing else are
    lines = [] if official and stated else list(_printed(layout, start, alone=not official))
    known = {heading.start for heading in stated}
    found = sorted([*stated, *(h for h in lines if h.start not in known)], key=lambda h: h.start)
    if meta.genre is Genre.BILL:
        found = _own_articles(found)
    kept = _in_order(_with_words(layout, found), meta.genre in _LETTERED)
    if meta.genre is Genre.AMENDMENT:
        kept = [h for h in kept if h.kind not in ("article", "item")]  # words that it puts into the bill
    return tuple(_nested(layout, kept))


def _put_in(text: Text) -> list[Span]:
    """Articles inside an article of the paper, in order: words that it puts into another act."""
    spans = sorted((part.span for part in text.parts if part.role == "article" and part.value), key=lambda s: s.start)
    found: list[Span] = []
    end = 0
    for span in spans:
        if span.end <= end and (not found or span.start >= found[-1].end):
            found.append(span)
        end = max(end, span.end)
    return found


def _stated(layout: Layout, text: Text, meta: Meta, start: int) -> Iterator[Heading]:
    put_in = _put_in(text)
    starts = [span.start for span in put_in]
    for part in text.parts:
        span = part.span
        inside = bisect_right(starts, span.start) - 1
        if not start <= span.start < span.end or (inside >= 0 and span.start < put_in[inside].end):
            continue
        if part.role == "heading":
            words = " ".join(span.of(layout.view).split())
            number, kind, rank, _ = heading_of(words) or ("", "heading", _STATED, True)
            yield Heading(span.start, span.end, number, kind, rank, sure=True)
        elif part.role == "list_item" and meta.genre in _LETTERED and _LETTER.fullmatch(part.value):
            yield Heading(span.start, span.start + len(part.value), f"onderdeel {part.value}", "item", 70)


def _printed(layout: Layout, start: int, alone: bool) -> Iterator[Heading]:
    lines = [x for x in layout.lines if not x.blank and x.start >= start and not layout.zone_at(x.start)]
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        marks = _marks(layout, line)
        found = heading_of(layout.text(line))
        if found is not None and (found[3] or marks or _stands(layout, line, after)):
            yield Heading(line.start, line.end, found[0], found[1], found[2], sure=found[3] or marks > 0)
        elif marks and found is None:
            yield Heading(line.start, line.end, "", "heading", _STATED + marks - 1, sure=True)
        elif alone and found is None and heading_alone(layout, before, line, after):
            yield Heading(line.start, line.end, "", "heading", _SMALL)


def _marks(layout: Layout, line: Line) -> int:
    """How many "#" of Markdown stand before a line; 0 for none."""
    begin = layout.raw.rfind("\n", 0, line.start) + 1
    before = layout.raw[begin : line.start].strip(" *_")
    return len(before) if before and set(before) == {"#"} else 0


def _stands(layout: Layout, line: Line, after: Line | None) -> bool:
    """A numbered line is no broken list item: what follows begins anew."""
    if after is None:
        return False
    follows = layout.view[after.start]
    apart = layout.blank_between(line.end, after.start)
    return (apart or len(layout.text(line)) <= _SMALL) and not follows.islower()


def _with_words(layout: Layout, found: list[Heading]) -> list[Heading]:
    """Without lines of a table of contents and items of a list: nothing stands between them and the next."""
    kept: list[Heading] = []
    end, content = len(layout.view), False
    for heading in reversed(found):
        content = content or _words_between(layout, heading.end, end)
        following = kept[-1].rank if kept else 0
        if content or following > heading.rank or heading.kind == "article":
            kept.append(heading)
            content = False
        end = heading.start
    return kept[::-1]


def _words_between(layout: Layout, start: int, end: int) -> bool:
    lines = layout.lines[layout.line_index(start) : layout.line_index(end) + 1]
    if lines[0].end > start and layout.strip(start, lines[0].end):
        return True  # "B In artikel 8 vervalt …": the heading is only the mark
    return any(x.start >= start and x.end <= end and not x.blank and not layout.zone_at(x.start) for x in lines)


def _in_order(found: list[Heading], letters: bool) -> list[Heading]:
    """Numbered headings whose numbers follow each other; a number out of order is an item of a list."""
    kept: list[Heading] = []
    current: list[int] = []
    letter = ""
    for heading in found:
        if heading.kind in ("article", "part"):
            letter = ""
        if heading.kind == "item" and not heading.sure:
            if letters and heading.number == _next_letter(letter):
                letter = heading.number
                kept.append(heading)
            continue
        if heading.kind != "numbered" or not heading.number[0].isdigit():
            current = [] if heading.rank <= 10 else current
            kept.append(heading)
            continue
        numbers = [int(each) for each in heading.number.split(".")]
        if heading.sure or _follows(current, numbers):
            current = numbers
            kept.append(heading)
    return kept


def _next_letter(last: str) -> str:
    """ "onderdeel A" first, then the letter behind the last: "onderdeel B"; behind Z comes AA."""
    mark = last.removeprefix("onderdeel ")
    if not mark:
        return "onderdeel A"
    return f"onderdeel {mark[:-1]}{chr(ord(mark[-1]) + 1)}" if mark[-1] != "Z" else f"onderdeel A{'A' * len(mark)}"


def _follows(current: list[int], numbers: list[int]) -> bool:
    depth = len(numbers)
    if numbers[-1] == 1 and (depth == 1 or numbers[:-1] == current[: depth - 1]):
        return depth > 1 or not current or current == [1]
    same = len(current) >= depth and current[: depth - 1] == numbers[:-1]
    return same and numbers[-1] == current[depth - 1] + 1


def _own_articles(found: list[Heading]) -> list[Heading]:
    """In a bill with articles I, II, … those in figures are words that it puts into another act; so is in one with
    articles in figures each whose number doesn't follow the last."""
    roman = any(h.kind == "article" and h.number.split(" ")[1][:1] in "IVXL" for h in found)
    kept: list[Heading] = []
    last: list[int] = []
    for heading in found:
        if heading.kind != "article":
            kept.append(heading)
            continue
        number = heading.number.split(" ")[1]
        figures = [int(each) for each in _FIGURES.findall(number)]
        if roman and not figures:
            kept.append(heading)
        elif not roman and _next_article(last, figures, number):
            last = figures
            kept.append(heading)
    return kept


def _next_article(last: list[int], figures: list[int], number: str) -> bool:
    """Article 1 first, then the next one, the first of the next chapter ("2.1" behind "1.7"), or one with a letter."""
    if not figures:
        return False
    if not last:
        return figures[-1] == 1
    lettered = number[-1].isalpha() and figures == last
    same = figures[:-1] == last[:-1] and figures[-1] == last[-1] + 1
    chapter = len(figures) == len(last) > 1 and figures[0] == last[0] + 1 and set(figures[1:]) == {1}
    return lettered or same or chapter


def _nested(layout: Layout, headings: list[Heading]) -> Iterator[Section]:
    open_: list[tuple[int, int]] = []
    for place, heading in enumerate(headings):
        while open_ and open_[-1][1] >= heading.rank:
            open_.pop()
        later = (h.start for h in headings[place + 1 :] if h.rank <= heading.rank)
        span = layout.strip(heading.start, next(later, len(layout.view)))
        parent = open_[-1][0] if open_ else None
        shown = Span(heading.start, heading.end)
        yield Section(shown, heading.number, heading.kind, len(open_) + 1, span or shown, parent)
        open_.append((place, heading.rank))
