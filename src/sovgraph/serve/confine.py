"""Takes from a worker process what it doesn't need: the network, memory without end, life after its parent."""

import ctypes
import os
import resource
import signal
from pathlib import Path

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG = 1
_SPARE = 256 * 1024 * 1024


def leave_network() -> bool:
    """Moves this process to a network of its own that has no connections; False where the system has no such."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        return bool(library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)
    except (OSError, AttributeError):
        return False


def die_with_parent() -> None:
    """Linux ends this process when the server is gone, also after kill -9."""
    parent = os.getppid()
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    except (OSError, AttributeError):
        return
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def limit_memory(total: int, *, more: bool = False) -> None:
    """Address space of this process: `total` bytes, or somewhat more than it has now where that is more.

    `more`: that many bytes more than it has now. An allocation beyond it fails, which ends the process and not the
    machine.
    """
    if total <= 0:
        return
    wanted = _size() + total if more else max(total, _size() + _SPARE)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard not in (resource.RLIM_INFINITY, -1):
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, wanted))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _size() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * resource.getpagesize()
