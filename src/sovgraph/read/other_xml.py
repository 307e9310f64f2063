"""Any other XML: proceedings, gazettes, unknown schemas. All its words, a block for each paragraph."""

from lxml import etree

from sovgraph.model import Source
from sovgraph.read.base import Reader, Text, register
from sovgraph.read.blocks import walk
from sovgraph.read.builder import TextBuilder, tag_of
from sovgraph.read.kamerstuk_xml import fields_of
from sovgraph.read.safe_xml import looks_like_xml, parse_xml

_KINDS = {"vlosCoreDocument": "handelingen", "vergadering": "handelingen"}


def _sniff(data: bytes, name: str) -> bool:
    return looks_like_xml(data)


def _read(source: Source) -> Text:
    root, issues = parse_xml(source)
    builder = TextBuilder()
    walk(root, builder)
    return Text(builder.finish(), "application/xml", _kind(root), tuple(builder.parts), fields_of(root), issues)


def _kind(root: etree._Element) -> str:
    """The publication's name: the root, or in official publications the element after the metadata."""
    name = tag_of(root)
    if name == "officiele-publicatie":
        inside = [tag_of(child) for child in root if tag_of(child) not in ("", "metadata", "kop")]
        name = inside[0] if inside else name
    return _KINDS.get(name, name)


register(Reader("xml", 20, _sniff, _read))
