"""The one place where XML is parsed: no entities, no network, no document type, no endless depth."""

import re

from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.model import Issue, Severity, Source
from sovgraph.read.decode import decode, drop_marks, repair_twice_encoded, was_read_twice
from sovgraph.read.marks import disarm

_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"<!(DOCTYPE|ENTITY)\b", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']")
_START = re.compile(rb"^(?:\xef\xbb\xbf|\xc3\xaf\xc2\xbb\xc2\xbf|\xff\xfe|\xfe\xff|\s)*")


def looks_like_xml(data: bytes) -> bool:
    """An XML declaration, or a tag, first thing after marks and blanks."""
    head = data[:4000].replace(b"\x00", b"")
    head = head[_START.match(head).end() :]  # type: ignore[union-attr]
    return head.startswith(b"<?xml") or re.match(rb"<[A-Za-z!][\w:.-]*[\s>/]", head) is not None


def parse_xml(source: Source) -> tuple[etree._Element, tuple[Issue, ...]]:
    """The root element. Raises ReadError for what isn't well-formed and for what could do harm."""
    text, issues = _characters(source)
    found = _DOCTYPE.search(text)
    if found:
        message = f"{found.group()} found; document types and entities are refused: remove it"
        raise ReadError(message, source=source.uri, place=f"line {text.count(chr(10), 0, found.start()) + 1}")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"not well-formed XML ({error.msg}); get the file again, or give its text"
        raise ReadError(message, source=source.uri, place=f"line {line}, column {column}") from error
    return root, issues


def _characters(source: Source) -> tuple[str, tuple[Issue, ...]]:
    """The characters without marks and declaration; twice-encoded text is made right, and said."""
    text, issues = _decoded(source)
    twice = was_read_twice(text)
    text = drop_marks(text)
    if twice:
        repaired = repair_twice_encoded(text)
        if repaired is not None:
            text = repaired
            message = "the file was encoded twice; its letters are made right before reading"
            issues = (*issues, Issue("READ-TWICE-ENCODED", Severity.WARNING, source.uri, message))
    declaration = _DECLARATION.match(text)
    return disarm(text[declaration.end() :] if declaration else text), issues


def _decoded(source: Source) -> tuple[str, tuple[Issue, ...]]:
    named = _ENCODING.match(source.data)
    name = named.group(1).decode("ascii") if named else "utf-8"
    if name.lower().replace("-", "") in ("utf8", "utf16"):
        return decode(source)
    try:
        text = source.data.decode(name)
        text.encode("utf-8")  # some codecs make halves of characters, which nothing after this can write
        return text, ()
    except (LookupError, UnicodeError) as error:
        message = f"says its encoding is {name}, but isn't ({error}); get the file again"
        raise ReadError(message, source=source.uri, place="line 1") from error
