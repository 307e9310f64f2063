"""Countries by name, adjective and inhabitant, from the curated register."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.rows import Country
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.model import Mention, MentionType

_COMPOUND_BEHIND = re.compile(r"-(?!\s)[A-Za-zÀ-ÿ]")
_INSIDE = (MentionType.PERSON, MentionType.PARTY)


@lru_cache(maxsize=4)
def _index(names: Authority) -> NameIndex[tuple[Country, str]]:
    return NameIndex(_names(names.countries))


def _names(countries: tuple[Country, ...]) -> Iterator[tuple[str, tuple[Country, str]]]:
    for country in countries:
        for name in (country.name, *country.variants):
            yield name, (country, "name")
        for name in country.adjectives:
            yield name, (country, "adjective")
        for name in country.inhabitants:
            yield name, (country, "inhabitant")


@finder(
    "country",
    stage=2,
    rejects=["Neen, dat klopt niet", "de man in de straat"],
)
def find_countries(ctx: FindContext) -> Iterator[Mention]:
    names = {m.start: m.end for m in ctx.of_type(*_INSIDE)}
    for start, end, (country, form) in _index(ctx.names).find(ctx.text):
        surface = ctx.text[start:end]
        if surface in country.guarded or not surface[0].isupper():
            continue
        document_start = ctx.view.to_document(start)
        if any(a <= document_start < b for a, b in names.items() if b - a < 60):
            continue
        yield ctx.mention(
            MentionType.COUNTRY,
            start,
            end,
            f"country.{form}/1",
            id=country.alpha3,
            iri=country.iri or None,
            parts=(("form", form),),
        )
