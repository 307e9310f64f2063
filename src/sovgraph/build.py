"""Papers into a store: reads what changed, in one or several processes, and swaps each paper's graph whole."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from sovgraph.check import Finding, load_shapes, validate_nquads
from sovgraph.errors import ReadError
from sovgraph.graph import registers_nquads
from sovgraph.graph.infer import infer_graph
from sovgraph.model import Issue, Source
from sovgraph.pipeline import Environment, load_environment, read_paper
from sovgraph.query.ledger import ledger_rows
from sovgraph.read import read_path
from sovgraph.settings import Settings
from sovgraph.store import LedgerEntry, QuadStore

SUFFIXES = (".md", ".txt", ".xml", ".markdown")
"""Kinds of files that a folder is searched for; a file that is named is read whatever its name."""


@dataclass(frozen=True, slots=True)
class BuiltPaper:
    """What reading one file gave; `nquads` is its whole graph. `mentions` counts by status."""

    source: str
    sha256: str
    iri: str
    genre: str
    nquads: bytes
    statements: int
    mentions: tuple[tuple[str, int], ...]
    issues: tuple[Issue, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def violations(self) -> int:
        return sum(finding.severity == "violation" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Refused:
    source: str
    message: str


@dataclass(slots=True)
class BuildReport:
    """What a build did. `unchanged` are files whose paper was already held, read with the same rules."""

    built: list[BuiltPaper] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 fine; 1 a file was refused or a paper has violations; 3 nothing could be read."""
        if self.refused and not self.built and not self.unchanged:
            return 3
        return 1 if self.refused or any(paper.violations for paper in self.built) else 0


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


def build_store(
    store: QuadStore,
    paths: Iterable[str],
    settings: Settings,
    *,
    strict: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Reads the papers into the store. What was stored stays as it is for every file that is refused."""
    env = load_environment(settings)
    report = BuildReport()
    held = store.ledger()
    _store_registers(store, env, held)
    todo = _changed(collect_paths(paths), held, env.version, report)
    results = read_all(todo, settings)
    built: list[BuiltPaper] = []
    for result in progress(results, len(todo)) if progress else results:
        if isinstance(result, Refused):
            report.refused.append(result)
        elif strict and result.violations:
            report.refused.append(Refused(result.source, f"{result.source}: {result.violations} violation(s)"))
        else:
            built.append(result)
    kept, conflicts = settle_claims(built, {iri: (entry.source, entry.sha256) for iri, entry in held.items()})
    report.refused.extend(conflicts)
    report.built = kept
    if kept:
        store.replace_many((p.iri, p.nquads, _entry(p, env.version)) for p in kept)
    if kept or not held:
        refresh_inferences(store, env)
    return report


def refresh_inferences(store: QuadStore, env: Environment) -> None:
    """Computes the graph of inferences over all papers anew."""
    graph, nquads = infer_graph(ledger_rows(store), env.ids)
    store.replace_graph(graph, nquads, None)
    store.flush()


def _store_registers(store: QuadStore, env: Environment, held: dict[str, LedgerEntry]) -> None:
    version = f"{env.names.version}/{env.settings.base}"
    updates = [
        (graph, nquads, LedgerEntry(graph, "register", hashlib.sha256(nquads).hexdigest(), version))
        for graph, nquads in registers_nquads(env.names, env.ids).items()
        if graph not in held or held[graph].version != version
    ]
    if updates:
        store.replace_many(updates)


def _changed(paths: Iterable[str], held: dict[str, LedgerEntry], version: str, report: BuildReport) -> list[str]:
    """Paths to read; files whose bytes are held, read with this version, are noted as unchanged."""
    known = {(entry.sha256, entry.version) for entry in held.values()}
    todo = []
    for path in paths:
        if path != "-" and (_hash(path), version) in known:
            report.unchanged.append(path)
        else:
            todo.append(path)
    return todo


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
    )


def _one(task: tuple[str, Settings]) -> BuiltPaper | Refused:
    return build_one(*task)


def read_all(paths: Iterable[str], settings: Settings) -> Iterator[BuiltPaper | Refused]:
    """Results in the order of `paths`, whatever the number of workers."""
    tasks = [(path, settings) for path in paths]
    if settings.workers <= 1 or len(tasks) < 2:
        yield from map(_one, tasks)
        return
    chunk = max(1, min(16, len(tasks) // (settings.workers * 4)))
    with ProcessPoolExecutor(max_workers=settings.workers) as pool:
        yield from pool.map(_one, tasks, chunksize=chunk)


def settle_claims(
    built: Iterable[BuiltPaper], held: dict[str, tuple[str, str]]
) -> tuple[list[BuiltPaper], list[Refused]]:
    """Keeps one file per identifier. `held`: paper IRI → (source name, sha256) of what the store has.

    The same bytes twice are one paper. A file with the name of the one that is held is its new version. Two
    different files that claim one identifier are a conflict: the one held stays, else the first by name wins,
    and the other is refused with both names.
    """
    kept: dict[str, BuiltPaper] = {}
    refused: list[Refused] = []
    for paper in sorted(built, key=lambda p: (p.iri, Path(p.source).name, p.source, p.sha256)):
        rival = kept.get(paper.iri)
        if rival is None:
            old = held.get(paper.iri)
            if old is None or old[1] == paper.sha256 or old[0] == Path(paper.source).name:
                kept[paper.iri] = paper
            else:
                refused.append(_conflict(paper, old[0]))
        elif rival.sha256 != paper.sha256:
            refused.append(_conflict(paper, rival.source))
    return list(kept.values()), refused


def _conflict(paper: BuiltPaper, other: str) -> Refused:
    return Refused(
        paper.source,
        f"{paper.source}: claims to be {paper.iri}, which {other} already is with other content; "
        "kept the first, changed nothing: remove one of the two",
    )
