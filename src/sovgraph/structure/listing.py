"""Lists of questions and answers whose numbers stand alone on a line or before the question."""

import re
from dataclasses import dataclass
from itertools import pairwise

from sovgraph.model import Exchange
from sovgraph.structure import doubts
from sovgraph.structure.counting import best_run
from sovgraph.structure.doubts import Doubt
from sovgraph.structure.edges import without_marks
from sovgraph.structure.labelled import split_questions
from sovgraph.structure.labels import NUMBERS, bare_answer, expand
from sovgraph.structure.layout import Layout
from sovgraph.structure.signers import read_signers
from sovgraph.structure.splitting import end_of_asking, split_answer

_NUMBER = re.compile(r"(?P<number>\d{1,4})\s*[.)]?(?:\s+(?=[^\W\d_a-z]|[\"'(])|\Z)")
_JOINT = re.compile(rf"{NUMBERS}\s*[.:)]?")
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
    numbers: tuple[str, ...] = ()
    """All numbers of a label that joins some ("3, 4 en 5"); none when it has one."""

    @property
    def last(self) -> int:
        return int(self.numbers[-1]) if self.numbers else self.number


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
        if item.numbers:
            exchanges += _joint(layout, item, end, cuts)
            before = item.last
            continue
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


def _joint(layout: Layout, item: _Item, end: int, cuts: list[tuple[int, int]]) -> list[Exchange]:
    """Some questions under one label, with one answer for all of them."""
    cut = cuts[0] if cuts else (end_of_asking(layout, item.start, end),) * 2
    questions = split_questions(layout, without_marks(layout, item.start, cut[0]), len(item.numbers))
    answer = without_marks(layout, cut[1], end)
    return [
        Exchange(number, question, None, answer, shared_with=tuple(n for n in item.numbers if n != number))
        for number, question in zip(item.numbers, questions, strict=True)
        if question is not None
    ]


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
        joint = _joined(layout.text(line))
        if match is not None or joint:
            start = line.end if match is None else match.end()
            found.append(_Item(int(joint[0] if match is None else match["number"]), index, start, numbers=joint))
        if _LOOSE.fullmatch(layout.text(line)) and _apart(layout, index):
            loose.append(index)
    counted = [(number, item) for item in found for number in item.numbers or (str(item.number),)]
    chosen = [counted[i][1] for i in best_run([number for number, _ in counted], [_WEIGHT] * len(counted))]
    run = list(dict.fromkeys(chosen))
    return _filled(layout, run, loose) if run else []


def _joined(text: str) -> tuple[str, ...]:
    """The numbers of a label that joins some, on a line of its own; parts of questions ("3a en 3b") aren't read."""
    numbers = expand(text) if _JOINT.fullmatch(text) else ()
    return numbers if len(numbers) > 1 and all(map(str.isdecimal, numbers)) else ()


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
        missing = after.number - before.last - 1
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
    alone = any(label.fullmatch(layout.text(line)) for label in (_LOOSE, _NUMBER, _JOINT))
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
