"""Votes and decisions: what became of a proposal, who was for and against, and what a committee decided."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.registers import CHAMBER
from sovgraph.graph.statements.questions import plain
from sovgraph.graph.statements.sittings import case_facts, item_iri
from sovgraph.model import Decision, Literal, MentionType, Method, Outcome, Span, Statement, Vote

_OUTCOME = {
    Outcome.ADOPTED: v.outcome_adopted,
    Outcome.REJECTED: v.outcome_rejected,
    Outcome.HELD: v.outcome_held,
    Outcome.WITHDRAWN: v.outcome_withdrawn,
    Outcome.LAPSED: v.outcome_lapsed,
    Outcome.TAKEN_OVER: v.outcome_taken_over,
    Outcome.TIED: v.outcome_tied,
}
_METHOD = {
    Method.BY_PARTY: v.method_by_party,
    Method.UNANIMOUS: v.method_unanimous,
    Method.BY_NAME: v.method_by_name,
    Method.NO_VOTE: v.method_no_vote,
}


@statements("votes")
def votes(ctx: GraphContext) -> Iterator[Statement]:
    for number, vote in enumerate(ctx.document.votes, start=1):
        yield from _vote(ctx, ctx.ids.below(ctx.paper_iri, "stemming", number), number, vote)


def _vote(ctx: GraphContext, iri: str, number: int, vote: Vote) -> Iterator[Statement]:
    subject, result = ctx.evidence(vote.subject, "vote/1", 0.98), ctx.evidence(vote.result, "vote.outcome/1", 0.98)
    yield fact(iri, v.RDF_type, v.VoteTaken, subject)
    yield fact(iri, v.RDFS_label, Literal(f"stemming {number}: {plain(vote.subject.of(ctx.text))}", lang="nl"), subject)
    yield fact(iri, v.documentedIn, ctx.paper_iri, subject)
    if vote.day is None:
        yield fact(iri, v.DCTERMS_isPartOf, item_iri(ctx, vote.item), subject)
    else:
        yield fact(iri, v.votedOn, vote.day, result)
    yield fact(iri, v.outcome, _OUTCOME[vote.outcome], result)
    yield fact(iri, v.decisionWords, Literal(plain(_sentence(ctx, vote).of(ctx.text)), lang="nl"), result)
    if vote.method is not None:
        yield fact(iri, v.votingMethod, _METHOD[vote.method], result)
    if vote.others:
        side = v.side_against if vote.others == "against" else v.side_for
        yield fact(iri, v.othersVoted, side, result)
    for predicate, voters in ((v.votedFor, vote.in_favour), (v.votedAgainst, vote.against)):
        for span in voters:
            yield from _voter(ctx, iri, predicate, span)
    if vote.counts is not None:
        yield fact(iri, v.votesFor, vote.counts[0], result)
        yield fact(iri, v.votesAgainst, vote.counts[1], result)
    if vote.paper is not None:
        yield from _on_paper(ctx, iri, vote, ctx.ids.paper(vote.paper))


def _sentence(ctx: GraphContext, vote: Vote) -> Span:
    """The sentence of the outcome, without the speaker's line before it."""
    sentence = ctx.sentence(vote.result.start)
    begins = [
        t.words.start for t in ctx.document.turns if t.words and sentence.start < t.words.start <= vote.result.start
    ]
    return Span(max([sentence.start, *begins]), max(sentence.end, vote.result.end))


def _voter(ctx: GraphContext, iri: str, predicate: str, span: Span) -> Iterator[Statement]:
    for mention in ctx.linked_in(span, MentionType.PARTY, MentionType.PERSON)[:1]:
        yield fact(iri, predicate, mention.iri or "", ctx.evidence(mention, "vote.voter/1", 0.97))


def _on_paper(ctx: GraphContext, iri: str, vote: Vote, paper: str) -> Iterator[Statement]:
    """The paper that was voted on; what became of a motion is its status too."""
    subject = ctx.evidence(vote.subject, "vote.on/1", 0.97)
    yield fact(iri, v.voteOn, paper, subject)
    if "motie" not in vote.subject.of(ctx.text).lower():
        return
    result = ctx.evidence(vote.result, "vote.status/1", 0.97)
    yield fact(paper, v.RDF_type, v.Motion, subject)
    yield fact(paper, v.statedStatus, Literal(vote.outcome.value, lang="nl"), result)
    chamber = ctx.document.meta.chamber
    if vote.outcome is Outcome.ADOPTED and chamber is not None:
        yield fact(paper, v.statedAdoptedBy, CHAMBER[chamber.value], result)


@statements("decisions")
def decisions(ctx: GraphContext) -> Iterator[Statement]:
    for decision in ctx.document.decisions:
        yield from _decision(ctx, ctx.ids.below(ctx.paper_iri, "besluit", decision.key), decision)


def _decision(ctx: GraphContext, iri: str, decision: Decision) -> Iterator[Statement]:
    where = ctx.evidence(decision.text, "decision/1", 0.97)
    text = plain(decision.text.of(ctx.text))
    yield fact(iri, v.RDF_type, v.Decision, where)
    yield fact(iri, v.RDFS_label, Literal(text if len(text) <= 80 else f"{text[:79]}…", lang="nl"), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    yield fact(iri, v.DCTERMS_isPartOf, item_iri(ctx, decision.item), where)
    yield fact(iri, v.decisionWords, Literal(text, lang="nl"), where)
    if decision.subject is not None:
        about = Literal(plain(decision.subject.of(ctx.text)), lang="nl")
        yield fact(iri, v.aboutText, about, ctx.evidence(decision.subject, "decision.subject/1", 0.95))
    for case in decision.cases:
        yield from case_facts(ctx, iri, v.onCase, case, "decision.case/1")
