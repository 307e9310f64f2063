"""Dutch acts and decrees: from the register, by the shape of their name, and by names that the text itself defines.

A bill names itself once in brackets ("(Wet verzamelen en bewaren)") and abbreviates what it cites ("de Wet
milieubeheer (hierna: Wm)"): both are read first and then found everywhere in the paper.
"""

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from sovgraph.authority import Authority
from sovgraph.authority.rows import Act
from sovgraph.find.base import FindContext, finder
from sovgraph.find.dates import anchor_date
from sovgraph.find.index import NameIndex, name_list
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.model import Candidate, Mention, MentionType, Status

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
    "proactief straks opnieuw effectief voldoende lijkt leidt zorgt werkt helpt houden maken gaan komen blijven stellen vormen bieden regelen bepalen kennen gelden vallen krijgen vastgelegde neergelegde genoemde bedoelde gestelde opgenomen voorgestelde beoogde waar wie wat hoe".split()
)
_ABBREVIATION = re.compile(
    r"\s*\(\s*(?:hierna|verder)?(?:\s+(?:ook|te\s+noemen|aangeduid\s+als|afgekort))*\s*:?\s*(?:de\s+|het\s+)?[\"']?(?P<a>[A-Z][A-Za-z]{1,9}(?:\s(?:19|20)\d\d)?)[\"']?\s*\)"
)
_NEW = re.compile(r"\bnieuwe?\s+$")
_VERSION = re.compile(r"\s20(?:XX|xx|\.\.\.?|\.)(?!\d)")
"""The year of an act that isn't there yet."""
_RENEWED = Scan(r"nieuwe\s+(?P<n>[A-Z][\w -]{4,80}?)\s+\((?P=n)\)", ["nieuwe"], passes=REFERENCES)
_UNION = re.compile(r"(?:Europese\s+|EU[- ])$")
_BEFORE_ABBREVIATION = re.compile(
    r"(?<![\w-])(?:Wet|Besluit|Regeling|Tijdelijke\s+(?:wet|regeling))\s+(?P<words>(?:[a-zà-ÿ-]+\s+){1,6})$"
)
_WORD_OF_LAW = re.compile(r"[A-Z]?[a-zà-ÿ-]{3,}wet(?:\s(?:19|20)\d\d)?")


def _names_of(act: Act) -> Iterator[str]:
    """All names; one that is a single word is also printed without its capital ("erfgoedwet")."""
    for name in (act.name, *act.variants, *act.abbreviations):
        yield name
        if _WORD_OF_LAW.fullmatch(name) and len(name) > 7:
            yield name[0].lower() + name[1:]


@name_list
def _index(names: Authority) -> NameIndex[tuple[Act, ...]]:
    """Names to the acts that bear them: an abbreviation passes on to the act that takes another's place."""
    by_name: dict[str, list[Act]] = {}
    for act in names.acts:
        for name in _names_of(act):
            by_name.setdefault(name, []).append(act)
    return NameIndex(((name, tuple(acts)) for name, acts in by_name.items()), shared=REFERENCES)


def _meant(acts: tuple[Act, ...], day: date | None) -> Act:
    """The act that a name meant on a day; without a day the one that bears it now."""
    later = [a for a in acts if a.since is not None and (day is None or a.since <= day)]
    return (
        max(later, key=lambda a: a.since or date.min) if later else next((a for a in acts if a.since is None), acts[0])
    )


def _of_day(ctx: FindContext, acts: tuple[Act, ...], start: int) -> Act:
    return _meant(acts, anchor_date(ctx.document, ctx.view.to_document(start)))


def _from_register(ctx: FindContext) -> Iterator[Mention]:
    text = ctx.text
    renewed = {" ".join(m["n"].split()) for m in _RENEWED.finditer(text)}
    for start, end, acts in _index(ctx.names).find(text):
        if _of_union(text, start):
            continue
        act = acts[0] if len(acts) == 1 and acts[0].since is None else _of_day(ctx, acts, start)
        version = _VERSION.match(text, end)
        begin = _in_longer_name(text, start) if text[start:end] in act.abbreviations else start
        if begin < start:
            yield _law(ctx, begin, end, "law.longer/1", None, 0.7)
        elif version is not None:
            yield _new(ctx, start, version.end(), act)
        elif not text[end - 1].isdigit() and _NEW.search(text, max(0, start - 8), start):
            yield _new(ctx, start, end, act)
        elif renewed and " ".join(text[start:end].split()) in renewed:
            yield replace(
                _law(ctx, start, end, "law.renewed/1", None),
                status=Status.AMBIGUOUS,
                candidates=_bearer(act),
                reason="the paper's title names a new act of this name",
            )
        else:
            yield _law(ctx, start, end, "law.register/1", act.bwb or None, 1.0)


def _of_union(text: str, start: int) -> bool:
    """ "Europese klimaatwet": an act of the Union."""
    return _UNION.search(text, max(0, start - 12), start) is not None


def _new(ctx: FindContext, start: int, end: int, act: Act) -> Mention:
    """ "een nieuwe Archiefwet", "Archiefwet 20XX": another act than the one that bears the name."""
    mention = _law(ctx, start, end, "law.new/1", None)
    return replace(mention, candidates=_bearer(act), reason="a new act of this name")


def _bearer(act: Act) -> tuple[Candidate, ...]:
    return (Candidate(act.bwb, None, "the act that now bears the name"),) if act.bwb else ()


def _in_longer_name(text: str, start: int) -> int:
    """Where the name begins that the abbreviation at `start` ends: "Regeling beheerst beloningsbeleid Wft 2014"."""
    found = _BEFORE_ABBREVIATION.search(text, max(0, start - 90), start)
    if found is None or not _STOP.isdisjoint(found["words"].split()):
        return start
    return found.start()


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
        ("de Wet toezicht tulpen en bollen moet nog", (("Wet toezicht tulpen en bollen", None),)),
        (
            "De Interimwet op het lager en het hoger bollenonderwijs 1986 gold",
            (("Interimwet op het lager en het hoger bollenonderwijs 1986", None),),
        ),
        ("de Tulpenwet woonruimte, die geldt", (("Tulpenwet woonruimte", None),)),
        ("de Tulpenwet biedt ruimte", (("Tulpenwet", None),)),
        ("het Belastingplan 2031 en", (("Belastingplan 2031", None),)),
        ("de Archiefwet 20XX vervangt", (("Archiefwet 20XX", None),)),
        (
            "de Wet tulpentarief Wmo 2015 en de Wmo 2015",
            (("Wet tulpentarief Wmo 2015", None), ("Wmo 2015", "BWBR0035362")),
        ),
        (
            "Vaststelling van het nieuwe Wetboek van Strafvordering (Wetboek van Strafvordering)",
            (("Wetboek van Strafvordering", None), ("Wetboek van Strafvordering", None)),
        ),
        ("de Wet van de Wmo 2015", (("Wmo 2015", "BWBR0035362"),)),
        ("van de aanbestedingswet 2012 is", (("aanbestedingswet 2012", "BWBR0032203"),)),
    ],
    rejects=[
        "de Europese Klimaatwet",
        "de wet bepaalt",
        "een wetboek",
        "Volgens de Europese wetgeving",
        "het Kabinetsbesluit over",
        "(de wet)",
        "De Omnibuswet van de EU",
        "Wet geeft regels",
    ],
)
def find_laws(ctx: FindContext) -> Iterator[Mention]:
    found = list(_from_register(ctx))
    own = _own_names(ctx)
    if own:
        places = NameIndex(sorted(own.items())).find(ctx.text)
        found.extend(_law(ctx, start, end, "law.own-name/1", bwb) for start, end, bwb in places)
    shapes = (m for m in _SHAPE.finditer(ctx.text) if m[0] not in _NOT_ACT and not _of_union(ctx.text, m.start()))
    found.extend(_law(ctx, match.start(), match.end(), "law.shape/2", None) for match in shapes)
    begun = {m.start for m in found if m.rule != "law.shape/2"}
    found.extend(m for m in _free(ctx) if m.start not in begun)
    found.extend(list(_with_more(ctx, found)))
    yield from found
    yield from _abbreviated(ctx, found)


def _free(ctx: FindContext) -> Iterator[Mention]:
    """ "de Wet toezicht informeel onderwijs": words in small letters up to the first that can't be in a name."""
    for match in _FREE_NAME.finditer(ctx.text):
        end = match.end("first")
        words = 0
        while (word := _NEXT_WORD.match(ctx.text, end)) is not None and word["w"] not in _STOP and words < 9:
            end = word.end()
            words += 1
        year = _YEAR_BEHIND.match(ctx.text, end)
        end = year.end() if year is not None else end
        if words >= (1 if match["of"] else 2):
            yield _law(ctx, match.start(), end, "law.free/1", None, 0.7)


def _with_more(ctx: FindContext, found: list[Mention]) -> Iterator[Mention]:
    """ "Tulpenwet woonruimte": a compound that no register has goes on in small letters, where the same words stand
    at least twice or end at a comma, a full stop or a bracket."""
    known = {m.start for m in found if m.rule != "law.shape/2"}
    for mention in found:
        if mention.rule != "law.shape/2" or " " in mention.text.strip() or mention.start in known:
            continue
        start, end = ctx.view.to_view(mention.start), ctx.view.to_view(mention.end)
        words = 0
        while (word := _NEXT_WORD.match(ctx.text, end)) is not None and word["w"] not in _STOP and words < 4:
            end = word.end()
            words += 1
        name = " ".join(ctx.text[start:end].split())
        if words and (_ENDS.match(ctx.text, end) or len(re.findall(_spaced(name), ctx.text)) > 1):
            yield _law(ctx, start, end, "law.compound/1", None, 0.7)


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _abbreviated(ctx: FindContext, found: list[Mention]) -> Iterator[Mention]:
    """Abbreviations that the text gives in brackets behind a name, and every later use of them."""
    known: dict[str, Mention] = {}
    for mention in found:
        match = _ABBREVIATION.match(ctx.text, ctx.view.to_view(mention.end))
        if match is not None and set(match["a"]) - set("IVXLC") and match["a"].upper() != match["a"].capitalize():
            known.setdefault(match["a"], mention)
    if not known:
        return
    for start, end, mention in NameIndex(sorted(known.items())).find(ctx.text):
        yield _law(ctx, start, end, "law.abbreviation/1", mention.id, 0.9)
