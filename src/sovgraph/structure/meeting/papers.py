"""Numbers of papers as meetings print them: "(29 453, nr. 469)", "nr. 726 (21501-08)", "letter H (36410)"."""

import re

from sovgraph.identifiers.kst import kst_id
from sovgraph.model import Chamber

DOSSIER = (
    r"(?P<dossier>\d\d[ .]?\d{3}(?:[ ]?-?[ ]?\(R ?\d{3,4}\))?"
    r"(?:(?:[ ]?-[ ]?|[ ])(?:[IVXLC]{1,6}[A-E]?|[A-L])(?![\w])|-\d{2,4}(?!\d))?"
    r"(?:[ ]?\(R ?\d{3,4}\))?|C[CLXVI]{0,7}(?![A-Za-z]))"
)
"""A dossier with its chapter: "36 410-XIV", "21501-08", "36 410 (R 2184)"."""

NUMBERED = re.compile(
    rf"(?:\(|\bop\s+stuk)\s*{DOSSIER}\s*,\s*(?:nrs?\.?|letters?|stuk)?\s*(?P<number>\d{{1,5}}[a-z]?|[A-Z]{{1,2}})(?![\w])"
)
"""The first number of a paper in brackets."""
_PARTS = re.compile(r"(?P<number>\d\d[ .]?\d{3})|(?P<own>C[CLXVI]{0,7})")
_KINGDOM = re.compile(r"[ -]{0,3}\(R ?\d{3,4}\)")


def paper_of(dossier: str, number: str, chamber: Chamber | None, year: str | None) -> str | None:
    """The official id of a paper from dossier and number as printed."""
    plain = _KINGDOM.sub("", " ".join(dossier.split()))
    first = _PARTS.match(plain)
    if first is None:
        return None
    suffix = plain[first.end() :].strip(" -") or None
    base = (first["number"] or first["own"]).replace(" ", "").replace(".", "")
    house = Chamber.TK if number[0].isdigit() else Chamber.EK
    return kst_id(base, suffix, number, chamber=house.value, year=year if chamber is not None else None)
