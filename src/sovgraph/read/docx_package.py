"""The parts of a Word document: which part holds the text, its styles, notes, heads and feet."""

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.flow import attribute, child
from sovgraph.read.numerals import whole
from sovgraph.read.paths import tag_of
from sovgraph.read.safe_xml import parse_xml
from sovgraph.read.safe_zip import SafeZip, open_zip

_DEEPEST = 20
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of the things that change the text; None where it says nothing."""

    based_on: str = ""
    numbering: tuple[str | None, int | None] = (None, None)
    outline: int | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    raised: bool | None = None


@dataclass(slots=True)
class Package:
    zip: SafeZip
    main: str
    document: etree._Element
    parts: dict[str, list[str]]
    """Names of parts by the last word of their relation ("footnotes", "header")."""
    styles: dict[str, Style] = field(default_factory=dict)
    default_style: str = ""
    _parsed: dict[str, etree._Element | None] = field(default_factory=dict)
    """Heads, feet and the text count on their own, by the same numbering and notes."""

    def root(self, relation: str) -> etree._Element | None:
        names = self.parts.get(relation, [])
        return self.parse(names[0]) if names else None

    def parse(self, name: str) -> etree._Element | None:
        if name not in self._parsed:
            self._parsed[name] = self.zip.xml(name)
        return self._parsed[name]

    def style(self, name: str, what: str) -> object:
        """What a style, or the one it is based on, says."""
        for _ in range(_DEEPEST):
            style = self.styles.get(name)
            if style is None:
                return None
            value = getattr(style, what)
            if value is not None:
                return value
            name = style.based_on
        return None

    def style_numbering(self, name: str) -> tuple[str | None, int | None, str]:
        """Number and level that a style gives its paragraphs, and the style that says so."""
        level: int | None = None
        for _ in range(_DEEPEST):
            style = self.styles.get(name)
            if style is None:
                break
            level = style.numbering[1] if level is None else level
            if style.numbering[0] is not None:
                return style.numbering[0], level, name
            name = style.based_on
        return None, None, ""


def open_package(source: Source) -> Package:
    """The package with its main part parsed; raises ReadError when there is none."""
    archive = open_zip(source)
    main = _main_part(archive)
    member = archive.read(main)
    if member is None:
        message = "no document part in it: damaged, or no Word document; save it again as .docx"
        raise ReadError(message, source=source.uri, place=main)
    document = parse_xml(member)[0]
    if not any(tag_of(child) == "body" for child in document):
        message = f"a <{tag_of(document)}> without body where the document should be; save it again as .docx"
        raise ReadError(message, source=source.uri, place=main)
    package = Package(archive, main, document, _relations(archive, main))
    _read_styles(package)
    return package


def _main_part(archive: SafeZip) -> str:
    for kind, target in _targets(archive, "_rels/.rels", ""):
        if kind == "officeDocument":
            return target
    return "word/document.xml"


def _relations(archive: SafeZip, main: str) -> dict[str, list[str]]:
    folder, name = posixpath.split(main)
    found: dict[str, list[str]] = {}
    for kind, target in _targets(archive, posixpath.join(folder, "_rels", f"{name}.rels"), folder):
        if target in archive.names:
            found.setdefault(kind, []).append(target)
    for kind in ("styles", "numbering", "footnotes", "endnotes", "settings", "comments"):
        usual = posixpath.join(folder, f"{kind}.xml")
        if usual in archive.names:
            found.setdefault(kind, [usual])
    return found


def _targets(archive: SafeZip, name: str, folder: str) -> list[tuple[str, str]]:
    """Kind and target of each relation inside the package, in order of name; addresses outside are never followed."""
    member = archive.read(name)
    if member is None:
        return []
    found = []
    for element in parse_xml(member)[0]:
        if tag_of(element) == "Relationship" and attribute(element, "TargetMode") != "External":
            target = attribute(element, "Target") or ""
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append(((attribute(element, "Type") or "").rpartition("/")[2], path))
    return sorted(found)


def value(element: etree._Element | None, *path: str) -> str | None:
    """The `val` of the element at the end of a path."""
    found = child(element, *path)
    return attribute(found, "val") if found is not None else None


def toggle(properties: etree._Element | None, name: str) -> bool | None:
    """An on-off property: there without a value is on; None when it isn't there."""
    found = child(properties, name)
    if found is None:
        return None
    return (attribute(found, "val") or "1") not in _OFF


def numbering_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    level = value(properties, "numPr", "ilvl")
    return value(properties, "numPr", "numId"), (whole(level) if level is not None else None)


def is_raised(properties: etree._Element | None) -> bool | None:
    found = value(properties, "vertAlign")
    return None if found is None else found == "superscript"


def outline_of(properties: etree._Element | None) -> int | None:
    found = value(properties, "outlineLvl")
    return whole(found, 9) if found is not None else None


def _read_styles(package: Package) -> None:
    root = package.root("styles")
    for element in root if root is not None else ():
        if tag_of(element) != "style":
            continue
        name = attribute(element, "styleId") or ""
        paragraph, run = child(element, "pPr"), child(element, "rPr")
        title = (value(element, "name") or "").lower()
        outline = outline_of(paragraph)
        if outline is None and title in ("title", "subtitle"):
            outline = 0
        package.styles[name] = Style(
            value(element, "basedOn") or "",
            numbering_of(paragraph),
            outline,
            toggle(run, "vanish"),
            toggle(run, "caps"),
            is_raised(run),
        )
        if attribute(element, "type") == "paragraph" and attribute(element, "default") not in (None, *_OFF):
            package.default_style = name
