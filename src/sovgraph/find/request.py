"""What is asked for: of the government in motions and letters."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.model import Mention, MentionType

_WHOM = r"(?:u|de\s+regering|het\s+kabinet|de\s+(?:minister|staatssecretaris|bewindspersoon|bewindspersonen|ministers)(?:\s+van\s+[A-Z][^,.;]{3,60}?)?|het\s+Presidium|de\s+Kamer)"
_VERB = re.compile(
    rf"(?<![\w])(?:[Vv]erzoekt|[Vv]erzoeken|[Rr]oept|[Rr]oepen|[Vv]raagt|[Dd]raagt)\s+{_WHOM}(?:\s+(?:op|tevens|daarom|eveneens|dan\s+ook))*[\s,]+"
)
_WITH = re.compile(
    r"(?<![\w])(?:met|om)\s+het\s+verzoek\s+om\s+|(?<![\w])zou\s+(?:graag\s+)?(?=[^.]{3,80}\s+(?:graag\s+)?(?:snel\s+)?ontvangen)"
)
_END = re.compile(r"(?<![A-Z0-9])[.;](?=\s|$)|,\s*\n?\s*en\s+gaat\s+over\s+tot|\n\s*\n")
_REPLY = re.compile(
    r"ontvangen\s+(?:deze|uw\s+(?:antwoord|reactie|beantwoording)|een\s+reactie)\s+graag[^.]{0,120}(?=\.)"
)


@finder(
    "request",
    stage=3,
    examples=[
        (
            "verzoekt de regering de wachttijd te halveren, en gaat over tot de orde van de dag.",
            (("verzoekt de regering de wachttijd te halveren", None),),
        ),
        (
            "de brief met het verzoek om een overzicht van kosten.",
            (("met het verzoek om een overzicht van kosten", None),),
        ),
    ],
    rejects=["het verzoek is afgewezen", "verzoekster heeft gelijk"],
)
def find_requests(ctx: FindContext) -> Iterator[Mention]:
    for pattern, kind in ((_VERB, "verzoek"), (_WITH, "verzoek"), (_REPLY, "beantwoording")):
        for match in pattern.finditer(ctx.text):
            stop = _END.search(ctx.text, match.end(), min(len(ctx.text), match.end() + 900))
            end = match.end() if kind == "beantwoording" else (stop.start() if stop else match.end())
            if end - match.start() > 12:
                yield ctx.mention(
                    MentionType.REQUEST, match.start(), end, "request/1", parts=(("kind", kind),), confidence=0.9
                )
