"""Who may be meant by the names in the report of a meeting: speakers, chairs, movers, voters, those present."""

from dataclasses import dataclass
from datetime import date

from sovgraph.model import SPOKEN, Capacity, Document, Turn


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name in its role: in what capacity, and the party printed behind it."""

    capacity: Capacity
    party: str | None = None
    key: str = ""
    """The person's key in the source, which may be that of a register."""


def spoken_names(document: Document) -> dict[int, Spoken]:
    """Start of a name in the report of a meeting → its role."""
    found: dict[int, Spoken] = {}
    if document.meeting is None:
        return found
    for moved in document.moved:
        found |= {span.start: Spoken(Capacity.MEMBER) for span in moved.movers}
    for chair in document.meeting.chairs:
        found[chair.start] = Spoken(Capacity.CHAIR)
    for turn in document.turns:
        if turn.name is not None and turn.capacity is not Capacity.CHAIR:
            found[turn.name.start] = _of_turn(document, turn)
    return found


def _of_turn(document: Document, turn: Turn) -> Spoken:
    return Spoken(
        turn.capacity, " ".join(turn.party.of(document.text).split()) if turn.party else None, turn.source_key
    )


def period_of(document: Document) -> tuple[date, date] | None:
    """The session of a meeting whose day isn't known: from one third Tuesday of September to the next."""
    year = document.meta.session_year
    if document.meta.genre not in SPOKEN or not year:
        return None
    first, second = year[:4], year[5:]
    if not (first.isdigit() and second.isdigit()):
        return None
    return date(int(first), 9, 15), date(int(second), 9, 21)
