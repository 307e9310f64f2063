"""Official identifiers of papers, from what is printed or from dossier and number."""

import re
from datetime import date, timedelta

from sovgraph.identifiers.kst import kst_id
from sovgraph.model import QUESTIONS, Chamber, DossierHead, Genre
from sovgraph.structure.layout import Layout

_PRINTED = re.compile(r"(?:kst|ah-[te]k|kv-tk|h-[te]k)-[A-Za-z0-9][A-Za-z0-9-]{3,60}")
CASE_NUMBER = re.compile(r"20\d\d[ZD]\d{5}")
"""Of the Tweede Kamer's own administration: "2024Z18436", "2024D30111"."""
_RECORD = re.compile(r"https?://[^/]+/([A-Za-z0-9-]{5,60})/metadata\.xml")
_YEARS = re.compile(r"(\d{4})\s*[-/\u2010-\u2015]\s*(\d{4}|\d\d)(?!\d)")
_ID_FIELDS = ("DC.identifier", "DCTERMS.identifier", "dcterms.identifier", "dcterms:identifier")
_GAZETTE = re.compile(
    r"Staatsblad\s+(?P<year>(?:18|19|20)\d\d)\s*,\s*(?:nr\.?\s*)?(?P<number>\d{1,4})(?!\d)"
    r"|Jaargang\s+(?P<volume>(?:18|19|20)\d\d)\s+(?:[Nn]r\.?\s*)?(?P<issue>\d{1,4})\s*$",
    re.MULTILINE,
)


def session(match: re.Match[str] | None, group: int = 1) -> str | None:
    """ "2025-2026" from the years of a match, of which the second may have two figures."""
    if match is None:
        return None
    first = match.group(group)
    return f"{first}-{first[:2] if len(match.group(group + 1)) == 2 else ''}{match.group(group + 1)}"


def printed_id(layout: Layout) -> str | None:
    """The identifier on a line of its own in a page's foot; all pages say the same."""
    for zone in layout.zones:
        for word in layout.view[zone.start : zone.end].split("\n")[:4]:
            if _PRINTED.fullmatch(word.strip()):
                return word.strip()
    return None


def id_in_metadata(fields: tuple[tuple[str, str], ...]) -> str | None:
    """The identifier that the metadata inside a file gives, or the address of its metadata record."""
    found = dict(reversed(fields))
    stated = next((found[name] for name in _ID_FIELDS if found.get(name)), None)
    if stated:
        return stated
    record = _RECORD.fullmatch(found.get("OVERHEIDop.externMetadataRecord", ""))
    return record.group(1) if record else None


_BY_FAMILY = {
    "stb": Genre.GAZETTE,
    "stcrt": Genre.GOVERNMENT_GAZETTE,
    "trb": Genre.TREATY_SERIES,
    "h": Genre.PROCEEDINGS,
    "ah": Genre.ANSWERED_QUESTIONS,
    "kv": Genre.WRITTEN_QUESTIONS,
}
"""What the first part of an identifier says of the kind of paper."""
_AS_WELL = {
    Genre.PROCEEDINGS: (Genre.INCOMING, Genre.VOTES),
    Genre.ANSWERED_QUESTIONS: (Genre.WRITTEN_QUESTIONS,),
    Genre.WRITTEN_QUESTIONS: (Genre.ANSWERED_QUESTIONS,),
}
"""Kinds that an identifier of that family may have, too."""


def genre_by_id(identifier: str | None, genre: Genre) -> Genre:
    """The genre, set right by the family of the identifier: an issue of the Staatsblad isn't the note printed in it."""
    family = _BY_FAMILY.get((identifier or "").partition("-")[0])
    return genre if family is None or genre in _AS_WELL.get(family, ()) else family


def chamber_of_id(identifier: str) -> Chamber | None:
    parts = identifier.split("-")
    if "tk" in parts[:2]:
        return Chamber.TK
    if "ek" in parts[:2]:
        return Chamber.EK
    return None


def paper_id(
    genre: Genre,
    chamber: Chamber | None,
    year: str | None,
    dossiers: tuple[DossierHead, ...],
    number: str | None,
    reprint: bool,
) -> str | None:
    """The identifier that the publisher makes of these parts; None when one is missing."""
    if number is None:
        return None
    if dossiers:
        first = dossiers[0]
        found = kst_id(first.number, first.suffix, number, chamber=chamber.value if chamber else None, year=year)
        return f"{found}-h1" if reprint else found
    if CASE_NUMBER.fullmatch(number):
        return _id_of_case(genre, number) if chamber is not Chamber.EK else None
    if genre is Genre.ANSWERED_QUESTIONS and year and number.isdigit():
        return f"ah-{'ek' if chamber is Chamber.EK else 'tk'}-{year.replace('-', '')}-{number}"
    return None


def _id_of_case(genre: Genre, number: str) -> str | None:
    """A number with Z is that of questions, one with D that of any other paper outside the dossiers."""
    asked = genre in QUESTIONS
    if "Z" in number:
        return f"kv-tk-{number}" if asked else None
    return None if asked or genre is Genre.UNKNOWN else f"nds-tk-{number}"


def gazette_id(view: str) -> str | None:
    """ "stb-2024-213" from year and number in the head of an issue of the Staatsblad."""
    found = _GAZETTE.search(view, 0, 1_000)
    if found is None:
        return None
    return f"stb-{found['year'] or found['volume']}-{int(found['number'] or found['issue'])}"


def session_on(day: date | None) -> str | None:
    """The session of a day: since 1887 the parliamentary year turns on the third Tuesday of September."""
    if day is None:
        return None
    first = date(day.year, 9, 1)
    third_tuesday = first + timedelta(days=(1 - first.weekday()) % 7 + 14)
    start = day.year if day >= third_tuesday else day.year - 1
    return f"{start}-{start + 1}"


def session_of(words: str) -> str | None:
    """ "2025-2026" from words that hold two years."""
    return session(_YEARS.search(words))


def session_of_id(identifier: str) -> str | None:
    """The session year inside an id of proceedings or an appendix ("h-tk-20172018-70-4")."""
    found = re.match(r"(?:h|ah)-[te]k-(\d{4})(\d{4})-", identifier)
    return f"{found.group(1)}-{found.group(2)}" if found else None
