"""Prints official identifiers from the parts that a reference gives. Shapes: docs/identifiers.md."""

import re

CHAPTERS = frozenset(
    "I II IIA IIB III IIIA IIIB IIIC IV V VI VII VIII IX IXA IXB X XI XII XIII XIV XV XVI XVII XVIII XIX XX "
    "XXI XXII XXIII XXIV XXV".split()
)
"""Roman chapters of the national budget, with the ones that have a letter."""

FUNDS = frozenset("ABCDEFGHJKL")
"""Letters of budget funds: "36 410-A" is the Infrastructure fund of 36 410."""

_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def is_roman(text: str) -> bool:
    """Whether `text` is a well-formed roman number below 400: the Eerste Kamer's own dossiers."""
    return bool(text) and _ROMAN.fullmatch(text) is not None


def session_year(text: str) -> str | None:
    """ "2025/26", "2025-2026", "1999/00", "2022/-23" → "2025-2026" …; None when the years don't follow."""
    match = re.fullmatch(r"(\d{4})\s*[-/]\s*-?\s*(\d{4}|\d{2})", text.strip())
    if match is None:
        return None
    first = int(match[1])
    second = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    if second < first:
        second += 100
    return f"{first}-{second}" if second == first + 1 else None


def compact_year(year: str) -> str:
    """ "2025-2026" → "20252026" as official identifiers write it."""
    return year.replace("-", "")


def dossier_id(number: str, suffix: str | None) -> str:
    return f"dossier-{number}-{suffix}" if suffix else f"dossier-{number}"


def kst_id(number: str, suffix: str | None, sub: str, *, chamber: str | None, year: str | None) -> str:
    """The identifier of a paper. Before 2004 the Eerste Kamer's papers carry their session year in it."""
    old = chamber == "I" and year is not None and int(year[5:]) <= 2004
    parts = [
        "kst",
        *([compact_year(year)] if old and year else []),
        number,
        *([suffix] if suffix else []),
        sub,
    ]
    return "-".join(parts)
