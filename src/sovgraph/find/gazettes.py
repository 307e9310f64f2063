"""References to the official gazettes: Staatsblad, Staatscourant, Tractatenblad, Official Journal."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.kamerstuk_grammar import NUMBER_ENDS
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.model import Mention, MentionType

_GAZETTES = {
    MentionType.STB: Scan(
        r"(?<![\w])(?:Stb\s?\.?|Staatsblad)[\s,]*(?P<y>1[89]\d\d|20\d\d)(?:\s*[,/]\s*(?:nr\.?\s*)?|\s+nr\.?\s*)(?P<n>\d{1,4})"
        + NUMBER_ENDS,
        ["Stb", "Staatsblad"],
        passes=REFERENCES,
    ),
    MentionType.STCRT: Scan(
        r"(?<![\w])(?:Stcrt\s?\.?|Staatscourant)[\s,]*(?P<y>1[89]\d\d|20\d\d)(?:\s*[,/]\s*(?:nr\.?\s*)?|\s+nr\.?\s*)(?P<n>\d{1,6})"
        + NUMBER_ENDS,
        ["Stcrt", "Staatscourant"],
        passes=REFERENCES,
    ),
    MentionType.TRB: Scan(
        r"(?<![\w])(?:Trb\s?\.?|Tractatenblad)[\s,]*(?P<y>1[89]\d\d|20\d\d)(?:\s*[,/]\s*(?:nr\.?\s*)?|\s+nr\.?\s*)(?P<n>\d{1,4})"
        + NUMBER_ENDS,
        ["Trb", "Tractatenblad"],
        passes=REFERENCES,
    ),
}
_MORE = re.compile(
    rf"\s*(?:,|en)\s+(?:(?P<y>1[89]\d\d|20\d\d)\s*,\s*)?(?:nr\.?\s*)?(?P<n>\d{{1,6}}){NUMBER_ENDS}"
    r"(?![\d.])(?!\s*(?:januari|februari|maart|april|mei|ju[nl]i|augustus|september|oktober|november|december|euro))"
    r"(?=\s*(?:[).;,]|en\s|$))"
)
""" "Stb. 2024, 213 en 214", "Trb. 1951, 131 en 1954, 88"."""
_JOURNAL = r"(?<![\w])(?:Pb(?:\s?(?:EU|EG))?|PB(?:\s?(?:EU|EG))?|Publicatieblad(?:\s+van\s+de\s+Europese\s+(?:Unie|Gemeenschappen))?)\.?(?![\w])"
OJ = Scan(
    rf"""{_JOURNAL}[\s,]*(?:
      (?P<y1>(?:19|20)\d\d)[\s,]*(?P<s1>[LC])\s?(?P<n1>\d{{1,4}}[A-Z]?)(?:\s?/\s?(?P<p1>\d{{1,4}}))?
     |(?P<s2>[LC])[\s,]*(?P<y2>20\d\d)/(?P<n2>\d{{1,5}})
     |(?P<s3>[LC])\s?(?P<n3>\d{{1,4}}[A-Z]?)(?:\s?/\s?(?P<p3>\d{{1,4}}))?\s*(?:van\s+\d\d?[.\s-]\s?\w+[.\s-]\s?(?P<y3>(?:19|20)\d\d))?
      (?:[\s,]*(?:blz|p)\.?\s*(?P<q3>\d{{1,4}}))?
    ){NUMBER_ENDS}""",
    ["Pb", "PB", "Publicatieblad"],
    flags=re.VERBOSE,
    passes=REFERENCES,
)


@finder(
    "gazette",
    examples=[
        ("Stb. 2024, 213.", (("Stb. 2024, 213", "stb-2024-213"),)),
        (
            "Trb. 2015, 196 en Trb. 2016, 124",
            (("Trb. 2015, 196", "trb-2015-196"), ("Trb. 2016, 124", "trb-2016-124")),
        ),
        ("(Stcrt. 2024, nr. 12345)", (("Stcrt. 2024, nr. 12345", "stcrt-2024-12345"),)),
        ("Stb. 2031/213 en Stb. 2031 nr. 4", (("Stb. 2031/213", "stb-2031-213"), ("Stb. 2031 nr. 4", "stb-2031-4"))),
        ("(Stb. 2031, 213 en 214)", (("Stb. 2031, 213", "stb-2031-213"), ("214", "stb-2031-214"))),
        ("(Trb. 2031, 131 en 2034, 88)", (("Trb. 2031, 131", "trb-2031-131"), ("2034, 88", "trb-2034-88"))),
        ("het Staatsblad 2013, 50", (("Staatsblad 2013, 50", "stb-2013-50"),)),
    ],
    rejects=["het Staatsblad van 2024", "Staatscourant"],
)
def find_gazettes(ctx: FindContext) -> Iterator[Mention]:
    for kind, pattern in _GAZETTES.items():
        for match in pattern.finditer(ctx.text):
            year, start = match["y"], match.start()
            more: re.Match[str] | None = match
            while more is not None:
                year = more["y"] or year
                yield ctx.mention(
                    kind, start, more.end(), f"{kind.value}/1", id=f"{kind.value}-{year}-{int(more['n'])}"
                )
                more = _MORE.match(ctx.text, more.end())
                start = (more.start("y") if more["y"] else more.start("n")) if more is not None else 0


@finder(
    "oj",
    examples=[
        ("(PbEU 2021, L 382/1).", (("PbEU 2021, L 382/1", "oj-2021-L-382-1"),)),
        ("PbEU 2024, L 1787", (("PbEU 2024, L 1787", "oj-2024-L-1787"),)),
        ("PB L, 2024/1787", (("PB L, 2024/1787", "oj-2024-L-1787"),)),
        ("PbEU 2021, L 433I/1", (("PbEU 2021, L 433I/1", "oj-2021-L-433I-1"),)),
        ("PB L 382 van 28.10.2021, blz. 1", (("PB L 382 van 28.10.2021, blz. 1", "oj-2021-L-382-1"),)),
    ],
    rejects=["PB 2021", "Publicatieblad"],
)
def find_oj(ctx: FindContext) -> Iterator[Mention]:
    for match in OJ.finditer(ctx.text):
        year = match["y1"] or match["y2"] or match["y3"]
        series = match["s1"] or match["s2"] or match["s3"]
        number = match["n1"] or match["n2"] or match["n3"]
        page = match["p1"] or match["p3"] or match["q3"]
        pieces = ["oj", *([year] if year else []), series, number, *([page] if page else [])]
        yield ctx.mention(MentionType.OJ, match.start(), match.end(), "oj/1", id="-".join(pieces))
