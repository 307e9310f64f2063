"""Questions of real papers: pairs, askers with party, days and the rest of the head stay right (floors per kind)."""

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
PAPERS = {"dev": 9, "check": 16}
FLOOR = 0.99
SURE = ("pair", "asker", "date")
"""Kinds of which no wrong one may come in."""


@pytest.mark.real
@pytest.mark.skipif(not CORPUS.exists(), reason="the folder with real papers is not beside the checkout")
@pytest.mark.parametrize("half", sorted(PAPERS))
def test_questions_are_read_right(half: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "benchmarks"), *sys.path])
    benchmark = importlib.import_module("questions")

    assert len(list((benchmark.GOLD / half).glob("*.tsv"))) >= PAPERS[half]
    counts, differences = benchmark.compare(half, CORPUS)
    for kind in benchmark.KINDS:
        assert counts["right", kind] >= FLOOR * counts["gold", kind], differences
        assert kind not in SURE or counts["right", kind] >= FLOOR * counts["found", kind], differences
