"""The application as granian speaks to it most directly: a question that was asked before costs next to nothing.

All else goes through the same front, to which an exchange looks like ASGI.
"""

import time
from typing import Any
from urllib.parse import quote

from sovgraph.serve.calls import Call
from sovgraph.serve.engine import Refused
from sovgraph.serve.front import Front

_PATH = "/-._~:@!$&'()*+,;="
"""Stand as they are in a path; granian only gives it decoded."""


class DirectApp:
    """`front` behind granian's own interface."""

    def __init__(self, front: Front) -> None:
        self.front = front
        root = front.service.options.root_path
        self._endpoints = frozenset(("/sparql", f"{root}/sparql"))
        self._may_be_kept = not front.service.options.trust_proxy
        self._common = [(name.decode(), value.decode()) for name, value in front.common_headers]

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        if scope.proto != "http":
            return
        if (
            self._may_be_kept
            and scope.method == "GET"
            and scope.path in self._endpoints
            and self._kept(scope, protocol)
        ):
            return
        exchange = Exchange(scope, protocol)
        try:
            await self.front(exchange.scope, exchange.receive, exchange.send)
        finally:
            exchange.let_go()

    def _kept(self, scope: Any, protocol: Any) -> bool:
        """Answers from the cache; False when it isn't there or the client should be refused."""
        started = time.perf_counter()
        headers = scope.headers
        if "if-none-match" in headers:
            return False
        service = self.front.service
        accept = ", ".join(headers.get_all("accept"))
        kept = service.cache.at((scope.query_string.encode("latin-1"), accept.encode("latin-1")), service.site.version)
        if kept is None:
            return False
        call = Call(client_of(scope), "/sparql", outcome="kept", status=200, sent=len(kept.body))
        try:
            service.budgets.check(call.client)
        except Refused:
            return False
        head = [
            ("content-type", kept.content_type.decode()),
            ("vary", "Accept"),
            ("cache-control", "no-cache"),
            ("etag", kept.etag.decode()),
            *self._common,
        ]
        protocol.response_bytes(200, head, kept.body)
        self.front.note(call, "GET", time.perf_counter() - started)
        return True


def client_of(scope: Any) -> str:
    """The address without the port."""
    address: str = scope.client
    return address.rpartition(":")[0].strip("[]") or address


class Exchange:
    """One request and its answer, with the three things that an ASGI application is called with."""

    def __init__(self, scope: Any, protocol: Any) -> None:
        self._protocol = protocol
        self._chunks: Any = None
        self._read = False
        self._head: tuple[int, list[tuple[str, str]]] | None = None
        self._transport: Any = None
        self.scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": scope.http_version,
            "method": scope.method,
            "scheme": scope.scheme,
            "path": scope.path,
            "raw_path": quote(scope.path, safe=_PATH).encode(),
            "query_string": scope.query_string.encode("latin-1", "replace"),
            "root_path": "",
            "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in scope.headers.items()],
            "client": (client_of(scope), 0),
            "server": None,
            "state": {},
        }

    def let_go(self) -> None:
        """An answer that isn't complete ends here; its length was told, so the client sees it."""
        self._transport = self._protocol = self._chunks = None

    async def receive(self) -> dict[str, Any]:
        """The body piece by piece, so that a limit can end it; then whether the client left."""
        if self._read:
            await self._protocol.client_disconnect()
            return {"type": "http.disconnect"}
        if self._chunks is None:
            self._chunks = aiter(self._protocol)
        try:
            return {"type": "http.request", "body": await anext(self._chunks), "more_body": True}
        except StopAsyncIteration:
            self._read = True
            return {"type": "http.request", "body": b"", "more_body": False}

    async def send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            head = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in message.get("headers", ())]
            self._head = (message["status"], head)
            return
        body = message.get("body", b"")
        if self._head is not None:
            (status, head), self._head = self._head, None
            if not message.get("more_body", False):
                self._protocol.response_bytes(status, head, body)
                return
            self._transport = self._protocol.response_stream(status, head)
        if body and self._transport is not None:
            await self._transport.send_bytes(body)
