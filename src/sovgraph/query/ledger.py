"""The rows that the inferences are computed from, asked of the store."""

from datetime import date

from sovgraph.graph.differences import RegisterRow
from sovgraph.graph.infer import CitationRow, InquiryRow, LedgerRows, LetterRow, PaperRow, ReplyRow
from sovgraph.query.running import run_internal
from sovgraph.store import QuadStore

_Values = dict[str, str | None]


def ledger_rows(store: QuadStore) -> LedgerRows:
    """All rows for `sovgraph.graph.infer.infer_graph`."""
    return LedgerRows(
        _letters(store), _replies(store), _papers(store), _citations(store), _inquiries(store), _registered(store)
    )


def _grouped(rows: list[_Values], *keys: str) -> dict[tuple[str, ...], list[_Values]]:
    groups: dict[tuple[str, ...], list[_Values]] = {}
    for row in rows:
        groups.setdefault(tuple(row[key] or "" for key in keys), []).append(row)
    return groups


def _quotes(rows: list[_Values]) -> tuple[str, ...]:
    return tuple(sorted({row["quote"] for row in rows if row["quote"]}))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _letters(store: QuadStore) -> tuple[LetterRow, ...]:
    """A letter with two dates or terms in two papers keeps the earliest: the papers' own issue, not ours."""
    found = []
    for (letter,), rows in _grouped(run_internal(store, "ledger-letters").values(), "letter").items():
        sent = min((d for d in (_day(r["sent"]) for r in rows) if d), default=None)
        due = min((d for d in (_day(r["due"]) for r in rows) if d), default=None)
        found.append(LetterRow(letter, sent, due, _quotes(rows)))
    return tuple(found)


def _inquiries(store: QuadStore) -> tuple[InquiryRow, ...]:
    """Questions with two days of sending or answering in several papers count from the first to the first."""
    found = []
    for (questions,), rows in _grouped(run_internal(store, "ledger-inquiries").values(), "questions").items():
        sent = min((d for d in (_day(r["sent"]) for r in rows) if d), default=None)
        answered = min((d for d in (_day(r["answered"]) for r in rows) if d), default=None)
        found.append(InquiryRow(questions, sent, answered, _quotes(rows)))
    return tuple(found)


def _replies(store: QuadStore) -> tuple[ReplyRow, ...]:
    groups = _grouped(run_internal(store, "ledger-replies").values(), "letter", "reply", "kind", "sent")
    return tuple(
        ReplyRow(letter, reply, kind.rpartition("#")[2], _day(sent), _quotes(rows))
        for (letter, reply, kind, sent), rows in groups.items()
    )


def _papers(store: QuadStore) -> tuple[PaperRow, ...]:
    groups = _grouped(run_internal(store, "ledger-papers").values(), "paper", "identifier", "dossier", "session")
    return tuple(
        PaperRow(paper, identifier, dossier, any(r["file"] for r in rows), session, _quotes(rows))
        for (paper, identifier, dossier, session), rows in groups.items()
    )


def _citations(store: QuadStore) -> tuple[CitationRow, ...]:
    groups = _grouped(run_internal(store, "ledger-citations").values(), "citation", "cited", "words", "paper")
    return tuple(
        CitationRow(citation, cited, words, paper, _quotes(rows))
        for (citation, cited, words, paper), rows in groups.items()
    )


def _registered(store: QuadStore) -> tuple[RegisterRow, ...]:
    keys = ("paper", "property", "value", "graph", "register")
    return tuple(
        RegisterRow(
            paper,
            name,
            value,
            value.startswith(("http://", "https://")),
            rows[0]["shown"] or value,
            graph,
            by_register == "true",
            _quotes(rows),
        )
        for (paper, name, value, graph, by_register), rows in _grouped(
            run_internal(store, "ledger-registered").values(), *keys
        ).items()
    )
