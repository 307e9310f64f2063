"""Names of acts that no register has: by their shape, by what the text itself defines, by the words that follow "Wet".

A bill names itself once in brackets ("(Wet verzamelen en bewaren)"): such names are read first and then found
everywhere in the paper.
"""

import re
from collections.abc import Iterable, Iterator

from sovgraph.find.base import FindContext
from sovgraph.find.index import NameIndex
from sovgraph.find.law_sense import make_law
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.model import Mention

_COLLECTIVE = r"(?:[Vv]erzamel|[Rr]eparatie|[Ss]poed|[Vv]erzamelspoed|[Vv]eeg|[Ii]nvoerings|[Aa]anpassings|[Vv]aststellings|[Ii]nitiatief)(?:rijks|spoed)?wet"
_SHAPE = Scan(
    rf"""(?<![\w-])(?:
      (?:(?:Eerste|Tweede|Derde|Vierde|Fiscale|Tijdelijke)\s+)?{_COLLECTIVE}\s+(?:Wetboek\s+van\s+)?[A-Z][\w-]*(?:\s+(?:en\s+)?(?:[A-Z][\w-]*|(?:19|20)\d\d)(?![\w]))*
     |(?:Eerste|Tweede|Derde|Vierde|Fiscale)\s+{_COLLECTIVE}(?:\s+(?:19|20)\d\d)?
     |[A-Z][a-zà-ÿ]+(?:wet|wetboek)(?:\s+(?:BES|(?:19|20)\d\d))?
     |Tijdelijke\s+wet\s+[A-Z][a-z]+
     |Wetboek\s+van\s+[A-Z]\w+(?:\s+BES)?
     |Wet\s+(?:[A-Z]{{2,}}[a-z]*|[A-Z][a-z]+ob)(?:\s+(?:19|20)\d\d)?
     |(?:Wet\s+)?Belastingplan(?:\s+BES)?\s+(?:19|20)\d\d|[Oo]verige\s+fiscale\s+maatregelen\s+20\d\d|Fiscale\s+[a-z]+wet(?:\s+20\d\d)?
     |Burgerlijk\s+Wetboek|Statuut\s+voor\s+het\s+Koninkrijk
    )(?![\w-])""",
    ["wet", "belastingplan", "overige fiscale", "statuut"],
    back=None,
    words=1,
    flags=re.VERBOSE,
    passes=REFERENCES,
)
_NOT_ACT = frozenset(
    "Wet Rijkswet Spoedwet Noodwet Kaderwet Initiatiefwet Begrotingswet Verzamelwet Wijzigingswet Raamwet Basiswet "
    "Opvolgwet Novellewet Invoeringswet Aanpassingswet Vaststellingswet Uitvoeringswet Implementatiewet Reparatiewet "
    "Uitvoeringsbesluit Kabinetsbesluit Raadsbesluit Kaderbesluit Wijzigingsbesluit Ontwerpbesluit Koningsbesluit "
    "Grondwetsherziening Instellingsbesluit Inpassingsbesluit Verkeersbesluit Kieswetboek Moederwet Verdragswet Omnibuswet Douanewetboek".split()
)
_IN_BRACKETS = re.compile(
    r"\(\s*(?P<n>(?:Rijkswet|Wet|Tijdelijke\s+wet|Tijdelijke\s+rijkswet|Algemene\s+wet|Fiscale\s+\w*wet|[A-Z][a-zà-ÿ-]*(?:wet|besluit))\s[^()\n]{2,170}(?:\n[^()\n]{2,80})?)\)"
)
_NOT_IN_BRACKETS = re.compile(
    r"Kamerstuk|Stb\.|Trb\.|artikel|\d\d\s?\d\d\d(?!\d)|hierna|[;:]|,\s+(?:zie|het|de)\s|\bnr\."
)
_QUOTED = re.compile(r"aangehaald\s+als:\s+(?P<n>[A-Z][^.\n;]{5,110}?)(?:,\s+met\s+vermelding[^.\n]*)?\.")
_KINDS = "Interim Organisatie Kader Coördinatie Overgangs Uitvoerings Invoerings Implementatie Aanpassings Machtigings".split()
_FREE_NAME = Scan(
    r"(?<![\w-])(?P<first>(?:Wet|Tijdelijke\s+wet|Rijkswet|(?<=[a-z]\s)Besluit(?=\s[a-z]{4})"
    rf"|(?:{'|'.join(_KINDS)})wet)(?P<of>\s+(?:op|tot|ter|inzake)(?:\s+(?:de|het))?)?)(?=\s[a-z])",
    ["Wet", "Tijdelijke", "Rijkswet", "Besluit", *(f"{kind}wet" for kind in _KINDS)],
    passes=REFERENCES,
)
_NEXT_WORD = re.compile(r"\s+(?:en\s+(?:het\s+|de\s+)?)?(?P<w>[a-zà-ÿ][\wà-ÿ'-]*[a-zà-ÿ])(?![\w-])")
_ENDS = re.compile(r"\s*(?:[,.;:)(]|$)")
_YEAR_BEHIND = re.compile(r"\s+(?:19|20)\d\d(?![\d/-])")
_STOP = frozenset(
    "en of de het een dat die dit deze is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon "
    "zal zullen zou zouden moet moeten mag mogen niet ook al nog reeds wel geen om te met naar uit door aan als dan maar "
    "want zodat omdat na van voor in op bij over tussen onder tegen tot sinds vanaf per via zonder zoals waarin waarmee "
    "waarop waarbij waardoor hier daar er zich geldt geeft bevat regelt bepaalt treedt vervalt biedt schrijft stelt maakt "
    "verplicht voorziet vraagt gaat komt staat ligt blijft houdt vormt beoogt verzoekt constaterende overwegende mogelijk "
    "nodig verder dus echter immers thans hierdoor hiervan daarvan toe af aan aangenomen ingediend behandeld gewijzigd "
    "aangepast vastgesteld uitgevoerd genoemd bedoeld goed snel volledig zo enige enkele diverse andere teneinde stuur gericht blijkt valt bestaat "
    "proactief straks opnieuw effectief voldoende lijkt leidt zorgt werkt helpt houden maken gaan komen blijven stellen vormen bieden regelen bepalen kennen gelden vallen krijgen vastgelegde neergelegde genoemde bedoelde gestelde opgenomen voorgestelde beoogde waar wie wat hoe "
    "sluit sluiten dient dienen lijken leiden zorgen werken helpen vraagt vragen raakt raken heet heten luidt luiden "
    "bestaan liggen staan blijken laat laten leidde bood gold stond kwam ging bleef bracht brengt brengen "
    "geven bieden vallen trad treden vervallen verplichten voorzien vereist vereisen verbiedt verbieden eist "
    "noemt noemen ziet zien denk denkt vind vindt vinden wil willen hoeft hoeven beperkt betekent "
    "betekenen bedoelt kent krijgt doet doen zegt zeggen wijst wijzen loopt lopen speelt spelen voldoet voldoen "
    "verandert wijzigt onvoldoende inmiddels momenteel onlangs eerst alsnog steeds altijd nooit vaak juist alleen "
    "slechts zelf samen weer ooit mede tevens bovendien echt hoofdzakelijk terwijl hoewel indien mits tenzij zodra "
    "totdat voordat nadat binnen buiten volgens conform krachtens ingevolge gedurende tijdens wegens ondanks zij hij "
    "ze we wij ik men u hun haar onze ons".split()
)
_PRONOUN = re.compile(
    r"(?:er|hier|daar|waar)(?:aan|achter|af|bij|binnen|boven|buiten|door|heen|in|langs|mede|mee|na|naar|naast|om|onder|op|over|tegen|toe|tussen|uit|van|vandaan|voor)"
)
""" "ernaar", "daardoor", "waarvan"."""


def unlisted_laws(ctx: FindContext, listed: Iterable[Mention]) -> Iterator[Mention]:
    """The acts of a text by what it prints alone; `listed` are those that the register gave."""
    found: list[Mention] = []
    own = _own_names(ctx)
    if own:
        places = NameIndex((name, name) for name in sorted(own)).find(ctx.text)
        found.extend(make_law(ctx, start, end, "law.own-name/1") for start, end, _ in places)
    begun = {m.start for m in (*listed, *found)}
    shapes = [
        make_law(ctx, m.start(), m.end(), "law.shape/2") for m in _SHAPE.finditer(ctx.text) if m[0] not in _NOT_ACT
    ]
    free = [m for m in _free(ctx) if m.start not in begun]
    yield from found
    yield from shapes
    yield from free
    yield from _with_more(ctx, shapes, begun | {m.start for m in free})


def starts_clause(word: str) -> bool:
    """Whether a word in small letters can't stand in an act's name: what follows the name begins with it."""
    return word in _STOP or _PRONOUN.fullmatch(word) is not None


def _own_names(ctx: FindContext) -> set[str]:
    """Names of acts that the text gives in brackets or in its closing article."""
    found: set[str] = set()
    for pattern in (_IN_BRACKETS, _QUOTED):
        for match in pattern.finditer(ctx.text):
            name = " ".join(match["n"].split())
            if not _NOT_IN_BRACKETS.search(name) and name not in _NOT_ACT and len(name) > 6:
                found.add(name)
    return found


def _free(ctx: FindContext) -> Iterator[Mention]:
    """ "de Wet toezicht informeel onderwijs": words in small letters up to the first that can't be in a name."""
    for match in _FREE_NAME.finditer(ctx.text):
        end = match.end("first")
        words = 0
        while (word := _NEXT_WORD.match(ctx.text, end)) is not None and not starts_clause(word["w"]) and words < 9:
            end = word.end()
            words += 1
        year = _YEAR_BEHIND.match(ctx.text, end)
        end = year.end() if year is not None else end
        if words >= (1 if match["of"] else 2):
            yield make_law(ctx, match.start(), end, "law.free/2", confidence=0.7)


def _with_more(ctx: FindContext, shapes: list[Mention], begun: set[int]) -> Iterator[Mention]:
    """ "Tulpenwet woonruimte": a compound that no register has goes on in small letters, where the same words stand
    at least twice or end at a comma, a full stop or a bracket."""
    for mention in shapes:
        if " " in mention.text.strip() or mention.start in begun:
            continue
        start, end = ctx.view.to_view(mention.start), ctx.view.to_view(mention.end)
        words = 0
        while (word := _NEXT_WORD.match(ctx.text, end)) is not None and not starts_clause(word["w"]) and words < 4:
            end = word.end()
            words += 1
        name = " ".join(ctx.text[start:end].split())
        if words and (_ENDS.match(ctx.text, end) or len(re.findall(_spaced(name), ctx.text)) > 1):
            yield make_law(ctx, start, end, "law.compound/1", confidence=0.7)


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())
