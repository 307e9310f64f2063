"""Is what came what was asked for? An error page with status 200, or half a file, is never kept."""

import json
import re
import zlib
from typing import Any

from sovgraph.errors import ReadError
from sovgraph.harvest.errors import Again, NotHad
from sovgraph.model import Source
from sovgraph.read.safe_xml import parse_xml

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_HTML_END = re.compile(rb"</html\s*>\s*(?:<!--.{0,500}-->\s*)*$", re.IGNORECASE | re.DOTALL)
MAX_BYTES = 100_000_000
"""No paper and no page of a listing is near this."""


def unpack(raw: bytes, encoding: str) -> bytes:
    """The body as it was before compression. A cut gzip stream is worth another try; a bomb isn't."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return raw
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise NotHad(f"Content-Encoding {encoding}, which wasn't asked for")
    stream = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        data = stream.decompress(raw, MAX_BYTES)
    except zlib.error as error:
        raise Again("the compressed body is damaged") from error
    if stream.unconsumed_tail:
        raise NotHad(f"more than {MAX_BYTES} bytes when unpacked")
    if not stream.eof:
        raise Again("the compressed body was cut off")
    return data


def check(data: bytes, kind: str, media_type: str, url: str, *, whole: bool = True) -> None:
    """Raises NotHad when the bytes aren't of the kind: "xml", "json", "html" or "pdf". `whole`: HTTP itself has shown
    that nothing was cut off; else the end of the body must."""
    if not data.strip():
        raise Again("the body is empty")
    _CHECKS[kind](data, media_type, url)
    if not whole and kind == "html" and not _HTML_END.search(data[-2000:]):
        raise Again("the HTML page has no end")
    if not whole and kind == "pdf" and b"%%EOF" not in data[-2048:]:
        raise Again("the PDF file has no end")


def _xml(data: bytes, media_type: str, url: str) -> None:
    if "html" in media_type or _HTML.match(data[:1000]):
        raise NotHad(f"an HTML page ({media_type or 'no media type'}) instead of XML")
    try:
        parse_xml(Source(url, data, "", media_type))
    except ReadError as error:
        raise NotHad(str(error).removeprefix(f"{url}: ")) from error


def _html(data: bytes, media_type: str, _url: str) -> None:
    if "html" not in media_type and not _HTML.match(data[:1000]):
        raise NotHad(f"{media_type or 'no media type'} instead of an HTML page")


def _pdf(data: bytes, media_type: str, _url: str) -> None:
    if not data.startswith(b"%PDF-"):
        raise NotHad(f"{media_type or 'no media type'} instead of PDF")


def _json(data: bytes, media_type: str, _url: str) -> None:
    if "html" in media_type or _HTML.match(data[:1000]):
        raise NotHad(f"an HTML page ({media_type or 'no media type'}) instead of JSON")
    odata_page(data)


def odata_page(data: bytes) -> dict[str, Any]:
    """A page of OData rows. Raises NotHad when it isn't one: the schema changed, or this is no OData service."""
    try:
        page = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotHad("not well-formed JSON") from error
    rows = page.get("value") if isinstance(page, dict) else None
    if not isinstance(page, dict) or not isinstance(rows, list):
        raise NotHad("no list 'value' in the OData answer; has the service's schema changed?")
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("Id"), str):
            raise NotHad("a row without 'Id' in the OData answer; has the service's schema changed?")
    return page


_CHECKS = {"xml": _xml, "html": _html, "pdf": _pdf, "json": _json}
