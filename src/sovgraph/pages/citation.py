"""A passage as people cite it: the paper after the usage of parliament, the page, the words, and where they stand."""

import re

from sovgraph.describe.addresses import page_path
from sovgraph.identifiers import cited_as, parse_id

_KST = re.compile(r"(?P<series>Kamerstukken(?: (?:I|II))?)(?P<years> \d{4}-\d{4})?, (?P<rest>.+)")
_YEARS = re.compile(r"\b(\d{2})(\d{2})-\d{2}(\d{2})\b")
_NUMBER = re.compile(r"^.*/id/(?:kst/(?P<kst>[^/]+)|(?:stuk|verwijzing)/(?P<other>[^/]+))")
_LONGEST_QUOTE = 400


def paper_citation(paper: str, session: str = "", label: str = "") -> str:
    """ "Kamerstukken I 2025/26, 32 317, QC" for a paper's IRI and the session year that it states; else its label."""
    match = _NUMBER.match(paper)
    official = (f"kst-{match['kst']}" if match["kst"] else match["other"]) if match else ""
    item = parse_id(official) if official else None
    printed = cited_as(item) if item is not None else ""
    known, named = _KST.fullmatch(printed), _KST.fullmatch(label)
    if known and named and named["years"]:
        printed = label  # the store's own name of the paper has the session year and the Chamber
    elif known and session and not known["years"]:
        printed = f"{known['series']} {session}, {known['rest']}"
    return _YEARS.sub(r"\1\2/\3", printed) or label or official or paper


def citation(
    paper: str, base: str, *, quote: str = "", start: int | None = None, place: str = "", session: str = "",
    label: str = "", lang: str = "nl",
) -> str:  # fmt: skip
    """The whole text to copy: “words” (Kamerstukken I 2025/26, 32 317, QC, p. 3), permanent address.

    `start` is where the words begin in the paper's text; the address then leads there. `place` is the page as printed
    in the language, or the field of a register. Quotation marks are those of `lang`.
    """
    printed = paper_citation(paper, session, label)
    if place:
        printed += f", {place}"
    address = permalink(paper, base, start)
    words = shortened(quote)
    if not words:
        return f"{printed}, {address}" if address else printed
    opening, closing = ("“", "”") if lang == "en" else ("„", "”")
    return f"{opening}{words}{closing} ({printed})" + (f", {address}" if address else "")


def permalink(paper: str, base: str, start: int | None = None) -> str:
    """The address of a paper's page, at a place of its text; "" for what has no page."""
    path = page_path(paper, base)
    if path is None:
        return ""
    return f"{base}{path}" + (f"#c{start}" if start is not None else "")


def shortened(quote: str) -> str:
    """A quote on one line; of a long one the first sentences that fit, with a sign that more follows."""
    flat = " ".join(quote.split())
    if len(flat) <= _LONGEST_QUOTE:
        return flat
    head = flat[:_LONGEST_QUOTE]
    ends = [m.end() for m in re.finditer(r"[.?!](?= )", head)]
    cut = ends[-1] if ends and ends[-1] > _LONGEST_QUOTE // 3 else head.rfind(" ")
    return f"{head[:cut].rstrip()} […]"
