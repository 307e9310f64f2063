"""Programs of others that only tests use, fetched by npm where it is there; else a test is skipped, with the reason."""

import shutil
import subprocess
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@cache
def npm_folder(*packages: str) -> Path:
    """A folder with these packages ("axe-core@4.10.3"); kept beside pytest's own cache for later runs."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.skip("no npm and Node here")
    folder = ROOT / ".pytest_cache" / "npm" / "-".join(name.replace("/", "_") for name in packages)
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as made:
            _install(Path(made) / "whole", packages)
            # Where another process of the same run was first, its folder stays.
            with suppress(OSError):
                (Path(made) / "whole").rename(folder)
    return folder / "node_modules"


def _install(folder: Path, packages: tuple[str, ...]) -> None:
    folder.mkdir()
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    try:
        done = subprocess.run([*command, *packages], capture_output=True, text=True, check=False, timeout=120)
    except subprocess.TimeoutExpired:
        pytest.skip(f"npm takes too long to fetch {', '.join(packages)}")
    if done.returncode != 0:
        pytest.skip(f"npm can't fetch {', '.join(packages)}")
