"""One build under way: which file stands for which paper, and what waits for the next transaction."""

import hashlib
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from sovgraph.build.copies import as_copy, copy_graph, copy_rank, hash_of, is_same_text, sketch_of
from sovgraph.build.results import BuildReport, BuiltPaper, Refused
from sovgraph.infer import Inference
from sovgraph.pipeline import metadata_graph
from sovgraph.query.running import run_internal
from sovgraph.store import REGISTER, LedgerEntry, QuadStore, is_copy_graph, paper_of

BATCH_PAPERS, BATCH_BYTES, BATCH_SECONDS = 64, 8_000_000, 2.0
"""Papers are stored as they come, so many in one transaction: a build that is killed keeps all but the last few."""


@dataclass(slots=True)
class Run:
    """`held` is the ledger before the build, `copies_held` that of further files by paper, `present` the checksums of
    what was given. `kept` are the files that stand for their papers, `copies` the further manifestations by graph,
    `settled` the papers and checksums of both, `waiting` what isn't stored yet (no N-Quads: a graph to take out)."""

    store: QuadStore
    version: str
    report: BuildReport
    held: dict[str, LedgerEntry]
    strict: bool
    inference: Inference
    kept: dict[str, BuiltPaper] = field(default_factory=dict)
    copies: dict[str, BuiltPaper] = field(default_factory=dict)
    losers: list[BuiltPaper] = field(default_factory=list)
    present: set[str] = field(default_factory=set)
    settled: set[tuple[str, str]] = field(default_factory=set)
    copies_held: dict[str, list[LedgerEntry]] = field(default_factory=dict)
    waiting: dict[str, tuple[bytes, LedgerEntry] | None] = field(default_factory=dict)
    size: int = 0
    since: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        for graph, entry in self.held.items():
            if is_copy_graph(graph):
                self.copies_held.setdefault(paper_of(graph), []).append(entry)

    def take(self, result: BuiltPaper | Refused) -> None:
        if isinstance(result, Refused):
            self.report.refused.append(result)
        elif self.strict and result.violations:
            message = f"{result.source}: {result.violations} violation(s)"
            self.report.refused.append(Refused(result.source, message))
        else:
            self._claim(result)
            self._commit_in_time()

    def _claim(self, paper: BuiltPaper) -> None:
        """Finds the place of a file that claims an identifier.

        The same bytes twice are one file. A file with the name of one that is held and no longer given is its new
        version. Files of other formats with the same words are further manifestations. Two different texts that claim
        one identifier are a conflict: the one held stays, else the first one read. So a build that was killed ends as
        if it had gone on.
        """
        old, rival = self.held.get(paper.iri), self.kept.get(paper.iri)
        if (paper.iri, paper.sha256) in self.settled:
            self.report.unchanged.append(paper.source)
        elif rival is None and (old is None or paper.sha256 == old.sha256 or self._follows(paper, old)):
            self._keep(replace(paper, replaced=old is not None and old.sha256 != paper.sha256))
        elif is_same_text(paper, first := rival or self._stored(paper.iri)):
            self._join(paper, first)
        elif rival is None:
            self.report.refused.append(conflict(paper, first.source))
        else:
            self.losers.append(replace(paper, nquads=b"", metadata=b""))

    def _follows(self, paper: BuiltPaper, old: LedgerEntry) -> bool:
        """Whether a file is the new version of one that is held: of its name, in its place."""
        return Path(paper.source).name == old.source and old.sha256 not in self.present

    def _join(self, paper: BuiltPaper, first: BuiltPaper) -> None:
        """Another file of a paper: the better of the two stands for it."""
        if copy_rank(paper) < copy_rank(first):
            self._add_copy(replace(first, nquads=self._whole(first.iri)), paper)
            self._keep(paper)
        else:
            self._add_copy(paper, first)

    def _add_copy(self, paper: BuiltPaper, main: BuiltPaper) -> None:
        graph = copy_graph(paper)
        old = self.held.get(paper.iri)
        is_held = not paper.seconds and old is not None and old.sha256 == paper.sha256
        version = old.version if is_held and old else self.version  # words that older rules found stay of these rules
        self._wait(
            graph, as_copy(paper.nquads, paper.iri, graph), LedgerEntry(graph, _file(paper), paper.sha256, version)
        )
        self.copies[graph] = replace(paper, nquads=b"", metadata=b"", copy_of=_file(main))
        for other in self.copies_held.get(paper.iri, ()):
            if other.graph != graph and self._follows(paper, other):
                self.waiting[other.graph] = None
        if not is_held:
            self.settled.add((paper.iri, paper.sha256))

    def _keep(self, paper: BuiltPaper) -> None:
        self.kept[paper.iri] = replace(paper, nquads=b"", metadata=b"")
        self.settled.add((paper.iri, paper.sha256))
        self._wait(paper.iri, paper.nquads, LedgerEntry(paper.iri, _file(paper), paper.sha256, self.version))
        self._keep_metadata(metadata_graph(paper.iri), paper.metadata)
        graph = copy_graph(paper)
        if graph in self.held or graph in self.waiting:
            self.waiting[graph] = None  # it was a copy before

    def _keep_metadata(self, graph: str, nquads: bytes) -> None:
        """The metadata inside the file that stands for a paper; that of an earlier file goes."""
        if nquads:
            self._wait(graph, nquads, LedgerEntry(graph, REGISTER, hashlib.sha256(nquads).hexdigest(), self.version))
        elif graph in self.held or graph in self.waiting:
            self.waiting[graph] = None

    def _wait(self, graph: str, nquads: bytes, entry: LedgerEntry) -> None:
        self.waiting[graph] = (nquads, entry)
        self.size += len(nquads)

    def _whole(self, graph: str) -> bytes:
        """The graph as it will be stored, or is."""
        waiting = self.waiting.get(graph)
        return waiting[0] if waiting else self.store.graph_quads(graph)

    def _stored(self, paper: str) -> BuiltPaper:
        """What a file that came later has to know of the one that stands for a paper in the store."""
        rows = run_internal(self.store, "paper-text", {"paper": paper}).values()
        row = rows[0] if rows else {"text": "", "mediaType": ""}  # a register file has no text
        text, entry = row["text"] or "", self.held[paper]
        return BuiltPaper(
            source=entry.source,
            sha256=entry.sha256,
            iri=paper,
            genre="",
            nquads=b"",
            statements=0,
            mentions=(),
            issues=(),
            media_type=row["mediaType"] or "",
            text_hash=hash_of(text),
            sketch=sketch_of(text),
        )

    def _commit_in_time(self) -> None:
        is_late = time.monotonic() - self.since > BATCH_SECONDS
        if is_late or len(self.waiting) >= BATCH_PAPERS or self.size >= BATCH_BYTES:
            self.commit()

    def commit(self) -> None:
        """Stores the graphs that wait, each whole. Those that go, go first: a build that is killed in between reads
        their file again, while one that stayed too long would stay for good."""
        waiting, self.waiting, self.size = self.waiting, {}, 0
        for graph, found in waiting.items():
            self.inference.change(graph, found[0] if found else b"")
        for graph, found in waiting.items():
            if found is None:
                self.store.remove_graph(graph)
        updates = [(graph, *found) for graph, found in waiting.items() if found]
        if updates:
            self.store.replace_many(updates)
        self.inference.after()
        self.since = time.monotonic()

    def finish(self) -> None:
        conflicts = [conflict(paper, self.kept[paper.iri].source) for paper in self.losers]
        self.report.refused = sorted([*self.report.refused, *conflicts], key=lambda r: (r.source, r.message))
        self.report.built = sorted(self.kept.values(), key=lambda p: (p.iri, p.rank))
        standing = {copy_graph(p) for p in self.kept.values()}
        copies = [p for graph, p in self.copies.items() if graph not in standing and p.seconds]
        named = (replace(p, copy_of=_file(self.kept[p.iri])) if p.iri in self.kept else p for p in copies)
        self.report.copies = sorted(named, key=lambda p: (p.iri, p.rank))


def _file(paper: BuiltPaper) -> str:
    return Path(paper.source).name


def conflict(paper: BuiltPaper, other: str) -> Refused:
    return Refused(
        paper.source,
        f"{paper.source}: claims to be {paper.iri}, which {other} already is with other content; "
        "kept the first, changed nothing: remove one of the two",
    )
