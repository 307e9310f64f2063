"""Real papers as DOCX or PDF beside the text that others took from them: the same mentions."""

from collections import Counter
from pathlib import Path

import pytest

from sovgraph.model import Document, Mention
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.read import read_path
from sovgraph.settings import Settings

FLOORS = {
    "docx/beantwoording-kamervragen-4.docx": 0.99,
    "docx/beantwoording-kamervragen-5.docx": 0.99,
    "docx/verslag-fbbdb407.docx": 0.99,
    "pdf/handelingen-0a9f7faa.pdf": 0.97,
    "pdf/handelingen-40993d1c.pdf": 0.96,
}
"""Below 1: the PDF has the page feet, so the day of the meeting, by which days without a year are known."""


def read(path: Path) -> tuple[Document, tuple[Mention, ...]]:
    return read_mentions(read_path(str(path)), load_environment(Settings()))[:2]


@pytest.mark.real
@pytest.mark.parametrize("name", FLOORS)
def test_mentions_of_a_file_and_of_its_text(name: str, shared: Path) -> None:
    file = shared / "corpus" / name
    (paper, mine), (plain, theirs) = read(file), read(shared / "corpus" / "txt" / f"{file.name}.txt")
    ours = Counter((m.type, " ".join(m.text.split()), m.id) for m in mine)
    others = Counter((m.type, " ".join(m.text.split()), m.id) for m in theirs)
    assert (ours & others).total() / (ours | others).total() >= FLOORS[name]
    asked = [(e.number, bool(e.question), bool(e.answer)) for e in paper.exchanges]
    assert asked == [(e.number, bool(e.question), bool(e.answer)) for e in plain.exchanges]
