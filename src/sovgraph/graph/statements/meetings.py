"""Meetings of the Council of the EU: configuration, days and place; and the consultation that is about one."""

from collections.abc import Iterator
from datetime import date

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.nearby import sentence_near
from sovgraph.model import Literal, Mention, MentionType, Statement
from sovgraph.read.dates import dutch_date


@statements("council-meetings")
def council_meetings(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is MentionType.COUNCIL_MEETING and mention.part("start"):
            yield from _meeting(ctx, mention)


def meeting_iri(ctx: GraphContext, mention: Mention) -> str:
    """id/raad/jbz-2025-10-13."""
    return ctx.ids.council_meeting(mention.part("council") or "", mention.part("start") or "")


def _meeting(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    iri = meeting_iri(ctx, mention)
    where = ctx.evidence(mention, "council-meeting/1", mention.confidence)
    configuration, start = mention.part("configuration") or "", mention.part("start") or ""
    yield fact(iri, v.RDF_type, v.CouncilMeeting, where)
    yield fact(iri, v.configuration, Literal(configuration), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    if len(start) == 10:
        first = date.fromisoformat(start)
        last = date.fromisoformat(mention.part("end") or start)
        yield fact(iri, v.startDate, first, where)
        yield fact(iri, v.endDate, last, where)
        name = (
            configuration
            if "raad" in configuration.lower() or configuration == "Eurogroep"
            else f"{configuration}-Raad"
        )
        days = dutch_date(last) if first == last else f"{_first_day(first, last)} en {dutch_date(last)}"
        yield fact(iri, v.RDFS_label, Literal(f"{name} van {days}", lang="nl"), where)
    place = mention.part("place")
    if place:
        sentence = sentence_near(ctx, mention)
        yield fact(iri, v.place, Literal(place, lang="nl"), ctx.evidence(sentence, "council-meeting.place/1", 0.95))
    genre = ctx.document.meta.genre.value
    if genre.endswith("schriftelijk-overleg") and mention.start < _first_letter(ctx):
        yield fact(ctx.ids.below(ctx.paper_iri, "overleg"), v.about, iri, where)


def _first_day(first: date, last: date) -> str:
    """ "13" before "14 oktober 2025", "30 november" before "1 december 2025"."""
    words = dutch_date(first).split()
    return " ".join(words[: 1 if first.month == last.month else 2 if first.year == last.year else 3])


def _first_letter(ctx: GraphContext) -> int:
    return min((x.span.start for x in ctx.document.letters), default=len(ctx.text))
