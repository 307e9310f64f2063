"""The papers that a paper replaces, by the words of its title."""

import re
from collections.abc import Iterator

from sovgraph.model import Meta, Replaced, Span
from sovgraph.structure.layout import Layout

_REPLACES = re.compile(
    r"(?:ter\s+vervanging\s+van|t\.?\s?v\.?\s?v\.?)\s+(?:(?:die|dat|deze|de|het)\s+)?(?:(?:motie|amendement)\s+)?"
    r"(?:(?:gedrukt|voorkomende)\s+)?(?:(?:onder|op)\s+)?(?:stuk\s+)?(?:(?:nrs?|nummers?|letters?)\b\.?\s*)?"
    r"(?P<rest>[\w\s,.()/-]{1,60})",
    re.IGNORECASE,
)
_DOSSIER = re.compile(
    r"\s*\(?(?P<dossier>\d\d[ .]?\d{3})(?:[\s-]+(?P<suffix>[IVXLC]{1,7}[A-E]?|\d\d)(?=[\s,-]))?"
    r"\s*(?:-|,?\s*nrs?\.?\s*|,\s*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:,|en|EN)?\s*(?:(?:nrs?|NRS?|Nrs?)\.?\s*)?(?P<number>\d{1,5}[a-z]?|[A-Z]{1,2})(?![\w])")


def read_replaced(layout: Layout, meta: Meta) -> tuple[Replaced, ...]:
    """ "(T.V.V. 39500-8)", "TER VERVANGING VAN DIE GEDRUKT ONDER NRS. 8 EN 9": the numbers with their dossier."""
    title = meta.title_span
    found = _REPLACES.search(layout.view, title.start, title.end) if title and meta.dossiers else None
    if found is None:
        return ()
    named = _DOSSIER.match(layout.view, found.start("rest"), found.end("rest"))
    head = meta.dossiers[0]
    number = re.sub(r"\W", "", named["dossier"]) if named else head.number
    other = named is not None and (named["suffix"] is not None or number != head.number)
    suffix = named["suffix"] if named is not None and other else head.suffix
    at = named.end() if named else found.start("rest")
    return tuple(
        Replaced(span, number, suffix, span.of(layout.view)) for span in _numbers(layout, at, found.end("rest"))
    )


def _numbers(layout: Layout, start: int, end: int) -> Iterator[Span]:
    while match := _NUMBER.match(layout.view, start, end):
        yield Span(*match.span("number"))
        start = match.end()
