"""Regions of the world by name, also the parts of "West-, Noord- en Oost-Afrika"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Region
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex, name_list
from sovgraph.find.literals import NAMES
from sovgraph.find.scan import Scan
from sovgraph.model import Mention, MentionType, Status

_SIDES = "Noordwest Noordoost Zuidwest Zuidoost Noord Oost Zuid West Centraal Midden Latijns".split()
_SIDE = rf"(?:{'|'.join(_SIDES)})"
_ELLIPTIC = Scan(
    rf"(?<![\w-])(?P<parts>{_SIDE}-(?:\s*,\s*{_SIDE}-){{0,5}})\s*,?\s*(?:en|of|en/of)\s+{_SIDE}-(?P<whole>Afrika|Amerika|Azië|Europa)(?!\w)",
    [f"{side}-" for side in _SIDES],
)
_PART = re.compile(rf"{_SIDE}-")
_OTHERS = frozenset((MentionType.ORGANISATION, MentionType.PERSON, MentionType.COUNTRY))
_START = attrgetter("start")
_COMPOUND_BEHIND = re.compile(r"-?(?:strategie|beleid|akkoord|top\b|commissaris|raad\b)")


@name_list
def _index(names: Authority) -> NameIndex[Region]:
    return NameIndex(
        ((name, region) for region in names.regions for name in (region.name, *region.variants)), shared=NAMES
    )


@lru_cache(maxsize=4)
def _by_name(names: Authority) -> dict[str, Region]:
    return {fold(name): r for r in names.regions for name in (r.name, *r.variants)}


@finder(
    "region",
    stage=3,
    examples=[
        (
            "projecten in West-, Noord- en Oost-Afrika lopen",
            (("West-", "west-afrika"), ("Noord-", "noord-afrika"), ("Oost-Afrika", "oost-afrika")),
        ),
        ("de Westelijke Balkan en de Sahel", (("Westelijke Balkan", "westelijke-balkan"), ("Sahel", "sahel"))),
        ("voor jongeren in Noord-Afrika te", (("Noord-Afrika", "noord-afrika"),)),
        ("op de Westelijke Jordaanoever", (("Westelijke Jordaanoever", "westelijke-jordaanoever"),)),
    ],
    rejects=["Noord- en Zuid-Holland", "Noord-Brabant", "de regio west"],
)
def find_regions(ctx: FindContext) -> Iterator[Mention]:
    for start, end, region in _index(ctx.names).find(ctx.text):
        if not ctx.text[start].isupper() or _COMPOUND_BEHIND.match(ctx.text, end):
            continue
        if _begins_another(ctx, start):
            continue
        yield ctx.mention(MentionType.REGION, start, end, "region.name/1", id=region.key, parts=(("m49", region.m49),))
    for match in _ELLIPTIC.finditer(ctx.text):
        for part in _PART.finditer(match["parts"]):
            named = _by_name(ctx.names).get(fold(part[0] + match["whole"]))
            if named is not None:
                start = match.start("parts") + part.start()
                yield ctx.mention(
                    MentionType.REGION,
                    start,
                    start + len(part[0]),
                    "region.elliptic/1",
                    id=named.key,
                    status=Status.INFERRED,
                    confidence=0.97,
                    parts=(("m49", named.m49),),
                    reason=f"first part of {part[0]}{match['whole']}",
                )


def _begins_another(ctx: FindContext, start: int) -> bool:
    """Whether a name of another kind begins there, of which the region is a part."""
    at = ctx.view.to_document(start)
    first = bisect_left(ctx.mentions, at, key=_START)
    return any(m.type in _OTHERS for m in ctx.mentions[first : bisect_right(ctx.mentions, at, first, key=_START)])
