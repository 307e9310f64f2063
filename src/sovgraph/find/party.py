"""Parties and parliamentary groups, by the names and spellings in the register and by "Fractie-X"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.rows import Party
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.find.surnames import WITH_PARTICLES
from sovgraph.model import Mention, MentionType, Status

_SPLINTER = re.compile(rf"(?<![\w-])(?:Fractie-|(?:Groep|Lid)[ -])(?P<name>{WITH_PARTICLES})")
_LIKE_WORDS = frozenset("PRO CD CU AOV VDB Volt DENK Denk Forum GL ROOD NIDA LN".split())
"""Names that are also ordinary words or abbreviations: they count only where a party can stand."""
_PARTY_BEFORE = re.compile(
    r"(?:[Ff]ractie(?:s|voorzitter)?(?:\s+van(?:\s+de|\s+het)?)?|\(|leden\s+van|partij(?:en)?|,|\ben|/|-|lid\s+van|van)\s*$"
)
_SURELY_PARTY = re.compile(r"[Ff]ractie(?:s|leden)?\s+van\s+(?:de\s+|het\s+)?\s*$")
_PARTY_AFTER = re.compile(r"\s*(?:-(?:fractie|lid|leden|Kamerlid)|-?[Ff]ractie|\)|,|\s+en\s|/)")


@lru_cache(maxsize=4)
def _index(names: Authority) -> NameIndex[Party]:
    return NameIndex((name, p) for p in names.parties for name in (p.name, p.full_name, *p.variants) if name)


def _stands_as_party(text: str, start: int, end: int) -> bool:
    if _SURELY_PARTY.search(text, max(0, start - 40), start) is not None:
        return True
    before = _PARTY_BEFORE.search(text, max(0, start - 40), start)
    after = _PARTY_AFTER.match(text, end)
    return (before is not None and after is not None) or re.match(
        r"-(?:fractie|leden|lid)", text[end : end + 9]
    ) is not None


@finder(
    "party",
    rejects=["de volt in het net", "De fracties van de Kamer"],
)
def find_parties(ctx: FindContext) -> Iterator[Mention]:
    for start, end, party in _index(ctx.names).find(ctx.text):
        surface = ctx.text[start:end]
        if surface in _LIKE_WORDS and not _stands_as_party(ctx.text, start, end):
            continue
        if re.match(r"-[A-Z]", ctx.text[end : end + 2]) and not re.match(r"-Kamer", ctx.text[end : end + 6]):
            continue  # "Fractie-Van Gasteren" before the whole name is known, "D66-X"
        yield ctx.mention(MentionType.PARTY, start, end, "party.register/1", id=party.name, parts=(("key", party.key),))
    for match in _SPLINTER.finditer(ctx.text):
        yield ctx.mention(
            MentionType.PARTY,
            match.start(),
            match.end(),
            "party.splinter/1",
            id=" ".join(match[0].split()),
            status=Status.EXACT,
        )
