"""Walks the body of a Word document: paragraphs, tables, text boxes, notes, fields and tracked changes."""

from dataclasses import dataclass, field

from lxml import etree

from sovgraph.read.docx_notes import NoteMarks
from sovgraph.read.docx_numbering import BULLET, Numbering
from sovgraph.read.docx_package import Package, is_raised, numbering_of, outline_of, toggle, value
from sovgraph.read.flow import Block, Flow, attribute, child, raised
from sovgraph.read.paths import steps, tag_of

_INSIDE = {"ins", "moveTo", "customXml", "smartTag", "sdtContent", "hyperlink", "fldSimple", "dir", "bdo", "sdt"}
_GONE = {"del", "moveFrom"}
_CHANGES = {"ins": "insertions", "moveTo": "moves", "del": "deletions"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}
_DRAWN = {"drawing", "pict", "object", "AlternateContent"}
_BLOCKS = {"p", "tbl", "sdt", "customXml", "ins", "moveTo", "AlternateContent", "Choice", "sdtContent", "altChunk"}
_SYMBOLS = {"F0B7": "•", "F0A7": "•", "F0D8": "•", "F0FC": "✓", "F0FE": "☒", "F0A8": "☐", "F06F": "☐", "F02D": "-"}


@dataclass(slots=True)
class Walker:
    """Reads one part of the package. `fields` holds for each open field whether its result has begun."""

    package: Package
    numbering: Numbering
    notes: NoteMarks
    flow: Flow
    fields: list[bool] = field(default_factory=list)
    boxes: list[tuple[etree._Element, str]] = field(default_factory=list)
    found: list[Block] = field(default_factory=list)
    waiting: list[Block] = field(default_factory=list)
    """Paragraphs whose end is deleted: they go on in the next one."""
    endless: set[etree._Element] = field(default_factory=set)
    """Beginnings of fields that never end: they would hide all that follows."""

    def story(self, element: etree._Element, path: str) -> list[Block]:
        """All blocks of an element in the order of the text."""
        self.endless = _endless(element)
        self.blocks(element, path, "paragraph")
        if self.waiting:
            self._add(Block("", "paragraph", ""))
        return self.found

    def inner(self, element: etree._Element, path: str) -> list[Block]:
        """The blocks of a story of its own: a note."""
        return Walker(self.package, self.numbering, self.notes, self.flow).story(element, path)

    def blocks(self, element: etree._Element, path: str, role: str) -> None:
        for inside, tag, here in steps(element, path):
            if tag == "p":
                self._paragraph(inside, here, role)
            elif tag == "tbl":
                self._table(inside, here)
            elif tag == "altChunk":
                self.flow.counts["READ-PART-LEFT-OUT", "embedded documents"] += 1
            elif tag in _BLOCKS:
                self._count(tag)
                self.blocks(inside, here, role)

    def _table(self, table: etree._Element, path: str) -> None:
        for row, its_path in _through(table, "tr", path):
            if child(row, "trPr", "del") is not None:
                self._count("del")
                continue
            for cell, here in _through(row, "tc", its_path):
                if child(cell, "tcPr", "cellDel") is None:
                    self.blocks(cell, here, "cell")

    def _paragraph(self, paragraph: etree._Element, path: str, role: str) -> None:
        properties = child(paragraph, "pPr")
        style = value(properties, "pStyle") or self.package.default_style
        text = "".join(self._inline(paragraph, style, path))
        mark = child(properties, "rPr")
        joined = _is_gone(mark) or toggle(mark, "vanish") is True
        if _is_gone(mark):
            self._count("del")
        outline = outline_of(properties)
        outline = outline if outline is not None else self.package.style(style, "outline")  # type: ignore[assignment]
        if outline is not None and outline < 9 and role == "paragraph":
            role = "heading"
        if joined:
            self.waiting.append(Block(text, role, path))
        else:
            label = self._label(properties, style, bool(text.strip() or self.waiting))
            separate = " " if label and text else ""
            kept = "list_item" if label and role == "paragraph" else role
            self._add(Block(f"{label}{separate}{text}", kept, path, label))
        boxes, self.boxes = self.boxes, []
        for box, where in boxes:
            self.blocks(box, where, "paragraph")
        self.notes.section_ends(properties)

    def _label(self, properties: etree._Element | None, style: str, has_text: bool) -> str:
        """The printed number of a paragraph; 0 takes a style's number away, a lone bullet is no word."""
        number, level = numbering_of(properties)
        by_style, its_level, owner = self.package.style_numbering(style)
        if number is None:
            number, level = by_style, level if level is not None else its_level
        elif level is None:
            level, owner = its_level, owner if number == by_style else ""
        if number in (None, "0"):
            return ""
        label = self.numbering.label(number or "", level, owner)
        return label if has_text or (label != BULLET and any(c.isalnum() for c in label)) else ""

    def _add(self, block: Block) -> None:
        """A finished paragraph, with those before it that run on into it."""
        if self.waiting:
            pieces = [*self.waiting, block]
            # The number belongs to the paragraph whose end is kept, and is printed at the beginning of the whole.
            label, rest = block.value, block.text.removeprefix(block.value)
            text = "".join(piece.text for piece in pieces[:-1]) + (rest.lstrip(" ") if label else rest)
            path = "|".join(piece.path for piece in pieces if piece.path)
            block = Block(f"{label} {text}" if label else text, block.role, path, label)
            self.waiting = []
        self.found.append(block)

    def _inline(self, element: etree._Element, style: str, path: str) -> list[str]:
        pieces: list[str] = []
        for inside, tag, here in steps(element, path):
            if tag == "r":
                pieces += self._run(inside, style, here)
            elif tag in _GONE:
                self._count(tag)
            elif tag in _INSIDE:
                self._count(tag)
                pieces += self._inline(inside, style, here)
            elif tag in ("oMath", "oMathPara"):
                pieces.append("".join(e.text or "" for e in inside.iter() if tag_of(e) == "t"))
            elif tag == "ruby":
                base = child(inside, "rubyBase")
                pieces += self._inline(base, style, f"{here}/rubyBase[1]") if base is not None else []
        return pieces

    def _run(self, run: etree._Element, style: str, path: str) -> list[str]:
        properties = child(run, "rPr")
        pieces: list[str] = []
        for inside, tag, here in steps(run, path):
            if tag == "fldChar":
                if inside not in self.endless:
                    self._field(attribute(inside, "fldCharType") or "")
            elif not all(self.fields):
                continue
            elif tag == "t":
                pieces.append(_words(inside))
            elif tag in _BREAKS:
                pieces.append(_BREAKS[tag])
            elif tag == "sym":
                pieces.append(_symbol(inside))
            elif tag in ("footnoteReference", "endnoteReference"):
                custom = attribute(inside, "customMarkFollows") in ("1", "true", "on")
                mark = "".join(_words(e) if tag_of(e) == "t" else _symbol(e) for e in _after(inside)) if custom else ""
                if toggle(properties, "vanish") is not True:
                    pieces.append(self._note(tag.removesuffix("Reference"), inside, mark.strip()))
                if custom:
                    return pieces
            elif tag == "ruby":
                base = child(inside, "rubyBase")
                pieces += self._inline(base, style, f"{here}/rubyBase[1]") if base is not None else []
            elif tag in _DRAWN:
                self._drawn(inside, here)
        return self._as_printed(pieces, properties, style)

    def _as_printed(self, pieces: list[str], properties: etree._Element | None, style: str) -> list[str]:
        """Hidden text is left out, capitals and raised figures are as printed."""
        text = "".join(pieces)
        if not text:
            return []
        named = value(properties, "rStyle") or ""

        def says(own: bool | None, what: str) -> bool:
            for said in (own, self.package.style(named, what), self.package.style(style, what)):
                if said is not None:
                    return bool(said)
            return False

        if says(toggle(properties, "vanish"), "hidden"):
            self.flow.counts["READ-HIDDEN-TEXT", "pieces"] += 1
            return []
        if says(toggle(properties, "caps"), "capitals"):
            text = text.upper()
        return [raised(text) if says(is_raised(properties), "raised") else text]

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _note(self, kind: str, reference: etree._Element, mark: str) -> str:
        element, path = self.notes.body(kind, attribute(reference, "id") or "")
        if element is None:
            return ""
        return self.flow.note(mark or self.notes.next_mark(kind), self.inner(element, path))

    def _drawn(self, element: etree._Element, path: str) -> None:
        """Text boxes in a drawing wait until the paragraph ends; of two editions of it the first is read."""
        tag = tag_of(element)
        if tag == "txbxContent":
            self.boxes.append((element, path))
            return
        for inside, kind, here in steps(element, path):
            self._drawn(inside, here)
            if tag == "AlternateContent" and kind:
                return

    def _count(self, tag: str) -> None:
        if tag in _CHANGES:
            self.flow.counts["READ-TRACKED-CHANGES", _CHANGES[tag]] += 1


def _endless(story: etree._Element) -> set[etree._Element]:
    opened: list[etree._Element] = []
    for element in story.iter():
        if tag_of(element) == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                opened.append(element)
            elif kind == "end" and opened:
                opened.pop()
    return set(opened)


def _is_gone(mark: etree._Element | None) -> bool:
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _through(element: etree._Element, wanted: str, path: str) -> list[tuple[etree._Element, str]]:
    """Rows or cells with their paths, also those inside a content control or a tracked change."""
    found: list[tuple[etree._Element, str]] = []
    for inside, tag, here in steps(element, path):
        if tag == wanted:
            found.append((inside, here))
        elif tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            found += _through(inside, wanted, here)
    return found


def _after(element: etree._Element) -> list[etree._Element]:
    return [e for e in element.itersiblings() if tag_of(e) in ("t", "sym")]


def _words(element: etree._Element) -> str:
    text = (element.text or "").replace("\n", " ").replace("\r", " ").replace("\u00ad", "")
    preserved = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if preserved else text.strip(" \t")


def _symbol(element: etree._Element) -> str:
    code = (attribute(element, "char") or "").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    number = int(code, 16) if len(code) == 4 and all(c in "0123456789ABCDEF" for c in code) else 0xFFFD
    return "\ufffd" if number < 32 or 0xD800 <= number <= 0xF8FF else chr(number)
