"""Answers of the publisher's search service (SRU 2.0): one record a publication. Matched by namespace, not prefix."""

import re
from collections.abc import Iterator

from lxml import etree

from sovgraph.model import Source
from sovgraph.read.builder import flat
from sovgraph.read.paths import tag_of
from sovgraph.read.safe_xml import looks_like_xml, parse_xml
from sovgraph.record.base import Notes, Record, RecordFile, RecordReader, refuse, register
from sovgraph.record.publications import (
    beginning_of,
    begins_with,
    leaf_rows,
    paths_of_records,
    publication,
    publication_file,
)

SRU = "http://docs.oasis-open.org/ns/search-ws/sruResponse"
_DIAGNOSTIC = "http://docs.oasis-open.org/ns/search-ws/diagnostic"
_BARE = re.compile(rb"<record[\s>].{0,400}<recordSchema>", re.DOTALL)


def _sniff(source: Source) -> bool:
    if begins_with(source, "searchRetrieveResponse"):
        return True
    return looks_like_xml(source.data) and _BARE.search(beginning_of(source)) is not None


def _read(source: Source) -> RecordFile:
    root, _ = parse_xml(source)
    name = etree.QName(root)
    if name.localname == "searchRetrieveResponse" and name.namespace not in (SRU, None):
        raise refuse(source, f"an SRU answer of another version ({name.namespace}); ask the service for version 2.0")
    notes = Notes(source)
    records = list(_records(root, notes))
    if not records:
        said = [flat(e.text or "") for e in root.iter(f"{{{_DIAGNOSTIC}}}message")]
        why = f"the service says: {said[0]}" if said else "the search found nothing"
        raise refuse(source, f"an SRU answer without records ({why}); ask again")
    return publication_file("sru", records, notes)


def _records(root: etree._Element, notes: Notes) -> Iterator[Record]:
    paths = paths_of_records()
    for record in root.iter():
        if tag_of(record) != "record" or etree.QName(record).namespace not in (SRU, None):
            continue
        for meta in record.iter():
            if tag_of(meta) == "meta":
                yield publication(leaf_rows(meta, paths), paths.of(meta), notes)


register(RecordReader("sru", 12, _sniff, _read))
