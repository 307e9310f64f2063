"""The two halves of gold on real papers: what is found stays right (floors, over exact spans and identifiers)."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sovgraph.model import Mention, Status
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.read import read_path
from sovgraph.settings import Settings

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
SCORED = frozenset(
    "kamerstuk dossier handelingen aanhangsel zaak kenmerk motion eu_act oj com stb stcrt trb ecli law article "
    "person party committee minister country date organisation".split()
)
REFERENCES = SCORED - frozenset("person party committee minister country date organisation".split())
PAPERS = {"dev": 45, "check": 40, "references": 55}
PRECISION, RECALL, IDS = 0.985, 0.94, 0.99
SHARP = {"references": (0.98, 0.97, 0.98)}
"""Floors of precision, recall and identifiers for the set in which references alone are marked."""

Place = tuple[str, int, int]


@dataclass
class Score:
    gold: int = 0
    found: int = 0
    hits: int = 0
    ids: int = 0
    right_ids: int = 0
    wrong: list[str] = field(default_factory=list)
    wrong_exact: list[str] = field(default_factory=list)


def expectation(path: Path) -> tuple[Path, int | None, dict[Place, set[str]], list[Place]]:
    """(paper, where the marking ends, sure places with the ids that are right, doubtful places)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = re.fullmatch(r"# paper: (\S+) sha256: ([0-9a-f]{64})(?: until: (\d+))?", lines[0])
    assert head is not None, f"{path.name}: its first line must name paper and sha256"
    paper = CORPUS / head[1]
    assert hashlib.sha256(paper.read_bytes()).hexdigest() == head[2], f"{paper}: other bytes than were marked"
    sure: dict[Place, set[str]] = {}
    doubt: list[Place] = []
    for line in lines[2:]:
        start, end, kind, identifier, _, note = (*line.split("\t"), "", "", "")[:6]
        place = (kind, int(start), int(end))
        if note.startswith("doubt"):
            doubt.append(place)
        elif kind in SCORED:
            sure[place] = {identifier, *re.findall(r"alt: ?(\S+)", note)} - {""}
    return paper, int(head[3]) if head[3] else None, sure, doubt


def compare(path: Path, types: frozenset[str], score: Score) -> None:
    paper, until, sure, doubt = expectation(path)
    _, mentions, _ = read_mentions(read_path(str(paper)), load_environment(Settings()))
    for mention in mentions:
        if mention.type.value not in types or (until is not None and mention.end > until):
            continue
        place = (mention.type.value, mention.start, mention.end)
        if place in sure:
            score.hits += 1
            score.found += 1
            if sure[place]:
                score.ids += 1
                score.right_ids += mention.id in sure[place]
                if mention.id not in sure[place] and mention.id is not None:
                    _note_exact(score, paper, mention)
        elif not any(kind == place[0] and start < place[2] and place[1] < end for kind, start, end in doubt):
            score.found += 1
            score.wrong.append(f"{paper.name} {place} {mention.rule}")
            _note_exact(score, paper, mention)
    score.gold += len(sure)


def _note_exact(score: Score, paper: Path, mention: Mention) -> None:
    """A reference that is called exact and is none, or has another identifier: the worst outcome."""
    if mention.status is Status.EXACT and mention.type.value in REFERENCES:
        score.wrong_exact.append(f"{paper.name} {mention.start} {mention.type.value} {mention.id} {mention.rule}")


@pytest.mark.real
@pytest.mark.skipif(not CORPUS.exists(), reason="the folder with real papers is not beside the checkout")
@pytest.mark.parametrize("half", sorted(PAPERS))
def test_what_is_found_is_right(half: str) -> None:
    gold = sorted(p for p in (HERE / half).glob("*.tsv") if not p.name.endswith(".qa.tsv"))
    assert len(gold) >= PAPERS[half]
    score = Score()
    for path in gold:
        compare(path, REFERENCES if half == "references" else SCORED, score)
    assert score.wrong_exact == []
    precision, recall, ids = SHARP.get(half, (PRECISION, RECALL, IDS))
    assert score.hits >= precision * score.found, score.wrong
    assert score.hits >= recall * score.gold
    assert score.right_ids >= ids * score.ids
