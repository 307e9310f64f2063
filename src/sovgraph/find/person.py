"""Names of natural persons, found by what stands before them, by initials, and by the structure of the paper."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NAME_LISTS, NameIndex, name_list
from sovgraph.find.lexicon import foreign_names
from sovgraph.find.literals import NAMES
from sovgraph.find.minister import posts
from sovgraph.find.motion import named_motions
from sovgraph.find.name_reader import WORD_BORDER, NameReader, Where, folded, not_persons, read_attendance
from sovgraph.find.person_again import names_again
from sovgraph.find.person_headings import in_headings
from sovgraph.find.person_initials import by_initials
from sovgraph.find.person_leads import leads
from sovgraph.find.scan import Scan
from sovgraph.find.surnames import (
    CALLED,
    CAPITALISED,
    INITIALS,
    LOW,
    NOT_NAMES,
    PARTICLES,
    SURNAME,
    TITLES,
    WITH_PARTICLES,
)
from sovgraph.model import Capacity, Mention, MentionType

Found = Iterator[tuple[int, int, str]]

_DOING_KNOWN = re.compile(r"doen\s+$")
_NATIONAL = re.compile(r"[Nn]ationaal\s+$")
_ATTENDANCE = Scan(
    r"(?:[Tt]egenwoordig|[Aa]anwezig)\s+(?:zijn|is|waren)\s+[\w-]{1,20}\s+(?:leden|lid)\b[^.:;]{0,40}?\bte\s+weten:\s*",
    ("tegenwoordig", "aanwezig"),
)
_COMPOUND = Scan(
    r"(?<![\w-])(?:(?:[Ss]ub)?[Aa]mendement(?:en)?(?:\s?-\s?|(?P<blank>[^\S\n]+))"
    rf"|(?:[Ii]nitiatief(?:wets)?(?:nota|voorstel|wet)|[Ww]etsvoorstel)\s?-\s?)(?={SURNAME})",
    ("amendement", "subamendement", "initiatief", "wetsvoorstel"),
)
_KING = Scan(
    rf"(?<!\w)Wij,?\s+(?P<name>{CAPITALISED}),\s+bij\s+de\s+gratie\s+Gods",
    ("gratie",),
    back=120,
    ahead=40,
    flags=re.IGNORECASE,
)
_SIGNED = (
    r"[^\S\n]*+De\s+(?:(?:fungerend|waarnemend|plaatsvervangend|plv\.)\s+)?(?:adjunct-|vice-|vice)?"
    r"(?:[Vv]oorzitter|[Gg]riffier|[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris|[Pp]resident)\b[^.?!;:]{0,220}?,\s*"
    rf"(?P<name>{TITLES}?{INITIALS}?{CALLED}?{WITH_PARTICLES}(?:[^\S\n]+{WITH_PARTICLES})?)[^\S\n]*$"
)
_SIGNED_FIRST = re.compile(_SIGNED, re.MULTILINE)
_SIGNED_LINE = re.compile(rf"\n{_SIGNED}", re.MULTILINE)
_IN_BRACKETS = re.compile(r"\((?P<party>[A-Z0-9][\w/-]{1,20}(?:\s[A-Z][\w-]+){0,3})\)")
_NAME_BEGINS = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽČĆĐİĞ'](?<![\w-].)")
_NAME_AT_END = re.compile(rf"{SURNAME}\Z")
_PARTICLES = frozenset(particle.lower() for particle in PARTICLES).union(LOW.strip("(?:)").split("|"))
_NO_BEGINNING = NOT_NAMES - {"Van", "De", "Het", "Ten", "Ter", "Op", "In"}
_FIRST_OF_TWO = re.compile(rf"(?<![\w-]){CAPITALISED}\s+$")
_BEHIND_POST = re.compile(rf"[^\S\n]+(?={CAPITALISED})")
_EMPLOYER = re.compile(r"\s(?:van|voor)\s")
_NAME_LINE = re.compile(rf"{TITLES}?{INITIALS}?{CALLED}?{WITH_PARTICLES}(?:\s+{WITH_PARTICLES}){{0,2}}")


@name_list
def _index(names: Authority) -> NameIndex[str]:
    given = [(p.full_name, p.id) for p in names.persons if " " in p.full_name]
    return NameIndex(given, shared=NAMES)


@lru_cache(maxsize=1)
def _abroad() -> NameIndex[str]:
    return NameIndex(((name, name) for name in foreign_names()), shared=NAMES)


NAME_LISTS.append(lambda names: _abroad())


def _by_lead(ctx: FindContext, reader: NameReader) -> Found:
    text = ctx.text
    for lead in leads(text):
        kind, at = lead.lastgroup, lead.end()
        if kind == "post":
            yield from _behind_post(reader, lead)
            continue
        if kind == "member" and _NATIONAL.search(text, max(0, lead.start() - 12), lead.start()):
            continue
        several = lead["several"] or ""
        listed = several.lower().startswith("te weten")
        if listed and _DOING_KNOWN.search(text, max(0, lead.start() - 10), lead.start()):
            continue
        if text[at].islower():
            if kind == "member" and not _known_at(reader, at):
                continue
            if kind == "several" and not several.endswith(("heren", "dames")):
                continue
        for start, end in reader.many(at, limit=200 if listed else 12, plural=kind == "several", loose=kind == "sir"):
            yield start, end, "person.lead/1"


def _known_at(reader: NameReader, at: int) -> bool:
    name = reader.one(at)
    return name is not None and reader.known(*name)


def _behind_post(reader: NameReader, lead: re.Match[str]) -> Found:
    """Behind "minister" a portfolio may stand: "minister Adema van Landbouw", "minister Justitie en Veiligheid"."""
    text, at = reader.text, lead.end()
    plural = lead["post"].endswith(("ministers", "sen"))
    for start, end in reader.many(at, plural=plural, limit=6 if plural else 1, loose=True):
        words = WORD_BORDER.split(text[start:end])
        if words[0] in not_persons(reader.names) or words[-1] in not_persons(reader.names):
            return
        if text[start].islower() and not reader.known(start, end):
            return
        behind = _EMPLOYER.search(text[start:end])
        if behind is not None and text[start].isupper() and not reader.known(start, end):
            end = start + behind.start() if not text.startswith(("Van ", "De "), start) else end
        yield start, end, "person.lead/1"


def _attending(ctx: FindContext, reader: NameReader) -> Found:
    done = 0
    for match in _ATTENDANCE.finditer(ctx.text):
        for start, end in read_attendance(ctx.text, match.end()) if match.start() >= done else ():
            yield start, end, "person.attendance/1"
            done = end


def _in_compounds(ctx: FindContext, reader: NameReader) -> Found:
    """ "amendement-Jansen", "initiatiefnota-De Wit/Smit"; without the hyphen only for a known surname."""
    for match in _COMPOUND.finditer(ctx.text):
        for start, end in reader.many(match.end(), plural=False):
            if match["blank"] and not reader.known(start, end):
                break
            yield start, end, "person.compound/1"


def _signed(ctx: FindContext, reader: NameReader) -> Found:
    """ "De griffier van de vaste commissie voor Sport, Jansen": a post, and a name that ends its line."""
    first = _SIGNED_FIRST.match(ctx.text)
    for match in (*((first,) if first else ()), *_SIGNED_LINE.finditer(ctx.text, first.end() if first else 0)):
        words = WORD_BORDER.split(match["name"])
        ordinary = any(w in not_persons(ctx.names) or w in NOT_NAMES for w in (words[0], words[-1]) if w != "De")
        if (match["name"][0].isupper() and not ordinary and not reader.is_party(*match.span("name"))) or reader.known(
            *match.span("name")
        ):
            yield *match.span("name"), "person.signature/1"


def _king(ctx: FindContext, reader: NameReader) -> Found:
    for match in _KING.finditer(ctx.text):
        yield *match.span("name"), "person.king/1"


def _behind_portfolio(ctx: FindContext, reader: NameReader) -> Found:
    """ "de minister van Buitenlandse Zaken Jansen": a name right behind a whole post."""
    for _, end, _ in posts(ctx.text, ctx.names):
        gap = _BEHIND_POST.match(ctx.text, end)
        name = reader.one(gap.end(), loose=True) if gap else None
        if name is None or ctx.text[slice(*name)].isupper():
            continue
        words = WORD_BORDER.split(ctx.text[slice(*name)])
        if not {words[0], words[-1]} & not_persons(ctx.names):
            yield *name, "person.post/1"


def _from_structure(ctx: FindContext, reader: NameReader) -> Found:
    document = ctx.document
    for composition in document.compositions:
        for row in composition.rows:
            yield *ctx.view_span(row.name), "person.composition/1"
    for letter in document.letters:
        for signer in letter.signers:
            yield *ctx.view_span(signer.name), "person.signature/1"
    if document.motion is not None:
        for mover in document.motion.movers:
            yield *ctx.view_span(mover), "person.signature/1"
    if document.clerk is not None:
        yield *ctx.view_span(document.clerk.name), "person.signature/1"
    for turn in document.turns:
        if turn.name is not None and turn.capacity is not Capacity.CHAIR:
            yield *ctx.view_span(turn.name), "person.speaker/1"
    for chair in document.meeting.chairs if document.meeting is not None else ():
        yield *ctx.view_span(chair), "person.chair/1"
    if document.inquiry is not None:
        for asker in document.inquiry.askers:
            start, end = ctx.view_span(asker.name)
            if _NAME_LINE.fullmatch(ctx.text, start, end):
                yield start, end, "person.asker/1"


def _name_before(text: str, end: int) -> re.Match[str] | None:
    """The longest name that ends there."""
    at = max(0, end - 60)
    before = text[at:end]
    words = before.split()
    if not words or before[-1].isspace():
        return None
    if len(words) > 1 and words[-2].isalpha() and words[-2].lower() not in _PARTICLES and words[-1][0] != "-":
        at = end - len(words[-1])
    for begin in _NAME_BEGINS.finditer(text, at, end):
        name = _NAME_AT_END.match(text, begin.start(), end)
        if name is not None:
            return name
    return None


def _by_party(ctx: FindContext, reader: NameReader) -> Found:
    """ "Kostić (PvdD)": a name with a known party in brackets behind it."""
    text, parties = ctx.text, ctx.names.party_by_name
    for match in _IN_BRACKETS.finditer(text):
        if folded(match[1]) not in parties:
            continue
        at = match.start()
        before = _name_before(text, at - text[at - 1 : at].isspace())
        if before is None:
            continue
        words = before[0].split()
        start, end = before.span()
        if words[0] in _NO_BEGINNING or words[-1] in NOT_NAMES or reader.is_party(start, end):
            continue
        words = text[max(0, start - 30) : start].split()
        if words and not words[-1].islower():
            first = _FIRST_OF_TWO.search(text, max(0, start - 30), start)
            start = first.start() if first and reader.known(first.start(), end) else start
        yield start, end, "person.party/1"


def _in_motions(ctx: FindContext, reader: NameReader) -> Found:
    for motion in named_motions(ctx.text, ctx.names):
        for start, end in motion.movers:
            yield start, end, "person.motion/1"


_SOURCES = (
    _from_structure,
    _by_lead,
    _attending,
    _by_party,
    by_initials,
    in_headings,
    _in_motions,
    _in_compounds,
    _signed,
    _king,
    _behind_portfolio,
)


@finder(
    "person",
    examples=[
        ("het lid Van der Plas (BBB) en", (("Van der Plas", None),)),
        (
            "de leden Podt, Piri (GroenLinks-PvdA) en Van Nispen",
            (("Podt", None), ("Piri", None), ("Van Nispen", None)),
        ),
        ("mr. B.O. Dittrich\nVoorzitter", (("mr. B.O. Dittrich", None),)),
        ("Mededeling van Minister Faber – van de Klashorst (Asiel", (("Faber – van de Klashorst", None),)),
        ("de motie-Van Campen/Boswijk (21501-02)", (("Van Campen", None), ("Boswijk", None))),
        ("MOTIE VAN DE LEDEN BOOMSMA EN VAN DER LEE C.S.", (("BOOMSMA", None), ("VAN DER LEE", None))),
        ("Mevrouw Huizinga-Heringa (ChristenUnie):", (("Huizinga-Heringa", None),)),
        (
            "Aanwezig zijn vijf leden, te weten: Aa, Anna Maria van Bee, Cee Dee Ee, Van 't Ef en De Gee,\n\nen mist",
            (("Aa", None), ("Anna Maria van Bee", None), ("Cee Dee Ee", None), ("Van 't Ef", None), ("De Gee", None)),
        ),
        ("het woord is aan de heer Klaver van GroenLinks", (("Klaver", None),)),
        ("mevrouw Teunissen van de Partij voor de Dieren", (("Teunissen", None),)),
        ("de heer Diederik van Dijk spreekt", (("Diederik van Dijk", None),)),
        ("mijnheer Podt, en mevrouw Ramos Lerida vroeg", (("Podt", None), ("Ramos Lerida", None))),
        ("de heren van Buurse en Lomboek", (("van Buurse", None), ("Lomboek", None))),
        ("premier Zoltan Bartos bezoekt", (("Zoltan Bartos", None),)),
        ("de minister van Buitenlandse Zaken Tamarov zei", (("Tamarov", None),)),
        ("het amendement-Van Nispen/Podt wijzigt", (("Van Nispen", None), ("Podt", None))),
        ("de heer A.B. (Anton) van Vliert", (("A.B. (Anton) van Vliert", None),)),
        ("De griffier van de vaste commissie voor Sport en Spel, Roodbol\n", (("Roodbol", None),)),
        ("De voorzitter van de commissie,\n\nRoodbol\n\nEinde", (("Roodbol", None),)),
        ("Wij Beatrix, bij de gratie Gods, Koningin", (("Beatrix", None),)),
        ("AMENDEMENT VAN HET LID ROODBOL\n\nToelichting\n\nRoodbol", (("ROODBOL", None), ("Roodbol", None))),
        ("het lid Roodbol (VVD) vroeg. Volgens Roodbol is dat zo", (("Roodbol", None), ("Roodbol", None))),
        ("de PVV-senator Van Hattem", (("Van Hattem", None),)),
        ("voor Onderwijs, Cultuur en Wetenschap, M.\nBussemaker", (("M.\nBussemaker", None),)),
    ],
    rejects=[
        "de leden van de fractie van JA21",
        "de minister van Justitie en Veiligheid",
        "De leden van de VVD-fractie",
        "Tweede Kamer der Staten-Generaal",
        "de heer en mevrouw",
        "die dit zien of horen, doen te weten:\nAlzo Wij in overweging",
        "HOOFDSTUK I. MINISTERIE VAN FINANCIËN",
        "I. Algemeen\n\nDe leden",
        "Wat? O. Nou, daarover",
        "de nieuwe tekst: A. Intensievere samenwerking",
        "Aan de leden\n\nDen Haag, 5 mei",
        "Stemmingen moties Grote Waterraad",
        "de staatssecretaris Digitalisering en Koninkrijksrelaties",
        "de Nationaal Rapporteur Verslavingen",
        "de motie van de SP over zebrapaden",
        "rapporteur AO informatievoorziening",
    ],
)
def find_persons(ctx: FindContext) -> Iterator[Mention]:
    reader = NameReader(ctx.text, ctx.names)
    rules: dict[Where, str] = {}
    for source in _SOURCES:
        for start, end, rule in source(ctx, reader):
            where = start, end
            if rule < rules.setdefault(where, rule):
                rules[where] = rule
    registered = {(start, end): None for start, end, _ in _index(ctx.names).find(ctx.text)}
    for start, end in registered:
        yield ctx.mention(MentionType.PERSON, start, end, "person.register/1", confidence=0.99)
    for (start, end), rule in rules.items():
        if (start, end) not in registered:
            yield ctx.mention(MentionType.PERSON, start, end, rule, confidence=0.97)
    for start, end, _ in _abroad().find(ctx.text):
        yield ctx.mention(MentionType.PERSON, start, end, "person.abroad/1", confidence=0.95)
    for start, end in names_again(reader, rules.keys()):
        yield ctx.mention(MentionType.PERSON, start, end, "person.again/1", confidence=0.9)
