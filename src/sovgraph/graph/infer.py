"""What follows from several facts together: waiting times, days late, gaps in a dossier, session years that differ.

A pure function of rows to the graph of inferences. It never concludes from silence: a letter whose answer lies
outside the store is "onbekend", not unanswered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sovgraph import vocab as v
from sovgraph.find.kamerstuk_grammar import YEAR
from sovgraph.graph.differences import RegisterRow, differences
from sovgraph.graph.writer import term
from sovgraph.identifiers import session_year
from sovgraph.ids import Ids, short_hash
from sovgraph.model import Iri, Literal, Node

_YEAR = re.compile(YEAR)
GAP_LIMIT = 60
"""A larger gap between two known numbers says more about the collection than about the dossier."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter with a term or a reminder. `quotes` are the IRIs of the words that give date and term."""

    letter: str
    sent: date | None
    due: date | None
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """`reply` answers `letter`; `kind` is the local name of the reply's class."""

    letter: str
    reply: str
    kind: str
    sent: date | None
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """Written questions that are answered."""

    questions: str
    sent: date | None
    answered: date | None
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that is held or cited. `held` ones know their session year."""

    paper: str
    identifier: str
    dossier: str
    held: bool
    session: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A citation as printed, of a paper."""

    citation: str
    cited: str
    words: str
    paper: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerRows:
    letters: tuple[LetterRow, ...] = ()
    replies: tuple[ReplyRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    citations: tuple[CitationRow, ...] = ()
    inquiries: tuple[InquiryRow, ...] = ()
    registered: tuple[RegisterRow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fact:
    subject: str
    predicate: str
    object: Node
    rule: str
    quotes: tuple[str, ...]


def infer_graph(rows: LedgerRows, ids: Ids) -> tuple[str, bytes]:
    """(graph IRI, sorted N-Quads) of all inferences."""
    graph = ids.graph("inferred")
    facts = [*_waiting(rows), *_answered(rows), *_missing(rows), *_sessions(rows, ids), *_registered(rows, ids)]
    lines: set[str] = set()
    for fact in facts:
        lines.update(_quads(fact, graph, ids))
    return graph, "".join(f"{line}\n" for line in sorted(lines)).encode("utf-8")


def _quads(fact: _Fact, graph: str, ids: Ids) -> Iterator[str]:
    value = term(fact.object)
    key = short_hash(f"{fact.subject}\n{fact.predicate}\n{value}", 16)
    assertion = f"{ids.base}id/afleiding/{key}"
    name, _, version = fact.rule.partition("/")
    rule = ids.rule(fact.rule)
    pairs: list[tuple[str, str, str]] = [
        (fact.subject, fact.predicate, value),
        (assertion, v.RDF_type, f"<{v.Assertion}>"),
        (assertion, v.RDF_subject, f"<{fact.subject}>"),
        (assertion, v.RDF_predicate, f"<{fact.predicate}>"),
        (assertion, v.RDF_object, value),
        (assertion, v.basis, f"<{v.BasisInferred}>"),
        (assertion, v.rule, f"<{rule}>"),
        (assertion, v.confidence, term(Literal("99", v.XSD_integer))),
        (rule, v.RDF_type, f"<{v.Rule}>"),
        (rule, v.RDFS_label, term(Literal(name))),
        (rule, v.version, term(Literal(version))),
        *((assertion, v.PROV_wasDerivedFrom, f"<{quote}>") for quote in fact.quotes),
    ]
    return (f"<{s}> <{p}> {o} <{graph}> ." for s, p, o in pairs)


def _integer(value: int) -> Literal:
    return Literal(str(value), v.XSD_integer)


def _waiting(rows: LedgerRows) -> Iterator[_Fact]:
    """When each letter was answered, after how many days, how many of them late."""
    by_letter: dict[str, list[ReplyRow]] = {}
    for reply in rows.replies:
        by_letter.setdefault(reply.letter, []).append(reply)
    for letter in rows.letters:
        answers = [r for r in by_letter.get(letter.letter, []) if r.kind == "AnswerLetter" and r.sent]
        if not answers:
            yield _Fact(letter.letter, v.openStatus, Iri(v.open_onbekend), "ledger.open/1", letter.quotes)
            continue
        first = min(answers, key=lambda r: (r.sent or date.max, r.reply))
        quotes = tuple(sorted({*letter.quotes, *first.quotes}))
        yield _Fact(letter.letter, v.openStatus, Iri(v.open_beantwoord), "ledger.open/1", quotes)
        yield _Fact(letter.letter, v.answeredByLetter, Iri(first.reply), "ledger.answer/1", quotes)
        if first.sent is None:
            continue
        yield _Fact(letter.letter, v.answeredOn, Literal(first.sent.isoformat(), v.XSD_date), "ledger.answer/1", quotes)
        if letter.sent:
            yield _Fact(
                letter.letter, v.latencyDays, _integer((first.sent - letter.sent).days), "ledger.days/1", quotes
            )
        if letter.due:
            late = max(0, (first.sent - letter.due).days)
            yield _Fact(letter.letter, v.daysLate, _integer(late), "ledger.days/1", quotes)


def _answered(rows: LedgerRows) -> Iterator[_Fact]:
    """After how many days written questions were answered; an answer before the questions is somebody's misprint."""
    for row in rows.inquiries:
        if row.sent is not None and row.answered is not None and row.answered >= row.sent:
            days = _integer((row.answered - row.sent).days)
            yield _Fact(row.questions, v.latencyDays, days, "ledger.inquiry-days/1", row.quotes)


def letter_number(letters: str) -> int:
    """A → 1, Z → 26, AA → 27: the order of the Eerste Kamer's letters."""
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value


def number_letter(value: int) -> str:
    letters = ""
    while value:
        value, rest = divmod(value - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _missing(rows: LedgerRows) -> Iterator[_Fact]:
    """Letters between two known papers of a dossier that belong to no known paper."""
    known: dict[str, dict[int, tuple[str, ...]]] = {}
    held: set[str] = set()
    for paper in rows.papers:
        number = paper.identifier.rsplit("-", 1)[-1]
        if paper.dossier and re.fullmatch(r"[A-Z]{1,2}", number) and paper.identifier.count("-") == 2:
            of_dossier = known.setdefault(paper.dossier, {})
            of_dossier[letter_number(number)] = tuple(
                sorted({*of_dossier.get(letter_number(number), ()), *paper.quotes})
            )
            held.update([paper.dossier] if paper.held else [])
    for dossier in sorted(held):
        found = known.get(dossier, {})
        numbers = sorted(found)
        for low, high in pairwise(numbers):
            proof = tuple(sorted({*found[low][:2], *found[high][:2]}))
            if high - low <= GAP_LIMIT:
                for missing in range(low + 1, high):
                    yield _Fact(dossier, v.missingNumber, Literal(number_letter(missing)), "ledger.missing/1", proof)


def _sessions(rows: LedgerRows, ids: Ids) -> Iterator[_Fact]:
    """Citations that print another session year than the paper itself bears."""
    sessions = {p.paper: p.session for p in rows.papers if p.held and p.session}
    for citation in rows.citations:
        printed = _YEAR.search(citation.words)
        stated = session_year(printed[0]) if printed else None
        real = sessions.get(citation.cited)
        if stated is None or real is None or stated == real:
            continue
        iri = f"{ids.base}id/verschil/{short_hash(citation.citation, 16)}"
        rule = "ledger.session/1"
        facts: list[tuple[str, Node]] = [
            (v.RDF_type, Iri(v.Discrepancy)),
            (v.discrepancyKind, Iri(v.discrepancy_sessie)),
            (v.about, Iri(citation.cited)),
            (v.onProperty, Iri(v.sessionYear)),
            (v.stated, Literal(stated)),
            (v.resolved, Literal(real)),
            (v.documentedIn, Iri(citation.paper)),
            (v.RDFS_comment, Literal(f"aangehaald met vergaderjaar {stated}; het stuk zelf is van {real}", lang="nl")),
            (v.RDFS_comment, Literal(f"cited with session year {stated}; the paper itself bears {real}", lang="en")),
        ]
        for predicate, value in facts:
            yield _Fact(iri, predicate, value, rule, citation.quotes)


def _registered(rows: LedgerRows, ids: Ids) -> Iterator[_Fact]:
    """Papers on which a register says otherwise than the paper itself."""
    for found in differences(rows.registered):
        key = "\n".join((found.paper, found.property, found.graph, term(found.stated), term(found.resolved)))
        iri = f"{ids.base}id/verschil/{short_hash(key, 16)}"
        facts: list[tuple[str, Node]] = [
            (v.RDF_type, Iri(v.Discrepancy)),
            (v.discrepancyKind, Iri(found.kind)),
            (v.about, Iri(found.paper)),
            (v.onProperty, Iri(found.property)),
            (v.stated, found.stated),
            (v.resolved, found.resolved),
            (v.documentedIn, Iri(found.graph)),
            (v.RDFS_comment, Literal(f"het stuk zegt '{found.said}'; het register zegt '{found.known}'", lang="nl")),
            (v.RDFS_comment, Literal(f"the paper says '{found.said}'; the register says '{found.known}'", lang="en")),
        ]
        for predicate, value in facts:
            yield _Fact(iri, predicate, value, "ledger.register/1", found.quotes)


__all__ = [
    "CitationRow",
    "InquiryRow",
    "LedgerRows",
    "LetterRow",
    "PaperRow",
    "ReplyRow",
    "infer_graph",
    "letter_number",
    "number_letter",
]
