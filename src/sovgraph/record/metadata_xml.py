"""metadata.xml of the official publications: <metadata_gegevens><metadata name= scheme= content=/>."""

from collections.abc import Iterator

from lxml import etree

from sovgraph.model import Source
from sovgraph.read.builder import flat
from sovgraph.read.paths import Paths
from sovgraph.read.safe_xml import parse_xml
from sovgraph.record.base import Notes, RecordFile, RecordReader, refuse, register
from sovgraph.record.publications import Row, begins_with, paths_of_records, publication, publication_file


def _sniff(source: Source) -> bool:
    return begins_with(source, "metadata_gegevens")


def _read(source: Source) -> RecordFile:
    root, _ = parse_xml(source)
    if etree.QName(root).localname != "metadata_gegevens":
        raise refuse(source, f"<{root.tag}> holds metadata_gegevens; give the file with metadata_gegevens as its root")
    notes, paths = Notes(source), paths_of_records()
    return publication_file("metadata", [publication(_rows(root, paths), paths.of(root), notes)], notes)


def _rows(root: etree._Element, paths: Paths) -> Iterator[Row]:
    """Only the rows of the publication itself: those inside another row describe a place."""
    for element in root:
        if isinstance(element.tag, str) and element.get("name"):
            content = flat(element.get("content") or "")
            yield element.get("name") or "", element.get("scheme") or "", content, f"{paths.of(element)}/@content"


register(RecordReader("metadata-xml", 10, _sniff, _read))
