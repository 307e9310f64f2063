"""The real report 32 317, QC; skipped where the folder with real papers is absent."""

import unicodedata
from pathlib import Path

import pytest

from sovgraph.model import Document
from sovgraph.read import make_source, read_path
from sovgraph.structure import structure_document

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def qc_path(shared: Path) -> Path:
    path = shared / "dossier" / "32317-QC.md"
    if not path.is_file():
        pytest.skip("the paper 32317-QC.md isn't beside the checkout")
    return path


@pytest.fixture(scope="module")
def qc(qc_path: Path) -> Document:
    return structure_document(read_path(str(qc_path)))


def outline(doc: Document) -> list[object]:
    return [
        doc.meta.paper_id,
        [(n.mark, len(n.anchors)) for n in doc.notes],
        [len(c.rows) for c in doc.compositions],
        [(x.kind, x.date.value.isoformat() if x.date else None) for x in doc.letters],
        [(e.number, e.asked_in, e.answered_in, len(e.asked_by)) for e in doc.exchanges],
        [bool(e.question and e.restated and e.answer) for e in doc.exchanges],
        unicodedata.normalize("NFC", doc.clerk.name.of(doc.text)) if doc.clerk else None,
        doc.issues,
    ]


EXPECTED = [
    "kst-32317-QC",
    [(str(n), 1) for n in range(1, 9)],
    [28, 29],
    [("questions", "2025-12-09"), ("reminder", "2026-01-28"), ("answer", "2026-04-22")],
    [(str(n), "l1", "l3", 1) for n in range(1, 6)],
    [True] * 5,
    "Dragstra",
    (),
]


def test_outline(qc: Document) -> None:
    assert outline(qc) == EXPECTED


def test_the_text_is_the_file(qc: Document, qc_path: Path) -> None:
    assert qc.text.encode("utf-8") == qc_path.read_bytes()


def test_line_ends_and_decomposed_letters_change_nothing(qc_path: Path) -> None:
    text = qc_path.read_text(encoding="utf-8")
    for other in (text.replace("\n", "\r\n"), unicodedata.normalize("NFD", text)):
        doc = structure_document(make_source("other.md", other.encode("utf-8")))
        assert doc.text == other
        assert outline(doc) == EXPECTED
        assert [e.answer.of(other)[:12] for e in doc.exchanges if e.answer][3] == "Wanneer de t"
