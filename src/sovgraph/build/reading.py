"""Reads files into built papers, in this process or in several."""

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from sovgraph.build.copies import hash_of, sketch_of
from sovgraph.build.inputs import BIG_FILE, size_of
from sovgraph.build.origins import with_origin
from sovgraph.build.results import BuiltPaper, Refused, Spot
from sovgraph.check import Finding, load_shapes, validate_nquads
from sovgraph.errors import ReadError, SovgraphError
from sovgraph.graph.places import Places
from sovgraph.model import Document, Issue, Source
from sovgraph.pipeline import (
    BuiltRecords,
    Environment,
    load_environment,
    read_own_metadata,
    read_paper,
    read_records,
    unmatched,
)
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
        env = load_environment(settings)
        records = read_records(source, env)
        return _built(source, env) if records is None else _built_records(source, records, env)
    except ReadError as error:
        return Refused(name, str(error))
    except RecursionError:
        return Refused(name, f"{name}: nested too deeply; not a paper in a format that can be read")
    except SovgraphError:
        raise
    except Exception as error:  # noqa: BLE001 (what nobody thought of is wrong with one file, and the others can still be read)
        return Refused(name, f"{name}: reading it failed ({type(error).__name__}: {error}); report this, with the file")


def _built(source: Source, env: Environment) -> BuiltPaper:
    begun = time.perf_counter()
    paper, nquads = read_paper(source, env)
    document = paper.document
    places = Places(document.places)
    counts = Counter(mention.status.value for mention in paper.mentions)
    own = read_own_metadata(source, env, paper.iri)
    metadata = own.nquads if own else b""
    return BuiltPaper(
        source=source.uri,
        sha256=source.sha256,
        iri=paper.iri,
        genre=document.meta.genre.value,
        nquads=nquads,
        statements=len(paper.statements),
        mentions=tuple(sorted(counts.items())),
        issues=paper.issues,
        findings=_findings(env, nquads, metadata),
        names=tuple(n for n in (document.meta.paper_id, document.sha256) if n),
        unmatched=unmatched(env.corrections, paper),
        media_type=document.media_type,
        text_hash=hash_of(document.text),
        sketch=sketch_of(document.text),
        seconds=time.perf_counter() - begun,
        spots=tuple(_spot(document, places, issue) for issue in paper.issues),
        metadata=metadata,
    )


def _built_records(source: Source, records: BuiltRecords, env: Environment) -> BuiltPaper:
    return BuiltPaper(
        source=source.uri,
        sha256=source.sha256,
        iri=records.graph,
        genre="register",
        nquads=records.nquads,
        statements=records.facts,
        mentions=(),
        issues=records.issues,
        findings=_findings(env, records.nquads),
        names=(source.sha256,),
        media_type="register",
        text_hash=source.sha256,
        spots=tuple(None for _ in records.issues),
    )


def _findings(env: Environment, *graphs: bytes) -> tuple[Finding, ...]:
    if not env.settings.validate:
        return ()
    return tuple(finding for nquads in graphs if nquads for finding in validate_nquads(nquads, load_shapes()).findings)


def _spot(document: Document, places: Places, issue: Issue) -> Spot | None:
    if issue.start is None or issue.end is None:
        return None
    text, start, end = document.text, issue.start, issue.end
    words = text[start:end][: 4 * AROUND]
    return Spot(text[max(0, start - AROUND) : start], words, text[end : end + AROUND], places.of(start, end))


def _several(items: list[Item], settings: Settings) -> list[Result]:
    return [build_one(item, settings) for item in items]


def read_all(items: Iterable[Item], settings: Settings) -> Iterator[Result]:
    """Results in the order of `items`, with several processes, too: which file stands for a paper may hang on it."""
    if settings.workers <= 1:
        for item in items:
            yield build_one(item, settings)
        return
    chunks = _chunks(items, 16)
    with ProcessPoolExecutor(max_workers=settings.workers) as pool:
        running: deque[Future[list[Result]]] = deque()
        while True:
            # No more at once than keeps the processes busy: results that wait here cost memory.
            while len(running) < settings.workers * 4 and (chunk := next(chunks, None)):
                running.append(pool.submit(_several, chunk, settings))
            if not running:
                return
            yield from running.popleft().result()


def _chunks(items: Iterable[Item], count: int) -> Iterator[list[Item]]:
    """Groups of files for one process: the first ones small, so that all processes start; a big file goes alone."""
    chunk: list[Item] = []
    wanted = 1
    for item in items:
        if _size(item) >= BIG_FILE:
            if chunk:
                yield chunk
            yield [item]
            chunk = []
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
