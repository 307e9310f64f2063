"""A real SPARQL server on this machine, and one that misbehaves on request."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def executable() -> str | None:
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


@contextmanager
def oxigraph(data: bytes) -> Iterator[str]:
    """Runs `oxigraph serve` in memory with these N-Triples; gives the address of its queries."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = executable()
    assert program is not None, "the package oxigraph brings the server: pip install sovgraph[test]"
    process = subprocess.Popen(
        [program, "serve", "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        base = f"http://127.0.0.1:{port}"
        _load(f"{base}/store?default", data)
        yield f"{base}/query"
    finally:
        process.terminate()
        process.wait(10)


def _load(url: str, data: bytes) -> None:
    for _ in range(200):
        request = urllib.request.Request(url, data, {"Content-Type": "application/n-triples"}, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=60):
                return
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.05)
    raise AssertionError("the server didn't start")
