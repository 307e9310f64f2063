"""What handlers need to answer: the open store with what was made from it, replaced whole when the store changes."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sovgraph.describe.publication import Publication
from sovgraph.describe.version import dataset_version
from sovgraph.pages import Pages
from sovgraph.serve.options import ServeOptions
from sovgraph.store import QuadStore, open_store

if TYPE_CHECKING:
    from starlette.requests import Request

DATA_FILES = re.compile(r"\d+\.(?:sst|blob|log)|MANIFEST-\d+|CURRENT")
"""Files of the engine that hold the data; its notes and what others put into the folder are no such."""

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """One state of the data. `version` names it; `stamp` is how the folder looked when it was opened; `publication` has
    the address of the endpoint."""

    store: QuadStore
    base: str
    version: str
    root_path: str = ""
    stamp: Stamp = ()
    publication: Publication = field(default_factory=Publication)
    pages: Any = None
    index: Any = None


def site_of(request: "Request") -> Site:
    """The site as it is now; a handler asks once and keeps what it got."""
    site: Site = request.app.state.site
    return site


def open_site(options: ServeOptions, folder: Path | None = None) -> Site:
    """Opens the store for reading, or a snapshot of it in `folder`. Raises StoreError."""
    stamp = stamp_of(options.store) if options.store.is_dir() else ()
    return site_from(open_store(folder or options.store, read_only=True), options, stamp)


def site_from(store: QuadStore, options: ServeOptions, stamp: Stamp = ()) -> Site:
    """The site of a store that is open already."""
    pages = Pages(store, options.base)
    told = options.publication
    publication = told if told.endpoint else replace(told, endpoint=f"{options.base}sparql")
    return Site(store, options.base, _version(store, options, stamp), options.root_path, stamp, publication, pages)


def _version(store: QuadStore, options: ServeOptions, stamp: Stamp) -> str:
    """Where strangers with a token write, the ledger doesn't tell every change, so the files count too."""
    version = dataset_version(store)
    return f"{version}-{hashlib.sha256(repr(stamp).encode()).hexdigest()[:8]}" if options.token else version


def stamp_of(folder: Path) -> Stamp:
    """Names, sizes and times of the files with data: differs after every commit."""
    found = []
    for path in folder.iterdir():
        if not DATA_FILES.fullmatch(path.name):
            continue
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((path.name, stat.st_size, stat.st_mtime_ns))
    return tuple(sorted(found))
