"""What the formats of the official publications share: a row of name, scheme and content becomes a field."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from sovgraph.identifiers import normalise_id
from sovgraph.model import Source
from sovgraph.read.builder import flat
from sovgraph.read.paths import Paths, tag_of
from sovgraph.read.safe_xml import looks_like_xml
from sovgraph.record.base import PUBLICATION, Field, Notes, Record, RecordFile
from sovgraph.record.tables import publication_role

Row = tuple[str, str, str, str]
"""Name, scheme, content, and the XPath of the element or attribute that holds the content."""


def publication(rows: Iterable[Row], path: str, notes: Notes) -> Record:
    """The record of one publication; empty values say nothing and are left out."""
    fields = []
    for name, scheme, content, place in rows:
        role = publication_role(name, scheme)
        if role is None:
            notes.unknown(name)
        elif role and content:
            fields.append(Field(role, content, place, name))
    record = Record(PUBLICATION, "", path, tuple(fields))
    key = normalise_id(record.value("identifier")) or record.value("identifier")
    if len({f.value for f in record.all("identifier")}) > 1:
        notes.issue("REGISTER-FIELD-DOUBLE", "the record gives several identifiers; the first is used")
    if not key:
        notes.issue("REGISTER-RECORD-NAMELESS", f"the record at {path} gives no identifier; it is left out")
    return Record(PUBLICATION, key, path, record.fields)


def publication_file(name: str, records: Iterable[Record], notes: Notes) -> RecordFile:
    named = tuple(record for record in records if record.key)
    places = tuple(range(len(named)))
    return RecordFile(name, "application/xml", named, places, notes.all_issues(), notes.counts())


def paths_of_records() -> Paths:
    """XPath 1.0 expressions without namespace prefixes: /a/*[local-name()='b'][2] where a namespace is in play."""
    return Paths(_test)


def _test(element: etree._Element) -> str:
    name = tag_of(element)
    return f"*[local-name()='{name}']" if str(element.tag).startswith("{") else name


def leaf_rows(element: etree._Element, paths: Paths) -> Iterator[Row]:
    """A row for each element below that holds text and no elements: OWMS and SRU write their fields so."""
    for child in element.iter():
        name = tag_of(child)
        if name and len(child) == 0:
            yield name, child.get("scheme") or "", flat(child.text or ""), paths.of(child)


def begins_with(source: Source, *names: str) -> bool:
    """Whether a tag of one of these names stands at the beginning of an XML file, where its root is."""
    tag = rf"<(?:[\w.-]+:)?(?:{'|'.join(names)})[\s>/]".encode()
    return looks_like_xml(source.data) and re.search(tag, beginning_of(source)) is not None


def beginning_of(source: Source) -> bytes:
    return source.data[:4000].replace(b"\x00", b"")
