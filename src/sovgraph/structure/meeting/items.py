"""The items of a meeting's agenda: their number and title stand before "Aan de orde is ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sovgraph.model import AgendaItem, Span
from sovgraph.read import Part
from sovgraph.structure.layout import Layout, Line
from sovgraph.structure.meeting.stages import begins_anew, begins_line
from sovgraph.structure.meeting.words import CHAIRED, SPEAKER, STANDING

_SUBJECT = re.compile(r"(?<![\w-])Aan de orde (?:is|zijn|komt|komen)(?!\w)")
_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:[.)]?\s+(?P<rest>\S.*))?\s*")
_SENTENCE_END = re.compile(r"[.?!;,:…]\W*\Z")
_GLUED = re.compile(r"\s*(?P<number>\d{1,3})\s+(?P<title>\S.{2,200}?)\s+(?:Voorzitter:|Aan de orde (?:is|zijn)\b)")
_TITLE_LINES = 8
_LONGEST = 200
_LONGEST_SUBJECT = 600
_END_OF_SUBJECT = re.compile(r"(?<!nr)(?<!nrs)(?<!d\.d)(?<!c\.s)\.(?=\s|\Z)|:\s|\n\s*\n")


def find_items(layout: Layout, parts: tuple[Part, ...]) -> tuple[AgendaItem, ...]:
    """The items in order; each lasts until the next."""
    begins = {begin.start: begin for begin in _stated(layout, parts) or [*_glued(layout), *_headed(layout)]}
    starts = sorted(begins)
    found: list[AgendaItem] = []
    for place, (start, end) in enumerate(pairwise([*starts, len(layout.view)]), start=1):
        span, begin = layout.strip(start, end), begins[start]
        if span is not None:
            found.append(AgendaItem(f"a{place}", span, begin.number, begin.title, begin.subject))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Begin:
    """Where an item begins, with what its heading gives."""

    start: int
    number: Span | None = None
    title: Span | None = None
    subject: Span | None = None


def _stated(layout: Layout, parts: tuple[Part, ...]) -> list[_Begin]:
    titles = {part.group: part for part in parts if part.role == "item_title"}
    found: list[_Begin] = []
    for part in parts:
        if part.role != "item":
            continue
        title = titles.get(part.group)
        number = _NUMBER.match(layout.view, part.span.start, title.span.start if title else part.span.start)
        subject = next(_subjects_behind(layout, part.span), None)
        found.append(
            _Begin(
                part.span.start,
                Span(*number.span("number")) if number else None,
                title.span if title else None,
                _whole_subject(layout, subject) if subject is not None else None,
            )
        )
    return found


def _subjects_behind(layout: Layout, heading: Span) -> Iterator[int]:
    """Where "Aan de orde is" begins one of the next lines."""
    first = layout.line_index(heading.start)
    for line in layout.lines[first : first + _TITLE_LINES]:
        if SPEAKER.match(layout.view, line.start, line.end):
            return
        if line.start >= heading.start and _SUBJECT.match(layout.view, line.start):
            yield line.start


def _glued(layout: Layout) -> list[_Begin]:
    """The one item of a text without line ends: number, title, and the title again."""
    match = _GLUED.match(layout.view)
    if match is None or "\n" in match[0]:
        return []
    words, start = match["title"], match.start("title")
    half = len(words) // 2
    end = start + half if len(words) % 2 and words[:half] == words[half + 1 :] else match.end("title")
    found = _SUBJECT.search(layout.view, start, start + 600)
    subject = _whole_subject(layout, found.start()) if found else None
    return [_Begin(match.start("number"), Span(*match.span("number")), Span(start, end), subject)]


def _headed(layout: Layout) -> list[_Begin]:
    """Items with a heading of its own lines before the subject, and standing items by their names."""
    found: list[_Begin] = []
    lines = [line for line in layout.lines if not line.blank and layout.zone_at(line.start) is None]
    taken = -1
    for index, line in enumerate(lines):
        text = layout.text(line)
        if _SUBJECT.match(layout.view, line.start) and not _spoken(layout, lines, index):
            begin = _with_title(layout, lines, index, taken)
            if begin is not None:
                found.append(begin)
                taken = index
        elif (
            STANDING.fullmatch(text)
            and not _heads_subject(layout, lines, index)
            and not _continues(layout, lines, index)
        ):
            found.append(_Begin(line.start, title=Span(line.start, line.end)))
            taken = index
    return _without_repeats(layout, found)


def _without_repeats(layout: Layout, found: list[_Begin]) -> list[_Begin]:
    """A standing title printed two or three times in a row is one item."""
    kept: list[_Begin] = []
    before: Span | None = None
    for begin in found:
        title = begin.title
        same = title is not None and before is not None and title.of(layout.view) == before.of(layout.view)
        if not same or (title and before and layout.view[before.end : title.start].strip()):
            kept.append(begin)
        before = title
    return kept


def _spoken(layout: Layout, lines: list[Line], index: int) -> bool:
    """Whether the chair says it: right behind "De voorzitter:", or in the middle of a paragraph."""
    if index == 0:
        return False
    before = lines[index - 1]
    return layout.text(before).endswith(":") or _continues(layout, lines, index)


def _continues(layout: Layout, lines: list[Line], index: int) -> bool:
    """Whether a line goes on with the words of the line right before it."""
    if index == 0:
        return False
    before = lines[index - 1]
    if layout.raw[before.end : lines[index].start].count("\n") > 1:
        return False
    return before.end - before.start > _LONGEST or not begins_anew(layout.view, lines[index].start)


def _heads_subject(layout: Layout, lines: list[Line], index: int) -> bool:
    """Whether the subject follows within a few lines of heading: then the item begins with all of them."""
    for line in lines[index + 1 : index + _TITLE_LINES]:
        if _SUBJECT.match(layout.view, line.start):
            return True
        if not _is_title(layout, line):
            return False
    return False


def _with_title(layout: Layout, lines: list[Line], index: int, taken: int) -> _Begin | None:
    first = index
    while first - 1 > taken and index - first < _TITLE_LINES and _is_title(layout, lines[first - 1]):
        first -= 1
    heading = [line for line in lines[first:index] if CHAIRED.fullmatch(layout.text(line)) is None]
    start = lines[first].start
    number: Span | None = None
    title: Span | None = None
    if heading:
        numbered = _NUMBER.fullmatch(layout.text(heading[0]))
        if numbered is not None:
            at = heading[0].start
            number = Span(at + numbered.start("number"), at + numbered.end("number"))
            if numbered["rest"]:
                title = Span(at + numbered.start("rest"), at + numbered.end("rest"))
            heading = heading[1:]
        if title is None and heading:
            if len(heading) > 1 and STANDING.fullmatch(layout.text(heading[0])):
                heading = heading[1:]  # "Stemmingen" heads the voting, the line below it says on what
            title = Span(heading[0].start, heading[0].end)
            for line in heading[1:]:
                if layout.view[line.start].islower() and layout.raw[title.end : line.start].count("\n") == 1:
                    title = Span(title.start, line.end)
                else:
                    break
    if not begins_line(layout.view, start):
        return None
    return _Begin(start, number, title, _whole_subject(layout, lines[index].start))


def _is_title(layout: Layout, line: Line) -> bool:
    """A short line that ends no sentence and names no speaker."""
    text = layout.text(line)
    if not text or len(text) > _LONGEST or SPEAKER.match(text):
        return False
    if CHAIRED.fullmatch(text):
        return True
    return _SENTENCE_END.search(text) is None and (text[0].isupper() or text[0].isdigit() or text[0] in "\"'")


def _whole_subject(layout: Layout, start: int) -> Span | None:
    limit = min(start + _LONGEST_SUBJECT, len(layout.view))
    end = _END_OF_SUBJECT.search(layout.view, start, limit)
    return layout.strip(start, end.start() + 1 if end else min(start + 300, limit))
