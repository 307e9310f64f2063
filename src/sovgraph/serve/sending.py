"""How an answer goes to the client: always whole. A long one waits in a file until its end is known, so that a limit
that cuts it becomes an error, and so that a client that reads slowly holds up no process."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import IO, Any

from sovgraph.serve.asking import Asking
from sovgraph.serve.cache import Kept
from sovgraph.serve.calls import Call
from sovgraph.serve.engine import Refused
from sovgraph.serve.formats import FORMATS
from sovgraph.serve.protocol import Cut
from sovgraph.serve.service import Service

CACHING = b"no-cache"
"""Clients may keep an answer, and ask each time whether it still holds."""

STALL_SECONDS = 30.0
"""A client that takes no piece in this time is left."""

_IN_MEMORY = 4 * 1024 * 1024
_PIECE = 256 * 1024

Headers = list[tuple[bytes, bytes]]


async def begin(send: Any, status: int, headers: Headers) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})


async def send_unchanged(send: Any, tag: bytes) -> None:
    await begin(send, 304, [(b"etag", tag), (b"cache-control", CACHING), (b"vary", b"Accept")])
    await send({"type": "http.response.body", "body": b""})


async def send_whole(scope: Any, send: Any, kept: Kept) -> None:
    await begin(send, 200, _head(kept.content_type, len(kept.body), kept.etag))
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else kept.body})


def _head(content_type: bytes, size: int, tag: bytes) -> Headers:
    headers = [(b"content-type", content_type), (b"content-length", b"%d" % size), (b"vary", b"Accept")]
    headers.append((b"cache-control", CACHING if tag else b"no-store"))
    return [*headers, (b"etag", tag)] if tag else headers


async def send_asked(
    service: Service, request: dict[str, Any], mark: tuple[bytes, str], scope: Any, receive: Any, send: Any
) -> Kept | None:
    """Has the request answered by a worker and sends the answer; gives it back where it is short enough to keep.

    `mark`: the tag of the answer, and the version of the data that was asked.
    """
    tag, version = mark
    call: Call = scope["sovgraph"]
    async with _spool(service) as file:
        asking = Asking(service.workers, call.client, receive)
        try:
            async with asking:
                found = await asking.ask(request)
                size = 0 if found is not None else await asking.rest(file)
        finally:
            call.work += asking.seconds
        content_type = FORMATS[asking.form].content_type.encode()
        if found is not None:
            call.outcome = "answered"
            kept = Kept(content_type, tag, found.body, version)
            await send_whole(scope, send, kept)
            return kept
        call.outcome = "long"
        service.spooled += size
        try:
            await begin(send, 200, _head(content_type, size, tag))
            await _pass_on(file, scope, send)
        finally:
            service.spooled -= size
    return None


@asynccontextmanager
async def _spool(service: Service) -> AsyncIterator[IO[bytes]]:
    """A file for a long answer. Raises Refused when slow clients hold too many already."""
    if service.spooled > service.limits.spool_bytes:
        raise Refused(503, "busy", "too many long answers are on their way; try again in a moment")
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        yield file


async def _pass_on(file: IO[bytes], scope: Any, send: Any) -> None:
    """The pieces of the file as fast as the client takes them. Raises Cut."""
    file.seek(0)
    if scope["method"] != "HEAD":
        while piece := file.read(_PIECE):
            try:
                async with asyncio.timeout(STALL_SECONDS):
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
            except TimeoutError as error:
                raise Cut("the client takes nothing") from error
    await send({"type": "http.response.body", "body": b"", "more_body": False})
