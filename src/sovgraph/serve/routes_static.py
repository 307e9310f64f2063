"""/static/…: styles and scripts. Their names stay, so a browser asks each time whether they changed."""

import gzip
import hashlib
from functools import cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sovgraph.errors import ResourceError
from sovgraph.pages.files import TYPES, page_file
from sovgraph.serve.negotiation import etag_matches

_PACKED = 1400
"""A file that fits into one packet isn't compressed."""


def static(request: Request) -> Response:
    name = request.path_params["name"]
    try:
        content, packed, etag = _prepared(name)
    except ResourceError as error:
        raise HTTPException(404) from error
    headers = {"ETag": etag, "Cache-Control": "public, max-age=300", "Vary": "Accept-Encoding"}
    if etag_matches(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers=headers)
    if packed and "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = packed, "gzip"
    return Response(content, headers=headers, media_type=TYPES[f".{name.rpartition('.')[2]}"])


@cache
def _prepared(name: str) -> tuple[bytes, bytes, str]:
    """Content, compressed content (empty: not worth it) and entity tag."""
    content = page_file(name)
    packed = gzip.compress(content, mtime=0) if len(content) > _PACKED else b""
    return content, packed, f'"{hashlib.sha256(content).hexdigest()[:16]}"'


ROUTES = [Route("/static/{name}", static)]
