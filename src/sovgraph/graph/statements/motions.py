"""Motions: the papers that are motions, and motions that other papers speak of."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.authority.names import fold
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.registers import CHAMBER
from sovgraph.graph.statements.persons import person_facts
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Basis, Chamber, Literal, Mention, MentionType, Span, Statement

_ABOUT = re.compile(
    r"\s+(?:over|inzake|met betrekking tot)\s+(?P<a>[^.;:?!¹²³⁴⁵⁶⁷⁸⁹(\"“]{4,240}?)(?=[.;:?!¹²³⁴⁵⁶⁷⁸⁹(\"“]|\s+(?:aan dat|schrijft|ter informatie|geeft|aangeeft)\b)"
)
_STATUS_BEHIND = re.compile(
    r"(?:\s*\([^()\n]{1,60}\)|\s+(?:over|inzake|met\s+betrekking\s+tot)\s+[^.;:?!()\n]{4,240}?\s*\([^()\n]{1,60}\))?(?:,?\s+(?:die|welke))?(?:\s+(?:op\s+\d{1,2}\s+[a-z]+(?:\s+\d{4})?|eerder|reeds|vorig\s+jaar"
    r"|door\s+de\s+(?:Tweede\s+|Eerste\s+)?Kamer)){0,3}\s+(?:is|werd|zijn|werden)\s+(?:(?:unaniem|breed|Kamerbreed)\s+)?"
    r"(?:(?:komen\s+te\s+)?(?P<status>aangenomen|verworpen|aangehouden|ingetrokken|vervallen|overgenomen))\b"
)
_STATUS = re.compile(
    r"(?i)(?:(?:in|door) de (?P<house>Tweede|Eerste) Kamer )?(?P<status>aangenomen|verworpen|aangehouden|ingetrokken|vervallen|overgenomen|ingediende|gewijzigde)\s*$"
)


@statements("motions")
def motions(ctx: GraphContext) -> Iterator[Statement]:
    if ctx.document.motion is not None:
        yield from _own(ctx)
    subjects = _subjects(ctx)
    for mention in ctx.mentions:
        if mention.type is MentionType.MOTION and mention.iri:
            yield from _named(ctx, mention, mention.iri, subjects)


def _letters(text: str) -> str:
    return "".join(plain(text).split())


def _subjects(ctx: GraphContext) -> dict[tuple[str, str], str]:
    """The subjects of motions by their letters, as the fullest print has them: text from PDF loses white space here
    and there, and that makes no other subject."""
    found: dict[tuple[str, str], str] = {}
    for mention in ctx.mentions:
        about = _ABOUT.match(ctx.text, mention.end) if mention.type is MentionType.MOTION and mention.iri else None
        if about is not None and mention.iri:
            text, key = plain(about["a"]), (mention.iri, _letters(about["a"]))
            found[key] = max(found.get(key, ""), text, key=len)
    return found


def _own(ctx: GraphContext) -> Iterator[Statement]:
    motion, iri = ctx.document.motion, ctx.paper_iri
    assert motion is not None
    head = motion.title or (motion.requests[0] if motion.requests else None) or Span(0, min(1, len(ctx.text)))
    yield fact(iri, v.RDF_type, v.Motion, ctx.evidence(head, "motion.paper/1"))
    for place, span in enumerate(motion.movers):
        person = next(iter(ctx.mentions_in(span, MentionType.PERSON)), None)
        if person is not None:
            yield from mover_facts(ctx, iri, person, "motion.mover/1", first=place == 0)
    for predicate, spans in ((v.considerationText, motion.considerations), (v.requestText, motion.requests)):
        for span in spans:
            yield fact(
                iri, predicate, Literal(plain(span.of(ctx.text)), lang="nl"), ctx.evidence(span, "motion.text/1")
            )


def _named(ctx: GraphContext, mention: Mention, iri: str, subjects: dict[tuple[str, str], str]) -> Iterator[Statement]:
    """A motion named in prose: mover, subject, and its status as the text states it."""
    where = ctx.evidence(mention, "motion.named/1", 0.97)
    yield fact(iri, v.RDF_type, v.Motion, where)
    for person in ctx.mentions_in(Span(mention.start, mention.end), MentionType.PERSON):
        yield from _mover(ctx, iri, person, "motion.named-mover/1", 0.95)
    about = _ABOUT.match(ctx.text, mention.end)
    title = " ".join(mention.text.split())
    if about is not None:
        span = Span(about.start("a"), about.end("a"))
        text = subjects[iri, _letters(about["a"])]
        yield fact(iri, v.aboutText, Literal(text, lang="nl"), ctx.evidence(span, "motion.about/1", 0.95))
        title = f"{title[0].upper()}{title[1:]} over {text}"
        if ctx.document.motion is None:
            yield fact(
                iri,
                v.DCTERMS_title,
                Literal(title, lang="nl"),
                ctx.evidence(Span(mention.start, span.end), "motion.about/1", 0.95),
            )
    yield from _status(ctx, iri, mention)


def _status(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """ "de in de Tweede Kamer aangenomen motie …", "de motie … is verworpen": as stated, never concluded."""
    stated = _STATUS.search(ctx.text, max(0, mention.start - 60), mention.start)
    if stated is not None and stated["status"].lower() in ("ingediende", "gewijzigde"):
        stated = None
    behind = None if stated else _STATUS_BEHIND.match(ctx.text, mention.end)
    found = stated or behind
    if found is None:
        return
    where = ctx.evidence(Span(found.start("status"), found.end("status")), "motion.status/1", 0.97)
    yield fact(iri, v.statedStatus, Literal(found["status"].lower(), lang="nl"), where)
    if stated is not None and stated["house"]:
        house = "I" if stated["house"].lower() == "eerste" else "II"
        whole = ctx.evidence(Span(stated.start(), stated.end()), "motion.status/1", 0.97)
        yield fact(iri, v.statedAdoptedBy, CHAMBER[house], whole)


def mover_iri(ctx: GraphContext, person: Mention) -> str | None:
    """Who moves a motion is a member: one whom no register has is known by name. Of several candidates none is."""
    if person.iri or person.candidates or person.confidence == 0:
        return person.iri
    chamber = "ek" if ctx.document.meta.chamber is Chamber.EK and ctx.document.motion is not None else "tk"
    surname = person.part("family")
    if not surname or fold(person.text) in ctx.names.party_by_name:
        return None
    return ctx.ids.person_by_name(chamber, surname)


def mover_facts(ctx: GraphContext, paper: str, person: Mention, rule: str, first: bool) -> Iterator[Statement]:
    """Who signs a motion or amendment, the first of them as such."""
    iri = mover_iri(ctx, person)
    if iri is None:
        return
    yield from _mover(ctx, paper, person, rule, person.confidence)
    if first:
        yield fact(paper, v.firstProposer, iri, ctx.evidence(person, rule, person.confidence))


def _mover(ctx: GraphContext, motion: str, person: Mention, rule: str, confidence: float) -> Iterator[Statement]:
    iri = mover_iri(ctx, person)
    if iri is None:
        return
    basis = Basis.ASSERTED if person.iri else Basis.INFERRED
    where = ctx.evidence(person, rule, confidence, basis)
    yield fact(motion, v.proposer, iri, where)
    if not person.iri:
        yield from person_facts(ctx, person, iri)
