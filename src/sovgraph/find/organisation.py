"""Named bodies: from the register, by the shape of their name, and by an abbreviation that the text defines."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Organisation
from sovgraph.find import organisation_shapes as shapes
from sovgraph.find.abbreviated import uses_of
from sovgraph.find.base import FindContext, Taken, finder
from sovgraph.find.index import NAME_LISTS, NameIndex, name_list
from sovgraph.find.literals import NAMES
from sovgraph.find.scan import Anchors, Scan
from sovgraph.model import Mention, MentionType, Status

_ARTICLE = re.compile(r"^(?:[Dd]e|[Hh]et)\s+")
_CHAMBERS = Scan(
    r"(?<![^\W\d_])(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-?\s?Generaal)?(?![^\W\d_])", ["Tweede", "Eerste"]
)
_MINISTRY = Scan(r"(?<![\w-])(?P<word>[Mm]inisteries?|MINISTERIES?)\s+(?P<of>van|voor|VAN|VOOR)\s+", ["ministerie"])
_MINISTRY_NAME = re.compile(r"^[Mm]inisterie van (.+)$")
_MINISTRY_AND = re.compile(r"\s*(?:,|\ben\b)\s*(?:en\s+)?(?:van\s+|voor\s+)?")
_MINISTRY_FREE = re.compile(
    rf"{shapes.NAME_WORD}(?:,\s+{shapes.NAME_WORD}(?=(?:,\s+{shapes.NAME_WORD}){{0,4}}\s+en\s+[A-Z]))*(?:\s+en\s+(?!Europee?se?\s){shapes.NAME_WORD})?"
)
_NAME_WORD = re.compile(r"[^\W_][\w'’]*")
_OWN_COUNTRY = "NLD"
_ADJECTIVE_BEFORE = re.compile(r"(?<![\w-])(?P<adjective>[A-ZÀ-Þ][\w-]+)[^\S\n]+(?:Hoge[^\S\n]+)?$")
_ADJECTIVE_LENGTH = 40
_OF_ANY_COUNTRY = frozenset(("eu", "internationaal", "bedrijf", "media", "kennis", "parlement"))
_SUPPRESS = frozenset(
    (
        MentionType.COMMITTEE,
        MentionType.MINISTER,
        MentionType.KAMERSTUK,
        MentionType.HANDELINGEN,
        MentionType.AANHANGSEL,
        MentionType.EU_ACT,
        MentionType.OJ,
        MentionType.COM,
        MentionType.PARTY,
        MentionType.LAW,
    )
)
_BODY, _OPEN = MentionType.ORGANISATION, Status.UNRESOLVED


@name_list
def _index(names: Authority) -> NameIndex[Organisation]:
    return NameIndex(
        ((_ARTICLE.sub("", name), o) for o in names.organisations for name in _names_of(o) if len(name) > 1),
        single_capitals=True,
        shared=NAMES,
    )


def _names_of(body: Organisation) -> Iterator[str]:
    yield from (body.name, *body.variants, body.abbreviation)
    if body.kind == "rechtspraak" and " " in body.name:
        yield body.name[0].lower() + body.name[1:]  # "de rechtbank Den Haag"


@name_list
def _ministries_by_portfolio(names: Authority) -> NameIndex[Organisation]:
    ministries = [o for o in names.organisations if o.kind == "ministerie"]
    labelled = [(n, o) for o in ministries for n in (o.name, o.abbreviation, *o.variants)]
    return NameIndex(((_MINISTRY_NAME.sub(r"\1", name), o) for name, o in labelled if name), shared=NAMES)


@lru_cache(maxsize=4)
def _foreign(names: Authority) -> frozenset[str]:
    """Adjectives behind which a Dutch body's name is that of another country's body."""
    found = {a for c in names.countries if c.alpha3 != _OWN_COUNTRY for a in c.adjectives if a.endswith("e")}
    return frozenset(found | {"Vlaamse", "Waalse"})


@lru_cache(maxsize=4)
def _foreign_places(names: Authority) -> Anchors:
    return Anchors(_foreign(names))


NAME_LISTS.append(_foreign_places)


@lru_cache(maxsize=4)
def _countries(names: Authority) -> frozenset[str]:
    return frozenset(fold(n) for c in names.countries for n in (c.name, *c.variants))


@lru_cache(maxsize=4)
def _committees(names: Authority) -> frozenset[str]:
    return frozenset(fold(n) for c in names.committees for n in (c.name, *c.variants))


@finder(
    "organisation",
    stage=2,
    examples=[
        ("ADVIES RAAD VAN STATE EN NADER RAPPORT1", (("RAAD VAN STATE", None),)),
        ("de ministeries van VWS, BZK en Defensie", (("ministeries van VWS", None), ("BZK", None), ("Defensie", None))),
        ("HOOFDSTUK I. MINISTERIE VAN DEFENSIE", (("MINISTERIE VAN DEFENSIE", None),)),
        ("bij het Ministerie van Financiën en Europese zaken", (("Ministerie van Financiën", None),)),
        ("het rapport van de commissie-Wolkers over", (("commissie-Wolkers", None),)),
        (
            "de rechtbank Den Haag en het openbaar ministerie",
            (("rechtbank Den Haag", None), ("openbaar ministerie", None)),
        ),
        ("de Stichting Recht op Wolken tegen Regenhinder", (("Stichting Recht op Wolken tegen Regenhinder", None),)),
        ("geld uit het Wolkenfonds Mist komt", (("Wolkenfonds Mist", None),)),
        ("de Cloud Humanitarian Foundation helpt", (("Cloud Humanitarian Foundation", None),)),
        (
            "de commissie Toekomst wolken boven zee (TWBZ) en de TWBZ",
            (("commissie Toekomst wolken boven zee", None), ("TWBZ", None), ("TWBZ", None)),
        ),
        ("Raad voor het Openbaar Bestuur (Rob)", (("Raad voor het Openbaar Bestuur", None), ("Rob", None))),
        ("Belgische Gezondheidsraad", (("Gezondheidsraad", None),)),
        ("de Expertgroep Wolken IJmeer", (("Expertgroep Wolken IJmeer", None),)),
    ],
    rejects=[
        "de organisatie van het debat",
        "een stichting zonder naam",
        "de minister van Financiën",
        "Jaarrapportage Wolken Rijk (JWR)",
        "de Volgcommissie(s): EU, OCW",
        "de Hoge Vertegenwoordiger (HV)",
        "een Cloud Assistant (CA) en een Verpleegkundig Specialist (VS)",
        "op de West Bank",
        "de Nederlandse Vereniging voor mist en regen",
        "een Taskforce Problematisch gedrag",
        "Nationaal Programma Wolken en Mist (NPWM)",
        "de commissie-Financiën",
    ],
)
def find_organisations(ctx: FindContext) -> list[Mention]:
    named = list(_index(ctx.names).find(ctx.text))
    sure = {(start, end) for start, end, _ in named}
    found = [*_registered(ctx, named), *_ministries(ctx)]
    found += [_unresolved(ctx, start, end, rule) for start, end, rule in (*_shaped(ctx, sure), *_spelled_out(ctx))]
    found += _defined(ctx, found)
    if found and (spans := [(m.start, m.end) for m in ctx.mentions if m.type in _SUPPRESS]):
        occupied = Taken(spans)
        return [m for m in found if not occupied.holds(m.start, m.end)]
    return found


def _registered(ctx: FindContext, named: list[tuple[int, int, Organisation]]) -> Iterator[Mention]:
    adjectives = _foreign_places(ctx.names).places(ctx.text) if named else []
    for start, end, body in named:
        if adjectives and body.kind not in _OF_ANY_COUNTRY and _is_foreign(ctx, start, adjectives):
            yield _unresolved(ctx, start, end, "organisation.foreign/1")
        else:
            yield _resolved(ctx, start, end, body, "organisation.register/1")


def _is_foreign(ctx: FindContext, start: int, adjectives: list[int]) -> bool:
    """Whether the adjective of another country stands before a name. `adjectives`: where there are any."""
    near = max(0, start - _ADJECTIVE_LENGTH)
    if bisect_left(adjectives, near) == bisect_left(adjectives, start):
        return False
    before = _ADJECTIVE_BEFORE.search(ctx.text, near, start)
    return before is not None and before["adjective"] in _foreign(ctx.names)


def _resolved(ctx: FindContext, start: int, end: int, body: Organisation, rule: str) -> Mention:
    return ctx.mention(
        _BODY,
        start,
        end,
        rule,
        iri=body.iri or None,
        confidence=0.98,
        parts=(("key", body.key),),
    )


def _unresolved(ctx: FindContext, start: int, end: int, rule: str) -> Mention:
    return ctx.mention(_BODY, start, end, rule, status=_OPEN, confidence=0.9)


def _ministries(ctx: FindContext) -> Iterator[Mention]:
    """Ministries by their portfolios, one mention for each of "de ministeries van VWS, BZK en Financiën"."""
    heads = list(_MINISTRY.finditer(ctx.text))
    if not heads:
        return
    known = {start: (end, body) for start, end, body in _ministries_by_portfolio(ctx.names).find(ctx.text)}
    for head in heads:
        at = head.end()
        if at not in known:
            free = _MINISTRY_FREE.match(ctx.text, at)
            if free is not None and head["of"].lower() == "van":
                yield _unresolved(ctx, head.start(), free.end(), "organisation.shape/1")
            continue
        end, body = known[at]
        yield _resolved(ctx, head.start(), end, body, "organisation.ministry/1")
        while head["word"].lower().endswith("s"):
            joint = _MINISTRY_AND.match(ctx.text, end)
            if joint is None or joint.end() not in known:
                break
            end, body = known[joint.end()]
            yield _resolved(ctx, joint.end(), end, body, "organisation.ministry/1")


def _shaped(ctx: FindContext, sure: Container[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and rule of what only looks like a body, without what the register names (`sure`)."""
    text = ctx.text
    for match in (*shapes.shaped(text), *_CHAMBERS.finditer(text), *shapes.compounds(text)):
        if match.span() not in sure and not shapes.is_cut(text, match):
            yield *match.span(), "organisation.shape/1"
    for match in shapes.BY_CHAIR.finditer(text):
        if match.span() not in sure and fold(match["name"]) not in _committees(ctx.names):
            yield *match.span(), "organisation.chair/1"


def _spelled_out(ctx: FindContext) -> Iterator[tuple[int, int, str]]:
    """ "Koninklijke Nederlandse Politiehonden Vereniging (KNPV)": a name whose initials the brackets hold."""
    for match in shapes.names_and_abbreviations(ctx.text):
        start = _start_by_initials(match)
        if start is None or shapes.CHAPTER.fullmatch(match["a"]):
            continue
        name = ctx.text[start : match.end("name")]
        if shapes.NOT_BODY.search(name) is None and fold(name) not in _countries(ctx.names):
            yield start, match.end("name"), "organisation.spelled-out/1"
    for match in shapes.IN_SMALL_LETTERS.finditer(ctx.text):
        if "".join(word[0].upper() for word in match["words"].split()) == match["a"]:
            yield *match.span("name"), "organisation.spelled-out/1"


def _start_by_initials(match: re.Match[str]) -> int | None:
    """Where the name begins whose capitals the abbreviation consists of."""
    letters = [c for c in match["a"].split()[0] if c.isupper()]
    if len(letters) < 2 or letters[0] not in match["name"]:
        return None
    name = match["name"]
    words = [word.start() for word in _NAME_WORD.finditer(name) if name[word.start()].isupper()]
    initials = [name[start] for start in words]
    for cut in range(max(0, len(words) - len(letters) - 2), len(words)):
        if initials[cut : cut + len(letters)] == letters:
            return match.start("name") + words[cut]
    return None


def _defined(ctx: FindContext, found: list[Mention]) -> Iterator[Mention]:
    """Abbreviations in brackets behind a body's name, and every later use of them."""
    known: dict[str, Mention] = {}
    for mention in found:
        match = shapes.ABBREVIATION.match(ctx.document.text, mention.end)
        if match is not None and _is_abbreviation(match["a"], mention, ctx.names):
            known.setdefault(match["a"], mention)
    if not known:
        return
    for start, end, mention in uses_of(known, ctx.text):
        yield ctx.mention(
            _BODY,
            start,
            end,
            "organisation.abbreviation/1",
            iri=mention.iri,
            status=mention.status,
            confidence=0.95,
            parts=mention.parts,
        )


def _is_abbreviation(short: str, mention: Mention, names: Authority) -> bool:
    if shapes.CHAPTER.fullmatch(short) or fold(short) in _countries(names):
        return False
    body = names.organisation_by_key.get(mention.part("key") or "")
    registered = body is not None and short.casefold() == body.abbreviation.casefold()
    return registered or sum(c.isupper() for c in short) >= 2
