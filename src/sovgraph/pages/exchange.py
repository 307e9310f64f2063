"""Questions beside their answers: who asked what, how the answer repeats it word by word, and what was answered."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from sovgraph import vocab as v
from sovgraph.graph.places import pdf_page
from sovgraph.pages.asking import Asker
from sovgraph.pages.facts import quotes_at
from sovgraph.store import Cell

_PIECE = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
_ONLY_MARKS = re.compile(r"[\W_]*\Z")
_LONGEST: Final = 3000
"""Words; longer texts aren't compared."""

_LATER = 10**9
Facts = Mapping[str, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a paper, with their place in its text and, for a PDF, the page."""

    text: str
    paper: str
    start: int
    end: int
    page: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a comparison: "same", "out" (only in the first text) or "in" (only in the second)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `status`: given, refers, partial, none, … `elsewhere`: what it refers to instead of answering."""

    iri: str
    words: Words | None
    by: tuple[str, ...]
    on: str
    status: str
    elsewhere: tuple[str, ...]
    numbers_there: tuple[str, ...]
    also: tuple[str, ...]
    passed_over: tuple[str, ...]
    passed_to: tuple[str, ...]
    paper: str
    question: str
    """The question that it is written under."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answers; parties, persons and posts as IRIs. `state` is that of the ledger."""

    iri: str
    number: str
    asked: Words | None
    restated: Words | None
    changes: tuple[Change, ...]
    asked_by: tuple[str, ...]
    joined_by: tuple[str, ...]
    via: tuple[str, ...]
    to: tuple[str, ...]
    on: str
    state: str
    earlier: tuple[str, ...]
    replies: tuple[Reply, ...]
    paper: str

    def things(self) -> Iterable[str]:
        """All that a page about it names."""
        yield from (*self.asked_by, *self.joined_by, *self.via, *self.to, *self.earlier, self.paper, self.iri)
        for reply in self.replies:
            yield from (*reply.by, *reply.elsewhere, *reply.also, *reply.passed_to, reply.paper, reply.iri)


def exchanges_of(asker: Asker, paper: str, *, paged: bool = False) -> tuple[Exchange, ...]:
    """The questions that a paper asks or answers, in the order of its text. `paged`: its file has pages (PDF)."""
    return _exchanges(asker, asker.rows("paper-questions", paper=[paper]), paper, paged)


def exchanges_about(asker: Asker, thing: str) -> tuple[Exchange, ...]:
    """The questions of a letter or of a set of written questions, or the one of a question or an answer."""
    return _exchanges(asker, asker.rows("thing-questions", thing=[thing]), "", True)


def _exchanges(
    asker: Asker, rows: Iterable[Mapping[str, Cell | None]], paper: str, paged: bool
) -> tuple[Exchange, ...]:
    pairs: dict[str, list[str]] = {}
    for row in rows:
        question, answer = row["question"], row["answer"]
        if question is not None:
            answers = pairs.setdefault(question.value, [])
            if answer is not None:
                answers.append(answer.value)
    things = {*pairs, *(answer for answers in pairs.values() for answer in answers)}
    facts, texts = _facts(asker, things), _texts(asker, things, paged)
    found = [_exchange(iri, answers, facts, texts, paper) for iri, answers in pairs.items()]
    return tuple(sorted(found, key=lambda e: (_place(e, paper), _digits(e.number), e.iri)))


def _facts(asker: Asker, things: Iterable[str]) -> dict[str, dict[str, tuple[Cell, ...]]]:
    found: dict[str, dict[str, tuple[Cell, ...]]] = {}
    for row in asker.rows("exchange-facts", thing=things):
        thing, prop, value = row["thing"], row["property"], row["value"]
        if thing and prop and value:
            known = found.setdefault(thing.value, {})
            known[prop.value] = (*known.get(prop.value, ()), value)
    return found


def _texts(asker: Asker, things: Iterable[str], paged: bool) -> dict[tuple[str, str], list[Words]]:
    rows = [row for row in asker.rows("exchange-texts", thing=things) if all(row.values())]
    pages = _pages(asker, (str(row["quote"]) for row in rows)) if paged else {}
    found: dict[tuple[str, str], list[Words]] = {}
    for row in rows:
        value, paper, quote = str(row["value"]), str(row["paper"]), str(row["quote"])
        words = Words(value, paper, int(str(row["start"])), int(str(row["end"])), pages.get(quote, ""))
        found.setdefault((str(row["thing"]), str(row["property"])), []).append(words)
    return found


def _pages(asker: Asker, quotes: Iterable[str]) -> dict[str, str]:
    """The page that each quote begins on."""
    found: dict[str, str] = {}
    for iri, known in quotes_at(asker, quotes).items():
        numbers = [int(page) for quote in known for where in quote.where if (page := pdf_page(where))]
        if numbers:
            found[iri] = str(min(numbers))
    return found


def _exchange(
    iri: str,
    answers: list[str],
    facts: Mapping[str, Facts],
    texts: Mapping[tuple[str, str], list[Words]],
    paper: str,
) -> Exchange:
    known = facts.get(iri, {})
    asked = _here(texts.get((iri, v.questionText), ()), paper)
    restated = _here(texts.get((iri, v.restatedText), ()), paper)
    replies = [_reply(answer, facts.get(answer, {}), texts, paper) for answer in dict.fromkeys(answers)]
    return Exchange(
        iri,
        _first(known, v.ELI_number),
        asked,
        restated,
        tuple(changes(asked.text, restated.text)) if asked and restated else (),
        (*_all(known, v.askedByParty), *_all(known, v.askedByPerson)),
        _all(known, v.joinedByParty),
        _all(known, v.askedVia),
        _all(known, v.addressedTo),
        _first(known, v.askedOn),
        _local(_first(known, v.openStatus), "open-"),
        (*_all(known, v.asksAgain), *_all(known, v.followsUp)),
        _once(sorted(replies, key=lambda r: (r.question != iri, r.words.start if r.words else _LATER, r.iri)), iri),
        asked.paper if asked else paper,
    )


def _once(replies: Iterable[Reply], question: str) -> tuple[Reply, ...]:
    """An answer that serves several questions stands in the data once for each; here it is one."""
    found: dict[object, Reply] = {}
    for reply in replies:
        also = tuple(other for other in reply.also if other != question)
        found.setdefault(reply.words or reply.iri, replace(reply, also=also))
    return tuple(found.values())


def _reply(answer: str, known: Facts, texts: Mapping[tuple[str, str], list[Words]], paper: str) -> Reply:
    words = _here(texts.get((answer, v.answerText), ()), paper)
    return Reply(
        answer,
        words,
        (*_all(known, v.answeredBy), *_all(known, v.answeredByPerson)),
        _first(known, v.answeredOn),
        _local(_first(known, v.answerStatus), "answer-"),
        _all(known, v.refersInsteadTo),
        _all(known, v.refersToNumber),
        _all(known, v.alsoAnswers),
        _all(known, v.partWithoutText),
        _all(known, v.passedTo),
        words.paper if words else _first(known, v.documentedIn),
        _first(known, v.ELIDL_answers_to),
    )


def _here(found: Iterable[Words], paper: str) -> Words | None:
    """The words in the paper itself, else those in another."""
    ranked = sorted(found, key=lambda w: (w.paper != paper, w.paper, w.start, w.end))
    return ranked[0] if ranked else None


def _all(known: Facts, prop: str) -> tuple[str, ...]:
    return tuple(sorted({cell.value for cell in known.get(prop, ())}))


def _first(known: Facts, prop: str) -> str:
    return next(iter(_all(known, prop)), "")


def _local(iri: str, prefix: str) -> str:
    """ "beantwoord" for sov:open-beantwoord."""
    return iri.rpartition("#")[2].removeprefix(prefix)


def _place(exchange: Exchange, paper: str) -> int:
    places = [w.start for w in (exchange.asked, exchange.restated) if w is not None and w.paper == paper]
    places += [r.words.start for r in exchange.replies if r.words is not None and r.words.paper == paper]
    return min(places, default=_LATER)


def _digits(number: str) -> int:
    return int(number) if number.isascii() and number.isdigit() else 0


def changes(first: str, second: str) -> list[Change]:
    """The two texts laid over each other, word by word; what they share is written as in the second.

    Other white space, and marks alone beside equal words, are no change of a word but are shown: none is passed over.
    """
    a, b = _pieces(first), _pieces(second)
    if len(a) > _LONGEST or len(b) > _LONGEST:
        return [Change("out", first), Change("in", second)]
    matcher = SequenceMatcher(None, [w for w, _ in a], [w for w, _ in b], autojunk=False)
    found: list[Change] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            found.append(Change("same", _said(b[j1:j2])))
            continue
        if i1 < i2:
            found.append(Change("out", _said(a[i1:i2])))
        if j1 < j2:
            found.append(Change("in", _said(b[j1:j2])))
    return found


def differ(found: Iterable[Change]) -> bool:
    """Whether more than marks was changed."""
    return any(c.kind != "same" and not _ONLY_MARKS.match(c.text) for c in found)


def _pieces(text: str) -> list[tuple[str, str]]:
    """Each word and mark, with the white space behind it as one blank."""
    found = []
    for match in _PIECE.finditer(text):
        behind = " " if match.end() < len(text) and text[match.end()].isspace() else ""
        found.append((match[0], match[0] + behind))
    return found


def _said(pieces: Iterable[tuple[str, str]]) -> str:
    return "".join(said for _, said in pieces)
