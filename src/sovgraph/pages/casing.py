"""Titles that a paper prints in capitals, as a sentence has them. For showing only: the data keeps what was printed."""

import re
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import normalize

from sovgraph.resources import folder, read_tsv

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")
_NAMES_AFTER: Final = frozenset(("lid", "leden", "kamerlid"))
_OFFICE: Final = frozenset("minister ministers staatssecretaris staatssecretarissen commissie commissies".split())
_SMALL: Final = frozenset("van voor de het een en of in te ten ter den der des uit".split())
_OF_NAMES: Final = frozenset("van de den der ten ter te".split())
_ENDING: Final = frozenset("ter over bij naar inzake betreffende houdende met op om c.s. tot aan".split())
"""Behind these the names of members or of an office are over."""
_STOP = re.compile(r"[.;:(]")
_VOWEL = re.compile(r"[aeiouy]")
_SHORTEST: Final = 12
"""Letters; what is shorter may be an abbreviation or a name."""


def as_sentence(text: str) -> str:
    """ "Motie van het lid Van den Hil" for "MOTIE VAN HET LID VAN DEN HIL"; anything with a small letter stays."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < _SHORTEST or any(c.islower() for c in letters) or len(_WORD.findall(text)) < 2:
        return text
    made = _Sentence(text).made()
    return made if len(made) == len(text) else text


@cache
def _known() -> dict[str, str]:
    """Words that keep capitals, by their small letters: those of the table, and countries of one word."""
    rows = read_tsv(folder("ontology") / "authority" / "countries.tsv")
    found = {row["name"].casefold(): row["name"] for row in rows if _WORD.fullmatch(row["name"])}
    return found | {row["word"].casefold(): row["word"] for row in read_tsv(Path(__file__).with_name("casing.tsv"))}


class _Sentence:
    def __init__(self, text: str) -> None:
        self._text = text
        self._mode, self._is_first_of_name = "", False

    def made(self) -> str:
        pieces, at = [], 0
        for match in _WORD.finditer(self._text):
            between = self._text[at : match.start()]
            if _STOP.search(between):
                self._mode = ""
            self._is_first_of_name |= "," in between
            pieces += [between, self._word(match[0])]
            at = match.end()
        made = "".join((*pieces, self._text[at:]))
        first = next((i for i, c in enumerate(made) if c.isalpha()), 0)
        return made[:first] + made[first].upper() + made[first + 1 :]

    def _word(self, printed: str) -> str:
        small = printed.lower()
        if small in _ENDING and not (self._is_first_of_name and small in _OF_NAMES):
            self._mode = ""
        if small in _NAMES_AFTER:
            self._mode, self._is_first_of_name = "names", True
            return small
        if small in _OFFICE:
            self._mode = "office"
            return small
        if self._mode == "names":
            return self._name(small)
        if known := _known().get(small):
            return known
        if _is_abbreviation(small):
            return printed
        return small.capitalize() if self._mode == "office" and small not in _SMALL else small

    def _name(self, small: str) -> str:
        """A word of a name: "Van" at its beginning, "den" further on; "en" stands before the next."""
        if small == "en":
            self._is_first_of_name = True
            return small
        if small in _OF_NAMES and not self._is_first_of_name:
            return small
        self._is_first_of_name = False
        return small.capitalize()


def _is_abbreviation(small: str) -> bool:
    """Letters without a vowel, such as "vws" and "nvwa"."""
    return (
        len(small) > 1
        and small.isalpha()
        and _VOWEL.search(normalize("NFD", small)) is None
        and small not in ("nr", "mr", "dr")
    )
