"""Where a place of a text stands: in which voice (letter, note, turn of a debate), paragraph and sentence."""

import re
from bisect import bisect_right
from operator import attrgetter

from sovgraph.find.base import FindContext
from sovgraph.find.sentences import sentence_at
from sovgraph.model import Genre, Span

_TURN = re.compile(r"(?:De heer|Mevrouw|De voorzitter|Minister|Staatssecretaris|Senator)[^\n.:]{0,60}:")
_DEBATES = (Genre.PROCEEDINGS, Genre.COMMITTEE_DEBATE)
_TURNS = 20
"""A text with so many turns is a debate, whatever its head says."""
_START = attrgetter("start")
_REACH = 1000
"""How far the paragraphs before a place reach, at most, in characters."""
_PARAGRAPHS, _BLANKS = 2, 40

Voice = tuple[int, int, int]


class Places:
    """Asked for a view offset. Voices are equal where the same letter, note or speaker goes on."""

    def __init__(self, ctx: FindContext) -> None:
        document = ctx.document
        self._notes = _spans(ctx, [note.body for note in document.notes])
        self._letters = _spans(ctx, [letter.span for letter in document.letters])
        self._turns = _turns(ctx.text, 0 if document.meta.genre in _DEBATES else _TURNS)
        self._paragraphs = sorted(map(ctx.view.to_view, map(_START, document.paragraphs)))
        self._text = ctx.text

    def voice(self, offset: int) -> Voice:
        return (_holder(self._notes, offset), _holder(self._letters, offset), bisect_right(self._turns, offset))

    def in_letter(self, offset: int) -> bool:
        return _holder(self._letters, offset) >= 0

    def sentence_start(self, offset: int) -> int:
        return max(0, offset - _REACH, min(offset, sentence_at(self._text, offset)[0]))

    def sentence_before(self, offset: int) -> int:
        """Where the sentence before the one at an offset begins."""
        start = self.sentence_start(offset)
        before = len(self._text[max(0, start - _BLANKS) : start].rstrip()) + max(0, start - _BLANKS)
        return self.sentence_start(before - 1) if before > 0 else start

    def paragraphs_before(self, offset: int) -> int:
        """Where the paragraphs before the one at an offset begin."""
        index = bisect_right(self._paragraphs, offset) - 1
        first = self._paragraphs[max(0, index - _PARAGRAPHS)] if self._paragraphs else 0
        return max(offset - _REACH, first)


def _turns(text: str, least: int) -> list[int]:
    """Where the turns of speakers begin; none if they are fewer than `least`."""
    if text.count(":") < least:
        return []
    turns = [m.start() for m in _TURN.finditer(text)]
    return turns if len(turns) >= least else []


def _spans(ctx: FindContext, spans: list[Span]) -> list[tuple[int, int, int]]:
    return sorted((*ctx.view_span(span), index) for index, span in enumerate(spans))


def _holder(spans: list[tuple[int, int, int]], offset: int) -> int:
    """The number of the span that holds an offset, or -1."""
    index = bisect_right(spans, (offset, 1 << 60, 0)) - 1
    return spans[index][2] if index >= 0 and offset < spans[index][1] else -1
