"""Web pages: official publications, pages of both Chambers, saved pages with all that stands around the paper."""

import codecs
import re

from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.model import Issue, Severity, Source
from sovgraph.read.base import Reader, Text, register
from sovgraph.read.builder import TextBuilder
from sovgraph.read.decode import decode, windows
from sovgraph.read.html_blocks import PageWalker, words_of
from sovgraph.read.html_head import fields_of_page
from sovgraph.read.html_main import main_parts
from sovgraph.read.html_notes import find_notes
from sovgraph.read.marks import disarm
from sovgraph.read.proceedings_xml import state_opening

_START = re.compile(r"(?:\s|\ufeff|<\?xml[^>]{0,200}\?>|<!--.{0,4000}?-->)*", re.DOTALL)
_PAGE = re.compile(r"<!doctype\s+html\b|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(r"<(?:div|main|article|section|h[1-6]|table|ul|ol|p|span)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{2,40})[\"']")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CODE = r"(?<![\d.])(?<!\d[\s.])(?<!nr\.[\s])\b"
"""Before the code of an error, not the end of a dossier's number ("36 404") or the number of a paper in it."""
_ERRORS = (
    (
        re.compile(
            rf"{_CODE}404\b|niet gevonden|not found|(?:pagina|document|bestand|adres)[^.]{{0,40}} bestaat niet"
            r"|kan niet worden gevonden",
            re.IGNORECASE,
        ),
        "not found",
    ),
    (re.compile(r"\b(?:inloggen|log ?in|aanmelden|sign in|wachtwoord)\b", re.IGNORECASE), "login"),
    (
        re.compile(rf"{_CODE}(?:401|403)\b|toegang geweigerd|forbidden|access denied|geen toegang", re.IGNORECASE),
        "no access",
    ),
    (
        re.compile(
            rf"{_CODE}50[0234]\b|service unavailable|storing|onderhoud|technische fout|server error", re.IGNORECASE
        ),
        "out of order",
    ),
    (
        re.compile(rf"too many requests|{_CODE}429\b|captcha|are you a robot|geen robot", re.IGNORECASE),
        "refused a program",
    ),
)
_SPEAKER = re.compile(r'(<div class="spreekbeurt")>\s*<!--vlos:spreker ([^<>"&-][^<>"&]{1,60}?)(?: onderdrukt)?-->')
"""Official proceedings name the speaker in full in a comment, the printed line only by surname."""
_PAPER = re.compile(r"\b(?:Eerste|Tweede) Kamer der Staten-Generaal\b.{0,80}?\bVergaderjaar\s+\d{4}", re.DOTALL)
"""The heading of a paper, which no page has that only says what went wrong."""
_HEAD = 1_000
_SHORT = 120
"""Words; a paper is longer than a page that only says what went wrong."""


def _sniff(data: bytes, name: str) -> bool:
    head = _head(data)
    rest = head[_START.match(head).end() :]  # type: ignore[union-attr]
    if _PAGE.match(rest):
        return True
    return name.lower().endswith((".html", ".htm", ".xhtml")) and _FRAGMENT.match(rest) is not None


def _head(data: bytes) -> str:
    """The first characters, in whatever encoding."""
    if data.startswith(_MARKS[1:]):
        return data[:8000].decode("utf-16", "replace")
    return data[:6000].replace(b"\x00", b"").decode("latin-1").removeprefix("ï»¿")


def _read(source: Source) -> Text:
    text, issues = _characters(source)
    root = _parse(text, source)
    builder = TextBuilder()
    walker = PageWalker(builder, find_notes(root))
    for part in main_parts(root):
        walker.walk(part)
    builder.end_turn()
    state_opening(builder)
    words = walker.finish()
    fields = fields_of_page(root)
    title = _title(root)
    roles = {part.role for part in builder.parts}
    kind = "kamerstuk" if {"dossier", "number"} <= roles else "kamervragen" if "question" in roles else "html"
    if not fields and kind == "html" and _PAPER.search(words, 0, _HEAD) is None:
        _refuse_errors(source, root, title, words)
    _refuse_empty(source, root, words)
    fields = (*fields, ("title", title)) if title else fields
    return Text(words, "text/html", kind, tuple(builder.parts), fields, issues, tuple(builder.places))


def _title(root: etree._Element) -> str:
    """The name of the page, which often says whose site it is."""
    title = next(root.iter("title"), None)
    return words_of(title) if title is not None else ""


def _characters(source: Source) -> tuple[str, tuple[Issue, ...]]:
    """By the byte order mark, else by what the page says, else UTF-8 or Windows-1252."""
    data = source.data
    if data.startswith(_MARKS):
        return decode(source)
    named = _DECLARED.match(data[:400]) or _CHARSET.search(data[:8000])
    name = named.group(1).decode("ascii").lower() if named else "utf-8"
    name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "windows-1252", "ascii", "us-ascii") else name
    if name.replace("-", "") == "utf8":
        return decode(source)
    try:
        return windows(data) if name == "cp1252" else data.decode(name), ()
    except (LookupError, UnicodeDecodeError):
        text, issues = decode(source)
        message = f"says its encoding is {name}, but isn't; read as UTF-8 or Windows-1252"
        return text, (*issues, Issue("READ-ENCODING", Severity.WARNING, source.uri, message))


def _parse(text: str, source: Source) -> etree._Element:
    declared = _DECLARATION.match(text)
    text = (text[declared.end() :] if declared else text).replace("\x00", "")
    text = _SPEAKER.sub(r'\1 data-spreker="\2">', disarm(text))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"HTML that can't be read ({error.msg}); save the page again", source=source.uri) from error
    if root is None:
        raise ReadError("HTML without an element; save the page again", source=source.uri)
    if any("xcessive depth" in (entry.message or "") for entry in parser.error_log):
        raise ReadError("HTML nested too deep; its text would be cut off: give the official XML", source=source.uri)
    return root


def _refuse_errors(source: Source, root: etree._Element, title: str, words: str) -> None:
    """A page that doesn't say which paper it is, and only says what went wrong, is no paper."""
    if len(words.split()) >= _SHORT:
        return
    named = " ".join([title, *(words_of(each) for each in root.iter("h1"))])
    for pattern, what in _ERRORS:
        if pattern.search(named) or pattern.search(words[:400]):
            said = (named.strip() or words)[:80].strip()
            raise ReadError(f'an error page ({what}: "{said}"), no paper; get the page again', source=source.uri)
    if any(e.get("type") == "password" for e in root.iter("input")):
        raise ReadError("a login page, no paper; get the page again when logged in", source=source.uri)


def _refuse_empty(source: Source, root: etree._Element, words: str) -> None:
    scripted = next(root.iter("script"), None) is not None or next(root.iter("noscript"), None) is not None
    if not words.strip() and scripted:
        message = "a page whose text a script makes; save it from a browser after it is shown, or give the official XML"
        raise ReadError(message, source=source.uri)


register(Reader("html", 8, _sniff, _read))
