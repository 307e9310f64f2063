"""References to the proceedings (Handelingen) and to written questions in their Aanhangsel."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.kamerstuk_grammar import NUMBER_ENDS, YEAR, chamber_of
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.identifiers import compact_year, session_year
from sovgraph.model import Mention, MentionType, Status

_CHAMBER = r"(?P<chamber>II|I|TK|EK|(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-Generaal)?)?"
_YEAR = rf"(?:[\s,(]*(?:verga-?\s?derjaar|zitting)?\s*(?P<year>{YEAR})\)?)"
_PAGE = r"(?:[\s,]*(?:-\s*)?(?:blz|pp?|pag)\s?\.?\s*(?P<page>\d{1,5})(?:\s*-\s*(?P<last>\d{1,5}))?(?:\s*e\.?\s?v\.?)?)?"
HANDELINGEN = Scan(
    rf"""(?<!van\ de\ )(?<!Aanhangsel\ )(?<![\w])(?:Handelingen|Hand\.|Verslag(?=\s+[ET]K\s))\s*(?:(?:van\s+de\s+|der\s+)?{_CHAMBER})(?![\w]){_YEAR}
    (?:[\s,]*(?:(?:nrs?|nummer)\s?\.?\s*|(?<=,\s))(?P<meeting>\d{{1,3}}){NUMBER_ENDS}(?![ .]\d{{3}}))?
    (?:[\s,]*(?:item|agendapunt)\s*(?P<item>\d{{1,3}}){NUMBER_ENDS}|-(?P<dash>\d{{1,3}}){NUMBER_ENDS})?{_PAGE}""",
    ["Handelingen", "Hand.", "Verslag"],
    flags=re.VERBOSE,
    passes=REFERENCES,
)
AANHANGSEL = Scan(
    rf"""(?<![^\W\d_])(?:Kamervragen\s+\(Aanhangsel\)|Aanhangsel(?:\s+(?:van\s+de|der|bij\s+de))?\s+Handelingen|Aanhangsel(?=\s*,?\s*(?:II|I|TK|EK)\b))
    [\s,]*(?:(?:van\s+de\s+|der\s+)?{_CHAMBER})(?![\w]){_YEAR}
    [\s,]*(?:nrs?|nummers?)\s?\.?\s*(?P<number>\d{{1,4}}){NUMBER_ENDS}{_PAGE}""",
    ["Aanhangsel", "Kamervragen"],
    flags=re.VERBOSE,
    passes=REFERENCES,
)
_MORE = re.compile(r"\s*(?:,|en|t/m)\s*(?P<n>\d{1,4})(?![\d.])(?!\s*(?:januari|februari|maart|april|mei|ju[nl]i))")


def _house(match: re.Match[str]) -> str | None:
    return chamber_of(match["chamber"]) if match["chamber"] else None


@finder(
    "handelingen",
    examples=[
        (
            "Handelingen II 2022/23, nr. 84, item 12",
            (("Handelingen II 2022/23, nr. 84, item 12", "h-tk-20222023-84-12"),),
        ),
        (
            "Handelingen Tweede Kamer 2007-08, nr. 49, p. 3623",
            (("Handelingen Tweede Kamer 2007-08, nr. 49, p. 3623", "h-tk-20072008-49"),),
        ),
        (
            "Verslag EK 2031/2032, nr. 2, item 11",
            (("Verslag EK 2031/2032, nr. 2, item 11", "h-ek-20312032-2-11"),),
        ),
        ("Handelingen I 2030/31, 33, p. 137.", (("Handelingen I 2030/31, 33, p. 137", "h-ek-20302031-33"),)),
        ("Hand. II 2030/31, nr. 84, p. 12", (("Hand. II 2030/31, nr. 84, p. 12", "h-tk-20302031-84"),)),
        (
            "Handelingen I 2025/26, nr. 12, item 5, p. 3.",
            (("Handelingen I 2025/26, nr. 12, item 5, p. 3", "h-ek-20252026-12-5"),),
        ),
    ],
    rejects=[
        "Aanhangsel van de Handelingen II 2022/23, nr. 12",
        "opgenomen in de Handelingen van deze vergadering",
    ],
)
def find_handelingen(ctx: FindContext) -> Iterator[Mention]:
    for match in HANDELINGEN.finditer(ctx.text):
        year = session_year(match["year"])
        if year is None or match["meeting"] is None:
            continue
        house = _house(match) or "II"
        item = match["item"] or match["dash"]
        pieces = [
            "h",
            "ek" if house == "I" else "tk",
            compact_year(year),
            match["meeting"],
            *([item] if item else []),
        ]
        yield ctx.mention(
            MentionType.HANDELINGEN,
            match.start(),
            match.end(),
            "handelingen/1",
            id="-".join(pieces),
            page=int(match["page"]) if match["page"] else None,
            status=Status.EXACT if match["chamber"] else Status.INFERRED,
            parts=(("chamber", house), ("meeting", match["meeting"]), ("year", year)),
        )


@finder(
    "aanhangsel",
    examples=[
        (
            "Aanhangsel van de Handelingen II, 2022/-23, nr. 1823.",
            (("Aanhangsel van de Handelingen II, 2022/-23, nr. 1823", "ah-tk-20222023-1823"),),
        ),
        (
            "Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 505.",
            (("Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 505", "ah-tk-20242025-505"),),
        ),
        (
            "Kamervragen (Aanhangsel) 2030-2031, nr. 12",
            (("Kamervragen (Aanhangsel) 2030-2031, nr. 12", "ah-tk-20302031-12"),),
        ),
        (
            "Aanhangsel Handelingen TK, 2007/08, nr. 1835, blz 33",
            (("Aanhangsel Handelingen TK, 2007/08, nr. 1835, blz 33", "ah-tk-20072008-1835"),),
        ),
    ],
    rejects=[
        "Tweede Kamer, vergaderjaar 2024-2025, Aanhangsel 1",
        "Vergaderjaar 2024-2025 Aanhangsel van de Handelingen",
    ],
)
def find_aanhangsel(ctx: FindContext) -> Iterator[Mention]:
    for match in AANHANGSEL.finditer(ctx.text):
        year = session_year(match["year"])
        if year is None:
            continue
        house = "ek" if _house(match) == "I" else "tk"
        start, end, number = match.start(), match.end(), match["number"]
        page = int(match["page"]) if match["page"] else None
        while True:
            yield ctx.mention(
                MentionType.AANHANGSEL,
                start,
                end,
                "aanhangsel/1",
                id=f"ah-{house}-{compact_year(year)}-{number}",
                page=page,
                status=Status.EXACT if match["chamber"] else Status.INFERRED,
                reason="" if match["chamber"] else "Chamber not named: the Tweede Kamer's Aanhangsel",
                parts=(("number", number), ("year", year)),
            )
            more = _MORE.match(ctx.text, end)
            if more is None or match["page"]:
                break
            start, end, number, page = more.start("n"), more.end("n"), more["n"], None
