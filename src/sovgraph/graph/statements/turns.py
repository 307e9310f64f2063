"""Turns: who speaks, for which party or in which post, on which item, what is said, and the motions that are moved."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.motions import mover_iri
from sovgraph.graph.statements.persons import person_facts
from sovgraph.graph.statements.questions import plain
from sovgraph.graph.statements.sittings import inferred, item_iri, person_at
from sovgraph.link.speakers import period_of
from sovgraph.model import Basis, Capacity, Literal, Mention, MentionType, MotionMoved, Span, Statement, Turn

_CAPACITY = {
    Capacity.CHAIR: v.capacity_chair,
    Capacity.MEMBER: v.capacity_member,
    Capacity.GOVERNMENT: v.capacity_government,
    Capacity.OTHER: v.capacity_other,
}
_BEHIND_NAME = 4
"""Letters between a name and the post behind it: ", "."""


def turn_iri(ctx: GraphContext, number: int) -> str:
    return ctx.ids.below(ctx.paper_iri, "spreekbeurt", number)


@statements("turns")
def turns(ctx: GraphContext) -> Iterator[Statement]:
    """A line of a speaker without words is no turn: someone was about to speak."""
    posts = stated_posts(ctx)
    said = {turn.number for turn in ctx.document.turns if turn.words is not None}
    for turn in ctx.document.turns:
        if turn.words is None:
            continue
        iri = turn_iri(ctx, turn.number)
        where = ctx.evidence(turn.speaker, "turn/1", 0.98)
        printed = " ".join(turn.speaker.of(ctx.text).split())
        yield fact(iri, v.RDF_type, v.Turn, where)
        yield fact(iri, v.RDFS_label, Literal(f"spreekbeurt {turn.number}: {printed}", lang="nl"), where)
        yield fact(iri, v.turnNumber, turn.number, where)
        yield fact(iri, v.documentedIn, ctx.paper_iri, where)
        yield fact(iri, v.DCTERMS_isPartOf, item_iri(ctx, turn.item), where)
        yield fact(iri, v.speakerAsWritten, Literal(printed, lang="nl"), where)
        yield fact(iri, v.capacity, _CAPACITY[turn.capacity], where)
        words = Literal(plain(turn.words.of(ctx.text)), lang="nl")
        yield fact(iri, v.spokenText, words, ctx.evidence(turn.words, "turn.words/1", 0.98))
        yield from _speaker(ctx, iri, turn, posts)
        if turn.interrupts in said and turn.interrupts is not None:
            target = turn_iri(ctx, turn.interrupts)
            yield fact(iri, v.interrupts, target, inferred(ctx, turn.speaker, "turn.interrupts/1", 0.8))


def _speaker(ctx: GraphContext, iri: str, turn: Turn, posts: dict[str, Mention]) -> Iterator[Statement]:
    person = person_at(ctx, turn.name)
    if person is not None and person.iri:
        chair = turn.capacity is Capacity.CHAIR
        proof = [ctx.evidence(person, "turn.speaker/1", person.confidence, Basis.INFERRED if chair else Basis.ASSERTED)]
        proof += [ctx.evidence(turn.speaker, "turn.chair/1", 0.95, Basis.INFERRED)] if chair else []
        yield fact(iri, v.speaker, person.iri, *proof)
        if turn.capacity is Capacity.GOVERNMENT:
            yield from post_of_turn(ctx, iri, turn, person.iri, posts)
    for party in ctx.linked_in(turn.party, MentionType.PARTY)[:1]:
        yield fact(iri, v.OPENGOV_onBehalfOf, party.iri or "", ctx.evidence(party, "turn.party/1"))


def stated_posts(ctx: GraphContext) -> dict[str, Mention]:
    """Posts that stand right behind a name in the head of the report ("de heer X, minister van Y")."""
    first = ctx.document.turns[0].speaker.start if ctx.document.turns else 0
    found: dict[str, Mention] = {}
    person: Mention | None = None
    for mention in ctx.mentions_in(Span(0, first), MentionType.PERSON, MentionType.MINISTER):
        if mention.type is MentionType.PERSON:
            person = mention
        elif person is not None and person.iri and mention.iri and mention.start - person.end <= _BEHIND_NAME:
            found.setdefault(person.iri, mention)
    return found


def post_of_turn(
    ctx: GraphContext, iri: str, turn: Turn, person: str, posts: dict[str, Mention]
) -> Iterator[Statement]:
    """The post as the head of the report gives it, else the one that the register has for that day or session."""
    stated = posts.get(person)
    if stated is not None and stated.iri:
        yield fact(iri, v.inPost, stated.iri, inferred(ctx, stated, "turn.post-stated/1", 0.97))
        return
    word = (turn.post.of(ctx.text) if turn.post else "").split("-")[0].lower()
    meeting, period = ctx.document.meeting, period_of(ctx.document)
    day = meeting.day if meeting else None
    if day is None and period is None:
        return
    held = {
        m.post
        for m in ctx.names.mandates_by_person.get(person.rsplit("/", 1)[-1], ())
        if m.post
        and m.post.startswith(word[:8])
        and (m.covers(day) if day else period is not None and m.overlaps(*period))
    }
    if len(held) == 1:
        proof = ctx.evidence(turn.speaker, "turn.post/1", 0.9, Basis.REGISTER)
        yield fact(iri, v.inPost, ctx.ids.post(held.pop()), proof)


@statements("moved")
def moved(ctx: GraphContext) -> Iterator[Statement]:
    for motion in ctx.document.moved:
        if motion.paper is not None:
            yield from _moved(ctx, motion, ctx.ids.paper(motion.paper))


def _moved(ctx: GraphContext, motion: MotionMoved, iri: str) -> Iterator[Statement]:
    where = ctx.evidence(motion.announced, "motion.moved/1", 0.97)
    numbered = [ctx.evidence(s, "motion.moved-number/1", 0.98) for s in (motion.number, motion.dossier) if s]
    yield fact(iri, v.RDF_type, v.Motion, where, *numbered)
    if motion.turn is not None and ctx.document.turns[motion.turn - 1].words is not None:
        proof = ctx.evidence(motion.text or motion.announced, "motion.moved-in/1", 0.97)
        yield fact(iri, v.movedIn, turn_iri(ctx, motion.turn), proof)
    if motion.former is not None:
        yield fact(iri, v.DCTERMS_replaces, ctx.ids.paper(motion.former), *(numbered or [where]))
    for place, span in enumerate(motion.movers):
        person = next(iter(ctx.mentions_in(span, MentionType.PERSON)), None)
        mover = mover_iri(ctx, person) if person is not None else None
        if person is None or mover is None:
            continue
        basis = Basis.ASSERTED if person.iri else Basis.INFERRED
        proof = ctx.evidence(person, "motion.moved-by/1", person.confidence, basis)
        yield fact(iri, v.proposer, mover, proof)
        if place == 0:
            yield fact(iri, v.firstProposer, mover, proof)
        if not person.iri:
            yield from person_facts(ctx, person, mover)
