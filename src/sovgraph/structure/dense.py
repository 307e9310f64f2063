"""Where paragraphs begin in a text without blank lines between them, as pages copied or converted to text have it."""

import re
from itertools import pairwise

from sovgraph.model import Span
from sovgraph.structure.labels import bare_answer
from sovgraph.structure.layout import Layout, Line

_ENDS = re.compile(r"[.?!:;][\"')»]?\d{0,3}\Z")
_BEGINS = re.compile(r"[^\W\d_a-z]|[\"'(«]\w")
_MEMBERS = re.compile(r"(?:De leden (?:van|behorende)\b|De fracties? van\b|(?:De|Het) (?:[\w&-]+-fractie|lid)\b)")
"""A sentence with another asker begins a paragraph, also after a line as wide as the others."""
_HEADED = re.compile(
    r"(?:\d{1,2}[.)]? +)?(?:Vragen en opmerkingen|Vragen|Inbreng|Antwoord(?:en)?|Reactie|Beantwoording)"
    r" (?:van|vanuit|op)\b[^.?!]{0,80}(?:fracties?|minister|staatssecretaris|bewindspersoon|regering|kabinet)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:[IVX]{1,4}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]? +[^\W\d_a-z].*"
    r"|(?:Artikel|ARTIKEL|Artikelen|Onderdeel|Hoofdstuk|Paragraaf|Bijlage) +[IVXLC\d]+\b.*"
)
_FEWEST = 4
_BLANKS = 0.05
"""Of the lines; a text with more blank ones shows its paragraphs by them."""
_WHOLE = 0.75
"""From this share of long lines that end a sentence on, each line is a paragraph."""
_LONG = 40
_SHORT = 0.75
"""Of the width: a line that ends a sentence before it ends a paragraph."""


def breaks(layout: Layout, span: Span) -> frozenset[int]:
    """The indexes of the lines that begin a paragraph; none where blank lines show that."""
    first = layout.line_index(span.start)
    indexes = [i for i in range(first, len(layout.lines)) if span.start <= layout.lines[i].start < span.end]
    printed = [i for i in indexes if not layout.lines[i].blank and not layout.zone_at(layout.lines[i].start)]
    if len(printed) < _FEWEST or len(indexes) - _printed(layout, indexes) > _BLANKS * len(indexes):
        return frozenset()
    lengths = sorted(layout.lines[i].end - layout.lines[i].start for i in printed)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    long = [i for i in printed if layout.lines[i].end - layout.lines[i].start >= _LONG]
    if long and sum(_over(layout, layout.lines[i]) for i in long) >= _WHOLE * len(long):
        return frozenset(printed)
    found = {printed[0]}
    for before, index in pairwise(printed):
        if _begins(layout, layout.lines[before], layout.lines[index], width):
            found.add(index)
    return frozenset(found)


def _printed(layout: Layout, indexes: list[int]) -> int:
    return sum(not layout.lines[i].blank for i in indexes)


def _over(layout: Layout, line: Line) -> bool:
    return _ENDS.search(layout.view, max(line.end - 8, line.start), line.end) is not None


def _begins(layout: Layout, before: Line, line: Line, width: int) -> bool:
    """Whether a wrapped text begins a paragraph with this line."""
    text = layout.text(line)
    if not _BEGINS.match(text) and not _NUMBERED.fullmatch(text):
        return False
    if _heading(layout, before, width):
        return True
    if not _over(layout, before):
        return False
    short = before.end - before.start < _SHORT * width
    return short or _MEMBERS.match(text) is not None or _heading(layout, line, width)


def _heading(layout: Layout, line: Line, width: int) -> bool:
    """A short line that names a party, a part or the answer, and no end of a wrapped sentence."""
    text = layout.text(line)
    if text and (bare_answer(text) == len(text) or text in ("Vraag", "Vragen", "Vraag:", "Vragen:")):
        return True
    if _over(layout, line):
        return False
    return _HEADED.fullmatch(text) is not None or (
        line.end - line.start < _SHORT * width and _NUMBERED.fullmatch(text) is not None
    )
