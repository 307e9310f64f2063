"""Programmes, partnerships and campaigns by name, and activities named by who carries them out and where."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.ids import slugify
from sovgraph.model import Mention, MentionType, Span, Status

_HEAD = r"(?:partnerschap|programma|initiatief|faciliteit|campagne)"
_HYPHEN = re.compile(rf"(?<![\w-])(?P<name>[A-Z][A-Z\d][A-Za-z\d]*(?:[ -][A-Z][A-Za-z\d]+)?)-(?P<head>{_HEAD})(?!\w)")
_WORD = r"[A-ZÀ-Þ][\w'&-]*"
_NUMBER = r"(?:19|20)\d\d"
_TAIL = rf"(?:\s+(?:(?:voor|tegen|de|het|der|en|in|op|met|tot)\s+){{0,2}}{_WORD}|\s+{_NUMBER}(?!\d))"
_NAMED = re.compile(
    rf"(?<![\w-])(?P<all>(?:(?:Nationaal|Nationale|Europees|Europese|Regionaal|Internationaal)\s+)?"
    rf"(?:[Pp]rogramma|[Pp]artnerschap|[A-Z][a-z]+programma)\s+(?P<name>{_WORD}{_TAIL}{{0,6}}))"
)
_QUOTED = re.compile(
    rf"(?<![\w-])(?:{_HEAD}|project|fonds|[a-z]+programma|[a-z]+campagne)\s+(?P<q>['\"])(?P<name>[A-ZÀ-Þ][^'\"\n]{{2,80}})(?P=q)"
)
_VIA = re.compile(
    r"(?<![\w-])(?P<what>(?:[a-z]*campagnes?|[a-z]*projecten|[a-z]*programma's|[a-z]*trainingen|activiteiten|voorlichting))\s+"
    r"(?:die\s+)?(?:via|door)\s+(?:de\s+|het\s+)?$"
)
_GOES_ON = re.compile(r"\s+[a-zà-ÿ]")
_IN = re.compile(r"\s+in\s+$")
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
    short: dict[str, str] = {}
    for match in _HYPHEN.finditer(ctx.text):
        if match["name"] in _GENERIC or _bodies_name(ctx, match.start("name")):
            continue
        if match["name"] not in short and _is_known_before(ctx.text, match["name"], match.start()):
            continue
        key = slugify(match["name"])
        short.setdefault(match["name"], key)
        yield _programme(ctx, match.start(), match.end(), key, match["name"], "programme.hyphen/1")
    for match in _NAMED.finditer(ctx.text):
        yield from _by_name(ctx, match)
    for match in _QUOTED.finditer(ctx.text):
        yield _programme(ctx, match.start(), match.end(), slugify(match["name"]), match["name"], "programme.quoted/1")
    yield from _via_body(ctx)
    for start, end, key in NameIndex(sorted(short.items())).find(ctx.text):
        if not re.match(rf"-{_HEAD}", ctx.text[end : end + 20]):
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


def _by_name(ctx: FindContext, match: re.Match[str]) -> Iterator[Mention]:
    """The first word after "programma" must be a name's, and one word alone must not be a mere sentence start."""
    first = match["name"].split()[0]
    if _NOT_NAME.match(first) or ctx.text[match.start() : match.end()].endswith(("-", "'")):
        return
    if " " not in match["name"].strip() and not match["name"].isupper() and _GOES_ON.match(ctx.text, match.end()):
        return  # "programma Nij begun": the name goes on in small letters, and nobody can say how far
    words = match["all"].split()
    whole = words[0][0].isupper() and words[0] not in ("Programma", "Partnerschap")
    name = match["all"] if whole else match["name"]
    yield _programme(ctx, match.start(), match.end(), slugify(name), " ".join(name.split()), "programme.named/1")


def _via_body(ctx: FindContext) -> Iterator[Mention]:
    countries = {ctx.view.to_view(m.start): m for m in ctx.of_type(MentionType.COUNTRY)}
    starts = sorted(countries)
    for body in ctx.of_type(MentionType.ORGANISATION):
        start, end = ctx.view_span(Span(body.start, body.end))
        via = _VIA.search(ctx.text, max(0, start - 60), start)
        if via is None:
            continue
        at = next((s for s in starts if end < s <= end + 6 and _IN.fullmatch(ctx.text, end, s)), None)
        if at is None:
            continue
        country = countries[at]
        last = ctx.view.to_view(country.end)
        label = " ".join(ctx.text[via.start() : last].split())
        key = slugify(f"{body.text} {country.text}")
        yield _programme(ctx, via.start(), last, key, label, "programme.via/1")


def _programme(
    ctx: FindContext, start: int, end: int, key: str, name: str, rule: str, status: Status = Status.EXACT
) -> Mention:
    return ctx.mention(
        MentionType.PROGRAMME, start, end, rule, id=key, status=status, confidence=0.9, parts=(("name", name),)
    )
