"""One file from an address into the folder: skipped, confirmed, renewed, or a row that says why not."""

import hashlib
from dataclasses import dataclass, field, replace

from sovgraph.harvest.addresses import Services
from sovgraph.harvest.base import Got, Row
from sovgraph.harvest.client import Client
from sovgraph.harvest.errors import Absent, NotHad
from sovgraph.harvest.folder import HIDDEN, Folder, is_safe
from sovgraph.harvest.pace import Clock

MEDIA = {"xml": "application/xml", "json": "application/json", "html": "text/html", "pdf": "application/pdf"}


@dataclass(slots=True)
class Fetcher:
    """`folder` is None in a dry run: then listings are kept in memory and nothing is written."""

    client: Client
    services: Services
    clock: Clock
    folder: Folder | None
    problems: list[Row] = field(default_factory=list)
    pages: dict[str, bytes] = field(default_factory=dict)

    def problem(self, place: str, url: str, reason: str) -> None:
        """A failure of a listing or a selection, which is no file's."""
        self.problems.append(Row(path=place, url=url, status=Got.FAILED, reason=reason))

    def file(self, path: str, url: str, kind: str) -> Row:
        """Has the file, conditionally if an earlier run had it. Never raises for what the service does."""
        folder = self._folder()
        if row := folder.settled(path):
            return row
        if not is_safe(path):
            self.problem("papers", url, f"{path[:100]!r} isn't a name that a file may have")
            return self.problems[-1]
        old = folder.known(path)
        try:
            url = self.services.resolved(url)
            same = old is not None and old.url == url
            marks = (old.etag, old.last_modified) if old and same else ("", "")
            reply = self.client.get(url, kind, *marks)
            data = reply.data
        except Absent as error:
            return self._not_had(path, url, old, Got.MISSING, error.reason)
        except NotHad as error:
            return self._not_had(path, url, old, Got.FAILED, error.reason)
        if data is None and old is None:
            return self._not_had(path, url, old, Got.FAILED, "HTTP 304 for a file that isn't here")
        row = Row(
            path=path,
            url=url,
            status=Got.HAD,
            media_type=reply.media_type or MEDIA[kind],
            etag=reply.etag,
            last_modified=reply.last_modified,
        )
        return self._compared(row, data, old)

    def given(self, path: str, url: str, data: bytes, listed: Row | None = None) -> Row:
        """A file whose bytes came inside a listing, of which `listed` is the row."""
        folder = self._folder()
        row = Row(path=path, url=url, status=Got.HAD, media_type=MEDIA["xml"])
        if listed is not None:
            row = replace(listed, path=path, status=Got.HAD, reason="")
        return folder.settled(path) or self._compared(row, data, folder.known(path))

    def _compared(self, row: Row, data: bytes | None, old: Row | None) -> Row:
        """Keeps the row as had, changed or unchanged; unchanged bytes keep the time at which they came. Bytes other
        than an earlier run's are a change even if a kill came between the file and its row."""
        folder = self._folder()
        if old is not None and (data is None or hashlib.sha256(data).hexdigest() == old.sha256):
            etag, modified = row.etag or old.etag, row.last_modified or old.last_modified
            kept = replace(old, url=row.url, status=Got.UNCHANGED, etag=etag, last_modified=modified, reason="")
            return folder.keep(kept)
        before = folder.rows.get(row.path)
        same = before is None or not before.sha256 or hashlib.sha256(data or b"").hexdigest() == before.sha256
        status = Got.HAD if same else Got.CHANGED
        return folder.keep(replace(row, status=status, retrieved=self.clock.stamp()), data)

    def _not_had(self, path: str, url: str, old: Row | None, status: Got, reason: str) -> Row:
        """An older file stays, and its row says what went wrong this time."""
        row = old or Row(path=path, url=url, status=status)
        return self._folder().keep(replace(row, status=status, reason=reason))

    def told(self, row: Row) -> None:
        """A row without a file; an older file at its path stays, with what is said of it now."""
        folder = self._folder()
        old = folder.known(row.path)
        folder.keep(replace(old, status=row.status, reason=row.reason) if old else row)

    def forget(self, path: str) -> None:
        """Takes a file away that another took the place of; no more than a row if there was no file."""
        self._folder().drop(path)

    def listing(self, url: str, kind: str) -> bytes:
        """A page of a listing: kept under a hidden name, so that it too is asked for conditionally. Raises NotHad."""
        if self.folder is None:
            if url not in self.pages:
                self.pages[url] = self.client.get(self.services.resolved(url), kind).data or b""
            return self.pages[url]
        return self.listed(url, kind)[1]

    def listed(self, url: str, kind: str) -> tuple[Row, bytes]:
        """The same with its row."""
        name = hashlib.sha256(url.encode()).hexdigest()[:32]
        row = self.file(f"{HIDDEN}/listings/{name}.body", url, kind)
        if not row.held:
            raise NotHad(row.reason, status=_status(row.reason))
        return row, self._folder().read(row.path)

    def _folder(self) -> Folder:
        if self.folder is None:
            raise NotHad("a dry run writes nothing")
        return self.folder


def _status(reason: str) -> int:
    word = reason.removeprefix("HTTP ")[:3]
    return int(word) if reason.startswith("HTTP ") and word.isdigit() else 0
