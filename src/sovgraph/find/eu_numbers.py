"""CELEX numbers and ELI addresses of EU acts, from the way an act is numbered.

Directives and decisions put the year first, in all times. Regulations put the number first until 2014
("nr. 604/2013") and the year first since 2015 ("2016/679").
"""

_SECTOR_LETTER = {"richtlijn": "L", "verordening": "R", "besluit": "D", "aanbeveling": "H"}
_ELI_BASE = "http://data.europa.eu/eli"


def _full_year(text: str) -> int | None:
    value = int(text)
    if len(text) == 2:
        return 1900 + value if value >= 50 else None
    return value if len(text) == 4 and 1951 <= value <= 2035 else None


def _core(word: str) -> str:
    flat = word.lower()
    return next((core for core in _SECTOR_LETTER if core in flat), "besluit")


def celex_of(word: str, first: str, second: str, tail: str | None, numbered: bool) -> str | None:
    """The CELEX number of "word first/second/tail"; None when neither number can be a year.

    `numbered`: "nr." stood before, which regulations carry as long as their number came first.
    """
    core = _core(word)
    year, number = _full_year(first), second
    late = _full_year(second) if len(second) == 4 else None
    if core == "verordening" and late is not None and (year is None or numbered or late < 2015):
        year, number = late, first
    elif core == "verordening" and year is None and len(second) == 2 and _full_year(second):
        year, number = _full_year(second), first
    if year is None:
        return None
    letter = _SECTOR_LETTER[core]
    if "kaderbesluit" in word.lower():
        letter = "F"
    return f"3{year}{letter}{int(number):04d}"


def eli_of(word: str, celex: str) -> str:
    """The ELI of an act with this CELEX number, as data.europa.eu writes it."""
    flat = " ".join(word.lower().split())
    kind = {"L": "dir", "R": "reg", "D": "dec", "F": "dec_framw", "H": "reco"}[celex[5]]
    if flat.startswith("uitvoerings"):
        kind += "_impl"
    elif flat.startswith("gedelegeerd"):
        kind += "_del"
    return f"{_ELI_BASE}/{kind}/{celex[1:5]}/{int(celex[6:])}/oj"
