"""Who wrote a letter that a paper only mentions, and to whom: as far as the words around its name say so."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact
from sovgraph.graph.registers import CHAMBER
from sovgraph.model import Basis, Letter, Mention, MentionType, Span, Statement

_POSTS = (MentionType.MINISTER, MentionType.COMMITTEE)
_NAMED = re.compile(r"(?i)\b(?:(?P<whose>uw|mijn|onze)\s+(?:\w+\s+)?)?[a-z]*brief\b(?P<rest>[^.;()\n]{0,160})$")
_HOUSE = re.compile(r"(?i)\baan\s+de\s+(?P<h>Tweede|Eerste)\s+Kamer\b")
_LED = re.compile(r"(?i)\b(?P<p>van|aan)\s+(?:de\s+|het\s+)?$")
_BEHIND = re.compile(r"(?:\s+(?:van|aan)\s+(?:de\s+|het\s+)?[^.;()\n]{3,90}?){1,2}(?=[.;,()\n]|$)")
_BY_US = re.compile(
    r"(?i)\b(?:zij|wij|de\s+commissies?)\b[^.:?\n]{0,200}?\b(?:heeft|hebben)\s+(?:verzonden|gestuurd|gezonden|toegezonden)"
    r"|\b(?:haar|onze)\s+(?:\w+\s+)?brie(?:f|ven)\b"
)
_TO_YOU = re.compile(
    r"(?i)\b(?:tot|aan)\s+u\s+(?:gericht|gestuurd|verzonden|gezonden)\w*|\baan\s+u\s+(?:heeft|hebben)\s+(?:verzonden|gestuurd)"
)
_INTRO = 700


def posts_in(ctx: GraphContext, spans: tuple[Span, ...]) -> list[Mention]:
    """The posts and committees that a letter's head names."""
    return [m for span in spans for m in ctx.mentions_in(span, *_POSTS) if m.iri]


def correspondents(ctx: GraphContext, iri: str, day: Mention) -> Iterator[Statement]:
    """From the words beside the date: "de brief van de minister van A aan de Tweede Kamer van 3 mei", "uw brief van"."""
    start = max(ctx.sentence(day.start).start, day.start - 200)
    named = _NAMED.search(ctx.text, start, day.start)
    if named is None:
        return
    behind = _BEHIND.match(ctx.text, day.end)
    stretches = [Span(*named.span("rest"))] + ([Span(*behind.span())] if behind else [])
    for span in stretches:
        house = _HOUSE.search(ctx.text, span.start, span.end)
        if house is not None:
            chamber = CHAMBER["I" if house["h"].lower() == "eerste" else "II"]
            yield fact(iri, v.to, chamber, ctx.evidence(Span(*house.span()), "letter.mentioned-to/1", 0.95))
        for post in ctx.mentions_in(Span(span.start, span.end), *_POSTS):
            led = _LED.search(ctx.text, max(span.start, post.start - 12), post.start)
            if led is not None and post.iri:
                way = v.from_ if led["p"].lower() == "van" else v.to
                yield fact(iri, way, post.iri, ctx.evidence(post, "letter.mentioned-parties/1", 0.93))
    letter = ctx.letter_at(day.start)
    if named["whose"] and letter is not None:
        yield from _own(ctx, iri, letter, Span(*named.span("whose")))


def _own(ctx: GraphContext, iri: str, letter: Letter, word: Span) -> Iterator[Statement]:
    """ "mijn brief" is by whoever writes here, "uw brief" by whoever this letter is sent to."""
    sent, got = posts_in(ctx, letter.senders), posts_in(ctx, letter.addressees)
    if word.of(ctx.text).lower() == "uw":
        sent, got = got, sent
    for way, posts in ((v.from_, sent), (v.to, got)):
        yield from _each(ctx, iri, way, posts, word)


def _each(ctx: GraphContext, iri: str, way: str, posts: list[Mention], word: Span) -> Iterator[Statement]:
    for post in posts:
        proof = (ctx.evidence(x, "letter.mentioned-parties/1", 0.9, Basis.INFERRED) for x in (word, post))
        yield fact(iri, way, post.iri or "", *proof)


def listed_correspondents(ctx: GraphContext, iri: str, letter: Letter, line: Span) -> Iterator[Statement]:
    """Letters in a list: the sentences before it say that "zij … heeft verzonden" and "tot u gericht"."""
    intro = Span(max(letter.body.start, line.start - _INTRO), line.start)
    by_us = _BY_US.search(ctx.text, intro.start, intro.end)
    to_you = _TO_YOU.search(ctx.text, intro.start, intro.end)
    if by_us is not None:
        yield from _each(ctx, iri, v.from_, posts_in(ctx, letter.senders), Span(*by_us.span()))
    if to_you is not None:
        yield from _each(ctx, iri, v.to, posts_in(ctx, letter.addressees), Span(*to_you.span()))
