"""What a report tells between the turns: debates opened and closed, votes put, meetings suspended."""

import re
from bisect import bisect_left

from sovgraph.structure.layout import Layout

_STAGE = re.compile(
    r"""(?<![\w-])(?:
      De\s(?:\w+\s){0,2}(?:beraadslaging|behandeling|vergadering|stemming)(?:en)?\s(?:over\s[^.:?]{1,80}\s)?word(?:t|en)\s
        (?:[^:?!]{0,90}?\s)?(?:geopend|hervat|gesloten|geschorst|voortgezet|verdaagd)\.
     |In\sstemming\skom(?:t|en)\s
     |Daartoe\swordt\sbesloten\.
     |Deze\smededeling(?:en)?\sword(?:t|en)\svoor\skennisgeving\saangenomen\.
     |(?:Overeenkomstig|Conform)\s(?:het\svoorstel|de\svoorstellen)\svan\sde\s(?:\w+\s)?voorzitter\swordt\sbesloten\.
     |Sluiting\s?:?\s(?:van\sde\svergadering\s)?(?:om\s)?\d{1,2}[.:]\d\d\suur
     |(?:Vóór|Voor|Tegen)\sstemmen\s(?:de\sleden\b|het\slid\b)
     |(?:Het|De)\s(?:\w+\s)?(?:wetsvoorstel|voorstel|artikel|onderdel|motie|amendement)[^.:?]{0,160}?\sword(?:t|en)\s
        (?:zonder|met\salgemene|bij\szitten|na\s)[^.:?]{0,120}?(?:aangenomen|verworpen|goedgekeurd)\.
    )""",
    re.VERBOSE,
)
_TERM = re.compile(r"^(?:Termijn (?:inbreng|antwoord)|(?:Eerste|Tweede|Derde) termijn)[ \t]*$", re.MULTILINE)
"""Headings of the rounds of a debate."""


def find_stages(layout: Layout) -> list[int]:
    """Where the words between turns begin, in order; each begins a line or follows the end of a sentence."""
    view = layout.view
    found = [m.start() for m in _STAGE.finditer(view) if begins_anew(view, m.start())]
    found += [m.start() for m in _TERM.finditer(view)]
    return sorted(found)


def first_between(sorted_places: list[int], start: int, end: int) -> int | None:
    """The first of some places from `start` on and before `end`."""
    index = bisect_left(sorted_places, start)
    return sorted_places[index] if index < len(sorted_places) and sorted_places[index] < end else None


def begins_line(view: str, at: int) -> bool:
    """Whether only blanks stand before a place on its line."""
    while at > 0 and view[at - 1] in " \t":
        at -= 1
    return at == 0 or view[at - 1] in "\n\f"


def begins_anew(view: str, at: int) -> bool:
    """Whether a place begins a line or follows the end of a sentence, with or without a blank between."""
    before = at
    while before > 0 and view[before - 1] in " \t\n\f":
        before -= 1
    return before == 0 or view[before - 1] in ".?!:)\"';…]" or begins_line(view, at)
