"""The corrections that a store was built with: remembered, so that a later build doesn't drop them silently."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from sovgraph.query.running import run_internal
from sovgraph.settings import Settings
from sovgraph.store import CORRECTIONS, CORRECTIONS_GRAPH, LedgerEntry, QuadStore


@dataclass(frozen=True, slots=True)
class Remembered:
    """`again`: the remembered file that is used. `lost`: the remembered file that is gone; `kept` are the papers
    with its corrections, which stay as they are."""

    settings: Settings
    again: str = ""
    lost: str = ""
    kept: frozenset[str] = frozenset()


def remembered(store: QuadStore, settings: Settings) -> Remembered:
    """Settings with the corrections of the store, unless others, or expressly none (""), are given."""
    entry = store.ledger().get(CORRECTIONS_GRAPH)
    if entry is None or settings.corrections or settings.origin("corrections") != "default":
        return Remembered(settings)
    if Path(entry.version).is_file():
        return Remembered(replace(settings, corrections=entry.version), again=entry.version)
    return Remembered(settings, lost=entry.version, kept=corrected_papers(store))


def remember(store: QuadStore, found: Remembered) -> None:
    """Notes which corrections were used; a file that is gone stays noted."""
    if found.settings.corrections:
        path = Path(found.settings.corrections).resolve()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        entry = LedgerEntry(CORRECTIONS_GRAPH, CORRECTIONS, digest, str(path))
        if store.ledger().get(CORRECTIONS_GRAPH) != entry:
            store.replace_graph(CORRECTIONS_GRAPH, b"", entry)
    elif not found.lost and CORRECTIONS_GRAPH in store.ledger():
        store.remove_graph(CORRECTIONS_GRAPH)


def corrected_papers(store: QuadStore) -> frozenset[str]:
    """Papers with a mention that a person corrected."""
    return frozenset(row["paper"] or "" for row in run_internal(store, "corrected-papers").values())
