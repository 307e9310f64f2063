"""Holds a PDF to its limits before the engine unpacks it: small files that unpack to far too much are refused."""

import re
import zlib

from sovgraph.errors import ReadError
from sovgraph.model import Source

MAX_PAGES = 3_000
MAX_LETTERS = 5_000_000
"""The longest budget papers have a tenth of this."""
MAX_OBJECTS = 50_000
"""Things printed on one page; a dense page has 2,000."""
MAX_STREAM = 60_000_000
MAX_STREAM_LETTERS = 1_500_000
"""Letters in one stream, looked at when it is longer than `_LONG`: the engine needs 200 bytes for each."""
_LONG = 3_000_000

_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"\bobj\b")
_WORDS = re.compile(rb"\(([^()\\]+)\)|<([0-9A-Fa-f]{2,})>")


def refuse_bombs(source: Source) -> None:
    """Raises ReadError for a stream that unpacks to more than a paper needs. Images count for nothing: they stay
    packed, as no page is drawn before this."""
    data = source.data
    for match in _STREAM.finditer(data):
        head = data[max(match.start() - 600, 0) : match.start()]
        start = [m.end() for m in _OBJECT.finditer(head)]
        head = head[start[-1] :] if start else head
        if b"/Image" in head or data[match.start() - 3 : match.start()] == b"end":
            continue
        letters = _letters(data, match.end(), packed=b"FlateDecode" in head or b"/Fl" in head)
        if letters > MAX_STREAM_LETTERS:
            message = "unpacks to more text than any paper has; give the paper as its publisher has it"
            raise ReadError(message, source=source.uri, place=f"byte {match.start()}")


def _letters(data: bytes, start: int, *, packed: bool) -> int:
    """How many letters a stream may print; 0 for one of ordinary length, or one too damaged to unpack."""
    end = data.find(b"endstream", start)
    stream = data[start : end if end >= 0 else len(data)]
    if packed:
        try:
            stream = zlib.decompressobj().decompress(stream, MAX_STREAM + 1)
        except zlib.error:
            return 0
    if len(stream) > MAX_STREAM:
        return MAX_STREAM
    return sum(len(m[1] or b"") + len(m[2] or b"") // 2 for m in _WORDS.finditer(stream)) if len(stream) > _LONG else 0
