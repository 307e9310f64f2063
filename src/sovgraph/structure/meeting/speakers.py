"""The lines that say who speaks: found in lines, in running text without line ends, and in what a format states."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace

from sovgraph.model import Capacity, Span
from sovgraph.read import Part
from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.stages import begins_anew, begins_line
from sovgraph.structure.meeting.words import SPEAKER

_LONGEST = 200
_HEADINGS = frozenset(("heading", "item_number", "session_year", "chamber"))
_BESIDE = frozenset(("turn", "speaker_name", "speaker_party", "speaker_role", "interruption"))
"""Parts that a format states beside the line of a speaker, in its group."""
_LINE_END = re.compile(r"[ \t]*(?:\n|\f|\Z)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A line that names who speaks; `after` is where the words may begin."""

    span: Span
    after: int
    capacity: Capacity
    name: Span | None = None
    party: Span | None = None
    post: Span | None = None
    gender: str = ""
    interruption: bool = False
    key: str = ""
    """Who it is, by the key of the source."""
    stop: int | None = None
    """Where the words end, if the format says so."""


def find_speakers(layout: Layout, parts: tuple[Part, ...]) -> list[Speaker]:
    """All of them in text order. Where the format states speakers, those alone count."""
    beside = {(part.role, part.group): part for part in reversed(parts) if part.group and part.role in _BESIDE}
    stated = [_stated(layout, part, beside) for part in parts if part.role == "speaker"]
    found = [speaker for speaker in stated if speaker is not None]
    headings = sorted(part.span.start for part in parts if part.role in _HEADINGS)
    goes_on = (_until_heading(speaker, headings) for speaker in found)
    return sorted(goes_on, key=lambda s: s.span.start) if found else _printed(layout)


def _until_heading(speaker: Speaker, headings: list[int]) -> Speaker:
    """Words behind the element of the chair's turn, which the schema gives to nobody, are the chair's: "Dank u wel. Dan
    mevrouw Jansen" behind the number of a motion. A heading ends them."""
    if speaker.capacity is not Capacity.CHAIR or speaker.stop is None:
        return speaker
    index = bisect_left(headings, speaker.stop)
    return replace(speaker, stop=headings[index] if index < len(headings) else None)


def _stated(layout: Layout, part: Part, beside: dict[tuple[str, int], Part]) -> Speaker | None:
    """A part of the format that is a speaker's line; other elements of that name hold data about persons."""
    span = part.span
    words = span.of(layout.view)
    if len(words) > _LONGEST or not words.rstrip().endswith(":"):
        return None
    match = SPEAKER.match(layout.view, span.start, span.end)
    whole = layout.strip(span.start, span.start + words.rindex(":"))
    if match is None and whole is None:
        return None
    name, party, role = (beside.get((f"speaker_{kind}", part.group)) for kind in ("name", "party", "role"))
    if match is not None:
        speaker = _speaker(match)
    else:
        assert whole is not None
        speaker = Speaker(
            whole,
            span.end,
            Capacity.GOVERNMENT if role else Capacity.MEMBER if party else Capacity.OTHER,
            name=name.span if name else whole,
            party=party.span if party else None,
            post=role.span if role else None,
        )
    turn = beside.get(("turn", part.group))
    key = (name.value if name else "") or (role.value if role else "")
    stop = turn.span.end if turn else None
    return replace(speaker, interruption=("interruption", part.group) in beside, key=key, stop=stop)


def _printed(layout: Layout) -> list[Speaker]:
    view = layout.view
    doubtful: list[tuple[re.Match[str], Speaker]] = []
    found: list[Speaker] = []
    for match in SPEAKER.finditer(view):
        at = match.start()
        if layout.zone_at(at) is not None:
            continue
        speaker = _speaker(match)
        lone = begins_line(view, at) and _LINE_END.match(view, match.end()) is not None
        if lone or match["chair"] or match["party"] or (match["post"] and begins_anew(view, at)):
            found.append(speaker)
        elif begins_anew(view, at):
            doubtful.append((match, speaker))
    found += _guests(view, doubtful, bool(found))
    return sorted(found, key=lambda s: s.span.start)


def _guests(view: str, doubtful: list[tuple[re.Match[str], Speaker]], debate: bool) -> list[Speaker]:
    """Guests have no party: "De heer Jansen: Dank u." begins a line, or is printed so more than once."""
    if not debate:
        return []
    times = Counter(" ".join(match[0].split()) for match, _ in doubtful)
    return [
        speaker
        for match, speaker in doubtful
        if begins_line(view, match.start()) or times[" ".join(match[0].split())] > 1
    ]


def _speaker(match: re.Match[str]) -> Speaker:
    name = Span(*match.span("name")) if match["name"] else None
    party = Span(*match.span("party")) if match["party"] else None
    post = Span(*match.span("post")) if match["post"] else None
    address = (match["sir"] or "").lower()
    gender = "f" if address == "mevrouw" else "m" if address.endswith("heer") else ""
    end = match.end() - 1
    while match.string[end - 1].isspace():
        end -= 1
    return Speaker(Span(match.start(), end), match.end(), _capacity(match), name, party, post, gender)


def _capacity(match: re.Match[str]) -> Capacity:
    if match["chair"]:
        return Capacity.CHAIR
    if match["post"]:
        return Capacity.GOVERNMENT
    return Capacity.MEMBER if match["party"] or match["member"] else Capacity.OTHER
