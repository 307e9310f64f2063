"""Answers given party by party: the reply has one part for each party, and answers all its questions there."""

from dataclasses import replace
from itertools import pairwise

from sovgraph.model import Exchange, Span
from sovgraph.structure.askers import parties_named
from sovgraph.structure.edges import without_marks
from sovgraph.structure.layout import Layout
from sovgraph.structure.paragraphs import paragraphs_in
from sovgraph.structure.similar import plain

_SHORTEST = 25
"""Fewer plain letters stand in a question by chance."""


def answers_by_party(layout: Layout, exchanges: list[Exchange], first: Span, second: Span) -> list[Exchange]:
    """The exchanges, of which those of a party without any answer get the part of the reply on that party.

    Each party must have exactly one part in the questions and one in the reply; else nothing is sure.
    """
    asked, answered = _blocks(layout, first), _blocks(layout, second)
    result = list(exchanges)
    for party, block in answered.items():
        part = asked.get(party)
        if part is None or block is None:
            continue
        mine = [i for i, e in enumerate(exchanges) if e.question and part.start <= e.question.start < part.end]
        answer = without_marks(layout, block.start, block.end)
        if answer is None or not mine or any(exchanges[i].answer for i in mine):
            continue
        restated = _repeated(layout, exchanges[mine[0]], block) if len(mine) == 1 else None
        if restated is not None:
            answer = without_marks(layout, restated.end, block.end)
            result[mine[0]] = replace(exchanges[mine[0]], restated=restated, answer=answer)
            continue
        numbers = [exchanges[i].number for i in mine]
        for i in mine:
            others = tuple(n for n in numbers if n != exchanges[i].number)
            result[i] = replace(exchanges[i], answer=answer, shared_with=others)
    return result


def _repeated(layout: Layout, exchange: Exchange, block: Span) -> Span | None:
    """The first paragraph of a reply, when its words are a part of the question."""
    first = next((p for p in paragraphs_in(layout, block) if not p.heading), None)
    if first is None or exchange.question is None or len(first.words) < _SHORTEST or first.span.end >= block.end:
        return None
    return first.span if first.words in plain(exchange.question.of(layout.view)) else None


def _blocks(layout: Layout, span: Span) -> dict[str, Span | None]:
    """The stretch under each heading that names one party; None for a party with two headings."""
    heads = [p.span for p in paragraphs_in(layout, span) if p.heading]
    found: dict[str, Span | None] = {}
    for head, following in pairwise([*heads, Span(span.end, span.end)]):
        named = parties_named(layout, head.start, head.end)
        if len(named) != 1 or len(named[0].parties) != 1:
            continue
        party = named[0].parties[0].of(layout.view).lower()
        found[party] = Span(head.end, following.start) if party not in found else None
    return found
