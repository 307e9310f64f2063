"""Meetings of a Chamber or committee: when, under whose chair, who was there, and the items of the agenda."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.registers import CHAMBER
from sovgraph.identifiers.kst import kst_id
from sovgraph.model import Basis, Evidence, Genre, Literal, Meeting, Mention, MentionType, Span, Statement
from sovgraph.read.dates import dutch_date
from sovgraph.structure.identity import CASE_NUMBER

_HOUSE = {"I": "ek", "II": "tk"}
_PAPER = re.compile(
    r"(?P<dossier>\d{5})(?:-\(R\d{4}\))?(?:-(?P<suffix>[IVXLC]+[A-E]?|[A-L]|\d{2,3}))?-(?P<number>\d{1,4})"
)
_NAMES = {"I": "Eerste Kamer", "II": "Tweede Kamer"}


def meeting_iri(ctx: GraphContext) -> str:
    """A plenary meeting by Chamber, session and number, so that all papers of it share it; else one of this paper."""
    meta, meeting = ctx.document.meta, ctx.document.meeting
    plenary = meta.genre is Genre.PROCEEDINGS and meeting is not None and meeting.number is not None
    if plenary and meeting is not None and meta.chamber is not None and meta.session_year:
        return ctx.ids.meeting(f"{_HOUSE[meta.chamber.value]}-{meta.session_year.replace('-', '')}-{meeting.number}")
    return ctx.ids.below(ctx.paper_iri, "vergadering")


def item_iri(ctx: GraphContext, key: str | None) -> str:
    """An item of the agenda; without one the meeting."""
    return ctx.ids.below(ctx.paper_iri, "agendapunt", key) if key else meeting_iri(ctx)


def person_at(ctx: GraphContext, span: Span | None) -> Mention | None:
    """The person whose name stands there, if it is known who is meant."""
    return next(iter(ctx.linked_in(span, MentionType.PERSON)), None)


@statements("meetings")
def meetings(ctx: GraphContext) -> Iterator[Statement]:
    meeting = ctx.document.meeting
    if meeting is None:
        return
    iri, head = meeting_iri(ctx), _head(ctx, meeting)
    yield fact(iri, v.RDF_type, v.Meeting, head)
    yield fact(iri, v.RDFS_label, Literal(_label(ctx, meeting), lang="nl"), head)
    yield fact(iri, v.documentedIn, ctx.paper_iri, head)
    if meeting.number is not None:
        where = ctx.evidence(meeting.number_span, "meeting.number/1") if meeting.number_span else head
        yield fact(iri, v.meetingNumber, Literal(meeting.number), where)
    if meeting.day is not None and meeting.day_span is not None:
        yield fact(iri, v.meetingDate, meeting.day, ctx.evidence(meeting.day_span, "meeting.day/1", 0.98))
    if ctx.document.meta.chamber is not None:
        yield fact(iri, v.chamber, CHAMBER[ctx.document.meta.chamber.value], head)
    for predicate, span in ((v.opensAt, meeting.opens), (v.closesAt, meeting.closes)):
        if span is not None:
            time = Literal(_time(span.of(ctx.text)))
            yield fact(iri, predicate, time, ctx.evidence(span, "meeting.time/1"))
    yield from _people(ctx, iri, meeting)
    yield from _items(ctx)


def _time(printed: str) -> str:
    hours, minutes = printed.replace(".", ":").split(":")
    return f"{int(hours):02}:{minutes}"


def _head(ctx: GraphContext, meeting: Meeting) -> Evidence:
    span = meeting.number_span or meeting.day_span or meeting.body or ctx.document.meta.title_span
    if span is None:
        span = ctx.document.paragraphs[0] if ctx.document.paragraphs else Span(0, min(1, len(ctx.text)))
    return ctx.evidence(span, "meeting/1", 0.95)


def _label(ctx: GraphContext, meeting: Meeting) -> str:
    chamber = ctx.document.meta.chamber
    body = " ".join(meeting.body.of(ctx.text).split()) if meeting.body else _NAMES.get(chamber.value if chamber else "")
    name = f"{meeting.number}e vergadering" if meeting.number else "vergadering"
    name += f" van de {body}" if body else ""
    if meeting.day is not None:
        return f"{name} op {dutch_date(meeting.day)}"
    return f"{name} in {ctx.document.meta.session_year}" if ctx.document.meta.session_year else name


def _people(ctx: GraphContext, iri: str, meeting: Meeting) -> Iterator[Statement]:
    for chair in meeting.chairs:
        person = person_at(ctx, chair)
        if person is not None and person.iri:
            yield fact(iri, v.chairedBy, person.iri, ctx.evidence(person, "meeting.chair/1", person.confidence))
    for span in ctx.document.present:
        person = person_at(ctx, span)
        if person is not None and person.iri:
            yield fact(iri, v.attendedBy, person.iri, ctx.evidence(person, "meeting.present/1", person.confidence))
    for committee in ctx.linked_in(meeting.body, MentionType.COMMITTEE):
        yield fact(iri, v.meetingOf, committee.iri or "", ctx.evidence(committee, "meeting.body/1", 0.97))


def _items(ctx: GraphContext) -> Iterator[Statement]:
    for item in ctx.document.items:
        iri = item_iri(ctx, item.key)
        span = item.title or item.subject or item.number or item.span
        where = ctx.evidence(span, "meeting.item/1", 0.95)
        yield fact(iri, v.RDF_type, v.AgendaItem, where)
        yield fact(iri, v.DCTERMS_isPartOf, meeting_iri(ctx), where)
        yield fact(iri, v.documentedIn, ctx.paper_iri, where)
        number = item.number.of(ctx.text) if item.number else ""
        name = ctx.words(item.title) if item.title else ""
        yield fact(
            iri, v.RDFS_label, Literal(f"agendapunt {number}: {name}".replace(" :", ":").strip(": "), lang="nl"), where
        )
        if item.title is not None:
            yield fact(iri, v.DCTERMS_title, Literal(name, lang="nl"), where)
        if item.number is not None:
            yield fact(iri, v.ELI_number, Literal(number), ctx.evidence(item.number, "meeting.item/1"))
        for case in item.cases:
            yield from case_facts(ctx, iri, v.onCase, case, "meeting.item-case/1")


def case_facts(ctx: GraphContext, iri: str, predicate: str, span: Span, rule: str) -> Iterator[Statement]:
    """The paper or case that a number names."""
    printed = "".join(span.of(ctx.text).split())
    match = _PAPER.fullmatch(printed)
    if CASE_NUMBER.fullmatch(printed):
        yield fact(iri, predicate, ctx.ids.reference(printed), ctx.evidence(span, rule, 0.98))
    elif match is not None:
        official = kst_id(match["dossier"], match["suffix"], match["number"], chamber="II", year=None)
        yield fact(iri, predicate, ctx.ids.paper(official), ctx.evidence(span, rule, 0.97))


def inferred(ctx: GraphContext, where: Span | Mention, rule: str, confidence: float) -> Evidence:
    return ctx.evidence(where, rule, confidence, Basis.INFERRED)
