"""Commitments in real papers: what a reader marked is found, what the reader didn't mark isn't."""

import hashlib
from pathlib import Path

import pytest

from sovgraph.model import MentionType
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.read import read_path
from sovgraph.settings import Settings

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
GOLD = sorted((HERE / "commitments").rglob("*.tsv"))
LEAST = 13

pytestmark = [pytest.mark.real, pytest.mark.skipif(not CORPUS.is_dir(), reason="the real papers are not here")]


def test_enough_papers_are_marked() -> None:
    assert len(GOLD) >= LEAST


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_commitments_of_a_paper(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    _, _, name, _, sha256 = lines[0].split()
    paper = CORPUS / name
    assert hashlib.sha256(paper.read_bytes()).hexdigest() == sha256, f"{name}: other bytes than were marked"
    rows = [line.split("\t") for line in lines[2:]]
    marked = {(int(start), int(end), strength) for start, end, strength, note in rows if note != "missed"}
    _, mentions, _ = read_mentions(read_path(str(paper)), load_environment(Settings()))
    kinds = (MentionType.COMMITMENT, MentionType.COMMITMENT_CLAIM)
    found = {(m.start, m.end, m.part("strength") or m.part("state")) for m in mentions if m.type in kinds}
    assert found == marked
