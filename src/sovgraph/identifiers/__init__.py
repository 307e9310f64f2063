"""Official identifiers: read into parts, printed back, normalised and compared. Free of any document.

`parse_id(text)` and `str(id)` are each other's inverse over every identifier that the publisher made without a
misprint; `normalise_id` mends case and blanks first.
"""

import re

from sovgraph.identifiers import eu, gazettes, kst, law, numbers, papers
from sovgraph.identifiers.base import FORMS, IdKind, OfficialId
from sovgraph.identifiers.citing import cited_as
from sovgraph.identifiers.eu import celex_of, celex_of_eli, eli_of
from sovgraph.identifiers.kst import (
    CHAPTERS,
    FUNDS,
    SESSION_OF_CHANGE,
    dossier_id,
    is_roman,
    kst_id,
    printed_dossier,
    readings,
    settle,
)
from sovgraph.identifiers.letters import letter_number, number_letter
from sovgraph.identifiers.sessions import compact_year, session_year
from sovgraph.identifiers.web import web_address

__all__ = [
    "CHAPTERS",
    "FORMS",
    "FUNDS",
    "KINDS",
    "SESSION_OF_CHANGE",
    "IdKind",
    "OfficialId",
    "celex_of",
    "celex_of_eli",
    "cited_as",
    "compact_year",
    "dossier_id",
    "eli_of",
    "is_roman",
    "kst_id",
    "letter_number",
    "normalise_id",
    "number_letter",
    "parse_id",
    "printed_dossier",
    "readings",
    "same_work",
    "session_year",
    "settle",
    "web_address",
]

KINDS = (eu, gazettes, kst, law, numbers, papers)
"""The modules whose import registers the forms."""

_LAST = (IdKind.KENMERK,)
"""Kinds with so loose a form that they are only tried when no other fits."""

_PREFIX = re.compile(r"(?i)(kst|ah|h|kv|blg|ag|stb|stcrt|trb|oj|dossier)-.")


def parse_id(text: str) -> OfficialId | None:
    """The identifier that `text` is, None when it is of no known form. Nothing is mended: see `normalise_id`."""
    for _, form in sorted(FORMS.items(), key=lambda pair: (pair[1].kind in _LAST, pair[0])):
        match = form.pattern.fullmatch(text)
        found = form.build(form.kind, match) if match is not None else None
        if found is not None:
            return found
    return None


def normalise_id(text: str) -> str | None:
    """The identifier as the publisher prints it: blanks off, "kst-cxxiv-g" → "kst-CXXIV-G"; None if it is none."""
    flat = re.sub(r"\s+", "", text)
    if _PREFIX.match(flat):
        head, _, rest = flat.partition("-")
        kept = "".join(_cased(part) for part in re.split(r"(-)", rest))
        flat = f"{head.lower()}-{kept}"
    found = parse_id(flat)
    return str(found) if found is not None else None


def _cased(part: str) -> str:
    """Roman numbers and letters are capital; Chambers, marks and letters behind figures are not."""
    if re.fullmatch(r"(?i)tk|ek|vv|[bhn]\d{1,3}|\d+[a-z]{1,2}", part):
        return part.lower() if not re.fullmatch(r"\d+[A-Z]|VV", part) else part
    return part.upper()


def same_work(left: str, right: str) -> bool:
    """Whether two identifiers name one work: equal but for case, blanks, and reprint or correction marks."""
    ids = [parse_id(normalise_id(text) or "") for text in (left, right)]
    return ids[0] is not None and ids[1] is not None and ids[0].work == ids[1].work
