"""Persons by titles and initials: "mr. B.O. Dittrich", "A.B. (Anna) de Wit"."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext
from sovgraph.find.name_reader import WORD_BORDER, NameReader, not_persons
from sovgraph.find.scan import is_plain
from sovgraph.find.surnames import CALLED, INITIALS, NOT_NAMES, TITLE, TITLES, WITH_PARTICLES

_BEHIND_TITLES = rf"(?P<called>{CALLED}?)(?P<name>{WITH_PARTICLES})"
_WHOLE = re.compile(rf"(?<![\w.])(?P<titles>{TITLES}?)(?P<initials>{INITIALS}){_BEHIND_TITLES}")
_FROM_DOT = re.compile(
    r"\.(?:(?<=[A-ZÀ-Þ]\.)|(?<=[A-ZÀ-Þ][a-zà-ÿ]\.)|(?<=[A-ZÀ-Þ][a-zà-ÿ][a-zà-ÿ]\.))"
    rf"\s?(?:[A-ZÀ-Þ][a-zà-ÿ]{{0,2}}\.\s?){{0,6}}{_BEHIND_TITLES}"
)
"""A name from the dot of its first initial. It begins with a literal, so that `re` skips all else quickly."""
_TITLE_BEFORE = re.compile(rf"{TITLE}\.\s?\Z")
_LONGEST_TITLE = 6
_NOT_INITIALS = frozenset(
    "B.V. N.V. V.N. E.U. S.A. U.S. C.V. V.S. D.C. C.S. O.A. A.S. Nr. Art. Stb. Trb. Jr. Sr.".split()
)
_NUMBERED = re.compile(
    r"(?i)(?:hoofdstuk|titel|afdeling|paragraaf|artikel|deel|bijlage|onderdeel|boek|tabel|§|plan|vitamine|categorie)\s*$"
)
_NAMED_BEFORE = re.compile(
    r"(?:[,(/]|\b(?:en|door|aan|met|namens|namelijk|heer|mevrouw|lid|minister|staatssecretaris|prof|dr))\.?\s*$",
    re.IGNORECASE,
)
_POST_BEFORE = re.compile(
    r"(?:,|\b(?:voorzitter|griffier|minister|staatssecretaris|namens|hoogachtend)[^\n]{0,80})\s*$", re.IGNORECASE
)
_LINE_ENDS = re.compile(r"[^\S\n]*(?:\n|$)")


def by_initials(ctx: FindContext, reader: NameReader) -> Iterator[tuple[int, int, str]]:
    for match in with_initials(ctx.text):
        initials = match["initials"].replace(" ", "").replace("\n", "")
        start, end = match.start(), match.end()
        newline = match["name"].find("\n")
        end = match.start("name") + newline if newline > 0 else end
        agrees = _initials_known(reader, initials, match.start("name"), end)
        if "\n" in match["initials"].rstrip() + match["titles"]:
            continue
        if "\n" in match["initials"] and not (agrees or _goes_on(reader, match, end)):
            continue
        if initials in _NOT_INITIALS and not agrees:
            continue
        broken = "\n" in match["initials"]
        if initials.count(".") == 1 and not (
            match["titles"] or agrees or broken or _one_initial(ctx, match, len(initials))
        ):
            continue
        yield start, end, "person.initials/1"


def with_initials(text: str) -> Iterator[re.Match[str]]:
    """All names with initials, in order: first their initials, then where their titles begin."""
    if is_plain():
        yield from _WHOLE.finditer(text)
        return
    at = done = 0
    while (core := _FROM_DOT.search(text, at)) is not None:
        at = core.start() + 1
        first = next(place for place in range(core.start() - 1, -1, -1) if not text[place].islower())
        for start in (*_titles_before(text, first, done), first):
            whole = _WHOLE.match(text, start) if start >= done else None
            if whole is not None:
                yield whole
                at = done = whole.end()
                break


def _titles_before(text: str, at: int, done: int) -> list[int]:
    """Where the titles right before a place begin, the first of them first."""
    starts: list[int] = []
    while at > done and "." in text[max(done, at - 2) : at]:
        title = _TITLE_BEFORE.search(text, max(done, at - _LONGEST_TITLE), at)
        if title is None:
            break
        at = title.start()
        starts.append(at)
    return starts[::-1]


def _initials_known(reader: NameReader, initials: str, start: int, end: int) -> bool:
    """Whether a person of this surname and first initial is in the register."""
    return any((p.initials or p.given)[:1] == initials[0] for p in reader.bearers(start, end))


def _goes_on(reader: NameReader, match: re.Match[str], end: int) -> bool:
    """ "... Cultuur en Wetenschap, A.\nJansen": initials at the end of a line, a known surname on the next."""
    bearers = reader.bearers(match.start("name"), end)
    leads = _NAMED_BEFORE.search(reader.text, max(0, match.start() - 40), match.start())
    return leads is not None and bool(bearers) and not any(p.initials for p in bearers)


def _one_initial(ctx: FindContext, match: re.Match[str], length: int) -> bool:
    """One initial before an unknown name: "A. Overzicht" is a heading and "O. Nou" an exclamation, so words before it
    must lead to a name, or it must fill the line below a post."""
    before = ctx.text[max(0, match.start() - 120) : match.start()]
    word = WORD_BORDER.split(match["name"])[-1]
    if length > 2 or word.isupper() or word in NOT_NAMES or word in not_persons(ctx.names):
        return False
    if _NUMBERED.search(before):
        return False
    if not before.strip(" ") or before.rstrip(" ").endswith("\n"):
        return _LINE_ENDS.match(ctx.text, match.end()) is not None and _POST_BEFORE.search(before) is not None
    return _NAMED_BEFORE.search(before) is not None
