"""The schema of an OData service is no data: it is refused by name, so that nobody takes it for a paper."""

import re

from sovgraph.model import Source
from sovgraph.read.safe_xml import looks_like_xml
from sovgraph.record.base import RecordFile, RecordReader, refuse, register
from sovgraph.record.publications import tags_of

_ROOT = re.compile(rb"<(?:[\w.-]+:)?Edmx[\s>]")


def _sniff(source: Source) -> bool:
    return looks_like_xml(source.data) and _ROOT.search(tags_of(source)) is not None


def _read(source: Source) -> RecordFile:
    raise refuse(source, "the schema of an OData service, which holds no data; give its answers as JSON")


register(RecordReader("edmx", 30, _sniff, _read))
