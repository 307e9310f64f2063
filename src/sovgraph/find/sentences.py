"""Sentences of a view, for finders whose mention is a whole sentence or whose slots must lie in one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sovgraph.find.scan import Anchors

_END = re.compile(
    r"[.?!\n](?:(?<!\n)[\"')\]]*(?=\s+[\"'(\[]?[A-ZÀ-Þ\d]|\s*\n|\s*$)"
    r"|(?<=[a-zà-ÿ)\d][.?!])(?=[A-ZÀ-Þ][a-zà-ÿ ])"  # text from PDF: "beantwoord.Ik streef"
    r"|(?<=\n)[^\S\n]*\n)"
)
_PARAGRAPH = "\n\n"
"""Ends a sentence, whatever stands around it."""

_NO_END = re.compile(
    r"(?:^|[\s(\"'])(?:nrs?|jl|mr|drs|dr|prof|ir|ing|art|blz|p|c\.s|o\.a|a\.s|d\.d|i\.c|m\.b\.t|t\.a\.v|t\.v\.v|bijv|resp|ca"
    r"|evt|incl|excl|Stb|Trb|Stcrt|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)
_LONG_WORD = 5
"""No abbreviation ends in so many small letters."""

_HEADING = re.compile(r"(?:Vraag|Vragen|Antwoord(?:en)?(?:\s+op)?(?:\s+vra(?:ag|gen))?|Mededeling)\b[ \d,en]*\n")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences in order, as offsets of the view."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset, or that begins right behind it."""
        index = bisect_right(self.spans, (offset, len(self.text) + 1)) - 1
        if index >= 0 and offset < self.spans[index][1]:
            return self.spans[index]
        return self.spans[index + 1] if index + 1 < len(self.spans) else (offset, offset)

    def after(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """The sentence behind a sentence."""
        index = bisect_right(self.spans, span)
        return self.spans[index] if index < len(self.spans) else None

    def within(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The sentences, or what of them, that lie in a stretch of text."""
        first = max(0, bisect_right(self.spans, (start, 0)) - 1)
        found = []
        for a, b in self.spans[first:]:
            if a >= end:
                break
            if b > start:
                found.append((max(a, start), min(b, end)))
        return tuple(found)


@lru_cache(maxsize=4)
def sentences_of(text: str) -> Sentences:
    """All sentences of a view text; abbreviations and initials end none."""
    return Sentences(text, _split(text, 0, len(text)))


@lru_cache(maxsize=64)
def sentences_around(text: str, offset: int) -> Sentences:
    """The sentences of the paragraph that holds an offset, for those who need few of a long text."""
    first = text.rfind(_PARAGRAPH, 0, offset) + 1
    last = text.find(_PARAGRAPH, offset)
    return Sentences(text, _split(text, first, last if last >= 0 else len(text)))


def sentences_with(text: str, anchors: Anchors, start: int, end: int) -> Iterator[tuple[int, int]]:
    """As `sentences_of(text).within(start, end)`, but only those that hold an anchor."""
    done = start
    for place in places_between(text, anchors, start, end):
        if place < done:
            continue
        first, last = sentences_around(text, place).at(place)
        if first <= place < last:
            done = min(last, end)
            yield max(first, start), done


def places_between(text: str, anchors: Anchors, start: int, end: int) -> list[int]:
    """Where anchors begin in a stretch of text."""
    places = anchors.places(text)
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _split(text: str, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for match in _END.finditer(text, start):
        if match.start() >= stop:
            break
        if text[match.start()] == "." and _is_abbreviation(text, start, match.start()):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, stop)
    return tuple(found)


def _is_abbreviation(text: str, start: int, dot: int) -> bool:
    """Whether a dot belongs to the word before it."""
    word = text[max(start, dot - _LONG_WORD) : dot]
    if len(word) == _LONG_WORD and word.isalpha() and word.islower():
        return False
    return _NO_END.search(text[max(start, dot - 9) : dot + 1]) is not None


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    heading = _HEADING.match(text, start, end)
    if heading is not None:
        start = heading.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))
