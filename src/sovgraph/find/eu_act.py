"""EU directives, regulations and decisions by number, and documents of the Commission."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.kamerstuk_grammar import NUMBER_ENDS
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.identifiers import celex_of, eli_of
from sovgraph.model import Mention, MentionType

_WORD = (
    r"(?:EU-)?(?:(?:uitvoerings|gedelegeerde\s+)?(?:verordening|richtlijn|besluit)(?:en)?|kaderbesluit|kaderrichtlijn"
    r"|gedelegeerd\s+besluit|aanbeveling)"
)
_UNION = re.compile("(?i)^EU-")
_INST = r"(?:\(\s*(?:EU|EG|EEG|Euratom|GBVB)(?:\s*,\s*(?:EU|Euratom|EGKS))?\s*\)\s*|(?:EU|EG|EEG)[\s-]+(?=\d|nr))?"
_NUMBER = r"(?P<nr>nr\s?\.?\s*)?(?P<a>\d{2,4})\s?/\s?(?P<b>\d{1,4})(?:\s?/\s?(?P<tail>EU|EG|EEG|GBVB|JBZ|CFSP|Euratom|JHA|EC))?"
EU_ACT = Scan(
    rf"(?<![\w])(?P<word>(?i:{_WORD}))\s*(?P<inst>{_INST}){_NUMBER}(?![\d\w])",
    "eu- verordening richtlijn besluit kader aanbeveling uitvoerings gedelegeerd".split(),
    passes=REFERENCES,
)
_MORE = re.compile(
    r"\s*(?:,|en)\s*(?P<inst>)(?P<nr>)(?P<a>\d{2,4})/(?P<b>\d{1,4})(?:/(?P<tail>EU|EG|EEG|GBVB|JBZ))?(?![\d\w])"
)
COM = Scan(
    r"(?<![\w])(?P<series>COM|SWD|JOIN|SEC)\s?\(\s?(?P<y>(?:19|20)\d\d)\s?\)[\s,]*(?:nr\.?\s*)?(?P<n>\d{1,4})"
    + NUMBER_ENDS
    + r"(?P<final>\s*(?:final|def(?:initief)?\.?))?",
    "COM SWD JOIN SEC".split(),
    passes=REFERENCES,
)
_MORE_COM = re.compile(r"\s*(?:,|en)\s*(?P<n>\d{1,4})(?![\d/])")


_LOCAL_BEFORE = re.compile(r"(?i:gemeentelijke|provinciale|plaatselijke|lokale|ministeriële)\s+$")
_LOCAL_BEHIND = re.compile(
    r"\s+van\s+(?:de\s+|het\s+)?(?:(?i:gemeente|provinci|burgemeester|college|B&W)|RvC|raad\s+van\s+(?:commissarissen|bestuur))"
)


def _is_local(text: str, match: re.Match[str]) -> bool:
    """ "de gemeentelijke verordening 2019/12", "besluit 2020/123 van de gemeenteraad": no act of the Union."""
    before = _LOCAL_BEFORE.search(text, max(0, match.start() - 20), match.start())
    return before is not None or _LOCAL_BEHIND.match(text, match.end()) is not None


@finder(
    "eu_act",
    examples=[
        ("met EU-richtlijn 2031/11 en", (("EU-richtlijn 2031/11", "32031L0011"),)),
        ("van richtlijn (EU) 2021/1883 van", (("richtlijn (EU) 2021/1883", "32021L1883"),)),
        ("intrekking van Richtlijn 2009/50/EG van de Raad", (("Richtlijn 2009/50/EG", "32009L0050"),)),
        ("Verordening (EG) nr. 539/2001", (("Verordening (EG) nr. 539/2001", "32001R0539"),)),
        ("Verordening (EU) nr. 604/2013", (("Verordening (EU) nr. 604/2013", "32013R0604"),)),
        ("Verordening 2020/2092", (("Verordening 2020/2092", "32020R2092"),)),
        ("besluit 2011/168/CFSP", (("besluit 2011/168/CFSP", "32011D0168"),)),
        ("richtlijn 89/391", (("richtlijn 89/391", "31989L0391"),)),
        ("Uitvoeringsbesluit (EU) 2024/1341", (("Uitvoeringsbesluit (EU) 2024/1341", "32024D1341"),)),
        (
            "Richtlijnen 2011/95/EU en 2013/32/EU",
            (("Richtlijnen 2011/95/EU", "32011L0095"), ("2013/32/EU", "32013L0032")),
        ),
    ],
    rejects=[
        "de gemeentelijke verordening 2019/12",
        "besluit 2020/123 van de gemeenteraad",
        "besluit van 1/2 jaar",
        "een richtlijn van 2021",
        "2009/50/EG zonder woord",
        "besluit 1/5000",
    ],
)
def find_eu_acts(ctx: FindContext) -> Iterator[Mention]:
    for match in EU_ACT.finditer(ctx.text):
        if not match["inst"] and not match["tail"] and _is_local(ctx.text, match):
            continue
        word = _UNION.sub("", match["word"])
        current: re.Match[str] | None = match
        start = match.start()
        while current is not None:
            celex = celex_of(word, current["a"], current["b"], current["tail"], bool(match["nr"]))
            if celex is None:
                break
            yield ctx.mention(
                MentionType.EU_ACT,
                start,
                current.end(),
                "eu_act.number/1",
                id=celex,
                iri=eli_of(word, celex),
                parts=(("kind", word.lower()), ("number", celex[6:].lstrip("0")), ("year", celex[1:5])),
            )
            current = _MORE.match(ctx.text, current.end()) if word.lower().endswith("en") else None
            start = current.start("a") if current is not None else 0


@finder(
    "com",
    examples=[
        (
            "COM (2014) 163, 164 en 165",
            (("COM (2014) 163", "COM(2014)163"), ("164", "COM(2014)164"), ("165", "COM(2014)165")),
        ),
        ("COM(2014) 210", (("COM(2014) 210", "COM(2014)210"),)),
        ("SWD (2023), 819 final", (("SWD (2023), 819 final", "SWD(2023)819"),)),
    ],
    rejects=["COM (2014)", "com(2014) 3", "JOIN de club"],
)
def find_com(ctx: FindContext) -> Iterator[Mention]:
    for match in COM.finditer(ctx.text):
        start, end, number = match.start(), match.end(), match["n"]
        while True:
            name = f"{match['series']}({match['y']}){int(number)}"
            yield ctx.mention(MentionType.COM, start, end, "com/1", id=name)
            more = _MORE_COM.match(ctx.text, end) if not match["final"] else None
            if more is None:
                break
            start, end, number = more.start("n"), more.end("n"), more["n"]
