"""Meetings of the Council in a configuration, named with their date."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.model import Mention, MentionType, Span

_CONFIGURATIONS = {
    "JBZ": r"Raad\s+Justitie\s+en\s+Binnenlandse\s+Zaken(?:\s+\(JBZ-[Rr]aad\))?|JBZ-[Rr]aad",
    "RBZ": r"Raad\s+Buitenlandse\s+Zaken(?:\s+(?:Handel|Ontwikkelingssamenwerking|Defensie))?(?:\s+\(RBZ\))?|RBZ",
    "RAZ": r"Raad\s+Algemene\s+Zaken(?:\s+\(RAZ\))?|RAZ",
    "Ecofin": r"Ecofin(?:-?[Rr]aad)?|Raad\s+Economische\s+en\s+Financiële\s+Zaken",
    "Landbouw": r"Landbouw-\s+en\s+Visserijraad",
    "Milieu": r"Milieuraad",
    "Energie": r"Energieraad",
    "Transport": r"Transportraad",
    "Telecom": r"Telecomraad",
    "WSBVC": r"Raad\s+Werkgelegenheid(?:,\s+Sociaal\s+Beleid,\s+Volksgezondheid\s+en\s+Consumentenzaken)?",
    "OJCS": r"OJCS-[Rr]aad",
    "RvC": r"Raad\s+voor\s+Concurrentievermogen",
    "Europese Raad": r"Europese\s+Raad",
    "Eurogroep": r"Eurogroep",
}
_NAME = "|".join(f"(?P<c{i}>{pattern})" for i, pattern in enumerate(_CONFIGURATIONS.values()))
_MEETING = re.compile(
    rf"(?P<all>(?:(?:[Ii]n)?formele\s+|[Ii]ngelaste\s+|[Ee]xtra\s+)?(?:{_NAME}))\s*,?\s*(?:die\s+)?(?:van|op|d\.d\.)\s+$"
)


@finder(
    "council-meeting",
    stage=3,
    examples=[
        (
            "het verslag van de formele JBZ-Raad van 8 en 9 juni 2023.",
            (("formele JBZ-Raad van 8 en 9 juni 2023", "JBZ-2023-06-08"),),
        )
    ],
    rejects=["de JBZ-Raad heeft gesproken", "de raad van 3 juni 2020"],
)
def find_meetings(ctx: FindContext) -> Iterator[Mention]:
    for day in ctx.of_type(MentionType.DATE):
        if day.id is None or len(day.id) < 10:
            continue
        start, end = ctx.view_span(Span(day.start, day.end))
        before = _MEETING.search(ctx.text, max(0, start - 140), start)
        if before is None:
            continue
        place = next(i for i in range(len(_CONFIGURATIONS)) if before[f"c{i}"])
        configuration = list(_CONFIGURATIONS)[place]
        first, _, last = day.id.partition("/")
        yield ctx.mention(
            MentionType.COUNCIL_MEETING,
            before.start("all"),
            end,
            "council-meeting/1",
            id=f"{configuration}-{first}",
            status=day.status,
            parts=(("configuration", configuration), ("start", first), ("end", last or first)),
        )
