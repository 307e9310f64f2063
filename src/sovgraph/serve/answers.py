"""What the handlers of data, queries and pages share: work in a thread, answers kept by version, errors as answers."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, wraps
from importlib.metadata import PackageNotFoundError, version
from typing import TypeVar
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from sovgraph.errors import QueryError
from sovgraph.serve.cache import Kept, etag
from sovgraph.serve.engine import Refused
from sovgraph.serve.errors import problem
from sovgraph.serve.negotiation import Form, choose_form, etag_matches
from sovgraph.serve.service import Service
from sovgraph.serve.state import site_of

T = TypeVar("T")
Handler = Callable[[Request], Awaitable[Response]]

PAGES, PICTURES, QUERIES, COUNTS = "pages", "pictures", "queries", "counts"
AT_ONCE = {PAGES: 4, PICTURES: 4, QUERIES: 8, COUNTS: 1}
"""Answers of a kind made at the same time, so that slow queries and pictures never keep pages waiting; others wait."""
WAITING = 64
"""More may not wait: they are told to come back."""
MOST_PATH = 2_000
_IRI_CHARS = "%/:?#[]@!$&'()*+,;=~-._"


@cache
def program_version() -> str:
    try:
        return version("sovgraph")
    except PackageNotFoundError:
        return "0"


def answering(handler: Handler) -> Handler:
    """A handler whose refusals and bad parameters become answers, not tracebacks."""

    @wraps(handler)
    async def answered(request: Request) -> Response:
        try:
            if len(request.url.path) > MOST_PATH:
                raise Refused(414, "long-address", f"the address is longer than {MOST_PATH} characters")
            return await handler(request)
        except Refused as error:
            return problem(request.scope, error, _headers_of(error))
        except QueryError as error:
            return problem(request.scope, Refused(400, "bad-request", str(error)))

    return answered


def _headers_of(error: Refused) -> dict[str, str]:
    headers = getattr(error, "headers", {})
    return dict(headers)


class NotAcceptable(Refused):
    """406, with what there is in its words and as links."""

    def __init__(self, offered: Mapping[str, str]) -> None:
        listed = ", ".join(offered)
        super().__init__(406, "not-acceptable", f"none of the media types of Accept is on offer; there are: {listed}")
        self.headers = {"Link": ", ".join(f'<{href}>; rel="alternate"; type="{m}"' for m, href in offered.items())}


def missing(what: str) -> Refused:
    return Refused(404, "not-found", what)


async def in_thread(request: Request, make: Callable[[], T], kind: str = PAGES) -> T:
    """The result of work that takes time; a few at once, counted for the client's budget. Raises Refused."""
    state = request.app.state
    if getattr(state, "slots", None) is None:
        state.slots = {name: ThreadPoolExecutor(number, f"sovgraph-{name}") for name, number in AT_ONCE.items()}
        state.queued = dict.fromkeys(AT_ONCE, 0)
    if state.queued[kind] >= WAITING:
        raise Refused(503, "busy", "too many questions wait for an answer; try again in a moment")
    state.queued[kind] += 1
    try:
        started = time.perf_counter()
        return await asyncio.get_running_loop().run_in_executor(state.slots[kind], make)
    finally:
        call = request.scope.get("sovgraph")
        if call is not None and kind != QUERIES:
            # A worker tells what it spent itself; here it is the time in the thread, waiting for one included.
            call.work += time.perf_counter() - started
        state.queued[kind] -= 1


async def kept_answer(
    request: Request,
    key: Hashable,
    content_type: str,
    make: Callable[[], bytes],
    headers: Mapping[str, str],
    kind: str = PAGES,
) -> Response:
    """200 with a tag that holds for this version of the data, or 304; made once, then from the cache."""
    service: Service = request.app.state.service
    site = site_of(request)
    whole = (site.version, program_version(), key)
    tag = etag(*whole)
    asked = request.headers.get("if-none-match")
    sent = {**headers, "ETag": tag.decode(), "Cache-Control": "no-cache"}
    is_known = asked is not None and asked.strip() != "*" and etag_matches(asked, tag.decode())
    if is_known:
        return Response(status_code=304, headers=sent)
    kept = service.cache.get(whole)
    if kept is None:
        body = await in_thread(request, make, kind)
        kept = Kept(content_type.encode(), tag, body)
        service.cache.put(whole, kept)
    if asked is not None and asked.strip() == "*":
        return Response(status_code=304, headers=sent)
    return whole_or_head(request, kept.body, content_type, sent)


def whole_or_head(request: Request, body: bytes, content_type: str, headers: Mapping[str, str]) -> Response:
    """A HEAD request gets the same head and no body."""
    if request.method == "HEAD":
        return Response(b"", headers={**headers, "Content-Type": content_type, "Content-Length": str(len(body))})
    return Response(body, headers={**headers, "Content-Type": content_type})


def wanted_form(request: Request, forms: tuple[Form, ...], addresses: Mapping[str, str]) -> Form:
    """The form by the Accept field. `addresses`: of each form, by media type. Raises Refused (406)."""
    form = choose_form(request.headers.get("accept"), forms)
    if form is None:
        raise NotAcceptable(addresses)
    return form


def link_header(links: list[tuple[str, str, str]]) -> str:
    """Address, relation and media type ("": none) of each."""
    return ", ".join(f'<{href}>; rel="{rel}"' + (f'; type="{media}"' if media else "") for href, rel, media in links)


def header_iri(iri: str) -> str:
    """An IRI as a header field can hold it."""
    return quote(iri, safe=_IRI_CHARS)
