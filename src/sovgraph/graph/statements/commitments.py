"""Commitments: which post promises or announces what, to which Chamber, by when."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sovgraph import vocab as v
from sovgraph.authority.names import fold
from sovgraph.find.dates import anchor_date
from sovgraph.find.due import due_range
from sovgraph.find.publication import title_key
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.registers import CHAMBER
from sovgraph.graph.statements.nearby import said_on
from sovgraph.graph.statements.questions import words_of
from sovgraph.graph.statements.sittings import person_at
from sovgraph.graph.statements.turns import post_of_turn, stated_posts
from sovgraph.model import Basis, Capacity, Iri, Literal, Mention, MentionType, Span, Statement, Turn

_NAMED_HOUSE = re.compile(r"(?i)\b(?P<h>Tweede|Eerste)\s+Kamer")
_BOTH = re.compile(r"(?i)\b(?:het\s+parlement|beide\s+Kamers|de\s+Staten-Generaal)\b")
_TURN = re.compile(r"(?:Minister|Staatssecretaris)\s+(?P<n>[A-ZÀ-Þ][^:()\n]{1,40}?)\s?:\s")
_TO_MEMBER = re.compile(r"(?i)\b(?:aan|op\s+verzoek\s+van)\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw)?\s*$")
_KIND = re.compile(r"(?i)de\s+(?P<k>minister|staatssecretaris)\b")
_PUT_TO = re.compile(r"(?i)\b(?:voorgelegd|gezonden|gestuurd)\s+aan\s+(?:de\s+)?$")
_HEAD_POST = re.compile(
    r"(?:Antwoord|Mededeling)\s+van\s+(?:de\s+)?(?P<kind>Minister|Staatssecretaris)\s+[^()\n]{2,50}\(\s*(?P<p>[A-Z][^()]{1,80})\)"
)
_HEAD_CUE = re.compile(r"(?i)\b(?:antwoord(?:en)?|mededeling|reactie)\s+van\s+(?:de\s+)?$|\bbrief\s+van\s+de\s+$")
_HEAD = 3000
"""How far the head of a paper reaches that answers nothing yet ("Mededeling van Staatssecretaris X")."""


@statements("commitments")
def commitments(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is MentionType.COMMITMENT and mention.confidence > 0:
            yield from _commitment(ctx, mention)


def commitment_iri(ctx: GraphContext, mention: Mention) -> str:
    """A commitment with a number of the register of a Chamber is the same in all papers."""
    if mention.id:
        return ctx.ids.register_thing("toezegging", mention.id)
    return ctx.ids.below(ctx.paper_iri, "toezegging", mention.start)


def _commitment(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    iri = commitment_iri(ctx, mention)
    where = ctx.evidence(mention, mention.rule, mention.confidence)
    text = words_of(ctx, Span(mention.start, mention.end))
    label = f"{text[:100].rsplit(' ', 1)[0]} …" if len(text) > 100 else text
    strength = v.strength_announced if mention.part("strength") == "announced" else v.strength_explicit
    yield fact(iri, v.RDF_type, v.Commitment, where)
    yield fact(iri, v.promisedText, Literal(text, lang="nl"), where)
    yield fact(iri, v.RDFS_label, Literal(label, lang="nl"), where)
    yield fact(iri, v.commitmentStrength, strength, where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    if mention.id:
        yield fact(iri, v.DCTERMS_identifier, Literal(mention.id), where)
    said = said_on(ctx, mention.start)
    if said is not None and not mention.id:
        yield fact(iri, v.promisedOn, said[0], ctx.evidence(said[1], "commitment.on/1", 0.97))
    title = mention.part("title")
    if title:
        yield fact(iri, v.announcedTitle, Literal(title, lang="nl"), where)
        yield fact(iri, v.titleKey, Literal(title_key(title)), where)
    yield from _due(ctx, iri, mention)
    yield from _by(ctx, iri, mention)
    yield from _receivers(ctx, iri, mention)
    yield from _prompted(ctx, iri, mention)


def _by(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """The post that the words themselves name, else that of the letter, of the turn, or of the head of an answer."""
    named = _named_in_words(ctx, mention)
    if named is not None:
        yield fact(iri, v.promisedBy, named.iri or "", ctx.evidence(named, "commitment.by-named/1", 0.95))
        return
    posts = _promisers(ctx, mention)
    for post in posts:
        yield fact(iri, v.promisedBy, post.iri or "", ctx.evidence(post, "commitment.by/1", 0.93))
    if not posts:
        ways = (
            _head_post(ctx, iri),
            _by_turn(ctx, iri, mention),
            _asked_of(ctx, iri),
            list(_speaker(ctx, iri, mention)),
        )
        yield from next((facts for facts in ways if facts), [])


def _named_in_words(ctx: GraphContext, mention: Mention) -> Mention | None:
    """ "De minister van Financiën zal …": another post than the one that writes."""
    posts = [m for m in ctx.mentions_in(Span(mention.start, mention.end), MentionType.MINISTER) if m.iri]
    return next((m for m in posts if m.start - mention.start <= len("De ")), None)


def _by_turn(ctx: GraphContext, iri: str, mention: Mention) -> list[Statement]:
    """The post of whoever speaks; where the chair reads out, the one post of that kind that spoke in the meeting."""
    turn = next((t for t in ctx.document.turns if t.words and t.words.start <= mention.start < t.words.end), None)
    if turn is None:
        return []
    if turn.capacity is Capacity.CHAIR:
        kind = _KIND.match(ctx.text, mention.start, mention.end)
        every = [_of_turn(ctx, iri, t) for t in ctx.document.turns if t.capacity is Capacity.GOVERNMENT]
        found = {s.object: s for facts in every for s in facts if kind and kind["k"].lower() in str(s.object)}
        return list(found.values()) if len(found) == 1 else []
    return _of_turn(ctx, iri, turn) if turn.capacity is Capacity.GOVERNMENT else []


def _asked_of(ctx: GraphContext, iri: str) -> list[Statement]:
    """Of the report of a consultation: the one post to whom its head says that the questions were put."""
    first = min((e.question.start for e in ctx.document.exchanges if e.question), default=0)
    asked = [
        m
        for m in ctx.linked_in(Span(0, first), MentionType.MINISTER)
        if _PUT_TO.search(ctx.text, max(0, m.start - 80), m.start)
    ]
    if len({m.iri for m in asked}) != 1:
        return []
    where = ctx.evidence(asked[0], "commitment.asked-of/1", 0.88, Basis.INFERRED)
    return [fact(iri, v.promisedBy, asked[0].iri or "", where)]


def _of_turn(ctx: GraphContext, iri: str, turn: Turn) -> list[Statement]:
    person = person_at(ctx, turn.name)
    if person is None or not person.iri:
        return []
    facts = post_of_turn(ctx, iri, turn, person.iri, stated_posts(ctx))
    return [replace(s, predicate=v.promisedBy) for s in facts]


def _prompted(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """The question in whose answer it is promised."""
    for exchange in ctx.document.exchanges:
        answer = exchange.answer
        if answer is not None and answer.start <= mention.start < answer.end and exchange.question is not None:
            proof = ctx.evidence(mention, "commitment.prompted-by/1", 0.95)
            yield fact(iri, v.promptedBy, ctx.question_iri(exchange.number, exchange.asked_in), proof)


def _due(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    stated, day = mention.part("due"), mention.part("due_by")
    if stated is None:
        return
    found = next(
        (
            d
            for d in ctx.mentions_in(Span(mention.start, mention.end), MentionType.DEADLINE)
            if " ".join(d.text.split()) == stated
        ),
        mention,
    )
    where = ctx.evidence(found, "commitment.due/1", 0.95)
    yield fact(iri, v.dueStated, Literal(stated, lang="nl"), where)
    if day:
        proof = ctx.evidence(found, "commitment.due/1", 0.9, Basis.INFERRED)
        yield fact(iri, v.dueBy, date.fromisoformat(day), proof)
    yield from due_facts(ctx, iri, found, stated)


def due_facts(ctx: GraphContext, iri: str, where: Mention, stated: str) -> Iterator[Statement]:
    """The range of days that the words leave, by the table of conventions."""
    found = due_range(stated, anchor_date(ctx.document, where.start))
    proof = ctx.evidence(where, "commitment.due-range/1", 0.85, Basis.INFERRED)
    if found is not None and found.first is not None:
        yield fact(iri, v.dueFrom, found.first, proof)
    if found is not None and found.last is not None:
        yield fact(iri, v.dueUntil, found.last, proof)


def _promisers(ctx: GraphContext, mention: Mention) -> list[Mention]:
    """Posts of the letter's senders or signers, or of the head of an answer ("Antwoord van Staatssecretaris X")."""
    letter = ctx.letter_at(mention.start)
    spans = letter.senders if letter else ()
    posts = [m for s in spans for m in ctx.mentions_in(s, MentionType.MINISTER) if m.iri]
    if letter is not None and not posts:
        roles = [s.role for s in letter.signers if s.role]
        posts = [m for s in roles for m in ctx.mentions_in(s, MentionType.MINISTER) if m.iri]
    if posts:
        return posts
    first = min((e.answer.start for e in ctx.document.exchanges if e.answer), default=_HEAD)
    ministers = [m for m in ctx.mentions_in(Span(0, first), MentionType.MINISTER) if m.iri]
    return [m for m in ministers if _HEAD_CUE.search(ctx.text, max(0, m.start - 60), m.start)][:1]


def _head_post(ctx: GraphContext, iri: str) -> list[Statement]:
    """ "Antwoord van Minister X (Onderwijs)": the post by its kind and the portfolio in brackets."""
    first = min((e.answer.start for e in ctx.document.exchanges if e.answer), default=_HEAD)
    head = _HEAD_POST.search(ctx.text, 0, first)
    if head is None:
        return []
    portfolio = " ".join(head["p"].split())
    for glue in ("van", "voor"):
        post = ctx.names.posts_by_name.get(fold(f"{head['kind']} {glue} {portfolio}"))
        if post is not None:
            where = ctx.evidence(Span(head.start("kind"), head.end()), "commitment.head/1", 0.95)
            return [fact(iri, v.promisedBy, ctx.ids.post(post.key), where)]
    return []


def _speaker(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """In a debate: the one post that the register gives the minister whose turn it is, on the day of the paper."""
    turns = list(_TURN.finditer(ctx.text, max(0, mention.start - 12_000), mention.start))
    if not turns:
        return
    dated = ctx.adopted()
    day = dated[0] if dated else None
    name = Span(turns[-1].start("n"), turns[-1].end("n"))
    for person in ctx.mentions_in(name, MentionType.PERSON):
        key = (person.iri or "").rsplit("/", 1)[-1]
        held = {m.post for m in ctx.names.mandates_by_person.get(key, ()) if m.post and m.covers(day)}
        if len(held) == 1:
            post = ctx.ids.post(held.pop())
            yield fact(iri, v.promisedBy, post, ctx.evidence(person, "commitment.speaker/1", 0.9, Basis.REGISTER))


def _receivers(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """The Chamber named, both for "het parlement", else the one that the letter or paper is for."""
    text = ctx.text[mention.start : mention.end]
    where = ctx.evidence(mention, "commitment.to/1", 0.93)
    for person in ctx.linked_in(Span(mention.start, mention.end), MentionType.PERSON):
        if _TO_MEMBER.search(ctx.text, max(mention.start, person.start - 40), person.start):
            yield fact(iri, v.promisedTo, person.iri or "", ctx.evidence(person, "commitment.to-member/1", 0.93))
    house = _NAMED_HOUSE.search(text)
    if _BOTH.search(text):
        yield fact(iri, v.promisedTo, CHAMBER["I"], where)
        yield fact(iri, v.promisedTo, CHAMBER["II"], where)
        return
    if house is not None:
        yield fact(iri, v.promisedTo, CHAMBER["I" if house["h"].lower() == "eerste" else "II"], where)
        return
    letter = ctx.letter_at(mention.start)
    for span in letter.addressees if letter else ():
        named = _NAMED_HOUSE.search(ctx.text, span.start, span.end)
        if named is not None:
            target = CHAMBER["I" if named["h"].lower() == "eerste" else "II"]
            proof = ctx.evidence(Span(named.start(), named.end()), "commitment.to/1", 0.95, Basis.INFERRED)
            yield fact(iri, v.promisedTo, Iri(target), proof)
            return
    chamber = ctx.document.meta.chamber
    if chamber is not None:
        proof = ctx.evidence(mention, "commitment.to/1", 0.9, Basis.INFERRED)
        yield fact(iri, v.promisedTo, CHAMBER[chamber.value], proof)
