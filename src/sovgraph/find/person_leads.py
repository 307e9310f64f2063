"""Words that lead to a person's name: "het lid", "de heer", "minister".

Such words are frequent and few of them stand before a name. So the last word of a lead is looked for first, then
whether what could be a name stands behind it, and only then where the lead begins.
"""

import re
from collections.abc import Collection, Iterator

from sovgraph.find.scan import Anchors, is_plain

_SMALL_TOO = r"(?:van|de|den|der|ten|ter|'t)\s+(?:(?:de|den|der|het|'t)\s+)?[A-ZÀ-Þ]"
_GAP = rf"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?=[A-ZÀ-Þ']|{_SMALL_TOO})"
_LEAD = re.compile(
    rf"""(?<![\w-])(?:
      (?P<several>(?:[Dd]e|[Bb]eide|[Dd]oor|[Vv]an|[Gg]enoemde|der|en|,)\s+(?:Kamer)?leden|(?:[A-Z][\w/-]*-)?[Kk]amerleden
        |[Ss]enatoren|[Dd]e\s+(?:heren|dames)|[Cc]ollega's|[Ii]ndieners|[Tt]e\s+weten:)
     |(?P<sir>[Dd]e\s+heer|[Mm]eneer|[Mm]ijnheer|[Mm]evrouw|[Dd]hr\.|[Mm]w\.|[Mm]evr\.)
     |(?P<member>(?i:het|dit|ons|elk|ieder)\s+(?:Kamer)?[Ll]id|(?:[A-Z][\w/-]*-)?(?:[Oo]ud-)?(?:[Kk]amerlid|[Ss]enator)|[Cc]ollega
        |[Rr]apporteur|[Ii]ndiener|Voorzitter:|Griffier:)
     |(?P<post>(?:[Dd]emissionair\s+)?(?:[A-Z][\w/]{{1,15}}-)?(?:[Oo]ud-)?(?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?|(?:[Vv]ice)?(?:[Mm]inister-)?[Pp]resident|[Pp]remier
        |[Ee]urocommissaris|[Bb]ondskanselier|[Bb]urgemeester|[Cc]ommissaris|[Kk]oning|[Ii]nformateur|[Ff]ormateur)
        |(?:[A-Z][\w/]{{1,15}}-)?[a-zA-Z]?[a-z]{{2,20}}voorzitter|[A-Z]{{2,5}}-voorzitter)
    ){_GAP}""",
    re.VERBOSE,
)
_LAST_WORDS = Anchors(
    "leden senator heren dames collega indiener weten: heer meneer mevrouw dhr. mw. mevr. lid rapporteur voorzitter "
    "griffier: minister staatssecretaris president premier commissaris bondskanselier burgemeester koning "
    "formateur".split()
)
"""What the last word of every lead holds."""
_BEFORE_NAME = re.compile(rf"[A-Za-z](?!inisterie)[a-z]{{1,19}}+(?:'s)?[.:]?{_GAP}")
_FIRST_WORDS = frozenset(
    "de beide door van genoemde der en te het dit ons elk ieder demissionair".split(),
)
"""The first of the two words of a lead."""
_DE = frozenset(("de ", "De "))
"""With this most leads begin: "de heer", "de leden", "de heren", "de dames"."""
_TWO_WORDS = 24
"""So far before its last word most leads begin, with a word before them."""


def leads(text: str) -> Iterator[re.Match[str]]:
    """Every lead with what may be a name right behind it; the groups tell its kind."""
    if is_plain():
        yield from _LEAD.finditer(text)
        return
    before_name, read, done = _BEFORE_NAME.match, _LEAD.match, 0
    for place in _LAST_WORDS.places(text):
        if place < done:
            continue
        if (
            text[place] in "hld"
            and place - 3 > done
            and text[place - 3 : place] in _DE
            and not text[place - 4].isalpha()
        ):
            lead = read(text, place - 3)
            if lead is not None:
                yield lead
                done = lead.end()
                continue
        behind = before_name(text, place)
        if behind is None:
            continue
        for start in _starts(text, place, done):
            lead = read(text, start)
            if lead is not None and lead.end() == behind.end():
                yield lead
                done = lead.end()
                break


def _starts(text: str, place: int, done: int) -> Collection[int]:
    """Where a lead may begin whose last word holds `place`, the furthest first."""
    before = text[max(done, place - _TWO_WORDS) : place]
    words = before.split() if before[-1:].isspace() else ()
    if len(words) < 2 or not words[-1].isalpha():
        return list(_all_starts(text, place, done))
    if words[-1].lower() not in _FIRST_WORDS:
        return (place,)
    return place - len(before) + before.rindex(words[-1]), place


def _all_starts(text: str, place: int, done: int) -> Iterator[int]:
    """As `_starts`, in all cases: at the word or comma before the last word, at the last word
    ("GroenLinks-Kamerlid"), behind a slash in it."""
    last = place
    while last > done and (text[last - 1].isalnum() or text[last - 1] in "-/_"):
        last -= 1
    gap = last
    while gap > done and text[gap - 1].isspace():
        gap -= 1
    if done < gap < last:
        first = gap - 1
        while first > done and text[first].isalpha() and text[first - 1].isalpha():
            first -= 1
        if text[first] == "," or text[first:gap].lower() in _FIRST_WORDS:
            yield first
    yield last
    slash = text.find("/", last, place)
    while slash >= 0:
        yield slash + 1
        slash = text.find("/", slash + 1, place)
