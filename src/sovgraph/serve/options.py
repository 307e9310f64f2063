"""What `sovgraph serve` can be told, with the limits that hold for what strangers ask."""

from dataclasses import dataclass, field
from pathlib import Path

from sovgraph.describe.publication import Publication
from sovgraph.settings import DEFAULT_BASE

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` and the memory hold for one query, `rows` and `bytes` for its answer. `workers`: processes that
    answer queries, at most; one client has at most all but two. `client_seconds`: work for one client in a minute,
    `client_errors`: its errors in a minute (0: unlimited). `waiting`: queries that may wait for a process.
    `spool_bytes`: long answers together that clients are still reading. `held_quads`: a store with at most so many
    is held in memory, at about 420 bytes each (0: never); a larger one is read from its files."""

    seconds: float = 10.0
    memory: int = 1024 * MEGABYTE
    rows: int = 500_000
    bytes: int = 64 * MEGABYTE
    query_bytes: int = 100_000
    upload_bytes: int = 16 * MEGABYTE
    body_seconds: float = 10.0
    workers: int = 8
    waiting: int = 64
    client_seconds: float = 60.0
    client_errors: int = 30
    cache_bytes: int = 64 * MEGABYTE
    spool_bytes: int = 1024 * MEGABYTE
    held_quads: int = 1_000_000


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """`root_path` is where the site begins behind a proxy ("/x"). `token`: who writes must show it; empty: nobody
    writes. `union`: the default graph of a query is all graphs together. `trust_proxy`: the client is the last
    address of X-Forwarded-For. `check_seconds`: how often the folder of the store is looked at for changes.
    `publication`: who publishes."""

    store: Path
    host: str = "127.0.0.1"
    port: int = 8000
    root_path: str = ""
    base: str = DEFAULT_BASE
    token: str = ""
    cors: bool = True
    union: bool = True
    trust_proxy: bool = False
    log_requests: bool = True
    server: str = "granian"
    check_seconds: float = 2.0
    limits: Limits = field(default_factory=Limits)
    publication: Publication = field(default_factory=Publication)
