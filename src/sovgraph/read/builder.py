"""Builds the text of a marked-up paper block by block, and remembers which span and place every element got."""

import re
from dataclasses import dataclass, field

from lxml import etree

from sovgraph.model import Place, Span
from sovgraph.read.base import Part
from sovgraph.read.marks import TOKEN, token_of
from sovgraph.read.paths import Paths, tag_of

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LAYOUT = re.compile(r"[ \t\r\n]+")
# A serialiser that puts every tag on its own line leaves a line end before ")" and after "(" that nobody printed.
_BEFORE_POINT = re.compile(r"[ \t\r]*\n[ \t\r\n]*(?=[.,;:!?)\]»])")
_AFTER_OPEN = re.compile(r"(?<=[(\[«])[ \t\r]*\n[ \t\r\n]*")
_MARK = re.compile(f"\\s*{TOKEN}")
_APART = {"voornaam", "achternaam", "naam", "functie", "plaats", "label", "nr", "politiek", "partij", "aanspr"}
"""Elements inside a line that are printed with a blank before them, though a serialiser may leave it out."""
_LOWERED = {"inf", "sup"}
_NOTES = {"noot", "voetref", "nootref"}


def clean(text: str) -> str:
    """Layout white space made one blank; a no-break space is a letter like any other and stays."""
    return flat(_AFTER_OPEN.sub("", _BEFORE_POINT.sub("", text)))


def flat(text: str) -> str:
    """Layout white space made one blank, and no more: for values, which no printer sets."""
    return _LAYOUT.sub(" ", text).strip(" ")


def words_of(element: etree._Element) -> str:
    """The words of an element and all in it, notes too, on one line."""
    return clean("".join(element.itertext()))


def superscript(mark: str) -> str:
    return mark.translate(_SUPERSCRIPT) if mark.isdigit() else mark


def joined(element: etree._Element) -> str:
    """All words of an element, its paragraphs with a blank between them."""
    return clean(" ".join(element.itertext())) if _has_blocks(element) else words_of(element)


def _has_blocks(element: etree._Element) -> bool:
    return any(
        tag_of(inner) in ("al", "li", "p", "li.nr", "noot.al") for inner in element.iter() if inner is not element
    )


def _ends_word(chunks: list[str]) -> bool:
    last = next((chunk[-1] for chunk in reversed(chunks) if chunk), "")
    return last.isalnum() or last in tuple(".,;)")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote that waits for the end of the text. `source` is the element of its body."""

    mark: str
    body: str
    source: etree._Element | None


@dataclass(slots=True)
class TextBuilder:
    """Blocks are set apart by a blank line; notes are kept back and printed at the end with their marks."""

    pieces: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    length: int = 0
    notes: list[Note] = field(default_factory=list)
    bodies: dict[str, etree._Element] = field(default_factory=dict)
    """Notes whose body stands elsewhere in the file (old schemas), by their id."""
    groups: int = 0
    paths: Paths = field(default_factory=Paths)
    turn: int | None = None
    """The part of the speech that is being read."""

    def block(
        self, text: str, role: str, value: str = "", group: int = 0, source: etree._Element | None = None
    ) -> Span | None:
        """Adds a block; an empty one adds nothing. The notes inside it get their anchors, `source` is its place."""
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
        if source is not None:
            self.places.append(Place(span, path=self.paths.of(source)))
        return span

    def part(self, role: str, span: Span, value: str = "", group: int = 0) -> None:
        self.parts.append(Part(role, span, value, group))

    def within(self, span: Span, words: str, role: str, value: str = "", group: int = 0, after: int = 0) -> int:
        """A part for the first place of `words` in a block, from `after` characters on; where the next may begin."""
        printed = self.text_of(span)
        at = printed.find(words, after) if words else -1
        if at < 0:
            return after
        self.part(role, Span(span.start + at, span.start + at + len(words)), value, group)
        return at + len(words)

    def text_of(self, span: Span) -> str:
        """The words of a block that was written last; looks back no further than it must."""
        length, index = self.length, len(self.pieces)
        while index and length > span.start:
            index -= 1
            length -= len(self.pieces[index])
        return "".join(self.pieces[index:])[span.start - length : span.end - length]

    def new_group(self) -> int:
        self.groups += 1
        return self.groups

    def open_part(self, role: str, value: str = "", group: int = 0) -> int:
        """A part over the blocks that follow, until `close_part`; gives its key."""
        self.parts.append(Part(role, Span(self.length, self.length), value, group))
        return len(self.parts) - 1

    def close_part(self, key: int) -> None:
        """Ends a part at the last block; one without blocks is left out at the end."""
        old = self.parts[key]
        start = old.span.start
        start = min(start + 2, self.length) if start else 0  # the blank line before its first block isn't its own
        self.parts[key] = Part(old.role, Span(start, self.length), old.value, old.group)

    def begin_turn(self, group: int) -> None:
        """A speech from here on, to the next speaker or the end of what holds it."""
        self.end_turn()
        self.turn = self.open_part("turn", group=group)

    def end_turn(self) -> None:
        if self.turn is not None:
            self.close_part(self.turn)
            self.turn = None

    def inline(self, element: etree._Element) -> str:
        """The words of an element without layout; a note leaves a token that `block` turns into its mark."""
        return clean("".join(self._chunks(element)))

    def finish(self) -> str:
        """Prints the notes and gives the whole text."""
        self.end_turn()
        for note in self.notes:
            span = self.block(f"{superscript(note.mark)} {note.body}", "note", source=note.source)
            if span is not None and note.body:
                self.part("note_body", Span(span.start + len(note.mark) + 1, span.end), note.mark)
        filled = (part for part in self.parts if part.span.start < part.span.end)
        self.parts = sorted(filled, key=lambda part: (part.span.start, -part.span.end))
        return "".join(self.pieces)

    def note(self, mark: str, body: str, source: etree._Element | None) -> str:
        """Keeps a note back; gives the token for its place in the line."""
        self.notes.append(Note(mark or str(len(self.notes) + 1), body, source))
        return token_of(len(self.notes) - 1)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _anchor(self, index: int) -> None:
        mark = self.notes[index].mark
        start = self.length
        self._write(superscript(mark))
        self.parts.append(Part("note_anchor", Span(start, self.length), mark))

    def _chunks(self, element: etree._Element) -> list[str]:
        chunks = [element.text or ""]
        for child in element:
            tag = tag_of(child)
            if tag in _NOTES:
                chunks.append(self._note(child))
            elif tag == "illustratie":
                chunks.append(child.get("alt") or "")
            elif tag:
                if tag in _LOWERED and (child.text or "").startswith("\n"):
                    chunks[-1] = chunks[-1].rstrip()  # a serialiser's line end; figures are set close
                elif tag in _APART and _ends_word(chunks):
                    chunks.append(" ")
                chunks += self._chunks(child)
            chunks.append(child.tail or "")
        return chunks

    def _note(self, element: etree._Element) -> str:
        """A note in the line, or a reference to one whose body stands elsewhere."""
        if tag_of(element) != "noot":
            return self._reference(element)
        number = element.find("{*}noot.nr")
        mark = words_of(number) if number is not None else ""
        body = " ".join(filter(None, (joined(e) for e in element if e is not number and tag_of(e))))
        return self.note(mark, body or clean(element.text or ""), element)

    def _reference(self, element: etree._Element) -> str:
        """`<voetref refid="n1">1</voetref>` of the schemas before 2011."""
        key = next((element.get(name) or "" for name in ("refid", "idref", "ref", "nr") if element.get(name)), "")
        printed = words_of(element)
        body = self.bodies.get(key) if key else None
        if body is None:
            return printed
        mark = body.get("nr") or printed or element.get("nr") or ""
        number = body.find("{*}noot.nr")
        words = " ".join(joined(e) for e in body if e is not number and tag_of(e)) or joined(body)
        return self.note(mark, words, body)
