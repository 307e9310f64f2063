"""Walks the body of an OpenDocument text: paragraphs, headings, lists, tables, frames and notes."""

import re
from dataclasses import dataclass, field

from lxml import etree

from sovgraph.read.flow import Block, Flow, attribute, child, raised
from sovgraph.read.numerals import whole
from sovgraph.read.odt_styles import LEVELS, Lists, Styles
from sovgraph.read.paths import steps, tag_of

_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 40
_SKIPPED = set(
    "tracked-changes sequence-decls variable-decls user-field-decls dde-connection-decls forms title desc number "
    "annotation-end hidden-text event-listeners table-columns table-column shapes binary-data "
    "alphabetical-index-auto-mark-file table-source scenario "
    "table-of-content-source illustration-index-source table-index-source object-index-source user-index-source "
    "alphabetical-index-source bibliography-source soft-page-break index-title-template".split()
)
_CELLS = {"table-cell"}
_DRAWN = {
    "frame",
    "custom-shape",
    "rect",
    "text-box",
    "g",
    "line",
    "ellipse",
    "polygon",
    "path",
    "caption",
    "regular-polygon",
}


@dataclass(frozen=True, slots=True)
class _Item:
    """The list item that a paragraph stands in: its list's style and counts, its level, where it begins."""

    style: str
    counts: list[int | None]
    level: int
    start: str | None


@dataclass(slots=True)
class Walker:
    styles: Styles
    lists: Lists
    flow: Flow
    found: list[Block] = field(default_factory=list)
    boxes: list[tuple[etree._Element, str]] = field(default_factory=list)
    fresh: bool = True
    """Whether a blank would begin the paragraph or follow another one: then it isn't printed."""

    def story(self, element: etree._Element, path: str) -> list[Block]:
        """All blocks of an element in the order of the text."""
        self.blocks(element, path, "paragraph")
        return self.found

    def blocks(self, element: etree._Element, path: str, role: str) -> None:
        for inside, tag, here in steps(element, path):
            if tag and tag not in _SKIPPED:
                self._block(inside, tag, here, role)

    def _block(self, element: etree._Element, tag: str, path: str, role: str) -> None:
        if tag in ("p", "h"):
            self._paragraph(element, path, role, None)
        elif tag == "list":
            self._list(element, path, role, None)
        elif tag == "numbered-paragraph":
            self._numbered(element, path, role)
        elif tag == "section" and attribute(element, "display") == "none":
            self.flow.counts["READ-HIDDEN-TEXT", "pieces"] += 1
        elif tag == "object":
            self.flow.counts["READ-PART-LEFT-OUT", "embedded documents"] += 1
        elif tag != "covered-table-cell":
            self.blocks(element, path, "cell" if tag in _CELLS else role)

    def _list(self, element: etree._Element, path: str, role: str, above: _Item | None) -> None:
        style = attribute(element, "style-name") or (above.style if above else "")
        style = style or self._style_of_first(element)
        counts = above.counts if above else self.lists.begin(element, style)
        level = above.level + 1 if above else 1
        for inside, tag, here in steps(element, path):
            if tag in ("list-item", "list-header"):
                start = attribute(inside, "start-value")
                item = _Item(style, counts, min(level, LEVELS), start)
                self._item(inside, here, role, item, tag == "list-header")

    def _item(self, element: etree._Element, path: str, role: str, item: _Item, numbered: bool) -> None:
        """The number stands before the first paragraph of an item, which counts only when it has one."""
        for inside, tag, here in steps(element, path):
            if tag in ("p", "h"):
                self._paragraph(inside, here, role, None if numbered else item)
                numbered = True
            elif tag == "list":
                self._list(inside, here, role, item)
            elif tag and tag not in _SKIPPED:
                self._block(inside, tag, here, role)

    def _numbered(self, element: etree._Element, path: str, role: str) -> None:
        """A paragraph that names its list, instead of standing in it."""
        style = attribute(element, "style-name") or ""
        counts = self.lists.by_name.setdefault(attribute(element, "list-id") or style, [None] * (LEVELS + 1))
        level = min(max(whole(attribute(element, "level"), 1), 1), LEVELS)
        self._item(element, path, role, _Item(style, counts, level, attribute(element, "start-value")), False)

    def _style_of_first(self, element: etree._Element) -> str:
        """A list without a style has that of its first paragraph."""
        first = next((e for e in element.iter() if tag_of(e) in ("p", "h")), None)
        return (
            str(self.styles.says("paragraph", attribute(first, "style-name"), "list_style") or "")
            if first is not None
            else ""
        )

    def _paragraph(self, element: etree._Element, path: str, role: str, item: _Item | None) -> None:
        style = attribute(element, "style-name")
        self.fresh = True
        text = "".join(self._inline(element, self._as(("paragraph", style)), path))
        is_heading = tag_of(element) == "h"
        label = ""
        if item is not None:
            label = self.lists.label(item.style, item.counts, item.level, item.start)
        elif is_heading and attribute(element, "is-list-header") != "true":
            level = whole(attribute(element, "outline-level"), 1)
            label = self.lists.heading(level, attribute(element, "start-value"))
        if is_heading and role == "paragraph":
            role = "heading"
        elif label and role == "paragraph":
            role = "list_item"
        if label and (text.strip() or any(c.isalnum() for c in label)):
            text = f"{label} {text}"
        self.found.append(Block(text, role, path, label))
        boxes, self.boxes = self.boxes, []
        for box, where in boxes:
            self.blocks(box, where, "paragraph")

    def _as(self, *styles: tuple[str, str | None]) -> dict[str, bool]:
        """How text of these styles is printed; the last that says something counts."""
        looks: dict[str, bool] = {}
        for family, name in styles:
            for what in ("hidden", "capitals", "raised"):
                said = self.styles.says(family, name, what)
                if said is not None:
                    looks[what] = bool(said)
        return looks

    def _inline(self, element: etree._Element, looks: dict[str, bool], path: str) -> list[str]:
        pieces = [self._printed(element.text or "", looks)]
        for inside, tag, here in steps(element, path):
            if tag == "note":
                pieces.append("" if looks.get("hidden") else self._note(inside, here))
            elif tag == "annotation":
                self.flow.counts["READ-COMMENTS", "comments"] += 1
            elif tag in ("hidden-text", "hidden-paragraph"):
                self.flow.counts["READ-HIDDEN-TEXT", "pieces"] += 1
            elif tag in _DRAWN:
                self.boxes.append((inside, here))
            elif tag and tag not in _SKIPPED:
                pieces += self._of_element(inside, tag, looks, here)
            pieces.append(self._printed(inside.tail or "", looks))
        return pieces

    def _of_element(self, element: etree._Element, tag: str, looks: dict[str, bool], path: str) -> list[str]:
        if tag == "s":
            return [self._blank(" " * min(max(whole(attribute(element, "c"), 1), 0), _MOST_BLANKS))]
        if tag == "tab":
            return [self._blank("\t")]
        if tag == "line-break":
            self.fresh = True
            return ["\n"]
        if tag == "ruby":
            base = [e for e in element if tag_of(e) == "ruby-base"]
            return [piece for e in base for piece in self._inline(e, looks, path)]
        name = attribute(element, "style-name") if tag in ("span", "a") else None
        return self._inline(element, {**looks, **self._as(("text", name))} if name else looks, path)

    def _blank(self, text: str) -> str:
        self.fresh = False
        return text

    def _printed(self, text: str, looks: dict[str, bool]) -> str:
        """Runs of white space are one blank, none at the beginning; hidden text is left out."""
        text = _BLANKS.sub(" ", text.replace("\u00ad", ""))
        if self.fresh:
            text = text.removeprefix(" ")
        if not text:
            return ""
        if looks.get("hidden"):
            self.flow.counts["READ-HIDDEN-TEXT", "pieces"] += 1
            return ""
        self.fresh = text.endswith(" ")
        text = text.upper() if looks.get("capitals") else text
        return raised(text) if looks.get("raised") else text

    def _note(self, element: etree._Element, path: str) -> str:
        citation, body = child(element, "note-citation"), child(element, "note-body")
        if body is None:
            return ""
        mark = "".join(citation.itertext()).strip() if citation is not None else ""
        self.fresh = False
        inner = Walker(self.styles, self.lists, self.flow)
        return self.flow.note(mark or str(len(self.flow.notes) + 1), inner.story(body, f"{path}/note-body[1]"))
