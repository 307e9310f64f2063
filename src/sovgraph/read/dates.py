"""Dates as words and as ISO 8601, for parts whose value is a date."""

import re
from datetime import date

_NAMES = "januari februari maart april mei juni juli augustus september oktober november december".split()
_ENGLISH = "January February March April May June July August September October November December".split()
MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
WORDS = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})(?!\d)", re.IGNORECASE)


def iso_of(words: str) -> tuple[str, str]:
    """ "Dinsdag 17 april 2018" → "17 april 2018", "2018-04-17"; empty strings when the words hold no date."""
    found = WORDS.search(words)
    if found is None:
        return "", ""
    try:
        day = date(int(found[3]), MONTHS[found[2].lower()], int(found[1]))
    except ValueError:
        return "", ""
    return found[0], day.isoformat()


def in_words(iso: str) -> str:
    """ "2014-10-15T00:00:00" → "15 oktober 2014"; "" when it is no date."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return ""
    return dutch_date(day)


def dutch_date(day: date) -> str:
    """ "15 oktober 2014"."""
    return f"{day.day} {_NAMES[day.month - 1]} {day.year}"


def english_date(day: date) -> str:
    """ "15 October 2014"."""
    return f"{day.day} {_ENGLISH[day.month - 1]} {day.year}"


def english_month(dutch: str) -> str:
    """ "March" for "maart"."""
    return _ENGLISH[MONTHS[dutch] - 1]
