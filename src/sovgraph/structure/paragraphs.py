"""Paragraphs of a stretch of a report, with their words made plain for comparing."""

import re
from dataclasses import dataclass

from sovgraph.model import Span
from sovgraph.structure.dense import breaks
from sovgraph.structure.edges import trimmed
from sovgraph.structure.layout import Layout
from sovgraph.structure.similar import plain

PARTY_HEADING = re.compile(
    r"(?:\d{1,2}[.)]?\s*)?(?:Vragen en opmerkingen|Inbreng|Vragen"
    r"|(?:Reactie|Antwoord|Antwoorden) op (?:de )?vragen)"
    r"[^.?!]{0,40}\b(?:fractie|leden)\b[^.?!]{0,120}",
    re.IGNORECASE,
)

PARTY_ALONE = re.compile(
    r"(?:(?:De )?(?:[Ll]eden van de )?|(?:Inbreng|Vragen en opmerkingen) (?:van de )?(?:leden van de )?)"
    r"[A-Z][\w&/-]{1,24}-fractie\W*"
)
"""A line that only names a party stands above its questions, also without a blank line between."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    span: Span
    words: str
    """Plain words for comparing; "" for a heading."""
    heading: bool


def paragraphs_in(layout: Layout, span: Span) -> list[Paragraph]:
    """Runs of printed lines between blank ones; feet of pages and notes at the edges are left out.

    A text without blank lines is cut where its lines show that a paragraph begins.
    """
    found: list[Paragraph] = []
    anew = breaks(layout, span)
    start = end = -1
    for index in range(layout.line_index(span.start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= span.end:
            break
        if line.blank or line.start < span.start:
            if start >= 0:
                _add(found, layout, start, end)
            start = -1
        else:
            if start >= 0 and (index in anew or PARTY_ALONE.fullmatch(layout.view[start:end])):
                _add(found, layout, start, end)
                start = -1
            start, end = (line.start if start < 0 else start), min(line.end, span.end)
    if start >= 0:
        _add(found, layout, start, end)
    return found


def _add(found: list[Paragraph], layout: Layout, start: int, end: int) -> None:
    span = trimmed(layout, start, end)
    if span is None:
        return
    text = layout.view[span.start : span.end]
    heading = len(text) < 200 and (PARTY_HEADING.fullmatch(text) or PARTY_ALONE.fullmatch(text)) is not None
    found.append(Paragraph(span, plain(text) if not heading else "", heading))
