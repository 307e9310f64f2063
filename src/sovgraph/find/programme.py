"""Programmes, partnerships and campaigns by name, and activities named by who carries them out and where."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.find.scan import Anchors, Scan
from sovgraph.ids import slugify
from sovgraph.model import Mention, MentionType, Status

_HEADS = ("partnerschap", "programma", "initiatief", "faciliteit", "campagne")
_HEAD = f"(?:{'|'.join(_HEADS)})"
_HYPHEN = Scan(
    rf"(?<![\w-])(?P<name>[A-Z][A-Z\d][A-Za-z\d]*(?:[ -][A-Z][A-Za-z\d]+)?)-(?P<head>{_HEAD})(?!\w)",
    [f"-{head}" for head in _HEADS],
    back=100,  # longer than any name
)
_HEAD_BEHIND = re.compile(f"-{_HEAD}")
_WORD = r"[A-ZÀ-Þ][\w'&-]*"
_NUMBER = r"(?:19|20)\d\d"
_TAIL = rf"(?:\s+(?:(?:voor|tegen|de|het|der|en|in|op|met|tot)\s+){{0,2}}{_WORD}|\s+{_NUMBER}(?!\d))"
_NAMED = Scan(
    rf"(?<![\w-])(?:[Pp]rogramma|[Pp]artnerschap|[A-Z][a-z]+programma)\s+(?P<name>{_WORD}{_TAIL}{{0,6}})",
    ["programma", "partnerschap"],
    back=None,
)
_SCOPE = re.compile(r"(?<![\w-])(?:Nationaal|Nationale|Europees|Europese|Regionaal|Internationaal)\s+\Z")
_SCOPE_LENGTH = 60
_QUOTED = Scan(
    rf"(?<![\w-])(?:{_HEAD}|project|fonds|[a-z]+programma|[a-z]+campagne)\s+(?P<q>['\"])(?P<name>[A-ZÀ-Þ][^'\"\n]{{2,80}})(?P=q)",
    [*_HEADS, "project", "fonds"],
    back=None,
)
_VIA = Scan(
    r"(?<![\w-])(?:[a-z]*campagnes?|[a-z]*projecten|[a-z]*programma's|[a-z]*trainingen|activiteiten|voorlichting)\s+"
    r"(?:die\s+)?(?:via|door)\s+(?P<article>(?:de|het)\s+)?",
    ["campagne", "projecten", "programma's", "trainingen", "activiteiten", "voorlichting"],
    back=None,
)
_VIA_LENGTH = 60
_CUES = Anchors([*_HEADS, "project", "fonds", "trainingen", "activiteiten", "voorlichting"])
"""No programme is named without one of these."""

_GOES_ON = re.compile(r"\s+[a-zà-ÿ]")
_IN = re.compile(r"\s+in\s+")
_NOT_NAME = re.compile(
    r"^(?:De|Het|Een|Dit|Deze|Wat|Hoe|In|Ik|Zo|Voor|Kan|Kunt|Is|Zijn|VVD|PVV|CDA|SP|D66|NSC|BBB|GroenLinks|PvdA|JA21|SGP|Volt|DENK"
    r"|ChristenUnie|PvdD|FVD|Minister|Kamer|Nederland|EU|Europa)$"
)


@finder(
    "programme",
    stage=3,
    examples=[
        ("Via het PRISMA-partnerschap met de IOM", (("PRISMA-partnerschap", "prisma"),)),
        ("Het BRUG-programma loopt. Onder BRUG valt", (("BRUG-programma", "brug"), ("BRUG", "brug"))),
        (
            "van het Nationaal Programma Armoede en Schulden en de aanpak",
            (("Nationaal Programma Armoede en Schulden", "nationaal-programma-armoede-en-schulden"),),
        ),
        (
            "het programma Samen tegen Mensenhandel dat",
            (("programma Samen tegen Mensenhandel", "samen-tegen-mensenhandel"),),
        ),
        (
            "bij aan informatiecampagnes via Seefar in Marokko.",
            (("informatiecampagnes via Seefar in Marokko", "seefar-marokko"),),
        ),
        ("het project 'Veilig Thuiskomen' van", (("project 'Veilig Thuiskomen'", "veilig-thuiskomen"),)),
    ],
    rejects=[
        "het regeerprogramma",
        "een programma van eisen",
        "het programma De Hofbar",
        "EU-programma's",
        "een NGO-project",
    ],
)
def find_programmes(ctx: FindContext) -> Iterator[Mention]:
    if not _CUES.places(ctx.text):
        return
    short: dict[str, str] = {}
    for match in _HYPHEN.finditer(ctx.text):
        if match["name"] in _GENERIC or _bodies_name(ctx, match.start("name")):
            continue
        if match["name"] not in short and _is_known_before(ctx.text, match["name"], match.start()):
            continue
        key = slugify(match["name"])
        short.setdefault(match["name"], key)
        yield _programme(ctx, match.start(), match.end(), key, match["name"], "programme.hyphen/1")
    done = 0
    for match in _NAMED.finditer(ctx.text):
        scope = _SCOPE.search(ctx.text, max(done, match.start() - _SCOPE_LENGTH), match.start())
        yield from _by_name(ctx, scope.start() if scope else match.start(), match)
        done = match.end()
    for match in _QUOTED.finditer(ctx.text):
        yield _programme(ctx, match.start(), match.end(), slugify(match["name"]), match["name"], "programme.quoted/1")
    yield from _via_body(ctx)
    again = NameIndex(sorted(short.items())).find(ctx.text) if short else ()
    for start, end, key in again:
        if not _HEAD_BEHIND.match(ctx.text, end):
            yield _programme(ctx, start, end, key, ctx.text[start:end], "programme.again/1", Status.INFERRED)


_GENERIC = frozenset("EU VN NGO ICT AI IT MKB VWS OCW SZW BZK JBZ NL VS VK ODA EZ LNV MBO HBO WO TV".split())


def _is_known_before(text: str, name: str, start: int) -> bool:
    """ "(IBR) … het IBR-programma": a word that the text has used before names what the programme is about."""
    at = text.find(name)
    return at < start and re.search(rf"(?<!\w){re.escape(name)}(?![\w-])", text[at:start]) is not None


def _bodies_name(ctx: FindContext, start: int) -> bool:
    """ "IOM-project" names the body that runs a project, not a programme; so does "COA-programma"."""
    here = ctx.view.to_document(start)
    return any(m.start == here for m in ctx.of_type(MentionType.ORGANISATION, MentionType.PARTY, MentionType.COUNTRY))


def _by_name(ctx: FindContext, start: int, match: re.Match[str]) -> Iterator[Mention]:
    """The first word after "programma" must be a name's, and one word alone must not be a mere sentence start."""
    first = match["name"].split()[0]
    if _NOT_NAME.match(first) or match[0].endswith(("-", "'")):
        return
    if " " not in match["name"].strip() and not match["name"].isupper() and _GOES_ON.match(ctx.text, match.end()):
        return  # "programma Nij begun": the name goes on in small letters, and nobody can say how far
    whole_name = ctx.text[start : match.end()]
    words = whole_name.split()
    whole = words[0][0].isupper() and words[0] not in ("Programma", "Partnerschap")
    name = whole_name if whole else match["name"]
    yield _programme(ctx, start, match.end(), slugify(name), " ".join(name.split()), "programme.named/1")


def _via_body(ctx: FindContext) -> Iterator[Mention]:
    """ "informatiecampagnes via Seefar in Marokko": what is done, through a body, in a country."""
    vias = list(_VIA.finditer(ctx.text))
    if not vias:
        return
    countries = {ctx.view.to_view(m.start): m for m in ctx.of_type(MentionType.COUNTRY)}
    bodies = {ctx.view.to_view(m.start): m for m in ctx.of_type(MentionType.ORGANISATION)}
    for via in vias:
        begins = (via.start("article"), via.end()) if via["article"] else (via.end(),)
        for body in (bodies[at] for at in begins if at in bodies and at - via.start() <= _VIA_LENGTH):
            end = ctx.view.to_view(body.end)
            place = _IN.match(ctx.text, end)
            country = countries.get(place.end()) if place and place.end() <= end + 6 else None
            if country is not None:
                last = ctx.view.to_view(country.end)
                label = " ".join(ctx.text[via.start() : last].split())
                yield _programme(
                    ctx, via.start(), last, slugify(f"{body.text} {country.text}"), label, "programme.via/1"
                )


def _programme(
    ctx: FindContext, start: int, end: int, key: str, name: str, rule: str, status: Status = Status.EXACT
) -> Mention:
    return ctx.mention(
        MentionType.PROGRAMME, start, end, rule, id=key, status=status, confidence=0.9, parts=(("name", name),)
    )
