"""A server of our own that speaks the protocols of the official services over an imitated dossier ("nagebootst").

SRU 2.0 with a subset of CQL, the files of a repository, OData v4 with a subset of its options, and the SyncFeed. It
counts what it sends, and misbehaves on request: see `Fault`.
"""

import gzip
import hashlib
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import parse_qs, unquote, urlsplit

from tests.harvest.feed_service import Feeds
from tests.harvest.imitation import Imitation
from tests.harvest.odata_service import OData
from tests.harvest.sru_service import Sru


@dataclass(frozen=True)
class Fault:
    """One misbehaviour, for an address that holds the key it was filed under."""

    kind: str
    status: int = 503
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    seconds: float = 0.0


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    media_type: str = "application/xml"


class Services(ThreadingHTTPServer):
    """`requests` are addresses asked for, `bodies` counts bytes of bodies sent. `faults`: first in, first out;
    `lasting`: every time."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, papers: int = 6, **options: Any) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.imitation = Imitation(papers, self.base)
        self.sru = Sru(self.imitation, **options)
        self.odata = OData(self.base)
        self.feeds = Feeds(self.base, self.odata)
        self.faults: dict[str, list[Fault]] = {}
        self.lasting: dict[str, Fault] = {}
        self.requests: list[str] = []
        self.agents: Counter[str] = Counter()
        self.times: list[float] = []
        self.bodies = 0
        self.lock = threading.Lock()
        self.conditional = True

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> "Services":
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """A client that was killed is no matter for stderr."""

    def reset(self) -> None:
        self.requests, self.bodies, self.times = [], 0, []

    def fault_for(self, path: str) -> Fault | None:
        with self.lock:
            for key, waiting in self.faults.items():
                if key in path and waiting:
                    return waiting.pop(0)
            return next((fault for key, fault in self.lasting.items() if key in path), None)

    def answer(self, path: str, words: dict[str, str]) -> Answer:
        if path == "/sru":
            return Answer(*self.sru.answer(words))
        if path.startswith("/OData/v4/2.0/"):
            return Answer(*self.odata.answer(path.removeprefix("/OData/v4/2.0/"), words), "application/json")
        if path == "/SyncFeed/2.0/Feed":
            return Answer(*self.feeds.answer(words), "application/atom+xml")
        found = self.imitation.files.get(path)
        if found is None:
            return Answer(404, b"")
        kind = path.rpartition(".")[2]
        return Answer(200, found, {"html": "text/html", "pdf": "application/pdf"}.get(kind, "application/xml"))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    wbufsize = 1 << 16
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        services = cast(Services, self.server)
        with services.lock:
            services.requests.append(self.path)
            services.agents[self.headers.get("User-Agent", "")] += 1
            services.times.append(time.monotonic())
        parts = urlsplit(self.path)
        words = {name: values[0] for name, values in parse_qs(parts.query).items()}
        fault = services.fault_for(unquote(self.path))
        if fault and self._misbehave(fault):
            return
        answer = services.answer(unquote(parts.path), words)
        mark = '"' + hashlib.sha256(answer.body).hexdigest()[:16] + '"'
        headers = {"Content-Type": answer.media_type}
        if answer.status == 200 and services.conditional:
            headers |= {"ETag": mark, "Last-Modified": "Mon, 05 Jan 2026 10:00:00 GMT"}
            if self.headers.get("If-None-Match") == mark:
                self._send(304, b"", headers)
                return
        body = answer.body
        if answer.status == 200 and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, headers["Content-Encoding"] = gzip.compress(body, mtime=0), "gzip"
        if fault:
            self._spoil(fault, body, headers)
            return
        self._send(answer.status, body, headers)

    def _misbehave(self, fault: Fault) -> bool:
        """Faults that need no proper answer."""
        if fault.seconds:
            time.sleep(fault.seconds)
        if fault.kind in ("status", "redirect", "body", "endless"):
            self._send(fault.status, fault.body, fault.headers, counted=fault.kind != "endless")
            self.close_connection = self.close_connection or fault.kind == "endless"
        elif fault.kind == "drop":
            self.close_connection = True
        else:
            return False
        return True

    def _spoil(self, fault: Fault, body: bytes, headers: dict[str, str]) -> None:
        """A body that is cut off: "cut" by length, "short" inside its compression though its length is right."""
        half = body[: len(body) // 2]
        if fault.kind == "short":
            self._send(200, half, headers)
        elif fault.kind == "cut":
            self._send(200, half, {**headers, "Content-Length": str(len(body))})
            self.close_connection = True
        else:
            self._send(200, body, headers)

    def _send(self, status: int, body: bytes, headers: dict[str, str], *, counted: bool = True) -> None:
        services = cast(Services, self.server)
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if counted and "Content-Length" not in headers and status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        with services.lock:
            services.bodies += len(body)


def without_times(text: str) -> str:
    """A manifest without the times at which bytes came."""
    return re.sub(r'"retrieved": "[^"]*"', '"retrieved": ""', text)
