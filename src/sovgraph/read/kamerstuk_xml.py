"""The official XML of parliamentary papers (op-xsd schemas, no namespace).

Every part of the head and the body states its role, so that the structure of these papers is read, not guessed.
"""

import re

from lxml import etree

from sovgraph.model import Source, Span
from sovgraph.read.base import Reader, Text, register
from sovgraph.read.blocks import walk
from sovgraph.read.builder import TextBuilder, clean, tag_of
from sovgraph.read.safe_xml import looks_like_xml, parse_xml

_MARK = "application/xml"


def _sniff(data: bytes, name: str) -> bool:
    return looks_like_xml(data) and b"<kamerstuk" in data


def _read(source: Source) -> Text:
    root, issues = parse_xml(source)
    builder = TextBuilder()
    for element in root.iter("kamerstuk"):
        for child in element:
            _HEAD.get(tag_of(child), walk)(child, builder)
    return Text(builder.finish(), _MARK, "kamerstuk", tuple(builder.parts), fields_of(root), issues)


def fields_of(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """The metadata inside the file, as name and content, in order."""
    rows = ((e.get("name") or "", clean(e.get("content") or "")) for e in root.iter("meta"))
    return tuple((name, content) for name, content in rows if name and content)


def _head_lines(element: etree._Element, builder: TextBuilder) -> None:
    """Session year, Chamber with its number, kind of publication: one block each."""
    by_kind = {e.get("inhoud") or "": builder.inline(e) for e in element if tag_of(e) == "tekstregel"}
    builder.block(by_kind.pop("vergaderjaar", ""), "session_year")
    chamber = " ".join((by_kind.pop("kameraanduiding", ""), by_kind.pop("kamernummer", ""))).strip()
    builder.block(chamber, "chamber")
    for text in by_kind.values():
        builder.block(text, "head_line")


def _dossier(element: etree._Element, builder: TextBuilder) -> None:
    group = builder.new_group()
    for child in element:
        if tag_of(child) == "dossiernummer":
            number, suffix, printed = dossier_number(child)
            span = builder.block(printed, "dossier", re.sub(r"\W", "", number), group)
            if span is not None and suffix:
                builder.part("suffix", span, suffix, group)
        else:
            builder.block(builder.inline(child), "dossier_title", group=group)


def dossier_number(element: etree._Element) -> tuple[str, str, str]:
    """Number, suffix and printed form; white space between the two is only layout and becomes one blank."""
    number = suffix = printed = ""
    for child in element:
        text = clean("".join(child.itertext()))
        match tag_of(child):
            case "dossiernr":
                number, printed = text, printed + text
            case "begrotingshoofdstuk":
                suffix, printed = text, f"{printed}{_joint(child)}{text}"
            case "raadnr":
                suffix, printed = text, f"{printed}-{text}"
            case "rijkswetnr":
                printed = f"{printed} ({text.strip('()')})"
            case _:
                continue
    return number, suffix, printed or clean("".join(element.itertext()))


def _joint(element: etree._Element) -> str:
    """A hyphen where one is printed between number and chapter, else one blank."""
    before = element.getprevious()
    return "-" if before is not None and (before.tail or "").strip() in ("-", "–") else " "


def _paper(element: etree._Element, builder: TextBuilder) -> None:
    for child in element:
        match tag_of(child):
            case "stuknr":
                _with_inner(child, builder, "number_line", "ondernummer", "number")
            case "titel":
                builder.block(builder.inline(child), "title")
            case "datumtekst":
                _with_inner(child, builder, "date_line", "datum", "date")
            case _:
                walk(child, builder)


def _with_inner(element: etree._Element, builder: TextBuilder, role: str, inner: str, inner_role: str) -> None:
    """A block with one element in it whose own span matters: the paper's number, its date."""
    span = builder.block(builder.inline(element), role)
    found = element.find(f".//{inner}")
    if span is None or found is None:
        return
    text = clean(found.text or "")
    printed = "".join(builder.pieces)[span.start : span.end] if text else ""
    at = printed.find(text)
    if text and at >= 0:
        value = found.get("isodatum") or text
        builder.part(inner_role, Span(span.start + at, span.start + at + len(text)), value)


_HEAD = {"kamerstukkop": _head_lines, "dossier": _dossier, "stuk": _paper}

register(Reader("kamerstuk-xml", 10, _sniff, _read))
