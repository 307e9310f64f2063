"""The index as an SQLite file beside the store: made whole, or brought up to date graph by graph."""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from sovgraph.describe.version import dataset_version
from sovgraph.errors import StoreError
from sovgraph.search.gathering import gather
from sovgraph.search.naming import put_names, renew_names
from sovgraph.search.units import Unit, units_of
from sovgraph.search.words import forms, stem
from sovgraph.store import DECLARATION, INFERENCE, QuadStore, is_copy_graph

FILE = "search.sqlite"
FORMAT = "1"
"""Raised when an index made by an older program must be made anew."""

BETWEEN = "¶"
"""Stands between title and text in the column of words, so that no phrase runs from one into the other."""

_SCHEMA = """
PRAGMA page_size = 8192;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE graphs (graph TEXT PRIMARY KEY, mark TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE names (graph TEXT, iri TEXT, kind TEXT, rank INTEGER, weight REAL, role TEXT, name TEXT,
  lang TEXT);
CREATE INDEX names_graph ON names (graph);
CREATE INDEX names_iri ON names (iri);
CREATE TABLE units (uid INTEGER PRIMARY KEY, graph TEXT, iri TEXT, kind TEXT, weight REAL, title_nl TEXT,
  title_en TEXT, label TEXT, date TEXT, chamber TEXT, dossiers TEXT);
CREATE INDEX units_graph ON units (graph);
CREATE INDEX units_iri ON units (iri);
CREATE TABLE docs (id INTEGER PRIMARY KEY, uid INTEGER, text TEXT, start INTEGER, end INTEGER);
CREATE INDEX docs_uid ON docs (uid);
CREATE TABLE keys (key TEXT, iri TEXT, kind TEXT, weight REAL, name TEXT, whole INTEGER);
CREATE INDEX keys_key ON keys (key);
CREATE INDEX keys_iri ON keys (iri);
CREATE TABLE forms (form TEXT PRIMARY KEY, docs INTEGER, reversed TEXT) WITHOUT ROWID;
CREATE INDEX forms_reversed ON forms (reversed);
CREATE VIRTUAL TABLE fts USING fts5 (title, body, words, content='', tokenize='ascii');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (fts, 'col');
"""


def connect(path: str, *, write: bool = False) -> sqlite3.Connection:
    """A connection that several threads may share. ":memory:" is a database of its own."""
    if path == ":memory:" or write:
        return sqlite3.connect(path, check_same_thread=False)
    return sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def version_of(path: Path) -> tuple[str, str]:
    """Format and dataset version of an index file; empty when it isn't there or can't be read."""
    if not path.is_file():
        return "", ""
    try:
        db = connect(str(path))
        try:
            found = dict(db.execute("SELECT key, value FROM meta").fetchall())
        finally:
            db.close()
    except sqlite3.Error:
        return "", ""
    return found.get("format", ""), found.get("version", "")


def build(store: QuadStore, path: Path, version: str) -> None:
    """Makes the file anew or brings it up to date, and puts it in place at once. Raises StoreError."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        if version_of(path)[0] == FORMAT:
            part.write_bytes(path.read_bytes())
        db = connect(str(part), write=True)
        try:
            update(db, store, version)
        finally:
            db.close()
        os.replace(part, path)
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise StoreError(f"{path}: the search index can't be written ({error}); take the file away") from error


def update(db: sqlite3.Connection, store: QuadStore, version: str = "") -> int:
    """Brings the index in step with the store; only graphs whose ledger entry changed are read. Their number."""
    db.execute("PRAGMA journal_mode = MEMORY")
    db.execute("PRAGMA synchronous = OFF")
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
        db.executescript(_SCHEMA)
    wanted, had = _marks(store), dict(db.execute("SELECT graph, mark FROM graphs"))
    gone = [graph for graph in had if wanted.get(graph) != had[graph]]
    new = [graph for graph in wanted if wanted[graph] != had.get(graph)]
    with db:
        touched = {iri for graph in gone for iri in _forget(db, graph)}
        for gathered in gather(store, new):
            touched |= put_names(db, gathered)
            for unit in units_of(gathered):
                put_unit(db, unit)
            db.execute("INSERT INTO graphs VALUES (?, ?)", (gathered.graph, wanted[gathered.graph]))
        for unit in renew_names(db, touched, lambda uid: _remove_unit(db, uid)):
            put_unit(db, unit)
        if gone or new:
            _renew_forms(db)
        marks = (("format", FORMAT), ("version", version or dataset_version(store)))
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", marks)
    return len(set(gone) | set(new))


def _marks(store: QuadStore) -> dict[str, str]:
    """By graph, what it was made from. Inferences and further files of a paper bring no words of their own."""
    entries = store.ledger()
    found: dict[str, str] = {}
    for graph in store.graphs():
        entry = entries.get(graph)
        if is_copy_graph(graph) or (entry and entry.source in (INFERENCE, DECLARATION)):
            continue
        found[graph] = f"{entry.sha256} {entry.version} {entry.source}" if entry else str(len(store.graph_quads(graph)))
    return found


def put_unit(db: sqlite3.Connection, unit: Unit) -> None:
    """A unit with its passages and words."""
    row = (unit.graph, unit.iri, unit.kind, unit.weight, unit.title_nl, unit.title_en, unit.label, unit.date)
    dossiers = " ".join(unit.dossiers)
    uid = db.execute(
        "INSERT INTO units (graph, iri, kind, weight, title_nl, title_en, label, date, chamber, dossiers) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, unit.chamber, dossiers),
    ).lastrowid
    for place, (text, start, end) in enumerate(unit.passages or (("", None, None),)):
        doc = db.execute(
            "INSERT INTO docs (uid, text, start, end) VALUES (?, ?, ?, ?)", (uid, text, start, end)
        ).lastrowid
        title = _titles(unit.title_nl, unit.title_en, unit.label) if place == 0 else ""
        db.execute("INSERT INTO fts (rowid, title, body, words) VALUES (?, ?, ?, ?)", (doc, *_columns(title, text)))


def _titles(nl: str, en: str, label: str) -> str:
    return " ".join(dict.fromkeys(part for part in (nl, en, label) if part))


def _columns(title: str, text: str) -> tuple[str, str, str]:
    head, body = forms(title), forms(text)
    return " ".join(map(stem, head)), " ".join(map(stem, body)), " ".join([*head, BETWEEN, *body])


def _forget(db: sqlite3.Connection, graph: str) -> set[str]:
    """Takes out what a graph brought; the things whose names it gave."""
    for (uid,) in db.execute("SELECT uid FROM units WHERE graph = ?", (graph,)).fetchall():
        _remove_unit(db, uid)
    touched = {iri for (iri,) in db.execute("SELECT iri FROM names WHERE graph = ?", (graph,))}
    db.execute("DELETE FROM names WHERE graph = ?", (graph,))
    db.execute("DELETE FROM graphs WHERE graph = ?", (graph,))
    return touched


def _remove_unit(db: sqlite3.Connection, uid: int) -> None:
    """A table without content is told what its row held, so the words are made once more."""
    titles = db.execute("SELECT title_nl, title_en, label FROM units WHERE uid = ?", (uid,)).fetchone()
    for place, (doc, text) in enumerate(
        db.execute("SELECT id, text FROM docs WHERE uid = ? ORDER BY id", (uid,)).fetchall()
    ):
        columns = _columns(_titles(*titles) if place == 0 else "", text)
        db.execute("INSERT INTO fts (fts, rowid, title, body, words) VALUES ('delete', ?, ?, ?, ?)", (doc, *columns))
    db.execute("DELETE FROM docs WHERE uid = ?", (uid,))
    db.execute("DELETE FROM units WHERE uid = ?", (uid,))


def _renew_forms(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM forms")
    rows: Iterable[tuple[str, int]] = db.execute("SELECT term, doc FROM vocabulary WHERE col = 'words'").fetchall()
    db.executemany(
        "INSERT INTO forms VALUES (?, ?, ?)", ((term, docs, term[::-1]) for term, docs in rows if term != BETWEEN)
    )
    db.execute("INSERT INTO fts (fts) VALUES ('optimize')")
