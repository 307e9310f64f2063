"""The answers of a letter to the numbered questions of another one.

The questions are looked for in their order. A place has a claim to a question when its label has the number, or when
its words are nearly the same; the heaviest set of claims in rising order wins, so that one damaged label neither
moves nor merges its neighbours.
"""

from dataclasses import dataclass, field, replace

from sovgraph.model import Letter, Span
from sovgraph.structure import doubts
from sovgraph.structure.asked import HEAD, LIKE, SHORTEST, Asked
from sovgraph.structure.claims import heaviest
from sovgraph.structure.counting import rank, skipped
from sovgraph.structure.cuts import Cut, Kind
from sovgraph.structure.doubts import Doubt
from sovgraph.structure.layout import Layout
from sovgraph.structure.similar import Candidates, alike, plain
from sovgraph.structure.splitting import paragraph_end, split_answer, split_joint

_SAME = 55.0
_ODD_LABEL = 70.0
_LONGEST = 3_000
_MOST = 20
_OWN_NUMBER = 40.0
_MOST_QUESTIONS = 1_000


@dataclass(frozen=True, slots=True)
class Answered:
    """What a reply says on one question; `asked` is None where the question isn't in the letter that asks."""

    asked: Asked | None
    number: str
    restated: Span | None
    answer: Span | None
    shared: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """The numbers that the label of the answer itself gives."""


@dataclass(slots=True)
class _Reading:
    layout: Layout
    asked: list[Asked]
    cuts: list[Cut]
    end: int
    alikes: dict[tuple[int, int], float] = field(default_factory=dict)

    def likeness(self, question: int, cut: int) -> float:
        """Of a question and the words at a cut, as many as it has or up to the end of their paragraph."""
        key = (question, cut)
        if key not in self.alikes:
            text = self.asked[question].span.of(self.layout.view)[:_LONGEST]
            words, start = plain(text), self.cuts[cut].start
            stop = min(start + len(text), self.end)
            score = alike(words, plain(self.layout.view[start:stop]))
            short = paragraph_end(self.layout, start, stop)
            if short < stop:
                score = max(score, alike(words, plain(self.layout.view[start:short])))
            self.alikes[key] = score
        return self.alikes[key]

    def asks(self, cut: int) -> bool:
        """Whether the paragraph at a cut asks, and is not all there is."""
        start = self.cuts[cut].start
        return "?" in self.layout.view[start : paragraph_end(self.layout, start, min(self.end, start + _LONGEST))]


def read_answered(
    layout: Layout, reply: Letter, cuts: list[Cut], asked: list[Asked]
) -> tuple[list[Answered], list[Doubt]]:
    """The answers in the order of the reply, and what is doubtful about them."""
    reading = _Reading(layout, asked[:_MOST_QUESTIONS], cuts, reply.body.end)
    chosen = _best(reading)
    if not chosen:
        return [], []
    places = sorted([*((cut, question) for question, cut in chosen.items()), *_orphans(reading, chosen)])
    found: list[Answered] = []
    for (cut, question), after in zip(places, [*places[1:], None], strict=True):
        stop = cuts[after[0]].line if after else reply.body.end
        found += _split(reading, question, cut, stop, set(chosen))
    found = _jointly(found)
    return found, _doubts(reading, chosen, found)


def _best(reading: _Reading) -> dict[int, int]:
    """The heaviest set of claims in rising order, as question → cut."""
    by_number: dict[str, list[int]] = {}
    for index, place in enumerate(reading.cuts):
        for number in place.numbers:
            by_number.setdefault(number, []).append(index)
    heads = Candidates(plain(reading.layout.view[cut.start : cut.start + HEAD]) for cut in reading.cuts)
    options: list[set[int]] = []
    for asked in reading.asked:
        words = plain(asked.span.of(reading.layout.view)[:HEAD])
        options.append({*by_number.get(asked.printed, [])[:_MOST], *heads.like(words)})
    restates = _restates(reading, options)
    weighed = []
    for question, cuts in enumerate(options):
        claims = [(cut, _weight(reading, question, cut, restates)) for cut in sorted(cuts)]
        weighed.append([(cut, weight) for cut, weight in claims if weight > 0])
    return heaviest(weighed)


def _restates(reading: _Reading, options: list[set[int]]) -> bool:
    """Whether the reply repeats the questions: else a number alone is enough for an answer."""
    count = 0
    for question, cuts in enumerate(options):
        count += any(reading.likeness(question, cut) >= _SAME for cut in cuts)
    return 2 * count >= len(options)


def _weight(reading: _Reading, question: int, cut: int, restates: bool) -> float:
    """How strong the claim of a place to a question is; 0 for none."""
    place, asked = reading.cuts[cut], reading.asked[question]
    likeness = reading.likeness(question, cut)
    if asked.printed in place.numbers:
        if likeness >= _SAME or (place.kind is Kind.SURE and (not restates or reading.asks(cut))):
            return _OWN_NUMBER + likeness + place.fresh
        return 0.0
    if not place.fresh or asked.span.end - asked.span.start < SHORTEST:
        return 0.0
    enough = _ODD_LABEL if place.kind is Kind.ODD else LIKE
    return likeness if likeness >= enough else 0.0


def _orphans(reading: _Reading, chosen: dict[int, int]) -> list[tuple[int, int]]:
    """Numbered questions of the reply that nobody asked: their number fits between those around them."""
    order = sorted(chosen.items())
    found: list[tuple[int, int]] = []
    for (question, cut), after in zip([(-1, -1), *order], [*order, None], strict=True):
        low = _printed(reading, question, cut) if cut >= 0 else "0"
        high = _printed(reading, *after) if after else None
        for index in range(cut + 1, after[1] if after else len(reading.cuts)):
            place = reading.cuts[index]
            number = place.number
            if place.kind is not Kind.SURE or number is None or not place.fresh or not reading.asks(index):
                continue
            fits = rank(low) < rank(number) < rank(high) if high else rank(number)[0] == rank(low)[0] + 1
            if fits:
                found.append((index, -1))
                low = number
    return found


def _printed(reading: _Reading, question: int, cut: int) -> str:
    """The number that the reply prints at a place, else the one that is meant."""
    place = reading.cuts[cut]
    return place.number if place.kind is Kind.SURE and place.number else reading.asked[question].printed


def _split(reading: _Reading, question: int, cut: int, stop: int, taken: set[int]) -> list[Answered]:
    layout, place = reading.layout, reading.cuts[cut]
    if question < 0:
        restated, answer, _ = split_answer(layout, place.start, stop, None)
        return [Answered(None, place.number or "", restated, answer)]
    questions = [question]
    for number in place.numbers if len(place.numbers) > 1 else ():
        more = next(
            (
                i
                for i in range(question + 1, min(question + 15, len(reading.asked)))
                if reading.asked[i].printed == number
            ),
            None,
        )
        if more is not None and more not in taken:
            questions.append(more)
    asked = [reading.asked[i] for i in questions]
    if len(asked) > 1:
        repeated, answer = split_joint(layout, place.start, stop, [a.span for a in asked])
        numbers = tuple(a.number for a in asked)
        return [
            Answered(a, a.number, r, answer, tuple(n for n in numbers if n != a.number))
            for a, r in zip(asked, repeated, strict=True)
        ]
    restated, answer, labels = split_answer(layout, place.start, stop, asked[0].span)
    if answer is None and len(place.numbers) > 1:
        labels = place.numbers
    return [Answered(asked[0], asked[0].number, restated, answer, (), labels)]


def _jointly(found: list[Answered]) -> list[Answered]:
    """Shares the answer under "2 en 3." or "Antwoord op vragen 2 en 3"."""
    result = list(found)
    for index, item in enumerate(found):
        if not _is_one_of(item, item.labels):
            continue
        near = range(max(index - 12, 0), index + 1) if item.answer else range(index, min(index + 13, len(found)))
        mine = [i for i in near if i == index or _is_one_of(found[i], item.labels)]
        answers = {found[i].answer for i in mine} - {None}
        numbers = tuple(found[i].number for i in mine)
        if len(answers) == 1 and len(mine) > 1:
            for i in mine:
                others = tuple(n for n in numbers if n != found[i].number)
                result[i] = replace(found[i], answer=next(iter(answers)), shared=others)
    return result


def _is_one_of(item: Answered, numbers: tuple[str, ...]) -> bool:
    return item.asked is not None and item.asked.printed in numbers


def _doubts(reading: _Reading, chosen: dict[int, int], found: list[Answered]) -> list[Doubt]:
    layout = reading.layout
    result: list[Doubt] = []
    labelled = any(reading.cuts[cut].kind is Kind.SURE for cut in chosen.values())
    answers = {a.number: a for a in found}
    joint: tuple[str, ...] = ()
    for question, cut in sorted(chosen.items()) if labelled else ():
        asked, place = reading.asked[question], reading.cuts[cut]
        where = Span(place.line, max(place.start, place.line + 1))
        joint = place.numbers if len(place.numbers) > 1 else joint
        if asked.printed in joint:
            continue
        if place.kind is not Kind.SURE:
            result.append(
                Doubt(doubts.DAMAGED, f"the answer to question {asked.number} has no number that can be read", where)
            )
        elif asked.printed not in place.numbers:
            message = f"the answer to question {asked.number} has the number {', '.join(place.numbers)}"
            result.append(Doubt(doubts.DAMAGED, message, where))
        own = answers[asked.number]
        if own.labels and not _is_one_of(own, own.labels) and own.answer is not None:
            message = f"the answer under question {asked.number} has the number {', '.join(own.labels)}"
            result.append(Doubt(doubts.DAMAGED, message, own.answer))
        if own.restated is not None and len(place.numbers) < 2 and reading.likeness(question, cut) < _SAME:
            words = plain(asked.span.of(layout.view)), plain(own.restated.of(layout.view))
            if alike(*words) < _SAME:
                message = f"the answer repeats question {asked.number} in other words; its number ties them"
                result.append(Doubt(doubts.REWORDED, message, own.restated))
    return result + _unsure_ends(reading, found)


def _between(before: Asked | None, after: Asked | None) -> list[str]:
    """The numbers that the questions skip between two of them."""
    if before is None or after is None:
        return []
    first = rank(before.printed)[0] + 1
    return [str(first + i) for i in range(skipped(before.printed, after.printed))]


def _unsure_ends(reading: _Reading, found: list[Answered]) -> list[Doubt]:
    """What the reply or both sides skip may be answered at the end of the answer before it."""
    by_number = {a.number: a for a in found}
    result = []
    last: Answered | None = None
    missing: list[str] = []
    ends = [*reading.asked, None]
    for before, asked in zip([None, *reading.asked], ends, strict=True):
        missing += [number for number in _between(before, asked) if number not in by_number]
        if asked is not None and asked.number not in by_number:
            missing.append(asked.number)
            continue
        if missing and last is not None and last.answer is not None:
            which = ", ".join(missing)
            message = (
                f"the answer to question {last.number} may run on into that to question {which}, which isn't found"
            )
            result.append(Doubt(doubts.NO_END, message, last.answer))
        missing = []
        last = by_number[asked.number] if asked is not None else None
    return result
