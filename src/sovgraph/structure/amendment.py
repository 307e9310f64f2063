"""The parts of an amendment: who moves it, what it changes where, and its explanation."""

import re
from collections.abc import Iterator

from sovgraph.model import AmendmentParts, Instruction, Meta, Section, Span
from sovgraph.structure.layout import Layout, Line
from sovgraph.structure.motion import names_at_end

_OPENS = re.compile(r"\bstelt?(?:len)?\s+(?:het|de)\s+volgende\s+(?:sub)?amendement(?:en)?\s+voor\s*:?")
_NUMBER = r"(?:[IVXL]{1,7}[A-Z]{0,2}|\d{1,4}[a-z]{0,2}(?:[:.]\d{1,3}[a-z]{0,2})*)"
_WITHIN = (
    rf"(?:,?\s+(?:onderdeel|onderdelen|onder|sub)\s+[A-Za-z0-9]{{1,3}}\b|,?\s+(?:[a-z]+(?:de|ste)\s+)?lid\b"
    rf"|,?\s+artikel\s+{_NUMBER})"
)
_ARTICLE = re.compile(rf"\b[Aa]rtikel(?:en)?\s+{_NUMBER}(?:{_WITHIN})*")
_OTHER_PLACE = re.compile(
    r"\b(?:[Oo]nderdeel\s+[A-Z]{1,2}\b|[Hh]et\s+opschrift|[Dd]e\s+(?:considerans|beweegreden|bijlage|begrotingsstaat|tabel)"
    r"|[Hh]oofdstuk\s+[\dIVX]+)"
)
_BEGINS = re.compile(
    r"(?:(?:[IVX]{1,5}|[A-Z]{1,2}|\d{1,2}|[a-z])[.)]?\s+)?"
    r"(?:In|Na|Aan|Voor|Achter|Boven|Onder|Artikel|Artikelen|Onderdeel|Onderdelen|Hoofdstuk|Het|De|Tussen|Met)\s"
)
_ACTIONS = (
    ("renumber", re.compile(r"\b(?:vernummer|verletter)")),
    ("replace", re.compile(r"\bvervangen\b")),
    ("insert", re.compile(r"\bingevoegd\b")),
    ("add", re.compile(r"\btoegevoegd\b")),
    ("reword", re.compile(r"\b(?:komt|komen)\s+(?:als\s+volgt\s+)?te\s+luiden\b|\bluidt\b")),
    ("delete", re.compile(r"\bverval(?:t|len)\b")),
    ("change", re.compile(r"\bgewijzigd\b|\bverhoogd\b|\bverlaagd\b")),
)
_TITLE_NAMES = re.compile(
    r"\bVAN\s+(?:HET\s+LID|DE\s+LEDEN)\s+(?P<names>.+?)(?=\s+C\.?S\.?|\s+TER\s+VERVANGING|\s+T\.?V\.?V\.?|\s+OVER\b|\s*\(|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_JOINT = re.compile(r"\s*,\s*|\s+EN\s+(?:VAN\s+HET\s+LID\s+)?", re.IGNORECASE)
_LONGEST = 1_500
_NEAR = 60


def read_amendment(layout: Layout, meta: Meta, sections: tuple[Section, ...]) -> AmendmentParts:
    """The parts of a paper that is an amendment; what isn't found is empty."""
    title = meta.title_span
    start = title.end if title else 0
    opening = _OPENS.search(layout.view, start)
    explanation = next((s for s in sections if s.kind == "explanation"), None)
    end = explanation.span.start if explanation else len(layout.view)
    changes = tuple(_instructions(layout, opening.end(), end)) if opening else ()
    signed = names_at_end(layout, opening.end() if opening else start)
    if signed and title and _capitals(layout, signed[0]) not in _capitals(layout, title):
        signed = ()  # a last line that isn't a name of the title
    movers = signed or tuple(_named(layout, title))
    return AmendmentParts(title, movers, changes, _words(layout, explanation, signed))


def _capitals(layout: Layout, span: Span) -> str:
    return " ".join(span.of(layout.view).upper().split())


def _words(layout: Layout, explanation: Section | None, signed: tuple[Span, ...]) -> Span | None:
    """The explanation without its heading and the names under it."""
    if explanation is None:
        return None
    end = min((name.start for name in signed if name.start > explanation.heading.end), default=explanation.span.end)
    return layout.strip(explanation.heading.end, end)


def _instructions(layout: Layout, start: int, end: int) -> Iterator[Instruction]:
    """Sentences that say what is changed: they begin a line and end in a colon or a full stop."""
    lines = [x for x in layout.lines if start <= x.start < end and not layout.zone_at(x.start)]
    for place, line in enumerate(lines):
        if line.blank or not _BEGINS.match(layout.view, line.start, line.end):
            continue
        span = Span(line.start, _sentence_end(layout, lines, place))
        words = span.of(layout.view)
        action = next((name for name, pattern in _ACTIONS if pattern.search(words)), None)
        where = _ARTICLE.search(layout.view, span.start, span.end) or _OTHER_PLACE.search(
            layout.view, span.start, span.end
        )
        if action is not None and where is not None and where.start() - span.start < _NEAR:
            yield Instruction(span, Span(*where.span()), action)


def _sentence_end(layout: Layout, lines: list[Line], place: int) -> int:
    """Where the paragraph of a line ends: at a blank line, a colon or a full stop at the end of a line."""
    end = lines[place].end
    for line in lines[place:]:
        if line.blank or line.end - lines[place].start > _LONGEST:
            break
        end = line.end
        if layout.view[end - 1] in ".:;":
            break
    return end


def _named(layout: Layout, title: Span | None) -> Iterator[Span]:
    """The names in the title: "AMENDEMENT VAN DE LEDEN DE VRIES EN VAN DIJK"."""
    found = _TITLE_NAMES.search(layout.view, title.start, title.end) if title else None
    if found is None:
        return
    start, end = found.span("names")
    bounds = [start, *(at for joint in _JOINT.finditer(layout.view, start, end) for at in joint.span()), end]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        span = layout.strip(first, last)
        if span is not None:
            yield span
