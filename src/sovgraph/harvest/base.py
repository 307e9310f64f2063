"""What a harvest is asked for, and what came of each file."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from sovgraph.model import Chamber


class Got(StrEnum):
    """What came of one file: new here, the same as before, other than before, not published, or not had."""

    HAD = "had"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "missing"
    FAILED = "failed"


HELD = (Got.HAD, Got.UNCHANGED, Got.CHANGED)
FORMATS = ("xml", "html", "pdf")
KINDS = ("papers", "cases", "votes", "persons", "parties", "committees", "commitments")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the manifest. `path` is relative to the folder; `url` where the bytes came from; `retrieved` when
    these bytes came (ISO 8601 with zone), which a later "unchanged" doesn't alter."""

    path: str
    url: str
    status: Got
    sha256: str = ""
    bytes: int = 0
    media_type: str = ""
    retrieved: str = ""
    etag: str = ""
    last_modified: str = ""
    reason: str = ""

    @property
    def held(self) -> bool:
        return self.status in HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which papers and data are asked for. `genres` are the publisher's words for kinds of Kamerstuk or ours."""

    dossiers: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    since: date | None = None
    chamber: Chamber | None = None
    genres: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    what: tuple[str, ...] = ("papers",)
    limit: int | None = None

    def key(self, *places: str) -> str:
        """The same for the same selection from the same services: a journal is only gone on with under its own key."""
        text = json.dumps([asdict(self), places], sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class HarvestReport:
    """Rows of this run sorted by path; `problems` are failures that belong to no file (a listing, a selection);
    `altered` are files that weren't as the manifest said, and were had again."""

    rows: tuple[Row, ...]
    problems: tuple[Row, ...] = ()
    altered: tuple[str, ...] = ()

    @property
    def failures(self) -> tuple[Row, ...]:
        return (*self.problems, *(row for row in self.rows if row.status is Got.FAILED))

    @property
    def absent(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.status is Got.MISSING)

    @property
    def exit_code(self) -> int:
        """0 fine, also when nothing changed since the day asked for; 1 something failed or isn't published; 3 that
        goes for all of it."""
        if not (self.failures or self.absent):
            return 0
        return 1 if any(row.held for row in self.rows) else 3


def counts(rows: Iterable[Row]) -> dict[Got, int]:
    """How many rows have each status, all statuses named."""
    found = dict.fromkeys(Got, 0)
    for row in rows:
        found[row.status] += 1
    return found
