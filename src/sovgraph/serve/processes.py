"""Processes as the server sees them: those that it started itself and those that another process made for it."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

_HOME = str(Path(__file__).resolve().parents[2])
_CODE = "import sys; sys.path.insert(0, sys.argv[1]); from sovgraph.serve.{} import main; main(int(sys.argv[2]))"
"""A process loads this very package, wherever the server found it."""


class Process(Protocol):
    """The part of `subprocess.Popen` that is needed."""

    @property
    def pid(self) -> int: ...

    def poll(self) -> int | None: ...

    def send_signal(self, sig: int, /) -> None: ...

    def wait(self) -> int: ...


def start(module: str, theirs: socket.socket) -> Process:
    """Starts `main` of a module of this package with its end of a pair of sockets, which is closed here."""
    command = [sys.executable, "-X", "utf8", "-c", _CODE.format(module), _HOME, str(theirs.fileno())]
    process = subprocess.Popen(
        command, pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    theirs.close()
    return process


def setup_line(setup: Mapping[str, Any]) -> bytes:
    """The first line that a process reads."""
    return json.dumps(setup).encode() + b"\n"


class Forked:
    """A process that isn't our child, held by a descriptor: its number alone might by now be that of another.

    Raises OSError where it is gone already.
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._held = os.pidfd_open(pid)
        self._ended = False

    def poll(self) -> int | None:
        """Its exit code isn't known, so 0 once it ended."""
        return self._look(0)

    def send_signal(self, sig: int, /) -> None:
        if self.poll() is None:
            try:
                signal.pidfd_send_signal(self._held, sig)
            except ProcessLookupError:
                return

    def wait(self) -> int:
        return self._look(None) or 0

    def _look(self, milliseconds: int | None) -> int | None:
        if not self._ended:
            poll = select.poll()
            poll.register(self._held, select.POLLIN)
            if not poll.poll(milliseconds):
                return None
            self._ended = True
            os.close(self._held)
        return 0

    def __del__(self) -> None:
        if not getattr(self, "_ended", True):
            os.close(self._held)
