"""Persons in the headings of motions and amendments, in capitals, and as signatures below."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.find.base import FindContext
from sovgraph.find.name_reader import NameReader, Where, folded
from sovgraph.find.scan import Scan

_HEADING = Scan(
    r"(?<![\w])(?:MOTIE|AMENDEMENT)\s+(?:VAN\s+)?(?:(?:HET|DE)\s+){0,2}(?P<lead>(?:KAMER)?(?:LI{1,2}D\s*|LEDEN\s+))?(?P<names>[^\n]{2,200})",
    ("MOTIE", "AMENDEMENT"),
)
_HEADING_END = re.compile(
    r"[\s\d](?:(?<=\d)|\s*(?:C\.?\s?S\.?(?!\w)|TER\s+VERVANGING|OVER\s|INZAKE\s|TOT\s))",
)
_HEADING_SPLIT = re.compile(r"\s*,\s*(?:EN\s+)?|(?:^|\s+)EE?N\s+|\s*/\s*")
_REST_OF_LINE = r"[^\n.,]{1,58}+)[ .,]{0,3}+$"
_FIRST_LINE = re.compile(rf"[^\S\n]*+(?P<name>[^\W\d_]{_REST_OF_LINE}", re.MULTILINE)


@lru_cache(maxsize=64)
def _further_lines(letter: str) -> re.Pattern[str]:
    """Lines that may hold nothing but a name that folds to something with this first letter, which may be printed with
    an accent. Before it the word "en" may stand, which folding drops."""
    return re.compile(
        rf"\n[^\S\n]*+(?P<name>[{letter}{letter.upper()}eE\x80-\U0010ffff](?<=[^\W\d_]){_REST_OF_LINE}", re.MULTILINE
    )


def in_headings(ctx: FindContext, reader: NameReader) -> Iterator[tuple[int, int, str]]:
    """ "MOTIE VAN DE LEDEN BOOMSMA EN RAJKOWSKI C.S.": names in capitals; then their signatures."""
    named: set[str] = set()
    for match in _HEADING.finditer(ctx.text):
        for start, end in _names_of(match, reader):
            named.add(folded(ctx.text[start:end]))
            yield start, end, "person.heading/1"
    if named:
        for start, end in _below(ctx.text, named):
            yield start, end, "person.signature/1"


def _names_of(heading: re.Match[str], reader: NameReader) -> list[Where]:
    names, at = heading["names"], heading.start("names")
    stop = _HEADING_END.search(names)
    names = names[: stop.start()] if stop else names
    joints = _HEADING_SPLIT.finditer(names) if "," in names or "EN" in names or "/" in names else ()
    found: list[Where] = []
    position = 0
    for joint in (*joints, None):
        end = joint.start() if joint else len(names)
        name = names[position:end].strip()
        if len(name) > 1 and name.isupper() and (heading["lead"] or reader.known(at + position, at + end)):
            found.append((at + position, at + end))
        position = joint.end() if joint else end
    return found


def _below(text: str, named: set[str]) -> Iterator[tuple[int, int]]:
    """The names of the heading as signatures: a line of its own that holds nothing else."""
    first = _FIRST_LINE.match(text)
    for line in (first,) if first else ():
        if folded(line[1]) in named and not line[1].isupper():
            yield line.span(1)
    for letter in {name[0] for name in named if name}:
        for line in _further_lines(letter).finditer(text):
            if folded(line[1]) in named and not line[1].isupper():
                yield line.span(1)
