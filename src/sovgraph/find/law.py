"""Dutch acts and decrees: from the register, by the shape of their name, and by names that the text itself defines.

A bill names itself once in brackets ("(Wet verzamelen en bewaren)") and abbreviates what it cites ("de Wet
milieubeheer (hierna: Wm)"): both are read first and then found everywhere in the paper.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.rows import Act
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.model import Mention, MentionType, Status

_COLLECTIVE = r"(?:[Vv]erzamel|[Rr]eparatie|[Ss]poed|[Vv]erzamelspoed|[Vv]eeg|[Ii]nvoerings|[Aa]anpassings|[Vv]aststellings|[Ii]nitiatief)(?:rijks|spoed)?wet"
_SHAPE = re.compile(
    rf"""(?<![\w-])(?:
      (?:(?:Eerste|Tweede|Derde|Vierde|Fiscale|Tijdelijke)\s+)?{_COLLECTIVE}\s+(?:Wetboek\s+van\s+)?[A-Z][\w-]*(?:\s+(?:en\s+)?(?:[A-Z][\w-]*|(?:19|20)\d\d)(?![\w]))*
     |(?:Eerste|Tweede|Derde|Vierde|Fiscale)\s+{_COLLECTIVE}(?:\s+(?:19|20)\d\d)?
     |[A-Z][a-zà-ÿ]+(?:wet|wetboek)(?:\s+(?:BES|(?:19|20)\d\d))?
     |Wetboek\s+van\s+[A-Z]\w+(?:\s+BES)?
     |Wet\s+(?:[A-Z]{{2,}}[a-z]*|[A-Z][a-z]+ob)(?:\s+(?:19|20)\d\d)?
     |Algemene\s+wet\s+[a-z]+(?:\s+[a-z]+){{0,3}}?(?=\s+(?:en|is|in|van|wordt|op|die)\b|[,.;)])
     |Burgerlijk\s+Wetboek|Statuut\s+voor\s+het\s+Koninkrijk
    )(?![\w-])""",
    re.VERBOSE,
)
_DECREE = re.compile(r"(?<=[a-z,]\s)[A-Z][a-zà-ÿ]+besluit(?:\s+(?:BES|(?:19|20)\d\d|[a-z]+(?=[,.;)])))?(?![\w-])")
_NOT_ACT = frozenset(
    "Wet Rijkswet Spoedwet Noodwet Kaderwet Initiatiefwet Begrotingswet Verzamelwet Wijzigingswet Raamwet Basiswet "
    "Opvolgwet Novellewet Invoeringswet Aanpassingswet Vaststellingswet Uitvoeringswet Implementatiewet Reparatiewet "
    "Uitvoeringsbesluit Kabinetsbesluit Raadsbesluit Kaderbesluit Wijzigingsbesluit Ontwerpbesluit Koningsbesluit "
    "Grondwetsherziening Instellingsbesluit Inpassingsbesluit Verkeersbesluit Kieswetboek Moederwet Verdragswet".split()
)
_IN_BRACKETS = re.compile(
    r"\(\s*(?P<n>(?:Rijkswet|Wet|Tijdelijke\s+wet|Tijdelijke\s+rijkswet|Algemene\s+wet|Fiscale\s+\w*wet|[A-Z][a-zà-ÿ-]*(?:wet|besluit))\s[^()\n]{2,110}(?:\n[^()\n]{2,80})?)\)"
)
_NOT_IN_BRACKETS = re.compile(
    r"Kamerstuk|Stb\.|Trb\.|artikel|\d\d\s?\d\d\d(?!\d)|hierna|[;:]|,\s+(?:zie|het|de)\s|\bnr\."
)
_QUOTED = re.compile(r"aangehaald\s+als:\s+(?P<n>[A-Z][^.\n;]{5,110}?)(?:,\s+met\s+vermelding[^.\n]*)?\.")
_ABBREVIATION = re.compile(
    r"\s*\(\s*(?:hierna|verder)?(?:\s+(?:ook|te\s+noemen|aangeduid\s+als|afgekort))*\s*:?\s*(?:de\s+|het\s+)?[\"']?(?P<a>[A-Z][A-Za-z]{1,9}(?:\s(?:19|20)\d\d)?)[\"']?\s*\)"
)
_WORD_OF_LAW = re.compile(r"[A-Z]?[a-zà-ÿ-]{3,}wet")


def _names_of(act: Act) -> Iterator[str]:
    """All names; one that is a single word is also printed without its capital ("erfgoedwet")."""
    for name in (act.name, *act.variants, *act.abbreviations):
        yield name
        if _WORD_OF_LAW.fullmatch(name) and len(name) > 7:
            yield name[0].lower() + name[1:]


@lru_cache(maxsize=4)
def _index(names: Authority) -> NameIndex[Act]:
    return NameIndex((name, act) for act in names.acts for name in _names_of(act))


def _own_names(ctx: FindContext) -> dict[str, str | None]:
    """Names of acts that the text gives in brackets or in its closing article → BWB id if a register has it."""
    found: dict[str, str | None] = {}
    for pattern in (_IN_BRACKETS, _QUOTED):
        for match in pattern.finditer(ctx.text):
            name = " ".join(match["n"].split())
            if not _NOT_IN_BRACKETS.search(name) and name not in _NOT_ACT and len(name) > 6:
                found.setdefault(name, None)
    return found


def _law(ctx: FindContext, start: int, end: int, rule: str, bwb: str | None, confidence: float = 0.9) -> Mention:
    return ctx.mention(
        MentionType.LAW,
        start,
        end,
        rule,
        id=bwb,
        status=Status.EXACT if bwb else Status.UNRESOLVED,
        confidence=confidence,
    )


@finder(
    "law",
    examples=[
        (
            "regels (Wet tulpen in gemeenten). De Wet tulpen in gemeenten is er.",
            (("Wet tulpen in gemeenten", None), ("Wet tulpen in gemeenten", None)),
        ),
        (
            "de Reparatierijkswet Justitie en Veiligheid 2019 is",
            (("Reparatierijkswet Justitie en Veiligheid 2019", None),),
        ),
        ("van de Tulpenwet (hierna: Tpw). De Tpw geldt.", (("Tulpenwet", None), ("Tpw", None), ("Tpw", None))),
        ("op grond van het Tulpenbesluit moet", (("Tulpenbesluit", None),)),
    ],
    rejects=["de wet bepaalt", "een wetboek", "Volgens de Europese wetgeving", "het Kabinetsbesluit over", "(de wet)"],
)
def find_laws(ctx: FindContext) -> Iterator[Mention]:
    found = [
        _law(ctx, start, end, "law.register/1", act.bwb or None, 1.0)
        for start, end, act in _index(ctx.names).find(ctx.text)
    ]
    own = NameIndex(sorted(_own_names(ctx).items()))
    found.extend(_law(ctx, start, end, "law.own-name/1", bwb) for start, end, bwb in own.find(ctx.text))
    for pattern in (_SHAPE, _DECREE):
        shapes = (match for match in pattern.finditer(ctx.text) if match[0] not in _NOT_ACT)
        found.extend(_law(ctx, match.start(), match.end(), "law.shape/2", None) for match in shapes)
    yield from found
    yield from _abbreviated(ctx, found)


def _abbreviated(ctx: FindContext, found: list[Mention]) -> Iterator[Mention]:
    """Abbreviations that the text gives in brackets behind a name, and every later use of them."""
    known: dict[str, Mention] = {}
    for mention in found:
        match = _ABBREVIATION.match(ctx.text, ctx.view.to_view(mention.end))
        if match is not None and set(match["a"]) - set("IVXLC") and match["a"].upper() != match["a"].capitalize():
            known.setdefault(match["a"], mention)
    for start, end, mention in NameIndex(sorted(known.items())).find(ctx.text):
        yield _law(ctx, start, end, "law.abbreviation/1", mention.id, 0.9)
