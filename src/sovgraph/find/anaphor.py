"""References back: "die richtlijn", "bovengenoemde brief", "artikel 4 daarvan", "het vorige verslag".

What is meant must be of the same kind and be named before, in the same voice. The nearest sentences decide; where
they name two, or something of the kind without a number stands between, the reference stays ambiguous. It is never
exact: its reason names the words that it was taken from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sovgraph.find.anaphor_forms import EU_KINDS, OWN_KINDS, Again
from sovgraph.find.base import FindContext, finder
from sovgraph.find.discourse import Places
from sovgraph.find.named_before import Memory, Named
from sovgraph.find.namings import ACT_OR_EU_ACT, Lookup, Naming, events
from sovgraph.find.own_bill import PAPERS_OF_BILLS
from sovgraph.model import Candidate, Genre, Mention, MentionType, Span, Status

_BILLS = PAPERS_OF_BILLS | {Genre.GAZETTE, Genre.PROCEEDINGS, Genre.COMMITTEE_DEBATE}
"""In these "deze wet" is mostly the act in the making."""
_FAR = 1500
"""How far "de richtlijn" may stand behind the last naming of the only directive of a paper."""
_NEAR_ONLY = frozenset(("act", "decision", "article", ACT_OR_EU_ACT))
"""Words so common that only the sentence before tells what they mean."""
_FORMS = {"previous": "previous", "alias": "alias"}
_MOVED = re.compile(r"\s+is\s+voorgesteld")
_GETS = re.compile(r"krijgt\s+(?:het\s+)?(?:stuk)?nummer?\s*$|krijgt\s*$")
_NUMBER_REACH, _DAY, _CANDIDATES, _WORDS = 320, 10, 5, 80
_SURE, _FAIR, _WEAK, _OPEN = 0.92, 0.87, 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """How a reference was resolved: to `named`, or to one of `among`, or not."""

    reason: str
    named: Named | None = None
    among: tuple[Named, ...] = ()
    confidence: float = _OPEN


@finder(
    "anaphor",
    stage=3,
    examples=[
        ("Richtlijn 2013/33/EU geldt. Die richtlijn regelt de opvang.", (("Die richtlijn", "32013L0033"),)),
        ("Richtlijn 2013/33/EU en Richtlijn 2013/32/EU. Die richtlijn telt.", (("Die richtlijn", None),)),
        ("Verordening (EU) nr. 604/2013 geldt. Die richtlijn telt.", (("Die richtlijn", None),)),
        (
            "Richtlijn 2013/33/EU (hierna: de richtlijn). Volgens de richtlijn mag dat.",
            (("de richtlijn", "32013L0033"), ("de richtlijn", "32013L0033")),
        ),
        (
            "Zie de brief over bomen (Kamerstuk 32 012, nr. 5). In die brief staat meer.",
            (("die brief", "kst-32012-5"),),
        ),
    ],
    rejects=[
        "Er komt een wet. Deze wet helpt.",
        "de richtlijn inzake bomen",
        "die brief van gisteren",
        "Richtlijn 2013/33/EU. De richtlijn van het OM is anders.",
        "die motie-Peer is goed",
    ],
)
def find_anaphors(ctx: FindContext) -> Iterator[Mention]:
    found = events(ctx)
    if found:
        resolver = _Resolver(ctx)
        for event in found:
            if isinstance(event, Naming):
                resolver.remember(event)
            else:
                yield from resolver.resolve(event)


class _Resolver:
    """Goes through a text once and keeps what has been named so far."""

    def __init__(self, ctx: FindContext) -> None:
        self._ctx = ctx
        self._places = Places(ctx)
        self._memories: dict[str, Memory] = {}
        self._dates = Lookup(ctx, MentionType.DATE)
        self._papers = Lookup(ctx, MentionType.KAMERSTUK)

    def remember(self, naming: Naming) -> None:
        memory = self._memory(naming.kind)
        if naming.mention is None:
            memory.rivals.append(naming.start)
        else:
            memory.add(Named(naming.start, naming.end, naming.mention, self._places.voice(naming.start)))

    def resolve(self, again: Again) -> Iterator[Mention]:
        memory = self._memory(again.kind)
        found = self._found(again, memory)
        if found is None:
            return
        if found.named is not None and again.way != "date":
            voice = self._places.voice(again.start)
            memory.add(Named(again.start, again.end, found.named.mention, voice))
        yield _mention(self._ctx, again, found)

    def _memory(self, kind: str) -> Memory:
        return self._memories.setdefault(kind, Memory())

    def _found(self, again: Again, memory: Memory) -> Found | None:
        if again.way == "alias":
            return self._alias(again, memory)
        if again.way == "the":
            return self._only_one(again, memory)
        if again.way == "date":
            return self._of_that_date(again)
        if again.way in ("that", "this", "thereof"):
            return self._near(again, memory)
        return self._named_above(again, memory)

    def _alias(self, again: Again, memory: Memory) -> Found | None:
        """ "(hierna: de richtlijn)" behind the act's own name."""
        near = memory.since(self._places.sentence_start(again.start))
        if not near or memory.rival_since(near[0].end):
            return None
        memory.alias = near[0]
        return _to(near[0], "the paper calls {} so", _SURE)

    def _only_one(self, again: Again, memory: Memory) -> Found | None:
        """ "de richtlijn", where the paper has said what it calls so, or has named no other."""
        if memory.alias is not None:
            return _to(memory.alias, "the paper calls {} so", _SURE)
        if again.kind not in EU_KINDS or len(memory.keys) != 1 or not memory.named:
            return None
        last = memory.named[-1]
        same = last.voice == self._places.voice(again.start) and again.start - last.end <= _FAR
        if not same or memory.rivals:
            return None
        return _to(last, f"{{}} is the only {again.kind} named before it", _WEAK)

    def _of_that_date(self, again: Again) -> Found:
        dates = self._dates.within(self._places.sentence_before(again.start), again.start)
        days = {m.id: m for m in dates if m.id and len(m.id) == _DAY}
        if len(days) != 1:
            return Found("not one date stands before it")
        ((_, day),) = days.items()
        start, end = self._ctx.view_span(Span(day.start, day.end))
        return _to(Named(start, end, day, self._places.voice(start)), "the letter of the date {}", _FAIR)

    def _near(self, again: Again, memory: Memory) -> Found | None:
        if again.way == "this" and self._may_be_itself(again):
            return self._gets_its_number(again)
        voice = self._places.voice(again.start)
        near = memory.since(self._places.sentence_before(again.start), voice)
        if near:
            return _decided(again, memory, near, "just before it", _SURE)
        if again.kind in _NEAR_ONLY:
            return None
        near = memory.since(self._places.paragraphs_before(again.start), voice)
        if near:
            return _decided(again, memory, near, "in the paragraphs before it", _FAIR)
        if memory.alias is not None:
            return _to(memory.alias, "the paper calls {} so", _FAIR)
        reported = again.kind in EU_KINDS and again.way == "that"
        return Found(f"no {again.kind} is named just before it") if reported else None

    def _may_be_itself(self, again: Again) -> bool:
        """ "deze brief" in a letter, "deze wet" in a bill, "deze motie" of which the chair has just heard."""
        genre = self._ctx.document.meta.genre
        if again.kind in OWN_KINDS:
            return self._places.in_letter(again.start) or genre not in (Genre.MOTION, Genre.UNKNOWN)
        if again.kind in ("act", "decision", "amendment"):
            return genre in _BILLS
        return again.kind == "motion" and _MOVED.match(self._ctx.text, again.end) is not None

    def _gets_its_number(self, again: Again) -> Found | None:
        """ "Deze motie is voorgesteld door het lid X. Zij krijgt nr. 36 (33972)"."""
        index = self._papers.first(again.end, _NUMBER_REACH) if again.kind == "motion" else None
        if index is None or _GETS.search(self._ctx.text, again.end, self._papers.starts[index]) is None:
            return None
        mention = self._papers.mentions[index]
        start = self._papers.starts[index]
        named = Named(start, self._papers.ends[index], mention, self._places.voice(start))
        return _to(named, "it gets the number {}", _SURE)

    def _named_above(self, again: Again, memory: Memory) -> Found:
        """ "bovengenoemde", "laatstgenoemde", "vorige": from the paragraphs before, else from all that is named."""
        voice = self._places.voice(again.start)
        near = memory.since(self._places.paragraphs_before(again.start), voice)
        if again.way == "last" and near:
            return _to(near[0], f"{{}} is the {again.kind} named last before it", _FAIR)
        if near:
            return _decided(again, memory, near, "in the paragraphs before it", _FAIR)
        if len(memory.keys) == 1:
            return _decided(again, memory, memory.named[-1:], "in the paper before it", _WEAK)
        if memory.keys:
            return Found(f"more than one {again.kind} is named in the paper before it", among=memory.since(0))
        return Found(f"no {again.kind} with a number or date is named before it")


def _to(named: Named, reason: str, confidence: float) -> Found:
    return Found(reason.format(_quoted(named.mention)), named, confidence=confidence)


def _quoted(mention: Mention) -> str:
    words = " ".join(mention.text.replace("*", "").split())
    return f"'{words if len(words) <= _WORDS else words[: _WORDS - 1] + '…'}'"


def _name(mention: Mention) -> str:
    words = " ".join(mention.text.split())
    return f"brief van {words}" if mention.type is MentionType.DATE else mention.id or words


def _decided(again: Again, memory: Memory, near: Sequence[Named], where: str, confidence: float) -> Found:
    """The only one that is named there, unless another stands between that has no number."""
    if len(near) > 1:
        return Found(f"more than one {again.kind} is named {where}", among=tuple(near))
    (only,) = near
    if memory.rival_since(only.end):
        return Found(f"another {again.kind} without a number stands between", among=(only,))
    return _to(only, f"{{}} is the only {again.kind} named {where}", confidence)


def _mention(ctx: FindContext, again: Again, found: Found) -> Mention:
    named = found.named.mention if found.named is not None else None
    by_date = named is not None and named.type is MentionType.DATE
    known = named is not None and (named.id is not None or named.type is MentionType.ARTICLE)
    parts = [("form", _FORMS.get(again.way, "anaphor")), ("kind", again.kind)]
    parts += [("target", named.type.value)] if named is not None else []
    parts += [("date", named.id or "")] if named is not None and by_date else []
    status = Status.INFERRED if known else Status.AMBIGUOUS if found.among else Status.UNRESOLVED
    reason = found.reason if known or named is None else f"it means {_quoted(named)}, which has no number itself"
    candidates = tuple(
        Candidate(_name(n.mention), n.mention.iri, _quoted(n.mention)) for n in found.among[:_CANDIDATES]
    )
    return ctx.mention(
        MentionType.REFERENCE,
        again.start,
        again.end,
        f"reference.{_FORMS.get(again.way, 'anaphor')}/1",
        id=named.id if named is not None and not by_date else None,
        iri=named.iri if named is not None else None,
        status=status,
        confidence=found.confidence if known else _OPEN,
        parts=tuple(parts),
        candidates=candidates,
        antecedent=Span(named.start, named.end) if named is not None else None,
        reason=reason,
    )
