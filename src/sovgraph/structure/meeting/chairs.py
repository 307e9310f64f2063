"""The names of chairs: each on a line of its own, or in text without line ends, where the words behind bound it."""

import re

from sovgraph.model import Span
from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.stages import begins_line
from sovgraph.structure.meeting.words import CHAIRED, NAME_ON_LINE, STANDING

_GLUED = re.compile(
    r"(?<!\w)(?<!De )(?<!de )(?:(?:Fungerend|Tijdelijk) voorzitter|Voorzitter|VOORZITTER) ?: {0,4}"
    r"(?:de heer |mevrouw )?(?=[^\W\d_])"
)
_NAME = re.compile(NAME_ON_LINE)
_WORD = re.compile(r"[^ \n\f]{1,40}")
_BEHIND = re.compile(
    r"(?:De (?:fungerend |tijdelijk )?voorzitter ?:|Aan de orde (?:is|zijn|komt|komen)\b"
    r"|\d{1,3} [^\W\d_a-z])"
)
"""What may follow a name, beside a title: the chair's line, a subject, or the number of an item."""
_STANDING = re.compile(rf"(?:{STANDING.pattern})(?!\w)")
_CAPITALS = 3
_WORDS = 6
_TITLE = 200


def find_chairs(layout: Layout) -> tuple[Span, ...]:
    """The names behind "Voorzitter:", in order."""
    return tuple(name for _, name in _named(layout))


def find_chair_lines(layout: Layout) -> list[int]:
    """Where the lines that name the chair begin."""
    return [start for start, _ in _named(layout)]


def _named(layout: Layout) -> list[tuple[int, Span]]:
    view = layout.view
    found = {m.start(): Span(*m.span("name")) for m in CHAIRED.finditer(view) if begins_line(view, m.start())}
    for match in _GLUED.finditer(view):
        end = _end_of_name(view, match.start(), match.end())
        if end is not None:
            found.setdefault(match.start(), Span(match.end(), end))
    return sorted(found.items())


def _end_of_name(view: str, before: int, start: int) -> int | None:
    """Where a name of up to three words with capitals ends: where a title is printed again, or an item begins."""
    at, capitals = start, 0
    for _ in range(_WORDS):
        word = _WORD.match(view, at)
        if word is None:
            return None
        capitals += word[0][0].isupper()
        if capitals > _CAPITALS:
            return None
        if not view.startswith(" ", word.end()):
            return None
        rest = word.end() + 1
        named = _NAME.fullmatch(view, start, word.end()) is not None
        if named and (_BEHIND.match(view, rest) or _STANDING.match(view, rest) or _title_again(view, before, rest)):
            return word.end()
        at = rest
    return None


def _title_again(view: str, before: int, start: int) -> bool:
    """Whether the words from a place on are the title that stands, whole, before another place."""
    first = _WORD.match(view, start)
    if first is None or not (first[0][0].isupper() or first[0][0] in "\"'"):
        return False
    end = before
    while end > 0 and view[end - 1] in " \t":
        end -= 1
    lowest = max(0, end - _TITLE)
    at = view.find(first[0], lowest, end)
    while at != -1:
        title = view[at:end]
        alone = re.search(r"(?:\A|[.?!:)\"'\n] ?|(?<!\w)\d{1,3} )\Z", view[max(0, at - 6) : at]) is not None
        if (alone or view[max(0, at - len(title) - 1) : at].strip() == title) and view.startswith(title + " ", start):
            return True
        at = view.find(first[0], at + 1, end)
    return False
