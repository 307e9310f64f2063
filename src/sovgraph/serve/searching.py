"""The search index of the current state of the data: begun when the server starts, once however many ask for it."""

import asyncio
from typing import Any

from sovgraph.search import Index, open_index


def begin_index(state: Any) -> "asyncio.Task[Index]":
    """The task that makes the index or brings it in step; `state` is that of the application. Needs a running loop."""
    site = state.site
    kept: tuple[str, asyncio.Task[Index]] | None = getattr(state, "search", None)
    if kept is not None and kept[0] == site.version and not _failed(kept[1]):
        return kept[1]
    folder = state.options.store
    task = asyncio.get_running_loop().create_task(asyncio.to_thread(lambda: open_index(folder, store=site.store)))
    state.search = (site.version, task)
    return task


def _failed(task: "asyncio.Task[Index]") -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)


async def index_of(state: Any) -> Index:
    """That of the site where it has one; a client that leaves doesn't stop the making of another. Raises what
    `open_index` raises."""
    if state.site.index is not None:
        given: Index = state.site.index
        return given
    return await asyncio.shield(begin_index(state))
