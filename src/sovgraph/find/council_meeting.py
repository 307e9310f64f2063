"""Meetings of the Council of the EU in one configuration, and of the European Council, by their dates."""

import re
from collections.abc import Iterator
from functools import cache

from sovgraph.find.base import FindContext, Taken, finder
from sovgraph.find.index import NAME_LISTS, NameIndex
from sovgraph.find.lexicon import Council, councils
from sovgraph.find.literals import NAMES
from sovgraph.find.terms import dates_by_start
from sovgraph.model import Mention, MentionType, Span, Status

_KIND_BEFORE = re.compile(
    r"(?:formele|informele|buitengewone|extra|ingelaste|reguliere|Formele|Informele|Buitengewone)\s+$"
)
_TO_DATE = re.compile(
    r"\s*(?:\([^()\n]{2,30}\)\s*)?(?:,?\s*(?:die|dat|welke)\s+)?(?:(?P<p>in|te)\s+(?P<place>[A-ZÀ-Þ][\w-]+)\s+)?"
    r"(?:van|op|d\.d\.)\s+(?:(?:maan|dins|woens|donder|vrij)dag\s+)?"
)
_PLACE = re.compile(r",?\s*(?:in|te)\s+(?P<place>[A-ZÀ-Þ][a-zà-ÿ]+(?:[- ][A-ZÀ-Þ][a-zà-ÿ]+)?)")


@cache
def _index() -> NameIndex[Council]:
    return NameIndex(((name, council) for council in councils() for name in council.variants), shared=NAMES)


NAME_LISTS.append(lambda names: _index())


@finder(
    "council_meeting",
    stage=3,
    examples=[
        (
            "de formele JBZ-Raad van 13 en 14 oktober 2025 is",
            (("formele JBZ-Raad van 13 en 14 oktober 2025", "jbz-2025-10-13"),),
        ),
        (
            "de Raad Justitie en Binnenlandse Zaken (JBZ-Raad) die op 4 maart 2024 in Luxemburg bijeenkwam",
            (
                (
                    "Raad Justitie en Binnenlandse Zaken (JBZ-Raad) die op 4 maart 2024",
                    "jbz-2024-03-04",
                ),
            ),
        ),
        ("de Ecofin-Raad van 12 en 13 mei 2025 al", (("Ecofin-Raad van 12 en 13 mei 2025", "ecofin-2025-05-12"),)),
        (
            "tijdens de Europese Raad van 17 april 2024",
            (("Europese Raad van 17 april 2024", "europese-raad-2024-04-17"),),
        ),
        (
            "de Raad Buitenlandse Zaken van 29 augustus 2025",
            (("Raad Buitenlandse Zaken van 29 augustus 2025", "rbz-2025-08-29"),),
        ),
    ],
    rejects=[
        "commissie voor Immigratie en Asiel / JBZ-Raad van de Eerste Kamer",
        "de volgende JBZ-Raad",
        "een advies van de Gezondheidsraad van 3 mei 2024",
        "de Raad van State van 3 mei 2024",
    ],
)
def find_council_meetings(ctx: FindContext) -> Iterator[Mention]:
    named = [
        (start, council, link)
        for start, end, council in _index().find(ctx.text)
        if (link := _TO_DATE.match(ctx.text, end)) is not None
    ]
    if not named:
        return
    dates = dates_by_start(ctx)
    committees = Taken(ctx.view_span(Span(m.start, m.end)) for m in ctx.of_type(MentionType.COMMITTEE))
    for start, council, link in named:
        if link.end() not in dates or committees.holds(start, start + 1):
            continue
        last, iso = dates[link.end()]
        behind = _PLACE.match(ctx.text, last)
        place = link["place"] or (behind["place"] if behind else None)
        kind = _KIND_BEFORE.search(ctx.text, max(0, start - 16), start)
        yield _meeting(ctx, (kind.start() if kind else start, last), council, iso, place)


def _meeting(ctx: FindContext, where: tuple[int, int], council: Council, iso: str, place: str | None) -> Mention:
    first, _, last = iso.partition("/")
    parts = [
        ("council", council.key),
        ("configuration", council.configuration),
        ("body", council.body),
        ("start", first),
    ]
    parts += [("end", last)] if last else []
    parts += [("place", place)] if place else []
    return ctx.mention(
        MentionType.COUNCIL_MEETING,
        where[0],
        where[1],
        "council_meeting/1",
        id=f"{council.key}-{first}",
        status=Status.EXACT,
        confidence=0.97,
        parts=tuple(parts),
    )
