"""Parliamentary committees: "vaste commissie voor Justitie en Veiligheid", two in one breath, "commissie OCW", and
the lists of committees that a paper was also sent to."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Committee
from sovgraph.find.abbreviated import uses_of
from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import Anchors, Scan
from sovgraph.model import Mention, MentionType, Status

_LETTER = r"[^\W\d_]"
_WORD = Anchors(["commissie"])
"""The word that every committee's name or heading holds. Patterns below are found by the word that they begin with."""
_HEAD = Scan(
    r"(?<![\w-])(?P<kind>(?:[Vv]aste|[Aa]lgemene|[Tt]ijdelijke|[Bb]ijzondere|VASTE|ALGEMENE|TIJDELIJKE)\s+)?"
    r"(?:(?:[Pp]arlementaire\s+(?:onderzoeks|enquête)?|(?P<kamer>[Kk]amer)|[Ee]nquête|[Oo]nderzoeks)?commissies?|COMMISSIES?|[Cc]ommissies?)\s+"
    r"(?:voor|VOOR|inzake)\s+(?:de\s+|het\s+|DE\s+|HET\s+)?",
    "vaste algemene tijdelijke bijzondere parlementaire kamercommissie enquêtecommissie onderzoekscommissie commissie".split(),
)
_SHORT_HEAD = Scan(
    rf"(?<![\w-])(?:(?:[Vv]aste|[Aa]lgemene)\s+[Cc]|[Cc](?=ommissies?\s+{_LETTER}*[A-Z]{{2}})|c|[Kk]amerc)ommissies?\s+"
    r"(?:van\s+(?:de\s+|het\s+)?)?(?=[A-ZÀ-Þ]|(?P<small>[a-z]{12}))",
    ["vaste", "algemene", "commissie", "kamercommissie"],
)
_NAMED = Scan(
    r"(?<![\w-])(?:(?:(?:tijdelijke|parlementaire|huishoudelijke|bijzondere)\s+){1,2}(?:gemengde\s+)?"
    r"(?:enquête|enquete|ondervragings|onderzoeks)?|enquête|enquete|ondervragings|thema)commissie(?!\w)",
    "tijdelijke parlementaire huishoudelijke bijzondere enquêtecommissie enquetecommissie ondervragingscommissie themacommissie".split(),
    flags=re.IGNORECASE,
)
_TEMPORARY = Scan(r"Tijdelijke\s+[Cc]ommissie\s+(?=[A-ZÀ-Þ])", ["Tijdelijke"])
_FREE_WORD = rf"[A-ZÀ-Þ](?:{_LETTER}|['-])*"
_FREE = re.compile(
    rf"{_FREE_WORD}(?:(?:\s*[,&/]\s*|\s+(?:en|EN|de|der|van|voor)\s+|\s+)(?:(?:en|EN|de|het)\s+)?{_FREE_WORD}){{0,14}}"
)
_FREE_CAPS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'-]+(?:(?:\s*[,&/]\s*|\s+EN\s+|\s+)[A-ZÀ-Þ][A-Za-zÀ-ÿ'-]+){0,24}")
_MARK = r"(?:\d{1,2}(?!\d))?"
"""The figure of a footnote behind a name, as at the first committee of most reports."""
_AND = re.compile(
    rf"{_MARK}\s*(?:,|\s(?:en|EN))\s*(?:(?:en|EN)\s+)?(?:(?:de\s+)?(?:vaste|VASTE)\s+(?:commissie|COMMISSIE)\s+)?(?P<of>(?:voor|VOOR)\s+(?:de\s+)?)?"
)
_CONNECTOR_AT_END = re.compile(r"(?:\s(?:en|EN|voor|VOOR|van|VAN)|[,&/])\s*$")
_LOOSE_END = re.compile(r"(?:\s+(?:en|van|voor|de|het))+\s*\Z")
_GOES_ON = re.compile(r"\s*/\s*[A-ZÀ-Þ]")
_SENTENCE = re.compile(r"\n|\s(?:De|Het|In|Op|Een|Aan|Deze|Dit)\s")
_LOWER = re.compile(r"[^\s.;:()\d]+(?:[^\S\n]+[^\s.;:()\d]+){0,9}")
_ELSEWHERE = re.compile(r"\s+(?:van|in|uit)\s+(?:het\s+(?:EP\b|Europee?se?\b)|de\s+(?:Bundestag|VN)\b)")
_SENT_TO = Scan(
    r"(?<![\w-])(?:[Vv]olg|[Vv]oortouw)commissies?(?:\(s\))?\s*:[^\S\n]*", ["volgcommissie", "voortouwcommissie"]
)
_SENT_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]*(?:[&-]?[A-Z][A-Za-z]*)+(?!\w)")
_FOR_ITEM = re.compile(r"\s+i\.v\.m\.\s+agendapunt(?:en)?\s+\d+(?:\s*(?:,|en)\s*\d+){0,60},?")
_SENT_NEXT = re.compile(r"[^\S\n]*(?:[,;/]|\ben\b)\s*")
_ABBREVIATION = re.compile(r"\s*\((?:hierna:?\s+)?[\"']?(?P<a>[A-Z]{2,6})[\"']?\)")
_IN_BRACKETS = re.compile(rf"{_MARK}\s*\((?P<a>[A-Z][A-Za-z&/-]{{1,9}})\)")
_ABBREVIATION_LENGTH = 8


@lru_cache(maxsize=4)
def _known(names: Authority) -> dict[str, Committee]:
    return {fold(n): c for c in names.committees for n in (*c.variants, c.name)}


@lru_cache(maxsize=4)
def _printed(names: Authority) -> frozenset[str]:
    return frozenset(n for c in names.committees for n in (*c.variants, c.name))


def _longest_known(text: str, start: int, end: int, known: dict[str, Committee]) -> tuple[int, Committee] | None:
    """The longest prefix of text[start:end], cut at word ends, that is a committee's name."""
    stops = [end, *[start + m.start() for m in re.finditer(r"[\s,/&]+", text[start:end])][::-1]]
    for stop in stops:
        if _CONNECTOR_AT_END.search(text, start, stop):
            continue  # folding would let "… en" pass for the name
        committee = known.get(fold(text[start:stop]))
        if committee is not None:
            return stop, committee
    return None


def _name(text: str, at: int, known: dict[str, Committee]) -> tuple[int, Committee | None] | None:
    match = _FREE_CAPS.match(text, at) or _FREE.match(text, at)
    longer = _FREE.match(text, at)
    if match is None or longer is None:
        return None
    end = max(match.end(), longer.end())
    end = at + len(text[at:end].rstrip(" ,/&\n"))
    exact = _longest_known(text, at, end, known)
    if exact is not None and (exact[0] == end or _GOES_ON.match(text, exact[0]) is None):
        return exact
    broken = _SENTENCE.search(text, at if exact is None else exact[0], end)
    stop = broken.start() if broken else end
    loose = _LOOSE_END.search(text, at, stop)
    return (loose.start() if loose else stop), None


@finder(
    "committee",
    examples=[
        (
            "De vaste commissie voor Verkeer en Waterstaat1 heeft",
            (("vaste commissie voor Verkeer en Waterstaat", None),),
        ),
        (
            "de vaste commissies voor Financiën1 en voor Defensie2 hebben",
            (("vaste commissies voor Financiën", None), ("Defensie", None)),
        ),
        ("VASTE COMMISSIE VOOR FINANCIËN2", (("VASTE COMMISSIE VOOR FINANCIËN", None),)),
        (
            "de commissie voor Defensie / Wolken en Mist van",
            (("commissie voor Defensie / Wolken en Mist", None),),
        ),
        ("dat de commissie Financiën en de commissie OCW", (("commissie Financiën", None), ("commissie OCW", None))),
        (
            "Commissies voor Onderwijs, Cultuur en Wetenschap (OCW) en voor Financiën (FIN)",
            (
                ("Commissies voor Onderwijs, Cultuur en Wetenschap", None),
                ("OCW", None),
                ("Financiën", None),
                ("FIN", None),
            ),
        ),
        ("de vaste commissie van BZK stemt in", (("vaste commissie van BZK", None),)),
        ("Volgcommissie(s): SZW, EU\nZaak: OCW", (("SZW", None), ("EU", None))),
        (
            "Volgcommissie(s): BuZa i.v.m. agendapunt 2, 5,\n7\nEU i.v.m. agendapunt 3\nOCW",
            (("BuZa", None), ("EU", None)),
        ),
        ("van de commissie subsidiariteitstoets op", (("commissie subsidiariteitstoets", None),)),
        ("de Huishoudelijke Commissie beslist", (("Huishoudelijke Commissie", None),)),
        ("de enquêtecommissie Srebrenica heeft", (("enquêtecommissie Srebrenica", None),)),
        (
            "de Tijdelijke Commissie Wolken en Mist (TCWM). De TCWM vraagt",
            (("Tijdelijke Commissie Wolken en Mist", None), ("TCWM", None), ("TCWM", None)),
        ),
        ("de vaste Kamercommissie voor financiën heeft", (("vaste Kamercommissie voor financiën", None),)),
    ],
    rejects=[
        "de commissie heeft gevraagd",
        "de Europese Commissie",
        "de commissie-Meijers",
        "een commissie voor dit doel",
        "de commissie Justitie van het Europees Parlement",
        "de commissie Wolken",
        "een commissie voor financiën en economie",
        "de parlementaire commissie",
    ],
)
def find_committees(ctx: FindContext) -> Iterator[Mention]:
    if not _WORD.places(ctx.text):
        return
    known = _known(ctx.names)
    for head in _HEAD.finditer(ctx.text):
        read = _name(ctx.text, head.end(), known)
        if read is None and (head["kind"] or head["kamer"]):
            read = _in_small_letters(ctx.text, head.end(), known)
        if read is not None:
            yield _mention(ctx, head.start(), *read)
            yield from _in_brackets(ctx, *read)
            yield from _joint(ctx, read[0], known)
    yield from _by_short_name(ctx, known)
    yield from _sent_to(ctx, known)
    named = list(_named(ctx, known))
    yield from named
    yield from _abbreviated(ctx, named)


def _joint(ctx: FindContext, end: int, known: dict[str, Committee]) -> Iterator[Mention]:
    """ "… en voor Defensie": the further committees of one naming."""
    while (joint := _AND.match(ctx.text, _past_brackets(ctx, end))) is not None:
        following = _name(ctx.text, joint.end(), known)
        if following is None or (following[1] is None and not joint["of"]):
            return
        end = following[0]
        yield _mention(ctx, joint.end(), *following)
        yield from _in_brackets(ctx, *following)


def _past_brackets(ctx: FindContext, end: int) -> int:
    match = _IN_BRACKETS.match(ctx.text, end)
    return match.end() if match is not None and match["a"] in _printed(ctx.names) else end


def _in_brackets(ctx: FindContext, end: int, committee: Committee | None) -> Iterator[Mention]:
    """ "commissie voor Onderwijs, Cultuur en Wetenschap (OCW)": the committee's own letters, not the ministry's."""
    match = _IN_BRACKETS.match(ctx.text, end)
    if match is not None and match["a"] in _printed(ctx.names):
        yield _mention(ctx, match.start("a"), match.end("a"), committee)


def _in_small_letters(text: str, at: int, known: dict[str, Committee]) -> tuple[int, Committee] | None:
    words = _LOWER.match(text, at)
    return None if words is None else _longest_known(text, at, words.end(), known)


def _by_short_name(ctx: FindContext, known: dict[str, Committee]) -> Iterator[Mention]:
    """ "commissie Financiën", "commissie OCW": names of the register only, a short one as it is written there."""
    for head in _SHORT_HEAD.finditer(ctx.text):
        free = (_LOWER if head["small"] else _FREE).match(ctx.text, head.end())
        read = None if free is None else _longest_known(ctx.text, head.end(), free.end(), known)
        if read is None or _ELSEWHERE.match(ctx.text, read[0]):
            continue
        name = ctx.text[head.end() : read[0]]
        if len(name) > _ABBREVIATION_LENGTH or name in _printed(ctx.names):
            yield _mention(ctx, head.start(), *read)


def _sent_to(ctx: FindContext, known: dict[str, Committee]) -> Iterator[Mention]:
    """ "Volgcommissie(s): BuZa, EU": committees, never the ministries or the Union of the same letters."""
    text = ctx.text
    for head in _SENT_TO.finditer(text):
        at = head.end()
        while (read := _listed(text, at, known)) is not None:
            yield _mention(ctx, at, *read)
            item = _FOR_ITEM.match(text, read[0])
            following = _SENT_NEXT.match(text, read[0]) if item is None else re.compile(r"\s*").match(text, item.end())
            if following is None:
                break
            at = following.end()
            if item is not None:
                further = _listed(text, at, known)
                if further is None or _FOR_ITEM.match(text, further[0]) is None:
                    break


def _listed(text: str, at: int, known: dict[str, Committee]) -> tuple[int, Committee | None] | None:
    free = _FREE.match(text, at)
    line = text.find("\n", at)
    if free is None:
        return None
    read = _longest_known(text, at, min(free.end(), line if line >= 0 else len(text)), known)
    if read is not None:
        return read
    short = _SENT_ABBREVIATION.match(text, at)
    return None if short is None else (short.end(), None)


def _named(ctx: FindContext, known: dict[str, Committee]) -> Iterator[Mention]:
    """Committees whose name holds the word: "Huishoudelijke Commissie", "enquêtecommissie Srebrenica"."""
    for head in _NAMED.finditer(ctx.text):
        words = _LOWER.match(ctx.text, head.start())
        end = head.end() if words is None else max(head.end(), words.end())
        read = _longest_known(ctx.text, head.start(), end, known)
        if read is None or read[0] < head.end():
            blank = re.compile(r"\s+").match(ctx.text, head.end())
            read = None if blank is None else _longest_known(ctx.text, blank.end(), end, known)
        if read is not None:
            yield _mention(ctx, head.start(), *read)
    for head in _TEMPORARY.finditer(ctx.text):
        free = _FREE.match(ctx.text, head.end())
        if free is not None and _longest_known(ctx.text, head.start(), free.end(), known) is None:
            broken = _SENTENCE.search(ctx.text, head.end(), free.end())
            yield _mention(ctx, head.start(), broken.start() if broken else free.end(), None)


def _abbreviated(ctx: FindContext, named: list[Mention]) -> Iterator[Mention]:
    """Initials in brackets behind a committee named in full, and every later use of them."""
    short: dict[str, Mention] = {}
    for mention in named:
        match = _ABBREVIATION.match(ctx.document.text, mention.end)
        initials = "".join(word[0].upper() for word in mention.text.split() if word not in ("en", "van", "voor", "de"))
        if match is not None and match["a"] == initials:
            short.setdefault(match["a"], mention)
    if not short:
        return
    for start, end, mention in uses_of(short, ctx.text):
        yield ctx.mention(
            MentionType.COMMITTEE,
            start,
            end,
            "committee.abbreviation/1",
            status=mention.status,
            parts=mention.parts,
            confidence=0.95,
        )


def _mention(ctx: FindContext, start: int, end: int, committee: Committee | None) -> Mention:
    parts = (("key", committee.key), ("chamber", committee.chamber)) if committee else ()
    return ctx.mention(
        MentionType.COMMITTEE,
        start,
        end,
        "committee.named/1",
        status=Status.EXACT if committee else Status.UNRESOLVED,
        parts=parts,
        confidence=0.98 if committee else 0.9,
    )
