"""Programmes and partnerships that the government runs or pays for."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.model import Mention, MentionType

_COMPOUND = re.compile(
    r"(?<![\w-])(?!(?:Het|De|Dit|Een|Via|Binnen)\s)(?P<n>[A-Z][A-Za-z0-9]{2,}(?:\s[A-Z][A-Za-z0-9]+)?)-(?P<w>partnerschap|programma|project|fonds|missie)(?![\w])"
)
_NAMED = re.compile(r"(?<![\w-])(?:[Pp]rogramma|[Pp]artnerschap|[Pp]roject)\s+['\"](?P<n>[A-Z][^'\"\n]{2,60})['\"]")
_VIA = re.compile(
    r"(?:informatiecampagnes?|programma(?:'s)?|projecten|campagnes?)\s+via\s+(?P<n>[A-Z][A-Za-z]{3,})(?=\s+in\s)"
)
_NOT_NAMES = frozenset("EU Europees Nationaal Rijks Kamer Interreg VN Kabinets".split())


@finder(
    "programme",
    stage=3,
    examples=[
        ("Via het TULP-partnerschap loopt TULP door.", (("TULP-partnerschap", "TULP"), ("TULP", "TULP"))),
        ("bij aan informatiecampagnes via Voorlichters in Tunesië.", (("Voorlichters", "Voorlichters"),)),
    ],
    rejects=["het programma van de minister", "een EU-programma"],
)
def find_programmes(ctx: FindContext) -> Iterator[Mention]:
    found: dict[str, str] = {}
    for pattern in (_COMPOUND, _NAMED, _VIA):
        for match in pattern.finditer(ctx.text):
            if match["n"] in _NOT_NAMES:
                continue
            found.setdefault(match["n"], match["n"])
            end = match.end("w") if pattern is _COMPOUND else match.end("n")
            yield ctx.mention(
                MentionType.PROGRAMME,
                match.start("n"),
                end,
                "programme/1",
                id=match["n"],
                parts=(("name", match["n"]),),
            )
    for start, end, name in NameIndex(sorted(found.items())).find(ctx.text):
        yield ctx.mention(
            MentionType.PROGRAMME, start, end, "programme.again/1", id=name, parts=(("name", name),), confidence=0.9
        )
