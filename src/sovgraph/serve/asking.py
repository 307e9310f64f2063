"""One request to a worker: sent, watched (time, client gone), and its answer taken whole."""

import asyncio
import json
import struct
import time
from dataclasses import dataclass
from typing import IO, Any

from sovgraph.serve.channel import Channel
from sovgraph.serve.engine import Refused
from sovgraph.serve.frames import ANSWER, DATA, END, ERROR, HEAD, START, TIMED
from sovgraph.serve.protocol import Left
from sovgraph.serve.workers import Workers

CALM = 0.05
"""A query that takes longer is watched: whether its client is still there."""
LONG = 0.2
"""A query that takes longer yields to others."""
_SECONDS = struct.Struct(">d")


@dataclass(slots=True)
class Whole:
    """A complete answer with the place of its format."""

    form: int
    body: bytes


class Asking:
    """`seconds` is the work that was done for it, whatever came of it."""

    def __init__(self, workers: Workers, client: str, receive: Any) -> None:
        self.workers = workers
        self.client = client
        self.seconds = 0.0
        self.form = 0
        self._receive = receive
        self._channel: Channel | None = None
        self._timers: list[asyncio.TimerHandle] = []
        self._watch: asyncio.Task[None] | None = None
        self._whole = False
        self._started = 0.0
        self._first = b""

    async def __aenter__(self) -> "Asking":
        self._channel = await self.workers.take(self.client)
        self._started = time.monotonic()
        return self

    async def __aexit__(self, *error: object) -> None:
        for timer in self._timers:
            timer.cancel()
        if self._watch is not None:
            self._watch.cancel()
        if self._channel is not None:
            if not self._whole:
                self.seconds = max(self.seconds, time.monotonic() - self._started)
            self.workers.give(self._channel, whole=self._whole)

    async def ask(self, request: dict[str, Any]) -> Whole | None:
        """The whole answer, or None when it is long and comes by `rest`. Raises Refused or Left."""
        limits = self.workers.limits
        request["bytes"] = limits.bytes
        request.setdefault("rows", limits.rows)
        body = json.dumps(request).encode()
        channel = self._line
        channel.send(HEAD.pack(b"Q", len(body)) + body)
        self._timers.append(asyncio.get_running_loop().call_later(CALM, self._attend))
        kind, body = await channel.frame()
        if kind == ANSWER:
            self.form, self.seconds = TIMED.unpack_from(body)
            self._whole = True
            return Whole(self.form, body[TIMED.size :])
        if kind == START:
            self.form = body[0]
            self._first = body[1:]
            return None
        raise self._error(kind, body)

    async def rest(self, file: IO[bytes]) -> int:
        """Takes a long answer into a file until its end; its size. Raises Refused or Left."""
        size = file.write(self._first)
        self._first = b""
        while True:
            kind, body = await self._line.frame()
            if kind == DATA:
                size += file.write(body)
            elif kind == END:
                (self.seconds,) = _SECONDS.unpack(body)
                self._whole = True
                return size
            else:
                raise self._error(kind, body)

    @property
    def _line(self) -> Channel:
        assert self._channel is not None
        return self._channel

    def _error(self, kind: bytes, body: bytes) -> Exception:
        if kind == ERROR:
            status, code, detail, self.seconds = json.loads(body)
            self._whole = True
            return Refused(status, code, detail)
        reason = self._line.reason
        if reason == "left":
            return Left()
        if reason == "time":
            limit = f"{self.workers.limits.seconds:g}"
            return Refused(504, "too-slow", f"the query took longer than {limit} s; ask for less")
        if reason == "closed":
            return Refused(503, "stopping", "the server is stopping")
        return Refused(500, "query-died", "the query needs more memory than one query may have; ask for less")

    def _attend(self) -> None:
        """It isn't answered at once: from here on its time and its client are watched."""
        loop = asyncio.get_running_loop()
        limit = self.workers.limits.seconds
        self._timers.append(loop.call_later(max(0.0, LONG - CALM), self._line.slow_down))
        self._timers.append(loop.call_later(max(0.0, limit - CALM), self._line.kill, "time"))
        self._watch = loop.create_task(self._until_left())

    async def _until_left(self) -> None:
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                self._line.kill("left")
                return
