"""Lists of decisions of committees, and agendas: items with their cases, and what was decided on each."""

import re
from dataclasses import dataclass, field

from sovgraph.model import AgendaItem, Decision, Span
from sovgraph.structure.identity import CASE_NUMBER
from sovgraph.structure.layout import Layout, Line

_LABEL = re.compile(
    r"(?:(?P<number>\d{1,3})\s*[.)]\s*)?"
    r"(?P<label>Agendapunt|Zaak|Besluit|Noot|Voorstel|Details|Volgcommissie\(s\)|Volgcommissies?"
    r"|Griffier|Adjunct-griffier|Voorzitter|Activiteitnummer|Document"
    r"|Voortouwcommissie|Aanwezig|Afwezig|Tijd|Datum)\s*:[ \t]*"
)
_LONE_NUMBER = re.compile(r"(?P<number>\d{1,3})\s*[.)]?")
_NUMBERED = re.compile(r"(?P<number>\d{1,2})\s*[.)]\s+(?=\S)")
_CASE = re.compile(
    rf"(?<![\w-])(?:{CASE_NUMBER.pattern}|"
    r"(?:\d{5}(?:-\(R ?\d{4}\))?(?:-[IVXLC]{1,6}[A-E]?|-[A-L](?=-)|-\d{2,3}(?=-))?-\s?\d{1,4}))(?![\w])"
)
_DECIDES = re.compile(
    r"(?:De|Uw|Onze)\s+commissie\s+(?:besluit|stelt|stemt|neemt|verzoekt|zal|houdt|wenst|agendeert|heeft\s+besloten)(?!\w)"
)
_PAGE = re.compile(r"(?:[Pp]agina\s+)?\d{1,3}(?:\s*(?:/|van)\s*\d{1,3})?")
_SENTENCE_END = re.compile(r"(?<![^\W\d_a-z])(?<!\b[A-Z][a-z])[.?!:;]\W*\Z")
_PART = re.compile(
    r"(?:Rondvraag|Overige?|Europa|Europese\s.{3,60}|Brievenlijst|Procedureel"
    r"|(?:\(Voortgang\)\s)?[Ww]et-\sen\sregelgeving|Besluitenlijst\s.{3,60}|Stukken.{0,80})"
)
"""Headings of the parts of an agenda."""
_LONGEST_HEADING = 120


@dataclass(slots=True)
class _Field:
    """A label with the lines that belong to it."""

    label: str
    number: Span | None
    start: int
    text: Span | None
    lines: list[Line] = field(default_factory=list)
    last: bool = False
    """Whether the next item, and so perhaps the heading of a part, follows."""


def read_decisions(layout: Layout) -> tuple[tuple[AgendaItem, ...], tuple[Decision, ...]]:
    """By the labels "Agendapunt:", "Zaak:", "Besluit:"; without them by numbered headings."""
    fields = _fields(layout)
    if any(f.label == "Agendapunt" for f in fields):
        return _labelled(layout, fields)
    return _numbered(layout)


def _fields(layout: Layout) -> list[_Field]:
    found: list[_Field] = []
    number: Span | None = None
    for line in layout.lines:
        if line.blank or layout.zone_at(line.start) is not None:
            continue
        match = _LABEL.match(layout.view, line.start, line.end)
        if match is not None:
            own = Span(*match.span("number")) if match["number"] else None
            label = match["label"]
            if label == "Agendapunt" and own is None and number is not None and found:
                own = number
                _drop_last(found[-1])
            start = own.start if own else match.start("label")
            text = layout.strip(match.end(), line.end)
            if found:
                found[-1].last = label == "Agendapunt"
            found.append(_Field(label, own, start, text, [line] if text else []))
        elif found:
            _goes_on(found[-1], line)
        lone = _LONE_NUMBER.fullmatch(layout.text(line))
        number = Span(line.start + lone.start("number"), line.start + lone.end("number")) if lone else None
    return found


def _goes_on(last: _Field, line: Line) -> None:
    last.lines.append(line)
    last.text = Span(last.text.start if last.text else line.start, line.end)


def _drop_last(last: _Field) -> None:
    """The number of the next item stands on a line of its own, which is no part of the text before."""
    last.lines.pop()
    if not last.lines:
        last.text = None
    elif last.text is not None:
        last.text = Span(last.text.start, last.lines[-1].end)


def _bare(layout: Layout, item: _Field) -> Span | None:
    """The text without page numbers and the heading of the next part of the agenda at its end."""
    lines = list(item.lines)
    while lines and _PAGE.fullmatch(layout.text(lines[-1])):
        lines.pop()
    while item.last and len(lines) > 1 and _PART.fullmatch(layout.text(lines[-1])):
        lines.pop()
    kept = len(lines)
    while (
        item.last and kept > max(1, len(lines) - 2) and lines[kept - 1].end - lines[kept - 1].start <= _LONGEST_HEADING
    ):
        text, before = layout.text(lines[kept - 1]), layout.text(lines[kept - 2])
        if _SENTENCE_END.search(text):
            break
        if _SENTENCE_END.search(before) and text[0].isupper():
            lines = lines[: kept - 1]
            break
        kept -= 1
    if not lines or item.text is None:
        return None
    return layout.strip(item.text.start, lines[-1].end)


def _labelled(layout: Layout, fields: list[_Field]) -> tuple[tuple[AgendaItem, ...], tuple[Decision, ...]]:
    items: list[AgendaItem] = []
    decisions: list[Decision] = []
    case: _Field | None = None
    starts = [f.start for f in fields if f.label == "Agendapunt"] + [len(layout.view)]
    for index, entry in enumerate(fields):
        if entry.label == "Agendapunt":
            place = len(items)
            span = layout.strip(entry.start, starts[place + 1]) or Span(entry.start, entry.start + 1)
            cases = tuple(Span(*m.span()) for m in _CASE.finditer(layout.view, span.start, span.end))
            items.append(AgendaItem(f"a{place + 1}", span, entry.number, _bare(layout, entry), cases=cases))
            case = None
        elif entry.label == "Zaak":
            case = entry
        elif entry.label == "Besluit" and items and (text := _bare(layout, entry)) is not None:
            noted = fields[index + 1] if index + 1 < len(fields) and fields[index + 1].label == "Noot" else None
            decisions.append(_decision(layout, len(decisions) + 1, text, items[-1], case, noted))
    return tuple(items), tuple(decisions)


def _decision(
    layout: Layout, number: int, text: Span, item: AgendaItem, case: _Field | None, noted: _Field | None
) -> Decision:
    about = _bare(layout, case) if case else None
    cases = tuple(Span(*m.span()) for m in _CASE.finditer(layout.view, about.start, about.end)) if about else ()
    return Decision(f"b{number}", text, item.key, cases[-1:], about, _bare(layout, noted) if noted else None)


def _numbered(layout: Layout) -> tuple[tuple[AgendaItem, ...], tuple[Decision, ...]]:
    """Items "1. Title" that count from one; sentences in which the committee decides."""
    begins: list[tuple[Span, Line]] = []
    for line in layout.lines:
        match = None if line.blank else _NUMBERED.match(layout.view, line.start, line.end)
        short = line.end - line.start <= 2 * _LONGEST_HEADING
        if match is not None and short and int(match["number"]) == len(begins) + 1:
            begins.append((Span(*match.span("number")), line))
    if len(begins) < 2:
        return (), ()
    items: list[AgendaItem] = []
    decisions: list[Decision] = []
    stops = [line.start for _, line in begins[1:]] + [len(layout.view)]
    for (number, line), stop in zip(begins, stops, strict=True):
        title = layout.strip(number.end + 1, line.end)
        key = f"a{len(items) + 1}"
        span = layout.strip(line.start, stop) or Span(line.start, line.end)
        cases = tuple(Span(*m.span()) for m in _CASE.finditer(layout.view, span.start, span.end))
        items.append(AgendaItem(key, span, number, title, cases=cases))
        for text in _deciding(layout, line.end, stop):
            decisions.append(Decision(f"b{len(decisions) + 1}", text, key, cases if len(cases) == 1 else ()))
    return tuple(items), tuple(decisions)


def _deciding(layout: Layout, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= end:
            break
        if line.start >= start and not line.blank and _DECIDES.match(layout.view, line.start):
            last = layout.line_index(line.start)
            while (
                last + 1 < len(layout.lines) and not layout.lines[last + 1].blank and layout.lines[last + 1].start < end
            ):
                last += 1
            found.append(Span(line.start, layout.lines[last].end))
    return found
