"""Lists of questions and answers whose numbers stand alone on a line or before the question."""

import re
from dataclasses import dataclass

from sovgraph.model import Exchange
from sovgraph.structure.edges import without_marks
from sovgraph.structure.labels import bare_answer
from sovgraph.structure.layout import Layout
from sovgraph.structure.splitting import split_answer

_NUMBER = re.compile(r"(?P<number>\d{1,4})\s*[.)]?(?:\s+(?=[^\W\d_a-z]|[\"'(])|\Z)")
_MAX_SKIP = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered stretch: its number, the start of its line and of its text, its end (not trimmed)."""

    number: int
    line: int
    start: int
    end: int


def read_listing(layout: Layout) -> list[Exchange]:
    """Number by number; each item is the question, then the answer after "Antwoord" or after the asking paragraph."""
    exchanges = []
    for item in _items(layout):
        cut = _answer_label(layout, item)
        if cut is not None:
            question, answer = without_marks(layout, item.start, cut[0]), without_marks(layout, cut[1], item.end)
        else:
            question, answer, _ = split_answer(layout, item.start, item.end, None)
        if question is not None:
            exchanges.append(Exchange(str(item.number), question, None, answer))
    return exchanges


def _items(layout: Layout) -> list[Item]:
    """Lines with the next number; a few may be missing, a table's figures are passed over."""
    found: list[tuple[int, int, int]] = []
    for index, line in enumerate(layout.lines):
        match = _NUMBER.match(layout.view, line.start, line.end) if not line.blank else None
        if match is None or layout.zone_at(line.start):
            continue
        number = int(match["number"])
        last = found[-1][0] if found else 0
        if last < number <= last + _MAX_SKIP and _asks(layout, index):
            found.append((number, line.start, match.end()))
    ends = [*[start for _, start, _ in found[1:]], len(layout.view)]
    return [Item(n, start, text, end) for (n, start, text), end in zip(found, ends, strict=False)]


def _asks(layout: Layout, index: int) -> bool:
    """A question mark within the lines just after; under a table's figure stands another figure."""
    line = layout.lines[index]
    lines = layout.lines[index : index + 14]
    alone = _NUMBER.fullmatch(layout.text(line)) is not None
    after = next((x for x in lines[1:] if not x.blank), None)
    if alone and (after is None or not layout.view[after.start].isalpha()):
        return False
    return "?" in layout.view[line.start : min(lines[-1].end, line.start + 3_000)]


def _answer_label(layout: Layout, item: Item) -> tuple[int, int] | None:
    """Start of the line "Antwoord" inside an item, and of the words after it."""
    for index in range(layout.line_index(item.start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= item.end:
            return None
        if line.blank or layout.view[line.start] not in "AB":
            continue
        offset = bare_answer(layout.text(line))
        if offset is not None:
            return line.start, line.start + offset
    return None
