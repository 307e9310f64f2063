"""Reads files into built papers, in this process or in several."""

import hashlib
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait

from sovgraph.build.copies import sketch_of
from sovgraph.build.inputs import BIG_FILE, size_of
from sovgraph.build.origins import with_origin
from sovgraph.build.results import BuiltPaper, Refused, Spot
from sovgraph.check import Finding, load_shapes, validate_nquads
from sovgraph.errors import ReadError
from sovgraph.graph.places import Places
from sovgraph.model import Document, Issue, Source
from sovgraph.pipeline import Environment, load_environment, read_paper, unmatched
from sovgraph.read import read_path
from sovgraph.settings import Settings

Item = str | Source | Refused
"""A path, bytes at hand (a member of an archive), or something that can't be read at all."""

Result = BuiltPaper | Refused

AROUND = 120
"""Characters before and after the words of an issue that a report shows."""


def build_one(item: Item, settings: Settings) -> Result:
    """Reads one file; a paper that can't be read becomes a refusal and never stops the others."""
    if isinstance(item, Refused):
        return item
    name = item if isinstance(item, str) else item.uri
    try:
        source = with_origin(read_path(item)) if isinstance(item, str) else item
        return _built(source, load_environment(settings))
    except ReadError as error:
        return Refused(name, str(error))
    except RecursionError:
        return Refused(name, f"{name}: nested too deeply; not a paper in a format that can be read")


def _built(source: Source, env: Environment) -> BuiltPaper:
    begun = time.perf_counter()
    paper, nquads = read_paper(source, env)
    document = paper.document
    counts: dict[str, int] = {}
    for mention in paper.mentions:
        counts[mention.status.value] = counts.get(mention.status.value, 0) + 1
    findings: tuple[Finding, ...] = ()
    if env.settings.validate:
        findings = validate_nquads(nquads, load_shapes()).findings
    return BuiltPaper(
        source=source.uri,
        sha256=source.sha256,
        iri=paper.iri,
        genre=document.meta.genre.value,
        nquads=nquads,
        statements=len(paper.statements),
        mentions=tuple(sorted(counts.items())),
        issues=paper.issues,
        findings=findings,
        names=tuple(n for n in (document.meta.paper_id, document.sha256) if n),
        unmatched=unmatched(env.corrections, paper),
        media_type=document.media_type,
        text_hash=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        sketch=sketch_of(document.text),
        seconds=time.perf_counter() - begun,
        spots=tuple(_spot(document, Places(document.places), issue) for issue in paper.issues),
    )


def _spot(document: Document, places: Places, issue: Issue) -> Spot | None:
    if issue.start is None or issue.end is None:
        return None
    text, start, end = document.text, issue.start, issue.end
    words = text[start:end][: 4 * AROUND]
    return Spot(text[max(0, start - AROUND) : start], words, text[end : end + AROUND], places.of(start, end))


def _several(items: list[Item], settings: Settings) -> list[Result]:
    return [build_one(item, settings) for item in items]


def read_all(items: Iterable[Item], settings: Settings) -> Iterator[Result]:
    """Results as they come: with one process in the order of `items`, with several whichever is ready first."""
    if settings.workers <= 1:
        for item in items:
            yield build_one(item, settings)
        return
    chunks = _chunks(items, 16)
    with ProcessPoolExecutor(max_workers=settings.workers) as pool:
        running: set[Future[list[Result]]] = set()
        while True:
            # No more at once than keeps the processes busy: results that wait here cost memory.
            while len(running) < settings.workers * 3 and (chunk := next(chunks, None)):
                running.add(pool.submit(_several, chunk, settings))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()


def _chunks(items: Iterable[Item], count: int) -> Iterator[list[Item]]:
    """Groups of files for one process: the first ones small, so that all processes start; a big file goes alone."""
    chunk: list[Item] = []
    wanted = 1
    for item in items:
        if _size(item) >= BIG_FILE:
            yield [item]
            continue
        chunk.append(item)
        if len(chunk) >= wanted:
            yield chunk
            chunk, wanted = [], min(count, wanted * 2)
    if chunk:
        yield chunk


def _size(item: Item) -> int:
    if isinstance(item, Source):
        return len(item.data)
    return size_of(item) if isinstance(item, str) else 0
