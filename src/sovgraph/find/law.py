"""Dutch acts and decrees: from the register, by the shape of their name, and by names that the text itself defines.

An abbreviation that the text gives in brackets ("de Wet milieubeheer (hierna: Wm)") is found everywhere in the
paper, and means there what the text says, whatever the register has under it.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from sovgraph.authority import Authority
from sovgraph.authority.rows import Act
from sovgraph.find.abbreviated import uses_of
from sovgraph.find.base import FindContext, finder
from sovgraph.find.dates import anchor_date
from sovgraph.find.index import NameIndex, name_list
from sovgraph.find.law_names import starts_clause, unlisted_laws
from sovgraph.find.law_sense import (
    NO_ACT,
    NO_NUMBER,
    bearers,
    is_dated,
    is_foreign,
    is_older,
    is_same,
    is_something_else,
    make_law,
    meant,
    suffix_end,
    with_suffix,
)
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.model import Candidate, Mention, Status

_SHORT = (
    r"(?:\s+(?:ook|te\s+noemen|aangeduid\s+als|afgekort))*\s*:?\s*(?:de\s+|het\s+)?"
    r"[\"']?(?P<a>[A-Z][A-Za-z]{1,9}(?:\s(?:19|20)\d\d)?)[\"']?\s*\)"
)
_ABBREVIATION = re.compile(rf"\s*\(\s*(?P<said>hierna|verder)?{_SHORT}")
_DEFINED = Scan(rf"\((?:hierna|verder){_SHORT}", ["(hierna", "(verder"], passes=REFERENCES)
_NO_SHORT_NAME = frozenset("Wet Besluit Regeling Verordening Richtlijn Wetsvoorstel Voorstel Raad Kamer".split())
_NEAR = 250
"""So far before its definition the act of an abbreviation is named."""
_NEW = re.compile(r"\bnieuwe?\s+$")
_VERSION = re.compile(r"\s20(?:XX|xx|\.\.\.?|\.)(?!\d)")
"""The year of an act that isn't there yet."""
_RENEWED = Scan(r"nieuwe\s+(?P<n>[A-Z][\w -]{4,80}?)\s+\((?P=n)\)", ["nieuwe"], passes=REFERENCES)
_BEFORE_NAME = re.compile(
    r"(?<![\w-])(?:(?:Uitvoerings|Vrijstellings|Overgangs)(?:regeling|besluit)|Invoeringswet|Aanpassingswet|Regeling|Besluit)\s+$"
)
""" "Uitvoeringsregeling Meststoffenwet": another act than the one that it carries out."""
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


def _from_register(ctx: FindContext) -> Iterator[Mention]:
    text = ctx.text
    renewed = {" ".join(m["n"].split()) for m in _RENEWED.finditer(text)}
    for start, end, acts in _index(ctx.names).find(text):
        short = any(text[start:end] in act.abbreviations for act in acts)
        if short and is_something_else(text, start, end):
            continue
        begin = _in_longer_name(text, start, short=short)
        last = suffix_end(text, start, end)
        version = _VERSION.match(text, end)
        if begin < start:
            yield make_law(ctx, begin, last, "law.longer/2", confidence=0.7)
        elif version is not None:
            yield _new(ctx, start, version.end(), acts)
        elif last > end:
            yield _suffixed(ctx, start, end, last, acts)
        elif not text[end - 1].isdigit() and _NEW.search(text, max(0, start - 8), start):
            yield _new(ctx, start, end, acts)
        else:
            mention = _named(ctx, start, end, acts)
            yield _open(mention) if renewed and " ".join(text[start:end].split()) in renewed else mention


def _named(ctx: FindContext, start: int, end: int, acts: tuple[Act, ...]) -> Mention:
    """The act that the name meant on the paper's day, where that is one."""
    printed = " ".join(ctx.text[start:end].split())
    if is_dated(acts, printed):
        day = anchor_date(ctx.document, ctx.view.to_document(start))
        act = meant(acts, printed, day)
        if act is None or is_older(ctx.text, start, act, printed):
            reason = "it bears the name, at another time"
            told = f"which act was named so on {day}, isn't certain" if act is None else "an older act of this name"
            return make_law(ctx, start, end, "law.register/2", candidates=bearers(acts, reason), reason=told)
    else:
        act = acts[0]
    return make_law(ctx, start, end, "law.register/2", act.bwb or None, 1.0, reason=NO_NUMBER)


def _suffixed(ctx: FindContext, start: int, end: int, last: int, acts: tuple[Act, ...]) -> Mention:
    """ "Wiv 2002", "WPO BES": an act of its own, and not the one that bears the name without more."""
    words = " ".join(ctx.text[end:last].split())
    act = with_suffix(ctx.names, acts, " ".join(ctx.text[start:end].split()), words)
    if act is not None:
        return make_law(ctx, start, last, "law.suffix/1", act.bwb or None, 1.0, reason=NO_NUMBER)
    candidates = bearers(acts, "the act that bears the name without what follows")[:1]
    return make_law(ctx, start, last, "law.suffix/1", None, 1.0, reason=NO_ACT, candidates=candidates)


def _open(mention: Mention) -> Mention:
    """A name that the paper gives to a new act, and that the register has for one."""
    bearer = (Candidate(mention.id, None, "the act that now bears the name"),) if mention.id else ()
    reason = "the paper's title names a new act of this name"
    return replace(mention, id=None, rule="law.renewed/2", status=Status.AMBIGUOUS, candidates=bearer, reason=reason)


def _new(ctx: FindContext, start: int, end: int, acts: tuple[Act, ...]) -> Mention:
    """ "een nieuwe Archiefwet", "Archiefwet 20XX": another act than the one that bears the name."""
    candidates = bearers(acts, "the act that now bears the name")[-1:]
    return make_law(ctx, start, end, "law.new/1", candidates=candidates, reason="a new act of this name")


def _in_longer_name(text: str, start: int, *, short: bool) -> int:
    """Where the name begins that a name at `start` ends: "Uitvoeringsregeling Meststoffenwet", or with `short` an
    abbreviation: "Regeling beheerst beloningsbeleid Wft 2014"."""
    kind = _BEFORE_NAME.search(text, max(0, start - 30), start)
    if kind is not None:
        return kind.start()
    found = _BEFORE_ABBREVIATION.search(text, max(0, start - 90), start) if short else None
    if found is None or any(map(starts_clause, found["words"].split())):
        return start
    return found.start()


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
        ("de Uitvoeringsregeling Meststoffenwet bevat", (("Uitvoeringsregeling Meststoffenwet", None),)),
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
        ("de Wiv 2002 en de Vw 1965", (("Wiv 2002", "BWBR0013409"), ("Vw 1965", None))),
        ("de WPO BES en de Wft BES", (("WPO BES", "BWBR0030280"), ("Wft BES", None))),
        ("de Gemeentewet 1851 en de Grondwet van 1848", (("Gemeentewet 1851", None), ("Grondwet van 1848", None))),
        ("de Vreemdelingenwet van 2000 is", (("Vreemdelingenwet van 2000", "BWBR0011823"),)),
        ("de Nederlandse Grondwet en die van Turkije", (("Grondwet", "BWBR0001840"),)),
        ("de AOW in Turkije", (("AOW", "BWBR0002221"),)),
        ("volgens artikel 8 Sr en in de Vw", (("Sr", "BWBR0001854"), ("Vw", "BWBR0011823"))),
        (
            "de Wet voortgezet onderwijs 2020 (hierna: WVO) en artikel 3 WVO",
            (("Wet voortgezet onderwijs 2020", "BWBR0044212"), ("WVO", "BWBR0044212"), ("WVO", "BWBR0044212")),
        ),
        (
            "de Wet dieren (hierna: Vw) en de Vw; de Vw 2000",
            (
                ("Wet dieren", "BWBR0030250"),
                ("Vw", "BWBR0030250"),
                ("Vw", "BWBR0030250"),
                ("Vw 2000", "BWBR0011823"),
            ),
        ),
        (
            "boek 2 BW en Boek 7 van het Burgerlijk Wetboek",
            (("boek 2 BW", "BWBR0003045"), ("Boek 7 van het Burgerlijk Wetboek", "BWBR0005290")),
        ),
        ("de Wet toezicht grote tuinen ernaar dienen", (("Wet toezicht grote tuinen", None),)),
        ("van de aanbestedingswet 2012 is", (("aanbestedingswet 2012", "BWBR0032203"),)),
    ],
    rejects=[
        "de Europese Klimaatwet",
        "de ANW-diensten van artsen",
        "de wet bepaalt",
        "een wetboek",
        "Volgens de Europese wetgeving",
        "het Kabinetsbesluit over",
        "(de wet)",
        "De Omnibuswet van de EU",
        "Wet geeft regels",
        "de Belgische Vreemdelingenwet en de nieuwe Turkse grondwet",
        "de Grondwet van Turkije, de Grondwet in Turkije",
        "het Wetboek van Strafrecht van Suriname",
        "de Gemeentewet van Aruba en de Kieswet van Curaçao en die van Sint Maarten",
        "een Grondwet voor Europa",
        "na de WW II",
        "De heer Sr. zei dat Jansen Sr. komt",
        "met de Vw Golf naar Sv Parkstad",
        "de vereniging van wakkere mensen (hierna: Vw) is er; de Vw zingt",
        "De Wet tulpen sluit niets uit",
    ],
)
def find_laws(ctx: FindContext) -> Iterator[Mention]:
    listed = list(_from_register(ctx))
    found = [m for m in (*listed, *unlisted_laws(ctx, listed)) if not _is_foreign(ctx, m)]
    known = _defined(ctx, found)
    others = _defined_otherwise(ctx, found, known)
    if known or others:
        found = [m for m in found if m.text not in known and m.text not in others]
    for start, end, meaning in uses_of(known, ctx.text) if known else ():
        yield _as_defined(ctx, start, end, meaning)
    yield from found


def _is_foreign(ctx: FindContext, mention: Mention) -> bool:
    return is_foreign(ctx, ctx.view.to_view(mention.start), ctx.view.to_view(mention.end))


def _defined(ctx: FindContext, found: list[Mention]) -> dict[str, Mention]:
    """Abbreviations that the text gives in brackets behind a name → the longest name that ends there."""
    known: dict[str, tuple[int, Mention]] = {}
    for mention in found:
        match = _ABBREVIATION.match(ctx.text, ctx.view.to_view(mention.end))
        if match is None or not set(match["a"]) - set("IVXLC") or match["a"].upper() == match["a"].capitalize():
            continue
        if match["a"] in _NO_SHORT_NAME or (match["said"] is None and not _shortens(match["a"], mention.text)):
            continue
        if mention.id is None and is_same(ctx.names, mention.text, match["a"]):
            continue
        before = known.get(match["a"])
        if before is None or (before[0] == match.start() and mention.start < before[1].start):
            known[match["a"]] = match.start(), mention
    return {short: mention for short, (_, mention) in known.items()}


def _defined_otherwise(ctx: FindContext, found: list[Mention], known: dict[str, Mention]) -> set[str]:
    """Abbreviations of the register that the text gives to what is no act: "de vereniging (hierna: Vw)"."""
    defined = [m for m in _DEFINED.finditer(ctx.text) if m["a"] not in known]
    others: set[str] = set()
    for match in defined:
        at = ctx.view.to_document(match.start())
        ids = {m.id for m in found if m.text == match["a"]}
        near = any(m.id in ids and m.text != match["a"] and at - _NEAR < m.start < at for m in found)
        if ids and not near:
            others.add(match["a"])
    return others


def _shortens(short: str, name: str) -> bool:
    """Whether the letters stand in the name in that order: "(Awb)" behind another act doesn't shorten its name."""
    letters = iter(name.lower())
    return all(letter in letters for letter in short.lower() if letter.isalnum())


def _as_defined(ctx: FindContext, start: int, end: int, meaning: Mention) -> Mention:
    name = " ".join(meaning.text.split())
    mention = make_law(ctx, start, end, "law.abbreviation/2", meaning.id, 0.9, reason=f"of '{name}': {meaning.reason}")
    return replace(mention, candidates=meaning.candidates, status=meaning.status)
