"""The links that the official publisher marked up itself, found with the publisher's target."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.mark.real
@pytest.mark.skipif(not CORPUS.exists(), reason="the folder with real papers is not beside the checkout")
def test_all_links_but_the_publishers_own_error_are_found() -> None:
    command = [sys.executable, "benchmarks/references.py", "--only", "publisher", "--details"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    counts = re.search(r"target: (\d+) of (\d+)", done.stdout)
    assert counts is not None and (int(counts[1]), int(counts[2])) == (120, 121), done.stdout
    assert "kst-CCD-II" in done.stdout
