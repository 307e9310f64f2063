"""What the server keeps while it runs: the current site, its workers, cache, budgets and counts."""

import asyncio
import time
from typing import Any

from sovgraph import vocab as v
from sovgraph.errors import SovgraphError
from sovgraph.serve.budget import Budgets
from sovgraph.serve.cache import AnswerCache
from sovgraph.serve.metrics import Metrics
from sovgraph.serve.options import ServeOptions
from sovgraph.serve.searching import cool, warm
from sovgraph.serve.snapshot import Snapshots
from sovgraph.serve.state import Site, Stamp, open_site, stamp_of
from sovgraph.serve.workers import Workers

SETTLE = 2
"""A folder that changes is opened again once it looked the same so many times in a row, or after LONGEST seconds."""
LONGEST = 30.0
KEPT = 120.0
"""Seconds for which a replaced state of the store stays readable: longer than any request takes."""


class Service:
    """`app` gets every new site as `app.state.site`."""

    def __init__(self, options: ServeOptions, app: Any, site: Site | None = None) -> None:
        self.snapshots = Snapshots(options.store)
        folder = self.snapshots.take() if site is None else options.store
        site = site or open_site(options, folder)
        self.options = options
        self.limits = options.limits
        self.app = app
        self.cache = AnswerCache(self.limits.cache_bytes)
        self.budgets = Budgets(self.limits.client_seconds, self.limits.client_errors)
        self.metrics = Metrics()
        prefixes = dict(v.NAMESPACES)
        self.workers = Workers(folder, prefixes, self.limits)
        self.writer = Workers(options.store, prefixes, self.limits, writes=True)
        self.reopened = 0
        self.spooled = 0
        self.problem = ""
        self._seen: Stamp = site.stamp
        self._same = 0
        self._since = 0.0
        self._opening = asyncio.Lock()
        self._watch: asyncio.Task[None] | None = None
        self.site = site

    @property
    def site(self) -> Site:
        return self._site

    @site.setter
    def site(self, site: Site) -> None:
        self._site = site
        self.app.state.site = site

    def start(self) -> None:
        """Starts the workers and the making of the search index, and begins to look at the folder of the store."""
        self.workers.start()
        warm(self.app.state, self.site)
        if self._watch is None and self.options.check_seconds > 0:
            self._watch = asyncio.get_running_loop().create_task(self._look())

    def close(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
        cool(self.app.state)
        self.workers.close()
        self.writer.close()
        self.snapshots.close()

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(self.options.check_seconds)
            self.workers.tick()
            self.writer.tick()
            self.snapshots.forget(KEPT)
            try:
                if self._has_settled(stamp_of(self.options.store)):
                    await self.reopen()
            except (SovgraphError, OSError) as error:
                self.problem = str(error)

    def _has_settled(self, stamp: Stamp) -> bool:
        """The folder differs from the site's, and whoever writes there paused (or goes on for long)."""
        now = time.monotonic()
        if stamp == self.site.stamp:
            self._same, self._since = 0, now
        elif stamp == self._seen:
            self._same += 1
        else:
            self._same = 1
        self._seen = stamp
        return stamp != self.site.stamp and (self._same >= SETTLE or now - self._since > LONGEST)

    async def reopen(self) -> None:
        """The site anew; requests that are being answered keep the old one. Raises StoreError."""
        async with self._opening:
            folder = await asyncio.to_thread(self.snapshots.take)
            site = await asyncio.to_thread(open_site, self.options, folder)
            self.workers.renew(folder)
            self.reopened += 1
            self.problem = ""
            self.site = site
            warm(self.app.state, site)
