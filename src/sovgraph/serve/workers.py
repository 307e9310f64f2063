"""The pool of worker processes: a free one for each query, fairly among clients."""

import asyncio
import json
import os
import time
from collections import Counter, deque
from pathlib import Path

from sovgraph.serve.channel import Channel
from sovgraph.serve.engine import Refused
from sovgraph.serve.frames import ERROR, READY
from sovgraph.serve.holder import POSSIBLE, Holder
from sovgraph.serve.options import Limits

_IDLE_SECONDS = 30.0
_START_SECONDS = 30.0
_FAILURES = 5
_SETTLED = 1.0
"""Seconds for which the data must stay as it is before it is taken into memory."""
_FEWEST, _SPARE = 3, 2
"""Processes that are always there, and more than are busy: a start takes some tenths of a second."""


class Workers:
    """`store` is the folder that new processes open; `renew` gives it another one."""

    def __init__(self, store: Path, prefixes: dict[str, str], limits: Limits, *, writes: bool = False) -> None:
        self.limits = limits
        self.problem = ""
        self.killed: Counter[str] = Counter()
        self.store = store
        self._setup = {"prefixes": prefixes, "memory": limits.memory, "writes": writes}
        self._most = 1 if writes else max(1, limits.workers)
        self._fewest = 0 if writes else min(self._most, max(_FEWEST, os.cpu_count() or 1))
        self._spare = 0 if writes else _SPARE
        self._share = 1 if writes else max(1, self._most - 2)
        self._idle: deque[Channel] = deque()
        self._busy: set[Channel] = set()
        self._ended: list[Channel] = []
        self._running: Counter[str] = Counter()
        self._waiting: deque[tuple[str, asyncio.Future[Channel]]] = deque()
        self._starting: set[asyncio.Task[None]] = set()
        self._young: set[Channel] = set()
        self._holds = POSSIBLE and not writes and limits.held_quads > 0
        self._holder: Holder | None = None
        self._holding: asyncio.Task[None] | None = None
        self._let_go: list[Holder] = []
        self._failures = 0
        self._closed = False

    @property
    def counts(self) -> dict[str, int]:
        states = {"busy": self._busy, "idle": self._idle, "starting": self._starting, "waiting": self._waiting}
        return {name: len(found) for name, found in states.items()}

    @property
    def in_memory(self) -> bool:
        """Whether new processes have the data in memory."""
        return self._holder is not None

    def renew(self, store: Path) -> None:
        """From now on queries see another state of the data; those that run still see the old one."""
        self.store = store
        self._change(None)
        self._hold(_SETTLED)

    def start(self) -> None:
        """Begins to start the processes that are always there, and to take the data into memory."""
        self._grow()
        self._hold(0)

    def _change(self, holder: Holder | None) -> None:
        """Processes for queries come from this holder, or from the files of the store; all others are replaced."""
        if self._holder is not None:
            self._holder.let_go()
            self._let_go.append(self._holder)
        self._holder = holder
        for channel in self._idle:
            channel.kill("renewed")
            self.killed["renewed"] += 1
            self._ended.append(channel)
        for channel in self._busy:
            channel.old = True
        self._idle.clear()
        self._grow()

    def _hold(self, pause: float) -> None:
        if self._holding is not None:
            self._holding.cancel()
        if self._holds and not self._closed:
            self._holding = asyncio.get_running_loop().create_task(self._into_memory(pause))

    async def _into_memory(self, pause: float) -> None:
        await asyncio.sleep(pause)
        holder = Holder()
        holds = False
        try:
            quads = self.limits.held_quads
            holds = await holder.start({**self._setup, "store": str(self.store), "quads": quads})
        finally:
            if not holds:
                holder.kill()
        if holds:
            self._change(holder)

    def _lose(self, holder: Holder) -> None:
        """It ended, and its workers with it."""
        if self._holder is holder:
            self.killed["holder"] += 1
            self._change(None)

    async def take(self, client: str) -> Channel:
        """A free worker for this client. Raises Refused: too many wait already, or it takes too long."""
        self._tidy()
        if self._idle and self._running[client] < self._share and not self._waiting:
            return self._given(client, self._idle.pop())
        if self._closed or len(self._waiting) >= self.limits.waiting:
            raise Refused(503, "busy", "too many queries wait already; try again in a moment")
        place: asyncio.Future[Channel] = asyncio.get_running_loop().create_future()
        self._waiting.append((client, place))
        self._grow()
        try:
            return await asyncio.wait_for(place, self.limits.seconds)
        except TimeoutError as error:
            raise Refused(503, "busy", "no process was free in time; try again in a moment") from error
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.exception() is None:
                self.give(place.result(), whole=True)
            raise

    def _given(self, client: str, channel: Channel) -> Channel:
        self._busy.add(channel)
        self._running[client] += 1
        channel.client = client
        channel.since = time.monotonic()
        if not self._idle:
            self._grow()
        return channel

    def give(self, channel: Channel, *, whole: bool) -> None:
        """Back from a query. Not `whole`: the answer wasn't read to its end, so the process can't be used again."""
        self._busy.discard(channel)
        self._running[channel.client] -= 1
        if self._running[channel.client] <= 0:
            del self._running[channel.client]
        if not whole or channel.slowed or channel.old or channel.gone or self._closed:
            self._end(channel, "recycled")
        else:
            channel.since = time.monotonic()
            self._idle.append(channel)
        self._serve_waiting()

    def _end(self, channel: Channel, reason: str) -> None:
        channel.kill(reason)
        self.killed[channel.reason] += 1
        self._ended.append(channel)
        self._grow()

    def _serve_waiting(self) -> None:
        """Free workers go to those who wait longest among the clients that don't have their share."""
        for client, place in list(self._waiting):
            if not self._idle:
                break
            if self._running[client] < self._share and not place.done():
                place.set_result(self._given(client, self._idle.pop()))
        self._waiting = deque(entry for entry in self._waiting if not entry[1].done())

    def _grow(self) -> None:
        """Some processes more than are busy, so that the next query needn't wait for a start."""
        total = len(self._idle) + len(self._busy) + len(self._starting)
        wanted = max(self._fewest, min(self._most, len(self._busy) + max(self._spare, len(self._waiting))))
        while total < wanted and not self._closed and self._failures < _FAILURES:
            task = asyncio.get_running_loop().create_task(self._start())
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)
            total += 1

    async def _start(self) -> None:
        store, holder = self.store, self._holder
        channel = Channel()
        self._young.add(channel)
        try:
            if holder is None:
                await channel.start({**self._setup, "store": str(self.store)})
            elif not await channel.start_from(holder):
                self._lose(holder)
                holder = None
                await channel.start({**self._setup, "store": str(self.store)})
            kind, body = await asyncio.wait_for(channel.frame(), _START_SECONDS)
        except TimeoutError:
            kind, body = b"", b""
        self._young.discard(channel)
        if kind == READY and not channel.is_process(int(body)):
            kind = b""
        if kind == READY and (store, holder) != (self.store, self._holder):
            channel.kill("renewed")
            self._ended.append(channel)
            self._starting.discard(asyncio.current_task())
            self._grow()
            return
        if kind != READY or self._closed:
            self._failures += 1
            self.problem = json.loads(body)[2] if kind == ERROR else "a process for queries did not start"
            channel.kill("failed")
            self._ended.append(channel)
            if self._failures >= _FAILURES:
                self._refuse_waiting()
            return
        self._failures, self.problem = 0, ""
        channel.since = time.monotonic()
        self._idle.append(channel)
        self._serve_waiting()

    def _refuse_waiting(self) -> None:
        error = Refused(503, "no-worker", "the store can't be opened for queries; the operator's log tells why")
        for _, place in self._waiting:
            if not place.done():
                place.set_exception(error)

    def _tidy(self) -> None:
        """Takes ended processes off the books and ends those that had nothing to do for a while."""
        self._ended = [channel for channel in self._ended if not channel.reap()]
        self._let_go = [holder for holder in self._let_go if not holder.reap()]
        while self._idle and self._idle[0].gone:
            self._ended.append(self._idle.popleft())
        old = time.monotonic() - _IDLE_SECONDS
        while len(self._idle) > self._fewest and self._idle[0].since < old:
            self._end(self._idle.popleft(), "idle")

    def tick(self) -> None:
        """Called now and then: after failed starts there is another attempt."""
        self._failures = max(0, self._failures - 1)
        self._tidy()
        self._grow()

    def close(self) -> None:
        """Kills all processes; who still waits is refused."""
        self._closed = True
        if self._holding is not None:
            self._holding.cancel()
        for channel in (*self._idle, *self._busy, *self._young):
            channel.kill("closed")
        for task in self._starting:
            task.cancel()
        for channel in (*self._idle, *self._busy, *self._young, *self._ended):
            if channel.process is not None:
                channel.process.wait()
        for holder in (*self._let_go, *([self._holder] if self._holder else [])):
            holder.kill()
        self._refuse_waiting()
