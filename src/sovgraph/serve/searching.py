"""The search index of the server: made beside it in a process of its own, so that nobody else waits for it."""

import asyncio
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from starlette.requests import Request

from sovgraph.search import Index, memory_index, open_index
from sovgraph.serve.engine import Refused
from sovgraph.serve.state import Site, site_of

PATIENCE = 20.0
"""Seconds that a search waits for an index that is being made."""

_MAKE = "import sys; from sovgraph.search import open_index; open_index(sys.argv[1]).close()"
_LONGEST = 3600.0


class Busy(Refused):
    """503, with when to come back."""

    def __init__(self) -> None:
        super().__init__(503, "no-index-yet", "the search index is being made; try again in a moment")
        self.wait = 10


async def index_of(request: Request) -> Index:
    """The index of this state of the data, brought in step the first time. Raises Refused (503)."""
    made = asyncio.wrap_future(warm(request.app.state, site_of(request)))
    try:
        return await asyncio.wait_for(asyncio.shield(made), PATIENCE)
    except TimeoutError as error:
        raise Busy from error


def warm(state: Any, site: Site) -> "Future[Index]":
    """Begins to make the index of a site, unless that was done; once for each state of the data."""
    kept = getattr(state, "search", None)
    failed = kept is not None and kept[1].done() and kept[1].exception() is not None
    if kept is None or kept[0] != site.version or failed:
        if getattr(state, "indexer", None) is None:
            state.indexer = ThreadPoolExecutor(1, "sovgraph-index")
        kept = (site.version, state.indexer.submit(_made, site, state.options.store if site.stamp else None))
        state.search = kept
    future: Future[Index] = kept[1]
    return future


def _made(site: Site, folder: Path | None) -> Index:
    if folder is None:
        return memory_index(site.store)
    command = [sys.executable, "-c", _MAKE, str(folder)]
    subprocess.run(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=_LONGEST)
    return open_index(folder, store=site.store)
