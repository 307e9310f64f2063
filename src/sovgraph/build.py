"""Papers into a store: reads what changed, in one or several processes, and swaps each paper's graph whole."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path

from sovgraph.check import Finding, Report, conflicts_report, load_shapes, validate_nquads
from sovgraph.errors import ReadError
from sovgraph.graph import registers_nquads
from sovgraph.graph.infer import infer_graph
from sovgraph.link.corrections import Correction
from sovgraph.model import Issue, Source
from sovgraph.pipeline import Environment, load_environment, read_paper, unmatched
from sovgraph.query.conflicts import find_conflicts
from sovgraph.query.corrected import Remembered, remember, remembered
from sovgraph.query.ledger import ledger_rows
from sovgraph.read import read_path
from sovgraph.settings import Settings
from sovgraph.store import INFERENCE, REGISTER, LedgerEntry, QuadStore, paper_entries

SUFFIXES = (".md", ".txt", ".xml", ".markdown", ".docx", ".docm", ".dotx", ".odt", ".ott", ".pdf")
"""Kinds of files that a folder is searched for; a file that is named is read whatever its name."""

BIG_FILE = 1_000_000
"""Bytes from which a file is read after all others, so that nobody waits for it."""

BATCH_PAPERS, BATCH_BYTES, BATCH_SECONDS = 64, 8_000_000, 2.0
"""Papers are stored as they come, so many in one transaction: a build that is killed keeps all but the last few."""


@dataclass(frozen=True, slots=True)
class BuiltPaper:
    """What reading one file gave. `mentions` counts by status.

    `nquads` is its whole graph; in a BuildReport it is empty, as the store has it. `replaced`: the store held
    this paper with other content. `unmatched`: corrections for which the paper has no such mention.
    """

    source: str
    sha256: str
    iri: str
    genre: str
    nquads: bytes
    statements: int
    mentions: tuple[tuple[str, int], ...]
    issues: tuple[Issue, ...]
    findings: tuple[Finding, ...] = ()
    names: tuple[str, ...] = ()
    unmatched: tuple[Correction, ...] = ()
    replaced: bool = False

    @property
    def violations(self) -> int:
        return sum(finding.severity == "violation" for finding in self.findings)

    @property
    def rank(self) -> tuple[str, str, str]:
        """Of two files that claim one identifier, the lowest wins, whatever order they were read in."""
        return Path(self.source).name, self.source, self.sha256


@dataclass(frozen=True, slots=True)
class Refused:
    source: str
    message: str


@dataclass(slots=True)
class BuildReport:
    """What a build did. `unchanged` are files whose paper was already held, read with the same rules.

    `unmatched`: corrections of papers read that changed nothing, and of papers that aren't there. `conflicts`: papers
    of one day that contradict each other, over all papers of the store. `corrections`: of an earlier build.
    """

    built: list[BuiltPaper] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    unmatched: list[Correction] = field(default_factory=list)
    conflicts: Report = field(default_factory=Report)
    corrections: Remembered | None = None

    @property
    def replaced(self) -> list[BuiltPaper]:
        return [paper for paper in self.built if paper.replaced]

    @property
    def exit_code(self) -> int:
        """0 fine; 1 a file refused, a violation in a paper or between papers, a correction without effect;
        3 nothing was read."""
        if self.refused and not self.built and not self.unchanged:
            return 3
        wrong = not self.conflicts.conforms or any(paper.violations for paper in self.built)
        return 1 if self.refused or self.unmatched or wrong else 0


Progress = Callable[[Iterator["BuiltPaper | Refused"], int], Iterator["BuiltPaper | Refused"]]


def collect_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Files named, and the readable kinds of files below folders named; sorted, each once."""
    found: set[str] = set()
    for name in paths:
        path = Path(name)
        if name != "-" and path.is_dir():
            found.update(
                str(p)
                for p in path.rglob("*")
                if p.is_file() and p.suffix.lower() in SUFFIXES and not p.name.startswith((".", "README"))
            )
        else:
            found.add(name)
    return tuple(sorted(found))


def empty_folders(paths: Iterable[str]) -> list["Refused"]:
    """A refusal for each folder that was named and holds no paper."""
    return [
        Refused(name, f"{name}: no papers in this folder; expected files that end in {' '.join(SUFFIXES)}")
        for name in sorted(set(paths))
        if name != "-" and Path(name).is_dir() and not collect_paths([name])
    ]


@dataclass(slots=True)
class _Run:
    """One build under way: who claims which identifier, and which papers wait for the next transaction."""

    store: QuadStore
    version: str
    report: BuildReport
    held: dict[str, LedgerEntry]
    strict: bool
    kept: dict[str, BuiltPaper] = field(default_factory=dict)
    losers: list[BuiltPaper] = field(default_factory=list)
    waiting: list[BuiltPaper] = field(default_factory=list)
    size: int = 0
    since: float = field(default_factory=time.monotonic)

    def take(self, result: BuiltPaper | Refused) -> None:
        if isinstance(result, Refused):
            self.report.refused.append(result)
        elif self.strict and result.violations:
            message = f"{result.source}: {result.violations} violation(s)"
            self.report.refused.append(Refused(result.source, message))
        else:
            self._claim(result)

    def _claim(self, paper: BuiltPaper) -> None:
        """Keeps one file per identifier.

        The same bytes twice are one paper. A file with the name of the one that is held is its new version. Two
        different files that claim one identifier are a conflict: the one held stays, else the first by name wins.
        """
        old, rival = self.held.get(paper.iri), self.kept.get(paper.iri)
        if old is not None and old.sha256 != paper.sha256 and old.source != Path(paper.source).name:
            self.report.refused.append(_conflict(paper, old.source))
        elif rival is None or paper.rank < rival.rank:
            if rival is not None and rival.sha256 != paper.sha256:
                self.losers.append(rival)
            is_new_version = old is not None and old.sha256 != paper.sha256
            self._keep(replace(paper, replaced=is_new_version))
        elif rival.sha256 != paper.sha256:
            self.losers.append(replace(paper, nquads=b""))

    def _keep(self, paper: BuiltPaper) -> None:
        self.kept[paper.iri] = replace(paper, nquads=b"")
        self.waiting.append(paper)
        self.size += len(paper.nquads)
        is_late = time.monotonic() - self.since > BATCH_SECONDS
        if is_late or len(self.waiting) >= BATCH_PAPERS or self.size >= BATCH_BYTES:
            self.commit()

    def commit(self) -> None:
        """Stores the papers that wait, each whole."""
        papers, self.waiting, self.size = self.waiting, [], 0
        if papers:
            self.store.replace_many((p.iri, p.nquads, _entry(p, self.version)) for p in papers)
        self.since = time.monotonic()

    def finish(self) -> None:
        conflicts = [_conflict(paper, self.kept[paper.iri].source) for paper in self.losers]
        self.report.refused = sorted([*self.report.refused, *conflicts], key=lambda r: (r.source, r.message))
        self.report.built = sorted(self.kept.values(), key=lambda p: (p.iri, p.rank))


def build_store(
    store: QuadStore,
    paths: Iterable[str],
    settings: Settings,
    *,
    strict: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Reads the papers into the store, as they come. What was stored stays as it is for every file that is refused."""
    memory = remembered(store, settings)
    settings = memory.settings
    env = load_environment(settings)
    given = list(paths)
    report = BuildReport(refused=empty_folders(given), corrections=memory)
    held = store.ledger()
    _store_registers(store, env, held)
    todo = _changed(collect_paths(given), held, env.version, report, memory.kept)
    results = read_all(todo, settings)
    run = _Run(store, env.version, report, held, strict)
    try:
        for result in progress(results, len(todo)) if progress else results:
            run.take(result)
    finally:
        run.commit()
    run.finish()
    report.unmatched = _unmatched(env.corrections, report, held)
    if _is_stale(store, env):
        refresh_inferences(store, env)
    remember(store, memory)
    if settings.validate:
        report.conflicts = conflicts_report(find_conflicts(store), load_shapes())
    return report


def _unmatched(
    corrections: tuple[Correction, ...], report: BuildReport, held: dict[str, LedgerEntry]
) -> list[Correction]:
    """Corrections without effect: of papers just read, and of papers that are neither read nor held."""
    known = {name for paper in report.built for name in paper.names}
    known |= {name for e in held.values() for name in (e.sha256, e.graph.rpartition("/")[2])}
    strangers = [c for c in corrections if c.paper not in known and c.paper.removeprefix("kst-") not in known]
    return [*strangers, *(c for paper in report.built for c in paper.unmatched)]


def _digest(store: QuadStore) -> str:
    """Of which papers the store holds, in which version."""
    entries = paper_entries(store.ledger()).values()
    lines = "".join(f"{e.graph} {e.sha256} {e.version}\n" for e in entries)
    return hashlib.sha256(lines.encode()).hexdigest()


def _is_stale(store: QuadStore, env: Environment) -> bool:
    """Whether the inferences are of other papers than the store has: also when an earlier build was killed."""
    wanted = (_digest(store), env.version)
    return not any(e.source == INFERENCE and (e.sha256, e.version) == wanted for e in store.ledger().values())


def refresh_inferences(store: QuadStore, env: Environment) -> None:
    """Computes the graph of inferences over all papers anew."""
    graph, nquads = infer_graph(ledger_rows(store), env.ids)
    store.replace_graph(graph, nquads, LedgerEntry(graph, INFERENCE, _digest(store), env.version))
    store.flush()


def _store_registers(store: QuadStore, env: Environment, held: dict[str, LedgerEntry]) -> None:
    version = f"{env.names.version}/{env.settings.base}"
    updates = [
        (graph, nquads, LedgerEntry(graph, REGISTER, hashlib.sha256(nquads).hexdigest(), version))
        for graph, nquads in registers_nquads(env.names, env.ids).items()
        if graph not in held or held[graph].version != version
    ]
    if updates:
        store.replace_many(updates)


def _changed(
    paths: Iterable[str], held: dict[str, LedgerEntry], version: str, report: BuildReport, kept: frozenset[str]
) -> list[str]:
    """Paths to read; files whose bytes are held, read with this version or `kept`, are noted as unchanged."""
    known = {(e.sha256, version if e.graph in kept else e.version) for e in held.values()}
    todo = []
    for path in paths:
        if path != "-" and (_hash(path), version) in known:
            report.unchanged.append(path)
        else:
            todo.append(path)
    return sorted(todo, key=lambda path: (_size(path) >= BIG_FILE, Path(path).name, path))


def _hash(path: str) -> str:
    """SHA-256 of the file, empty when it can't be read: then reading it says why."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


def _entry(paper: BuiltPaper, version: str) -> LedgerEntry:
    return LedgerEntry(paper.iri, Path(paper.source).name, paper.sha256, version)


def build_one(path: str, settings: Settings) -> BuiltPaper | Refused:
    """Reads one file; a paper that can't be read becomes a refusal and never stops the others."""
    try:
        return _built(read_path(path), load_environment(settings))
    except ReadError as error:
        return Refused(path, str(error))
    except RecursionError:
        return Refused(path, f"{path}: nested too deeply; not a paper in a format that can be read")


def _built(source: Source, env: Environment) -> BuiltPaper:
    paper, nquads = read_paper(source, env)
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
        genre=paper.document.meta.genre.value,
        nquads=nquads,
        statements=len(paper.statements),
        mentions=tuple(sorted(counts.items())),
        issues=paper.issues,
        findings=findings,
        names=tuple(n for n in (paper.document.meta.paper_id, paper.document.sha256) if n),
        unmatched=unmatched(env.corrections, paper),
    )


def _several(paths: list[str], settings: Settings) -> list[BuiltPaper | Refused]:
    return [build_one(path, settings) for path in paths]


def read_all(paths: Iterable[str], settings: Settings) -> Iterator[BuiltPaper | Refused]:
    """Results as they come: with one process in the order of `paths`, with several whichever is ready first."""
    names = list(paths)
    if settings.workers <= 1 or len(names) < 2:
        for name in names:
            yield build_one(name, settings)
        return
    chunks = iter(_chunks(names, max(1, min(16, len(names) // (settings.workers * 4)))))
    with ProcessPoolExecutor(max_workers=settings.workers) as pool:
        running: set[Future[list[BuiltPaper | Refused]]] = set()
        while True:
            # No more at once than keeps the processes busy: results that wait here cost memory.
            while len(running) < settings.workers * 3 and (chunk := next(chunks, None)):
                running.add(pool.submit(_several, chunk, settings))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()


def _chunks(names: list[str], count: int) -> Iterator[list[str]]:
    """Groups of files for one process; a big file goes alone."""
    chunk: list[str] = []
    for name in names:
        if _size(name) >= BIG_FILE:
            yield [name]
            continue
        chunk.append(name)
        if len(chunk) >= count:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _conflict(paper: BuiltPaper, other: str) -> Refused:
    return Refused(
        paper.source,
        f"{paper.source}: claims to be {paper.iri}, which {other} already is with other content; "
        "kept the first, changed nothing: remove one of the two",
    )
