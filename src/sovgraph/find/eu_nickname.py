"""EU acts by the names that papers give them ("de Terugkeerrichtlijn"), where the register knows the act.

A name passes on from an act to the one that takes its place ("Opvangrichtlijn"): which one is meant depends on the
day of the paper. What the paper can't know, because the act is younger, is a proposal, and stays without a number.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.rows import EuAct
from sovgraph.find.base import FindContext, finder
from sovgraph.find.dates import anchor_date
from sovgraph.find.index import NameIndex
from sovgraph.model import Candidate, Mention, MentionType, Status

_SHORT = 4
"""An abbreviation of so many letters is too often something else, unless the register marks it as sure."""
_SURE = frozenset("AVG GDPR CSDDD CSRD NIS2 DORA EPBD CBAM EUDR ATAD EHDS DSA DMA KRW".split())
_HANDOVER = 3
"""For so many years after a new act papers may still mean the old one by the name."""


def _names_of(act: EuAct) -> Iterator[str]:
    for name in act.variants:
        if name.isupper() and len(name) <= _SHORT and name not in _SURE:
            continue
        yield name
        if name.isalpha() and not name.isupper() and name[1:].islower() and len(name) > 10:
            yield name[0].lower() + name[1:]


@lru_cache(maxsize=4)
def _index(names: Authority) -> NameIndex[EuAct]:
    return NameIndex((name, act) for act in names.eu_acts if act.celex for name in _names_of(act))


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
    rejects=["de Tulpenrichtlijn", "de avg", "een terugkeer met richtlijn"],
)
def find_eu_nicknames(ctx: FindContext) -> Iterator[Mention]:
    for start, end, act in _index(ctx.names).find(ctx.text):
        day = anchor_date(ctx.document, ctx.view.to_document(start))
        yield _mention(ctx, start, end, act, day)


def _mention(ctx: FindContext, start: int, end: int, act: EuAct, day: date | None) -> Mention:
    year = int(act.celex[1:5])
    older = next((a for c in act.repeals if (a := ctx.names.eu_act_by_celex.get(c)) and a.kind == act.kind), None)
    parts = (("kind", act.kind), ("number", act.celex[6:].lstrip("0")), ("year", act.celex[1:5]))
    if day is None or day.year > year + (_HANDOVER if older else 0):
        status, id, reason = Status.EXACT, act.celex, ""
    elif day.year < year:
        if older is None or day.year < int(older.celex[1:5]):
            status, id, reason = Status.UNRESOLVED, None, "older than the act that now bears the name"
        else:
            status, id, reason = Status.INFERRED, older.celex, "the act that bore the name on the day of the paper"
    elif older is not None:
        status, id, reason = Status.AMBIGUOUS, None, "of a time in which the name passed on to a new act"
    else:
        status, id, reason = Status.INFERRED, act.celex, "of the year in which the act was adopted"
    meant = older if older is not None and id == older.celex else act
    candidates = tuple(Candidate(a.celex, a.eli or None, a.label) for a in (act, older) if a) if id is None else ()
    return ctx.mention(
        MentionType.EU_ACT,
        start,
        end,
        "eu_act.name/1",
        id=id,
        iri=meant.eli if id else None,
        status=status,
        confidence=0.95,
        parts=parts if meant is act and id else (),
        candidates=candidates,
        reason=reason,
    )
