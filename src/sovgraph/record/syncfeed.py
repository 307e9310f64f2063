"""Entries of the Tweede Kamer's SyncFeed (Atom): each holds one entity as XML, with its fields as elements.

A field or relation has the name that the OData service gives it, in small letters first; `tk:verwijderd` marks an
entity that is gone, `ref` leads to another entity.
"""

import re
from collections.abc import Iterator

from lxml import etree

from sovgraph.model import Source
from sovgraph.read.builder import flat
from sovgraph.read.paths import Paths, tag_of
from sovgraph.read.safe_xml import parse_xml
from sovgraph.record.base import Field, Notes, Record, RecordFile, RecordReader, refuse, register
from sovgraph.record.odata import READ, value_as_text
from sovgraph.record.publications import beginning_of, begins_with, paths_of_records
from sovgraph.record.tables import Column, odata_columns

ATOM = "http://www.w3.org/2005/Atom"
_KINDS = {kind.lower(): kind for kind in READ}


def _sniff(source: Source) -> bool:
    return begins_with(source, "feed", "entry") and ATOM.encode() in beginning_of(source)


def _read(source: Source) -> RecordFile:
    root, _ = parse_xml(source)
    notes, paths = Notes(source), paths_of_records()
    records = [record for content in root.iter(f"{{{ATOM}}}content") for record in _entities(content, notes, paths)]
    if not records:
        raise refuse(source, f"a feed without entities that are read; known: {' '.join(READ)}")
    places = tuple(range(len(records)))
    return RecordFile("syncfeed", "application/atom+xml", tuple(records), places, notes.all_issues(), notes.counts())


def _entities(content: etree._Element, notes: Notes, paths: Paths) -> Iterator[Record]:
    for entity in content:
        kind = _KINDS.get(tag_of(entity).lower())
        if kind is None:
            notes.unknown(tag_of(entity) or "comment")
            continue
        yield _record(kind, entity, notes, paths)


def _record(kind: str, entity: etree._Element, notes: Notes, paths: Paths) -> Record:
    columns = {name.lower(): column for name, column in odata_columns()[kind].items()}
    marks = {etree.QName(str(name)).localname.lower(): str(value) for name, value in entity.attrib.items()}
    where = paths.of(entity)
    gone = Field("deleted", "true", f"{where}/@*[local-name()='verwijderd']", "verwijderd")
    deleted = gone if marks.get("verwijderd", "").lower() == "true" else None
    fields = [Field("id", marks["id"].lower(), f"{where}/@id", "id")] if marks.get("id") else []
    for child in () if deleted else entity:
        name = tag_of(child)
        column = columns.get(name.lower())
        if not name or child.get("ref"):
            continue
        if column is None:
            notes.unknown(f"{kind}.{name}")
        elif column.role and not column.type.startswith(">"):
            fields += _field(kind, column, flat(child.text or ""), paths.of(child), notes)
    key = next((f.value for f in fields if f.role == "id"), "")
    if not key:
        notes.issue("REGISTER-RECORD-NAMELESS", f"the record at {where} gives no identifier; it is left out")
    return Record(kind, key, where, tuple(f for f in fields if f.role != "deleted"), (), deleted)


def _field(kind: str, column: Column, text: str, path: str, notes: Notes) -> Iterator[Field]:
    value = value_as_text(column.type, _typed(column.type, text))
    if value is None and text:
        message = f"field '{kind}.{column.name}' should be a {column.type}; the value is left out"
        notes.issue("REGISTER-FIELD-TYPE", message)
    elif value:
        yield Field(column.role, value, path, column.name)


def _typed(kind: str, text: str) -> object:
    """XML has only text: a number or a flag is read as such where its words are."""
    if kind == "number" and re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    if kind == "flag" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    return text


register(RecordReader("syncfeed", 13, _sniff, _read))
