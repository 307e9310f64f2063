"""A text with its lines, and the places that belong to the page and not to what is said on it.

`raw` is the text with composed letters, `view` the clean view of it (find/view.py): equal offsets, but footnote
marks, asterisks and layout characters are blanks. All parts of the structure are read in these offsets and brought
back to those of the document at the end (remap.py), which matters only for decomposed (NFD) text.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

from sovgraph.find.view import make_view
from sovgraph.model import Span

_LONE_RETURN = re.compile(r"\r(?!\n)")
_LINE = re.compile(r"[^\n\r\f]*(?:\r\n|[\n\r\f]|$)")
_HEADING_MARK = re.compile(r"\s*(?:#{1,6}\s+)?")  # Markdown's headings are lines like others here
_COMBINING = re.compile("[\u0300-\u036f]")
LONG_LINE = 2_000
"""A line longer than this is running text: no heading, label or signature is read from it."""

FURNITURE = re.compile(
    r"(?:(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}.{0,120}"
    r"|(?:kst|ah-[te]k|kv-tk|h-[te]k|nds-tk|blg)-[A-Za-z0-9][\w.-]{2,60}"
    r"|ISSN ?\d{4} ?- ?\d{3}[\dX].{0,160}"
    r"|'s-Gravenhage \d{4}.{0,120}"
    r"|[Pp]agina \d{1,4}(?: van \d{1,4})?"
    r"|(?:KST|KVR)\d{3,7}|\d{4}[te]kk(?:st|vr)[\w-]{2,40}|\d[A-Z]\d{4}|Sdu Uitgever\w*.{0,60}"
    r"|DOC(?:PROPERTY|VARIABLE)\b.{0,200})"
)
_LONGEST_FOOT = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text without the blanks (and bold marks) around it; `start == end` for a blank one."""

    start: int
    end: int

    @property
    def blank(self) -> bool:
        return self.start == self.end


@dataclass(slots=True)
class Layout:
    raw: str
    view: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...] | None = None
    """Maps offsets of `raw` to those of the document; None when equal."""
    zones: tuple[Span, ...] = ()
    """Page furniture and footnotes, in order: no question or answer begins or ends in one."""
    marks: tuple[Span, ...] = ()
    """Anchors of footnotes, in order."""
    _line_starts: list[int] = field(default_factory=list)
    _zone_starts: list[int] = field(default_factory=list)

    def text(self, line: Line) -> str:
        """The words of a line; "" for one too long to be anything but running text."""
        return self.view[line.start : line.end] if line.end - line.start <= LONG_LINE else ""

    def line_index(self, offset: int) -> int:
        return max(bisect_right(self._line_starts, offset) - 1, 0)

    def line_begin(self, offset: int) -> int:
        """Where the line that holds an offset begins, with the blanks and Markdown marks before its words."""
        return self._line_starts[self.line_index(offset)]

    def set_zones(self, zones: list[Span], marks: list[Span]) -> None:
        self.zones = tuple(_merged(zones))
        self._zone_starts = [zone.start for zone in self.zones]
        self.marks = tuple(sorted(marks, key=lambda m: m.start))

    def zone_at(self, offset: int) -> Span | None:
        index = bisect_right(self._zone_starts, offset) - 1
        if index >= 0 and self.zones[index].start <= offset < self.zones[index].end:
            return self.zones[index]
        return None

    def blank_between(self, start: int, end: int) -> bool:
        """Whether a blank line stands between two offsets."""
        return self.raw[start:end].replace("\r\n", "\n").count("\n") > 1

    def strip(self, start: int, end: int) -> Span | None:
        """The span without blanks at its edges; None when nothing is left."""
        view = self.view
        while start < end and view[start].isspace():
            start += 1
        while end > start and view[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None

    def find(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        return pattern.search(self.view, start, end)


def make_layout(text: str) -> Layout:
    # one character for one, so that every offset stays that of the text
    raw, starts = _composed(_LONE_RETURN.sub("\n", text))
    view = make_view(raw).text
    lines: list[Line] = []
    line_starts: list[int] = []
    for match in _LINE.finditer(raw):
        start, end = match.span()
        if start == end:
            continue
        line_starts.append(start)
        printed = view[start:end]
        left = _HEADING_MARK.match(printed).end()  # type: ignore[union-attr]
        right = len(printed.rstrip())
        lines.append(Line(start + left, start + right) if right > left else Line(start, start))
    layout = Layout(raw, view, tuple(lines), starts, _line_starts=line_starts)
    layout.set_zones(furniture(layout), [])
    return layout


def is_furniture(line: str) -> bool:
    """Whether a line, as printed, belongs to the page."""
    return len(line) <= _LONGEST_FOOT and FURNITURE.fullmatch(line.replace("’", "'")) is not None


def furniture(layout: Layout) -> list[Span]:
    """Running heads and feet of pages."""
    short = (line for line in layout.lines if not line.blank and line.end - line.start <= _LONGEST_FOOT)
    return [Span(line.start, line.end) for line in short if FURNITURE.fullmatch(layout.text(line))]


def paragraphs(layout: Layout, breaks: set[int]) -> tuple[Span, ...]:
    """Runs of printed lines; the lines whose start is in `breaks` (labels) are paragraphs of their own."""
    found: list[Span] = []
    start = end = -1
    for line in layout.lines:
        alone = line.start in breaks
        if (line.blank or alone) and start >= 0:
            found.append(Span(start, end))
            start = -1
        if alone and not line.blank:
            found.append(Span(line.start, line.end))
        elif not line.blank:
            start, end = (line.start if start < 0 else start), line.end
    if start >= 0:
        found.append(Span(start, end))
    return tuple(found)


def _merged(zones: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for zone in sorted(zones, key=lambda z: (z.start, z.end)):
        if merged and zone.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(zone.end, merged[-1].end))
        elif zone.start < zone.end:
            merged.append(zone)
    return merged


def _composed(text: str) -> tuple[str, tuple[int, ...] | None]:
    if _COMBINING.search(text) is None:
        return text, None
    pieces: list[str] = []
    starts: list[int] = []
    position = 0
    while position < len(text):
        end = position + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for place, letter in enumerate(unicodedata.normalize("NFC", text[position:end])):
            pieces.append(letter)
            starts.append(min(position + place, end - 1))
        position = end
    starts.append(len(text))
    return "".join(pieces), tuple(starts)
