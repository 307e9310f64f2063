"""Case, document and letter numbers: zaak, kenmerk, ECLI."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.model import Mention, MentionType

ZAAK = re.compile(r"20(?<![A-Za-z0-9]20)\d\d\s?[ZD]\s?\d{5}(?!\d)")
KENMERK = Scan(
    r"(?i:kenmerk(?:en)?|referentie|griffie(?=\s?nr))\s*(?:nr\.?|nummer)?\s*[:.]?\s*(?:\n\s*)?(?:-\s+)?"
    r"(?P<k>(?=[A-Za-z0-9./-]*\d{3})[A-Za-z0-9]+(?:[./-][A-Za-z0-9]+)*)(?![\w])",
    "kenmerk referentie griffie".split(),
    passes=REFERENCES,
)
CABINET_LETTER = Scan(
    r"(?:[Kk]abinetsmissive|[Mm]ededeling\s+van\s+de\s+[Dd]irecteur)[^.;\n]{0,60}(?:\n[^.;\n]{0,60})?"
    r"\b[Nn](?:o|r|ummer)\.?\s*(?P<k>\d{10}|\d\d\.\d{6})(?!\d)",
    ["kabinetsmissive", "mededeling"],
    passes=REFERENCES,
)
BEHIND_YEAR = re.compile(
    r",(?<=(?:19|20)\d\d,)(?<![-/]\d\d\d\d,)\s+(?:[Nn](?:o|r|ummer)\.?\s*)?"
    r"(?P<k>\d{4}-\d{6,12}|\d{6,12}(?:/\d\d/[A-Z]{2,5})?|[A-Z]{2,6}[A-Za-z]*[/-][\w/-]*\d{4,}[\w/-]*)(?![\w])"
)
"""The number of a letter behind its date."""
COUNCIL_OF_STATE = re.compile(
    r"(?P<k>W(?:(?<![\w.]W)|(?<=[Nn][or]\.W)(?<![\w.][Nn][or]\.W))\d\d\.\d\d\.\d{4}(?:/[IVX]{1,4})?(?:/[BK])?)(?![\w])"
)
"""The Raad van State's case number."""
_MORE_KENMERK = re.compile(r"\s*(?:,|en|/)\s*(?P<k>\d{5,7}U?)(?![\w])")
_COLON = r"(?:-\n)?\s?:\s?"
ECLI = re.compile(rf"ECLI{_COLON}[A-Z]{{2}}{_COLON}[A-Z0-9]{{1,8}}{_COLON}\d{{4}}{_COLON}[A-Z0-9]+(?:\.[A-Z0-9]+)*")
_BLANKS = re.compile(r"\s+")


@finder(
    "zaak",
    examples=[
        ("nr. 2025Z18828 en 2025D43823.", (("2025Z18828", "2025Z18828"), ("2025D43823", "2025D43823"))),
        ("nummer 2011Z01806/ 2011D08088", (("2011Z01806", "2011Z01806"), ("2011D08088", "2011D08088"))),
    ],
    rejects=["kst-32317-QC", "2025Z1", "A2025Z18828"],
)
def find_zaken(ctx: FindContext) -> Iterator[Mention]:
    for match in ZAAK.finditer(ctx.text):
        if ctx.text[max(0, match.start() - 6) : match.start()].endswith(("-tk-", "-ek-")):
            continue  # "kv-tk-2024Z18436" in a page footer is the identifier of the paper itself
        number = _BLANKS.sub("", match[0])
        yield ctx.mention(MentionType.ZAAK, match.start(), match.end(), "zaak/1", id=number)


@finder(
    "kenmerk",
    examples=[
        ("moties (kenmerk: 178088U).", (("178088U", "178088U"),)),
        ("met kenmerk 179131.", (("179131", "179131"),)),
        ("Ons kenmerk\n5678901\n", (("5678901", "5678901"),)),
        ("ter inzage onder griffie nr. 111222.", (("111222", "111222"),)),
        ("Ons kenmerk\n\n- AB/CD/2006/11122\n", (("AB/CD/2006/11122", "AB/CD/2006/11122"),)),
        ("kenmerk DGB/2024/1234 M", (("DGB/2024/1234", "DGB/2024/1234"),)),
        ("Bij Kabinetsmissive van 3 mei 2020, no.2020000111, heeft", (("2020000111", "2020000111"),)),
        (
            "van de Staatssecretaris van Financiën van 6 mei 2018, 2018-0000011111, directie",
            (("2018-0000011111", "2018-0000011111"),),
        ),
        (
            "van Onze Minister van 3 mei 2020, nr. IENW/BSK-2020/11111,",
            (("IENW/BSK-2020/11111", "IENW/BSK-2020/11111"),),
        ),
        ("Raad van State, No. W01.20.0099/I, van", (("W01.20.0099/I", "W01.20.0099/I"),)),
    ],
    rejects=["Ons kenmerk\n-\n", "een belangrijk kenmerk van 12 jaar", "kenmerkend voor 179131"],
)
def find_kenmerken(ctx: FindContext) -> Iterator[Mention]:
    for match in KENMERK.finditer(ctx.text):
        start, end = match.span("k")
        if ZAAK.fullmatch(ctx.text, start, end):
            continue
        while True:
            number = ctx.text[start:end]
            yield ctx.mention(MentionType.KENMERK, start, end, "kenmerk/1", id=number)
            more = _MORE_KENMERK.match(ctx.text, end)
            if more is None:
                break
            start, end = more.span("k")
    for pattern in (CABINET_LETTER, BEHIND_YEAR, COUNCIL_OF_STATE):
        for match in pattern.finditer(ctx.text):
            yield ctx.mention(MentionType.KENMERK, *match.span("k"), "kenmerk.council-of-state/1", id=match["k"])


@finder(
    "ecli",
    examples=[("(ECLI:NL:RVS:2024:3958)", (("ECLI:NL:RVS:2024:3958", "ECLI:NL:RVS:2024:3958"),))],
    rejects=["ECLI:NL-"],
)
def find_ecli(ctx: FindContext) -> Iterator[Mention]:
    for match in ECLI.finditer(ctx.text):
        number = _BLANKS.sub("", match[0].replace("-\n", ""))
        yield ctx.mention(MentionType.ECLI, match.start(), match.end(), "ecli/1", id=number)
