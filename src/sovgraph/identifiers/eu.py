"""Identifiers of EU acts (CELEX, ELI), of papers of the Commission (COM) and of the Council.

Directives and decisions put the year first, in all times. Regulations put the number first until 2014
("nr. 604/2013") and the year first since 2015 ("2016/679").
"""

import re

from sovgraph.identifiers.base import IdKind, OfficialId, form, plain

_SECTOR_LETTER = {"richtlijn": "L", "verordening": "R", "besluit": "D", "aanbeveling": "H"}
_ELI_KIND = {"L": "dir", "R": "reg", "D": "dec", "F": "dec_framw", "H": "reco"}
YEAR_FIRST_SINCE = 2015
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
    year_first = year is not None and year >= YEAR_FIRST_SINCE and not numbered
    if (
        core == "verordening"
        and late is not None
        and (year is None or numbered or (late < YEAR_FIRST_SINCE and not year_first))
    ):
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
    kind = _ELI_KIND[celex[5]]
    if flat.startswith("uitvoerings"):
        kind += "_impl"
    elif flat.startswith("gedelegeerd"):
        kind += "_del"
    return f"{_ELI_BASE}/{kind}/{celex[1:5]}/{int(celex[6:])}/oj"


def celex_of_eli(eli: str) -> str | None:
    """The CELEX number that an ELI of data.europa.eu stands for; None for another address."""
    match = re.fullmatch(
        rf"{re.escape(_ELI_BASE)}/(?P<kind>[a-z]+(?:_[a-z]+)?)/(?P<y>\d{{4}})/(?P<n>\d{{1,4}})/oj", eli
    )
    if match is None:
        return None
    kinds = {kind: letter for letter, kind in _ELI_KIND.items()}
    letter = kinds.get(match["kind"]) or kinds.get(match["kind"].split("_")[0])
    return f"3{match['y']}{letter}{int(match['n']):04d}" if letter else None


def _print_commission(item: OfficialId) -> str:
    return f"{item.field('series')}({item.field('year')}){item.field('number')}"


def _print_council(item: OfficialId) -> str:
    return "-".join(("ST", *(value for _, value in item.fields)))


form(
    IdKind.CELEX,
    r"(?P<sector>[0-9C])(?P<year>(?:19|20)\d\d)(?P<type>[A-Z]{1,2})(?P<number>\d{4})(?P<extra>(?:\(\d\d\)|R\(\d\d\))?)",
    print_id=plain,
)
form(
    IdKind.ELI,
    r"http://data\.europa\.eu/eli/(?P<type>[a-z]+(?:_[a-z]+)?)/(?P<year>\d{4})/(?P<number>\d{1,4})/oj",
    print_id=lambda item: f"{_ELI_BASE}/" + "/".join(value for _, value in item.fields) + "/oj",
)
form(
    IdKind.COMMISSION,
    r"(?P<series>COM|SWD|JOIN|SEC)\((?P<year>(?:19|20)\d\d)\)(?P<number>[1-9]\d{0,3})",
    print_id=_print_commission,
)
form(
    IdKind.COUNCIL,
    r"ST-(?P<number>\d{4,5})-(?:(?P<revision>\d{1,2})-)?(?P<year>(?:19|20)\d\d)",
    print_id=_print_council,
)
