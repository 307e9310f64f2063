"""Commitments as a list at the end of a meeting gives them: read out by the chair, or under their own heading.

"De minister stuurt de Kamer voor het zomerreces een brief over …" is a commitment there, though nobody says "ik".
"""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import Anchors
from sovgraph.find.sentences import places_in, sentence_at
from sovgraph.find.terms import limits_in, nearest
from sovgraph.model import Capacity, Mention, MentionType

_CUE = Anchors(["toezeggingen", "toezegging"])
_HEADING = re.compile(r"(?:^|(?<=\n))[ \t]*(?:[Dd]e\s+volgende\s+)?[Tt]oezeggingen\b[^\n.]{0,60}\n")
_READ_OUT = re.compile(
    r"(?i)\b(?:de|alle|drie|twee|vier|vijf|zes|een\s+aantal|volgende)\s+(?:volgende\s+)?toezegging(?:en)?\b|\bals\s+toezegging"
)
_BULLET = r"(?:[-–—•*]\s*|\d{1,2}[.)]\s+)?"
_ENTRY = re.compile(
    rf"{_BULLET}(?:(?:[Tt]en\s+(?:eerste|tweede|derde|vierde)|[Tt]ot\s+slot|[Ee]n)[:,]?\s+)?"
    r"(?P<who>(?:[Dd]e\s+(?:minister|staatssecretaris|bewindspersoon|regering)|[Hh]et\s+kabinet)\b(?:\s+(?:van|voor)\s+[A-Z][\w-]*"
    r"(?:(?:,|\s+en)\s+[A-Z][\w-]*)*)?)\s+"
    r"(?:zegt\s+(?:\w+\s+){0,3}?toe|heeft\s+toegezegd|zal|stuurt|informeert|komt|gaat|doet|deelt|zendt|rapporteert|bekijkt|onderzoekt|neemt"
    r"|bespreekt|vraagt|geeft|bericht|biedt|houdt|betrekt|agendeert|brengt|laat|schrijft|reageert)\b"
)
_NO = re.compile(r"\b(?:niet|geen|zou)\b")
_LONGEST = 700


@finder(
    "commitment_list",
    stage=3,
    examples=[
        (
            "Toezeggingen\n\n- De minister stuurt de Kamer voor de zomer een brief over bomen.\n\nSluiting 16.00 uur.\n",
            (("De minister stuurt de Kamer voor de zomer een brief over bomen.", None),),
        ),
    ],
    rejects=[
        "De minister stuurt de Kamer een brief over bomen.",
        "De leden vragen naar toezeggingen.\n\nDe minister stuurt een brief.",
        "Toezeggingen\n\nEr zijn geen toezeggingen gedaan. De minister stuurt een brief.",
    ],
)
def find_listed_commitments(ctx: FindContext) -> Iterator[Mention]:
    places = _CUE.places(ctx.text)
    if not places:
        return
    for heading in _HEADING.finditer(ctx.text):
        yield from _under(ctx, heading.end())
    for turn in ctx.document.turns:
        if turn.capacity is Capacity.CHAIR and turn.words is not None:
            start, end = ctx.view_span(turn.words)
            cue = _READ_OUT.search(ctx.text, start, end) if places_in(places, start, end) else None
            if cue is not None:
                yield from _read_out(ctx, cue.end(), end)


def _under(ctx: FindContext, start: int) -> Iterator[Mention]:
    """The entries below a heading, up to the first line that is none."""
    at = start
    while (line := _next_line(ctx.text, at)) is not None:
        entry = _ENTRY.match(ctx.text, *line)
        if entry is None:
            return
        yield from _listed(ctx, entry.start("who"), line[1])
        at = line[1]


def _next_line(text: str, start: int) -> tuple[int, int] | None:
    while start < len(text) and text[start].isspace():
        start += 1
    if start >= len(text):
        return None
    end = text.find("\n", start)
    return start, end if end >= 0 else len(text)


def _read_out(ctx: FindContext, start: int, end: int) -> Iterator[Mention]:
    """The sentences behind the cue that say what a minister does; others between them are the chair's own."""
    at = sentence_at(ctx.text, start)[1] if ctx.text[start : start + 1] not in ":\n" else start + 1
    while at < end:
        first, last = sentence_at(ctx.text, at)
        if last <= at or first >= end:
            return
        entry = _ENTRY.match(ctx.text, max(first, at), min(last, end))
        if entry is not None:
            yield from _listed(ctx, entry.start("who"), min(last, end))
        at = max(last, at + 1)


def _listed(ctx: FindContext, start: int, end: int) -> Iterator[Mention]:
    if end - start > _LONGEST or _NO.search(ctx.text, start, end) or ctx.text[end - 1] == "?":
        return
    limit = nearest(limits_in(ctx, start, end), end)
    parts = [("strength", "explicit")]
    parts += [("due", " ".join(ctx.text[limit.start : limit.end].split()))] if limit else []
    parts += [("due_by", limit.due.isoformat())] if limit and limit.due else []
    yield ctx.mention(MentionType.COMMITMENT, start, end, "commitment.listed/1", confidence=0.93, parts=tuple(parts))
