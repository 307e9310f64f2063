"""Graph Store Protocol at /graphs: by name, `?default`, or the address of the graph itself. Writing needs the token."""

import re
import uuid
from email.message import Message
from typing import Any

from starlette.responses import Response

from sovgraph.serve.cache import etag
from sovgraph.serve.calls import site_path
from sovgraph.serve.engine import Refused
from sovgraph.serve.formats import FORMATS, GRAPH, NONE, wanted
from sovgraph.serve.negotiation import etag_matches
from sovgraph.serve.protocol import fields_of, header
from sovgraph.serve.sending import send_asked, send_unchanged, send_whole
from sovgraph.serve.service import Service
from sovgraph.serve.sparql import body_of, check_token, write
from sovgraph.store.terms import is_iri

_BOUNDARY = re.compile(r"boundary=\"?([^\";,]+)")


async def graphs(service: Service, scope: Any, receive: Any, send: Any) -> None:
    """Answers one request. Raises Refused."""
    graph, given = _graph(service, scope)
    method = scope["method"]
    if method in ("GET", "HEAD"):
        if not given:
            raise Refused(400, "no-graph", "name a graph: ?graph=IRI or ?default")
        await _read(service, graph, scope, receive, send)
        return
    if method not in ("PUT", "POST", "DELETE"):
        raise Refused(405, "method", "use GET, HEAD, PUT, POST or DELETE")
    check_token(service, scope)
    if not given and method != "POST":
        raise Refused(400, "no-graph", "name a graph: ?graph=IRI or ?default")
    location = ""
    if not given:
        graph = location = f"{_here(scope)}/{uuid.uuid4()}"
    request: dict[str, Any] = {"kind": method.lower(), "graph": graph}
    if method != "DELETE":
        request["parts"] = _parts(header(scope, b"content-type"), await body_of(service, receive))
    created = await write(service, request, scope, receive)
    headers = {"Location": location} if location else {}
    await Response(status_code=201 if created else 204, headers=headers)(scope, receive, send)


def _graph(service: Service, scope: Any) -> tuple[str | None, bool]:
    """The graph's IRI (None: the default graph), and whether the request names one at all. Raises Refused."""
    fields = fields_of(scope["query_string"])
    named = [value for name, value in fields if name == "graph"]
    default = any(name == "default" for name, _ in fields)
    if len(named) + default > 1:
        raise Refused(400, "two-graphs", "name one graph: ?graph=IRI or ?default")
    if named:
        return _checked(named[0]), True
    if default:
        return None, True
    here = _here(scope)
    is_root = site_path(scope, service.options.root_path) in ("/graphs", "/graphs/")
    return (None, False) if is_root else (_checked(here), True)


def _checked(iri: str) -> str:
    """Raises Refused for what no graph can be called."""
    if not is_iri(iri):
        raise Refused(400, "bad-iri", f"'{iri[:200]}' is not an absolute IRI")
    return iri


def _here(scope: Any) -> str:
    """The address of the request without its query."""
    raw = scope.get("raw_path") or scope["path"].encode()
    path = raw.partition(b"?")[0].decode("latin-1").rstrip("/")
    return f"{scope.get('scheme', 'http')}://{header(scope, b'host') or 'localhost'}{path}"


async def _read(service: Service, graph: str | None, scope: Any, receive: Any, send: Any) -> None:
    suffix = next((value for name, value in fields_of(scope["query_string"]) if name == "format"), "")
    _, form = wanted(header(scope, b"accept"), suffix)
    if form == NONE:
        takes = ", ".join(f.media for f in FORMATS if f.kind == GRAPH)
        raise Refused(406, "not-acceptable", f"graphs come as {takes}")
    key = (service.site.version, "graph", graph, form)
    tag = etag(*key)
    if (known := header(scope, b"if-none-match")) and "*" not in known and etag_matches(known, tag.decode()):
        await send_unchanged(send, tag)
        return
    kept = service.cache.get(key)
    if kept is not None:
        await send_whole(scope, send, kept)
        return
    request = {"kind": "graph", "graph": graph, "graph_format": form, "union": service.options.union}
    kept = await send_asked(service, request, (tag, service.site.version), scope, receive, send)
    if kept is not None:
        service.cache.put(key, kept)


def _parts(content_type: str, body: bytes) -> list[tuple[str, str]]:
    """Media type and text of the body, or of each part of a multipart form. Raises Refused."""
    media = content_type.partition(";")[0].strip().lower()
    if media != "multipart/form-data":
        return [(media or "text/turtle", _text(body))]
    found = _BOUNDARY.search(content_type)
    if found is None:
        raise Refused(400, "boundary", "multipart/form-data without a boundary")
    parts = []
    for piece in re.split(rb"(?:^|\r?\n)--" + re.escape(found[1].strip().encode()), body)[1:-1]:
        head, _, data = piece.lstrip(b"\r\n").replace(b"\r\n\r\n", b"\n\n", 1).partition(b"\n\n")
        told = Message()
        for line in head.decode("latin-1").splitlines():
            name, _, value = line.partition(":")
            told[name.strip()] = value.strip()
        parts.append((told.get_content_type() if told["content-type"] else "text/turtle", _text(data)))
    return parts


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, "encoding", "the body must be UTF-8") from error
