"""What the government sends the Chambers around a meeting of the Council: the agenda before it, the report after it."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.meetings import meeting_iri
from sovgraph.graph.statements.nearby import sentence_near
from sovgraph.model import Letter, Mention, MentionType, Statement

_ROLES = (
    (v.reportsOn, re.compile(r"(?i)\b(?:verslag|terugkoppeling)\s+(?:van|over)\s+(?:de|het)\s+$")),
    (v.agendaFor, re.compile(r"(?i)\bagenda\s+(?:van|voor|bij|ten\s+behoeve\s+van)\s+(?:de|het)\s+$")),
)
_REACH = 40
"""Characters before the name of a meeting in which "verslag van de" stands."""
_OFFERS = re.compile(
    r"(?i)\b(?:hierbij|hiermee|bijgaand|bijgevoegd|in\s+de\s+bijlage|(?:bied|zend|stuur|doe)\s+ik|"
    r"(?:treft|ontvangt|vindt)\s+u|toekomen)\b"
)
_SENT = ("letter", "answer")


@statements("council-papers")
def council_papers(ctx: GraphContext) -> Iterator[Statement]:
    """A letter of the government that offers agenda or report; one that only speaks of them offers nothing."""
    for mention in ctx.mentions:
        if mention.type is not MentionType.COUNCIL_MEETING or not mention.part("start"):
            continue
        letter = ctx.letter_at(mention.start)
        if letter is None or letter.kind not in _SENT or not _of_government(ctx, letter):
            continue
        before = ctx.text[max(letter.span.start, mention.start - _REACH) : mention.start]
        for role, words in _ROLES:
            if words.search(before) and _offered(ctx, letter, mention):
                where = ctx.evidence(sentence_near(ctx, mention), "council-paper/1", 0.95)
                yield fact(ctx.letter_iri(letter.key), role, meeting_iri(ctx, mention), where)


def _of_government(ctx: GraphContext, letter: Letter) -> bool:
    return any(ctx.linked_in(span, MentionType.MINISTER) for span in letter.senders)


def _offered(ctx: GraphContext, letter: Letter, mention: Mention) -> bool:
    if letter.subject is not None and letter.subject.start <= mention.start < letter.subject.end:
        return True
    sentence = sentence_near(ctx, mention)
    return _OFFERS.search(ctx.text, sentence.start, mention.start) is not None
