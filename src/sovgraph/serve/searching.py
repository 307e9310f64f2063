"""The search index of the server: made beside it in a process of its own, so that nobody else waits for it."""

import asyncio
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import Any

from starlette.requests import Request

from sovgraph.search import Index, memory_index, open_index
from sovgraph.serve.engine import Refused
from sovgraph.serve.state import Site, site_of

PATIENCE = 20.0
"""Seconds that a search waits for an index that is being made."""

_MAKE = "import sys; from sovgraph.search import open_index; open_index(sys.argv[1]).close()"


class Busy(Refused):
    """503, with when to come back."""

    def __init__(self) -> None:
        super().__init__(503, "no-index-yet", "the search index is being made; try again in a moment")
        self.wait = 10


async def index_of(request: Request) -> Index:
    """That of the site where it has one, else the one that is brought in step with the data. Raises Refused (503)."""
    site = site_of(request)
    if site.index is not None:
        given: Index = site.index
        return given
    made = asyncio.wrap_future(warm(request.app.state, site))
    made.add_done_callback(lambda ended: ended.cancelled() or ended.exception())  # nobody may be there to ask by then
    try:
        return await asyncio.wait_for(asyncio.shield(made), PATIENCE)
    except TimeoutError as error:
        raise Busy from error


def warm(state: Any, site: Site) -> "Future[Index]":
    """Begins to make the index of a site, unless that was done; once for each state of the data."""
    kept: Making | None = getattr(state, "search", None)
    if kept is None or kept.version != site.version or kept.failed:
        cool(state)
        kept = Making(site.version)
        state.search = kept
        folder = state.options.store if site.stamp else None
        Thread(target=kept.make, args=(site, folder), name="sovgraph-index", daemon=True).start()
    return kept.future


def cool(state: Any) -> None:
    """Ends the making of an index, if one is being made."""
    kept: Making | None = getattr(state, "search", None)
    if kept is not None:
        kept.stop()


class Making:
    """The index of one state of the data, in the making or made."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.future: Future[Index] = Future()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    @property
    def failed(self) -> bool:
        return self.future.done() and self.future.exception() is not None

    def make(self, site: Site, folder: Path | None) -> None:
        try:
            if folder is not None:
                self._beside(folder)
            self.future.set_result(memory_index(site.store) if folder is None else open_index(folder, store=site.store))
        except Exception as error:  # noqa: BLE001 - whoever searches is told, and the next search tries again
            self.future.set_exception(error)

    def _beside(self, folder: Path) -> None:
        command = [sys.executable, "-c", _MAKE, str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._process.wait()
        if self._stopped:
            raise Busy

    def stop(self) -> None:
        self._stopped = True
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
