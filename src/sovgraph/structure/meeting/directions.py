"""What the editors of a report print in brackets behind the words of a speaker: applause, or where a letter is."""

import re

from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.stages import begins_anew

SOUNDS = (
    "Applaus",
    "Bijval",
    "Gejuich",
    "Gelach",
    "Gemor",
    "Geroep",
    "Geroezemoes",
    "Geroffel",
    "Hilariteit",
    "Instemming",
    "Protest",
    "Rumoer",
    "Stilte",
    "Gong",
)
"""Noises of a meeting; each may be followed by where it is heard ("Geroffel op de bankjes") or by "en" and another."""
EVENTS = ("in acht genomen", "geschorst", "hervat", "voortgezet", "verdaagd", "gesloten", "geopend", "afgespeeld")
"""What is done with a meeting, at the end of a sentence of its own."""
ENCLOSED = ("bijvoegsel", "bijlage", "bijlagen", "brief", "brieven", "stuk", "stukken", "lijst", "tekst", "antwoorden")
"""What is printed elsewhere in an edition."""

_SOUND = rf"(?:{'|'.join(SOUNDS)})"
_DIRECTION = re.compile(
    rf"""\((?:
      {_SOUND}(?:\s(?:op|in|van|uit|bij|vanaf|aan)\s[^().:]{{1,60}}|\sen\s[^().:]{{1,40}})?
     |(?:De\s[^().:?]{{1,60}}|Er)\sword(?:t|en)\s[^().:?]{{0,60}}(?:[.:]\d\d[^().:?]{{0,40}}){{0,2}}
        \b(?:{"|".join(map(re.escape, EVENTS))})
     |(?:De|Het|Deze|Dit)\s(?:\w+\s){{0,3}}(?:{"|".join(ENCLOSED)})\s(?:is|zijn|wordt|worden)\s[^():?]{{0,80}}\b
        (?:opgenomen|afgedrukt|gevoegd|bijgevoegd)\b[^():?]{{0,80}}
    )\s?\.?\s?\)\s?\.?""",
    re.VERBOSE,
)
_LONGEST = 260


def end_before_directions(layout: Layout, start: int, end: int) -> int:
    """Where the words end if directions alone stand behind them; `end` if none do."""
    opening = layout.view.rfind("(", max(start, end - _LONGEST), end)
    if opening == -1 or not begins_anew(layout.view, opening):
        return end
    return opening if _DIRECTION.fullmatch(layout.view, opening, end) else end
