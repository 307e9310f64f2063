"""Word documents (.docx, .docm, .dotx): the text as printed, with automatic numbers, notes, tables and text boxes."""

from sovgraph.model import Source
from sovgraph.read.base import Reader, Text, register
from sovgraph.read.docx_body import Walker
from sovgraph.read.docx_notes import NoteMarks
from sovgraph.read.docx_numbering import Numbering
from sovgraph.read.docx_package import Package, open_package
from sovgraph.read.flow import Block, Flow, child
from sovgraph.read.paths import tag_of
from sovgraph.read.safe_zip import names_in

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _sniff(data: bytes, name: str) -> bool:
    """A package with a folder word/: neither the name nor the rest of it matters."""
    names = names_in(data)
    return "[Content_Types].xml" in names and any(n.startswith("word/") for n in names)


def _read(source: Source) -> Text:
    package = open_package(source)
    flow = Flow(source.uri)
    walker = Walker(package, Numbering(package), NoteMarks(package), flow)
    body = child(package.document, "body")
    if body is not None:
        for block in walker.story(body, f"/{tag_of(package.document)}/body"):
            flow.add(block)
    comments = package.root("comments")
    if comments is not None and len(comments):
        flow.counts["READ-COMMENTS", "comments"] = len(comments)
    return flow.finish(MEDIA_TYPE, _heads_and_feet(package))


def _heads_and_feet(package: Package) -> list[Block]:
    """The blocks of all heads and feet; what they hide or change counts for nothing."""
    found: list[Block] = []
    apart = Flow(package.zip.source.uri)
    for kind in ("header", "footer"):
        for name in package.parts.get(kind, []):
            root = package.parse(name)
            if root is not None:
                walker = Walker(package, Numbering(package), NoteMarks(package), apart)
                found += walker.story(root, f"{name}#/{tag_of(root)}")
    return found


register(Reader("docx", 30, _sniff, _read, binary=True))
