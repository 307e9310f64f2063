"""Questions and answers of a paper, by the way it prints them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sovgraph.model import QUESTIONS, Exchange, Genre, Issue, Letter, Meta
from sovgraph.read import Part
from sovgraph.structure.askers import parties_named
from sovgraph.structure.bare import read_bare, read_bare_in_turn
from sovgraph.structure.consultation import read_consultation, run_on
from sovgraph.structure.doubts import NO_ANSWER, NO_QUESTION, Doubt
from sovgraph.structure.labelled import read_labelled
from sovgraph.structure.labels import find_labels
from sovgraph.structure.layout import Layout
from sovgraph.structure.listing import read_listing
from sovgraph.structure.numbered import read_numbered
from sovgraph.structure.stated_questions import labels_of, read_stated

_NONE = (
    Genre.PROCEEDINGS,
    Genre.COMMITTEE_DEBATE,
    Genre.DECISIONS,
    Genre.MOTION,
    Genre.GAZETTE,
    Genre.BILL,
    Genre.AMENDMENT,
    Genre.AMENDING_NOTE,
    Genre.CORRECTING_NOTE,
    Genre.ROYAL_MESSAGE,
)


@dataclass(frozen=True, slots=True)
class FoundExchanges:
    exchanges: tuple[Exchange, ...]
    labels: frozenset[int]
    """Offsets of lines that are labels and nothing else."""
    issues: tuple[Issue, ...]


def read_exchanges(
    layout: Layout, meta: Meta, letters: tuple[Letter, ...], source: str, parts: tuple[Part, ...] = ()
) -> FoundExchanges:
    if meta.genre in _NONE:
        return FoundExchanges((), frozenset(), ())
    stated = read_stated(layout, parts) if meta.genre in QUESTIONS else []
    if stated:
        issues = tuple(d.issue(source) for d in _doubts(stated, meta))
        return FoundExchanges(tuple(stated), labels_of(layout, parts), issues)
    labels = find_labels(layout)
    doubts: list[Doubt] = []
    exchanges: list[Exchange] = []
    if labels:
        exchanges, doubts = read_labelled(layout, labels, [x.span.start for x in letters])
        exchanges = _asked_by_label(layout, _in_letters(exchanges, letters))
    elif meta.genre is Genre.LIST_OF_QUESTIONS:
        exchanges, doubts = read_listing(layout)
    else:
        if meta.genre in QUESTIONS and not letters:
            exchanges, doubts = read_bare(layout)
        if not exchanges:
            exchanges, doubts = read_numbered(layout, letters)
        if not exchanges and meta.genre in QUESTIONS and letters:
            exchanges, doubts = read_bare_in_turn(layout, letters[0])
        if not exchanges:
            exchanges = read_consultation(layout, meta, letters)
            doubts = run_on(exchanges)
    starts = frozenset(label.start for label in labels)
    return FoundExchanges(
        tuple(exchanges), starts, tuple(d.issue(source) for d in (*doubts, *_doubts(exchanges, meta)))
    )


def _in_letters(exchanges: list[Exchange], letters: tuple[Letter, ...]) -> list[Exchange]:
    """Says in which letter each question and answer stands."""
    found = []
    for exchange in exchanges:
        asked = _holding(letters, exchange.question.start) if exchange.question and exchange.restated else None
        answered = _holding(letters, exchange.answer.start) if exchange.answer else None
        found.append(replace(exchange, asked_in=asked, answered_in=answered))
    return found


def _asked_by_label(layout: Layout, exchanges: list[Exchange]) -> list[Exchange]:
    """ "1. Vraag van de leden van de X-fractie: ...": the label names the party."""
    found = []
    for exchange in exchanges:
        asked = exchange.question
        line = layout.lines[layout.line_index(asked.start)].start if asked and not exchange.asked_by else None
        named = parties_named(layout, line, asked.start) if asked and line is not None else []
        found.append(replace(exchange, asked_by=named[0].parties) if named else exchange)
    return found


def _holding(letters: tuple[Letter, ...], offset: int) -> str | None:
    return next((x.key for x in letters if x.span.start <= offset < x.span.end), None)


def _doubts(exchanges: list[Exchange], meta: Meta) -> Iterator[Doubt]:
    """Questions and answers that stand alone."""
    expected = any(e.answer for e in exchanges) or meta.genre is Genre.ANSWERED_QUESTIONS
    for exchange in exchanges:
        question = exchange.question or exchange.restated
        if exchange.question is None and exchange.answer is not None:
            message = f"answer {exchange.number} has no question with that number"
            yield Doubt(NO_QUESTION, message, exchange.answer)
        elif exchange.answer is None and question is not None and expected:
            yield Doubt(NO_ANSWER, f"question {exchange.number} has no answer in this paper", question)
