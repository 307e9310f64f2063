"""Lists of questions, reports of consultations, notes and memoranda in their many layouts; each paper is our own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sovgraph.model import Document, Span
from sovgraph.read import make_source
from sovgraph.structure import structure_document

CASES = sorted((Path(__file__).parent / "consultations").glob("*.txt"))
FEWEST = 18

Words = Callable[[Document, Span | None], str | None]


def found_in(doc: Document, words: Words) -> Iterator[str]:
    for e in doc.exchanges:
        by = f" ({', '.join(words(doc, s) or '' for s in e.asked_by)})" if e.asked_by else ""
        shared = f" [{', '.join(sorted(e.shared_with))}]" if e.shared_with else ""
        asked = e.question or e.restated
        yield f"{e.number}{shared}{by}: {words(doc, asked)} => {words(doc, e.answer) or '-'}"


def test_the_cases_are_there() -> None:
    assert len(CASES) >= FEWEST


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_pairs_and_parties_are_right(path: Path, words: Words) -> None:
    head, _, paper = path.read_text(encoding="utf-8").partition("-----\n")
    expected = [line for line in head.splitlines() if not line.startswith("#")]
    doc = structure_document(make_source(path.name, paper.encode("utf-8")))
    assert list(found_in(doc, words)) == expected
