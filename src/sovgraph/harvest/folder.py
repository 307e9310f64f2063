"""The result folder: files that appear whole or not at all, and a journal, so that a killed run can go on."""

import fcntl
import hashlib
import json
import os
import re
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

from sovgraph.errors import StoreError
from sovgraph.harvest.base import Row
from sovgraph.harvest.manifest import MANIFEST, is_as_stated, line_of, read_rows, row_of
from sovgraph.harvest.pace import Clock

HIDDEN = ".harvest"
LISTINGS = f"{HIDDEN}/listings.jsonl"
FRESH = timedelta(hours=24)
"""A journal older than this isn't gone on with: its files are asked for again, conditionally."""

_SAFE = re.compile(r"(?:[A-Za-z0-9.][A-Za-z0-9._-]{0,120}/){0,4}[A-Za-z0-9][A-Za-z0-9._-]{0,120}")


class Folder:
    """One run's view of the folder. `rows` is what earlier runs left, `done` what this run has settled so far."""

    def __init__(self, root: Path, key: str, clock: Clock) -> None:
        self.root, self.key, self.clock = root, key, clock
        self.rows: dict[str, Row] = {}
        self.done: dict[str, Row] = {}
        self._lock = threading.Lock()
        self._seat: IO[str] | None = None
        self._journal: IO[str] | None = None

    def __enter__(self) -> "Folder":
        """Locks the folder, clears what a kill left half done, and takes up the journal if it is of this selection."""
        self.hidden = self.root / HIDDEN
        try:
            (self.hidden / "tmp").mkdir(parents=True, exist_ok=True)
            self._seat = (self.hidden / "lock").open("w")
        except OSError as error:
            raise StoreError(f"{self.root}: can't be written ({error.strerror}); give another -o") from error
        try:
            fcntl.flock(self._seat, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._seat.close()
            raise StoreError(f"{self.root}: another harvest is busy in this folder; wait for it to end") from error
        try:
            for part in (self.hidden / "tmp").iterdir():
                part.unlink()
            self.rows = {**read_rows(self.root / LISTINGS), **read_rows(self.root / MANIFEST)}
            self._take_up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for handle in (self._journal, self._seat):
            if handle is not None:
                handle.close()

    def _take_up(self) -> None:
        """Goes on with the journal of a run that was killed, or folds it into the manifest and begins anew."""
        path = self.hidden / "journal.jsonl"
        head, entries = _journal_of(path)
        for entry in entries:
            self._replay(entry)
        started = str(head.get("started", ""))
        if head.get("key") == self.key and self._is_fresh(started):
            whole = "".join(json.dumps(entry, sort_keys=True) + "\n" for entry in (head, *entries))
            self._replace(path, whole.encode())
        else:
            self.rows, self.done = {**self.rows, **self.done}, {}
            if entries:
                self._write_rows()
            first = json.dumps({"key": self.key, "started": self.clock.stamp()}, sort_keys=True) + "\n"
            self._replace(path, first.encode())
        self._journal = path.open("a", encoding="utf-8")

    def _is_fresh(self, started: str) -> bool:
        try:
            return self.clock.now() - datetime.fromisoformat(started) < FRESH
        except (ValueError, TypeError):
            return False

    def _replay(self, entry: dict[str, Any]) -> None:
        if "drop" in entry:
            self.rows.pop(entry["drop"], None)
            self.done.pop(entry["drop"], None)
        else:
            row = row_of(entry)
            self.done[row.path] = row

    def settled(self, path: str) -> Row | None:
        """The row of a file that this run, perhaps before it was killed, already has."""
        row = self.done.get(path)
        return row if row and row.held and (self.root / path).is_file() else None

    def known(self, path: str) -> Row | None:
        """What an earlier run left at this path, if the file is still there in its length."""
        row = self.rows.get(path)
        file = self.root / path
        if row is None or not row.sha256 or not file.is_file() or file.stat().st_size != row.bytes:
            return None
        return row

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def verify(self) -> tuple[str, ...]:
        """Forgets what isn't as the manifest says, so that it is had again; gives those paths."""
        rows = {**self.rows, **self.done}
        bad = tuple(sorted(p for p, row in rows.items() if row.sha256 and not is_as_stated(self.root, row)))
        for path in bad:
            self.drop(path)
        return bad

    def keep(self, row: Row, data: bytes | None = None) -> Row:
        """Writes the file, then its row in the journal. Without `data` only the row."""
        if not is_safe(row.path):
            raise StoreError(f"{row.path!r}: not a path that a harvest may write")
        if data is not None:
            row = replace(row, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data))
            self._replace(self.root / row.path, data)
        with self._lock:
            self.done[row.path] = row
            self._note(line_of(row))
        return row

    def drop(self, path: str) -> None:
        """Removes a file that another took the place of, and its row; nothing outside, whatever a manifest says."""
        with self._lock:
            known = self.rows.pop(path, None) or self.done.pop(path, None)
            self.done.pop(path, None)
            if known is not None:
                if is_safe(path):
                    (self.root / path).unlink(missing_ok=True)
                self._note(json.dumps({"drop": path}) + "\n")

    def finish(self) -> None:
        """The manifest as a whole; only then is the journal given up."""
        self._write_rows()
        if self._journal is not None:
            self._journal.close()
        _sync_folder(self.root)
        (self.hidden / "journal.jsonl").unlink(missing_ok=True)

    def _write_rows(self) -> None:
        rows = {**self.rows, **self.done}
        listed = {path for path in rows if path.startswith(HIDDEN)}
        for name, wanted in ((LISTINGS, listed), (MANIFEST, rows.keys() - listed)):
            self._replace(self.root / name, "".join(line_of(rows[path]) for path in sorted(wanted)).encode())

    def _note(self, line: str) -> None:
        if self._journal is not None:
            self._journal.write(line)
            self._journal.flush()

    def _replace(self, path: Path, data: bytes) -> None:
        """The bytes are on the disk before the name is. A name or a line of the journal that a power cut takes back
        only means that the file is had again, so neither is waited for."""
        part = self.hidden / "tmp" / f"{threading.get_ident()}.part"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as handle:
                handle.write(data)
                handle.flush()
                os.fsync(handle.fileno())
            os.replace(part, path)
        except OSError as error:
            raise StoreError(f"{path}: can't be written ({error.strerror}); make room and run it again") from error


def is_safe(path: str) -> bool:
    """Ascii names without "..", as identifiers in records could otherwise lead out of the folder."""
    return _SAFE.fullmatch(path) is not None and ".." not in path


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _journal_of(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Head and entries. A last line that a kill cut off isn't one."""
    if not path.is_file():
        return {}, []
    entries: list[dict[str, Any]] = []
    for line in _whole_lines(path.read_text(encoding="utf-8", errors="replace")):
        try:
            entry = json.loads(line)
            if "drop" not in entry and "key" not in entry:
                row_of(entry)
        except (ValueError, TypeError):
            break
        entries.append(entry)
    return (entries[0], entries[1:]) if entries and "key" in entries[0] else ({}, entries)


def _whole_lines(text: str) -> Iterable[str]:
    return text.split("\n")[:-1]
