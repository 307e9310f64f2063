"""What a statement maker sees, and how one is registered."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sovgraph import vocab as v
from sovgraph.authority import Authority
from sovgraph.ids import Ids, short_hash
from sovgraph.model import (
    Basis,
    Document,
    Evidence,
    Genre,
    Iri,
    Letter,
    Literal,
    Mention,
    MentionType,
    Node,
    Span,
    Statement,
)
from sovgraph.registry import Registry

_SENTENCE_END = re.compile(r"[.?!][\"'”’»]?[¹²³⁴⁵⁶⁷⁸⁹⁰]*(?=\s+[A-ZÀ-Þ\"“«'\[\d]|\s*\n|\s*$)|\n\s*\n")
_NO_END = re.compile(
    r"(?:\b(?:nr|nrs|jl|mr|drs|dr|prof|ir|art|blz|p|c\.s|o\.a|a\.s|d\.d|t\.v\.v|bijv|resp|Stb|Trb|[A-Z])\.)$"
)


@dataclass(frozen=True)
class GraphContext:
    """One paper with its linked mentions in text order."""

    document: Document
    mentions: tuple[Mention, ...]
    names: Authority
    ids: Ids
    paper_iri: str
    starts: tuple[int, ...]
    sentences: tuple[Span, ...]
    letter_iris: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.document.text

    def mentions_in(self, span: Span, *kinds: MentionType) -> tuple[Mention, ...]:
        """Mentions that lie wholly in a span, of these types (all without)."""
        found = []
        for mention in self.mentions[bisect_left(self.starts, span.start) :]:
            if mention.start >= span.end:
                break
            if mention.end <= span.end and (not kinds or mention.type in kinds):
                found.append(mention)
        return tuple(found)

    def linked_in(self, span: Span | None, *kinds: MentionType) -> tuple[Mention, ...]:
        """Those of them of which it is known what they mean; none where there is no span."""
        return tuple(m for m in self.mentions_in(span, *kinds) if m.iri) if span is not None else ()

    @cached_property
    def _dates(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.type is MentionType.DATE and mention.id:
                found.setdefault(mention.id, []).append(mention)
        return found

    def dates_of(self, iso: str) -> list[Mention]:
        """The mentions of one date in text order."""
        return self._dates.get(iso, [])

    def sentence(self, offset: int) -> Span:
        """The sentence that holds an offset."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low] if low < len(self.sentences) else Span(offset, offset)

    def evidence(
        self, where: Span | Mention, rule: str, confidence: float = 1.0, basis: Basis = Basis.ASSERTED
    ) -> Evidence:
        return Evidence(Span(where.start, where.end), rule, confidence, basis)

    def letter_iri(self, key: str) -> str:
        return self.letter_iris[key]

    def letter_at(self, offset: int) -> Letter | None:
        """The letter printed at an offset."""
        return next((x for x in self.document.letters if x.span.start <= offset < x.span.end), None)

    def home_iri(self, offset: int) -> str:
        """The letter at an offset, else the paper."""
        letter = self.letter_at(offset)
        return self.letter_iri(letter.key) if letter else self.paper_iri

    def question_iri(self, number: str, asked_in: str | None) -> str:
        home = self.letter_iris.get(asked_in) if asked_in else None
        return self.ids.below(home or self.paper_iri, "vraag", number)

    def answer_iri(self, number: str, asked_in: str | None) -> str:
        home = self.letter_iris.get(asked_in) if asked_in else None
        return self.ids.below(home or self.paper_iri, "antwoord", number)

    def quote_iri(self, where: Span | Mention) -> str:
        return self.ids.below(self.paper_iri, "q", f"{where.start}-{where.end}")

    def words(self, span: Span) -> str:
        """The text of a span on one line, without markdown asterisks and footnote marks at its edges."""
        return " ".join(span.of(self.text).replace("*", "").split()).strip("¹²³⁴⁵⁶⁷⁸⁹⁰ ")

    def adopted(self) -> tuple[date, Span] | None:
        """The day on which the paper became final, with its words; one with answers is no older than they are."""
        answered = self.document.meta.genre is Genre.ANSWERED_QUESTIONS
        for kind in ("vastgesteld", "voorgesteld", *(("ontvangen", "uitstel", "dagtekening") if answered else ())):
            for dated in self.document.meta.dates:
                if dated.kind == kind:
                    return dated.value, dated.span
        dates = self.document.meta.dates
        return (dates[0].value, dates[0].span) if dates else None


StatementFunction = Callable[[GraphContext], Iterable[Statement]]
STATEMENTS: Registry[StatementFunction] = Registry("statement maker")


def statements(name: str) -> Callable[[StatementFunction], StatementFunction]:
    """Register a statement maker."""
    return STATEMENTS.add(name)


def fact(subject: str, predicate: str, value: Node | str | date | int, *evidence: Evidence) -> Statement:
    """A statement; a str value is an IRI, dates and ints become typed literals."""
    node: Node
    if isinstance(value, str):
        node = Iri(value)
    elif isinstance(value, date):
        node = Literal(value.isoformat(), v.XSD_date)
    elif isinstance(value, int):
        node = Literal(str(value), v.XSD_integer)
    else:
        node = value
    return Statement(subject, predicate, node, evidence)


def sentences_of(text: str) -> tuple[Span, ...]:
    """Sentences in order; abbreviations and initials end none."""
    found: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _NO_END.search(text, max(0, match.start() - 8), match.start() + 1):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
    if start < len(text):
        found.append(Span(start, len(text)))
    return tuple(_trim(text, span) for span in found)


def _trim(text: str, span: Span) -> Span:
    start = span.start
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end)


def paper_iri(document: Document, ids: Ids) -> str:
    official = document.meta.paper_id
    return ids.paper(official) if official else ids.unnamed_paper(document.sha256)


def make_context(document: Document, mentions: Iterable[Mention], names: Authority, ids: Ids) -> GraphContext:
    ordered = tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.type)))
    iri = paper_iri(document, ids)
    return GraphContext(
        document,
        ordered,
        names,
        ids,
        iri,
        tuple(m.start for m in ordered),
        sentences_of(document.text),
        dict(_letter_iris(document, ordered, ids, iri)),
    )


def _letter_iris(document: Document, mentions: tuple[Mention, ...], ids: Ids, paper: str) -> Iterator[tuple[str, str]]:
    """Each printed letter's IRI: by its own kenmerk, by a kenmerk that another place of the paper gives to the
    letter of that date, else by its place in the paper."""
    kenmerken = kenmerk_dates(document, mentions)
    key = paper.rsplit("/", 1)[-1]
    used: set[str] = set()
    for letter in document.letters:
        own = letter.own_kenmerk.of(document.text) if letter.own_kenmerk else None
        day = letter.date.value if letter.date else None
        given = own or (kenmerken.get(day) if day and letter.kind in ("questions", "reminder", "letter") else None)
        iri = ids.letter_by_kenmerk(given) if given else ids.letter(f"{key}-{letter.key}")
        if iri in used:
            iri = ids.letter(f"{key}-{letter.key}")
        used.add(iri)
        yield letter.key, iri


def kenmerk_dates(document: Document, mentions: Iterable[Mention]) -> dict[date, str]:
    """Dates to the one kenmerk that a sentence gives with them ("Brief van 9 december 2025 … (kenmerk: 179131)").
    A date with two kenmerken identifies neither."""
    ordered = list(mentions)
    found: dict[date, set[str]] = {}
    for mention in ordered:
        if mention.type is not MentionType.KENMERK:
            continue
        before = [
            m for m in ordered if m.type is MentionType.DATE and m.end <= mention.start and mention.start - m.end < 400
        ]
        if before:
            day = _letter_date(document.text, before, mention)
            if day is not None:
                found.setdefault(day, set()).add(mention.id or mention.text)
    return {day: next(iter(numbers)) for day, numbers in found.items() if len(numbers) == 1}


_LETTER_BEFORE = re.compile(r"(?i:brief|brieven|rappelbrief)\s+van\s+$|ingezonden[^.]{0,60}\bop\s+$|\bop\s+$")


def _letter_date(text: str, dates: list[Mention], kenmerk: Mention) -> date | None:
    """The date of the letter that a kenmerk belongs to: the last that stands behind "brief van" or "op"
    in the same line and sentence."""
    for mention in reversed(dates):
        between = text[mention.end : kenmerk.start]
        if "\n" in between or re.search(r"\.\s+[A-Z]", between):
            return None
        if (
            _LETTER_BEFORE.search(text, max(0, mention.start - 80), mention.start)
            and mention.id
            and len(mention.id) == 10
        ):
            return date.fromisoformat(mention.id)
    return None


def assertion_key(statement: Statement) -> str:
    """The content-made key of a statement's assertion."""
    node = statement.object
    value = node.value if isinstance(node, Iri) else f"{node.value}\x00{node.datatype or ''}\x00{node.lang or ''}"
    return short_hash(f"{statement.subject}\n{statement.predicate}\n{value}", 16)
