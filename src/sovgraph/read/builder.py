"""Builds the text of an XML paper block by block, and remembers which span every element got."""

import re
from dataclasses import dataclass, field

from lxml import etree

from sovgraph.model import Span
from sovgraph.read.base import Part

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LAYOUT = re.compile(r"[ \t\r\n]+")
# A serialiser that puts every tag on its own line leaves a line end before ")" and after "(" that nobody printed.
_BEFORE_POINT = re.compile(r"[ \t\r]*\n[ \t\r\n]*(?=[.,;:!?)\]»])")
_AFTER_OPEN = re.compile(r"(?<=[(\[«])[ \t\r]*\n[ \t\r\n]*")
_MARK_OPEN, _MARK_CLOSE = "\ue000", "\ue001"  # private characters around a note's place in a block
_MARK = re.compile(f"\\s*{_MARK_OPEN}(\\d+){_MARK_CLOSE}")


def clean(text: str) -> str:
    """Layout white space made one blank; a no-break space is a letter like any other and stays."""
    text = _AFTER_OPEN.sub("", _BEFORE_POINT.sub("", text))
    return _LAYOUT.sub(" ", text).strip(" ")


def tag_of(element: etree._Element) -> str:
    """The local name; "" for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def superscript(mark: str) -> str:
    return mark.translate(_SUPERSCRIPT) if mark.isdigit() else mark


@dataclass(slots=True)
class TextBuilder:
    """Blocks are set apart by a blank line; notes are kept back and printed at the end with their marks."""

    pieces: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    length: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    groups: int = 0

    def block(self, text: str, role: str, value: str = "", group: int = 0) -> Span | None:
        """Adds a block; an empty one adds nothing. The notes inside it get their anchors."""
        if not text.strip():
            return None
        if self.length:
            self._write("\n\n")
        start = self.length
        position = 0
        for mark in _MARK.finditer(text):
            self._write(text[position : mark.start()])
            self._anchor(int(mark.group(1)))
            position = mark.end()
        self._write(text[position:])
        span = Span(start, self.length)
        self.parts.append(Part(role, span, value, group))
        return span

    def part(self, role: str, span: Span, value: str = "", group: int = 0) -> None:
        self.parts.append(Part(role, span, value, group))

    def new_group(self) -> int:
        self.groups += 1
        return self.groups

    def inline(self, element: etree._Element) -> str:
        """The words of an element without layout; a note leaves a token that `block` turns into its mark."""
        return clean("".join(self._chunks(element)))

    def finish(self) -> str:
        """Prints the notes and gives the whole text."""
        for mark, body in self.notes:
            span = self.block(f"{superscript(mark)} {body}", "note")
            if span is not None:
                self.part("note_body", Span(span.start + len(mark) + 1, span.end), mark)
        return "".join(self.pieces)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _anchor(self, index: int) -> None:
        mark = self.notes[index][0]
        start = self.length
        self._write(superscript(mark))
        self.parts.append(Part("note_anchor", Span(start, self.length), mark))

    def _chunks(self, element: etree._Element) -> list[str]:
        chunks = [element.text or ""]
        for child in element:
            tag = tag_of(child)
            if tag == "noot":
                chunks.append(self._note(child))
            elif tag:
                chunks += self._chunks(child)
            chunks.append(child.tail or "")
        return chunks

    def _note(self, element: etree._Element) -> str:
        number = element.find("noot.nr")
        mark = clean("".join(number.itertext())) if number is not None else ""
        body = " ".join(clean("".join(e.itertext())) for e in element if e is not number and tag_of(e))
        self.notes.append((mark or str(len(self.notes) + 1), body))
        return f"{_MARK_OPEN}{len(self.notes) - 1}{_MARK_CLOSE}"
