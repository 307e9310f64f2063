"""Signatures: a name with its post before or after it, also where the conversion broke two columns into lines."""

import re
from collections.abc import Iterator

from sovgraph.model import Signer, Span
from sovgraph.structure.layout import Layout, Line

_TITLES = r"(?:(?:[Pp]rof|[Dd]r|[Mm]r|[Dd]rs|[Ii]r|[Ii]ng|[Mm]evr|[Dd]hr)\.?\s+){0,3}"
_INITIALS = r"(?:(?:[^\W\d_a-z][a-z]{0,2}[.,]\s?-?){1,6}\s*)"
_PARTICLE = r"(?:van|de|den|der|het|ten|ter|te|in|op|aan|'t|'s|el|la|le|du|von|zu|bin|ben|al)"
_WORD = r"(?:[^\W\d_a-z][^\W\d_]*(?:['-][^\W\d_]+)*)"
_SURNAME = rf"(?:(?:{_PARTICLE}\s+){{0,3}}{_WORD}(?:\s*-\s*{_WORD})?(?:\s+(?:{_PARTICLE}\s+){{0,3}}{_WORD}){{0,4}})"
NAME = re.compile(rf"{_TITLES}{_INITIALS}?(?:\([^\W\d_]{{2,20}}\)\s*)?{_SURNAME}")
NAME_WITH_INITIALS = re.compile(rf"{_TITLES}{_INITIALS}{_SURNAME}")
_POST = re.compile(
    r"(?:(?:[Dd]e|[Hh]et)\s+)?(?P<role>(?:(?:plv\.?|plaatsvervangend|fungerend|waarnemend|wnd\.?|adjunct|demissionair)[\s-]+)?"
    r"(?:viceminister|minister|staatssecretaris|(?:onder)?voorzitter|griffier|adjunct-griffier|minister-president)s?\b"
    r"[^.?!;:]{0,200}?)\s*,?",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(
    r"(?:(?:plv\.|plaatsvervangend)\s+)?(?:voorzitter|minister|staatssecretaris|griffier)\b", re.IGNORECASE
)
_NOT_NAMES = re.compile(r"(?:Aan|Geachte|Hoogachtend|Bijlage|Den Haag|Antwoord|Vraag|Betreft|Datum)\b")
_CLERK = re.compile(r"(?:(?:plv\.?|plaatsvervangend|adjunct)[\s-]+|adjunct-)?griffier\b", re.IGNORECASE)
_ROLE_LINES = 4


def read_signers(layout: Layout, start: int, end: int) -> tuple[tuple[Signer, ...], int | None]:
    """The signatures between two offsets, and where the first begins."""
    lines = [line for line in _lines(layout, start, end) if not layout.zone_at(line.start)]
    found: list[tuple[int, Signer]] = []
    index = 0
    while index < len(lines):
        step = _post_then_name(layout, lines, index) or _name_then_post(layout, lines, index)
        if step is None:
            index += 1
            continue
        begin, signer, index = step
        found.append((begin, signer))
    return tuple(signer for _, signer in found), found[0][0] if found else None


def find_clerk(layout: Layout, end: int) -> Signer | None:
    """The clerk who signs the report itself, before the first letter."""
    for signer in read_signers(layout, 0, end)[0]:
        if signer.role and _CLERK.match(layout.view, signer.role.start, signer.role.end):
            return signer
    return None


def is_name(text: str) -> bool:
    """A line that can be nothing but a name."""
    if len(text) > 60 or _NOT_NAMES.match(text) or _POST.fullmatch(text):
        return False
    return NAME.fullmatch(text.strip(" ,.\\")) is not None


def _lines(layout: Layout, start: int, end: int) -> Iterator[Line]:
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start >= end:
            return
        if line.start >= start and not line.blank:
            yield line


def _post_then_name(layout: Layout, lines: list[Line], index: int) -> tuple[int, Signer, int] | None:
    """ "De Minister van X," and the name on the next printed line; the post may run over two lines."""
    for count in (1, 2, 3):
        last = index + count
        if last >= len(lines):
            return None
        words = layout.view[lines[index].start : lines[last - 1].end]
        match = _POST.fullmatch(words) if len(words) < 260 else None
        if match is None or lines[index].start + match.end("role") < lines[last - 1].start:
            return None
        name = layout.text(lines[last])
        if is_name(name):
            role = layout.strip(lines[index].start + match.start("role"), lines[index].start + match.end("role"))
            return lines[index].start, Signer(_bare(layout, lines[last]), role), last + 1
    return None


def _name_then_post(layout: Layout, lines: list[Line], index: int) -> tuple[int, Signer, int] | None:
    """ "A.B. de Vries" and below it "Voorzitter van ..." with the lines of the post's column."""
    text = layout.text(lines[index])
    if len(text) > 60 or not NAME_WITH_INITIALS.fullmatch(text) or index + 1 >= len(lines):
        return None
    after = lines[index + 1]
    if not _ROLE_AFTER.match(layout.view, after.start, after.end) or after.end - after.start > 200:
        return None
    last = index + 1
    while last + 1 < len(lines) and last - index < _ROLE_LINES and _same_block(layout, lines[last], lines[last + 1]):
        last += 1
    signer = Signer(_bare(layout, lines[index]), Span(after.start, lines[last].end))
    return lines[index].start, signer, last + 1


def _same_block(layout: Layout, line: Line, following: Line) -> bool:
    between = layout.raw[line.end : following.start].replace("\r\n", "\n")
    text = layout.text(following)
    return between.count("\n") == 1 and len(text) < 200 and not (len(text) <= 60 and NAME_WITH_INITIALS.fullmatch(text))


def _bare(layout: Layout, line: Line) -> Span:
    end = line.end
    while end > line.start and layout.view[end - 1] in " ,":
        end -= 1
    return Span(line.start, end)
