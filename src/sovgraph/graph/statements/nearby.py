"""What stands around a place: its sentence, cut to a length that keeps every text readable in linear time, and its day."""

from datetime import date

from sovgraph.find.dates import anchor_date
from sovgraph.graph.base import GraphContext
from sovgraph.model import Mention, Span

REACH = 900
"""A list of pages may have no full stop: what stands farther off says nothing of the mention."""


def sentence_near(ctx: GraphContext, mention: Mention) -> Span:
    """The sentence that holds a mention, at most `REACH` characters to either side."""
    sentence = ctx.sentence(mention.start)
    return Span(max(sentence.start, mention.start - REACH), min(max(sentence.end, mention.end), mention.end + REACH))


def said_on(ctx: GraphContext, offset: int) -> tuple[date, Span] | None:
    """The day of the letter that holds an offset, of the meeting, or of the paper, with its words."""
    letter, meeting = ctx.letter_at(offset), ctx.document.meeting
    if letter is not None and letter.date is not None:
        return letter.date.value, letter.date.span
    if meeting is not None and meeting.day is not None and meeting.day_span is not None:
        return meeting.day, meeting.day_span
    day = anchor_date(ctx.document, offset)
    return next(((d.value, d.span) for d in ctx.document.meta.dates if d.value == day), None)
