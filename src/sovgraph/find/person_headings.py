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
_LINE = re.compile(r"[^\S\n]*+(?P<name>[^\W\d_][^\n.,]{1,58}+)[ .,]{0,3}+")
_ANY_NAME = "eE \t\r\f\v\x1c\x1d\x1e\x1f"
"""With these the line of any name may begin: with blanks, and with the word "en", which folding drops."""


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
        names = match["names"]
        stop = _HEADING_END.search(names)
        names = names[: stop.start()] if stop else names
        at = match.start("names")
        position = 0
        several = "," in names or "EN" in names or "/" in names
        for joint in (*(_HEADING_SPLIT.finditer(names) if several else ()), None):
            end = joint.start() if joint else len(names)
            name = names[position:end].strip()
            if len(name) > 1 and name.isupper() and (match["lead"] or reader.known(at + position, at + end)):
                yield at + position, at + end
            position = joint.end() if joint else end


def _below(text: str, named: set[str]) -> Iterator[tuple[int, int]]:
    """The names of the heading as signatures: a line of its own that holds nothing else."""
    firsts = {*_ANY_NAME, *(letter for name in named if name for letter in (name[0], name[0].upper()))}
    at = 0
    for printed in text.split("\n"):
        if printed and (printed[0] in firsts or not printed[0].isascii()):
            line = _LINE.fullmatch(printed)
            if line is not None and folded(line[1]) in named and not line[1].isupper():
                yield at + line.start(1), at + line.end(1)
        at += len(printed) + 1
