"""The text of an office document block by block, with the place of every paragraph and the notes at the end."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from sovgraph.model import Issue, Place, Severity, Span
from sovgraph.read.base import Part, Text
from sovgraph.read.marks import TOKEN, token_of
from sovgraph.read.paths import tag_of

_MARK = re.compile(f"[ \t]*{TOKEN}")
_SUPERSCRIPT = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_BLANKS = re.compile(" {2,}")
_AROUND_LINES = re.compile("[ \t]*\n[ \t]*")
_EMPTY_LINES = re.compile("\n{3,}")
_OFFICIAL = re.compile(
    r"(?:kst|ah-[te]k|kv-tk|h-[te]k|nds-tk|blg|stb|stcrt)-[A-Za-z0-9][A-Za-z0-9-]{1,60}"
    r"|(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}.{0,100}"
)
_PAGE_NUMBER = re.compile(r"\t+\d{0,4}$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as printed. `path` is the XPath of its element, `value` the printed number of a list item."""

    text: str
    role: str
    path: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class _Note:
    mark: str
    body: str
    path: str


@dataclass(slots=True)
class Flow:
    """Collects blocks and notes; `counts` what was left out, by the code of its issue and what it is."""

    source: str
    pieces: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    notes: list[_Note] = field(default_factory=list)
    length: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def note(self, mark: str, blocks: Iterable[Block]) -> str:
        """Keeps a note for the end; gives the token that becomes its mark."""
        kept = list(blocks)
        body = "\n".join(tidy(block.text) for block in kept)
        body = _EMPTY_LINES.sub("\n\n", body).replace("\n\n", "\n").strip()
        self.notes.append(_Note(mark, body, "|".join(block.path for block in kept)))
        return token_of(len(self.notes) - 1)

    def add(self, block: Block) -> None:
        """Writes a block after a blank line; an empty one writes nothing."""
        text = tidy(block.text)
        if not text.strip():
            return
        start = self._begin()
        position = 0
        for token in _MARK.finditer(text):
            self._write(text[position : token.start()])
            self._anchor(int(token.group(1)))
            position = token.end()
        self._write(text[position:])
        span = Span(start, self.length)
        self.parts.append(Part(block.role, span, block.value))
        if block.path:
            self.places.append(Place(span, path=block.path))

    def finish(self, media_type: str, feet: Iterable[Block]) -> Text:
        """The whole text: blocks, the lines of the page's head and foot that identify the paper, notes."""
        self._feet(feet)
        for note in self.notes:
            self._print_note(note)
        issues = tuple(left_out(self.counts, self.source))
        return Text("".join(self.pieces), media_type, "text", tuple(self.parts), (), issues, tuple(self.places))

    def _begin(self) -> int:
        if self.length:
            self._write("\n\n")
        return self.length

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _anchor(self, index: int) -> None:
        mark = self.notes[index].mark
        start = self.length
        self._write(superscript(mark))
        if mark:
            self.parts.append(Part("note_anchor", Span(start, self.length), mark))

    def _print_note(self, note: _Note) -> None:
        body = _MARK.sub("", note.body)
        if not body:
            return
        start = self._begin()
        self._write(f"{superscript(note.mark)} ")
        inner = self.length
        self._write(body)
        self.parts.append(Part("note", Span(start, self.length)))
        self.parts.append(Part("note_body", Span(inner, self.length), note.mark))
        if note.path:
            self.places.append(Place(Span(start, self.length), path=note.path))

    def _feet(self, feet: Iterable[Block]) -> None:
        """Heads and feet are repeated on every page; only what names the paper is kept, once."""
        kept: dict[str, str] = {}
        for block in feet:
            for line in tidy(block.text).split("\n"):
                words = _PAGE_NUMBER.sub("", line).strip()
                if _OFFICIAL.fullmatch(words):
                    kept.setdefault(words, block.path)
        if kept:
            path = "|".join(dict.fromkeys(kept.values()))
            self.add(Block("\n".join(kept), "page_foot", path))


def tidy(text: str) -> str:
    """Runs of blanks made one, none at the ends of lines; tabs and no-break spaces stay."""
    return _EMPTY_LINES.sub("\n\n", _AROUND_LINES.sub("\n", _BLANKS.sub(" ", text))).strip(" \t\n")


def superscript(mark: str) -> str:
    """Figures and small letters raised; other signs as they are."""
    return mark.lower().translate(_SUPERSCRIPT)


def raised(text: str) -> str:
    """Text in superscript: figures keep their height ("m²", a mark typed by hand), letters don't ("5e")."""
    return text.translate(_SUPERSCRIPT) if text.strip().isascii() and text.strip().isdecimal() else text


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its local name, in whatever edition of the namespace."""
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((e for e in element if tag_of(e) == name), None)
    return element


_LEFT_OUT = {
    "READ-TRACKED-CHANGES": (Severity.INFO, "changes are tracked; the text is read as accepted"),
    "READ-COMMENTS": (Severity.INFO, "comments are left out of the text"),
    "READ-HIDDEN-TEXT": (Severity.INFO, "hidden text is left out"),
    "READ-PART-LEFT-OUT": (Severity.WARNING, "a part of the document can't be read and is left out"),
}


def left_out(counts: Counter[tuple[str, str]], source: str) -> Iterable[Issue]:
    """One issue for each code, with the counts."""
    for code, (severity, message) in _LEFT_OUT.items():
        found = sorted((what, count) for (of, what), count in counts.items() if of == code)
        if found:
            said = ", ".join(f"{count} {what}" for what, count in found)
            data = tuple((what, str(count)) for what, count in found)
            yield Issue(code, severity, source, f"{message} ({said})", data=data)
