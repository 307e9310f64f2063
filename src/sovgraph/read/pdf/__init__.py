"""PDF: characters with their places to lines, columns and paragraphs, with footnotes and page furniture apart."""

from sovgraph.read.base import Reader, register
from sovgraph.read.pdf.document import MEDIA_TYPE, read_pdf


def _sniff(data: bytes, name: str) -> bool:
    return b"%PDF" in data[:1024]


register(Reader("pdf", 30, _sniff, read_pdf, binary=True))

__all__ = ["MEDIA_TYPE", "read_pdf"]
