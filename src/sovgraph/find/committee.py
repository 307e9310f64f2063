"""Parliamentary committees: "vaste commissie voor Justitie en Veiligheid", also two in one breath."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Committee
from sovgraph.find.base import FindContext, finder
from sovgraph.model import Mention, MentionType, Status

_HEAD = re.compile(
    r"(?<![\w-])(?:(?:[Vv]aste|[Aa]lgemene|[Tt]ijdelijke|[Bb]ijzondere|VASTE|ALGEMENE|TIJDELIJKE)\s+)?"
    r"(?:(?:[Pp]arlementaire\s+(?:onderzoeks|enquête)?|[Kk]amer|[Ee]nquête|[Oo]nderzoeks)?commissies?|COMMISSIES?|[Cc]ommissies?)\s+"
    r"(?:voor|VOOR|inzake)\s+(?:de\s+|het\s+|DE\s+|HET\s+)?"
)
_SHORT_HEAD = re.compile(
    r"(?<![\w-])(?:(?:[Vv]aste|[Aa]lgemene)\s+)?(?:[Kk]amer)?commissies?\s+(?:van\s+)?(?=[A-Z]{2,}(?![a-z]))"
)
_WORD = r"(?:[A-ZÀ-Þ][\w'-]*|JBZ-[Rr]aad|voorz?)"
_FREE = re.compile(
    r"[A-ZÀ-Þ][\w'-]*(?:(?:\s*[,&/]\s*|\s+(?:en|EN|de|der|van|voor)\s+|\s+)(?:(?:en|EN|de|het)\s+)?(?=[A-ZÀ-Þ])[A-ZÀ-Þ][\w'-]*){0,14}"
)
_FREE_CAPS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'-]+(?:(?:\s*[,&/]\s*|\s+EN\s+|\s+)[A-ZÀ-Þ][\w'-]+)*")
_AND = re.compile(
    r"\s*(?:,|\s(?:en|EN))\s*(?:(?:en|EN)\s+)?(?:(?:de\s+)?(?:vaste|VASTE)\s+(?:commissie|COMMISSIE)\s+)?(?P<of>(?:voor|VOOR)\s+(?:de\s+)?)?"
)
_CONNECTOR_AT_END = re.compile(r"(?:\s(?:en|EN|voor|VOOR|van|VAN)|[,&/])\s*$")


@lru_cache(maxsize=4)
def _known(names: Authority) -> dict[str, Committee]:
    return {fold(n): c for c in names.committees for n in (*c.variants, c.name)}


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
    if exact is not None:
        return exact
    broken = re.search(r"\n|\s(?:De|Het|In|Op|Een|Aan|Deze|Dit)\s", text[at:end])
    return (at + broken.start() if broken else end), None


@finder(
    "committee",
    rejects=[
        "de commissie heeft gevraagd",
        "de Europese Commissie",
        "de commissie-Meijers",
        "een commissie voor dit doel",
    ],
)
def find_committees(ctx: FindContext) -> Iterator[Mention]:
    text = ctx.text
    known = _known(ctx.names)
    for head in _HEAD.finditer(text):
        read = _name(text, head.end(), known)
        if read is None:
            continue
        end, committee = read
        yield _mention(ctx, head.start(), end, committee)
        while (joint := _AND.match(text, end)) is not None:
            following = _name(text, joint.end(), known)
            if following is None or (following[1] is None and not joint["of"]):
                break
            end, committee = following
            yield _mention(ctx, joint.end(), end, committee)


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
