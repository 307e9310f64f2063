"""A paper cut into passages that are small enough to show and large enough to hold a thought."""

import re
from collections.abc import Iterator

_GAP = re.compile(r"\n\s*\n")
_LINE = re.compile(r"\n|(?<=[.?!;])\s+")
SHORT = 60
"""A shorter paragraph (a heading, a name) goes with the next one."""

LONG = 900
"""A longer paragraph is cut at the end of a line or sentence."""


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each passage, in order; together they hold every word of the text."""
    begin: int | None = None
    for start, end in _paragraphs(text):
        if begin is None:
            begin = start
        if end - begin >= SHORT:
            yield from _cut(text, begin, end)
            begin = None
    if begin is not None:
        yield from _cut(text, begin, len(text.rstrip()))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in [*(m.span() for m in _GAP.finditer(text)), (len(text), len(text))]:
        part = text[start : gap[0]]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
        start = gap[1]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONG:
        places = [m.end() for m in _LINE.finditer(text, start + LONG // 2, start + LONG)]
        stop = places[-1] if places else text.rfind(" ", start + 1, start + LONG) + 1 or start + LONG
        yield start, stop
        start = stop
    yield start, end
