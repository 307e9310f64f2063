"""The ledger: what each graph in the store was made from, kept as quads beside the data."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sovgraph import vocab as v
from sovgraph.errors import StoreError
from sovgraph.settings import DEFAULT_BASE
from sovgraph.store.terms import Cell

LEDGER_GRAPH: Final = DEFAULT_BASE + "graph/ledger"
"""Always this name, also when instance IRIs begin elsewhere: it is the program's own graph."""

FORMAT: Final = 1
"""Raised when what the store holds can no longer be read by an older sovgraph."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """`graph` was made from the file `source`, whose bytes have `sha256`, by rules and registers of `version`."""

    graph: str
    source: str
    sha256: str
    version: str


REGISTER: Final = "register"
INFERENCE: Final = "inference"
CORRECTIONS: Final = "corrections"
DECLARATION: Final = "declaration"
"""Stand as the source of graphs that weren't read from a paper."""

CORRECTIONS_GRAPH: Final = DEFAULT_BASE + "graph/corrections"
"""An entry without quads: `sha256` and, as its version, the path of the corrections file that was used last."""


_COPY: Final = "/bestand/"


def is_copy_graph(graph: str) -> bool:
    """Whether a graph is of a further file of a paper (`<paper>/bestand/<hash>`)."""
    return _COPY in graph


def paper_of(graph: str) -> str:
    """The paper that a graph is about: itself, or the one whose further file it holds."""
    return graph.partition(_COPY)[0]


def paper_entries(entries: dict[str, LedgerEntry]) -> dict[str, LedgerEntry]:
    """Only the entries of papers, each once: of the file that stands for it."""
    others = (REGISTER, INFERENCE, CORRECTIONS, DECLARATION)
    return {g: entry for g, entry in entries.items() if entry.source not in others and not is_copy_graph(g)}


def copy_entries(entries: dict[str, LedgerEntry], paper: str) -> dict[str, LedgerEntry]:
    """The entries of the further files of a paper."""
    return {g: entry for g, entry in entries.items() if is_copy_graph(g) and paper_of(g) == paper}


def entry_quads(entry: LedgerEntry) -> bytes:
    """The entry as N-Quads lines."""
    return b"".join(
        _line(entry.graph, predicate, value)
        for predicate, value in (
            (v.byteHash, entry.sha256),
            (v.sourceName, entry.source),
            (v.version, entry.version),
        )
    )


def format_quads() -> bytes:
    """The mark by which a store is known as ours."""
    return _line(LEDGER_GRAPH, v.version, str(FORMAT))


def _line(subject: str, predicate: str, value: str) -> bytes:
    text = Cell("literal", value).ntriples
    return f"<{subject}> <{predicate}> {text} <{LEDGER_GRAPH}> .\n".encode()


def read_entries(quads: Iterable[tuple[str, str, str]]) -> dict[str, LedgerEntry]:
    """Entries by graph IRI, sorted. `quads`: subject, predicate and value of the ledger's quads."""
    found: dict[str, dict[str, str]] = {}
    for subject, predicate, value in quads:
        if subject != LEDGER_GRAPH:
            found.setdefault(subject, {})[predicate] = value
    return {
        graph: LedgerEntry(
            graph, found[graph].get(v.sourceName, ""), found[graph].get(v.byteHash, ""), found[graph].get(v.version, "")
        )
        for graph in sorted(found)
    }


def check_format(where: str, marks: list[str], size: int) -> bool:
    """True when the store is new and needs the mark. Raises StoreError when it isn't ours, or is newer."""
    if not marks:
        if size:
            raise StoreError(
                f"{where}: not a sovgraph store (an Oxigraph store of another program); give another folder"
            )
        return True
    newest = max(int(mark) if mark.isdigit() else 0 for mark in marks)
    if newest > FORMAT:
        raise StoreError(
            f"{where}: made by a newer sovgraph (store format {newest}, this one reads {FORMAT}); upgrade sovgraph"
        )
    return False
