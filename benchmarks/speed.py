"""Speed and memory, printed as ratios against named peers in the same run.

    python benchmarks/speed.py [--papers ../shared/corpus/motions] [--paper ../shared/dossier/32317-QC.md]

Timings on busy machines are noisy: read the medians and the ratios.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def timed(action: Callable[[], object], rounds: int) -> float:
    """Median seconds of `rounds` runs."""
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def show(name: str, value: str, remark: str = "") -> None:
    print(f"{name:<46} {value:>14}  {remark}")


def commands(paper: str) -> None:
    """Whole processes: what a user waits for."""
    sovgraph = [sys.executable, "-m", "sovgraph"]
    bare = timed(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 5)
    helped = timed(lambda: subprocess.run([*sovgraph, "--help"], check=True, capture_output=True), 7)
    show("python -c pass", f"{bare * 1000:.0f} ms")
    show("sovgraph --help", f"{helped * 1000:.0f} ms", f"{helped / bare:.1f} x bare Python; bar 150 ms")
    for label, options in (("without validation", ["--no-validate"]), ("with validation", [])):
        with tempfile.TemporaryDirectory() as folder:
            store = f"{folder}/store"
            run = [*sovgraph, "build", paper, "--store", store, "--quiet", *options]
            took = timed(lambda run=run: subprocess.run(run, check=False, capture_output=True), 1)  # type: ignore[misc]
            show(f"first build of one paper, {label}", f"{took:.2f} s", "whole process, registers loaded")


def inside(paper: str) -> None:
    """One paper in a warm process, against copying its text through plain `re`."""
    import re

    from sovgraph.pipeline import load_environment, read_mentions, read_paper
    from sovgraph.read import read_path
    from sovgraph.settings import Settings

    env = load_environment(Settings())
    source = read_path(paper)
    read_paper(source, env)
    whole = timed(lambda: read_paper(source, env), 5)
    found = timed(lambda: read_mentions(source, env), 5)
    words = re.compile(r"\w+")
    text = source.data.decode("utf-8")
    plain = timed(lambda: [m.span() for m in words.finditer(text)], 5)
    _, quads = read_paper(source, env)
    show("paper to mentions", f"{found * 1000:.0f} ms", f"{found / plain:.0f} x tokenising its words with re")
    show("paper to N-Quads", f"{whole * 1000:.0f} ms", f"bar 1,000 ms; {quads.count(b'.' + bytes([10])):,} quads")


def corpus(folder: str, limit: int) -> None:
    """Papers and megabytes a second over many papers, one process and two."""
    from sovgraph.build import read_all
    from sovgraph.settings import Settings

    files = [str(p) for p in sorted(Path(folder).glob("*.xml"))][:limit]
    size = sum(Path(f).stat().st_size for f in files) / 1e6
    rates = {}
    for workers, validate in ((1, False), (2, False), (2, True)):
        part = files if not validate else files[: max(1, len(files) // 6)]
        began = time.perf_counter()
        results = list(read_all(part, Settings(workers=workers, validate=validate)))
        took = time.perf_counter() - began
        quads = sum(getattr(r, "nquads", b"").count(b"\n") for r in results)
        rates[workers, validate] = len(part) / took
        show(
            f"{len(part)} papers, {workers} process(es){', with SHACL' if validate else ''}",
            f"{len(part) / took:.0f} papers/s",
            f"{size * len(part) / len(files) / took:.2f} MB/s, {quads / len(part):.0f} quads a paper",
        )
    show("two processes against one", f"{rates[2, False] / rates[1, False]:.2f} x")
    show("with SHACL against without, two processes", f"{rates[2, True] / rates[2, False]:.2f} x")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show("peak memory of this process", f"{peak:.0f} MiB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", default=str(ROOT.parent / "shared" / "corpus" / "motions"))
    parser.add_argument("--paper", default=str(ROOT.parent / "shared" / "dossier" / "32317-QC.md"))
    parser.add_argument("--limit", type=int, default=1000)
    args = parser.parse_args()
    paper = args.paper if Path(args.paper).is_file() else str(next((ROOT / "examples").rglob("*QC.md")))
    papers = args.papers if Path(args.papers).is_dir() else str(next((ROOT / "examples").rglob("*.xml")).parent)
    commands(paper)
    inside(paper)
    corpus(papers, args.limit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
