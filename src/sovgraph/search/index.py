"""The open index: asked by the server, the command line, the MCP server and notebooks."""

import sqlite3
import threading
from collections.abc import Collection
from pathlib import Path

from sovgraph.describe.version import dataset_version
from sovgraph.search import database
from sovgraph.search.asking import parse
from sovgraph.search.facets import Wanted, count_facets, fitting
from sovgraph.search.finding import exactly, find_passages, find_things, named
from sovgraph.search.model import Hit, Hits, Suggestion
from sovgraph.search.showing import show
from sovgraph.search.suggesting import nearer, suggest
from sovgraph.store import QuadStore, open_store

MOST_HITS = 200
"""Of one page."""


class Index:
    """Full-text search over one state of a store. `version` is that state's dataset version; reading only.

    `where` is the file, or "memory". Several threads may ask at once.
    """

    def __init__(self, db: sqlite3.Connection, version: str, where: str) -> None:
        self.version = version
        self.where = where
        self._first = db
        self._local = threading.local()
        self._local.db = db
        self._opened = [db]
        self._lock = threading.Lock()

    @property
    def database(self) -> sqlite3.Connection:
        """A connection of this thread's own: one that two threads share may mix up what they ask."""
        mine: sqlite3.Connection | None = getattr(self._local, "db", None)
        if mine is None:
            with self._lock:
                mine = database.connect(self.where if self.where != "memory" else ":memory:")
                if self.where == "memory":
                    self._first.backup(mine)
                self._opened.append(mine)
            self._local.db = mine
        return mine

    def search(
        self,
        text: str,
        *,
        kind: str | Collection[str] = (),
        year: str = "",
        chamber: str = "",
        dossier: str = "",
        lang: str = "nl",
        limit: int = 20,
        offset: int = 0,
    ) -> Hits:
        """A page of hits, the best first. Words, "phrases", -without and begin* may be typed; nothing is an error.

        `kind`: one name or several of `kind_names()`; `chamber`: "EK" or "TK"; `dossier`: its number without spaces.
        """
        wanted = Wanted(frozenset([kind] if isinstance(kind, str) else kind) - {""}, year, chamber, dossier)
        terms = parse(text)
        match, found = find_things(self.database, terms, text)
        chosen = sorted(fitting(found, wanted), key=lambda one: (one.score, one.iri))
        start, size = max(0, offset), max(0, min(limit, MOST_HITS))
        hits = tuple(show(self.database, one, terms, lang) for one in chosen[start : start + size])
        variant = nearer(self.database, text, terms) if match in ("any", "none") else ""
        return Hits(text, len(chosen), hits, count_facets(found, wanted), size, start, match, variant)

    def passages(
        self,
        text: str,
        *,
        paper: str = "",
        dossier: str = "",
        lang: str = "nl",
        limit: int = 20,
        offset: int = 0,
    ) -> Hits:
        """Passages of papers that hold all the words, each on its own; only of one paper or dossier when given."""
        terms = parse(text)
        found = [
            one
            for one in find_passages(self.database, terms)
            if (not paper or one.iri == paper) and (not dossier or dossier in one.dossiers.split())
        ]
        start, size = max(0, offset), max(0, min(limit, MOST_HITS))
        hits = tuple(show(self.database, one, terms, lang) for one in found[start : start + size])
        return Hits(text, len(found), hits, {}, size, start, "all" if found else "none")

    def suggest(self, prefix: str, *, lang: str = "nl", limit: int = 10) -> tuple[Suggestion, ...]:
        """Things whose name, title or number begins like this, from any of its words on; then words of the texts."""
        return suggest(self.database, prefix, lang, max(0, min(limit, 50)))

    def thing(self, iri: str, *, lang: str = "nl") -> Hit | None:
        """A thing as a hit without words: its title, label, day, Chamber and dossiers. None when it isn't known."""
        found = named(self.database, iri)
        return show(self.database, found, (), lang) if found is not None else None

    def exact(self, name: str) -> frozenset[str]:
        """IRIs of the things of which this is a whole name or number."""
        return frozenset(found.iri for found in exactly(self.database, name))

    def close(self) -> None:
        for opened in self._opened:
            opened.close()


def open_index(store_folder: str | Path, *, store: QuadStore | None = None, path: str | Path | None = None) -> Index:
    """The index of a store, first brought in step with it where it isn't.

    It is the file `search.sqlite` in the store's folder, or `path`; in memory where that can't be written. `store`
    is the store itself, when it is open already. Raises StoreError, and ConfigError without the stemmer.
    """
    folder = Path(store_folder)
    opened = store if store is not None else open_store(folder, read_only=True)
    try:
        file = Path(path) if path is not None else folder / database.FILE
        version = dataset_version(opened)
        if database.version_of(file) != (database.FORMAT, version):
            try:
                database.build(opened, file, version)
            except OSError:
                return memory_index(opened)
        return Index(database.connect(str(file)), version, str(file))
    finally:
        if store is None:
            opened.close()


def memory_index(store: QuadStore) -> Index:
    """An index that lives as long as the object; for tests and stores in a folder that can't be written to."""
    db = database.connect(":memory:")
    database.update(db, store)
    return Index(db, dataset_version(store), "memory")
