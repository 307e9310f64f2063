"""The turns of a meeting: from each speaker's line to the next, or to what the report tells between them."""

import re
from bisect import bisect_right

from sovgraph.model import AgendaItem, Capacity, Span, Turn
from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.directions import end_before_directions
from sovgraph.structure.meeting.speakers import Speaker
from sovgraph.structure.meeting.stages import first_between

_GIVES = re.compile(
    r"\bwoord\b|\bspreker\b|\bluisteren\b|\bnamens\b|\bfractie\b"
    r"|\bvan (?:de |het )?(?:Partij\b|[A-Z0-9][\w-]*[A-Z0-9])|\bnaar de (?:heer|minister)"
)
_NOT_GIVES = re.compile(r"\b(?:vra(?:ag|gen)|interrupt\w*|kort|punt van orde|bijval|steun)\b", re.IGNORECASE)
_LAST_WORDS = 260


def make_turns(
    layout: Layout, speakers: list[Speaker], stages: list[int], items: tuple[AgendaItem, ...], chairs: tuple[Span, ...]
) -> tuple[Turn, ...]:
    """One turn for each speaker's line. The chair's name is the one that was printed last before."""
    starts = [item.span.start for item in items]
    named = [chair.start for chair in chairs]
    found: list[Turn] = []
    floor = _Floor(layout, stated=any(speaker.interruption for speaker in speakers))
    for index, speaker in enumerate(speakers):
        limit = speakers[index + 1].span.start if index + 1 < len(speakers) else len(layout.view)
        limit = limit if speaker.stop is None else min(limit, speaker.stop)
        stop = first_between(stages, speaker.after, limit)
        words = _words(layout, speaker.after, limit if stop is None else stop)
        name = speaker.name
        if speaker.capacity is Capacity.CHAIR:
            chair = bisect_right(named, speaker.span.start) - 1
            name = chairs[chair] if chair >= 0 else None
        item = bisect_right(starts, speaker.span.start) - 1
        turn = Turn(
            number=index + 1,
            speaker=speaker.span,
            words=words,
            capacity=speaker.capacity,
            name=name,
            party=speaker.party,
            post=speaker.post,
            gender=speaker.gender,
            item=items[item].key if item >= 0 else None,
            interrupts=floor.interrupted(speaker),
            source_key=speaker.key,
        )
        floor.takes(turn, speaker)
        found.append(turn)
    return tuple(found)


def _words(layout: Layout, start: int, end: int) -> Span | None:
    """What is said, without the heads and feet of pages at its edges, nor applause and notes in brackets behind it."""
    span = layout.strip(start, end)
    while span is not None:
        zone = layout.zone_at(span.end - 1)
        stop = zone.start if zone and zone.start > start else end_before_directions(layout, span.start, span.end)
        if stop == span.end:
            break
        span = layout.strip(span.start, stop)
    while span is not None and (zone := layout.zone_at(span.start)) is not None:
        span = layout.strip(zone.end, span.end)
    return span


class _Floor:
    """Who has the floor: the last speaker to whom the chair gave it, by name. Others who speak right behind someone
    who isn't the chair break in on the one who has it. Who speaks behind the chair unnamed may break in too, or have
    the floor: then nobody is known to have it until its holder goes on.
    """

    def __init__(self, layout: Layout, *, stated: bool) -> None:
        self._layout = layout
        self._stated = stated
        """Whether the format says who interrupts: then everyone else but the chair has the floor."""
        self._holder: tuple[str, int] | None = None
        self._sure = False
        self._last: Turn | None = None

    def interrupted(self, speaker: Speaker) -> int | None:
        """The number of the turn that a speaker breaks into; None when it isn't clear."""
        last, holder = self._last, self._holder
        if self._stated:
            breaks = speaker.interruption and holder is not None and holder[0] != self._key(speaker.span)
            return holder[1] if breaks and holder is not None else None
        if speaker.capacity is not Capacity.MEMBER or holder is None or last is None or not self._sure:
            return None
        if last.capacity is Capacity.CHAIR:
            return None
        return holder[1] if holder[0] != self._key(speaker.span) else None

    def takes(self, turn: Turn, speaker: Speaker) -> None:
        """Told of every turn in order, after it was asked whom it interrupts."""
        last, key = self._last, self._key(turn.speaker)
        self._last = turn
        if last is not None and last.item != turn.item:
            self._holder = None
        if turn.capacity is Capacity.CHAIR or turn.interrupts is not None or speaker.interruption:
            return
        goes_on = self._holder is not None and self._holder[0] == key
        if goes_on or self._stated or self._is_given(turn, last):
            self._holder, self._sure = (key, turn.number), True
        elif self._sure and last is not None and last.capacity is Capacity.CHAIR:
            self._sure = False
        else:
            self._holder = None

    def _is_given(self, turn: Turn, last: Turn | None) -> bool:
        """Whether the chair ends with words that give the floor to this speaker."""
        if last is None or last.capacity is not Capacity.CHAIR or last.words is None or turn.name is None:
            return False
        view = self._layout.view
        words = view[max(last.words.start, last.words.end - _LAST_WORDS) : last.words.end]
        family = turn.name.of(view).split()[-1]
        by_post = turn.post is not None and turn.post.of(view).lower() in words
        named = family in words or by_post
        return named and _GIVES.search(words) is not None and _NOT_GIVES.search(words) is None

    def _key(self, span: Span) -> str:
        return " ".join(span.of(self._layout.view).split())
