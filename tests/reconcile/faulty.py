"""An endpoint that misbehaves in the order that a test asks for, and counts."""

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qs

EMPTY = b'{"head": {"vars": ["item"]}, "results": {"bindings": []}}'


def one(item: str) -> bytes:
    row = {"item": {"type": "uri", "value": item}}
    return json.dumps({"head": {"vars": ["item"]}, "results": {"bindings": [row]}}).encode()


@dataclass(frozen=True)
class Reply:
    body: bytes = EMPTY
    status: int = 200
    media_type: str = "application/sparql-results+json"
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    cut: int = 0


class Faulty(ThreadingHTTPServer):
    """`replies`, first in, first out; then `lasting`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies: list[Reply] = []
        self.lasting = Reply()
        self.queries: list[str] = []
        self.agents: set[str] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/sparql"

    def __enter__(self) -> "Faulty":
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """A client that gave up is no matter for stderr."""


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        server = cast(Faulty, self.server)
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        server.queries.append(parse_qs(sent).get("query", [""])[0])
        server.agents.add(self.headers.get("User-Agent", ""))
        reply = server.replies.pop(0) if server.replies else server.lasting
        time.sleep(reply.seconds)
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(len(reply.body) + reply.cut))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)
