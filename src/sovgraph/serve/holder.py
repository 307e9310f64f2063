"""The process that holds the data in memory, as the server sees it: see `forkserver`."""

import asyncio
import os
import signal
import socket
from collections.abc import Mapping
from typing import Any

from sovgraph.serve.processes import Process, setup_line, start

POSSIBLE = hasattr(os, "pidfd_open")
"""Elsewhere than on Linux each worker reads the files of the store."""


class Holder:
    """Made for one state of the data."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._line: socket.socket | None = None

    async def start(self, setup: Mapping[str, Any]) -> bool:
        """True once it holds the data; False when that is too much, or it could not."""
        self._line, theirs = socket.socketpair()
        self._line.setblocking(False)
        self._process = start("forkserver", theirs)
        loop = asyncio.get_running_loop()
        try:
            await loop.sock_sendall(self._line, setup_line(setup))
            return bool(await loop.sock_recv(self._line, 1))
        except OSError:
            return False

    def fork(self, line: socket.socket) -> bool:
        """A new worker talks over this socket; False when the process is gone."""
        if self._line is None:
            return False
        try:
            return bool(socket.send_fds(self._line, [b"F"], [line.fileno()]))
        except OSError:
            return False

    def let_go(self) -> None:
        """It ends with the last of its workers."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def kill(self) -> None:
        """Ends it at once, and its workers with it."""
        self.let_go()
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()

    def reap(self) -> bool:
        """True when the ended process is off the system's books."""
        return self._process is None or self._process.poll() is not None
