"""Identifiers of parliamentary papers (kst-…) and their dossiers.

    kst-[<years>-]<dossier>[-R<kingdom act>][-<suffix>]-<number>[-b2][-h1][-n1]

`dossier`: five digits, or the roman number of a dossier of the Eerste Kamer's own ("CXXIV"). `suffix`: a budget
chapter ("XVI", "IXB"), a fund ("A"), a council ("02"). `number`: figures ("63", "250a") or letters ("QC").
"""

import re

from sovgraph.identifiers.base import MARKS, IdKind, OfficialId, form, named

CHAPTERS = frozenset(
    "I II IIA IIB III IIIA IIIB IIIC IV V VI VII VIII IX IXA IXB X XI XII XIII XIV XV XVI XVII XVIII XIX XX "
    "XXI XXII XXIII XXIV XXV".split()
)
"""Roman chapters of the national budget, with the ones that have a letter."""

FUNDS = frozenset("ABCDEFGHJKLM")
"""Letters of budget funds: "36 410-A" is the Infrastructure fund of 36 410."""

LETTERS_WITH_SESSION_UNTIL = 2010
"""Papers of the Eerste Kamer of sessions that end no later carry their session years in the identifier (read off
the publisher's own list of identifiers)."""

SESSION_OF_CHANGE = "2009-2010"
"""In this session the publisher stopped doing so, in spring: its papers occur in both forms."""

_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_KST = r"""
    kst-
    (?:(?P<years>(?:18|19|20)\d\d(?:18|19|20)\d\d)-)?
    (?: (?P<raw>\d{6,7})
      | (?P<dossier>\d{1,5}[A-L]?|0{1,3}[CLXVI]{1,9}|[CLXVI]{1,9})
        (?:-(?P<kingdom>R\d{3,4}))?
        (?:-(?P<suffix>(?:[CLXVI]{1,9}[A-C]?|[A-M]|\d{1,4})(?=-[0-9A-Z])))?
        (?:-(?P<number>\d{1,5}[a-z]{1,2}|\d{1,5}[A-Z]?|[A-Z]{1,2}|[LXVI]{1,7}))?
    )
"""
_DOSSIER = r"dossier-(?P<dossier>\d{5}|[CLXVI]{1,9})(?:-(?P<suffix>[IVX]{1,6}[A-C]?|[A-M]|\d{2,4}))?"


def is_roman(text: str) -> bool:
    """Whether `text` is a well-formed roman number below 400: the Eerste Kamer's own dossiers."""
    return bool(text) and _ROMAN.fullmatch(text) is not None


def _read(kind: IdKind, match: re.Match[str]) -> OfficialId | None:
    roman = (match["dossier"] or "").lstrip("0")
    return None if roman.isalpha() and not is_roman(roman) else named(kind, match)


def kst_id(number: str, suffix: str | None, sub: str, *, chamber: str | None, year: str | None) -> str:
    """The identifier of a paper from dossier, suffix and number. `year`: "2003-2004" or None."""
    old = chamber == "I" and year is not None and int(year[5:]) <= LETTERS_WITH_SESSION_UNTIL
    years = year.replace("-", "") if old and year else None
    return "-".join(("kst", *(part for part in (years, number, suffix, sub) if part)))


def dossier_id(number: str, suffix: str | None) -> str:
    return f"dossier-{number}-{suffix}" if suffix else f"dossier-{number}"


def printed_dossier(number: str, suffix: str | None) -> str:
    """A dossier as papers print it: "32 317", "36 600 XVI", "21 501-20", "CXXIV"."""
    spaced = f"{number[:-3]} {number[-3:]}" if number.isdigit() else number
    if not suffix:
        return spaced
    return f"{spaced}-{suffix}" if suffix.isdigit() else f"{spaced} {suffix}"


def readings(item: OfficialId) -> tuple[tuple[str, str], ...]:
    """What the shape alone allows: (kind of suffix or number, its value), the likeliest first.

    "kst-36410-A-33": fund A, or letter A of the Eerste Kamer with an annex 33; "kst-33400-V": letter V, or the
    bill of chapter V. One reading means that the shape is clear.
    """
    suffix, number = item.field("suffix"), item.field("number")
    if suffix is not None:
        return _suffix_readings(suffix, number or "")
    if number is None or not number.isalpha():
        return (("number", number),) if number else ()
    if number in CHAPTERS:
        return (("letter", number), ("chapter", number))
    return (("letter", number),)


def _suffix_readings(suffix: str, number: str) -> tuple[tuple[str, str], ...]:
    if suffix.isdigit():
        return (("council", suffix),)
    found = []
    if suffix in CHAPTERS:
        found.append(("chapter", suffix))
    if suffix in FUNDS:
        found.append(("fund", suffix))
    if len(suffix) <= 2 and number.isdigit():
        found.append(("letter", suffix))
    return tuple(found)


def settle(item: OfficialId, *, chamber: str | None) -> tuple[tuple[str, str], ...]:
    """The readings that a Chamber leaves open. Letters are of the Eerste Kamer, chapters, funds and councils
    with a plain number of the Tweede Kamer."""
    found = readings(item)
    number = item.field("number") or ""
    if chamber == "I":
        kept = tuple(r for r in found if r[0] == "letter" or (number.isalpha() and item.field("suffix")))
    elif chamber == "II":
        kept = tuple(r for r in found if r[0] != "letter")
    else:
        kept = found
    return kept or found


form(IdKind.KST, _KST + MARKS, build=_read)
form(IdKind.DOSSIER, _DOSSIER)
