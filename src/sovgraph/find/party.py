"""Parties and parliamentary groups, by the names and spellings in the register and by "Fractie-X"."""

import re
from collections.abc import Iterator

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex, name_list
from sovgraph.find.literals import NAMES
from sovgraph.find.scan import Scan
from sovgraph.find.surnames import SURNAME, WITH_PARTICLES
from sovgraph.model import Mention, MentionType, Status

_SPLINTER = Scan(
    rf"(?<![\w-])(?:(?P<hyphen>(?:[Ff]ractie|[Gg]roep|Lid)-){WITH_PARTICLES}(?:\s?/\s?{WITH_PARTICLES})?"
    rf"|(?:[Ff]ractie|(?P<group>[Gg]roep)|Lid)[^\S\n]+{SURNAME}(?:\s?/\s?{WITH_PARTICLES})?)",
    ["fractie", "groep", "Lid"],
)
_ARTICLE = re.compile(r"\b[Hh]et\s+$")
_LIKE_WORDS = frozenset("PRO CD CU AOV VDB Volt DENK Denk Forum GL ROOD NIDA LN".split())
"""Names that are also ordinary words or abbreviations: they count only where a party can stand."""
_PARTY_BEFORE = re.compile(
    r"(?:[Ff]ractie(?:s|voorzitter)?(?:\s+van(?:\s+de|\s+het)?)?|\(|leden\s+van|partij(?:en)?|,|\ben|/|-|lid\s+van|van)\s*$"
)
_LISTED = re.compile(r"\s*(?:,|\ben\b|,\s*en\b|&)\s*")
_SURELY_PARTY = re.compile(r"[Ff]ractie(?:s|leden)?\s+van\s+(?:de\s+|het\s+)?\s*$")
_FRACTION_BEHIND = re.compile(r"-(?:fractie|leden|lid)")
_LONGER_NAME = re.compile(r"-(?!Kamer)[A-Z]")
"""What stands behind a name that is but the beginning: "Fractie-Van Gasteren", "D66-X"."""
_Parts = tuple[tuple[str, str], ...]
_PARTY = MentionType.PARTY
_PARTY_AFTER = re.compile(r"\s*(?:-(?:fractie|lid|leden|Kamerlid)|-?[Ff]ractie|\)|,|\s+en\s|/)")


@name_list
def _index(names: Authority) -> NameIndex[tuple[str, _Parts]]:
    """Names of parties to the id and the parts of their mentions."""
    return NameIndex(
        (
            (name, (party.name, (("key", party.key),)))
            for party in names.parties
            for name in (party.name, party.full_name, *party.variants)
            if name
        ),
        shared=NAMES,
    )


def _stands_as_party(text: str, start: int, end: int) -> bool:
    if _SURELY_PARTY.search(text, max(0, start - 40), start) is not None:
        return True
    before = _PARTY_BEFORE.search(text, max(0, start - 40), start)
    after = _PARTY_AFTER.match(text, end)
    return (before is not None and after is not None) or _FRACTION_BEHIND.match(text, end) is not None


@finder(
    "party",
    examples=[
        ("de fractie-Nanninga vraagt", (("fractie-Nanninga", "Fractie-Nanninga"),)),
        ("De fracties van D66, VVD en Volt\nstemmen", (("D66", "D66"), ("VVD", "VVD"), ("Volt", "Volt"))),
        ("namens de groep Kuzu/Öztürk gevraagd", (("groep Kuzu/Öztürk", "Groep Kuzu/Öztürk"),)),
        ("de leden van de fractie van Groep Vermast", (("Groep Vermast", "Groep Vermast"),)),
        ("De heer Jansen (PVDA) en Lid Krol", (("PVDA", "PvdA"), ("Lid Krol", "Lid Krol"))),
    ],
    rejects=["de volt in het net", "De fracties van de Kamer", "het Lid Krol vraagt", "een groep Nederlanders"],
)
def find_parties(ctx: FindContext) -> Iterator[Mention]:
    previous: int | None = None
    text = ctx.text
    for start, end, (name, parts) in _index(ctx.names).find(text):
        surface = text[start:end]
        if surface in _LIKE_WORDS and not (
            (previous is not None and _LISTED.fullmatch(text, previous, start)) or _stands_as_party(text, start, end)
        ):
            continue
        previous = end
        if surface.startswith("Lid") and _is_member(text, start):
            continue
        if text[end : end + 1] == "-" and _LONGER_NAME.match(text, end):
            continue
        yield ctx.mention(_PARTY, start, end, "party.register/1", id=name, parts=parts)
    yield from _splinters(ctx)


def _splinters(ctx: FindContext) -> Iterator[Mention]:
    """Groups named after their members: those of the register in any spelling ("groep Jansen/De Wit"), others by
    the hyphen or behind "fractie van"."""
    for match in _SPLINTER.finditer(ctx.text):
        known = ctx.names.party_by_name.get(fold(match[0]))
        if known is None and not _is_splinter(ctx.text, match):
            continue
        if match[0].startswith("Lid") and _is_member(ctx.text, match.start()):
            continue
        printed = " ".join(match[0].split())
        yield ctx.mention(
            MentionType.PARTY,
            match.start(),
            match.end(),
            "party.splinter/1",
            id=known.name if known else printed[0].upper() + printed[1:],
            status=Status.EXACT,
        )


def _is_splinter(text: str, match: re.Match[str]) -> bool:
    """Whether a name that the register lacks is a group: "Fractie-Jansen", "de fractie van Groep Jansen"."""
    if match["hyphen"] is not None:
        return match["hyphen"] != "groep-"
    near = max(0, match.start() - 40)
    return match["group"] is not None and _SURELY_PARTY.search(text, near, match.start()) is not None


def _is_member(text: str, start: int) -> bool:
    """ "het Lid Jansen" is a person, "de fractie van het Lid Jansen" and "(Lid Jansen)" are a group."""
    near = max(0, start - 40)
    return _ARTICLE.search(text, near, start) is not None and _SURELY_PARTY.search(text, near, start) is None
