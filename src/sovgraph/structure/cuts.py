"""Where an item of a letter may begin: lines with a number, with what may have been one, and lines that begin anew."""

import re
from dataclasses import dataclass
from enum import IntEnum

from sovgraph.structure.labels import READ_AS, expand
from sovgraph.structure.layout import Layout

_ONE = r"\d{1,3}[a-z]?"
_SURE = re.compile(rf"(?:Vraag\s+)?(?P<number>{_ONE})\s*[.)](?:\s+(?=\S)|\Z)")
_JOINT = re.compile(
    rf"(?:[Vv]ra(?:ag|gen)\s+)?(?P<numbers>{_ONE}\s*[.)]?(?:\s*(?:,|en|&|/|t/m|-)\s*{_ONE}){{1,12}})\s*[.):](?:\s+(?=\S)|\Z)"
)
_BARE = re.compile(r"(?P<number>\d{1,3})\s*[.,:;)–-]{0,2}\s*(?=[^\W\d_a-z]|[\"'(«]\w)")
_MISREAD = re.compile(
    r"(?:(?P<odd>[0-9A-Za-z|!?]{1,3})\s*[.,:)](?:\s+(?=[^\W\d_a-z]|[\"'(«])|\Z)|(?P<lone>[A-Zl|!?i])\s+(?=[A-Z]))"
)
_SIGNS = re.compile(r"[^\w\s\"'(«]{1,3}\s+(?=[^\W\d_a-z]|[\"'(«])")
_ENDS = re.compile(r"[.?!:;][\"')»]?\s*(?:\[\^?\d{1,3}\]|\d{1,3})?\Z")
_BEGINS = re.compile(r"[^\W\d_a-z]|[\"'(«]\w")
_TAIL = 14


class Kind(IntEnum):
    """How sure it is that a cut begins an item."""

    NONE = 0
    """No label: a paragraph or a sentence begins."""
    ODD = 1
    """Something short stands where a number might."""
    SURE = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where an item may begin: its line, its text after the label, and the numbers of the label."""

    line: int
    start: int
    kind: Kind
    numbers: tuple[str, ...] = ()
    fresh: bool = True
    """Whether a blank line or the end of a sentence stands before it."""
    paragraph: bool = False
    """Whether a blank line stands before it."""

    @property
    def number(self) -> str | None:
        return self.numbers[0] if len(self.numbers) == 1 else None


def find_cuts(layout: Layout, start: int, end: int) -> list[Cut]:
    """The cuts between two offsets, in order."""
    found: list[Cut] = []
    before = start
    paragraph = True
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= end:
            break
        if line.blank or line.start < start or layout.zone_at(line.start):
            paragraph = paragraph or line.blank
            continue
        fresh = paragraph or _ENDS.search(layout.view, max(before - _TAIL, 0), before) is not None
        cut = _cut(layout, line.start, line.end, fresh, paragraph)
        if cut is not None:
            found.append(cut)
        before, paragraph = line.end, False
    return found


def _cut(layout: Layout, start: int, end: int, fresh: bool, paragraph: bool) -> Cut | None:
    view = layout.view
    joint = _JOINT.match(view, start, end)
    if joint is not None:
        return Cut(start, joint.end(), Kind.SURE, expand(joint["numbers"]), fresh, paragraph)
    sure = _SURE.match(view, start, end)
    if sure is not None:
        return Cut(start, sure.end(), Kind.SURE, (_number(sure["number"]),), fresh, paragraph)
    if not fresh:
        return None
    bare = _BARE.match(view, start, end)
    if bare is not None:
        return Cut(start, bare.end(), Kind.ODD, (_number(bare["number"]),), fresh, paragraph)
    misread = _MISREAD.match(view, start, end)
    if misread is not None:
        read = (misread["odd"] or misread["lone"]).translate(READ_AS)
        numbers = (str(int(read)),) if read.isdecimal() and int(read) else ()
        return Cut(start, misread.end(), Kind.ODD, numbers, fresh, paragraph)
    signs = _SIGNS.match(view, start, end)
    if signs is not None:
        return Cut(start, signs.end(), Kind.ODD, (), fresh, paragraph)
    return Cut(start, start, Kind.NONE, (), fresh, paragraph) if paragraph or _BEGINS.match(view, start, end) else None


def _number(printed: str) -> str:
    """ "03" is 3, "2a" stays so."""
    letter = printed[-1] if printed[-1].isalpha() else ""
    return f"{int(printed.rstrip('abcdefghijklmnopqrstuvwxyz'))}{letter}"
