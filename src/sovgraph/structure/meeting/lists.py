"""Lists of names and of parties in a sentence: "de SP, de PvdA, GroenLinks en het lid De Wit"."""

import re

from sovgraph.model import Span
from sovgraph.structure.layout import Layout

_JOINT = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+|\s*/\s*(?=[^\W\d_a-z])")
_ARTICLE = re.compile(
    r"(?:(?:alsmede|alsook|evenals|en)\s+)?"
    r"(?:de\s+fracties?\s+van\s+|de\s+leden\s+(?:van\s+)?(?=[^\W\d_a-z])"
    r"|het\s+lid\s+|de\s+heer\s+|mevrouw\s+)?(?:(?:de|het)\s+(?=[^\W_a-z]|50))?"
)
_LONGEST_ENTRY = 60


def split_list(layout: Layout, start: int, end: int, *, slashes: bool = True) -> tuple[Span, ...]:
    """The entries without the words before them; none when one is too long to be a name."""
    found: list[Span] = []
    position = start
    for joint in (*_JOINT.finditer(layout.view, start, end), None):
        if joint is not None and "/" in joint[0] and not slashes:
            continue
        span = layout.strip(position, joint.start() if joint else end)
        position = joint.end() if joint else end
        if span is None:
            continue
        article = _ARTICLE.match(layout.view, span.start, span.end)
        entry = layout.strip(article.end() if article else span.start, span.end)
        if entry is None or entry.end - entry.start > _LONGEST_ENTRY:
            return ()
        found.append(entry)
    return tuple(found)
