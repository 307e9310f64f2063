"""Official identifiers that stand in a text as such: "kst-32317-12", "CELEX:32008L0115", "BWBR0011823"."""

from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.identifiers import IdKind, OfficialId, parse_id
from sovgraph.model import Mention, MentionType

_TYPES = {
    IdKind.KST: MentionType.KAMERSTUK,
    IdKind.AANHANGSEL: MentionType.AANHANGSEL,
    IdKind.HANDELINGEN: MentionType.HANDELINGEN,
    IdKind.STAATSBLAD: MentionType.STB,
    IdKind.STAATSCOURANT: MentionType.STCRT,
    IdKind.TRACTATENBLAD: MentionType.TRB,
    IdKind.CELEX: MentionType.EU_ACT,
    IdKind.BWB: MentionType.LAW,
}
_IDENTIFIER = Scan(
    r"(?<![\w-])(?:CELEX(?:-nummer)?\s?:?\s?(?P<celex>3\d{4}[LRDHF]\d{4})(?!\w)"
    r"|(?P<bwb>BWB[RVW]\d{7})(?!\w)"
    r"|(?P<id>(?:kst|ah-[te]k|h-[te]k|stb|stcrt|trb)-(?:[A-Za-z0-9]{1,12}-){0,4}[A-Za-z0-9]{1,8})(?![\w-]))",
    ["CELEX", "BWB", "kst-", "ah-tk-", "ah-ek-", "h-tk-", "h-ek-", "stb-", "stcrt-", "trb-"],
    passes=REFERENCES,
)


@finder(
    "official",
    examples=[
        (
            "zie kst-32111-12 en ah-tk-20302031-5.",
            (("kst-32111-12", "kst-32111-12"), ("ah-tk-20302031-5", "ah-tk-20302031-5")),
        ),
        (
            "de richtlijn (CELEX:32031L0115) en BWBR0011111",
            (("CELEX:32031L0115", "32031L0115"), ("BWBR0011111", "BWBR0011111")),
        ),
        ("https://zoek.example/stb-2031-12.html", (("stb-2031-12", "stb-2031-12"),)),
    ],
    rejects=["kst-tulpen", "een ah-tk", "test-kst-32111-12", "CELEX is een register", "trb-voertuig"],
)
def find_identifiers(ctx: FindContext) -> Iterator[Mention]:
    for match in _IDENTIFIER.finditer(ctx.text):
        printed = match["celex"] or match["bwb"] or match["id"]
        found = parse_id(printed)
        if found is None or found.kind not in _TYPES or printed == ctx.document.meta.paper_id:
            continue  # the paper's own identifier in its foot is no reference
        yield ctx.mention(
            _TYPES[found.kind], match.start(), match.end(), "official/1", id=str(found.work), parts=_parts(found)
        )


def _parts(found: OfficialId) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in found.fields))
