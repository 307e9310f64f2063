"""Motions named again without their number, where the paper names several of the same movers.

"de motie van het lid X over Y" of the question has a note with the number; the answer repeats the words and not the
note. Movers and the beginning of the subject must both be the same. With two motions of the same movers and no
subject the motion stays ambiguous.
"""

import re
from collections.abc import Iterator

from sovgraph.authority.names import fold
from sovgraph.find.base import FindContext, finder
from sovgraph.model import Candidate, Mention, MentionType, Span, Status

_ABOUT = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))?\s+(?:over|inzake|betreffende|met\s+betrekking\s+tot)\s+(?P<a>[^.;:?!()\n\"¹²³⁴⁵⁶⁷⁸⁹⁰]{4,240})"
)
_ALIKE, _LEAST = 16, 6
"""So many folded letters of two subjects must be the same from their beginning on; fewer where one is shorter."""


@finder(
    "motion-again",
    stage=3,
    rejects=[
        "De motie van het lid Peer over fruit (32 012, nr. 5). De motie van het lid Peer over groente in steden.",
        "De motie-Peer (32 012, nr. 5) en de motie-Appel.",
        "De motie-Peer (32 012, nr. 5) en de motie-Peer (32 012, nr. 6). Over de motie-Peer is gesproken.",
    ],
)
def find_motions_again(ctx: FindContext) -> Iterator[Mention]:
    motions = [m for m in ctx.mentions if m.type is MentionType.MOTION]
    known: dict[str, list[Mention]] = {}
    for motion in motions:
        if motion.id:
            known.setdefault(_movers(motion), []).append(motion)
    if not known:
        return
    for motion in motions:
        if motion.id is None and not _is_title(ctx, motion):
            yield from _resolved(ctx, motion, known.get(_movers(motion), []))


def _movers(motion: Mention) -> str:
    return fold(motion.part("movers") or motion.text)


def _subject(ctx: FindContext, motion: Mention) -> str:
    about = _ABOUT.match(ctx.document.text, motion.end)
    return fold(about["a"]) if about else ""


def _same(one: str, other: str) -> bool:
    length = min(len(one), len(other), _ALIKE)
    return length >= _LEAST and one[:length] == other[:length]


def _is_title(ctx: FindContext, motion: Mention) -> bool:
    """The title of a motion is no second naming of the one that it cites."""
    parts = ctx.document.motion
    return parts is not None and parts.title is not None and parts.title.start <= motion.start < parts.title.end


def _resolved(ctx: FindContext, motion: Mention, twins: list[Mention]) -> Iterator[Mention]:
    subject = _subject(ctx, motion)
    same = [t for t in twins if _same(subject, _subject(ctx, t))]
    if not subject:
        same = twins
    twin_of = {t.id: t for t in reversed(same)}
    if not twin_of:
        return
    first = min(twin_of.values(), key=lambda t: t.start)
    alone = len(twin_of) == 1
    yield ctx.mention(
        MentionType.MOTION,
        *ctx.view_span(Span(motion.start, motion.end)),
        "motion.again/1",
        id=first.id if alone else None,
        status=Status.INFERRED if alone else Status.AMBIGUOUS,
        confidence=0.96,
        parts=motion.parts,
        candidates=() if alone else tuple(Candidate(t.id or "", None, "same movers") for t in twin_of.values()),
        antecedent=Span(first.start, first.end) if alone else None,
        reason="named before with its number" if alone else "the paper names several motions of these movers",
    )
