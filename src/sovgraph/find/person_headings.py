"""Persons in the headings of motions and amendments, in capitals, and as signatures below."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext
from sovgraph.find.name_reader import NameReader, folded
from sovgraph.find.scan import Scan

_HEADING = Scan(
    r"(?<![\w])(?:MOTIE|AMENDEMENT)\s+(?:VAN\s+)?(?:(?:HET|DE)\s+){0,2}(?P<lead>(?:KAMER)?(?:LI{1,2}D\s*|LEDEN\s+))?(?P<names>[^\n]{2,200})",
    ("MOTIE", "AMENDEMENT"),
)
_HEADING_END = re.compile(
    r"[\s\d](?:(?<=\d)|\s*(?:C\.?\s?S\.?(?!\w)|TER\s+VERVANGING|OVER\s|INZAKE\s|TOT\s))",
)
_HEADING_SPLIT = re.compile(r"\s*,\s*(?:EN\s+)?|(?:^|\s+)EE?N\s+|\s*/\s*")
_LINE = r"[^\S\n]*+(?P<name>[^\W\d_][^\n.,]{1,58}+)[ .,]{0,3}+$"
_FIRST_LINE = re.compile(_LINE, re.MULTILINE)
_SHORT_LINE = re.compile(rf"\n{_LINE}", re.MULTILINE)

_TOLD_BY = 4
"""By so many letters most lines are told apart from names."""


def in_headings(ctx: FindContext, reader: NameReader) -> Iterator[tuple[int, int, str]]:
    """ "MOTIE VAN DE LEDEN BOOMSMA EN RAJKOWSKI C.S.": names in capitals; then their signatures."""
    named = list(_in_headings(ctx, reader))
    for start, end in named:
        yield start, end, "person.heading/1"
    if named:
        for start, end in _below(ctx.text, {folded(ctx.text[start:end]) for start, end in named}):
            yield start, end, "person.signature/1"


def _in_headings(ctx: FindContext, reader: NameReader) -> Iterator[tuple[int, int]]:
    for match in _HEADING.finditer(ctx.text):
        stop = _HEADING_END.search(match["names"])
        names = match["names"][: stop.start()] if stop else match["names"]
        at = match.start("names")
        position = 0
        for joint in (*_HEADING_SPLIT.finditer(names), None):
            end = joint.start() if joint else len(names)
            name = names[position:end].strip()
            if len(name) > 1 and name.isupper() and (match["lead"] or reader.known(at + position, at + end)):
                yield at + position, at + end
            position = joint.end() if joint else end


def _below(text: str, named: set[str]) -> Iterator[tuple[int, int]]:
    """The names of the heading as signatures: a line of its own that holds nothing else."""
    beginnings = {name[:_TOLD_BY] for name in named}
    first = _FIRST_LINE.match(text)
    for line in (*((first,) if first else ()), *_SHORT_LINE.finditer(text, first.end() if first else 0)):
        if _may_fold_to(line["name"], beginnings) and not line[0].isupper() and folded(line["name"]) in named:
            yield line.span("name")


def _may_fold_to(name: str, beginnings: set[str]) -> bool:
    """A cheap test before the name is folded, which drops the word "en" and all that is no letter or digit."""
    small = name[: _TOLD_BY + 2].lower().replace(" ", "")
    if len(small) < _TOLD_BY or "en" in small or not (small.isascii() and small.isalpha()):
        return True
    return small[:_TOLD_BY] in beginnings
