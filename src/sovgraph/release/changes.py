"""What changed since the last release: two sorted N-Quads files walked side by side, a graph in memory at a time."""

import csv
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.describe.dataset import extent_of
from sovgraph.describe.withheld import Withheld, goes, without
from sovgraph.diff import GraphChange
from sovgraph.diff.graphs import Fact, facts_of
from sovgraph.diff.patch import write_patch
from sovgraph.query import labels_of, short_iri
from sovgraph.release.files import NQUADS, is_release, read_manifest
from sovgraph.release.rdf import packed, unpacked, write_nquads
from sovgraph.report.markdown import plain
from sovgraph.store import QuadStore, open_store, paper_entries

SHOWN = 200
"""Papers named in CHANGES.md; all are in changes/papers.csv."""

_NAMES = (v.RDFS_label, v.DCTERMS_title, v.FOAF_name, v.SKOS_prefLabel)


@dataclass(frozen=True, slots=True)
class Previous:
    """The release before: the name of its version, and its data as packed N-Quads."""

    version: str
    nquads: Path


@dataclass(slots=True)
class Changed:
    """Counts, and the papers that came, went or changed: IRI, kind, facts added and removed."""

    papers: list[tuple[str, str, int, int]] = field(default_factory=list)
    graphs: dict[str, int] = field(default_factory=dict)
    came: set[Fact] = field(default_factory=set)
    went: set[Fact] = field(default_factory=set)
    added: int = 0
    removed: int = 0
    names: dict[str, str] = field(default_factory=dict)


@contextmanager
def previous_of(path: Path, withheld: Withheld | None) -> Iterator[Previous]:
    """The folder of a release, or a store, without those who are withheld now: the patch must not name them.

    Raises StoreError when it is neither.
    """
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="sovgraph-")))
        if is_release(path):
            version, nquads = str(read_manifest(path).get("version", "")), path / NQUADS
        else:
            store = opened.enter_context(open_store(path, read_only=True))
            extent, nquads = extent_of(store), folder / "previous.nq.gz"
            version = version_name(extent.version, extent.last)
            write_nquads(store, nquads)
        if withheld is not None and withheld.listed:
            nquads = _without(nquads, withheld, folder / "published.nq.gz")
        yield Previous(version, nquads)


def _without(nquads: Path, withheld: Withheld, target: Path) -> Path:
    with unpacked(nquads) as source, packed(target) as file:
        for name, lines in groupby(source, key=lambda line: line.rsplit(b" ", 2)[1]):
            graph = name[1:-1].decode()
            if not goes(graph, withheld):
                file.write(without(b"".join(lines), withheld, graph))
    return target


def version_name(version: str, day: str) -> str:
    """The name of a version that nobody named: its day and the begin of its checksum."""
    return f"{day}-{version[:8]}" if day else version


def write_changes(store: QuadStore, nquads: Path, previous: Previous, folder: Path) -> Changed:
    """The patch and the tables in `folder`; what CHANGES.md tells."""
    folder.mkdir()
    found = Changed()
    papers = set(paper_entries(store.ledger()))

    def seen() -> Iterator[GraphChange]:
        for change in differences(previous.nquads, nquads):
            _count(found, change, papers)
            yield change

    with packed(folder / "changes.rdfp.gz") as file:
        file.writelines(write_patch(seen()))
    # A fact that one graph lost and another gained is still stated.
    found.came, found.went = found.came - found.went, found.went - found.came
    _write_tables(store, found, folder)
    return found


def differences(old: Path, new: Path) -> Iterator[GraphChange]:
    """The graphs that differ, in order."""
    with unpacked(old) as before, unpacked(new) as after:
        mine, theirs = _graphs(before), _graphs(after)
        one, other = next(mine, None), next(theirs, None)
        while one is not None or other is not None:
            graph = min(part[0] for part in (one, other) if part is not None)
            gone = one[1] if one is not None and one[0] == graph else frozenset()
            come = other[1] if other is not None and other[0] == graph else frozenset()
            if gone != come:
                kind = "added" if not gone else "removed" if not come else "replaced"
                yield GraphChange(graph.decode(), kind, tuple(sorted(gone - come)), tuple(sorted(come - gone)))
            if one is not None and one[0] == graph:
                one = next(mine, None)
            if other is not None and other[0] == graph:
                other = next(theirs, None)


def _graphs(file: IO[bytes]) -> Iterator[tuple[bytes, frozenset[bytes]]]:
    for graph, lines in groupby(file, key=lambda line: line.rsplit(b" ", 2)[1]):
        yield graph[1:-1], frozenset(line.rstrip(b"\n") for line in lines)


def _count(found: Changed, change: GraphChange, papers: set[str]) -> None:
    came, went = facts_of(change.added), facts_of(change.removed)
    found.added += len(change.added)
    found.removed += len(change.removed)
    if change.graph in papers or _is_paper(change):
        found.papers.append((change.graph, change.kind, len(came - went), len(went - came)))
    else:
        found.graphs[change.kind] = found.graphs.get(change.kind, 0) + 1
    found.came |= came
    found.went |= went
    if change.kind == "removed":
        found.names.update(_names(change.removed))


def _is_paper(change: GraphChange) -> bool:
    start = f"<{change.graph}> <{v.manifestation}> ".encode()
    return any(line.startswith(start) for line in (*change.removed, *change.added))


def _names(lines: tuple[bytes, ...]) -> Iterator[tuple[str, str]]:
    """Names that only the old data have."""
    marks = tuple(f"<{name}>".encode() for name in _NAMES)
    for line in lines:
        if line.split(b" ", 2)[1] in marks:
            for quad in ox.parse(line, ox.RdfFormat.N_QUADS):
                if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
                    yield quad.subject.value, quad.object.value


def _write_tables(store: QuadStore, found: Changed, folder: Path) -> None:
    things = {term for fact in found.came | found.went for term in fact if _is_thing(term)}
    things |= {paper for paper, *_ in found.papers}
    names = {**found.names, **labels_of(store, things, "nl")}
    found.names = names
    papers = ((kind, _named(paper, names), came, went, paper) for paper, kind, came, went in found.papers)
    _write_csv(folder / "papers.csv", ("change", "paperLabel", "factsAdded", "factsRemoved", "paper"), papers)
    facts = sorted([(*fact, "added") for fact in found.came] + [(*fact, "removed") for fact in found.went])
    _write_csv(
        folder / "facts.csv",
        ("change", "subjectLabel", "propertyLabel", "valueLabel", "subject", "property", "value"),
        ((kind, *(_named(term, names) for term in fact), *fact) for *fact, kind in facts),
    )


def _write_csv(path: Path, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows(rows)


def _is_thing(term: str) -> bool:
    """Whether a term of a fact is an IRI that the engine takes; a text may look like one."""
    try:
        return "://" in term and bool(ox.NamedNode(term))
    except ValueError:
        return False


def _named(term: str, names: dict[str, str]) -> str:
    return names.get(term) or (short_iri(term) if _is_thing(term) else term)


_WORDS = {
    "nl": {
        "title": "Wijzigingen sinds {previous}", "none": "Er is niets veranderd.", "added": "erbij",
        "removed": "weg", "replaced": "veranderd", "papers": "Stukken", "facts": "Feiten", "quads": "Quads",
        "graphs": "Andere grafen (registers, afleidingen)", "paper": "stuk", "what": "wat", "came": "feiten erbij",
        "went": "feiten weg", "more": "en nog {count}; zie `changes/papers.csv`",
        "files": "Elk feit staat in `changes/facts.csv`, elke quad in `changes/changes.rdfp.gz` (RDF Patch).",
    },
    "en": {
        "title": "Changes since {previous}", "none": "Nothing changed.", "added": "added", "removed": "removed",
        "replaced": "changed", "papers": "Papers", "facts": "Facts", "quads": "Quads",
        "graphs": "Other graphs (registers, inferences)", "paper": "paper", "what": "what", "came": "facts added",
        "went": "facts removed", "more": "and {count} more; see `changes/papers.csv`",
        "files": "Each fact is in `changes/facts.csv`, each quad in `changes/changes.rdfp.gz` (RDF Patch).",
    },
}  # fmt: skip


def changes_page(found: Changed, previous: str) -> str:
    """CHANGES.md, Dutch first."""
    return "\n\n".join(_page(found, previous, words) for words in _WORDS.values()) + "\n"


def _page(found: Changed, previous: str, words: dict[str, str]) -> str:
    lines = [f"# {words['title'].format(previous=previous)}", ""]
    if not (found.added or found.removed):
        return "\n".join([*lines, words["none"]])
    kinds = [kind for _, kind, *_ in found.papers]
    counts = {name: kinds.count(name) for name in ("added", "removed", "replaced")}
    lines += ["| | | | |", "| --- | ---: | ---: | ---: |"]
    lines.append(f"| | {words['added']} | {words['removed']} | {words['replaced']} |")
    lines.append(f"| {words['papers']} | {counts['added']} | {counts['removed']} | {counts['replaced']} |")
    graphs = [str(found.graphs.get(name, 0)) for name in ("added", "removed", "replaced")]
    lines.append(f"| {words['graphs']} | {' | '.join(graphs)} |")
    lines.append(f"| {words['facts']} | {len(found.came)} | {len(found.went)} | |")
    lines.append(f"| {words['quads']} | {found.added} | {found.removed} | |")
    lines += ["", words["files"]]
    if found.papers:
        head = f"| {words['what']} | {words['paper']} | {words['came']} | {words['went']} |"
        lines += ["", f"## {words['papers']}", "", head, "| --- | --- | ---: | ---: |"]
        for paper, kind, came, went in found.papers[:SHOWN]:
            name = plain(_named(paper, found.names))
            lines.append(f"| {words[kind]} | [{name}]({paper}) | {came} | {went} |")
        if len(found.papers) > SHOWN:
            lines += ["", words["more"].format(count=len(found.papers) - SHOWN)]
    return "\n".join(lines)
