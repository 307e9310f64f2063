"""Written questions of members: who asks whom about what, for which party, who answers or puts off, and when."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.model import Asker, Inquiry, Literal, MentionType, Span, Statement
from sovgraph.read.dates import dutch_date
from sovgraph.structure.inquiry import CASE

_RULE = "inquiry.head/1"
_CASE = re.compile(rf"(?<![\w-])(?:{CASE})(?!\d)")
_MOST_NAMES = 3


@statements("inquiries")
def inquiries(ctx: GraphContext) -> Iterator[Statement]:
    inquiry = ctx.document.inquiry
    if inquiry is None or not inquiry.askers:
        return
    iri = inquiry_iri(ctx, inquiry)
    where = ctx.evidence(inquiry.askers[0].name, _RULE)
    yield fact(iri, v.RDF_type, v.WrittenQuestions, where)
    yield fact(iri, v.RDFS_label, Literal(_label(ctx, inquiry), lang="nl"), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    if inquiry.subject is not None:
        subject = Literal(ctx.words(inquiry.subject), lang="nl")
        yield fact(iri, v.DCTERMS_subject, subject, ctx.evidence(inquiry.subject, "inquiry.subject/1"))
    for case in inquiry.cases:
        yield fact(iri, v.caseNumber, Literal(ctx.words(case)), ctx.evidence(case, "inquiry.case/1"))
    for span in inquiry.addressees:
        for post in ctx.linked_in(span, MentionType.MINISTER):
            yield fact(iri, v.addressedTo, post.iri or "", ctx.evidence(post, "inquiry.addressee/1"))
    for asker in inquiry.askers:
        yield from _asked(ctx, iri, asker)
    yield from _days(ctx, iri, inquiry)
    yield from _answering(ctx, iri, inquiry)
    yield from _other_papers(ctx, iri, inquiry)


def inquiry_iri(ctx: GraphContext, inquiry: Inquiry) -> str:
    """By the case number, under which several papers meet; without one, below the paper."""
    if len(inquiry.cases) == 1:
        return ctx.ids.inquiry(ctx.words(inquiry.cases[0]))
    return ctx.ids.below(ctx.paper_iri, "vragen")


def _label(ctx: GraphContext, inquiry: Inquiry) -> str:
    names = [ctx.words(a.name) for a in inquiry.askers]
    who = ", ".join(names[:_MOST_NAMES]) + (" e.a." if len(names) > _MOST_NAMES else "")
    sent = next((d.value for d in ctx.document.meta.dates if d.kind == "ingezonden"), None)
    which = ctx.words(inquiry.cases[0]) if inquiry.cases else dutch_date(sent) if sent else ""
    return f"schriftelijke vragen van {who}" + (f" ({which})" if which else "")


def _asked(ctx: GraphContext, iri: str, asker: Asker) -> Iterator[Statement]:
    """A member takes part in the name of the party behind the name; a party without a known member still asks."""
    parties = ctx.linked_in(asker.party, MentionType.PARTY)
    for party in parties:
        yield fact(iri, v.askedByParty, party.iri or "", ctx.evidence(party, "inquiry.asker/1"))
    person = next(iter(ctx.linked_in(asker.name, MentionType.PERSON)), None)
    if person is None or person.iri is None:
        return
    where = ctx.evidence(person, "inquiry.asker/1", person.confidence)
    yield fact(iri, v.askedByPerson, person.iri, where)
    part = ctx.ids.below(iri, "vrager", person.iri.rsplit("/", 1)[-1])
    yield fact(iri, v.ELIDL_had_participation, part, where)
    yield fact(part, v.RDF_type, v.ELIDL_Participation, where)
    yield fact(part, v.RDFS_label, Literal(f"vrager {ctx.words(asker.name)}", lang="nl"), where)
    yield fact(part, v.ELIDL_had_participant_person, person.iri, where)
    for party in parties:
        proof = ctx.evidence(party, "inquiry.asker/1")
        yield fact(part, v.ELIDL_participation_in_name_of, party.iri or "", where, proof)


def _days(ctx: GraphContext, iri: str, inquiry: Inquiry) -> Iterator[Statement]:
    """Sent, put off, answered: as the head says, else the day of the letter that does it."""
    kinds = {"ingezonden": v.askedOn, "uitstel": v.delayedOn}
    answered = any(e.answer for e in ctx.document.exchanges)
    if answered:
        kinds["ontvangen"] = v.answeredOn
    told = {d.kind for d in ctx.document.meta.dates}
    for dated in ctx.document.meta.dates:
        if dated.kind in kinds:
            yield fact(iri, kinds[dated.kind], dated.value, ctx.evidence(dated.span, "inquiry.date/1"))
    for letter in ctx.document.letters[:1]:
        if letter.date is None:
            continue
        where = ctx.evidence(letter.date.span, "inquiry.letter-date/1", 0.97)
        if inquiry.delay is not None and "uitstel" not in told:
            yield fact(iri, v.delayedOn, letter.date.value, where)
        elif answered and letter.kind == "answer" and "ontvangen" not in told:
            yield fact(iri, v.answeredOn, letter.date.value, where)


def _answering(ctx: GraphContext, iri: str, inquiry: Inquiry) -> Iterator[Statement]:
    """Who answers, when the paper holds answers; who asks for delay is told by the delay alone."""
    if not any(e.answer for e in ctx.document.exchanges):
        return
    for responder in inquiry.responders:
        for post in ctx.linked_in(responder.post, MentionType.MINISTER):
            yield fact(iri, v.answeredBy, post.iri or "", ctx.evidence(post, "inquiry.answering/1", 0.97))
        for person in ctx.linked_in(responder.name, MentionType.PERSON):
            yield fact(iri, v.answeredByPerson, person.iri or "", ctx.evidence(person, "inquiry.answering/1"))
    for span in inquiry.also_for:
        for post in ctx.linked_in(span, MentionType.MINISTER):
            yield fact(iri, v.answeredAlsoFor, post.iri or "", ctx.evidence(post, "inquiry.also-for/1", 0.97))


def _other_papers(ctx: GraphContext, iri: str, inquiry: Inquiry) -> Iterator[Statement]:
    for span in inquiry.earlier:
        for mention in ctx.linked_in(span, MentionType.AANHANGSEL):
            yield fact(iri, v.earlierNotice, mention.iri or "", ctx.evidence(mention, "inquiry.earlier/1", 0.95))
    for span in inquiry.supplements:
        for mention in ctx.linked_in(span, MentionType.AANHANGSEL):
            yield fact(iri, v.followsUp, mention.iri or "", ctx.evidence(mention, "inquiry.follows-up/1", 0.95))
        for case in _CASE.finditer(ctx.text, span.start, span.end):
            yield from _earlier_case(ctx, iri, case.group(), Span(*case.span()))


def _earlier_case(ctx: GraphContext, iri: str, case: str, span: Span) -> Iterator[Statement]:
    """The earlier questions are known by their number alone."""
    earlier = ctx.ids.inquiry(case)
    if earlier == iri:
        return
    where = ctx.evidence(span, "inquiry.follows-up/1", 0.95)
    yield fact(iri, v.followsUp, earlier, where)
    yield fact(earlier, v.RDF_type, v.WrittenQuestions, where)
    yield fact(earlier, v.caseNumber, Literal(case), where)
    yield fact(earlier, v.RDFS_label, Literal(f"schriftelijke vragen {case}", lang="nl"), where)
    yield fact(earlier, v.mentionedIn, ctx.paper_iri, where)
