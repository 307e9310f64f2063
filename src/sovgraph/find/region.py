"""Regions larger than a country, also in elliptic lists: "West-, Noord- en Oost-Afrika"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.rows import Region
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.model import Mention, MentionType

_SIDE = r"(?:West|Noord|Oost|Zuid|Centraal|Midden|Zuidoost|Zuidwest|Noordwest|Noordoost)"
_ELLIPTIC = re.compile(
    rf"(?P<parts>(?:{_SIDE}-\s*(?:,\s*|\s*en\s+|\s*of\s+|\s*,\s*en\s+))+){_SIDE}-(?P<whole>Afrika|Europa|Azië|Amerika)"
)
_PART = re.compile(rf"{_SIDE}-")


@lru_cache(maxsize=4)
def _index(names: Authority) -> NameIndex[Region]:
    return NameIndex((name, region) for region in names.regions for name in (region.name, *region.variants))


@lru_cache(maxsize=4)
def _by_name(names: Authority) -> dict[str, Region]:
    return {name: region for region in names.regions for name in (*region.variants, region.name)}


@finder(
    "region",
    stage=3,
    examples=[
        ("in West-, Noord- en Oost-Afrika", (("West-", "m49-011"), ("Noord-", "m49-015"), ("Oost-Afrika", "m49-014"))),
        ("in Noord-Afrika te", (("Noord-Afrika", "m49-015"),)),
    ],
    rejects=["de west- en oostkust", "Afrikaans"],
)
def find_regions(ctx: FindContext) -> Iterator[Mention]:
    for start, end, region in _index(ctx.names).find(ctx.text):
        yield ctx.mention(
            MentionType.REGION, start, end, "region.register/1", id=_id(region), parts=(("key", region.key),)
        )
    for match in _ELLIPTIC.finditer(ctx.text):
        for part in _PART.finditer(ctx.text, *match.span("parts")):
            named = _by_name(ctx.names).get(part[0] + match["whole"])
            if named is not None:
                yield ctx.mention(
                    MentionType.REGION,
                    part.start(),
                    part.end(),
                    "region.elliptic/1",
                    id=_id(named),
                    parts=(("key", named.key),),
                )


def _id(region: Region) -> str:
    return f"m49-{region.m49}" if region.m49 else region.key
