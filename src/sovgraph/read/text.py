"""Text and Markdown: the text is the file; a line end of one carriage return is read as a line feed."""

import re

from sovgraph.model import Source
from sovgraph.read.base import Reader, Text, register
from sovgraph.read.decode import decode

_LONE_RETURN = re.compile(r"\r(?!\n)")


def _sniff(data: bytes, name: str) -> bool:
    return True


def _read(source: Source) -> Text:
    text, issues = decode(source)
    # One character for one: every offset stays that of the file.
    return Text(_LONE_RETURN.sub("\n", text), source.media_type, issues=issues)


register(Reader("text", 90, _sniff, _read))
