"""Lists of questions and answers whose numbers stand alone on a line or before the question."""

import re
from dataclasses import dataclass
from itertools import pairwise

from sovgraph.model import Exchange
from sovgraph.structure import doubts
from sovgraph.structure.counting import best_run
from sovgraph.structure.doubts import Doubt
from sovgraph.structure.edges import without_marks
from sovgraph.structure.labels import bare_answer
from sovgraph.structure.layout import Layout
from sovgraph.structure.signers import read_signers
from sovgraph.structure.splitting import split_answer

_NUMBER = re.compile(r"(?P<number>\d{1,4})\s*[.)]?(?:\s+(?=[^\W\d_a-z]|[\"'(])|\Z)")
_LOOSE = re.compile(r"[^\s.)]{1,3}\s*[.)]?")
_SIGNATURES = 4_000
_WEIGHT = 1.3
"""Of one item against the cost of skipping numbers: a table's figure that skips is passed over."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered stretch: its number, the index of its line, the start of its text; whether its label is misread."""

    number: int
    line: int
    start: int
    damaged: bool = False


def read_listing(layout: Layout) -> tuple[list[Exchange], list[Doubt]]:
    """Number by number; each item is the question, then the answer after "Antwoord" or after the asking paragraph."""
    exchanges: list[Exchange] = []
    found: list[Doubt] = []
    items = _items(layout)
    last = _before_signatures(layout, items)
    before = 0
    for item, after in zip(items, [*items[1:], None], strict=False):
        end = layout.lines[after.line].start if after else last
        cuts = _answer_labels(layout, item, end)
        if cuts:
            question, answer = without_marks(layout, item.start, cuts[0][0]), without_marks(layout, cuts[0][1], end)
        else:
            question, answer, _ = split_answer(layout, item.start, end, None)
        if question is None:
            continue
        exchanges.append(Exchange(str(item.number), question, None, answer))
        if item.damaged:
            found.append(Doubt(doubts.DAMAGED, f"the number of question {item.number} can't be read", question))
        if item.number > before + 1:
            message = f"numbers are skipped between question {before} and question {item.number}"
            found.append(Doubt(doubts.SKIPPED, message, question))
        before = item.number
        if answer is not None and (len(cuts) > 1 or (after and after.number > item.number + 1)):
            message = f"the answer to question {item.number} may run on into a question whose number isn't found"
            found.append(Doubt(doubts.NO_END, message, answer))
    return exchanges, found


def _before_signatures(layout: Layout, items: list[_Item]) -> int:
    """Where the last item ends: before chair and clerk, when they sign behind it."""
    end = len(layout.view)
    signed = read_signers(layout, items[-1].start, end)[1] if items and end - items[-1].start < _SIGNATURES else None
    return signed or end


def _items(layout: Layout) -> list[_Item]:
    """Lines with numbers that count on, and misread ones where numbers are missing between them."""
    found: list[_Item] = []
    loose: list[int] = []
    for index, line in enumerate(layout.lines):
        if line.blank or (line.end - line.start > 4 and not layout.view[line.start].isdecimal()):
            continue
        match = _NUMBER.match(layout.view, line.start, line.end)
        if layout.zone_at(line.start) or not _asks(layout, index):
            continue
        if match is not None:
            found.append(_Item(int(match["number"]), index, match.end()))
        if _LOOSE.fullmatch(layout.text(line)) and _apart(layout, index):
            loose.append(index)
    run = [found[i] for i in best_run([str(x.number) for x in found], [_WEIGHT] * len(found))]
    return _filled(layout, run, loose) if run else []


def _apart(layout: Layout, index: int) -> bool:
    return index > 0 and layout.lines[index - 1].blank


def _filled(layout: Layout, run: list[_Item], loose: list[int]) -> list[_Item]:
    """With the misread numbers, where there are as many of them as numbers are missing."""
    taken = {item.line for item in run}
    free = [index for index in loose if index not in taken]
    result: list[_Item] = []
    last = _Item(run[-1].number + 1, len(layout.lines), 0)
    for before, after in pairwise([_Item(0, -1, 0), *run, last]):
        result += [before] if before.number else []
        between = [index for index in free if before.line < index < after.line]
        missing = after.number - before.number - 1
        if after is last:
            labels = _answer_labels(layout, before, len(layout.view))
            missing = len(labels) - 1
        if missing == len(between):
            for step, index in enumerate(between, start=1):
                result.append(_Item(before.number + step, index, layout.lines[index].end, damaged=True))
    return result


def _asks(layout: Layout, index: int) -> bool:
    """A question mark within the lines just after; under a table's figure stands another figure."""
    line = layout.lines[index]
    lines = layout.lines[index : index + 14]
    alone = _LOOSE.fullmatch(layout.text(line)) is not None or _NUMBER.fullmatch(layout.text(line)) is not None
    after = next((x for x in lines[1:] if not x.blank), None)
    if alone and (after is None or not layout.view[after.start].isalpha()):
        return False
    return "?" in layout.view[line.start : min(lines[-1].end, line.start + 3_000)]


def _answer_labels(layout: Layout, item: _Item, end: int) -> list[tuple[int, int]]:
    """Start of each line "Antwoord" inside an item, and of the words after it."""
    found = []
    for index in range(item.line + 1, len(layout.lines)):
        line = layout.lines[index]
        if line.start >= end:
            break
        if line.blank or layout.view[line.start] not in "AB":
            continue
        offset = bare_answer(layout.text(line))
        if offset is not None:
            found.append((line.start, line.start + offset))
    return found
