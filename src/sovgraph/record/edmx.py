"""The schema of an OData service is no data: it is refused by name, so that nobody takes it for a paper."""

from sovgraph.model import Source
from sovgraph.record.base import RecordFile, RecordReader, refuse, register
from sovgraph.record.publications import begins_with


def _sniff(source: Source) -> bool:
    return begins_with(source, "Edmx")


def _read(source: Source) -> RecordFile:
    raise refuse(source, "the schema of an OData service, which holds no data; give its answers as JSON")


register(RecordReader("edmx", 30, _sniff, _read))
