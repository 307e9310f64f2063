"""Names of natural persons, found by what stands before them, by initials, and by the structure of the paper."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.find.motion import named_motions
from sovgraph.find.surnames import INITIALS, NOT_NAMES, SURNAME, TITLES, WITH_PARTICLES, read_name, read_names
from sovgraph.model import Mention, MentionType, Span

_LEADS = re.compile(
    r"""(?<![\w-])(?:
      (?i:het|dit|ons|elk|ieder)\s+(?:Kamer)?lid
     |(?:[Dd]e|[Bb]eide|[Dd]oor|[Vv]an|[Gg]enoemde|der|en|,)\s+(?:Kamer)?leden
     |(?:[A-Z][\w/-]*-)?[Kk]amer(?:lid|leden)|[Ss]enator(?:en)?
     |[Dd]e\s+(?:heren|heer)|[Mm]eneer|[Mm]evrouw|[Dd]hr\.|[Mm]w\.|[Mm]evr\.|[Dd]e\s+dames|[Cc]ollega(?:'s)?
     |(?:[Dd]emissionair\s+)?(?:[Mm]inister|[Ss]taatssecretaris|[Vv]iceminister-president|[Mm]inister-president|[Pp]remier|[Pp]resident
       |[Ee]urocommissaris|[Bb]ondskanselier|[Bb]urgemeester|[Cc]ommissaris|[Kk]oning|[Oo]ud-minister|[Rr]apporteur|[Ii]ndieners?)
     |[Tt]e\s+weten:|Voorzitter:|Griffier:
    )(?=\s)\s+(?=[A-ZÀ-Þ'])""",
    re.VERBOSE,
)
_GOVERNMENT = re.compile(
    r"(?i)(?:demissionair\s+)?(?:oud-|vice)?(?:minister|staatssecretaris|premier|president|eurocommissaris|commissaris|bondskanselier|koning|burgemeester)"
)
_INITIALS = re.compile(rf"(?<![\w.])(?P<titles>{TITLES}?)(?P<initials>{INITIALS})(?P<name>{WITH_PARTICLES})")
_TITLED = re.compile(rf"(?<![\w.]){TITLES}(?=[A-Z][a-z])")
_NOT_INITIALS = frozenset(
    "B.V. N.V. V.N. E.U. S.A. U.S. C.V. V.S. D.C. C.S. O.A. A.S. Nr. Art. Stb. Trb. Jr. Sr.".split()
)
_HEADING = re.compile(
    r"(?<![\w])(?:MOTIE|AMENDEMENT)\s+VAN\s+(?:HET\s+(?:KAMER)?LID|DE\s+(?:KAMER)?LEDEN)\s+(?P<names>[^\n]{2,200})"
)
_HEADING_END = re.compile(r"\s+C\.?\s?S\.?(?!\w)|\s+TER\s+VERVANGING|\s+OVER\s|\s+INZAKE\s|\s*\n|\d|\s+TOT\s")
_HEADING_SPLIT = re.compile(r"\s*,\s*(?:EN\s+)?|\s+EN\s+|\s*/\s*")
_WITH_PARTY = re.compile(r"(?<=\w)\s?\((?P<party>[A-Z0-9][\w/-]{1,20}(?:\s[A-Z][\w-]+){0,3})\)")
_NAME_AT_END = re.compile(rf"(?<![\w-]){SURNAME}$")
_SECOND_CAP = re.compile(r"\s+[A-ZÀ-Þ]\w+")


@lru_cache(maxsize=4)
def _index(names: Authority) -> NameIndex[str]:
    given = [(p.full_name, p.id) for p in names.persons if " " in p.full_name]
    return NameIndex(given)


def _by_lead(ctx: FindContext) -> Iterator[tuple[int, int, str]]:
    text = ctx.text
    for lead in _LEADS.finditer(text):
        limit = 200 if lead[0].lower().startswith("te weten") else 12
        if lead[0].startswith(("President", "president")) and text.startswith("van ", lead.end()):
            continue
        if _GOVERNMENT.match(lead[0]):
            only = read_name(text, lead.end(), given=False)
            if only is not None:
                yield only[0], _with_second_word(ctx, *only), "person.lead/1"
            continue
        for start, end in read_names(text, lead.end(), limit=limit):
            yield start, _with_second_word(ctx, start, end), "person.lead/1"


def _with_second_word(ctx: FindContext, start: int, end: int) -> int:
    """ "Van Haersma Buma", "Rinnooy Kan": a second capitalised word belongs to a name that the register knows."""
    more = _SECOND_CAP.match(ctx.text, end)
    if more is not None and fold(ctx.text[start : more.end()]) in ctx.names.persons_by_surname:
        return more.end()
    return end


def _by_initials(ctx: FindContext) -> Iterator[tuple[int, int, str]]:
    for match in _INITIALS.finditer(ctx.text):
        initials = match["initials"].replace(" ", "")
        if initials in _NOT_INITIALS or "\n" in match["initials"] + match["titles"]:
            continue
        if initials.count(".") == 1 and len(initials) > 2 and not match["titles"]:
            continue
        end = match.end()
        newline = match["name"].find("\n")
        yield match.start(), match.start("name") + newline if newline > 0 else end, "person.initials/1"


def _in_heading(ctx: FindContext) -> Iterator[tuple[int, int, str]]:
    """ "MOTIE VAN DE LEDEN BOOMSMA EN RAJKOWSKI C.S.": names in capitals."""
    for match in _HEADING.finditer(ctx.text):
        stop = _HEADING_END.search(match["names"])
        names = match["names"][: stop.start()] if stop else match["names"]
        at = match.start("names")
        position = 0
        for joint in (*_HEADING_SPLIT.finditer(names), None):
            end = joint.start() if joint else len(names)
            if names[position:end].strip().isupper():
                yield at + position, at + end, "person.heading/1"
            position = joint.end() if joint else end


def _from_structure(ctx: FindContext) -> Iterator[tuple[int, int, str]]:
    document = ctx.document
    spans: list[tuple[Span, str]] = [(row.name, "composition") for c in document.compositions for row in c.rows]
    spans += [(s.name, "signature") for letter in document.letters for s in letter.signers]
    if document.motion is not None:
        spans += [(mover, "signature") for mover in document.motion.movers]
    if document.clerk is not None:
        spans.append((document.clerk.name, "signature"))
    spans += [(asker, "asker") for exchange in document.exchanges for asker in exchange.askers]
    for span, what in spans:
        start, end = ctx.view_span(span)
        yield start, end, f"person.{what}/1"


def _by_party(ctx: FindContext) -> Iterator[tuple[int, int, str]]:
    """ "Kostić (PvdD)": a name with a known party in brackets behind it."""
    for match in _WITH_PARTY.finditer(ctx.text):
        if fold(match["party"]) not in ctx.names.party_by_name:
            continue
        before = _NAME_AT_END.search(ctx.text, max(0, match.start() - 60), match.start())
        if before is not None and before[0].split()[0] not in NOT_NAMES:
            yield before.start(), before.end(), "person.party/1"


def _in_motions(ctx: FindContext) -> Iterator[tuple[int, int, str]]:
    for motion in named_motions(ctx.text):
        for start, end in motion.movers:
            yield start, _with_second_word(ctx, start, end), "person.motion/1"


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
    ],
    rejects=[
        "de leden van de fractie van JA21",
        "de minister van Justitie en Veiligheid",
        "De leden van de VVD-fractie",
        "Tweede Kamer der Staten-Generaal",
        "de heer en mevrouw",
    ],
)
def find_persons(ctx: FindContext) -> Iterator[Mention]:
    sources = (_from_structure, _by_lead, _by_party, _by_initials, _in_heading, _in_motions)
    for source in sources:
        for start, end, rule in source(ctx):
            yield ctx.mention(MentionType.PERSON, start, end, rule, confidence=0.97)
    for start, end, _ in _index(ctx.names).find(ctx.text):
        yield ctx.mention(MentionType.PERSON, start, end, "person.register/1", confidence=0.99)
