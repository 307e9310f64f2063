"""Files of registers (metadata of publications, answers of search and data services) → frozen records."""

from sovgraph.record import edmx, metadata_xml, odata, owms_xml, sru, syncfeed
from sovgraph.record.base import PUBLICATION, RECORD_READERS, Field, Link, Record, RecordFile, read_record_file
from sovgraph.record.inline_xml import read_inline

__all__ = [
    "PUBLICATION",
    "READERS",
    "RECORD_READERS",
    "Field",
    "Link",
    "Record",
    "RecordFile",
    "read_inline",
    "read_record_file",
]

READERS = (edmx, metadata_xml, odata, owms_xml, sru, syncfeed)
"""The modules whose import registers the readers."""
