"""Latency of every stored query: in memory, on disk, and against rdflib in the same run.

    python benchmarks/queries.py [--store DIR] [--rounds 15] [--rdflib] [--bar 50]

Without --store the example dossier is built; with it the queries run on that store only. Each query runs with its
required parameters and with all its examples; the slower of the two counts. Time is of the processor, so that a busy
machine counts little. Exit code 1 when a median in memory is over the bar (milliseconds).
"""

import argparse
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sovgraph.build import build_store
from sovgraph.query import StoredQuery, catalog
from sovgraph.query.binding import bind
from sovgraph.resources import folder
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, Solutions, memory_store, open_store, to_rdflib

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

    from rdflib import Dataset

PATIENCE = 30.0
"""Seconds that a query gets in rdflib."""


@dataclass(frozen=True, slots=True)
class Timing:
    rows: int
    median: float
    p95: float


def texts(query: StoredQuery) -> tuple[str, ...]:
    """The query as asked: with what must be given, and with all its examples."""
    needed = {p.name: p.example for p in query.params if p.required}
    return tuple(dict.fromkeys((bind(query, needed), bind(query, query.examples))))


def measure(store: QuadStore, query: StoredQuery, rounds: int) -> Timing:
    """Milliseconds of the slower form, after one run to warm up."""
    timings = []
    for text in texts(query):
        answer = store.query(text, union=False)
        taken = []
        for _ in range(rounds):
            began = time.process_time()
            store.query(text, union=False)
            taken.append((time.process_time() - began) * 1000)
        rows = len(answer.rows) if isinstance(answer, Solutions) else 0
        p95 = sorted(taken)[max(0, round(len(taken) * 0.95) - 1)]
        timings.append(Timing(rows, statistics.median(taken), p95))
    return max(timings, key=lambda timing: timing.median)


def in_rdflib(dataset: "Dataset", query: StoredQuery) -> float | None:
    """Milliseconds of one run of the slower form, in a process that can be ended; None after `PATIENCE`."""
    worst = 0.0
    context = multiprocessing.get_context("fork")
    for text in texts(query):
        taken = context.Value("d", 0.0)
        child = context.Process(target=_exhaust, args=(dataset, text, taken))
        child.start()
        child.join(PATIENCE)
        if child.is_alive():
            child.terminate()
            child.join()
            return None
        worst = max(worst, taken.value)
    return worst


def _exhaust(dataset: "Dataset", text: str, taken: "Synchronized[float]") -> None:
    began = time.process_time()
    list(dataset.query(text))
    taken.value = (time.process_time() - began) * 1000


def example_store(where: Path | None = None) -> QuadStore:
    store: QuadStore = open_store(where) if where is not None else memory_store()
    build_store(store, [str(folder("examples"))], Settings(validate=False))
    return store


def report(
    stores: dict[str, QuadStore], rounds: int, dataset: "Dataset | None", queries: Iterable[StoredQuery]
) -> float:
    """Prints a line a query, the slowest first; gives the worst median in the first store."""
    lines = []
    for query in queries:
        timings = [measure(store, query, rounds) for store in stores.values()]
        other = in_rdflib(dataset, query) if dataset is not None else None
        cells = "".join(f"{t.median:>10.2f} {t.p95:>9.2f}" for t in timings)
        if dataset is not None:
            cells += f"{other:>11.0f} {other / timings[0].median:>8.0f}x" if other is not None else f"{'> 30 s':>11}"
        lines.append((timings[0].median, f"{query.name:<28} {timings[0].rows:>7}{cells}"))
    heads = "".join(f"{name:>10} {'p95':>9}" for name in stores) + (f"{'rdflib':>11} {'ratio':>9}" if dataset else "")
    print(f"{'query (milliseconds)':<28} {'rows':>7}{heads}")
    for _, line in sorted(lines, key=lambda pair: -pair[0]):
        print(line)
    return max(median for median, _ in lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", help="folder of a store to measure on, in place of the example dossier")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--rdflib", action="store_true", help="also run each query once in rdflib")
    parser.add_argument("--bar", type=float, default=50.0, help="milliseconds that no median may pass")
    parser.add_argument("queries", nargs="*", help="only these queries")
    args = parser.parse_args()
    everything = (*catalog().queries, *catalog().internal)
    queries = [query for query in everything if not args.queries or query.name in args.queries]
    with tempfile.TemporaryDirectory() as scratch:
        if args.store:
            with open_store(args.store, read_only=True) as store:
                worst = report({"disk": store}, args.rounds, None, queries)
        else:
            memory = example_store()
            disk = example_store(Path(scratch) / "store")
            dataset = to_rdflib(memory, ledger=True) if args.rdflib else None
            worst = report({"memory": memory, "disk": disk}, args.rounds, dataset, queries)
            disk.close()
    print(f"worst median {worst:.1f} ms; bar {args.bar:.0f} ms")
    return 1 if worst > args.bar else 0


if __name__ == "__main__":
    sys.exit(main())
