"""Requests: who asks what of whom, in motions and in letters of committees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.commitments import due_facts
from sovgraph.graph.statements.correspondents import posts_in
from sovgraph.graph.statements.letters import dated_letter_iri
from sovgraph.graph.statements.motions import mover_iri
from sovgraph.graph.statements.nearby import sentence_near
from sovgraph.graph.statements.questions import words_of
from sovgraph.model import Basis, Chamber, Letter, Literal, Mention, MentionType, Span, Statement

_ADDRESSEE = re.compile(
    r"(?i)(?:verzoek(?:t|en)?|roep(?:t|en)?|vraagt|draagt|daagt|nodigt|spoort|moedigt|dringt\s+er\s+bij)\s+"
    r"(?:(?:voorts|tevens|verder|ook|daarom|daarnaast|daarbij|bovendien|derhalve|nogmaals|eveneens)\s+)?"
    r"(?:(?P<g>(?:de|het)\s+(?:(?:nederlandse|demissionaire|missionaire|aanstaande|huidige|nieuwe|komende|volgende)\s+){0,2}(?:regering|kabinet))"
    r"|(?P<p>het\s+presidium)|(?P<m>de\s+(?:ministers?|staatssecretaris(?:sen)?)))(?!\w)"
)
_NOBODY = re.compile(
    r"(?i)verzoekt\s+(?:(?:voorts|tevens|verder|ook|daarom|daarnaast|daarbij|bovendien)\s+)*(?:om|te|een|hier\w*|de\s+Kamer)\b"
)
"""A request that names nobody whom it asks."""

_OF_LETTER = re.compile(r"(?i)\bbrief\s+van\s+$")
_AND = re.compile(r"\s*(?:,|en)\s+(?:de\s+|van\s+)*")


def government(ctx: GraphContext) -> str:
    """The government as a whole, which no register lists."""
    return ctx.ids.organisation("nederlandse-regering")


def government_facts(ctx: GraphContext, where: Span) -> Iterator[Statement]:
    """What the government is, at words that name it."""
    yield from _body(ctx, government(ctx), "Nederlandse regering", "Dutch government", where)


def _body(ctx: GraphContext, iri: str, nl: str, en: str, where: Span) -> Iterator[Statement]:
    proof = ctx.evidence(where, "government/1", 0.97, Basis.INFERRED)
    yield fact(iri, v.RDF_type, v.ORG_Organization, proof)
    yield fact(iri, v.RDFS_label, Literal(nl, lang="nl"), proof)
    yield fact(iri, v.RDFS_label, Literal(en, lang="en"), proof)


@statements("requests")
def requests(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        if mention.type is MentionType.REQUEST and mention.confidence > 0:
            yield from _request(ctx, mention)


def _request(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "verzoek", mention.start)
    where = ctx.evidence(mention, mention.rule, mention.confidence)
    told = _told(ctx, mention)
    text = words_of(ctx, told).rstrip(" .")
    label = f"{text[:100].rsplit(' ', 1)[0]} …" if len(text) > 100 else text
    yield fact(iri, v.RDF_type, v.Request, where)
    whole = ctx.evidence(told, mention.rule, mention.confidence)
    yield fact(iri, v.requestText, Literal(text, lang="nl"), whole)
    yield fact(iri, v.RDFS_label, Literal(label, lang="nl"), whole)
    yield fact(iri, v.requestKind, Literal(mention.part("kind") or "verzoek"), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    due = mention.part("due")
    if due:
        yield fact(iri, v.dueStated, Literal(due, lang="nl"), where)
        yield from due_facts(ctx, iri, mention, due)
    due_by = mention.part("due_by")
    if due_by:
        yield fact(iri, v.dueBy, date.fromisoformat(due_by), where)
    letter = ctx.letter_at(mention.start)
    if mention.rule.startswith("request.motion/"):
        yield from _by_movers(ctx, iri, mention)
    elif mention.rule.startswith("request.motion-read/"):
        yield from _as_moved(ctx, iri, mention)
    elif letter is not None:
        yield from _by_letter(ctx, iri, mention, letter)
    yield from _from_whom(ctx, iri, mention, letter)


def _told(ctx: GraphContext, mention: Mention) -> Span:
    """The words of the request; "het verzoek om X" goes on to the end of its sentence."""
    end = sentence_near(ctx, mention).end if mention.rule.startswith("request.noun") else mention.end
    return Span(mention.start, max(end, mention.end))


def _by_movers(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """A motion's request is its movers': whether the Chamber adopts it, the motion doesn't say."""
    motion = ctx.document.motion
    proof = ctx.evidence(mention, mention.rule, mention.confidence)
    yield fact(ctx.paper_iri, v.requests, iri, proof)
    yield from _asked_by(ctx, iri, motion.movers if motion else ())
    day = ctx.adopted()
    if day is not None:
        yield fact(iri, v.requestedOn, day[0], ctx.evidence(day[1], "request.on/1"))


def _as_moved(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """A motion read out in a meeting: asked by those whom the chair names, under the number that it gets."""
    for motion in ctx.document.moved:
        if motion.text is not None and motion.text.start <= mention.start < motion.text.end:
            proof = ctx.evidence(motion.announced, "request.moved/1", 0.95)
            if motion.paper is not None:
                yield fact(ctx.ids.paper(motion.paper), v.requests, iri, proof)
            yield from _asked_by(ctx, iri, motion.movers)


def _asked_by(ctx: GraphContext, iri: str, movers: tuple[Span, ...]) -> Iterator[Statement]:
    for span in movers:
        for person in ctx.mentions_in(span, MentionType.PERSON):
            mover = mover_iri(ctx, person)
            if mover:
                yield fact(iri, v.requestedBy, mover, ctx.evidence(person, "request.by/1", person.confidence))


def _by_letter(ctx: GraphContext, iri: str, mention: Mention, letter: Letter) -> Iterator[Statement]:
    """The letter's senders ask. "de brief van DATE (kenmerk: N) met het verzoek om …" was asked in that letter: who
    asked then is concluded from who asks again now."""
    home = ctx.letter_iri(letter.key)
    earlier = earlier_letter(ctx, mention)
    basis, sure = (Basis.INFERRED, 0.85) if earlier else (Basis.ASSERTED, 0.95)
    for span in letter.senders:
        for sender in ctx.mentions_in(span, MentionType.COMMITTEE):
            if sender.iri:
                yield fact(iri, v.requestedBy, sender.iri, ctx.evidence(sender, "request.by/1", sure, basis))
    if earlier is None:
        yield fact(home, v.requests, iri, ctx.evidence(mention, mention.rule, mention.confidence))
        if letter.date:
            yield fact(iri, v.requestedOn, letter.date.value, ctx.evidence(letter.date.span, "request.on/1"))
        return
    first = min(x.start for x in (earlier.named, earlier.day) if x is not None)
    whole = ctx.evidence(Span(first, mention.end), "request.noun/1", 0.95)
    yield fact(earlier.iri, v.requests, iri, whole)
    if letter.kind == "reminder" and earlier.iri != home:
        yield fact(home, v.reminds, earlier.iri, whole)
        if earlier.iri not in ctx.letter_iris.values():  # whoever reminds of a request is concluded to have made it
            for way, spans in ((v.from_, letter.senders), (v.to, letter.addressees)):
                for post in posts_in(ctx, spans):
                    proof = ctx.evidence(post, "letter.mentioned-parties/1", 0.85, Basis.INFERRED)
                    yield fact(earlier.iri, way, post.iri or "", proof)
    if earlier.day is not None and earlier.day.id:
        when = ctx.evidence(earlier.day, "request.on/1", 0.97)
        yield fact(iri, v.requestedOn, date.fromisoformat(earlier.day.id), when)


@dataclass(frozen=True, slots=True)
class EarlierLetter:
    """A letter that a sentence names as the one in which something was asked: `named` by kenmerk, else by `day`."""

    iri: str
    named: Mention
    day: Mention | None


def earlier_letter(ctx: GraphContext, mention: Mention) -> EarlierLetter | None:
    """The letter that the sentence of a request names before it."""
    if not mention.rule.startswith("request.noun"):
        return None
    before = Span(sentence_near(ctx, mention).start, mention.start)
    days = [
        m
        for m in ctx.mentions_in(before, MentionType.DATE)
        if m.id and len(m.id) == 10 and _OF_LETTER.search(ctx.text, max(0, m.start - 14), m.start)
    ]
    day = days[-1] if days else None
    for kenmerk in reversed(ctx.mentions_in(before, MentionType.KENMERK)):
        if kenmerk.iri:
            return EarlierLetter(kenmerk.iri, kenmerk, day)
    if day is None or day.id is None:
        return None
    value = date.fromisoformat(day.id)
    printed = [x for x in ctx.document.letters if x.date and x.date.value == value]
    return EarlierLetter(ctx.letter_iri(printed[0].key) if printed else dated_letter_iri(ctx, day, value), day, day)


def _from_whom(ctx: GraphContext, iri: str, mention: Mention, letter: Letter | None) -> Iterator[Statement]:
    """The post, the government or the presidium named right behind the verb, else the letter's addressees."""
    named = _ADDRESSEE.search(ctx.text, mention.start, min(mention.end, mention.start + 120))
    if named is not None and named["g"]:
        where = Span(*named.span("g"))
        yield fact(iri, v.requestedFrom, government(ctx), ctx.evidence(where, "request.from/1", 0.97))
        yield from government_facts(ctx, where)
    elif named is not None and named["p"] and ctx.document.meta.chamber is not None:
        yield from _from_presidium(ctx, iri, Span(*named.span("p")))
    elif named is not None and named["m"]:
        for post in _posts_at(ctx, named.start("m"), mention.end):
            yield fact(iri, v.requestedFrom, post.iri or "", ctx.evidence(post, "request.from/1", 0.97))
    elif ctx.document.motion is not None:
        yield from _from_the_same(ctx, iri, mention)
    elif letter is not None:
        basis, sure = (Basis.INFERRED, 0.85) if earlier_letter(ctx, mention) else (Basis.ASSERTED, 0.95)
        for span in letter.addressees:
            for post in ctx.mentions_in(span, MentionType.MINISTER):
                if post.iri:
                    yield fact(iri, v.requestedFrom, post.iri, ctx.evidence(post, "request.from/1", sure, basis))


def _from_the_same(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """ "verzoekt voorts om …" asks whom the request before it asks."""
    if _NOBODY.match(ctx.text, mention.start, mention.end) is None:
        return
    before = [m for m in ctx.mentions if m.type is MentionType.REQUEST and m.end <= mention.start]
    named = _ADDRESSEE.match(ctx.text, before[-1].start, before[-1].end) if before else None
    if named is not None and named["g"]:
        where = ctx.evidence(Span(*named.span("g")), "request.from/1", 0.9, Basis.INFERRED)
        yield fact(iri, v.requestedFrom, government(ctx), where)
    elif named is not None and named["m"]:
        for post in _posts_at(ctx, named.start("m"), before[-1].end):
            where = ctx.evidence(post, "request.from/1", 0.9, Basis.INFERRED)
            yield fact(iri, v.requestedFrom, post.iri or "", where)


def _posts_at(ctx: GraphContext, start: int, end: int) -> list[Mention]:
    """ "de ministers van A en van B": the posts named from here on, joined by "en". A bare "de minister" is the one
    whose post the paper names elsewhere, if it names one only."""
    found: list[Mention] = []
    at = start
    for post in ctx.mentions_in(Span(start, min(len(ctx.text), end + 1)), MentionType.MINISTER):
        if post.start - at > 4 and not (found and _AND.fullmatch(ctx.text, at, post.start)):
            break
        found.append(post)
        at = post.end
    if found:
        return [post for post in found if post.iri]
    kind = ctx.text[start : start + 20].lower().split()[1][:8]
    every = [m for m in ctx.mentions if m.type is MentionType.MINISTER and m.iri and m.text.lower().startswith(kind)]
    return every[:1] if len({m.iri for m in every}) == 1 else []


def _from_presidium(ctx: GraphContext, iri: str, where: Span) -> Iterator[Statement]:
    """Each Chamber's presidium is its own: that of the paper's Chamber is meant."""
    second = ctx.document.meta.chamber is Chamber.TK
    house = "Tweede Kamer" if second else "Eerste Kamer"
    body = ctx.ids.organisation(f"presidium {house}")
    yield fact(iri, v.requestedFrom, body, ctx.evidence(where, "request.from/1", 0.95))
    english = "House of Representatives" if second else "Senate"
    yield from _body(ctx, body, f"Presidium van de {house}", f"Presidium of the {english}", where)
