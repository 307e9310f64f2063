"""Motions named in prose: "de motie van het lid Eerdmans", "motie-Podt", "motie Van Campen/Boswijk c.s."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sovgraph.find.base import FindContext, finder
from sovgraph.find.surnames import NOT_NAMES, SURNAME, WITH_PARTICLES, read_names
from sovgraph.model import Mention, MentionType, Note, Span, Status

_QUALITY = r"(?:(?:(?:nader\s+|opnieuw\s+)?gewijzigde|aangehouden|aangenomen\s+en\s+gewijzigde)\s+)*"
_OF_MEMBERS = re.compile(
    rf"(?<![\w-])(?P<all>{_QUALITY}[Mm]oties?\s+van\s+(?:de\s+)?(?:het\s+(?:Kamer)?lid|(?:de\s+)?(?:Kamer)?leden|de\s+heer|mevrouw|senator)\s+)"
)
_SECOND = r"(?:(?:\s+(?:van|de|der|den))*\s+[A-ZÀ-Þ][\w-]+(?=\s?/|\s+c\.\s?s\.|\s+\())?"
"""A second word of a name, as in "Van Haersma Buma" or "Olger van Dijk", is safe only before what ends a name."""
_BY_NAME = re.compile(
    rf"(?<![\w-])(?P<all>{_QUALITY}[Mm]oties?(?:\s?-\s?|\s+))"
    rf"(?P<names>{WITH_PARTICLES}{_SECOND}(?:\s?/\s?{WITH_PARTICLES}{_SECOND}|(?:,\s+{SURNAME})*\s+en\s+{SURNAME}(?=\s+(?:c\.\s?s\.|\()))*)"
)
_OF_NAME = re.compile(
    rf"(?<![\w-])(?P<all>{_QUALITY}[Mm]oties?\s+van\s+)(?={SURNAME}(?:\s+c\.\s?s\.|\s+\(|\s+en\s+{SURNAME}\s*\())"
)
_SPLIT = re.compile(r"\s*(?:/|,\s*(?:en\s+)?|\s+en\s+)\s*")
_CS = re.compile(r"(?:\s*\([^()\n]{2,30}\))?\s*c\.\s?s\.")
_NOT_MOVER = frozenset("Nr Nrs Op Over Is Was Wordt".split())
_DIRECT = re.compile(r"[\s,]*(?:op\s+stuk\s+)?\(?\s*(?:op\s+stuk\s+)?$")


@dataclass(frozen=True, slots=True)
class NamedMotion:
    """View offsets of a motion's name and of the names of its movers."""

    start: int
    end: int
    movers: tuple[tuple[int, int], ...]


def named_motions(text: str) -> Iterator[NamedMotion]:
    """All motions that the text names by their movers."""
    for pattern in (_OF_MEMBERS, _OF_NAME):
        for match in pattern.finditer(text):
            movers = read_names(text, match.end())
            if movers:
                yield _whole(text, match.start("all"), movers)
    for match in _BY_NAME.finditer(text):
        movers = _hyphenated(text, *match.span("names"))
        first = text[movers[0][0] : movers[0][1]] if movers else ""
        if movers and _is_mover(first):
            yield _whole(text, match.start("all"), movers)


def _is_mover(name: str) -> bool:
    """ "motie van Campen/ Boswijk": a particle without its capital counts only with a surname behind it."""
    words = name.split()
    if words[-1] in NOT_NAMES or words[-1] in _NOT_MOVER:
        return False
    return (
        not name[0].islower() or re.match(r"(?:van|de|den|der|ter|ten)\s+(?:(?:de|den|der)\s+)?[A-Z]", name) is not None
    )


def _hyphenated(text: str, start: int, end: int) -> list[tuple[int, int]]:
    names: list[tuple[int, int]] = []
    at = start
    for joint in _SPLIT.finditer(text, start, end):
        if joint.end() > joint.start() and text[joint.start() : joint.end()].strip():
            names.append((at, joint.start()))
            at = joint.end()
    names.append((at, end))
    return names


def _whole(text: str, start: int, movers: list[tuple[int, int]]) -> NamedMotion:
    others = _CS.match(text, movers[-1][1])
    return NamedMotion(start, others.end() if others else movers[-1][1], tuple(movers))


def _reference(ctx: FindContext, motion: NamedMotion) -> Mention | None:
    """The paper that the words around give: in brackets right behind, or in the note of the same sentence."""
    end = ctx.view.to_document(motion.end)
    papers = sorted(ctx.of_type(MentionType.KAMERSTUK), key=lambda m: m.start)
    for paper in papers:
        if end <= paper.start <= end + 60 and _DIRECT.match(ctx.document.text[end : paper.start]):
            return paper
    note = _note_behind(ctx, end)
    if note is not None:
        return next((p for p in papers if note.body.start <= p.start < note.body.end), None)
    return None


def _note_behind(ctx: FindContext, end: int) -> Note | None:
    """The first note whose mark stands behind the motion's name before its sentence ends."""
    stop = re.compile(r"[.?!;](?=\s)|\n").search(ctx.document.text, end)
    limit = min(stop.start() + 3 if stop else end + 400, end + 400)
    marks = [(a.start, note) for note in ctx.document.notes for a in note.anchors if end <= a.start <= limit]
    return min(marks, key=lambda pair: pair[0])[1] if marks else None


@finder(
    "motion",
    stage=2,
    examples=[
        ("de motie-Podt (19 637, nr. 3089) over", (("motie-Podt", "kst-19637-3089"),)),
        (
            "de motie van het lid Van Nispen (36 600-XX, nr. 29)",
            (("motie van het lid Van Nispen", "kst-36600-XX-29"),),
        ),
        ("de motie-Van den Berg op stuk nr. 54 (32 012)", (("motie-Van den Berg", "kst-32012-54"),)),
        ("motie Veltman c.s. (23 645, nr. 823)", (("motie Veltman c.s.", "kst-23645-823"),)),
        ("de motie-Boomsma/Rajkowski (19 637, nr. 3334)", (("motie-Boomsma/Rajkowski", "kst-19637-3334"),)),
        (
            "Motie van de leden Eerdmans en Diederik van Dijk over",
            (("Motie van de leden Eerdmans en Diederik van Dijk", None),),
        ),
        (
            "de gewijzigde motie Van Campen/Boswijk c.s. verzoekt",
            (("gewijzigde motie Van Campen/Boswijk c.s.", None),),
        ),
    ],
    rejects=[
        "een motie van wantrouwen",
        "de motie over asiel",
        "moties en amendementen",
        "een motie van de Kamer",
    ],
)
def find_motions(ctx: FindContext) -> Iterator[Mention]:
    for motion in named_motions(ctx.text):
        paper = _reference(ctx, motion)
        movers = "|".join(ctx.text[a:b] for a, b in motion.movers)
        yield ctx.mention(
            MentionType.MOTION,
            motion.start,
            motion.end,
            "motion.by-mover/1",
            id=paper.id if paper else None,
            iri=paper.iri if paper else None,
            status=Status.INFERRED if paper else Status.UNRESOLVED,
            confidence=0.95,
            parts=(("movers", movers),),
            antecedent=Span(paper.start, paper.end) if paper else None,
            reason="" if paper else "the text around gives no number",
        )
