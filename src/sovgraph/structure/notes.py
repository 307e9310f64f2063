"""Footnotes: marks in the running text, bodies elsewhere.

Three ways to print the mark: superscript figures, "[1]", and, in text from PDF, a figure glued to what stands beside
it (note_glued.py). A mark without a body and a body without a mark are issues, never silently dropped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sovgraph.find.view import SUPERSCRIPTS
from sovgraph.model import Issue, Note, Severity, Span
from sovgraph.structure.layout import Layout
from sovgraph.structure.note_body import body_end
from sovgraph.structure.note_glued import glued_notes

_FIGURES = str.maketrans(SUPERSCRIPTS, "0123456789")
_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]{{1,4}}")
_SUPERSCRIPT_BODY = re.compile(rf"^[ \t>*_]*(?P<mark>[{SUPERSCRIPTS}]{{1,4}})[*_]*[ \t\u00a0]*(?=\S)", re.MULTILINE)
_BRACKET = re.compile(r"\[\^?(\d{1,3})\]")
_BRACKET_BODY = re.compile(r"^[ \t]*(?P<mark>\[\^?\d{1,3}\]):?[ \t\u00a0]*(?=[^\s\[])", re.MULTILINE)
_ADDRESS = re.compile(r"\bhttps?://|\bwww\.")
_LONGEST_ADDRESS = 300
_UNIT = re.compile(r"(?:^|[\s\d(])(?:k|c|d|m|h)?m$")


@dataclass(frozen=True, slots=True)
class FoundNotes:
    notes: tuple[Note, ...]
    zones: tuple[Span, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A note's body with the place of its own mark."""

    mark: str
    start: int
    body: Span


def read_notes(layout: Layout, source: str) -> FoundNotes:
    """All notes of a text, by the ways of printing that it uses."""
    superscript = list(_bodies(layout, _SUPERSCRIPT_BODY))
    bracket = _glued_to_the_last(layout, list(_bodies(layout, _BRACKET_BODY)))
    notes = [*_with_anchors(layout, superscript, _SUPERSCRIPT), *_with_anchors(layout, bracket, _BRACKET)]
    zones = [Span(b.start, b.body.end) for b in (*superscript, *bracket)]
    if bracket and bracket[-1].start > len(layout.view) // 2:
        # Notes at the end of a letter from an office: whatever follows them is a note without its mark.
        zones.append(Span(_run_start(layout, bracket), len(layout.view)))
    if not notes:
        notes, zones = glued_notes(layout)
    notes.sort(key=lambda n: n.body.start)
    return FoundNotes(tuple(notes), tuple(zones), (*note_issues(notes, source), *_loose_marks(layout, notes, source)))


def typed_notes(layout: Layout, stated: list[Span], source: str) -> FoundNotes:
    """Notes in brackets that a writer typed by hand, beside those (at `stated`) that the format itself knows."""
    bracket = _glued_to_the_last(layout, list(_bodies(layout, _BRACKET_BODY)))
    bracket = [b for b in bracket if not any(zone.start <= b.start < zone.end for zone in stated)]
    notes = _with_anchors(layout, bracket, _BRACKET)
    zones = [Span(b.start, b.body.end) for b in bracket]
    if bracket and bracket[-1].start > len(layout.view) // 2:
        after = (zone.start for zone in stated if zone.start > bracket[-1].start)
        zones.append(Span(_run_start(layout, bracket), min(after, default=len(layout.view))))
    return FoundNotes(tuple(notes), tuple(zones), tuple(note_issues(notes, source)))


def _bodies(layout: Layout, pattern: re.Pattern[str]) -> Iterator[Body]:
    """A body runs to the next body, a blank line or a page's foot; a list of members has its title on a line apart."""
    matches = list(pattern.finditer(layout.raw))
    for index, match in enumerate(matches):
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(layout.raw)
        end = body_end(layout, match.end(), limit)
        span = Span(match.end(), end) if layout.strip(match.end(), end) else None
        if span is not None:
            yield Body(_figures(match["mark"]), match.start("mark"), span)


def _figures(mark: str) -> str:
    return mark.translate(_FIGURES).strip("[]^")


def _glued_to_the_last(layout: Layout, bodies: list[Body]) -> list[Body]:
    """ "...zegt de politie[3] https://": the next note begins in the line of the one before."""
    result: list[Body] = []
    marks = {body.mark for body in bodies}
    for body in bodies:
        following = str(int(body.mark) + 1)
        at = layout.raw.find(f"[{following}]", body.body.start, body.body.end) if following not in marks else -1
        rest = layout.strip(at + len(following) + 2, body.body.end) if at > 0 else None
        head = layout.strip(body.body.start, at) if rest is not None else None
        if rest is None or head is None:
            result.append(body)
        else:
            result += [Body(body.mark, body.start, head), Body(following, at, rest)]
    return result


def _run_start(layout: Layout, bodies: list[Body]) -> int:
    """Where the last run of bodies without other text between them begins; an address may stand apart."""
    start = bodies[-1]
    for body in reversed(bodies[:-1]):
        gap = layout.view[body.body.end : start.start]
        if len(gap) > 8 and not (len(gap) <= _LONGEST_ADDRESS and _ADDRESS.search(gap)):
            break
        start = body
    return start.start


def _with_anchors(layout: Layout, bodies: list[Body], pattern: re.Pattern[str]) -> list[Note]:
    """Each mark in the text belongs to the first body with that mark after it, else to the last before it."""
    if not bodies:
        return []
    own = {body.start for body in bodies}
    places: dict[str, list[int]] = {}
    for index, body in enumerate(bodies):
        places.setdefault(body.mark, []).append(index)
    anchors: list[list[Span]] = [[] for _ in bodies]
    for match in pattern.finditer(layout.raw):
        mark = _figures(match.group())
        if mark not in places or match.start() in own or _is_unit(layout, match.start()):
            continue
        after = next((i for i in places[mark] if bodies[i].start > match.start()), places[mark][-1])
        if not bodies[after].body.start <= match.start() < bodies[after].body.end:
            anchors[after].append(Span(*match.span()))
    return [Note(body.mark, tuple(found), body.body) for body, found in zip(bodies, anchors, strict=True)]


def _is_unit(layout: Layout, start: int) -> bool:
    """ "20 m²" is an area."""
    return _UNIT.search(layout.raw[max(start - 4, 0) : start]) is not None


def note_issues(notes: Iterable[Note], source: str) -> Iterator[Issue]:
    seen: set[str] = set()
    for note in notes:
        if not note.anchors:
            message = f"note {note.mark} has no mark in the text; it can't be tied to a sentence"
            yield Issue("NOTE-WITHOUT-ANCHOR", Severity.WARNING, source, message, note.body.start, note.body.end)
        if note.mark in seen:
            message = f"a second note {note.mark}; each mark is tied to the nearest note after it"
            yield Issue("NOTE-DUPLICATE", Severity.WARNING, source, message, note.body.start, note.body.end)
        seen.add(note.mark)


def _loose_marks(layout: Layout, notes: list[Note], source: str) -> Iterator[Issue]:
    """Superscript figures that no note explains; "m²" is a unit."""
    known = {note.mark for note in notes}
    for match in _SUPERSCRIPT.finditer(layout.raw):
        mark = match.group().translate(_FIGURES)
        if mark in known or _is_unit(layout, match.start()):
            continue
        message = f"mark {mark} has no note; it stays without one"
        yield Issue("ANCHOR-WITHOUT-NOTE", Severity.WARNING, source, message, *match.span())
