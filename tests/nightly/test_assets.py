"""The bundles are what their pinned packages give; fetches packages, so only at night."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.nightly
@pytest.mark.skipif(shutil.which("npm") is None, reason="npm isn't installed")
def test_bundles_are_current() -> None:
    command = [sys.executable, str(ROOT / "tools" / "build_assets.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
