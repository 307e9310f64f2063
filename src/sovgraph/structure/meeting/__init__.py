"""What the report of a meeting holds: its head, items, turns, motions, votes and decisions; read from the words, and
from what the format states where it does."""

from dataclasses import dataclass

from sovgraph.model import SPOKEN, AgendaItem, Decision, Genre, Meeting, Meta, MotionMoved, Turn, Vote
from sovgraph.read import Part
from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.attendance import read_present
from sovgraph.structure.meeting.chairs import find_chair_lines
from sovgraph.structure.meeting.decisions import read_decisions
from sovgraph.structure.meeting.head import read_head, with_pages
from sovgraph.structure.meeting.items import find_items
from sovgraph.structure.meeting.moved import find_moved, find_read_on
from sovgraph.structure.meeting.pages import Pages, read_pages
from sovgraph.structure.meeting.recorded import find_recorded
from sovgraph.structure.meeting.speakers import find_speakers
from sovgraph.structure.meeting.stages import find_stages
from sovgraph.structure.meeting.turns import make_turns
from sovgraph.structure.meeting.votes import find_votes

__all__ = ["FoundMeeting", "read_meeting", "read_pages", "read_present", "with_pages"]

LISTED = (Genre.DECISIONS, Genre.AGENDA, Genre.MEETING_AGENDA)
"""Genres that list items, and what was decided on them."""


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    meeting: Meeting | None = None
    items: tuple[AgendaItem, ...] = ()
    turns: tuple[Turn, ...] = ()
    moved: tuple[MotionMoved, ...] = ()
    votes: tuple[Vote, ...] = ()
    decisions: tuple[Decision, ...] = ()


def read_meeting(layout: Layout, meta: Meta, parts: tuple[Part, ...], pages: Pages) -> FoundMeeting:
    """Everything in text order; of other genres only the votes that they record."""
    if meta.genre in LISTED:
        items, decisions = read_decisions(layout)
        return FoundMeeting(read_head(layout, meta, pages), items, decisions=decisions)
    if meta.genre not in SPOKEN:
        return FoundMeeting(votes=find_recorded(layout, meta))
    meeting = read_head(layout, meta, pages)
    items = find_items(layout, parts)
    begun = (item.span.start for item in items)
    stages = sorted([*find_stages(layout), *find_chair_lines(layout), *find_read_on(layout), *begun])
    turns = make_turns(layout, find_speakers(layout, parts), stages, items, meeting.chairs)
    moved = find_moved(layout, meta, turns)
    return FoundMeeting(meeting, items, turns, moved, find_votes(layout, meta, items, turns, moved))
