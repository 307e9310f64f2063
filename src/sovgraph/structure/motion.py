"""The parts of a motion: title, considerations, requests, and the signatures in their order."""

import re

from sovgraph.model import Meta, MotionParts, Span
from sovgraph.structure.layout import Layout, Line
from sovgraph.structure.signers import is_name

_OPENING = re.compile(r"De Kamer\s*,", re.IGNORECASE)
_CLOSING = re.compile(r"(?:\ben\s+)?\bgaa[tn]\s+over\s+tot\s+de\s+(?:orde\s+van\s+)?(?:de\s*)?dag\b", re.IGNORECASE)
_CONSIDERS = re.compile(
    r"(?:constaterende|overwegende|van mening|van oordeel|gelet op|gezien|erkennende|indachtig|gehoord hebbende|wetende"
    r"|kennisgenomen|kennis genomen|in aanmerking nemende|in overweging nemende|opmerkende|vaststellende|herinnerende"
    r"|benadrukkende|beseffende|concluderende|onderschrijvende|voorts|verder|tevens|ook)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:verzoekt?|erkent|roept|spreekt|draagt|dringt|vraagt|nodigt|besluit|stelt|keurt|doet|betreurt|onderschrijft|bevestigt|verklaart"
    r"|wijst|zegt|veroordeelt|verwerpt|steunt|moedigt|daagt|geeft|pleit|benoemt|beveelt|wil|acht|machtigt)\b",
    re.IGNORECASE,
)
_HEARD = re.compile(r"gehoord de (?:beraadslaging|discussie)", re.IGNORECASE)
_AGAIN = re.compile(r"(?:voorts|verder|tevens|ook)\s+(?=\w)", re.IGNORECASE)
_TAIL = " ;,.\n\r\t"
_SIGNERS = 60
_LONGEST_LINE = 200
_JOINT = re.compile(r"\s*,\s+(?!van\b)|\s+en\s+")
_LOOSE = " ,.\\_"


def read_motion(layout: Layout, meta: Meta, start: int = 0) -> MotionParts | None:
    """The parts of the first motion from `start` on; None when there is none."""
    opening = _OPENING.search(layout.view, start)
    if opening is None:
        return None
    closing = _CLOSING.search(layout.view, opening.end())
    signed = closing.end() if closing else _last_names(layout, opening.end())
    if signed is None:
        return None
    end = closing.start() if closing else signed
    considerations: list[Span] = []
    requests: list[Span] = []
    for span, asks in _clauses(layout, opening.end(), end):
        (requests if asks else considerations).append(span)
    movers = _movers(layout, signed)
    return MotionParts(meta.title_span, movers, tuple(considerations), tuple(requests))


def _clauses(layout: Layout, start: int, end: int) -> list[tuple[Span, bool]]:
    """Each clause begins a line with its verb and runs to the next; lists belong to the clause before them."""
    begins: list[tuple[int, bool]] = []
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= end:
            break
        if line.blank or line.start < start:
            continue
        kind = _clause_kind(layout, line.start, line.end)
        if kind is not None and not (begins and not _ends_clause(layout, line.start)):
            begins.append((line.start, kind))
    stops = [begin for begin, _ in begins[1:]] + [end]
    spans = ((_without_tail(layout, begin, stop), kind) for (begin, kind), stop in zip(begins, stops, strict=False))
    return [(span, kind) for span, kind in spans if span is not None and not _HEARD.match(layout.view, span.start)]


def _clause_kind(layout: Layout, start: int, end: int) -> bool | None:
    """True for a request, False for a consideration; "voorts" takes its kind from the word after it."""
    again = _AGAIN.match(layout.view, start, end)
    at = again.end() if again else start
    if _ASKS.match(layout.view, at, end):
        return True
    if _CONSIDERS.match(layout.view, at, end) or _HEARD.match(layout.view, at, end):
        return False
    return None


def _ends_clause(layout: Layout, start: int) -> bool:
    """The words before end a clause: text from PDF breaks lines in the middle of one."""
    before = layout.view[max(start - 40, 0) : start].rstrip()
    return before.endswith((";", ",", ":", ".")) or layout.raw[max(start - 2, 0) : start].count("\n") > 1


def _without_tail(layout: Layout, start: int, end: int) -> Span | None:
    while end > start and layout.view[end - 1] in _TAIL:
        end -= 1
    return layout.strip(start, end)


def _last_names(layout: Layout, start: int) -> int | None:
    """Where the names at the end begin, in a motion that lacks its closing words."""
    begin: int | None = None
    for line in reversed(layout.lines[-_SIGNERS:]):
        if line.blank or layout.zone_at(line.start):
            continue
        if line.start < start or not is_name(layout.text(line)):
            break
        begin = line.start
    return begin if begin is None else begin - 1


def names_at_end(layout: Layout, start: int) -> tuple[Span, ...]:
    """The names on the last lines of a paper, from `start` on; in their order."""
    begin = _last_names(layout, start)
    return _movers(layout, begin) if begin is not None else ()


def _movers(layout: Layout, start: int) -> tuple[Span, ...]:
    """The names after the closing words, one a line, until a line that is no name."""
    movers: list[Span] = []
    first = layout.line_index(start) + 1
    for line in layout.lines[first : first + _SIGNERS]:
        if line.blank or layout.zone_at(line.start):
            continue
        names = _names(layout, line)
        if not names:
            break
        movers += names
    return tuple(movers)


def _names(layout: Layout, line: Line) -> list[Span]:
    """The names on a line: mostly one, now and then "A, B en C"; none when any of it is no name."""
    if line.end - line.start > _LONGEST_LINE:
        return []
    bounds = [line.start, *(at for joint in _JOINT.finditer(layout.view, line.start, line.end) for at in joint.span())]
    found: list[Span] = []
    for start, end in zip(bounds[::2], [*bounds[1::2], line.end], strict=True):
        words = layout.view[start:end]
        span = Span(start + len(words) - len(words.lstrip(_LOOSE)), start + len(words.rstrip(_LOOSE)))
        if span.start < span.end and not is_name(span.of(layout.view)):
            return []
        if span.start < span.end:
            found.append(span)
    return found
