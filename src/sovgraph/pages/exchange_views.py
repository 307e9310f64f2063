"""Questions and answers as the template shows them: names with their pages, places, and texts to copy."""

from collections.abc import Iterable
from dataclasses import dataclass

from sovgraph.pages.exchange import Change, Exchange, Reply, Words, differ
from sovgraph.pages.values import Shower, Shown
from sovgraph.pages.words import word
from sovgraph.query.sentences import code_words


@dataclass(frozen=True, slots=True)
class WordsView:
    id: str
    text: str
    href: str
    page: str
    paper: Shown
    citation: str
    here: bool
    """The words stand in the paper that the page is about."""


@dataclass(frozen=True, slots=True)
class ReplyView:
    words: WordsView | None
    by: tuple[Shown, ...]
    on: str
    status: str
    elsewhere: tuple[Shown, ...]
    numbers_there: tuple[str, ...]
    also: tuple[Shown, ...]
    passed_over: tuple[str, ...]
    passed_to: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ExchangeView:
    anchor: str
    title: str
    state: str
    state_code: str
    asked_by: tuple[Shown, ...]
    joined_by: tuple[Shown, ...]
    via: tuple[Shown, ...]
    to: tuple[Shown, ...]
    on: str
    earlier: tuple[Shown, ...]
    asked: WordsView | None
    restated: WordsView | None
    differs: bool
    how: str
    """In a sentence how the answer restates the question."""
    changes: tuple[Change, ...]
    replies: tuple[ReplyView, ...]

    @property
    def who(self) -> tuple[object, ...]:
        return self.asked_by, self.joined_by, self.via, self.to, self.on


def shared_by_all(views: Iterable[ExchangeView]) -> ExchangeView | None:
    """One of several questions that all have the same askers, addressees and day, to tell those once."""
    views = tuple(views)
    same = len(views) > 1 and len({view.who for view in views}) == 1
    return views[0] if same else None


def answered_by_all(views: Iterable[ExchangeView]) -> ReplyView | None:
    """The same of answers: who gave all of them, on one day."""
    replies = [reply for view in views for reply in view.replies]
    same = len(replies) > 1 and len({(reply.by, reply.on) for reply in replies}) == 1
    return replies[0] if same else None


def how_restated(changes: Iterable[Change]) -> str:
    """The name of the sentence that says it."""
    changes = tuple(changes)
    if differ(changes):
        return "restated-differs"
    return "restated-marks" if any(change.kind != "same" for change in changes) else "restated-same"


class ExchangeViews:
    """Makes the views of one page; `paper` is what it is the page of, "" where that is no paper."""

    def __init__(self, shower: Shower, paper: str) -> None:
        self._shower, self._paper = shower, paper
        self._count = 0
        self._anchors: set[str] = set()

    def view(self, exchange: Exchange) -> ExchangeView:
        lang, codes = self._shower.lang, code_words(self._shower.lang)
        number = exchange.number
        title = word("question-number", lang, number=number) if number else word("question-alone", lang)
        return ExchangeView(
            self._anchor(exchange.number),
            title,
            codes.get(exchange.state, exchange.state),
            exchange.state,
            self._things(exchange.asked_by),
            self._things(exchange.joined_by),
            self._things(exchange.via),
            self._things(exchange.to),
            exchange.on,
            self._things(exchange.earlier),
            self._words(exchange.asked),
            self._words(exchange.restated),
            any(change.kind != "same" for change in exchange.changes),
            word(how_restated(exchange.changes), lang),
            exchange.changes,
            tuple(self._reply(reply) for reply in exchange.replies),
        )

    def _anchor(self, number: str) -> str:
        """ "vraag-3"; the second question 3 of a paper with several letters is "vraag-3-2"."""
        anchor = first = f"vraag-{''.join(c if c.isalnum() else '-' for c in number) or 'x'}"
        again = 1
        while anchor in self._anchors:
            again += 1
            anchor = f"{first}-{again}"
        self._anchors.add(anchor)
        return anchor

    def _reply(self, reply: Reply) -> ReplyView:
        codes = code_words(self._shower.lang)
        return ReplyView(
            self._words(reply.words),
            self._things(reply.by),
            reply.on,
            codes.get(reply.status, reply.status) if reply.status != "given" else "",
            self._things(reply.elsewhere),
            reply.numbers_there,
            self._things(reply.also),
            reply.passed_over,
            self._things(reply.passed_to),
        )

    def _things(self, iris: Iterable[str]) -> tuple[Shown, ...]:
        return tuple(self._shower.thing(iri) for iri in iris)

    def _words(self, words: Words | None) -> WordsView | None:
        if words is None:
            return None
        self._count += 1
        here = words.paper == self._paper
        fragment = f"c{words.start}"
        place = word("page", self._shower.lang, page=words.page) if words.page else ""
        return WordsView(
            f"said-{self._count}",
            words.text,
            f"#{fragment}" if here else self._shower.href(words.paper, fragment),
            words.page,
            self._shower.thing(words.paper),
            self._shower.citation(words.paper, words.text, words.start, place),
            here,
        )
