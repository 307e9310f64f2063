"""Movers, day and appraisal of real motions equal the records of the data service (floors)."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
DOSSIERS = ("32317", "36704")
SHARE = 0.99


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("motions_trail", ROOT / "benchmarks" / "motions_trail.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.real
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real papers are not here")
def test_the_graph_says_what_the_data_service_says() -> None:
    made = benchmark()
    records = list(made.cases(CORPUS / "odata" / "zaak", DOSSIERS))
    assert len(records) >= 34
    report = made.compare(made.built(CORPUS, [official for official, _ in records]), records)
    for name in ("movers", "day", "appraisal"):
        assert report.held[name] >= 34
        assert report.equal[name] >= SHARE * report.held[name], report.different
