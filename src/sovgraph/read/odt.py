"""OpenDocument texts (.odt, .ott): the text as printed, with numbers of lists and headings, notes and tables."""

from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.base import Reader, Text, register
from sovgraph.read.flow import Block, Flow, child
from sovgraph.read.odt_body import Walker
from sovgraph.read.odt_styles import Lists, Styles
from sovgraph.read.paths import tag_of
from sovgraph.read.safe_zip import SafeZip, member_start, open_zip

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_LONGEST_TYPE = 100
_CHANGES = {"insertion": "insertions", "deletion": "deletions"}


def _sniff(data: bytes, name: str) -> bool:
    """The member `mimetype` says a text, a template of one, or a main text of several."""
    return member_start(data, "mimetype", _LONGEST_TYPE).startswith(MEDIA_TYPE.encode())


def _read(source: Source) -> Text:
    archive = open_zip(source)
    _refuse_protected(archive)
    content = archive.xml("content.xml")
    if content is None:
        message = "no content.xml in it: the file is damaged; save it again as .odt"
        raise ReadError(message, source=source.uri, place="content.xml")
    common = archive.xml("styles.xml")
    styles = Styles()
    for root in (common, content):
        if root is not None:
            styles.read(root)
    body = child(content, "body", "text")
    if body is None:
        message = "no <office:text> in it: no text document; save it again as .odt"
        raise ReadError(message, source=source.uri, place="content.xml")
    flow = Flow(source.uri)
    for block in Walker(styles, Lists(styles), flow).story(body, f"/{tag_of(content)}/body/text"):
        flow.add(block)
    _count_changes(body, flow)
    return flow.finish(MEDIA_TYPE, _heads_and_feet(common, styles, source))


def _refuse_protected(archive: SafeZip) -> None:
    manifest = archive.xml("META-INF/manifest.xml")
    if manifest is not None and any(tag_of(e) == "encryption-data" for e in manifest.iter()):
        message = "protected with a password; save the paper without one"
        raise ReadError(message, source=archive.source.uri, place="META-INF/manifest.xml")


def _count_changes(body: etree._Element, flow: Flow) -> None:
    """What was deleted stands apart in the file, so that the text is as accepted already."""
    for changes in body:
        if tag_of(changes) == "tracked-changes":
            for change in changes.iter():
                if tag_of(change) in _CHANGES:
                    flow.counts["READ-TRACKED-CHANGES", _CHANGES[tag_of(change)]] += 1


def _heads_and_feet(root: etree._Element | None, styles: Styles, source: Source) -> list[Block]:
    """The blocks of all heads and feet of pages."""
    found: list[Block] = []
    apart = Flow(source.uri)
    for element in root.iter() if root is not None else ():
        tag = tag_of(element)
        if tag in ("header", "footer", "header-first", "footer-first", "header-left", "footer-left"):
            above = element.getparent()
            if above is not None and tag_of(above) == "master-page":
                found += Walker(styles, Lists(styles), apart).story(element, f"styles.xml#//{tag}")
    return found


register(Reader("odt", 31, _sniff, _read, binary=True))
