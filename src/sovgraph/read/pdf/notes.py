"""Footnotes: where a line begins with a raised figure a note begins; raised figures behind a word are its calls."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sovgraph.read.pdf.page import Piece, Word, printed
from sovgraph.read.pdf.rows import Flow

_UNIT = re.compile(r"(?:.*[\d(])?(?:k|c|d|m|h)?m")
_MARK = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class PageNote:
    """A note as printed: its mark, and its lines without it. The word of the mark has a place, too."""

    mark: Word
    page: int
    lines: list[tuple[Piece, int]] = field(default_factory=list)


def is_call(words: Sequence[Word], index: int) -> bool:
    """Whether a raised figure calls a note; "m²" and "10⁶" are quantities."""
    word = words[index]
    if not word.raised or index == 0:
        return False
    before = words[index - 1].text
    if word.text in ("2", "3") and _UNIT.fullmatch(before):
        return False
    return before != "10"


def take_notes(flows: list[Flow], body_font: float) -> tuple[list[Flow], list[PageNote]]:
    """The flows without their notes, and the notes in order."""
    calls = {(flow.page, mark) for flow in flows for line in flow.lines for mark in _calls(line)}
    notes: list[PageNote] = []
    rest: list[Flow] = []
    for flow in flows:
        lines: list[Piece] = []
        current: PageNote | None = None
        for line in flow.lines:
            mark = _mark_of(line, flow.page, calls, body_font)
            if mark is not None:
                current = PageNote(mark, flow.page)
                notes.append(current)
                line = _without_first(line)
            elif current is not None and _leaves(current, line):
                current = None
            elif current is None and notes and _carries_on(notes[-1], line, flow, lines, body_font):
                current = notes[-1]
            if current is not None:
                current.lines.append((line, flow.page))
            else:
                lines.append(line)
        if lines:
            rest.append(replace(flow, lines=tuple(lines)))
    return rest, notes


def _calls(line: Piece) -> Iterator[str]:
    return (line.words[i].text for i in range(1, len(line.words)) if is_call(line.words, i))


def _mark_of(line: Piece, page: int, calls: set[tuple[int, str]], body_font: float) -> Word | None:
    """The mark at the start of a note's first line: raised, or of small print and called on this page."""
    first = line.words[0]
    if len(line.words) < 2 or not _MARK.fullmatch(first.text):
        return None
    small = line.font < 0.94 * body_font and (page, first.text) in calls
    return first if first.raised or small else None


def _without_first(line: Piece) -> Piece:
    words = line.words[1:]
    words = (replace(words[0], glued=False), *words[1:])
    return replace(line, words=words, left=words[0].left, text=printed(words))


def _leaves(note: PageNote, line: Piece) -> bool:
    """Whether a line below a note is no longer its own: bigger, or set apart."""
    last, _ = note.lines[-1]
    if len(note.lines) == 1 and last.text == "Samenstelling:":
        return False  # the list of members, on lines apart
    return line.font > 1.1 * last.font or not 0 <= line.base - last.base < 2.0 * last.font


def _carries_on(note: PageNote, line: Piece, flow: Flow, before: list[Piece], body_font: float) -> bool:
    """Whether a line is the rest of a note of the page before: small print below the text, set apart from it."""
    last, page = note.lines[-1]
    small = line.font < 0.94 * body_font and abs(line.font - last.font) < 0.3
    apart = not before or line.base - before[-1].base > 1.4 * before[-1].font
    unended = not last.text.endswith((".", "!", "?"))
    return small and apart and unended and flow.page == page + 1 and not flow.margin and not flow.cell
