"""The numbered questions of a letter, also where a number is missing, repeated, misread or counts anew for a party.

The letter's own numbers come first. Where they leave a gap, the letter that answers helps: words that stand there
under the missing number are that question here. What stays unclear becomes a doubt, never a guess.
"""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from sovgraph.model import Letter, Span
from sovgraph.structure import doubts
from sovgraph.structure.askers import Named
from sovgraph.structure.counting import best_run, rank, skipped
from sovgraph.structure.cuts import Cut, Kind, find_cuts
from sovgraph.structure.doubts import Doubt
from sovgraph.structure.edges import without_marks
from sovgraph.structure.layout import Layout
from sovgraph.structure.similar import Candidates, alike, plain
from sovgraph.structure.splitting import paragraph_end

LIKE = 85.0
"""From here on two texts are the same question, whatever their labels say."""
SHORTEST = 25
"""Fewer plain letters ("Waarom niet?") are alike by chance."""
HEAD = 600
_LONGEST = 3_000
_NEAR = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as asked: a number of its own in the paper, the one that its label means, and its text."""

    number: str
    printed: str
    span: Span


@dataclass(slots=True)
class _Reading:
    layout: Layout
    cuts: list[Cut]
    end: int
    told: dict[int, Cut]
    """Cuts whose words the reply repeats, with the place where it does."""
    chosen: dict[int, str] = field(default_factory=dict)
    damaged: set[int] = field(default_factory=set)
    repeated: set[int] = field(default_factory=set)

    def stop(self, index: int) -> int:
        return self.cuts[index + 1].line if index + 1 < len(self.cuts) else self.end

    def asks(self, index: int) -> bool:
        """Whether a question mark stands before the next number."""
        after = index + 1
        while after < len(self.cuts) and after < index + 20 and self.cuts[after].kind is not Kind.SURE:
            after += 1
        start = self.cuts[index].start
        return "?" in self.layout.view[start : min(self.stop(after - 1), start + _LONGEST)]

    def sure(self, first: int, last: int) -> list[int]:
        return [i for i in range(first, last) if self.cuts[i].kind is Kind.SURE and self.cuts[i].number]


def read_asked(
    layout: Layout, letter: Letter, named: list[Named], replies: list[Cut]
) -> tuple[list[Asked], list[Doubt]]:
    """The questions of a letter in order, and what is doubtful about their numbers."""
    body = letter.body
    cuts = find_cuts(layout, body.start, body.end)
    reading = _Reading(layout, cuts, body.end, _told(layout, cuts, body.end, replies))
    seen: Counter[str] = Counter()
    asked: list[Asked] = []
    found: list[Doubt] = []
    for first, last in pairwise(_series(reading, named)):
        reading.chosen, reading.damaged, reading.repeated = {}, set(), set()
        _count(reading, first, last)
        found += _doubts(reading)
        order = sorted(reading.chosen)
        limit = cuts[last].line if last < len(cuts) else body.end
        for index, following in zip(order, [*order[1:], None], strict=False):
            start = cuts[index].start
            stop = cuts[following].line if following is not None else paragraph_end(layout, start, limit)
            span = without_marks(layout, start, _without_introduction(layout, named, start, stop))
            if span is not None:
                printed = reading.chosen[index]
                seen[printed] += 1
                number = printed if seen[printed] == 1 else f"{printed}-{seen[printed]}"
                asked.append(Asked(number, printed, span))
    if not any("?" in a.span.of(layout.view) for a in asked):
        return [], []
    return asked, found


def _told(layout: Layout, cuts: list[Cut], end: int, replies: list[Cut]) -> dict[int, Cut]:
    """For each cut the place in the reply that begins with the same words up to the next cut."""
    heads = Candidates(plain(layout.view[cut.start : cut.start + HEAD]) for cut in replies)
    found: dict[int, Cut] = {}
    for index, cut in enumerate(cuts):
        stop = cuts[index + 1].line if index + 1 < len(cuts) else end
        text = layout.view[cut.start : min(stop, cut.start + _LONGEST)].rstrip()
        words = plain(text)
        if len(words) < SHORTEST:
            continue
        scored = [
            (alike(words, plain(layout.view[replies[i].start : replies[i].start + len(text)])), replies[i].kind, -i)
            for i in heads.like(words)
        ]
        score, _, place = max(scored, default=(0.0, Kind.NONE, 0))
        if score >= LIKE:
            found[index] = replies[-place]
    return found


def _series(reading: _Reading, named: list[Named]) -> list[int]:
    """Bounds of the series: a "1." after a paragraph that names another party counts anew."""
    bounds = [0]
    introduced = False
    last = -1
    place = 0
    for index, cut in enumerate(reading.cuts):
        if cut.kind is Kind.NONE and cut.paragraph:
            while place < len(named) and named[place].start < cut.line:
                place += 1
            introduced = introduced or (place < len(named) and named[place].start < cut.line + _NEAR)
        elif cut.kind is Kind.SURE:
            if introduced and cut.number == "1" and last >= bounds[-1]:
                bounds.append(index)
            introduced, last = False, index
    return [*bounds, len(reading.cuts)]


def _count(reading: _Reading, first: int, last: int) -> None:
    """Chooses the cuts of one series that begin a question, with their numbers."""
    sure = reading.sure(first, last)
    numbers = [reading.cuts[i].number or "" for i in sure]
    weights = []
    for index, number in zip(sure, numbers, strict=True):
        told = reading.told.get(index)
        weights.append(1.0 + reading.asks(index) + (0.0 if told is None else 2.0 if told.number == number else 1.0))
    for place in best_run(numbers, weights):
        reading.chosen[sure[place]] = numbers[place]
    _renumber(reading)
    bounds = [first - 1, *sorted(reading.chosen), last]
    for before, after in pairwise(bounds):
        _rescue(reading, before, after, first, last)


def _renumber(reading: _Reading) -> None:
    """After a skip the reply's number is the right one, where it fits there: "1, 2, 6" against "1, 2, 3"."""
    low = "0"
    for index in sorted(reading.chosen):
        number, told = reading.chosen[index], reading.told.get(index)
        other = told.number if told is not None and told.kind is Kind.SURE else None
        if skipped(low, number) and other and rank(low) < rank(other) < rank(number):
            reading.chosen[index] = number = other
            reading.damaged.add(index)
        low = number


def _rescue(reading: _Reading, before: int, after: int, first: int, last: int) -> None:
    """Finds the questions between two chosen cuts whose numbers are missing or misread."""
    low = reading.chosen[before] if before >= first else "0"
    high = reading.chosen[after] if after < last else None
    between = range(before + 1, after)
    for index in between:
        told = reading.told.get(index)
        number = told.number if told is not None and told.kind is Kind.SURE else None
        if number and rank(low) < rank(number) and (high is None or rank(number) < rank(high)):
            reading.chosen[index] = low = number
            reading.damaged.add(index)
    loose = [i for i in between if i not in reading.chosen and _labelled(reading, i)]
    if any(i in reading.chosen for i in between):
        return
    missing = skipped(low, high) if high else 0
    if missing and len(loose) == missing:
        for step, index in enumerate(loose, start=1):
            reading.chosen[index] = str(rank(low)[0] + step)
            reading.damaged.add(index)
    elif high is None and loose and _is_next(reading, loose[0], low):
        reading.chosen[loose[0]] = str(rank(low)[0] + 1)
        reading.damaged.add(loose[0])
    elif loose and reading.cuts[loose[0]].kind is Kind.SURE and reading.cuts[loose[0]].number in (low, high):
        reading.chosen[loose[0]] = reading.cuts[loose[0]].number or low
        reading.repeated.add(loose[0])


def _is_next(reading: _Reading, index: int, low: str) -> bool:
    cut = reading.cuts[index]
    return cut.kind is Kind.ODD and cut.number == str(rank(low)[0] + 1)


def _labelled(reading: _Reading, index: int) -> bool:
    """A cut that has some label, asks, and isn't a part ("a.") of the question before it."""
    cut = reading.cuts[index]
    part = not cut.numbers and reading.layout.view[cut.line] in "abcdefgh"
    return cut.kind is not Kind.NONE and cut.fresh and not part and len(cut.numbers) < 2 and reading.asks(index)


def _without_introduction(layout: Layout, named: list[Named], start: int, stop: int) -> int:
    """Before a paragraph that only says who asks next: it asks nothing and stands behind a question."""
    end = paragraph_end(layout, start, stop)
    while end < stop:
        rest = layout.strip(end, stop)
        if rest is None:
            return stop
        following = paragraph_end(layout, rest.start, stop)
        who = next((n for n in named if rest.start <= n.start < min(rest.start + _NEAR, following)), None)
        if who is not None and "?" in layout.view[start:end] and "?" not in layout.view[rest.start : stop]:
            return end
        end = following
    return stop


def _doubts(reading: _Reading) -> list[Doubt]:
    found: list[Doubt] = []
    before = "0"
    for index in sorted(reading.chosen):
        cut, number = reading.cuts[index], reading.chosen[index]
        where = Span(cut.line, cut.start) if cut.start > cut.line else Span(cut.line, max(cut.start, cut.line + 1))
        gap = skipped(before, number)
        if gap:
            low, high = rank(before)[0] + 1, rank(number)[0] - 1
            which = f"number {low} is" if gap == 1 else f"numbers {low} to {high} are"
            after = f"after question {before}, which may hold more than one" if before != "0" else "at the start"
            found.append(Doubt(doubts.SKIPPED, f"{which} skipped {after}", where))
        if index in reading.damaged:
            found.append(
                Doubt(doubts.DAMAGED, f"question {number} has another number, or none that can be read", where)
            )
        if index in reading.repeated:
            found.append(Doubt(doubts.REPEATED, f"a second question has the number {number}", where))
        before = number
    return found
