"""Measures against a country: visa measures, sanctions, bans."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.model import Mention, MentionType

_KINDS = {
    "visummaatregel": r"(?:EU-brede\s+)?visum(?:maatregel(?:en)?|sancties?|beperkingen)|(?:artikel\s+)?25bis[- ]maatregel(?:en)?",
    "sanctie": r"(?:handels|economische\s+|financiële\s+|EU-)?sancties?(?:maatregel(?:en)?|pakket(?:ten)?)?",
    "inreisverbod": r"inreisverbod(?:en)?",
    "invoerverbod": r"(?:invoer|import)verbod(?:en)?|wapenembargo",
    "heffing": r"(?:import|invoer)heffing(?:en)?|handelsmaatregel(?:en)?",
}
_NAME = "|".join(f"(?P<k{i}>{pattern})" for i, pattern in enumerate(_KINDS.values()))
_MEASURE = re.compile(rf"(?<![\w-])(?i:{_NAME})(?![\w-])")
_AGAINST = re.compile(r"\s+(?:tegen|jegens|voor|op)\s+(?:onderdanen\s+van\s+|de\s+)?$")


@finder("measure", stage=3, rejects=["maatregelen om te verbeteren", "een sanctieoverzicht"])
def find_measures(ctx: FindContext) -> Iterator[Mention]:
    countries = list(ctx.of_type(MentionType.COUNTRY))
    for match in _MEASURE.finditer(ctx.text):
        kind = list(_KINDS)[next(i for i in range(len(_KINDS)) if match[f"k{i}"])]
        start, end = match.span()
        parts = [("kind", kind)]
        for country in countries:
            begin, stop = ctx.view.to_view(country.start), ctx.view.to_view(country.end)
            if end < begin <= end + 45 and _AGAINST.fullmatch(ctx.text, end, begin):
                parts.append(("target", country.id or ""))
                end = stop
                break
        yield ctx.mention(MentionType.MEASURE, start, end, "measure/1", parts=tuple(parts), confidence=0.95)
