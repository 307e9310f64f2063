"""A process that holds the data in memory and, whenever it is told to, makes a worker: a copy of itself.

A copy is there at once, and all copies share the memory. Answers come two to four times as fast as from files.
"""

import gc
import os
import signal
import socket

import pyoxigraph as ox

from sovgraph.serve.confine import die_with_parent, limit_memory
from sovgraph.serve.worker import Worker, begin, opened

HOLDS = b"H"
"""Sent once, when the data is in memory. A process that can't, or may not hold so much, ends instead."""


def main(number: int) -> None:
    """`number`: the file descriptor of the socket over which sockets for workers come; it ends when that is closed."""
    control, setup = begin(number)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system then forgets workers that ended
    store = held(setup["store"], setup["quads"])
    if store is None:
        return
    gc.freeze()
    control.sendall(HOLDS)
    while True:
        _, lines, _, _ = socket.recv_fds(control, 1, 1)
        if not lines:
            break
        if os.fork() == 0:
            control.close()
            _work(socket.socket(fileno=lines[0]), store, setup["prefixes"], setup["memory"])
        os.close(lines[0])
    _wait()


def held(path: str, most: int) -> ox.Store | None:
    """All quads of the store in the folder, in memory; None where they are more than `most`."""
    disk = opened(path)
    if len(disk) > most:
        return None
    store = ox.Store()
    store.bulk_extend(disk)
    return store


def _work(line: socket.socket, store: ox.Store, prefixes: dict[str, str], memory: int) -> None:
    """What the copy does; it never returns."""
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        die_with_parent()
        limit_memory(memory, more=True)
        Worker(line, store, prefixes).run()
        status = 0
    finally:
        os._exit(status)


def _wait() -> None:
    """Workers end with this process, so it stays until the last has answered."""
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return
