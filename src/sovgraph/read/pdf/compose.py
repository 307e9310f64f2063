"""Paragraphs, furniture and notes to one text, with the place of every printed word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sovgraph.model import Issue, Place, Severity, Span
from sovgraph.read.base import Part, Text
from sovgraph.read.builder import superscript
from sovgraph.read.pdf.furniture import Seen
from sovgraph.read.pdf.hyphens import Hyphens
from sovgraph.read.pdf.notes import PageNote, is_call
from sovgraph.read.pdf.page import LINE_END, Piece, Word
from sovgraph.read.pdf.paragraphs import paragraphs
from sovgraph.read.pdf.rows import Flow

_NO_BLANK_BEFORE = re.compile(r"[.,;:!?)\]»]+")


def compose(source: str, flows: list[Flow], kept: Iterable[Seen], notes: Iterable[PageNote]) -> Text:
    """The running text, then what heads and feet say, then the notes."""
    words = [word.text for flow in flows for line in flow.lines for word in line.words]
    composer = _Composer(Hyphens(words))
    for paragraph in paragraphs(flows):
        composer.paragraph(paragraph.lines)
    composer.furniture(kept)
    for note in notes:
        composer.note(note)
    text, parts = "".join(composer.pieces), tuple(composer.parts)
    issues = tuple(_loose_calls(source, parts))
    return Text(text, "", parts=parts, issues=issues, places=tuple(composer.places))


def _loose_calls(source: str, parts: tuple[Part, ...]) -> Iterator[Issue]:
    """Marks without a note, when others have one: the structure takes the reader's word for its notes then."""
    bodies = {part.value for part in parts if part.role == "note_body"}
    for part in parts if bodies else ():
        if part.role == "note_anchor" and part.value not in bodies:
            message = f"mark {part.value} has no note; it stays without one"
            yield Issue("ANCHOR-WITHOUT-NOTE", Severity.WARNING, source, message, part.span.start, part.span.end)


@dataclass(slots=True)
class _Composer:
    """The text as it grows. Paragraphs are set apart by a blank line."""

    hyphens: Hyphens
    pieces: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    length: int = 0

    def paragraph(self, lines: Sequence[tuple[Piece, int]]) -> None:
        self._apart()
        self._lines(lines, True)

    def furniture(self, kept: Iterable[Seen]) -> None:
        """What heads and feet say, once: a line each, as text papers have them."""
        spans: list[Span] = []
        for seen in kept:
            if spans:
                self._write("\n")
            else:
                self._apart()
            spans.append(self._lines([(seen.piece, seen.page)], False))
        self.parts += [Part("page_foot", span) for span in spans]

    def note(self, note: PageNote) -> None:
        self._apart()
        start = self.length
        self._word(note.mark, superscript(note.mark.text), note.page)
        self._write(" ")
        body = self._lines(note.lines, False)
        self.parts.append(Part("note", Span(start, body.end)))
        self.parts.append(Part("note_body", body, note.mark.text))

    def _lines(self, lines: Sequence[tuple[Piece, int]], with_calls: bool) -> Span:
        start = self.length
        for index, (line, page) in enumerate(lines):
            following = lines[index + 1][0].words[0].text if index + 1 < len(lines) else None
            self._line(line, page, following, with_calls)
        return Span(start, self.length)

    def _line(self, line: Piece, page: int, following: str | None, with_calls: bool) -> None:
        words = line.words
        for index, word in enumerate(words):
            printed, after = word.text, ""
            if index + 1 < len(words):
                after = "" if _touches(word, words[index + 1]) else " "
            elif following is not None:
                printed, after = self.hyphens.joined(printed, following)
            if word.raised:
                printed = superscript(printed)
            span = self._word(word, printed.replace(LINE_END, "-"), page)
            if with_calls and is_call(words, index):
                self.parts.append(Part("note_anchor", span, word.text))
            self._write(after)

    def _word(self, word: Word, printed: str, page: int) -> Span:
        span = Span(self.length, self.length + len(printed))
        self._write(printed)
        left, top = round(word.left, 1), round(word.top, 1)
        box = (left, top, round(word.right - left, 1), round(word.bottom - top, 1))
        self.places.append(Place(span, page, box))
        return span

    def _apart(self) -> None:
        if self.length:
            self._write("\n\n")

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def _touches(word: Word, following: Word) -> bool:
    """Whether no blank stands between: parts of one word, a mark behind its word, a point behind a mark."""
    if following.glued:
        return True
    near = following.left - word.right < 0.5 * word.size
    return near and (following.raised or (word.raised and _NO_BLANK_BEFORE.fullmatch(following.text) is not None))
