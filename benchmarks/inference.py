"""How long a changed paper takes in a big store: reading it, storing it, and inferring what it touches.

    .venv/bin/python benchmarks/inference.py PAPERS… [--store DIR] [--changes 20] [--seed 1]

Builds a store of the papers (or opens the one at --store, which must be of them), changes papers at random (one figure
of a date or number becomes another), and prints the median and the slowest, and the ratio to inferring everything.
"""

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from sovgraph.build import build_store
from sovgraph.infer import Inference
from sovgraph.pipeline import load_environment
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, open_store, paper_entries

SETTINGS = Settings(validate=False)


def papers_in(names: list[str]) -> list[Path]:
    paths = [path for name in names for path in (Path(name).rglob("*") if Path(name).is_dir() else [Path(name)])]
    return sorted(path for path in paths if path.suffix in (".xml", ".txt", ".md"))


def changed(text: str, chance: random.Random) -> str:
    place = chance.choice([match.start() for match in re.finditer(r"\d", text)])
    return text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]


def seconds_of_changes(store: QuadStore, papers: list[Path], count: int, chance: random.Random) -> list[float]:
    found: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            paper = chance.choice(papers)
            copy = Path(folder) / paper.name
            copy.write_text(changed(paper.read_text("utf-8"), chance), encoding="utf-8")
            begin = time.perf_counter()
            report = build_store(store, [str(copy)], SETTINGS)
            if report.built:
                found.append(time.perf_counter() - begin)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="+", help="files or folders of papers")
    parser.add_argument("--store", help="a store of these papers, built if it isn't there")
    parser.add_argument("--changes", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = args.store or f"{folder}/store"
        with open_store(where) as store:
            if not paper_entries(store.ledger()):
                build_store(store, args.papers, SETTINGS)
            papers = papers_in(args.papers)
            times = seconds_of_changes(store, papers, args.changes, random.Random(args.seed))
            begin = time.perf_counter()
            Inference(store, load_environment(SETTINGS).ids, everything=True).settle()
            whole = time.perf_counter() - begin
            held = len(paper_entries(store.ledger()))
    median = statistics.median(times)
    sys.stdout.write(
        f"{held} papers; {len(times)} changes: median {median:.2f} s, slowest {max(times):.2f} s, "
        f"warm {statistics.median(times[1:]):.2f} s; everything inferred anew {whole:.1f} s "
        f"({whole / median:.0f} times one change)\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
