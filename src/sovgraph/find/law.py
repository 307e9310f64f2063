"""Dutch acts by name or abbreviation, and articles of any act."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.rows import Act
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.model import Mention, MentionType, Status

_COMPOUND = re.compile(
    r"(?<![\w-])(?:[A-Z][a-zà-ÿ]+(?:wet|wetboek)(?:\s+(?:BES|(?:19|20)\d\d))?|Wetboek\s+van\s+[A-Z]\w+(?:\s+BES)?"
    r"|Algemene\s+wet\s+[a-z]+(?:\s+[a-z]+){0,3}?(?=\s+(?:en|is|in|van|wordt|op|die)\b|[,.;)])"
    r"|Burgerlijk\s+Wetboek|Statuut\s+voor\s+het\s+Koninkrijk)(?![\w-])"
)
_NOT_ACT = frozenset(
    "Wet Rijkswet Spoedwet Noodwet Kaderwet Initiatiefwet Begrotingswet Verzamelwet Wijzigingswet Raamwet Basiswet Opvolgwet Novellewet".split()
)
_NUMBER = r"\d{1,4}(?:\.\d{1,3})*(?:\s?(?:bis|ter|quater|quinquies))?[a-z]{0,2}(?![a-z\d])"
_ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|\d{1,2}(?:e|de|ste))"
_PARA = (
    rf"(?:[\s,]*(?:en\s+)?(?:(?:lid|leden)\s*\d{{1,2}}(?:\s*(?:,|en|t/m|-)\s*\d{{1,2}})*|{_ORDINAL}(?:\s*(?:,|en|tot\s+en\s+met)\s*{_ORDINAL})*\s+(?:lid|leden)"
    rf"|(?:aanhef\s+en\s+)?(?:onder(?:deel|delen)?|sub|letter|punt)\s*(?:[a-z]{{1,2}}|\d{{1,2}})(?:°)?(?![\w])(?:\s*(?:,|en)\s*(?:[a-z]|\d{{1,2}})°?(?![\w]))*|{_ORDINAL}\s+(?:volzin|alinea|zin)|\(\d{{1,2}}\)))*"
)
ARTICLE = re.compile(
    rf"(?<![\w-])(?:[Aa]rtikel(?:en)?|[Aa]rt\.)\s*(?P<n>(?:[IVX]{{1,5}}(?![A-Za-z])|{_NUMBER}))(?!-procedure)(?:\s*(?:,|en|t/m|tot\s+en\s+met|of)\s*{_NUMBER}(?!\s*(?:lid\b|januari|mei)))*{_PARA}"
)
_BARE = re.compile(r"(?<![\w.,/-])\d{1,3}\s?(?:bis|ter|quater)(?![\w])")


@lru_cache(maxsize=4)
def _index(names: Authority) -> NameIndex[Act]:
    return NameIndex((name, act) for act in names.acts for name in (act.name, *act.variants, *act.abbreviations))


@finder(
    "law",
    rejects=["de wet bepaalt", "een wetboek", "Volgens de Europese wetgeving"],
)
def find_laws(ctx: FindContext) -> Iterator[Mention]:
    for start, end, act in _index(ctx.names).find(ctx.text):
        yield ctx.mention(MentionType.LAW, start, end, "law.register/1", id=act.bwb or None)
    for match in _COMPOUND.finditer(ctx.text):
        if match[0] not in _NOT_ACT:
            yield ctx.mention(
                MentionType.LAW,
                match.start(),
                match.end(),
                "law.shape/1",
                status=Status.UNRESOLVED,
                confidence=0.9,
            )


@finder(
    "article",
    examples=[
        ("artikel 36, lid 1 van de Participatiewet", (("artikel 36, lid 1", None),)),
        ("artikel 15, vierde lid, onder c, van", (("artikel 15, vierde lid, onder c", None),)),
        ("de 25bis maatregelen", (("25bis", None),)),
        ("artikel 30 (1)", (("artikel 30 (1)", None),)),
    ],
    rejects=["artikel 100-procedure", "een artikel in de krant", "artikel dat 5 keer"],
)
def find_articles(ctx: FindContext) -> Iterator[Mention]:
    for match in ARTICLE.finditer(ctx.text):
        yield ctx.mention(MentionType.ARTICLE, match.start(), match.end(), "article/1", parts=(("number", match["n"]),))
    for match in _BARE.finditer(ctx.text):
        yield ctx.mention(
            MentionType.ARTICLE,
            match.start(),
            match.end(),
            "article.bis/1",
            parts=(("number", match[0].replace(" ", "")),),
        )
