"""The data as RDF files, written as a stream: a graph at a time, and triples sorted through files on disk."""

import gzip
import heapq
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, TypeVar

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.store import QuadStore

RUN_LINES = 400_000
"""Triples sorted in memory at a time: about 100 MB."""

T = TypeVar("T")
PREFIXES = dict(v.NAMESPACES)


@contextmanager
def packed(path: Path) -> Iterator[IO[bytes]]:
    """A gzip file without name and time, so that the same data give the same bytes."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as file:
        yield file  # type: ignore[misc]  # GzipFile is a writable binary file


@contextmanager
def unpacked(path: Path) -> Iterator[IO[bytes]]:
    """A gzip file to read from."""
    with gzip.open(path) as file:
        yield file  # type: ignore[misc]  # GzipFile is a readable binary file


def write_nquads(store: QuadStore, path: Path) -> int:
    """All quads, graphs in order and sorted within each; how many there are."""
    count = 0
    with packed(path) as file, tempfile.TemporaryDirectory(prefix="sovgraph-") as folder:
        for graph in store.graphs():
            end = f" <{graph}> .\n".encode()
            with tempfile.TemporaryFile(dir=folder) as triples:
                store.write_triples(graph, triples)
                triples.seek(0)
                for line in sorted_once(triples, Path(folder)):
                    file.write(line[:-3] + end)
                    count += 1
    return count


def write_quads(nquads: Path, path: Path, form: ox.RdfFormat) -> None:
    """The packed N-Quads file in another form that keeps named graphs, in the same order."""
    with unpacked(nquads) as source, packed(path) as target:
        ox.serialize(ox.parse(source, ox.RdfFormat.N_QUADS), target, form, prefixes=PREFIXES)


def write_turtle(nquads: Path, path: Path, count: Callable[[Iterable[ox.Triple]], T]) -> T:
    """The union of all graphs, each triple once. `count` sees them first, in the order of the file."""
    with tempfile.TemporaryDirectory(prefix="sovgraph-") as folder:
        union = Path(folder) / "union.nt"
        with unpacked(nquads) as source, union.open("wb") as file:
            file.writelines(sorted_once(map(_without_graph, source), Path(folder)))
        with packed(path) as target:
            ox.serialize(_triples(union), target, ox.RdfFormat.TURTLE, prefixes=PREFIXES)
        return count(_triples(union))


def _triples(ntriples: Path) -> Iterator[ox.Triple]:
    with ntriples.open("rb") as file:
        for quad in ox.parse(file, ox.RdfFormat.N_TRIPLES):
            yield quad.triple


def sorted_once(lines: Iterable[bytes], folder: Path) -> Iterator[bytes]:
    """The lines sorted, each once. What is too much for memory is sorted in parts, which lie in `folder` meanwhile."""
    source = iter(lines)
    part = sorted(set(islice(source, RUN_LINES)))
    following = next(source, None)
    if following is None:
        yield from part
        return
    runs = [_run(part, folder, 0)]
    source = chain([following], source)
    while part := sorted(set(islice(source, RUN_LINES))):
        runs.append(_run(part, folder, len(runs)))
    with ExitStack() as opened:
        before = None
        for line in heapq.merge(*(opened.enter_context(run.open("rb")) for run in runs)):
            if line != before:
                before = line
                yield line
    for run in runs:
        run.unlink()


def _run(lines: list[bytes], folder: Path, number: int) -> Path:
    run = folder / f"{number}.run"
    run.write_bytes(b"".join(lines))
    return run


def _without_graph(line: bytes) -> bytes:
    """The triple of a quad. A graph's IRI has no blank in it, so it is the last word but one."""
    return line.rsplit(b" ", 2)[0] + b" .\n"
