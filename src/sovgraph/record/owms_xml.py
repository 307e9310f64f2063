"""metadata_owms.xml of the official publications: <owms-metadata> with owmskern, owmsmantel and oep."""

import re

from sovgraph.model import Source
from sovgraph.read.safe_xml import looks_like_xml, parse_xml
from sovgraph.record.base import Notes, RecordFile, RecordReader, register
from sovgraph.record.publications import Paths, leaf_rows, publication, publication_file, tags_of

_ROOT = re.compile(rb"<(?:[\w.-]+:)?owms-metadata[\s>/]")


def _sniff(source: Source) -> bool:
    return looks_like_xml(source.data) and _ROOT.search(tags_of(source)) is not None


def _read(source: Source) -> RecordFile:
    root, _ = parse_xml(source)
    notes, paths = Notes(source), Paths()
    return publication_file("owms", [publication(leaf_rows(root, paths), paths.of(root), notes)], notes)


register(RecordReader("owms-xml", 11, _sniff, _read))
