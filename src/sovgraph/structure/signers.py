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
    r"(?:viceminister|minister|staatssecretaris|(?:onder)?voorzitter|griffier|adjunct-griffier|minister-president"
    r"|vice-?president)s?\b"
    r"[^.?!;:]{0,200}?)\s*,?",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(
    r"(?:(?:plv\.|plaatsvervangend)\s+)?(?:voorzitter|minister|staatssecretaris|griffier)\b", re.IGNORECASE
)
_NOT_NAMES = re.compile(
    r"(?:Aan|Geachte|Hoogachtend|Bijlagen?|Den Haag|Antwoord(?:en)?|Vra(?:ag|gen)|Betreft|Datum|Toelichting|Artikel"
    r"|Onderdeel|Inhoudsopgave|Inleiding|Algemeen|Reactie|Brief)\b"
)
_OFFICER = re.compile(
    r"(?:[Dd]e\s+)?(?P<role>(?:(?:plv\.?|plaatsvervangend|fungerend|waarnemend|wnd\.?|adjunct)[\s-]+)?"
    r"(?:voorzitter|griffier)(?:\s+(?:van\s+de|voor\s+(?:dit|deze))\b[^.?!;:]{1,180})?)",
    re.IGNORECASE,
)
_MINISTER = re.compile(
    r"(?:[Dd]e\s+)?(?P<role>(?:demissionair\s+)?(?:minister[- ]president|minister|staatssecretaris|vice-?president)\b"
    r"(?:(?:\s+(?:van|voor)\b|\s*,\s*minister\s+van\b)[^.?!;:]{1,160})?)",
    re.IGNORECASE,
)
_OF_COMMITTEE = re.compile(
    r"(?:voorzitter|griffier)(?:\s+van\s+de\s+(?:\w+\s+){0,2}commissies?\b.*|\s+voor\s+(?:dit\s+verslag|deze\s+lijst))?\Z",
    re.IGNORECASE | re.DOTALL,
)
_SURE_ROLE = re.compile(r"(?:commissies?|verslag|lijst|voorzitter|griffier)\d{0,2}\Z", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:heeft|hebben|is|zijn|zal|wil|wordt|worden|was|dat|die|deze|vraagt|verzoekt|stelt|met|aan|over)\b"
)
_OF_PORTFOLIOS = frozenset(
    "Welzijn Sport Cultuur Wetenschap Landbouw Natuur Innovatie Klimaat Milieu Ruimtelijke Ruimte Jeugd Zorg "
    "Koninkrijksrelaties Voedselkwaliteit Digitalisering Groen Visserij Wonen Onderwijs".split()
)
"""Words that follow a comma inside the name of a ministry or committee, where a line may end."""
_NEW_POST = re.compile(r"(?:[Dd]e\s+)?(?:adjunct-)?(?:griffier|voorzitter|[Mm]inister|[Ss]taatssecretaris)\b")
_CLERK = re.compile(r"(?:(?:plv\.?|plaatsvervangend|adjunct)[\s-]+|adjunct-)?griffier\b", re.IGNORECASE)
_ROLE_LINES = 4


def read_signers(layout: Layout, start: int, end: int) -> tuple[tuple[Signer, ...], int | None]:
    """The signatures between two offsets, and where the first begins."""
    lines = [line for line in _lines(layout, start, end) if not layout.zone_at(line.start)]
    found: list[tuple[int, Signer]] = []
    index = 0
    while index < len(lines):
        step = (
            _post_then_name(layout, lines, index)
            or _post_and_name(layout, lines, index)
            or _name_then_post(layout, lines, index)
        )
        if step is None:
            index += 1
            continue
        begin, signer, index = step
        found.append((begin, signer))
    return tuple(signer for _, signer in found), found[0][0] if found else None


def clerk_of(layout: Layout, signers: tuple[Signer, ...]) -> Signer | None:
    """The clerk among those who sign a report."""
    for signer in signers:
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
        if last >= len(lines) or (count > 1 and _NEW_POST.match(layout.view, lines[last - 1].start)):
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


def _post_and_name(layout: Layout, lines: list[Line], index: int) -> tuple[int, Signer, int] | None:
    """ "De griffier van de commissie, De Vries": the name stands after the last comma of one to three lines."""
    start = lines[index].start
    for last in range(index, min(index + 3, len(lines))):
        if last > index and not (_adjoin(layout, lines[last - 1], lines[last])):
            return None
        end = lines[last].end
        comma = layout.view.rfind(",", start, end)
        if comma < 0 or end - start > 260:
            continue
        name = layout.strip(comma + 1, end)
        role = _role(layout, start, comma, name, lines[last + 1 : last + 2]) if name else None
        if name is not None and role is not None:
            return start, Signer(name, role), last + 1
    return None


def _role(layout: Layout, start: int, comma: int, name: Span, after: list[Line]) -> Span | None:
    """The post before the comma, when what follows the comma is surely a name and not the rest of the post."""
    words = " ".join(name.of(layout.view).split())
    post = _OFFICER.fullmatch(layout.view, start, comma)
    match = post or _MINISTER.fullmatch(layout.view, start, comma)
    if match is None or _SAYS.search(match["role"]) or not is_name(words):
        return None
    with_initials = NAME_WITH_INITIALS.fullmatch(words) is not None
    if not with_initials:
        goes_on = bool(after) and _adjoin_at(layout, name.end, after[0]) and layout.text(after[0]).endswith(",")
        if (
            post is None
            or _OF_COMMITTEE.search(match["role"]) is None
            or words.split()[0] in _OF_PORTFOLIOS
            or (goes_on and not _SURE_ROLE.search(match["role"]))
        ):
            return None
    return layout.strip(*match.span("role"))


def _adjoin(layout: Layout, line: Line, following: Line) -> bool:
    """Whether two lines follow each other without a blank one, the second no post of its own."""
    return _adjoin_at(layout, line.end, following) and not _NEW_POST.match(layout.view, following.start)


def _adjoin_at(layout: Layout, end: int, following: Line) -> bool:
    return layout.raw[end : following.start].replace("\r\n", "\n").count("\n") == 1


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
