"""Named bodies: from the register, by the shape of their name, and by an abbreviation that the text defines."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.rows import Organisation
from sovgraph.find.base import FindContext, finder
from sovgraph.find.index import NameIndex
from sovgraph.model import Mention, MentionType, Status

_NAME_WORD = r"(?:[A-Z]{2,}(?=[a-z]{3})|[A-ZÀ-Þ][\w'’-]*)"
_HEADS = (
    r"(?:Inspectie|Stichting|Universiteit|Hogeschool|Vereniging|Federatie|Adviesraad|Gezondheidsraad|Onderwijsraad|Platform"
    r"|Fonds|Instituut|Autoriteit|Rechtbank|Gerechtshof|Agentschap|Planbureau|Verbond|Bond|Veiligheidsregio|Waterschap"
    r"|Hoogheemraadschap|Omgevingsdienst|Dienst|Directoraat-[Gg]eneraal|Bureau|Kenniscentrum|Centrum|College|Commissariaat"
    r"|Gemeentelijke|GGD|Sociale\s+Verzekeringsbank|Taskforce|Landelijk\s+Bureau|Expertisecentrum|Adviescollege)"
)
_S = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
"""Blanks between words of one name: at most one line break."""
_GLUE = r"(?:van|voor|der|den|de|het|op|in|tot|ter|bij)"
_TAIL = (
    rf"(?:(?:{_S}{_GLUE}){{0,3}}{_S}(?!{_HEADS}\s){_NAME_WORD}|{_S}en{_S}(?!{_HEADS}\s){_NAME_WORD}"
    rf"|,{_S}{_NAME_WORD}(?=(?:,{_S}{_NAME_WORD})*{_S}en{_S}[A-Z]))*"
)
_SHAPES = re.compile(
    rf"""(?<![^\W\d_])(?<!-)(?:
      (?:[Mm]inisteries?|MINISTERIE)\s+van\s+{_NAME_WORD}{_TAIL}
     |{_HEADS}(?:{_S}{_GLUE})*{_S}{_NAME_WORD}{_TAIL}
     |(?:Nederlandse?|Koninklijke|Landelijke?|Centraal|Centrale|Nationale?|Europese?|Internationale?|Technische)\s+(?:{_NAME_WORD}\s+){{0,3}}
        (?:Vereniging|Federatie|Bond|Organisatie|Raad|Instituut|Maatschappij|Bank|Autoriteit|Agentschap|Fonds|Platform|Universiteit|Netwerk|Ombudsman|Coördinator|Marechaussee)
        (?:(?:{_S}{_GLUE})+{_S}{_NAME_WORD}{_TAIL})?
     |[Cc]ommissie[- ]Meijers
     |{_NAME_WORD}\s+(?:Universiteit|University|Foundation|Institute|College|Bank)
    )(?:(?<=[A-Z]{2})|(?![^\W\d_]))""",
    re.VERBOSE,
)
_COMPOUND = re.compile(
    r"(?<=[a-z,]\s)[A-Z][a-zà-ÿ]+(?:fonds|collectief|ombudsman|bond|federatie|vereniging|bescherming|rekenkamer|marechaussee|autoriteit)(?!\w)"
    r"|(?<=[\"])[A-Z][a-zà-ÿ]+(?:fonds|collectief|ombudsman|bond|federatie|vereniging)(?=[:\s])"
)
_NAME_AND_ABBREVIATION = re.compile(
    rf"(?<![\w-])(?P<name>{_NAME_WORD}(?:\s+(?:(?:{_GLUE}|en)\s+){{0,3}}{_NAME_WORD}){{1,7}})\s*\(\s*(?P<a>[A-Z][A-Za-z&]{{1,9}})\s*\)"
)
_NOT_BODY_END = re.compile(
    r"(?:Kader|Plan|Programma|Akkoord|Index|Systeem|Wet|Project|Pact|Model|Rapport|Strategie|Agenda|Monitor)$"
)
_NOT_BODY = re.compile(
    r"(?:Wet|Besluit|Regeling|Verordening|Richtlijn|Verdrag|Programma|Nationaal\s+Plan|Kamerstuk|Motie|Europees\s+Verdrag)\b"
)
_ABBREVIATION = re.compile(r"\s*\(\s*(?:hierna:?\s*)?[\"']?(?P<a>[A-Z][A-Za-z&-]{1,9})[\"']?\s*\)")
_ARTICLE = re.compile(r"^(?:[Dd]e|[Hh]et)\s+")
_CHAMBERS = re.compile(r"(?<![^\W\d_])(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-?\s?Generaal)?(?![^\W\d_])")
_SUPPRESS = (
    MentionType.COMMITTEE,
    MentionType.MINISTER,
    MentionType.KAMERSTUK,
    MentionType.HANDELINGEN,
    MentionType.AANHANGSEL,
    MentionType.EU_ACT,
    MentionType.OJ,
    MentionType.COM,
    MentionType.PARTY,
)
_FURNITURE = re.compile(r",\s+vergaderjaar\s+\d{4}")


@lru_cache(maxsize=4)
def _index(names: Authority) -> NameIndex[Organisation]:
    return NameIndex(
        (_ARTICLE.sub("", name), o)
        for o in names.organisations
        for name in (o.name, *o.variants, o.abbreviation)
        if len(name) > 1
    )


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
    for start, end, body in _index(ctx.names).find(text):
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
    found.extend(
        ctx.mention(
            MentionType.ORGANISATION,
            match.start(),
            match.end(),
            "organisation.shape/1",
            status=Status.UNRESOLVED,
            confidence=0.9,
        )
        for match in (*_SHAPES.finditer(text), *_CHAMBERS.finditer(text), *_COMPOUND.finditer(text))
    )
    found.extend(_spelled_out(ctx))
    found.extend(_defined(ctx, found))
    for mention in found:
        if not _inside(occupied, mention.start, mention.end):
            yield mention


def _spelled_out(ctx: FindContext) -> Iterator[Mention]:
    """ "Koninklijke Nederlandse Politiehonden Vereniging (KNPV)": a name whose initials the brackets hold."""
    for match in _NAME_AND_ABBREVIATION.finditer(ctx.text):
        words = list(re.finditer(r"[^\W_][\w'’]*", match["name"]))
        letters = [c for c in match["a"] if c.isupper()]
        for cut in range(len(words)):
            initials = [w[0][0] for w in words[cut:] if w[0][0].isupper()]
            if (
                words[cut][0][0].isupper()
                and letters
                and initials[: len(letters)] == letters
                and len(initials) <= len(letters) + 2
            ):
                start = match.start("name") + words[cut].start()
                roman = not set(match["a"]) - set("IVX")
                other = _NOT_BODY.match(ctx.text, start) or _NOT_BODY_END.search(match["name"])
                if len(letters) > 1 and not roman and other is None:
                    yield ctx.mention(
                        MentionType.ORGANISATION,
                        start,
                        match.end("name"),
                        "organisation.spelled-out/1",
                        status=Status.UNRESOLVED,
                        confidence=0.9,
                    )
                break


def _defined(ctx: FindContext, found: list[Mention]) -> Iterator[Mention]:
    """Abbreviations in brackets behind a body's name, and every later use of them."""
    known: dict[str, Mention] = {}
    for mention in found:
        match = _ABBREVIATION.match(ctx.document.text, mention.end)
        if match is not None and sum(c.isupper() for c in match["a"]) >= 2 and set(match["a"]) - set("IVX"):
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
