"""A real server process on a store of its own, and a plain client."""

import http.client
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox

from sovgraph.store.ledger import format_quads

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a-token-for-tests-0123456789"
JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Answer:
    """`whole` is False when the connection broke before the end of the answer."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float
    whole: bool = True

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `log` is the file with its stderr."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        *,
        timeout: float = 30,
        most: int = 1 << 30,
    ) -> Answer:
        """One request on a connection of its own; of the body at most `most` bytes are read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        start = time.monotonic()
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            data, whole = _body(response, most)
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, data, time.monotonic() - start, whole)
        finally:
            connection.close()

    def ask(self, query: str, accept: str = JSON, **more: str) -> Answer:
        fields = urlencode({"query": query, **more})
        return self.send("GET", f"/sparql?{fields}", headers={"Accept": accept})

    def wait_for_memory(self, seconds: float = 15) -> None:
        """Until queries are answered from memory. Fails when that doesn't come."""
        end = time.monotonic() + seconds
        while not json.loads(self.send("GET", "/health").body)["in_memory"]:
            assert time.monotonic() < end, "the data is not in memory yet"
            time.sleep(0.02)

    def processes(self) -> list[int]:
        """All that it started, each before those that it made."""
        return _below(self.process.pid)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Exit code and seconds until it ended."""
        start = time.monotonic()
        self.process.send_signal(number)
        return self.process.wait(15), time.monotonic() - start


def _below(pid: int) -> list[int]:
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [found for child in map(int, listed.split()) for found in (child, *_below(child))]


def _body(response: http.client.HTTPResponse, most: int) -> tuple[bytes, bool]:
    parts: list[bytes] = []
    size = 0
    try:
        while size < most and (data := response.read(min(1 << 16, most - size))):
            parts.append(data)
            size += len(data)
    except (http.client.HTTPException, ConnectionError):
        return b"".join(parts), False
    return b"".join(parts), True


def make_store(path: Path, quads: bytes) -> Path:
    """A store on disk with these N-Quads."""
    store = ox.Store(str(path))
    store.load(format_quads(), ox.RdfFormat.N_QUADS)
    store.load(quads, ox.RdfFormat.N_QUADS)
    store.flush()
    del store
    return path


@contextmanager
def serving(store: Path, *options: str, server: str = "granian") -> Iterator[Server]:
    """Runs `sovgraph serve`; the address on its stderr says that it answers."""
    log = store.parent / f"{store.name}-{time.monotonic_ns()}.log"
    command = [sys.executable, "-m", "sovgraph", "serve", "--store", str(store), "--port", "0", "--server", server]
    with log.open("wb") as errors:
        process = subprocess.Popen([*command, *options], stderr=errors, cwd=ROOT)
        try:
            yield Server(_port(process, log), process, log)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait(15)


def _port(process: subprocess.Popen[bytes], log: Path) -> int:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        for line in log.read_text(encoding="utf-8").splitlines():
            if line.startswith("sovgraph: http://"):
                return urlsplit(line.removeprefix("sovgraph: ")).port or 0
        time.sleep(0.02)
    raise AssertionError(f"the server didn't start: {log.read_text(encoding='utf-8')}")
