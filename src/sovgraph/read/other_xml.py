"""XML papers of every genre and schema; of an unknown one all its words, a block for each paragraph."""

from lxml import etree

from sovgraph.model import Issue, Severity, Source
from sovgraph.read import kamervragen_xml, proceedings_xml, vlos_xml
from sovgraph.read.base import Reader, Text, register
from sovgraph.read.blocks import Handler, Walker
from sovgraph.read.builder import TextBuilder, clean
from sovgraph.read.kamerstuk_xml import head_lines, walk_kamerstuk, walk_kamerwrk
from sovgraph.read.paths import tag_of
from sovgraph.read.safe_xml import looks_like_xml, parse_xml

_KINDS = {
    "vlosCoreDocument": "handelingen",
    "vergadering": "handelingen",
    "handeling": "handelingen",
    "kamerwrk": "kamerstuk",
    "vraagdoc": "kamervragen",
    "staatsbl": "staatsblad",
}


def _head(walker: Walker, element: etree._Element, group: int) -> None:
    head_lines(walker, element)


_OFFICIAL: dict[str, Handler] = {**proceedings_xml.HANDLERS, **kamervragen_xml.HANDLERS, "kamervraagkop": _head}


def _sniff(data: bytes, name: str) -> bool:
    return looks_like_xml(data)


def _read(source: Source) -> Text:
    root, issues = parse_xml(source)
    vlos = tag_of(root) in ("vlosCoreDocument", "vergadering")
    walker = Walker(TextBuilder(), vlos_xml.HANDLERS if vlos else _OFFICIAL)
    walker.builder.bodies = {e.get("id") or e.get("nr") or "": e for e in root.iter("{*}voetnoot")}
    kind = _kind(root)
    papers = _walk(walker, root)
    if kind == "handelingen" or any(part.role == "turn" for part in walker.builder.parts):
        proceedings_xml.state_opening(walker.builder)
    if papers > 1:
        message = f"{papers} papers in one file; the head is that of the first, the others follow in the text"
        issues = (*issues, Issue("READ-SEVERAL-PAPERS", Severity.WARNING, source.uri, message))
    builder = walker.builder
    text = builder.finish()
    return Text(text, "application/xml", kind, tuple(builder.parts), fields_of(root), issues, tuple(builder.places))


def _walk(walker: Walker, root: etree._Element) -> int:
    """Reads the root; gives the number of papers in it."""
    papers = 0
    if tag_of(root) == "kamerwrk":
        walk_kamerwrk(walker, root)
    elif tag_of(root) == "kamerstuk":
        walk_kamerstuk(walker, root, first=True)
    elif any(tag_of(child) == "kamerstuk" for child in root):
        for child in root:
            if tag_of(child) == "kamerstuk":
                papers += 1
                walk_kamerstuk(walker, child, first=papers == 1)
            else:
                walker.walk(child)
    else:
        walker.walk(root)
    return papers


def fields_of(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """The metadata inside the file, as name and content, in order."""
    rows = ((e.get("name") or "", clean(e.get("content") or "")) for e in root.iter("{*}meta"))
    return tuple((name, content) for name, content in rows if name and content)


def _kind(root: etree._Element) -> str:
    """The publication's name: the root, or in official publications the element after the metadata."""
    name = tag_of(root)
    if name == "officiele-publicatie":
        inside = [tag_of(child) for child in root if tag_of(child) not in ("", "metadata", "kop")]
        name = inside[0] if inside else name
    return _KINDS.get(name, name)


register(Reader("xml", 20, _sniff, _read))
