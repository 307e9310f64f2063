"""Text and Markdown: the text is the file."""

from sovgraph.model import Source
from sovgraph.read.base import Reader, Text, register
from sovgraph.read.decode import decode


def _sniff(data: bytes, name: str) -> bool:
    return True


def _read(source: Source) -> Text:
    text, issues = decode(source)
    return Text(text, source.media_type, issues=issues)


register(Reader("text", 90, _sniff, _read))
