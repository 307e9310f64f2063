"""What a sentence points to: a letter by kenmerk or date, a paper, and the numbers of questions in it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice, takewhile
from operator import attrgetter

from sovgraph.graph.base import GraphContext
from sovgraph.graph.statements.citations import letter_of_day
from sovgraph.graph.statements.letters import names_letter
from sovgraph.model import Mention, MentionType, Span

NUMBERS = r"\d{1,3}(?:(?:\s*,\s*|\s*(?:,\s*)?en\s+|\s*(?:t/m|tot\s+en\s+met|[–-])\s*)\d{1,3}){0,30}(?!\w)"
_RANGE = re.compile(r"(?P<low>\d{1,3})\s*(?:t/m|tot\s+en\s+met|[–-])\s*(?P<high>\d{1,3})")
_PAPERS = (MentionType.KAMERSTUK, MentionType.AANHANGSEL)
_MOST = 60


@dataclass(frozen=True, slots=True)
class Pointed:
    """`iri` of a letter or paper, at the words `where`; `letter` tells which of the two."""

    iri: str
    where: Mention
    letter: bool


def numbers_in(words: str) -> tuple[str, ...]:
    """ "2, 4 en 6 t/m 8" → 2, 4, 6, 7, 8."""
    found: list[str] = []
    for low, high in _RANGE.findall(words):
        if int(low) < int(high) < int(low) + _MOST:
            found += [str(n) for n in range(int(low), int(high) + 1)]
    found += re.findall(r"\d{1,3}", _RANGE.sub(" ", words))
    return tuple(dict.fromkeys(found))


def pointed_to(ctx: GraphContext, span: Span) -> Pointed | None:
    """The only letter or paper that a stretch names, a footnote whose mark stands in it included.

    A kenmerk goes before a paper, and that before a date, for they name the same letter: "de brief van 3 mei (kenmerk
    180001)". Two kenmerken, or two papers, name nothing; a letter with the number of a case brought written questions.
    """
    spans = (span, *_notes(ctx, span))
    for kinds, letter in (((MentionType.KENMERK,), True), (_PAPERS, False)):
        found = [m for s in spans for m in ctx.linked_in(s, *kinds)]
        if found:
            return Pointed(found[0].iri or "", found[0], letter) if len({m.iri for m in found}) == 1 else None
    days = [m for m in ctx.mentions_in(span, MentionType.DATE) if names_letter(ctx, m)]
    if len({m.id for m in days}) != 1 or ctx.mentions_in(span, MentionType.ZAAK):
        return None
    iri = letter_of_day(ctx, days[0])
    return Pointed(iri, days[0], "/brief/" in iri) if iri is not None else None


def sentences_in(ctx: GraphContext, span: Span) -> list[Span]:
    """The sentences of a stretch, cut off at its edges."""
    first = bisect_right(ctx.sentences, span.start, key=attrgetter("end"))
    there = takewhile(lambda s: s.start < span.end, islice(ctx.sentences, first, None))
    return [Span(max(s.start, span.start), min(s.end, span.end)) for s in there]


def _notes(ctx: GraphContext, span: Span) -> list[Span]:
    return [n.body for n in ctx.document.notes if any(span.start <= a.start < span.end for a in n.anchors)]
