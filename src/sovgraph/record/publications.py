"""What the formats of the official publications share: a row of name, scheme and content becomes a field."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from sovgraph.identifiers import normalise_id
from sovgraph.model import Source
from sovgraph.read.builder import flat
from sovgraph.read.paths import tag_of
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


class Paths:
    """XPath 1.0 expressions without namespace prefixes: /a/*[local-name()='b'][2] where a namespace is in play."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> str:
        """The path; those of its siblings are made with it, as they are asked for next."""
        if element not in self._known:
            parent = element.getparent()
            if parent is None:
                self._known[element] = f"/{_test(element)}"
            else:
                self._children(parent, self.of(parent))
        return self._known[element]

    def _children(self, parent: etree._Element, path: str) -> None:
        children = [child for child in parent if isinstance(child.tag, str)]
        tests = [_test(child) for child in children]
        counts, seen = Counter(tests), Counter[str]()
        for child, test in zip(children, tests, strict=True):
            seen[test] += 1
            self._known[child] = f"{path}/{test}[{seen[test]}]" if counts[test] > 1 else f"{path}/{test}"


def _test(element: etree._Element) -> str:
    name = etree.QName(element)
    return f"*[local-name()='{name.localname}']" if name.namespace else name.localname


def leaf_rows(element: etree._Element, paths: Paths) -> Iterator[Row]:
    """A row for each element below that holds text and no elements: OWMS and SRU write their fields so."""
    for child in element.iter():
        name = tag_of(child)
        if name and len(child) == 0:
            yield name, child.get("scheme") or "", flat(child.text or ""), paths.of(child)


def tags_of(source: Source) -> bytes:
    """The beginning of the file, where its root stands."""
    return source.data[:4000].replace(b"\x00", b"")
