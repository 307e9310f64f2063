"""Stands before all handlers: budgets, headers of safety, errors as answers, the log and the counts."""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from sovgraph.errors import QueryError, SovgraphError
from sovgraph.serve.cache import Kept
from sovgraph.serve.calls import Call, client_of, site_path, split_language
from sovgraph.serve.engine import Refused
from sovgraph.serve.errors import problem
from sovgraph.serve.graphs import graphs
from sovgraph.serve.logs import Line
from sovgraph.serve.protocol import Cut, Left, header
from sovgraph.serve.sending import send_whole
from sovgraph.serve.service import Service
from sovgraph.serve.sparql import sparql

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFETY = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
CORS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Link, Retry-After, Content-Location"),
]
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_FREE = ("/health", "/metrics")
"""Asked by the operator's own programs, so no budget holds."""


class Front:
    """The outermost application; `inner` has the routes that aren't answered here."""

    def __init__(self, service: Service, inner: Any, log: Callable[[Line], None] | None) -> None:
        self.service = service
        self.inner = inner
        self._log = log
        self._headers = SAFETY + (CORS if service.options.cors else [])
        self._with_policy = [*self._headers, (b"content-security-policy", POLICY.encode())]

    @property
    def common_headers(self) -> list[tuple[bytes, bytes]]:
        """What every answer has."""
        return self._with_policy

    @property
    def state(self) -> Any:
        """Of the application inside: `site`, `service`, `options`."""
        return self.inner.state

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return
        started = time.perf_counter()
        options = self.service.options
        path = site_path(scope, options.root_path)
        call = Call(client_of(scope, trust_proxy=options.trust_proxy), path)
        scope["sovgraph"] = call
        scope["app"] = self.service.app
        self.service.metrics.active += 1
        try:
            await self._answered(call, scope, receive, self._watched(call, send))
        except Left:
            call.status, call.outcome = 499, "left"
        except Cut as error:
            call.outcome = f"cut: {error}"
            raise
        finally:
            self.service.metrics.active -= 1
            self.note(call, scope["method"], time.perf_counter() - started)

    def _watched(self, call: Call, send: Any) -> Any:
        """Adds the headers that every answer has, and notes status and size."""
        added, with_policy = self._headers, self._with_policy

        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                call.status = message["status"]
                headers = message.get("headers", ())
                own = any(name == b"content-security-policy" for name, _ in headers)
                message["headers"] = [*headers, *(added if own else with_policy)]
            else:
                call.sent += len(message.get("body", b""))
            await send(message)

        return sending

    async def _answered(self, call: Call, scope: Any, receive: Any, send: Any) -> None:
        try:
            if call.path not in _FREE:
                self.service.budgets.check(call.client)
            await self._routed(call, scope, receive, send)
            return
        except Refused as error:
            found = error
        except QueryError as error:
            found = Refused(400, "bad-request", str(error))
        except SovgraphError as error:
            found = Refused(500, "failed", str(error))
        except (Left, Cut, asyncio.CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 - the outermost frame: an answer, never a traceback
            self._tell(call, error)
            found = Refused(500, "failed", "the server made a mistake; the operator's log has it")
        if call.status:
            raise Cut(found.detail)
        call.outcome = found.code
        await problem(scope, found, _more(found))(scope, receive, send)

    async def _routed(self, call: Call, scope: Any, receive: Any, send: Any) -> None:
        path = call.path
        if scope["method"] == "OPTIONS" and header(scope, b"access-control-request-method"):
            cors = PREFLIGHT if self.service.options.cors else None
            await Response(status_code=204, headers=cors)(scope, receive, send)
        elif path in ("/sparql", "/sparql/"):
            kept = self._kept(scope) if scope["method"] == "GET" else None
            if kept is not None:
                call.outcome = "kept"
                await send_whole(scope, send, kept)
                return
            await sparql(self.service, scope, receive, send)
        elif path == "/graphs" or path.startswith("/graphs/"):
            await graphs(self.service, scope, receive, send)
        else:
            scope["root_path"] = self.service.options.root_path
            await self.inner(scope, receive, send)

    def _kept(self, scope: Any) -> Kept | None:
        """The answer to a request that came before letter for letter, found without reading it."""
        accept = b""
        for name, value in scope["headers"]:
            if name == b"if-none-match":
                return None
            if name == b"accept":
                accept = accept + b", " + value if accept else value
        return self.service.cache.at((scope["query_string"], accept), self.service.site.version)

    def note(self, call: Call, method: str, seconds: float) -> None:
        """Counts an answered request and writes its line."""
        service = self.service
        is_error = call.status >= 400 and call.status not in (404, 429, 499)
        service.budgets.spend(call.client, call.work or min(seconds, 0.0001), error=is_error)
        service.metrics.count(part_of(call.path), call.status, seconds, call.sent)
        if call.outcome:
            service.metrics.queries[call.outcome.partition(":")[0]] += 1
        if self._log is not None:
            self._log(
                {
                    "time": time.time(),
                    "client": call.client,
                    "method": method,
                    "path": call.path,
                    "status": call.status,
                    "bytes": call.sent,
                    "ms": round(seconds * 1000, 2),
                    "work_ms": round(call.work * 1000, 2),
                    "outcome": call.outcome,
                }
            )

    def _tell(self, call: Call, error: Exception) -> None:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""
        told: Line = {
            "time": time.time(),
            "error": type(error).__name__,
            "message": str(error)[:500],
            "place": place,
            "path": call.path,
        }
        if self._log is not None:
            self._log(told)
        else:
            sys.stderr.write(json.dumps(told, ensure_ascii=False) + "\n")


def _more(error: Refused) -> dict[str, str]:
    """Headers that belong to a status."""
    if error.status == 401:
        return {"WWW-Authenticate": 'Bearer realm="sovgraph"'}
    return {"Allow": "GET, HEAD, POST, OPTIONS"} if error.status == 405 else {}


PARTS = frozenset(
    "sparql graphs doc id def list search suggest queries api workbench picture dataset void static health "
    "metrics".split()
)


def part_of(path: str) -> str:
    """The first word of the path where it is one of the site's; so that strangers can't make up new counts."""
    word = split_language(path)[1].removeprefix("/").partition("/")[0]
    return word if word in PARTS else "home" if word == "" else "other"
