"""Makes a site from a store: in several processes, the same bytes however many, and only what changed is written."""

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sovgraph.describe.publication import Publication
from sovgraph.describe.withheld import published
from sovgraph.errors import SiteError
from sovgraph.pages.all_pages import Pages
from sovgraph.pages.touched import touched_things
from sovgraph.settings import DEFAULT_BASE
from sovgraph.site import around, asked, things, whole  # noqa: F401 - each registers its makers
from sovgraph.site.plan import Job, Plan, made_of, make_plan
from sovgraph.site.remembering import remembering
from sovgraph.site.workshop import Workshop
from sovgraph.site.writing import Known, Put, SiteFolder, open_folder
from sovgraph.store import QuadStore, open_store
from sovgraph.store.oxigraph import OxigraphStore

CHUNK: Final = 24
"""Things that a process makes in one go: their neighbours are known then."""

Progress = Callable[[Iterable[int], int], Iterable[int]]
"""Passes the numbers of finished jobs through; gets how many there are in all."""


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """`whole`: make every file again, also when neither data nor program changed. `everything`: pages too for what
    only registers know: by far the most, and no paper speaks of them."""

    store: Path
    out: Path
    base: str = DEFAULT_BASE
    publication: Publication = field(default_factory=Publication)
    workers: int = 1
    whole: bool = False
    everything: bool = False


@dataclass(frozen=True, slots=True)
class SiteReport:
    """How many files were written, were right already, and were taken away; `size` in bytes of all there are."""

    written: int
    kept: int
    removed: int
    size: int

    @property
    def files(self) -> int:
        return self.written + self.kept


def make_site(options: SiteOptions, progress: Progress | None = None, store: QuadStore | None = None) -> SiteReport:
    """Writes the site of the store. `store`, when it is open already, is read in this process alone.

    Whoever is withheld in the settings is left out of all of it.

    Raises SiteError for a folder that isn't ours, StoreError for a store that can't be read.
    """
    folder = open_folder(options.out)
    opened = store if store is not None else open_store(options.store, read_only=True)
    mark = made_of(opened, options.base, options.publication, everything=options.everything)
    if folder.made_of == mark and not options.whole and folder.is_as_left():
        return SiteReport(0, len(folder.before), 0, sum(known.size for known in folder.before.values()))
    with published(opened, options.publication.withhold) as offered:
        return _write(options, offered, folder, mark, progress, is_shared=store is None or offered is not store)


def _write(
    options: SiteOptions, store: QuadStore, folder: SiteFolder, mark: str, progress: Progress | None, *, is_shared: bool
) -> SiteReport:
    """`is_shared`: the store is a folder that other processes can open too."""
    only = None if options.everything else touched_things(store)
    pages = Pages(remembering(store), options.base, only)
    plan = make_plan(pages, options.publication)
    place = Path(store.where) if is_shared and isinstance(store, OxigraphStore) else None
    store.flush()
    folder.begin()
    if place is None or options.workers <= 1:
        shop = Workshop(pages, plan, place)
        done: Iterator[list[Put]] = ([folder.put(*file) for file in shop.make(job)] for job in plan.jobs)
    else:
        done = _together(options.workers, place, plan, folder)
    return _gather(folder, done, mark, len(plan.jobs), progress)


def _gather(
    folder: SiteFolder, done: Iterator[list[Put]], mark: str, total: int, progress: Progress | None
) -> SiteReport:
    now: dict[str, Known] = {}
    written = 0

    def counted() -> Iterator[int]:
        nonlocal written
        for number, puts in enumerate(done, start=1):
            for put in puts:
                if put.file in now:
                    raise SiteError(f"{put.file}: two parts of the site want this file; report this as a fault")
                now[put.file] = put.known
                written += put.is_written
            yield number

    for _ in progress(counted(), total) if progress else counted():
        pass
    removed = folder.finish(now, mark)
    return SiteReport(written, len(now) - written, removed, sum(known.size for known in now.values()))


def _together(workers: int, store: Path, plan: Plan, folder: SiteFolder) -> Iterator[list[Put]]:
    """The files of each job in the order of the plan, made in several processes."""
    with TemporaryDirectory() as place:
        note = Path(place) / "note"
        note.write_bytes(pickle.dumps((store, plan, folder)))
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            running: deque[Future[list[list[Put]]]] = deque()
            chunks = _chunks(plan.jobs)
            try:
                while True:
                    while len(running) < workers * 4 and (chunk := next(chunks, None)):
                        running.append(pool.submit(_make, str(note), chunk))
                    if not running:
                        return
                    yield from running.popleft().result()
            finally:
                pool.shutdown(cancel_futures=True)


def _chunks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """Things a few at a time, all else alone."""
    chunk: list[Job] = []
    for job in jobs:
        if job[0] != "thing":
            yield [job]
            continue
        chunk.append(job)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


@cache
def _here(note: str) -> tuple[Workshop, SiteFolder]:
    """The workshop of this process."""
    store, plan, folder = pickle.loads(Path(note).read_bytes())
    pages = Pages(remembering(open_store(store, read_only=True)), plan.base, plan.only)
    return Workshop(pages, plan, store), folder


def _make(note: str, jobs: list[Job]) -> list[list[Put]]:
    shop, folder = _here(note)
    return [[folder.put(*file) for file in shop.make(job)] for job in jobs]
