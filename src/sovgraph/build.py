"""Papers into a store: reads what changed, in one or several processes, and swaps each paper's graph whole."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from sovgraph.errors import ReadError, SovgraphError
from sovgraph.model import Issue, Severity, Source
from sovgraph.pipeline import Environment, load_environment, read_paper
from sovgraph.read import read_path
from sovgraph.settings import Settings


@dataclass(frozen=True, slots=True)
class BuiltPaper:
    """What reading one file gave; `nquads` is its whole graph."""

    source: str
    sha256: str
    iri: str
    genre: str
    nquads: bytes
    statements: int
    mentions: tuple[tuple[str, int], ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    source: str
    message: str


@dataclass(slots=True)
class BuildReport:
    built: list[BuiltPaper] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    findings: list[object] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        if self.refused and not self.built and not self.unchanged:
            return 3
        return 1 if self.refused or self.findings else 0


SUFFIXES = (".md", ".txt", ".xml", ".markdown")


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
    return BuiltPaper(
        source=source.uri,
        sha256=source.sha256,
        iri=paper.iri,
        genre=paper.document.meta.genre.value,
        nquads=nquads,
        statements=len(paper.statements),
        mentions=tuple(sorted(counts.items())),
        issues=paper.issues,
    )


def _one(task: tuple[str, Settings]) -> BuiltPaper | Refused:
    return build_one(*task)


def read_all(paths: Iterable[str], settings: Settings) -> Iterator[BuiltPaper | Refused]:
    """Results in the order of `paths`, whatever the number of workers."""
    tasks = [(path, settings) for path in paths]
    if settings.workers <= 1 or len(tasks) < 2:
        yield from map(_one, tasks)
        return
    with ProcessPoolExecutor(max_workers=settings.workers) as pool:
        yield from pool.map(_one, tasks, chunksize=max(1, min(16, len(tasks) // (settings.workers * 4) or 1)))


Progress = Callable[[int, int, str], None]


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


def count_issues(papers: Iterable[BuiltPaper], severity: Severity) -> int:
    return sum(issue.severity is severity for paper in papers for issue in paper.issues)


__all__ = [
    "BuildReport",
    "BuiltPaper",
    "Refused",
    "SovgraphError",
    "build_one",
    "collect_paths",
    "read_all",
    "settle_claims",
]
