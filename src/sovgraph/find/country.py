"""Countries by name, adjective and inhabitant, from the curated register."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from sovgraph.authority import Authority
from sovgraph.authority.rows import Country
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NAME_LISTS, NameIndex, name_list
from sovgraph.find.literals import NAMES
from sovgraph.find.scan import Scan
from sovgraph.model import Mention, MentionType

_LANGUAGE_BEFORE = re.compile(
    r"(?:\b(?:in|naar|uit)\s+het|\b[Vv]loeiend|\b(?:talen?|vak(?:ken)?|docent(?:en)?|leraar|les(?:sen)?))\s+$"
)
_LANGUAGE_BEHIND = re.compile(
    r"\s*(?:[.,;:)?!\"]|$)|\s+(?:te|is|zijn|wordt|worden|werd|werden|als|dan|op|aan|door|naar|met|doen|beschikbaar|vertaald|geschreven"
    r"|gepubliceerd|opgesteld|aangeboden|gegeven|spreken|gesproken|sprekend|verplicht|onderwezen)(?!\w)"
)
_LANGUAGE_ALONE = re.compile(r"-\s*(?:en|of)\s+\w+talig|\s+voor\s+[\"']|\s+(?:spreken|gesproken|sprekende?)(?!\w)")
"""What shows that "Engels" is the language, not the country's adjective."""
_SECOND_OF_PAIR = re.compile(r"-(?<=[^\W\d_]-)(?P<second>[A-ZÀ-Þ][^\W\d_]+)(?![\w-])")
_FIRST_OF_PAIR = re.compile(r"(?<![\w-])[A-ZÀ-Þ][^\W\d_]+\Z")
_Named = tuple[str, str | None, str, tuple[tuple[str, str], ...]]
"""The id, the iri, the rule and the parts of a mention."""
_COUNTRY = MentionType.COUNTRY
_LONGEST = 40
"""An adjective has fewer letters."""
_GAP = 200
"""Farther before the French adjective no article is looked for."""
_FRENCH = Scan(r"\bFrans\s+(?=[a-z]{4})(?!onderwijs|spreken)", ["Frans"])
_BEFORE_FRENCH = re.compile(r"\b(?:een|het|naar|met|op|door|volgens)\s+\Z")
"""The one adjective that is also a given name: sure between an article and a noun."""
_INSIDE = frozenset((MentionType.PERSON, MentionType.PARTY))
_INSIDE_LENGTH = 60
"""A longer mention is a list or a signature, in which a country may be named."""
_START = attrgetter("start")


@name_list
def _index(names: Authority) -> NameIndex[_Named]:
    return NameIndex(_names(names.countries), single_capitals=True, shared=NAMES)


@lru_cache(maxsize=4)
def _adjectives(names: Authority) -> dict[str, _Named]:
    """Adjectives by form; with the French one, which the register guards because it is a given name too."""
    found = {a: _named(c, "adjective") for c in names.countries for a in c.adjectives}
    french = names.country_by_alpha3.get("FRA")
    return found if french is None else found | {"Frans": _named(french, "adjective")}


@lru_cache(maxsize=4)
def _seconds(names: Authority) -> Scan:
    return Scan(_SECOND_OF_PAIR, [f"-{adjective}" for adjective in _adjectives(names)])


NAME_LISTS.append(_seconds)


@lru_cache(maxsize=4)
def _languages(names: Authority) -> frozenset[str]:
    """Adjectives that are a language's name as well: the ones without an ending."""
    adjectives = set(_adjectives(names))
    return frozenset(
        a for a in adjectives if a[-1] != "e" and any(f + "e" in adjectives for f in (a, a[:-1] + a[-1] * 2))
    )


def _names(countries: tuple[Country, ...]) -> Iterator[tuple[str, _Named]]:
    for country in countries:
        for name in (country.name, *country.variants):
            yield name, _named(country, "name")
        for name in country.adjectives:
            yield name, _named(country, "adjective")
        for name in country.inhabitants:
            yield name, _named(country, "inhabitant")


def _named(country: Country, form: str) -> _Named:
    return country.alpha3, country.iri or None, f"country.{form}/1", (("form", form),)


@finder(
    "country",
    stage=2,
    examples=[
        (
            "het Koninkrijk der Nederlanden en de Nederlandse Antillen",
            (("Koninkrijk der Nederlanden", "NLD"), ("Nederlandse Antillen", "ANT")),
        ),
        ("op Sint-Eustatius en de Caymaneilanden", (("Sint-Eustatius", "BES"), ("Caymaneilanden", "CYM"))),
        ("de Nederlands-Belgische grens", (("Nederlands", "NLD"), ("Belgische", "BEL"))),
        ("het Frans-Duitse plan naar Frans voorbeeld", (("Frans", "FRA"), ("Duitse", "DEU"), ("Frans", "FRA"))),
        ("HULP AAN OEKRAÏNE1", (("OEKRAÏNE", "UKR"),)),
        ("volgens Nederlands recht", (("Nederlands", "NLD"),)),
        ("Zuid-Koreaanse schepen", (("Zuid-Koreaanse", "KOR"),)),
    ],
    rejects=[
        "Neen, dat klopt niet",
        "de man in de straat",
        "opleidingen in het Engels doen",
        "Engels- en Duitstalig onderwijs",
        "het rapport is in het Engels.",
        "Koerdische strijders",
        "Frans zegt dat",
        "DE TURK",
    ],
)
def find_countries(ctx: FindContext) -> Iterator[Mention]:
    text, languages = ctx.text, _languages(ctx.names)
    for start, end, (code, iri, rule, parts) in (*_index(ctx.names).find(text), *_pairs(ctx), *_french(ctx)):
        if not text[start].isupper() or (text[start:end] in languages and _is_language(text, start, end)):
            continue
        if not _inside_name(ctx, ctx.view.to_document(start)):
            yield ctx.mention(_COUNTRY, start, end, rule, id=code, iri=iri, parts=parts)


def _inside_name(ctx: FindContext, at: int) -> bool:
    """Whether a person's or party's name holds the place."""
    for place in range(bisect_right(ctx.mentions, at, key=_START) - 1, -1, -1):
        mention = ctx.mentions[place]
        if mention.start <= at - _INSIDE_LENGTH:
            return False
        if mention.end > at and mention.type in _INSIDE and mention.end - mention.start < _INSIDE_LENGTH:
            return True
    return False


def _pairs(ctx: FindContext) -> Iterator[tuple[int, int, _Named]]:
    """Both halves of "Frans-Duitse", where the index finds no name behind a hyphen."""
    forms = _adjectives(ctx.names)
    for match in _seconds(ctx.names).finditer(ctx.text):
        second = forms.get(match["second"])
        if second is None:
            continue
        before = _FIRST_OF_PAIR.search(ctx.text, max(0, match.start() - _LONGEST), match.start())
        first = None if before is None else forms.get(before[0])
        if before is not None and first is not None:
            yield before.start(), before.end(), first
            yield match.start("second"), match.end(), second


def _french(ctx: FindContext) -> Iterator[tuple[int, int, _Named]]:
    french = _adjectives(ctx.names).get("Frans")
    if french is not None:
        for match in _FRENCH.finditer(ctx.text):
            if _BEFORE_FRENCH.search(ctx.text, max(0, match.start() - _GAP), match.start()) is not None:
                yield match.start(), match.start() + len("Frans"), french


def _is_language(text: str, start: int, end: int) -> bool:
    """Whether an adjective that is a language's name as well stands for the language."""
    before = _LANGUAGE_BEFORE.search(text, max(0, start - 40), start)
    return _LANGUAGE_ALONE.match(text, end) is not None or (
        before is not None and _LANGUAGE_BEHIND.match(text, end) is not None
    )
