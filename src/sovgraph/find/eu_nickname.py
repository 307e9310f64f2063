"""EU acts by the names that papers give them ("de Terugkeerrichtlijn"), where the register knows the act.

A name passes on from an act to the one that takes its place ("Opvangrichtlijn"): which one is meant depends on the
day of the paper. What the paper can't know, because the act is younger, is a proposal. A name whose act stays open is
a reference with its candidates, no mention of an act.
"""

import re
from collections.abc import Iterator
from datetime import date

from sovgraph.authority import Authority
from sovgraph.authority.rows import EuAct
from sovgraph.find.base import FindContext, finder
from sovgraph.find.dates import anchor_date
from sovgraph.find.index import NameIndex, name_list
from sovgraph.find.literals import REFERENCES
from sovgraph.model import Candidate, Mention, MentionType, Status

_SHORT = 4
"""An abbreviation of so many letters is too often something else, unless it is one of these."""
_SURE = frozenset("AVG GDPR NIS2 DORA EPBD CBAM EUDR ATAD EHDS DSA DMA KRW CSRD".split())
_OF_ONE = re.compile(r"[IV]+\b|\d|^[Hh]erziene")
"""A name with a number is that of one act and never passes on."""
_HANDOVER = 2
"""For so many years after a new act papers may still mean the old one by the name."""

_IN_LAW = re.compile(
    r"(?:[Gg]edelegeerde\s|[Uu]itvoerings)[Vv]erordening\s+(?:van|bij)\s+(?:de|het)\s+$|wet(?:\s+(?:ter\s+)?implementatie(?:\s+van)?(?:\s+de)?)?(?:\s+EU)?[\s-]+$"
)
""" "Uitvoeringswet Algemene verordening gegevensbescherming": part of the name of another act."""
_NEW = re.compile(
    r"\b(?:nieuwe|herziene|toekomstige|voorgestelde|gewijzigde|aangepaste|oude|eerste|tweede|derde|vierde|vijfde)"
    r"\s+(?:(?:Europese|EU)[\s-]+)?$|voorstel\s+(?:van|voor)\s+(?:de|een)\s+$",
    re.IGNORECASE,
)
_BEFORE = 36
_YEAR_BEHIND = re.compile(
    r"\s+(?:van|uit)\s+((?:19|20)\d\d)(?!\d)|\s*\((?:[A-Za-z]+\s+)?(?:\((?:EU|EG|EEG)\)\s*)?(?:nr\.?\s*)?(\d{2,4})/(\d{1,4})"
)
_KINDS = {"dir": "directive", "reg": "regulation", "dec_framw": "framework decision"}

_Choice = tuple[Status, EuAct | None, str]


def _names_of(act: EuAct) -> Iterator[str]:
    for name in act.variants:
        if name.isupper() and len(name) <= _SHORT and name not in _SURE:
            continue
        yield name
        if name.isalpha() and name[1:].islower() and len(name) > 10:
            yield name[0].lower() + name[1:]


@name_list
def _index(names: Authority) -> NameIndex[EuAct]:
    return NameIndex(((name, act) for act in names.eu_acts if act.celex for name in _names_of(act)), shared=REFERENCES)


@finder(
    "eu_nickname",
    examples=[
        (
            "volgens de Terugkeerrichtlijn en de dublinverordening",
            (("Terugkeerrichtlijn", "32008L0115"), ("dublinverordening", "32013R0604")),
        ),
        ("artikel 6 van de AVG", (("AVG", "32016R0679"),)),
        (
            "de Kaderrichtlijn Water, de Habitatrichtlijn",
            (("Kaderrichtlijn Water", "32000L0060"), ("Habitatrichtlijn", "31992L0043")),
        ),
    ],
    rejects=[
        "de Tulpenrichtlijn",
        "AVG-proof",
        "de Uitvoeringswet Algemene verordening gegevensbescherming",
        "de avg",
        "de Opvangrichtlijn (2003/9/EG)",
        "de Dublinverordening van 2003",
        "de Gedelegeerde Verordening van het Douanewetboek van de Unie",
        "een terugkeer met richtlijn",
    ],
)
def find_eu_nicknames(ctx: FindContext) -> Iterator[Mention]:
    for start, end, act in _index(ctx.names).find(ctx.text):
        compound = ctx.text[end : end + 1] == "-" and ctx.text[end + 1 : end + 2].isalpha()
        if compound or _IN_LAW.search(ctx.text, max(0, start - _BEFORE), start):
            continue
        if _is_other(ctx.text, end, act):
            continue
        day = anchor_date(ctx.document, ctx.view.to_document(start))
        yield _mention(ctx, start, end, act, day)


def _is_other(text: str, end: int, act: EuAct) -> bool:
    """ "de Opvangrichtlijn (2003/9/EG)", "de Dublinverordening van 2003": the year printed behind the name tells of
    another act than the register's."""
    printed = _YEAR_BEHIND.match(text, end)
    return printed is not None and {act.celex[1:5], act.celex[3:5]}.isdisjoint(printed.groups())


def _related(act: EuAct, names: Authority) -> tuple[EuAct | None, EuAct | None]:
    """The act of the same kind that this one took the place of, and the one that takes its own."""
    repealed = (names.eu_act_by_celex.get(celex) for celex in act.repeals)
    older = next((a for a in repealed if a is not None and a.kind == act.kind), None)
    newer = next((a for a in names.eu_acts if act.celex in a.repeals and a.kind == act.kind), None)
    return older, newer


def _choose(act: EuAct, older: EuAct | None, newer: EuAct | None, day: date | None) -> _Choice:
    year = int(act.celex[1:5])
    if newer is not None and (day is None or day.year >= int(newer.celex[1:5])):
        return Status.INFERRED, act, "a younger act takes its place"
    if day is None:
        return (Status.INFERRED, act, "the act that now bears the name") if older else (Status.EXACT, act, "")
    if day.year < year:
        if older is None or day.year <= int(older.celex[1:5]):
            return Status.UNRESOLVED, None, "the act that now bears the name is younger than the paper"
        return Status.INFERRED, older, "the act that bore the name on the day of the paper"
    if older is not None and day.year <= year + _HANDOVER:
        return Status.AMBIGUOUS, None, "of years in which the name passed on to a new act"
    if day.year == year:
        return Status.INFERRED, act, "of the year in which the act was adopted"
    return Status.EXACT, act, ""


def _mention(ctx: FindContext, start: int, end: int, act: EuAct, day: date | None) -> Mention:
    older, newer = (None, None) if _OF_ONE.search(ctx.text, start, end) else _related(act, ctx.names)
    if _NEW.search(ctx.text, max(0, start - _BEFORE), start):
        status, meant, reason = Status.AMBIGUOUS, None, "another act or a proposal with this name may be meant"
    else:
        status, meant, reason = _choose(act, older, newer, day)
    found = tuple(Candidate(a.celex, a.eli or None, a.label) for a in (act, older, newer) if a is not None)
    if meant is None:
        return ctx.mention(
            MentionType.REFERENCE,
            start,
            end,
            "reference.eu-name/1",
            status=status,
            confidence=0.5,
            parts=(("form", "name"), ("kind", _KINDS.get(act.kind, "decision")), ("target", MentionType.EU_ACT.value)),
            candidates=found,
            reason=reason,
        )
    return ctx.mention(
        MentionType.EU_ACT,
        start,
        end,
        "eu_act.name/1",
        id=meant.celex,
        iri=meant.eli,
        status=status,
        confidence=0.95,
        parts=(("kind", meant.kind), ("number", meant.celex[6:].lstrip("0")), ("year", meant.celex[1:5])),
        reason=reason,
    )
