"""Harvests in a process of their own that are killed at chosen moments, and what must be true afterwards."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.harvest.server import Services, without_times


def command(services: Services, folder: Path, *words: str) -> list[str]:
    base = services.base
    urls = [f"--sru-url={base}/sru", f"--repository-url={base}/", f"--odata-url={base}/OData/v4/2.0/"]
    asked = ["--dossier", "39500", "--rate", "1000", "--format", "json"]
    return [sys.executable, "-m", "sovgraph", "harvest", *asked, *urls, "-o", str(folder), *words]


def harvest(services: Services, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(services, folder, *words), capture_output=True, text=True, check=False)


def killed(services: Services, folder: Path, moments: Sequence[tuple[int, float]], *words: str) -> int:
    """Starts a harvest for each moment (requests answered, then seconds) and kills it there; gives how many hit."""
    hits = 0
    for requests, seconds in moments:
        process = subprocess.Popen(command(services, folder, *words), stdout=subprocess.DEVNULL)
        while process.poll() is None and len(services.requests) < requests:
            time.sleep(0.001)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        hits += process.wait() == -signal.SIGKILL
    return hits


def moments(seed: int, count: int, requests: int) -> list[tuple[int, float]]:
    """Points of a run of so many requests, in order; the same for the same seed."""
    chance = random.Random(seed)
    points = sorted(chance.sample(range(2, requests), count))
    return [(point, chance.uniform(0, 0.02)) for point in points]


def tree(folder: Path) -> dict[str, str]:
    """Every file but the hidden ones, as it is; the manifest without times."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_file() and not name.startswith(".harvest"):
            text = path.read_text("utf-8")
            found[name] = without_times(text) if name == "manifest.jsonl" else text
    return found


def left_over(folder: Path) -> list[str]:
    """Temporary files and journals, which an ended run leaves none of."""
    hidden = folder / ".harvest"
    return [str(p) for p in (*hidden.glob("tmp/*"), *hidden.glob("journal*"))]
