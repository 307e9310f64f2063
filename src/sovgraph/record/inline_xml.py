"""The metadata that an official XML paper carries inside: <metadata><meta name= scheme= content=/>.

No reader of the registry: the file is a paper, and its metadata is what the publisher's register says of it.
"""

from collections.abc import Iterator

from lxml import etree

from sovgraph.model import Source
from sovgraph.read.builder import flat
from sovgraph.read.paths import Paths
from sovgraph.read.safe_xml import looks_like_xml, parse_xml
from sovgraph.record.base import Notes, RecordFile
from sovgraph.record.publications import Row, paths_of_records, publication, publication_file

_NEEDED = b"DC.identifier"


def read_inline(source: Source) -> RecordFile | None:
    """The record inside a paper; None for a paper that only says where its metadata is, or has none."""
    if not looks_like_xml(source.data) or b"<metadata" not in source.data or _NEEDED not in source.data:
        return None
    root, _ = parse_xml(source)
    notes, paths = Notes(source), paths_of_records()
    metadata = next(root.iter("metadata"), None)
    if metadata is None:
        return None
    found = publication_file("inline", [publication(_rows(metadata, paths), paths.of(metadata), notes)], notes)
    return found if found.records else None


def _rows(metadata: etree._Element, paths: Paths) -> Iterator[Row]:
    for meta in metadata.iter("meta"):
        name, content = meta.get("name") or "", flat(meta.get("content") or "")
        yield name, meta.get("scheme") or "", content, f"{paths.of(meta)}/@content"
