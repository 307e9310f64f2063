"""Paths to sources: the bytes as they came, with their checksum and media type."""

import hashlib
import sys
from pathlib import Path

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.base import MAX_BYTES

STDIN = "-"
SEPARATOR = "!/"
"""Between an archive and its member in a source's name, as in "papers.zip!/2025/kst-1.xml"."""

_MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown", ".xml": "application/xml", ".html": "text/html"}


def read_path(path: str) -> Source:
    """The source at a path; "-" is standard input. Raises ReadError when it can't be opened."""
    if path == STDIN:
        return make_source(path, sys.stdin.buffer.read())
    place = Path(path)
    if place.is_dir():
        raise ReadError("a folder, expected a file; give the files in it", source=path)
    try:
        with place.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # of a device or a pipe, too, no more than fits
        if len(data) > MAX_BYTES:
            raise ReadError(f"more than {MAX_BYTES:,} bytes; split it into papers", source=path)
        return make_source(path, data)
    except FileNotFoundError:
        raise ReadError("no such file; check the path", source=path) from None
    except OSError as error:
        raise ReadError(f"can't be opened ({error.strerror}); check its permissions", source=path) from error


def make_source(uri: str, data: bytes) -> Source:
    """A source of bytes that are already at hand."""
    return Source(uri, data, hashlib.sha256(data).hexdigest(), _media_type(uri, data))


def _media_type(uri: str, data: bytes) -> str:
    if b"%PDF" in data[:1024]:
        return "application/pdf"
    known = _MEDIA_TYPES.get(Path(uri).suffix.lower())
    if known:
        return known
    return "application/xml" if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") else "text/plain"
