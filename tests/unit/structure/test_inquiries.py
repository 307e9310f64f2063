"""Written questions in the many prints they have had since 1995: head, dates, pairs; each paper is our own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sovgraph.model import Asker, Document, Responder, Span
from sovgraph.read import make_source
from sovgraph.structure import structure_document

FOLDER = Path(__file__).parent / "inquiries"
CASES = sorted(FOLDER.glob("*.txt"))
FEWEST = 26
DATES = (("sent", "ingezonden"), ("received", "ontvangen"), ("delayed", "uitstel"), ("written", "dagtekening"))

Words = Callable[[Document, Span | None], str | None]


def read_case(path: Path) -> tuple[dict[str, str], Document]:
    """What is expected, by key, and the document of the paper below the line."""
    head, _, paper = path.read_text(encoding="utf-8").partition("-----\n")
    expected = dict(line.split(": ", 1) for line in head.splitlines() if not line.startswith("#"))
    return expected, structure_document(make_source(path.name, paper.encode("utf-8")))


def found_in(doc: Document, words: Words) -> dict[str, str]:
    """What was found, in the words of the cases."""
    return {key: value for key, value in _found(doc, words) if value}


def _found(doc: Document, words: Words) -> Iterator[tuple[str, str]]:
    dates = {d.kind: d.value.isoformat() for d in doc.meta.dates}
    yield "id", doc.meta.paper_id or ""
    for key, kind in DATES:
        yield key, dates.get(kind, "")
    if doc.inquiry is not None:
        yield "askers", "; ".join(_asker(doc, a, words) for a in doc.inquiry.askers)
        yield "by", "; ".join(_responder(doc, r, words) for r in doc.inquiry.responders)
        spans = {
            "to": "addressees",
            "case": "cases",
            "also": "also_for",
            "earlier": "earlier",
            "supplements": "supplements",
        }
        for key, name in spans.items():
            yield key, "; ".join(words(doc, s) or "" for s in getattr(doc.inquiry, name))
        yield "about", words(doc, doc.inquiry.subject) or ""
    for e in doc.exchanges:
        shared = f" [{', '.join(sorted(e.shared_with))}]" if e.shared_with else ""
        yield f"{e.number}{shared}", f"{words(doc, e.question)} => {words(doc, e.answer) or '-'}"
    yield (
        "issues",
        " ".join(i.code for i in doc.issues if i.code not in ("QUESTION-WITHOUT-ANSWER", "PAPER-WITHOUT-ID")),
    )


def _asker(doc: Document, asker: Asker, words: Words) -> str:
    return f"{words(doc, asker.name)} ({words(doc, asker.party) or '-'})"


def _responder(doc: Document, one: Responder, words: Words) -> str:
    return f"{words(doc, one.name)} ({words(doc, one.post)})" if one.name else words(doc, one.post) or ""


def test_the_cases_are_there() -> None:
    assert len(CASES) >= FEWEST


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_an_inquiry_is_read_right(path: Path, words: Words) -> None:
    expected, doc = read_case(path)
    found = found_in(doc, words)
    optional = {"id", "case"} - expected.keys()
    wrong = {(k, v) for k, v in found.items() if k not in optional} ^ set(expected.items())
    assert sorted(wrong) == []
