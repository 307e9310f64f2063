"""Speed of `sovgraph serve` beside `oxigraph serve` and `rdflib-endpoint`: the same 100,000 triples, one run.

    python benchmarks/serving.py [--seconds 3] [--passes 3] [--rdflib-endpoint PATH]

Eight connections over loopback, answers as SPARQL JSON. Points, aggregates and rows differ from request to request,
and our cache of answers is off for them; `same …` asks few questions again and again, with the cache on. Each figure
is the median of the passes; within a pass the servers take turns, so that other work on the machine hits all alike.
Without --rdflib-endpoint it is installed into a virtual environment of its own.
"""

import argparse
import json
import multiprocessing
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.serving_load import CONNECTIONS, load

JSON = "application/sparql-results+json"
THINGS = 11_111
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
EX = "http://example.org/"

POINTS = [f"SELECT ?p ?o WHERE {{ <{EX}thing/{n}> ?p ?o }}" for n in range(THINGS)]
AGGREGATES = [
    f"SELECT ?p (COUNT(?s) AS ?n) WHERE {{ ?s a <{EX}T{n}> . ?s ?p ?o }} GROUP BY ?p ORDER BY DESC(?n) LIMIT 10"
    for n in range(20)
]
ROWS = [f"SELECT ?s ?p ?o WHERE {{ ?s ?p ?o }} OFFSET {n} LIMIT 1000" for n in range(200)]
WORKLOADS = {
    "point": POINTS,
    "aggregate": AGGREGATES,
    "1,000 rows": ROWS,
    "same points": POINTS[:20],
    "same aggregates": AGGREGATES[:5],
    "same 1,000 rows": ROWS[:5],
}


@dataclass(frozen=True, slots=True)
class Target:
    """A running server: the port, and the path of its endpoint."""

    name: str
    port: int
    path: str

    def requests(self, queries: list[str]) -> list[bytes]:
        return [
            f"GET {self.path}?query={quote(query)} HTTP/1.1\r\nHost: x\r\nAccept: {JSON}\r\n\r\n".encode()
            for query in queries
        ]

    def rows(self, query: str) -> int:
        url = f"http://127.0.0.1:{self.port}{self.path}?query={quote(query)}"
        with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": JSON}), timeout=120) as answer:
            return len(json.load(answer)["results"]["bindings"])


def triples() -> bytes:
    """99,999 triples about 11,111 things."""
    chance = random.Random(1)
    lines = []
    for number in range(THINGS):
        thing = f"<{EX}thing/{number}>"
        lines.append(f"{thing} <{TYPE}> <{EX}T{number % 20}> .")
        for at in range(8):
            other = chance.randrange(THINGS)
            value = f"<{EX}thing/{other}>" if at % 2 else f'"name {other} of thing {number}"'
            lines.append(f"{thing} <{EX}p{at}> {value} .")
    return "\n".join(lines).encode() + b"\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(name: str, command: list[str], port: int, path: str) -> Iterator[Target]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        target = Target(name, port, path)
        for _ in range(600):
            try:
                target.rows("SELECT (1 AS ?one) {}")
                break
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        else:
            raise SystemExit(f"{name} didn't start")
        yield target
    finally:
        process.terminate()
        process.wait(20)


def servers(stack: ExitStack, folder: Path, endpoint: str) -> list[tuple[Target, Target]]:
    """For each server what is asked: (without cache, with cache). Only ours has one."""
    data = folder / "data.nt"
    data.write_bytes(triples())
    found = []
    port = free_port()
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.is_file() else "oxigraph"
    oxigraph = stack.enter_context(
        running("oxigraph serve", [program, "serve", "--bind", f"127.0.0.1:{port}"], port, "/query")
    )
    put = urllib.request.Request(
        f"http://127.0.0.1:{port}/store?default", data.read_bytes(), {"Content-Type": "application/n-triples"}
    )
    urllib.request.urlopen(put, timeout=120).close()
    found.append((oxigraph, oxigraph))
    port = free_port()
    command = [endpoint, "serve", "--host", "127.0.0.1", "--port", str(port), str(data)]
    rdflib = stack.enter_context(running("rdflib-endpoint", command, port, "/"))
    found.append((rdflib, rdflib))
    store = make_store(folder / "store", data)
    ours = []
    for room in ("0", "64"):
        port = free_port()
        command = [sys.executable, "-m", "sovgraph", "serve", "--store", str(store), "--port", str(port)]
        command += ["--client-seconds", "0", "--client-errors", "0", "--no-access-log", "--cache-mb", room]
        ours.append(stack.enter_context(running("sovgraph serve", command, port, "/sparql")))
    found.append((ours[0], ours[1]))
    return found


def make_store(path: Path, data: Path) -> Path:
    import pyoxigraph as ox

    from sovgraph.store.ledger import format_quads

    store = ox.Store(str(path))
    store.bulk_load(path=str(data), format=ox.RdfFormat.N_TRIPLES)
    store.load(format_quads(), ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    return path


def endpoint_program(folder: Path, given: str | None) -> str:
    if given:
        return given
    venv.create(folder / "venv", with_pip=True)
    pip = [str(folder / "venv" / "bin" / "python"), "-m", "pip", "install", "--quiet", "rdflib-endpoint", "uvicorn"]
    subprocess.run(pip, check=True)
    return str(folder / "venv" / "bin" / "rdflib-endpoint")


def measured(target: Target, queries: list[str], seconds: float) -> float:
    """Answers a second, asked from another process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        rate, bad = pool.apply(load, (target.port, target.requests(queries), seconds))
    if bad:
        raise SystemExit(f"{target.name}: {bad} answers were errors")
    return float(rate)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--rdflib-endpoint", metavar="PATH")
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="sovgraph-serving-"))
    try:
        with ExitStack() as stack:
            found = servers(stack, folder, endpoint_program(folder, args.rdflib_endpoint))
            report(found, args.seconds, args.passes)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def report(found: list[tuple[Target, Target]], seconds: float, passes: int) -> None:
    rates: dict[tuple[str, str], list[float]] = {}
    for queries in (POINTS, AGGREGATES, ROWS):
        counts = {plain.name: plain.rows(queries[7 % len(queries)]) for plain, _ in found}
        if len(set(counts.values())) != 1:
            raise SystemExit(f"the servers differ in their answers: {counts}")
    for _ in range(passes):
        for workload, queries in WORKLOADS.items():
            for plain, cached in found:
                target = cached if workload.startswith("same") else plain
                rates.setdefault((workload, plain.name), []).append(measured(target, queries, seconds))
    names = [plain.name for plain, _ in found]
    print(f"{CONNECTIONS} connections, median of {passes} passes of {seconds:g} s; answers a second")
    print(f"{'':16}" + "".join(f"{name:>18}" for name in names) + "   ours : oxigraph   ours : rdflib")
    for workload in WORKLOADS:
        row = [statistics.median(rates[workload, name]) for name in names]
        ratios = f"{row[2] / row[0]:15.2f}{row[2] / row[1]:16.1f}"
        print(f"{workload:16}" + "".join(f"{rate:18,.1f}" for rate in row) + f"   {ratios}", flush=True)


if __name__ == "__main__":
    main()
