"""The SPARQL endpoint: the protocol outside, worker processes inside, no half answers."""

import asyncio
import hmac
import json
import re
from typing import Any

from starlette.responses import RedirectResponse, Response

from sovgraph.serve.asking import Asking
from sovgraph.serve.cache import etag
from sovgraph.serve.calls import Call
from sovgraph.serve.engine import Refused
from sovgraph.serve.formats import FORMATS, NONE, prefers_html, wanted
from sovgraph.serve.negotiation import etag_matches
from sovgraph.serve.protocol import Operation, header, read_body, read_get, read_post
from sovgraph.serve.sending import send_asked, send_unchanged, send_whole
from sovgraph.serve.service import Service

_FLEETING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
"""Functions whose value differs each time; such an answer is never kept."""

METHODS = "GET, HEAD, POST, OPTIONS"


async def sparql(service: Service, scope: Any, receive: Any, send: Any) -> None:
    """Answers one request to the endpoint. Raises Refused or Left."""
    method = scope["method"]
    if method in ("GET", "HEAD"):
        operation = read_get(scope)
    elif method == "POST":
        operation = read_post(scope, await body_of(service, receive))
    else:
        raise Refused(405, "method", f"use {METHODS}")
    if operation.kind == "query":
        await _query(service, operation, scope, receive, send)
    elif operation.kind == "update":
        await _update(service, operation, scope, receive, send)
    elif method == "POST":
        raise Refused(400, "no-query", "send a query in the field 'query'")
    else:
        await _about(service, operation, scope)(scope, receive, send)


async def body_of(service: Service, receive: Any, most: int = 0) -> bytes:
    """The body of a request, within the limits of size and time. Raises Refused."""
    try:
        async with asyncio.timeout(service.limits.body_seconds):
            return await read_body(receive, most or service.limits.upload_bytes)
    except TimeoutError as error:
        raise Refused(408, "body-too-slow", "the body did not come in time") from error


async def _query(service: Service, operation: Operation, scope: Any, receive: Any, send: Any) -> None:
    text = operation.text
    if len(text) > service.limits.query_bytes:
        raise Refused(413, "query-too-long", f"the query is longer than {service.limits.query_bytes} characters")
    solutions, graph = wanted(header(scope, b"accept"), operation.suffix)
    if solutions == NONE and graph == NONE:
        raise Refused(406, "not-acceptable", f"answers come as {', '.join(form.media for form in FORMATS)}")
    call: Call = scope["sovgraph"]
    key = (service.site.version, text, operation.default_graphs, operation.named_graphs, solutions, graph)
    steady = not _FLEETING.search(text)
    tag = etag(*key) if steady else b""
    if tag and (known := header(scope, b"if-none-match")) and "*" not in known and etag_matches(known, tag.decode()):
        call.outcome = "unchanged"
        await send_unchanged(send, tag)
        return
    kept = service.cache.get(key) if steady else None
    if kept is not None:
        call.outcome = "kept"
        if scope["method"] == "GET":
            service.cache.note((scope["query_string"], header(scope, b"accept").encode("latin-1")), key)
        await send_whole(scope, send, kept)
        return
    request = _request(service, operation, solutions, graph)
    kept = await send_asked(service, request, (tag, key[0]), scope, receive, send)
    if kept is not None and steady:
        service.cache.put(key, kept)


def _request(service: Service, operation: Operation, solutions: int, graph: int) -> dict[str, Any]:
    return {
        "kind": "query",
        "text": operation.text,
        "default": operation.default_graphs,
        "named": operation.named_graphs,
        "solutions": solutions,
        "graph_format": graph,
        "union": service.options.union,
        "base": service.site.base,
    }


async def _update(service: Service, operation: Operation, scope: Any, receive: Any, send: Any) -> None:
    check_token(service, scope)
    request = {
        "kind": "update",
        "text": operation.text,
        "default": operation.default_graphs,
        "named": operation.named_graphs,
        "base": service.site.base,
    }
    await write(service, request, scope, receive)
    await Response(status_code=204)(scope, receive, send)


def check_token(service: Service, scope: Any) -> None:
    """Raises Refused unless writing is on and the request shows the token."""
    token = service.options.token
    if not token:
        raise Refused(403, "read-only", "this server only reads; the data changes by building the store")
    scheme, _, given = header(scope, b"authorization").partition(" ")
    if scheme.lower() != "bearer":
        raise Refused(401, "token-missing", "writing needs the header 'Authorization: Bearer TOKEN'")
    if not hmac.compare_digest(given.strip().encode(), token.encode()):
        raise Refused(403, "token-wrong", "that token doesn't allow writing")


async def write(service: Service, request: dict[str, Any], scope: Any, receive: Any) -> bool:
    """A change by the writing worker, after which everyone reads the new state; whether a graph came into being."""
    call: Call = scope["sovgraph"]
    asking = Asking(service.writer, call.client, receive)
    try:
        async with asking:
            found = await asking.ask(request)
    finally:
        call.work += asking.seconds
    await service.reopen()
    call.outcome = "changed"
    return bool(found and json.loads(found.body)["created"])


def _about(service: Service, operation: Operation, scope: Any) -> Response:
    """The description of the service; a browser goes to the workbench."""
    if prefers_html(header(scope, b"accept")) and not operation.suffix:
        return RedirectResponse(f"{service.options.root_path}/workbench", 303, {"Vary": "Accept"})
    from sovgraph.serve.about import service_description

    return service_description(service, header(scope, b"accept"), operation.suffix)
