"""metadata.xml of the official publications: <metadata_gegevens><metadata name= scheme= content=/>."""

import re
from collections.abc import Iterator

from lxml import etree

from sovgraph.model import Source
from sovgraph.read.builder import flat
from sovgraph.read.safe_xml import looks_like_xml, parse_xml
from sovgraph.record.base import Notes, RecordFile, RecordReader, refuse, register
from sovgraph.record.publications import Paths, Row, publication, publication_file, tags_of

_ROOT = re.compile(rb"<(?:[\w.-]+:)?metadata_gegevens[\s>/]")


def _sniff(source: Source) -> bool:
    return looks_like_xml(source.data) and _ROOT.search(tags_of(source)) is not None


def _read(source: Source) -> RecordFile:
    root, _ = parse_xml(source)
    if etree.QName(root).localname != "metadata_gegevens":
        raise refuse(source, f"<{root.tag}> holds metadata_gegevens; give the file with metadata_gegevens as its root")
    notes = Notes(source)
    return publication_file("metadata", [publication(_rows(root, Paths()), Paths().of(root), notes)], notes)


def _rows(root: etree._Element, paths: Paths) -> Iterator[Row]:
    """Only the rows of the publication itself: those inside another row describe a place."""
    for element in root:
        if isinstance(element.tag, str) and element.get("name"):
            content = flat(element.get("content") or "")
            yield element.get("name") or "", element.get("scheme") or "", content, f"{paths.of(element)}/@content"


register(RecordReader("metadata-xml", 10, _sniff, _read))
