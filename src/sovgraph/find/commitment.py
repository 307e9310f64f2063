"""What the government promises or announces to a Chamber: never from a mere "zal" or "kan"."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.model import Mention, MentionType

_CHAMBER = r"(?:(?:uw|de|beide)\s+(?:Kamer|Kamers)|het\s+parlement|u)"
_EXPLICIT = re.compile(
    rf"""(?<![\w])(?:
      (?:[Ii]k|[Ww]ij|[Hh]et\s+kabinet|[Dd]e\s+(?:minister|staatssecretaris|regering))\s+(?:zeg|zegt|zeggen)\s+[^.]{{0,80}}?toe\b
     |(?:[Ii]k|[Ww]ij|[Hh]et\s+kabinet|[Dd]e\s+(?:minister|staatssecretaris))\s+(?:zal|zullen|informeer|informeert|informeren|stuur|stuurt|bericht)\s+{_CHAMBER}(?!\w)
     |(?:zal|zullen|informeer|stuur)\s+(?:ik|wij|het\s+kabinet)\s+{_CHAMBER}(?!\w)
     |{_CHAMBER}\s+(?:ontvangt|wordt|worden)\s+[^.]{{0,120}}?(?:geïnformeerd|informatie|toegezonden|brief)
     |[Ii]k\s+streef\s+ernaar\s+de\s+vragen\s+[^.]{{0,60}}?te\s+beantwoorden
    )""",
    re.VERBOSE,
)
_ANNOUNCED = re.compile(
    rf"(?P<what>['\"][A-Z][^'\"\n]{{2,60}}['\"])\s*,?\s+(?:die|dat|welke)\s+[^.]{{0,120}}?(?:met|aan)\s+{_CHAMBER}\s+[^.]{{0,40}}?(?:gedeeld|gestuurd|aangeboden|verzonden)"
)
_SENTENCE_END = re.compile(r"(?<![A-Z0-9])[.](?=\s|$)|\n\s*\n")


@finder(
    "commitment",
    stage=3,
    examples=[
        (
            "Ik zal uw Kamer voor de zomer over de uitkomst berichten.",
            (("Ik zal uw Kamer voor de zomer over de uitkomst berichten", None),),
        ),
        (
            "het jaarboek 'Cijfers van Asiel', dat in mei met de Kamer wordt gedeeld, zet dit uiteen.",
            (("'Cijfers van Asiel', dat in mei met de Kamer wordt gedeeld", None),),
        ),
    ],
    rejects=[
        "Dat zal niet gebeuren.",
        "Het kabinet kan dit doen.",
        "De leden vragen of de minister de Kamer kan informeren?",
    ],
)
def find_commitments(ctx: FindContext) -> Iterator[Mention]:
    questions = [(e.question, e.restated) for e in ctx.document.exchanges]
    asked = [ctx.view_span(s) for pair in questions for s in pair if s is not None]
    for pattern, strength in ((_EXPLICIT, "explicit"), (_ANNOUNCED, "announced")):
        for match in pattern.finditer(ctx.text):
            if any(a <= match.start() < b for a, b in asked):
                continue  # what a question quotes or asks is no promise
            stop = _SENTENCE_END.search(ctx.text, match.end(), min(len(ctx.text), match.end() + 500))
            end = match.end() if strength == "announced" else (stop.start() if stop else match.end())
            yield ctx.mention(
                MentionType.COMMITMENT,
                match.start(),
                end,
                "commitment/1",
                parts=(("strength", strength),),
                confidence=0.85,
            )
