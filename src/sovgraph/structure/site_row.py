"""The row that the publisher's site prints above a paper: Chamber, session, dossier and number.

"Tweede Kamer der Staten-Generaal | 2003-2004 | 28443 nr. 5 |", with the bars or, in copied text, without any blank.
"""

import re
from dataclasses import dataclass

from sovgraph.model import Chamber, DossierHead, Span

_ROW = re.compile(
    r"^[^\w\n]*(?P<chamber>Tweede|Eerste) Kamer der Staten-Generaal *\|? *(?P<years>\d{4}-\d{4}) *\|? *"
    r"(?:(?P<dossier>\d{5}|C[CLXVI]{0,7})(?:-(?P<suffix>[IVXLC]{1,7}[A-E]?|[A-L]|\d{2,3}))?(?: \(R\d{4}\))? nr\. ?"
    r"(?P<number>\d{1,4}[a-z]?|[A-Z]{1,2})|(?P<appendix>\d{1,4}))(?= *\|| *$)",
    re.MULTILINE,
)
_HEAD = 3_000


@dataclass(frozen=True, slots=True)
class SiteRow:
    chamber: Chamber
    session: str
    dossier: DossierHead | None
    number: Span


def read_site_row(view: str) -> SiteRow | None:
    """What the row says; None where there is none. Without a dossier the number is that of an appendix."""
    match = _ROW.search(view, 0, _HEAD)
    if match is None:
        return None
    dossier = None
    if match["dossier"]:
        end = match.end("suffix") if match["suffix"] else match.end("dossier")
        dossier = DossierHead(match["dossier"], match["suffix"], Span(match.start("dossier"), end))
    number = Span(*match.span("number" if dossier else "appendix"))
    chamber = Chamber.EK if match["chamber"] == "Eerste" else Chamber.TK
    return SiteRow(chamber, match["years"], dossier, number)
