"""Who speaks where: stretches in the government's voice, and questions, whose words are the asker's."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sovgraph.find.base import FindContext
from sovgraph.find.scan import Anchors
from sovgraph.model import Capacity, Genre, Letter, Span

_GOVERNMENT = re.compile(r"(?i)minister|staatssecretaris|bewindspersoon|\bkabinet\b|\bregering\b")
_COMMITTEE = re.compile(r"(?i)commissie|\bvoorzitter|griffier")
_NAME = r"[A-ZÀ-Þa-zà-ÿ'’.-]+"
_SPEAKER = Anchors(["voorzitter", "heer", "mevrouw", "minister", "staatssecretaris"])
_TURN = re.compile(
    rf"(?:voorzitter|(?:heer|Mevrouw|Minister|Staatssecretaris)\s+{_NAME}(?:\s{_NAME}){{0,4}}\s?(?:\([^()\n]{{1,60}}\))?)\s?:(?=\s)"
)
"""From one of those words on to the colon."""

_FREE = r"(?<![^\s.?!])"
_BEFORE_TURN = {
    "v": re.compile(rf"{_FREE}De\s+(?:fungerend\s+)?\Z"),
    "h": re.compile(rf"{_FREE}De\s+\Z"),
    "M": re.compile(rf"{_FREE}\Z"),
    "S": re.compile(rf"{_FREE}\Z"),
}
"""What stands before the word, by its first letter."""

_BEFORE_LENGTH = 60
_LEAST_TURNS = 3
"""One speaker alone is no debate."""

_WHOLLY_GOVERNMENT = (Genre.EXPLANATORY_MEMORANDUM, Genre.NOTE_AFTER_REPORT, Genre.REPLY_MEMORANDUM, Genre.AGENDA)
_NOTICE = re.compile(r"(?m)^Mededeling[ \t]*$|^Mededeling[ \t]*\n")
"""Heads what the minister says instead of answers: that they come later."""

_QUOTED = re.compile(r"\"[^\"\n]{1,800}\"")


@dataclass(frozen=True, slots=True)
class Zone:
    """View offsets of a stretch in one voice; `debate`: spoken in a meeting."""

    start: int
    end: int
    debate: bool = False


def is_of_government(letter: Letter, text: str) -> bool:
    """Whether ministers send the letter: by its heading, else by the roles that it is signed with."""
    if letter.senders:
        return any(_GOVERNMENT.search(span.of(text)) for span in letter.senders)
    roles = [s.role.of(text) for s in letter.signers if s.role]
    return letter.kind in ("answer", "delay") or any(_GOVERNMENT.search(role) for role in roles)


def is_of_committee(letter: Letter, text: str) -> bool:
    """Whether a committee of a Chamber, or its chair, sends the letter."""
    if any(_COMMITTEE.search(span.of(text)) for span in letter.senders):
        return True
    return letter.kind in ("questions", "reminder") and not is_of_government(letter, text)


def question_spans(ctx: FindContext) -> list[tuple[int, int]]:
    """Questions as asked and as an answer repeats them, as view offsets."""
    spans = [s for e in ctx.document.exchanges for s in (e.question, e.restated) if s is not None]
    return sorted(ctx.view_span(s) for s in spans)


def government_zones(ctx: FindContext) -> tuple[Zone, ...]:
    """Answers, letters and turns of ministers without the questions in them, in order, without overlaps.

    A letter goes on behind its signature, where the answers may stand.
    """
    spans: list[Span] = [e.answer for e in ctx.document.exchanges if e.answer is not None]
    spans += [Span(x.body.start, x.span.end) for x in ctx.document.letters if is_of_government(x, ctx.document.text)]
    zones = [Zone(*ctx.view_span(s)) for s in spans]
    if ctx.document.meta.genre is Genre.ANSWERED_QUESTIONS:
        zones += [Zone(m.end(), len(ctx.text)) for m in _NOTICE.finditer(ctx.text)]
    if ctx.document.meta.genre in _WHOLLY_GOVERNMENT:
        zones.append(Zone(0, len(ctx.text)))
    if ctx.document.turns:
        spoken = [t.words for t in ctx.document.turns if t.words and t.capacity is Capacity.GOVERNMENT]
        zones += [Zone(*ctx.view_span(words), debate=True) for words in spoken]
    elif ctx.document.meta.genre is Genre.PROCEEDINGS or not zones:
        zones += _turns(ctx.text)
    return _without(zones, question_spans(ctx))


@lru_cache(maxsize=4)
def _turns(text: str) -> tuple[Zone, ...]:
    """What ministers say in a debate."""
    turns = _speakers(text) if text.count(":") >= _LEAST_TURNS else []
    if len(turns) < _LEAST_TURNS:
        return ()
    stops = [start for start, _, _ in turns[1:]] + [len(text)]
    return tuple(
        Zone(end, stop, debate=True)
        for (_, end, of_government), stop in zip(turns, stops, strict=True)
        if of_government
    )


def _speakers(text: str) -> list[tuple[int, int, bool]]:
    """Start, end and whether the government speaks, of each line that names who speaks next."""
    found: list[tuple[int, int, bool]] = []
    done = 0
    for place in _SPEAKER.places(text):
        turn = _TURN.match(text, place) if place >= done else None
        if turn is None:
            continue
        before = _BEFORE_TURN[text[place]].search(text, max(done, place - _BEFORE_LENGTH), place)
        if before is not None:
            done = turn.end()
            found.append((before.start(), done, turn[0].startswith(("Minister", "Staatssecretaris"))))
    return found


def _without(zones: list[Zone], questions: list[tuple[int, int]]) -> tuple[Zone, ...]:
    found: list[Zone] = []
    done = 0
    for zone in sorted(zones, key=lambda z: (z.start, z.end)):
        start = max(zone.start, done)
        for a, b in questions:
            if b <= start or a >= zone.end:
                continue
            if a > start:
                found.append(Zone(start, a, zone.debate))
            start = max(start, b)
        if start < zone.end:
            found.append(Zone(start, zone.end, zone.debate))
        done = max(done, zone.end)
    return tuple(found)


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between quotation marks."""
    return [m.span() for m in _QUOTED.finditer(text, start, end)]


def is_quoted(spans: list[tuple[int, int]], offset: int) -> bool:
    return any(a < offset < b for a, b in spans)
