"""Bytes to text: one file per format, asked in the order of their rank."""

from sovgraph.read import docx, html, odt, other_office, other_xml, pdf, text
from sovgraph.read.base import READERS, Part, Reader, Text, read_source
from sovgraph.read.source import make_source, read_path

__all__ = [
    "READERS",
    "Part",
    "Reader",
    "Text",
    "docx",
    "html",
    "make_source",
    "odt",
    "other_office",
    "other_xml",
    "pdf",
    "read_path",
    "read_source",
    "text",
]
