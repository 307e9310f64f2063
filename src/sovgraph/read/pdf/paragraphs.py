"""Lines to paragraphs: by white between them, by lines that end early, by size, weight, indent and list marks.

A paragraph is one line of our text, as in official XML and Markdown: the line ends of a page mean nothing, and labels,
titles and names that the page breaks are whole for every rule that reads a line.
"""

import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sovgraph.read.pdf.page import LINE_END, Piece
from sovgraph.read.pdf.rows import Flow

_MARK = re.compile(r"(?:[-–—•▪*·]|\(?\d{1,3}[.)]|\(?[a-z]{1,2}[.)]|[IVX]{1,5}\.)\s")
_USUAL_PITCH = 1.3
_ENDS = re.compile(r"[.!?:;…][\"'”’»)]*$")
_LABEL = re.compile(
    r"(?:Vraag|Vragen|Antwoord|Antwoorden|Artikel)(?: op vra\w+)? ?\d{0,3}(?:(?:,| en| t/m) \d{1,3})*\W?"
)

_NUMBER = re.compile(r"[A-Z]{1,2}|Nr\. ?\d{1,5}")  # the paper's letter or number on a line of its own


@dataclass(slots=True)
class Paragraph:
    """Lines with the page of each, in order."""

    lines: list[tuple[Piece, int]] = field(default_factory=list)
    margin: bool = False

    @property
    def last(self) -> Piece:
        return self.lines[-1][0]


def paragraphs(flows: list[Flow]) -> list[Paragraph]:
    """The paragraphs of all flows; one goes on into the next column or page where its sentence does."""
    found: list[Paragraph] = []
    open_flow: Flow | None = None
    """The flow of running text that the last paragraph came from."""
    open_paragraph: Paragraph | None = None
    joined = False
    for flow in flows:
        groups = [[(line, flow.page) for line in lines] for lines in _groups(flow)]
        if joined and found and groups:
            found[-1].lines += groups.pop(0)
        elif open_flow and open_paragraph and not flow.margin and _carries_on(open_flow, open_paragraph, flow):
            open_paragraph.lines += groups.pop(0)
        found += [Paragraph(group, flow.margin) for group in groups]
        joined = flow.joined
        if not flow.margin:
            open_flow, open_paragraph = flow, found[-1] if groups or open_paragraph is None else open_paragraph
    return found


def _carries_on(before: Flow, paragraph: Paragraph, flow: Flow) -> bool:
    """Whether the sentence at the end of a column or page goes on in the next flow."""
    last, first = paragraph.last, flow.lines[0]
    if before.page == flow.page and (before.cell or flow.cell):
        return False
    text, following = last.text, first.text
    if abs(last.font - first.font) > 0.12 * last.font or _MARK.match(following) or _LABEL.fullmatch(text):
        return False
    if last.bold is not first.bold and (last.bold or first.bold) and None not in (last.bold, first.bold):
        return False
    if text.endswith(LINE_END):
        return True
    full = last.right + _room(first) > before.right
    starts_small = following[:1].islower() or following[:1] in "(«\"'"
    return not _ENDS.search(text) and (starts_small or full)


def _groups(flow: Flow) -> Iterator[list[Piece]]:
    pitch = _pitch(flow)
    group: list[Piece] = []
    for line in flow.lines:
        if group and _breaks(group, line, flow, pitch):
            yield group
            group = []
        group.append(line)
    yield group


def _pitch(flow: Flow) -> float:
    """The usual distance of lines as a multiple of their size: from full lines to the next, where many are full.

    Where few are, most lines are paragraphs of their own, and their distance isn't the one inside a paragraph.
    """
    pairs = [(a, b, (b.base - a.base) / b.font) for a, b in pairwise(flow.lines)]
    inner = [(a, b, gap) for a, b, gap in pairs if 0.8 < gap < 2.1]
    if len(inner) <= 2:
        return min((gap for _, _, gap in inner), default=_USUAL_PITCH)
    full = [gap for a, b, gap in inner if a.right + _room(b) > flow.right - 0.4 * a.font]
    return statistics.median_low(full) if len(full) > 1 and 3 * len(full) >= len(pairs) else _USUAL_PITCH


def _breaks(group: list[Piece], line: Piece, flow: Flow, pitch: float) -> bool:
    last = group[-1]
    size = max(last.font, line.font)
    gap = line.base - last.base
    if gap > 1.3 * pitch * size + 0.5 or gap < 0 or size > 1.14 * min(last.font, line.font):
        return True
    if _is_word_cut(last):
        return False
    if last.bold is not None and line.bold is not None and last.bold is not line.bold:
        return True
    if _NUMBER.fullmatch(line.text) or (len(last.words) > 1 and _title_ends(last.text, line.text)):
        return True
    return _ends_early(last, line, flow) or _begins_anew(group, line)


def _is_word_cut(line: Piece) -> bool:
    return line.text.endswith(LINE_END)


def _title_ends(last: str, text: str) -> bool:
    """Whether one of two lines is a title in capitals and the other isn't."""
    long = [sum(map(str.isalpha, one)) > 9 for one in (last, text)]
    upper = [_is_capitals(one) for one in (last, text)]
    return upper[0] is not upper[1] and any(a and b for a, b in zip(long, upper, strict=True))


def _is_capitals(text: str) -> bool:
    """Printed in capitals, of which a scan may have damaged some."""
    return sum(map(str.isupper, text)) >= 0.75 * sum(map(str.isalpha, text))


def _room(line: Piece) -> float:
    """What the first word of a line would take at the end of the line before it."""
    word = line.words[0]
    return word.right - word.left + 0.3 * line.font


def _ends_early(last: Piece, line: Piece, flow: Flow) -> bool:
    """Whether a line ends though the next word would have fitted; but small letters go on with a sentence."""
    if last.right + _room(line) > flow.right - 0.4 * last.font:
        return False
    text = last.text
    return bool(_ENDS.search(text)) or _LABEL.fullmatch(text) is not None or not line.text[:1].islower()


def _begins_anew(group: list[Piece], line: Piece) -> bool:
    last = group[-1]
    ended = bool(_ENDS.search(last.text)) or last.text.endswith(",")
    if _MARK.match(line.text) and ended:
        return True
    indent = line.left - last.left
    if indent > 0.8 * line.font:
        return bool(_ENDS.search(last.text)) and not _MARK.match(last.text)
    return indent < -0.8 * line.font and len(group) > 1 and ended
