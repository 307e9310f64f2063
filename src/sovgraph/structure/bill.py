"""The parts of a bill around its articles: why it is made, and the words that close it."""

import re

from sovgraph.model import BillParts, Section
from sovgraph.structure.layout import Layout

_CONSIDERANS = re.compile(
    r"\bAl(?:zo|dus)\s+Wij\s+in\s+overweging\s+genomen\s+hebben\s*,\s*(?P<why>.+?)(?=;\s*(?:Zo|Gelijk|zo)\b|\n\s*Zo\s+is\s+het|\Z)",
    re.DOTALL,
)
_CLOSING = re.compile(r"\bLasten\s+en\s+bevelen\s+dat\b", re.IGNORECASE)
_LONGEST = 3_000


def read_bill(layout: Layout, sections: tuple[Section, ...]) -> BillParts:
    """The considerans without its fixed opening, and the closing words with all that follows."""
    first = next((s.span.start for s in sections if s.kind == "article"), len(layout.view))
    why = _CONSIDERANS.search(layout.view, 0, first)
    kept = layout.strip(*why.span("why")) if why and why.end() - why.start() < _LONGEST else None
    closing = _CLOSING.search(layout.view)
    return BillParts(kept, layout.strip(closing.start(), len(layout.view)) if closing else None)
