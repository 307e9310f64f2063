"""A worker process: reads a request from its socket, answers it from the store, reads the next.

It loads little, so that a new one is there soon after one was killed. It ends when the server closes the socket.
"""

import gc
import json
import os
import signal
import socket
import time
from typing import Any

import pyoxigraph as ox

from sovgraph.serve.confine import die_with_parent, leave_network, limit_memory
from sovgraph.serve.engine import Ask, Refused, answer, write_graph
from sovgraph.serve.frames import ERROR, HEAD, READY, frame
from sovgraph.serve.reply import Reply

_ATTEMPTS, _PAUSE = 40, 0.05
_PIECE = 1 << 18


def opened(path: str, *, writes: bool = False) -> ox.Store:
    """Another process may just be merging files, or still hold the lock; then the next attempt succeeds."""
    for attempt in range(_ATTEMPTS):
        try:
            return ox.Store(path) if writes else ox.Store.read_only(path)
        except (OSError, RuntimeError):
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(_PAUSE)
    raise AssertionError


class Worker:
    """`prefixes`: those that a query needn't declare."""

    def __init__(self, line: socket.socket, store: ox.Store, prefixes: dict[str, str]) -> None:
        self.line = line
        self.store = store
        self.prefixes = prefixes

    def run(self) -> None:
        """Until the server closes the socket. The first frame tells which process this is."""
        self.line.sendall(frame(READY, str(os.getpid()).encode()))
        while True:
            body = self._received()
            if not body:
                return
            request = json.loads(body)
            reply = Reply(self.line, request["bytes"], request["rows"])
            try:
                self._answer(request, reply)
                reply.done()
            except Refused as error:
                reply.fail(error)
            except (OSError, RuntimeError, ValueError) as error:
                reply.fail(Refused(400, "query-failed", f"could not be answered ({error})"))

    def _answer(self, request: dict[str, Any], reply: Reply) -> None:
        kind = request["kind"]
        if kind == "query":
            answer(self.store, _ask(request), self.prefixes, reply)
        elif kind == "graph":
            form, rows, union = request["graph_format"], request["rows"], request["union"]
            write_graph(self.store, request["graph"], form, rows, reply, union=union)
        else:
            from sovgraph.serve.changing import change

            change(self.store, request, self.prefixes, reply)

    def _received(self) -> bytes:
        """The body of the next frame, mostly in one piece; none at the end. Nobody asks again before the answer."""
        data = self.line.recv(_PIECE)
        while len(data) < HEAD.size or len(data) < HEAD.size + HEAD.unpack_from(data)[1]:
            more = self.line.recv(_PIECE)
            if not more:
                return b""
            data += more
        return data[HEAD.size :]


def _ask(request: dict[str, Any]) -> Ask:
    default, named = request["default"], request["named"]
    return Ask(
        request["text"],
        request["solutions"],
        request["graph_format"],
        None if default is None else tuple(default),
        None if named is None else tuple(named),
        request["union"],
        request["base"],
        request["rows"],
    )


def begin(number: int) -> tuple[socket.socket, dict[str, Any]]:
    """The socket with this file descriptor, and what the first line on it says: store, prefixes, memory, ..."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    line = socket.socket(fileno=number)
    with line.makefile("rb", buffering=0) as lines:
        setup = json.loads(lines.readline())
    leave_network()
    return line, setup


def main(number: int) -> None:
    """`number`: the file descriptor of the socket."""
    line, setup = begin(number)
    try:
        store = opened(setup["store"], writes=setup["writes"])
    except (OSError, RuntimeError, ValueError) as error:
        line.sendall(frame(ERROR, json.dumps([503, "no-worker", str(error), 0]).encode()))
        return
    limit_memory(setup["memory"])
    gc.freeze()
    Worker(line, store, setup["prefixes"]).run()
