"""The words of references back: what may be named again, and by which words before and behind."""

import re
from dataclasses import dataclass

NOUNS = {
    "richtlijn": "directive",
    "verordening": "regulation",
    "kaderbesluit": "framework decision",
    "besluit": "decision",
    "wet": "act",
    "rijkswet": "act",
    "motie": "motion",
    "amendement": "amendment",
    "brief": "letter",
    "kamerbrief": "letter",
    "kamerstuk": "paper",
    "stuk": "paper",
    "nota": "note",
    "verslag": "report",
    "schriftelijk overleg": "report",
}
"""Noun → the kind of thing that it names again."""

EU_KINDS = frozenset(("directive", "regulation", "framework decision"))
OWN_KINDS = frozenset(("letter", "report", "note"))
"""What a paper may be itself: "deze brief" in a letter is the letter."""

_LONG = (
    r"(?:boven|voor|eerder|hiervoor\s+|hierboven\s+|eerder\s+|reeds\s+|voren|hogervan)?"
    r"(?:genoemde?|vermelde?|bedoelde?|gemelde?|aangehaalde?)"
)
_BEFORE = re.compile(
    rf"""(?<![\w-])(?:
      (?P<named>(?:(?:[Dd]e|[Hh]et|[Dd]eze|[Dd]it|[Dd]ie|[Dd]at)\s+)?(?i:{_LONG}))
     |(?P<last>(?:(?:[Dd]e|[Hh]et)\s+)?(?i:laatst(?:genoemde?|vermelde?)))
     |(?P<previous>(?:[Dd]e|[Hh]et)\s+(?:vorige|voorgaande|voorafgaande))
     |(?P<that>[Dd]ie|[Dd]at|[Dd]iezelfde|[Dd]atzelfde|[Dd]ezelfde|[Hh]etzelfde)
     |(?P<this>[Dd]eze|[Dd]it)
     |(?P<the>[Dd]e|[Hh]et)
     |(?P<whose>[Uu]w|[Mm]ijn|[Hh]aar|[Zz]ijn|[Oo]nze|[Dd]iens|[Dd]e)
    )\s+$""",
    re.VERBOSE,
)
BEFORE = frozenset("die dat diezelfde datzelfde dezelfde hetzelfde deze dit vorige voorgaande voorafgaande".split())
BEFORE_ENDS = tuple(f"{stem}{e}" for stem in ("noemd", "meld", "doeld", "haald") for e in ("", "e"))
"""The last words of what _BEFORE reads, "de" and "het" aside, for a first look."""
_WINDOW = 40
_NAME_FOLLOWS = re.compile(
    r"-?\w|\s+(?:\(\s*(?:EU|EG|EEG)\b|\(?\d|nr|[A-ZÀ-Þ]|op\s+(?:stuk|kamerstuk)|van\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw)"
    r"|inzake|betreffende|over\s|houdende|tot\s+wijziging|van\s+wijziging|van\s+de\s+zijde)"
)
_GOES_ON = re.compile(
    r"\s*(?:[,.;:)?!\"]|$)|\s+(?:en|of|dat|die|is|zijn|was|waren|wordt|worden|werd|werden|in|op|te|niet|ook|aan|bij|heeft"
    r"|hebben|had|bepaalt|schrijft|stelt|moet|moeten|mag|mogen|kan|kunnen|zal|zullen|zou|geldt|gelden|dient|dienen|biedt"
    r"|bevat|verplicht|vereist|voorziet|regelt|treedt|maakt|laat|vormt|volgt|ziet|introduceert|beoogt|wil|staat|vraagt"
    r"|noemt|gaat|geeft|verder|wel|nog|al|reeds|als|om|uit|waarin|waarop|waarbij|waarmee|waardoor|zelf|nu|pas|dan|er|hier"
    r"|echter|expliciet|om\s+te|omvat|spreekt|verstaat|verbiedt|vereisen|opgenomen|neergelegde|genoemde|bedoelde"
    r"|voorgeschreven|gestelde)(?!\w)"
)
"""What stands behind "de richtlijn" where no name of its own goes on."""
_OF_THAT_DATE = re.compile(r"\s+(?:van|d\.?d\.)\s+(?:die|dezelfde|diezelfde|genoemde|voornoemde)\s+datum(?!\w)")
_LONGER = re.compile(r"\s+(?:van\s+(?:een|het)\s+)?(?:nader\s+)?schriftelijk\s+overleg(?!\w)")
_ALIAS = re.compile(r"\(\s*(?:hierna|verder)[^()\n]{0,24}$")


@dataclass(frozen=True, slots=True)
class Again:
    """A noun with the word before it. `way`: named, last, previous, that, this, the, date (of that date),
    thereof or alias."""

    start: int
    end: int
    kind: str
    way: str
    noun: int


def read_again(text: str, noun: int, word: str) -> Again | None:
    """The reference back whose noun begins at `noun`, if the words around make it one."""
    kind = NOUNS[word]
    end = noun + len(word)
    longer = _LONGER.match(text, end) if word == "verslag" else None
    end = longer.end() if longer else end
    first = max(0, noun - _WINDOW)
    before = _BEFORE.search(text[first:noun])
    dated = _OF_THAT_DATE.match(text, end) if kind == "letter" else None
    if dated is not None:
        start = first + before.start() if before else noun
        return Again(start, dated.end(), kind, "date", noun)
    if before is None or _NAME_FOLLOWS.match(text, end):
        return None
    way, start = before.lastgroup or "", first + before.start()
    if way == "the":
        if _ALIAS.search(text, max(0, start - 40), start):
            return Again(start, end, kind, "alias", noun)
        return Again(start, end, kind, way, noun) if _GOES_ON.match(text, end) else None
    return None if way == "whose" else Again(start, end, kind, way, noun)
