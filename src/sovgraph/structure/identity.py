"""Official identifiers of papers, from what is printed or from dossier and number."""

import re

from sovgraph.model import Chamber, DossierHead, Genre
from sovgraph.structure.layout import Layout

_PRINTED = re.compile(r"(?:kst|ah-[te]k|kv-tk|h-[te]k)-[A-Za-z0-9][A-Za-z0-9-]{3,60}")
_RECORD = re.compile(r"https?://[^/]+/([A-Za-z0-9-]{5,60})/metadata\.xml")
_YEARS = re.compile(r"(\d{4})\s*[-/\u2010-\u2015]\s*(\d{4}|\d\d)(?!\d)")
LETTERS_WITH_SESSION_UNTIL = 2004
"""Before this year the ids of papers of the Eerste Kamer begin with the session year."""


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
    if found.get("DC.identifier"):
        return found["DC.identifier"]
    record = _RECORD.fullmatch(found.get("OVERHEIDop.externMetadataRecord", ""))
    return record.group(1) if record else None


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
        parts = [first.number, *([first.suffix] if first.suffix else []), number]
        old = year and int(year[:4]) < LETTERS_WITH_SESSION_UNTIL - 1 and chamber is Chamber.EK
        parts[:0] = [year.replace("-", "")] if year and old else []
        return "-".join(("kst", *parts, *(["h1"] if reprint else [])))
    if re.fullmatch(r"20\d\d[ZD]\d{5}", number):
        return f"kv-tk-{number}"
    if genre is Genre.ANSWERED_QUESTIONS and year and number.isdigit():
        return f"ah-tk-{year.replace('-', '')}-{number}"
    return None


def session_of(words: str) -> str | None:
    """ "2025-2026" from words that hold two years."""
    return session(_YEARS.search(words))


def session_of_id(identifier: str) -> str | None:
    """The session year inside an id of proceedings or an appendix ("h-tk-20172018-70-4")."""
    found = re.match(r"(?:h|ah)-[te]k-(\d{4})(\d{4})-", identifier)
    return f"{found.group(1)}-{found.group(2)}" if found else None
