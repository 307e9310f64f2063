"""One worker process as the server sees it: started, asked, listened to, killed."""

import asyncio
import os
import signal
import socket
from collections import deque
from typing import Any

from sovgraph.serve.frames import GONE, HEAD
from sovgraph.serve.holder import Holder
from sovgraph.serve.processes import Forked, Process, setup_line, start

_AHEAD = 8
"""Frames read ahead of the client; then the worker waits until the client has taken some."""

_LINE_BYTES = 1024 * 1024
NICE = 10
"""How much a long query yields to short ones."""


class Channel(asyncio.Protocol):
    """`reason`: why it was killed. `slowed`: it was told to yield; `old`: it reads a state of the data that was
    replaced. Both aren't used again."""

    def __init__(self) -> None:
        self.process: Process | None = None
        self.reason = ""
        self.slowed = False
        self.old = False
        self.gone = False
        self.client = ""
        self.since = 0.0
        self._transport: Any = None
        self._buffer = bytearray()
        self._frames: deque[tuple[bytes, bytes]] = deque()
        self._waiter: asyncio.Future[None] | None = None
        self._paused = False

    async def start(self, setup: dict[str, Any]) -> None:
        """Starts a process; its first frame tells that it is ready."""
        ours, theirs = _pair()
        self.process = start("worker", theirs)
        await self._connect(ours)
        self._transport.write(setup_line(setup))

    async def start_from(self, holder: Holder) -> bool:
        """The same from memory; False when the holder is gone. The first frame tells the number of the process."""
        ours, theirs = _pair()
        with theirs:
            if not holder.fork(theirs):
                ours.close()
                return False
        await self._connect(ours)
        return True

    async def _connect(self, ours: socket.socket) -> None:
        ours.setblocking(False)
        await asyncio.get_running_loop().create_unix_connection(lambda: self, sock=ours)

    def is_process(self, pid: int) -> bool:
        """What its first frame told; False when it is gone already."""
        if self.process is None:
            try:
                self.process = Forked(pid)
            except OSError:
                return False
        return True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        self.gone = True
        self._frames.append((GONE, b""))
        self._wake()

    def data_received(self, data: bytes) -> None:
        buffer = self._buffer
        buffer += data
        start, end = 0, len(buffer)
        while end - start >= HEAD.size:
            kind, size = HEAD.unpack_from(buffer, start)
            if end - start < HEAD.size + size:
                break
            start += HEAD.size
            self._frames.append((kind, bytes(buffer[start : start + size])))
            start += size
        if start:
            del buffer[:start]
            self._wake()
        if len(self._frames) > _AHEAD and not self._paused:
            self._paused = True
            self._transport.pause_reading()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def frame(self) -> tuple[bytes, bytes]:
        """The next frame; GONE when the process ended."""
        while not self._frames:
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        found = self._frames.popleft()
        if self._paused and len(self._frames) < _AHEAD // 2 and not self.gone:
            self._paused = False
            self._transport.resume_reading()
        return found

    def send(self, request: bytes) -> None:
        self._transport.write(request)

    def slow_down(self) -> None:
        """A query that takes long lets shorter ones go first."""
        if self.process is not None and not self.slowed:
            self.slowed = True
            try:
                os.setpriority(os.PRIO_PROCESS, self.process.pid, NICE)
            except OSError:
                return

    def kill(self, reason: str) -> None:
        """Ends the process at once; whoever waits for it gets GONE."""
        self.reason = self.reason or reason
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        if self._transport is not None and not self._transport.is_closing():
            self._transport.abort()
        self.gone = True

    def reap(self) -> bool:
        """True when the ended process is off the system's books."""
        return self.process is None or self.process.poll() is not None


def _pair() -> tuple[socket.socket, socket.socket]:
    """Our end and the end of the process."""
    ours, theirs = socket.socketpair()
    for side in (ours, theirs):
        side.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _LINE_BYTES)
    return ours, theirs
