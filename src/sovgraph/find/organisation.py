"""Named bodies: from the register, by the shape of their name, and by an abbreviation that the text defines."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.model import Mention, MentionType, Status

_NAME_WORD = r"[A-ZÀ-Þ][\w'’-]*"
_TAIL = rf"(?:(?:\s+(?:en|van|voor|der|de|het|op|in)){{0,3}}\s+{_NAME_WORD}|,\s+{_NAME_WORD}(?=(?:,\s+{_NAME_WORD})*\s+en\s+[A-Z]))*"
_SHAPES = re.compile(
    rf"""(?<![\w-])(?:
      (?:[Mm]inisteries?|MINISTERIE)\s+van\s+{_NAME_WORD}{_TAIL}
     |(?:Inspectie|Stichting|Universiteit|Hogeschool|Vereniging|Federatie|Adviesraad|Gezondheidsraad|Onderwijsraad|Platform|Fonds|Instituut|Autoriteit
        |Rechtbank|Gerechtshof|Agentschap|Planbureau|Landsadvocaat|Verbond|Bond|Veiligheidsregio|Waterschap|Hoogheemraadschap|Omgevingsdienst)
        (?:\s+(?:van|voor|der|de|het|tot|ter|op))*\s+{_NAME_WORD}{_TAIL}
     |(?:Nederlandse|Koninklijke|Landelijke?|Centraal|Nationale?|Europese?|Internationale?|Technische)\s+
        (?:Vereniging|Federatie|Bond|Organisatie|Raad|Instituut|Maatschappij|Bank|Autoriteit|Agentschap|Fonds|Platform|Universiteit|Migratie\s+Netwerk|Ombudsman|Coördinator)
        (?:\s+(?:van|voor|der|de|het|tot|ter|op))*(?:\s+{_NAME_WORD}{_TAIL})?
     |[Cc]ommissie[- ]Meijers
     |{_NAME_WORD}\s+(?:Universiteit|University|Foundation|Institute|College|Bank)
    )(?![\w])""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(r"\s*\(\s*(?:hierna:?\s*)?[\"']?(?P<a>[A-Z][A-Za-z&-]{1,9})[\"']?\s*\)")
_CHAMBERS = re.compile(r"(?<![\w-])(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-?\s?Generaal)?(?![\w])")
_SUPPRESS = (
    MentionType.COMMITTEE,
    MentionType.MINISTER,
    MentionType.KAMERSTUK,
    MentionType.HANDELINGEN,
    MentionType.AANHANGSEL,
)
_FURNITURE = re.compile(r",\s+vergaderjaar\s+\d{4}")


def _occupied(ctx: FindContext) -> list[tuple[int, int]]:
    return sorted((m.start, m.end) for m in ctx.of_type(*_SUPPRESS))


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in spans)


@finder(
    "organisation",
    stage=2,
    rejects=["de organisatie van het debat", "een stichting zonder naam", "de minister van Financiën"],
)
def find_organisations(ctx: FindContext) -> Iterator[Mention]:
    text = ctx.text
    occupied = _occupied(ctx)
    found: list[Mention] = []
    names = (
        (name, o) for o in ctx.names.organisations for name in (o.name, *o.variants, o.abbreviation) if len(name) > 1
    )
    for start, end, body in NameIndex(names).find(text):
        iri = body.iri or None
        found.append(
            ctx.mention(
                MentionType.ORGANISATION,
                start,
                end,
                "organisation.register/1",
                iri=iri,
                confidence=0.98,
                parts=(("key", body.key),),
            )
        )
    for match in (*_SHAPES.finditer(text), *_CHAMBERS.finditer(text)):
        found.append(
            ctx.mention(
                MentionType.ORGANISATION,
                match.start(),
                match.end(),
                "organisation.shape/1",
                status=Status.UNRESOLVED,
                confidence=0.9,
            )
        )
    found.extend(_defined(ctx, found))
    for mention in found:
        if not _inside(occupied, mention.start, mention.end):
            yield mention


def _defined(ctx: FindContext, found: list[Mention]) -> Iterator[Mention]:
    """Abbreviations in brackets behind a body's name, and every later use of them."""
    known: dict[str, Mention] = {}
    for mention in found:
        match = _ABBREVIATION.match(ctx.document.text, mention.end)
        if match is not None and sum(c.isupper() for c in match["a"]) >= 2:
            known.setdefault(match["a"], mention)
    for start, end, mention in NameIndex(sorted(known.items())).find(ctx.text):
        yield ctx.mention(
            MentionType.ORGANISATION,
            start,
            end,
            "organisation.abbreviation/1",
            iri=mention.iri,
            status=mention.status,
            confidence=0.95,
            parts=mention.parts,
        )
