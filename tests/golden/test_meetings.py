"""Turns, motions and votes in real reports of meetings, as marked by eye (floors)."""

import hashlib
import re
from pathlib import Path

import pytest

from sovgraph.model import MentionType, Span
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.read import read_path
from sovgraph.settings import Settings

HERE = Path(__file__).resolve().parent / "meetings"
CORPUS = HERE.parents[3] / "shared" / "corpus"
SHARE = 0.98
PAPERS = {"dev": 5, "check": 3}
FILES = sorted(HERE.glob("*/*.tsv"))


def test_no_paper_got_lost() -> None:
    assert {half: len(list((HERE / half).glob("*.tsv"))) for half in PAPERS} == PAPERS


@pytest.mark.real
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real papers are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_turns_stay_right(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = re.fullmatch(r"# paper: (\S+) sha256: ([0-9a-f]{64})", lines[0])
    assert head is not None
    paper = CORPUS / head[1]
    assert hashlib.sha256(paper.read_bytes()).hexdigest() == head[2]
    document, mentions, _ = read_mentions(read_path(str(paper)), load_environment(Settings()))
    iris = {(m.type, m.start, m.end): (m.iri or "").rsplit("/", 1)[-1] for m in mentions}

    def key(kind: MentionType, span: Span | None) -> str:
        return iris.get((kind, span.start, span.end), "") if span else ""

    found = set()
    for turn in document.turns:
        words = turn.words or Span(0, 0)
        place = map(str, (turn.speaker.start, turn.speaker.end, words.start, words.end))
        keys = key(MentionType.PERSON, turn.name), key(MentionType.PARTY, turn.party)
        found.add("\t".join((*place, turn.capacity.value, *keys)))
    expected = {line for line in lines[2:] if not line.startswith("#")}
    assert len(found & expected) >= SHARE * len(expected)
    assert len(found - expected) <= (1 - SHARE) * len(expected)
    told = dict(line[2:].split(":", 1) for line in lines if line.startswith(("# moved:", "# votes:")))
    assert [m.paper for m in document.moved] == told["moved"].split()
    assert [f"{v.paper}={v.outcome.value}" for v in document.votes] == told["votes"].split()
