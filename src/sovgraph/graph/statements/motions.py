"""Motions: the papers that are motions, and motions that other papers speak of."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.registers import CHAMBER
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Literal, Mention, MentionType, Span, Statement

_ABOUT = re.compile(
    r"\s+(?:over|inzake|met betrekking tot)\s+(?P<a>[^.;:?!¹²³⁴⁵⁶⁷⁸⁹(\"“]{4,240}?)(?=[.;:?!¹²³⁴⁵⁶⁷⁸⁹(\"“]|\s+(?:aan dat|schrijft|ter informatie|geeft|aangeeft)\b)"
)
_STATUS = re.compile(
    r"(?i)(?:in de (?P<house>Tweede|Eerste) Kamer )?(?P<status>aangenomen|verworpen|aangehouden|ingetrokken|overgenomen|ingediende|gewijzigde)\s*$"
)


@statements("motions")
def motions(ctx: GraphContext) -> Iterator[Statement]:
    if ctx.document.motion is not None:
        yield from _own(ctx)
    for mention in ctx.mentions:
        if mention.type is MentionType.MOTION and mention.iri:
            yield from _named(ctx, mention, mention.iri)


def _own(ctx: GraphContext) -> Iterator[Statement]:
    motion, iri = ctx.document.motion, ctx.paper_iri
    assert motion is not None
    head = motion.title or (motion.requests[0] if motion.requests else None) or Span(0, min(1, len(ctx.text)))
    yield fact(iri, v.RDF_type, v.Motion, ctx.evidence(head, "motion.paper/1"))
    for place, span in enumerate(motion.movers):
        person = next((m for m in ctx.mentions_in(span, MentionType.PERSON) if m.iri), None)
        if person is None or person.iri is None:
            continue
        where = ctx.evidence(person, "motion.mover/1", person.confidence)
        yield fact(iri, v.proposer, person.iri, where)
        if place == 0:
            yield fact(iri, v.firstProposer, person.iri, where)
    for predicate, spans in ((v.considerationText, motion.considerations), (v.requestText, motion.requests)):
        for span in spans:
            yield fact(
                iri, predicate, Literal(plain(span.of(ctx.text)), lang="nl"), ctx.evidence(span, "motion.text/1")
            )


def _named(ctx: GraphContext, mention: Mention, iri: str) -> Iterator[Statement]:
    """A motion named in prose: mover, subject, and its status as the text states it."""
    where = ctx.evidence(mention, "motion.named/1", 0.97)
    yield fact(iri, v.RDF_type, v.Motion, where)
    for person in ctx.mentions_in(Span(mention.start, mention.end), MentionType.PERSON):
        if person.iri:
            yield fact(iri, v.proposer, person.iri, ctx.evidence(person, "motion.named-mover/1", 0.95))
    about = _ABOUT.match(ctx.text, mention.end)
    title = " ".join(mention.text.split())
    if about is not None:
        span = Span(about.start("a"), about.end("a"))
        text = plain(span.of(ctx.text))
        yield fact(iri, v.aboutText, Literal(text, lang="nl"), ctx.evidence(span, "motion.about/1", 0.95))
        title = f"{title[0].upper()}{title[1:]} over {text}"
        if ctx.document.motion is None:
            yield fact(
                iri,
                v.DCTERMS_title,
                Literal(title, lang="nl"),
                ctx.evidence(Span(mention.start, span.end), "motion.about/1", 0.95),
            )
    stated = _STATUS.search(ctx.text, max(0, mention.start - 60), mention.start)
    if stated is not None and stated["status"].lower() not in ("ingediende", "gewijzigde"):
        span = Span(stated.start("status"), stated.end("status"))
        status = ctx.evidence(span, "motion.status/1", 0.97)
        yield fact(iri, v.statedStatus, Literal(stated["status"].lower(), lang="nl"), status)
        if stated["house"]:
            house = "I" if stated["house"].lower() == "eerste" else "II"
            yield fact(
                iri,
                v.statedAdoptedBy,
                CHAMBER[house],
                ctx.evidence(Span(stated.start(), stated.end()), "motion.status/1", 0.97),
            )
