"""metadata_owms.xml of the official publications: <owms-metadata> with owmskern, owmsmantel and oep."""

from sovgraph.model import Source
from sovgraph.read.safe_xml import parse_xml
from sovgraph.record.base import Notes, RecordFile, RecordReader, register
from sovgraph.record.publications import begins_with, leaf_rows, paths_of_records, publication, publication_file


def _sniff(source: Source) -> bool:
    return begins_with(source, "owms-metadata")


def _read(source: Source) -> RecordFile:
    root, _ = parse_xml(source)
    notes, paths = Notes(source), paths_of_records()
    return publication_file("owms", [publication(leaf_rows(root, paths), paths.of(root), notes)], notes)


register(RecordReader("owms-xml", 11, _sniff, _read))
