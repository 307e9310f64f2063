"""Papers into a store: reads what changed, in one or several processes, and swaps each paper's graph whole."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sovgraph.build.completeness import declare_complete, withdraw_declaration
from sovgraph.build.inferring import is_current, refresh_inferences, remove_papers
from sovgraph.build.inputs import collect_paths, empty_folders, expanded, reading_order
from sovgraph.build.reading import Item, build_one, read_all
from sovgraph.build.results import BuildReport, BuiltPaper, Refused, Spot
from sovgraph.build.run import Run
from sovgraph.check import conflicts_report, load_shapes
from sovgraph.graph.registers import register_graphs, registers_nquads
from sovgraph.infer import Inference
from sovgraph.link.corrections import Correction
from sovgraph.model import Source
from sovgraph.pipeline import Environment, load_environment
from sovgraph.query import running
from sovgraph.query.conflicts import find_conflicts
from sovgraph.query.corrected import remember, remembered
from sovgraph.settings import Settings
from sovgraph.store import REGISTER, LedgerEntry, QuadStore, is_copy_graph, paper_of

__all__ = [
    "BuildReport",
    "BuiltPaper",
    "Refused",
    "Spot",
    "build_one",
    "build_store",
    "collect_paths",
    "declare_complete",
    "empty_folders",
    "read_all",
    "remove_papers",
    "withdraw_declaration",
]

Progress = Callable[[Iterator[BuiltPaper | Refused], int], Iterator[BuiltPaper | Refused]]


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
    renewed = _store_registers(store, env, held)  # before anything asks: a new store has no inferences yet
    inference = Inference(store, env.ids, everything=renewed or not is_current(store, env))
    paths = sorted(collect_paths(given), key=reading_order)
    under_way = Run(store, env.version, report, held, strict, inference)
    todo = _changed(paths, under_way, memory.kept)
    results = read_all(todo, settings)
    try:
        for result in progress(results, len(paths)) if progress else results:
            under_way.take(result)
    finally:
        under_way.commit()
    under_way.finish()
    report.unchanged.sort()
    report.unmatched = _unmatched(env.corrections, report, held)
    if not is_current(store, env):
        refresh_inferences(store, env, inference)
    remember(store, memory)
    report.differences = _differences(store, report)
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


def _store_registers(store: QuadStore, env: Environment, held: dict[str, LedgerEntry]) -> bool:
    """Whether a register was new or another version."""
    version = f"{env.names.version}/{env.settings.base}"
    if all(graph in held and held[graph].version == version for graph in register_graphs(env.ids)):
        return False  # writing them all out only to compare takes a second
    updates = [
        (graph, nquads, LedgerEntry(graph, REGISTER, hashlib.sha256(nquads).hexdigest(), version))
        for graph, nquads in registers_nquads(env.names, env.ids).items()
        if graph not in held or held[graph].version != version
    ]
    if updates:
        store.replace_many(updates)
    return bool(updates)


def _changed(paths: Iterable[str], run: Run, kept: frozenset[str]) -> Iterator[Item]:
    """What to read; files whose bytes are held, read with this version or `kept`, are noted as unchanged."""
    known = {(e.sha256, run.version if e.graph in kept else e.version) for e in run.held.values()}
    for path in paths:
        for item in expanded(path):
            sha256 = item.sha256 if isinstance(item, Source) else _hash(item) if isinstance(item, str) else ""
            run.present.add(sha256)
            if (sha256, run.version) in known:
                run.report.unchanged.append(item if isinstance(item, str) else item.uri)  # type: ignore[union-attr]
            else:
                yield item


def _differences(store: QuadStore, report: BuildReport) -> dict[str, int]:
    """How many facts only some of the files of a paper give, for papers of which a file was read just now."""
    several = {paper_of(graph) for graph in store.ledger() if is_copy_graph(graph)}
    read = several & {paper.iri for paper in report.files}
    rows = running.run(store, "manifestation-differences").values() if read else []
    return dict(sorted(Counter(row["paper"] or "" for row in rows if row["paper"] in read).items()))


def _hash(path: str) -> str:
    """SHA-256 of the file, empty when it can't be read: then reading it says why."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
