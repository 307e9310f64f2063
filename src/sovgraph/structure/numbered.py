"""Numbered questions in a committee's letter, repeated and answered in the letter of a minister."""

from collections import Counter
from dataclasses import replace

from sovgraph.model import Exchange, Letter, Span
from sovgraph.structure import doubts
from sovgraph.structure.answered import Answered, read_answered
from sovgraph.structure.asked import Asked, read_asked
from sovgraph.structure.askers import asked_by, parties_named
from sovgraph.structure.counting import best_run, skipped
from sovgraph.structure.cuts import Cut, Kind, find_cuts
from sovgraph.structure.doubts import Doubt
from sovgraph.structure.layout import Layout
from sovgraph.structure.splitting import paragraph_end, split_answer

Found = tuple[list[Exchange], list[Doubt]]


def read_numbered(layout: Layout, letters: tuple[Letter, ...]) -> Found:
    """The exchanges of all letters: each letter of questions with the answers in the letters after it."""
    exchanges: list[Exchange] = []
    found: list[Doubt] = []
    cuts = {
        x.key: find_cuts(layout, x.body.start, x.body.end) for x in letters if x.kind in ("answer", "letter", "delay")
    }
    for position, letter in enumerate(letters):
        if letter.kind != "questions":
            continue
        until = next((i for i, x in enumerate(letters) if i > position and x.kind == "questions"), len(letters))
        later = [x for x in letters[position + 1 :] if x.key in cuts]
        replies = [x for x in letters[position + 1 : until] if x in later] or later
        pairs, unclear = _pair(layout, letter, replies, cuts)
        exchanges += pairs
        found += unclear
    return (exchanges, found) if exchanges else _answers_alone(layout, letters)


def _pair(layout: Layout, letter: Letter, replies: list[Letter], cuts: dict[str, list[Cut]]) -> Found:
    named = parties_named(layout, letter.body.start, letter.body.end)
    asked, found = read_asked(layout, letter, named, [cut for reply in replies for cut in cuts[reply.key]])
    if not asked:
        return [], []
    answers: dict[str, tuple[Answered, str]] = {}
    orphans: list[Exchange] = []
    for reply in replies:
        answered, unclear = read_answered(layout, reply, cuts[reply.key], asked)
        found += unclear
        for one in answered:
            if one.asked is None:
                orphans.append(Exchange(one.number, None, one.restated, one.answer, None, reply.key))
            else:
                answers.setdefault(one.number, (one, reply.key))
    exchanges = []
    for question in asked:
        item, key = answers.get(question.number) or (None, None)
        by = asked_by(named, question.span, letter.body.start)
        exchanges.append(_exchange(question, item, letter.key, key, by))
    return exchanges + _renumbered(exchanges, orphans), found


def _exchange(
    asked: Asked, item: Answered | None, asked_in: str, answered_in: str | None, by: tuple[Span, ...]
) -> Exchange:
    if item is None:
        return Exchange(asked.number, asked.span, None, None, asked_in, None, (), by)
    return Exchange(asked.number, asked.span, item.restated, item.answer, asked_in, answered_in, item.shared, by)


def _renumbered(exchanges: list[Exchange], orphans: list[Exchange]) -> list[Exchange]:
    """Answers without a question, whose numbers may be those of others: then they get a count behind them."""
    seen = Counter(exchange.number for exchange in exchanges)
    result = []
    for orphan in orphans:
        seen[orphan.number] += 1
        count = seen[orphan.number]
        result.append(orphan if count == 1 else replace(orphan, number=f"{orphan.number}-{count}"))
    return result


def _answers_alone(layout: Layout, letters: tuple[Letter, ...]) -> Found:
    """A letter of answer without the letter that asked: each question is printed once, before its answer."""
    exchanges: list[Exchange] = []
    found: list[Doubt] = []
    for letter in letters:
        if letter.kind != "answer":
            continue
        named = parties_named(layout, letter.body.start, letter.body.end)
        items = _items(layout, letter)
        for position, (number, cut) in enumerate(items):
            stop = items[position + 1][1].line if position + 1 < len(items) else letter.body.end
            question, answer, _ = split_answer(layout, cut.start, stop, None)
            if question is None:
                return [], []
            gap = skipped(items[position - 1][0], number) if position else 0
            if gap:
                message = f"{gap} numbers are skipped before question {number}"
                found.append(Doubt(doubts.SKIPPED, message, Span(cut.line, cut.start)))
            by = asked_by(named, question, letter.body.start)
            exchanges.append(Exchange(number, question, None, answer, None, letter.key, (), by))
    return exchanges, found


def _items(layout: Layout, letter: Letter) -> list[tuple[str, Cut]]:
    """The numbers of a letter that count on, with their places."""
    cuts = [x for x in find_cuts(layout, letter.body.start, letter.body.end) if x.kind is Kind.SURE and x.number]
    numbers = [cut.number or "" for cut in cuts]
    asks = [
        "?" in layout.view[cut.start : paragraph_end(layout, cut.start, min(cut.start + 3_000, letter.body.end))]
        for cut in cuts
    ]
    return [(numbers[i], cuts[i]) for i in best_run(numbers, [1.0 + 2 * x for x in asks])]
