"""Commitments: what a member of the government promises, or announces to the Chamber.

Questions, quotations, refusals and what was done already are no commitments.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.commitment_rules import CHAMBER, RULES, CommitmentRule
from sovgraph.find.dates import MONTHS
from sovgraph.find.publication import titles_in
from sovgraph.find.sentences import places_in, sentences_with
from sovgraph.find.terms import Limit, limits_in, nearest
from sovgraph.find.zones import Zone, government_zones, is_quoted, quoted_spans
from sovgraph.model import Mention, MentionType

_WHICH_COMES = re.compile(
    r"(?:(?:In|Via|Met|Door|Bij|Op|Uit|Met\s+behulp\s+van)\s+)?(?:de\s+|het\s+|een\s+)?(?P<thing>[^,;]{3,180}),\s+(?:die|dat|welke)\s"
)
_WHICH = len("welke ")
"""A match may begin with that word itself."""

_IN_MONTH = re.compile(
    rf"\b(?:ik|wij|kabinet|Kamer|u)\s+(?:(?:u|hier\w*|daar\w*)\s+)?(?P<when>in\s+(?:{'|'.join(MONTHS)}))(?!\s+\d)"
)
_IN_WRITING = re.compile(r"(?i)\b(?:schriftelijk|per\s+brief|in\s+een\s+brief)\b")
_PROMISING = re.compile(r"\b(?:zal|zullen|ga|gaan)\b")
_CLAUSE = re.compile(
    r";|\s[-–—]\s|,?\s+en\s+(?:dan|daarna|vervolgens)\b|,?\s+en\s+(?=(?:ik\s+)?(?:zal|zullen|ga|gaan|kom|stuur|informeer|zeg)\b)"
    r"|,\s+(?:maar|want|omdat|zodat|waarbij|waarin|waarna|nadat)\b"
)
"""Where another clause of the sentence begins."""

_UNTIL = re.compile(r"\s*(?:Nadat|Zodra|Omdat|Hoewel|Aangezien|nadat|zodra|omdat|hoewel|aangezien)\b")
_NOT = re.compile(r"\b(?:niet|geen|nooit|evenmin|nog\s+niet)\b")
_DONE = re.compile(
    r"(?i)^(?:hierbij|bijgaand|bijgevoegd|met\s+deze\s+brief|middels\s+deze|in\s+deze\s+brief|bij\s+deze|hiermee|door\s+middel\s+van\s+deze|in\s+de\s+bijlage)\b|\b(?:hierbij|bijgaand|middels\s+deze\s+brief|met\s+deze\s+brief|in\s+deze\s+brief|via\s+deze\s+brief|bij\s+dezen)\b"
)
_TALK = re.compile(
    r"(?i)\b(?:zo|straks|dadelijk|zodadelijk|zo\s+meteen|zo\s+dadelijk|zometeen|in\s+tweede\s+termijn|vandaag|hieronder|hierna)\b"
)
_HERE = re.compile(
    r"(?i)\b(?:hieronder|hierna|onderstaande?|in\s+het\s+(?:navolgende|onderstaande)|in\s+deze\s+beantwoording)\b"
)
"""Of words further on in the same paper."""

_LATER = re.compile(
    r"(?i)\b(?:periodiek|jaarlijks|halfjaarlijks|elk\s+(?:jaar|kwartaal)|zodra|nader|daarna|vervolgens|te\s+zijner\s+tijd|separaat"
    r"|na\s+(?:afronding|afloop|ommekomst)|wanneer|nog)\b"
)
_PROMISED = re.compile(r"(?i)\btoegezegde?\b|\btoezegging")
_IF = re.compile(r"(?i)\b(?:als|indien|mocht|stel\s+dat)\s+(?:ik|u|wij)\b|\bzou(?:den)?\b")


@finder(
    "commitment",
    stage=3,
    rejects=[
        "Ik zal uw Kamer hierover informeren.",
        "Kunt u toezeggen dat u de Kamer informeert?",
        "Het wetsvoorstel zal deze ontwikkeling verder ondersteunen.",
    ],
)
def find_commitments(ctx: FindContext) -> Iterator[Mention]:
    zones = government_zones(ctx)
    anchored = [(rule, rule.anchors.places(ctx.text)) for rule in RULES] if zones else []
    for zone in zones:
        for (start, end), rules in _promising(ctx.text, zone, anchored):
            if ctx.text[end - 1] == "?" or end - start > 1500:
                continue
            mention = _in_sentence(ctx, (start, end), zone, rules)
            if mention is not None:
                yield mention


def _promising(
    text: str, zone: Zone, anchored: list[tuple[CommitmentRule, list[int]]]
) -> Iterator[tuple[tuple[int, int], list[CommitmentRule]]]:
    """The sentences of a zone that may promise, with the rules that may tell, in their order."""
    hits = sorted(
        (place, order)
        for order, (rule, places) in enumerate(anchored)
        if rule.in_debate or not zone.debate
        for place in places_in(places, zone.start, zone.end)
    )
    if not hits:
        return
    for where in sentences_with(text, _with_words(text, zone, hits, anchored), zone.start, zone.end):
        words = text[slice(*where)]
        first, last = bisect_left(hits, (where[0], 0)), bisect_left(hits, (where[1], 0))
        rules = [anchored[order][0] for order in sorted({order for _, order in hits[first:last]})]
        yield where, [rule for rule in rules if any(word in words for word in rule.also)]


def _with_words(
    text: str, zone: Zone, hits: list[tuple[int, int]], anchored: list[tuple[CommitmentRule, list[int]]]
) -> Iterator[int]:
    """The places whose paragraph, in which a sentence ends at the latest, holds one of the words of their rule too."""
    last = zone.start
    paragraph = ""
    told: dict[int, bool] = {}
    for place, order in hits:
        if place >= last:
            first, last = _paragraph(text, zone, last, place)
            paragraph = text[first:last]
            told.clear()
        if order not in told:
            told[order] = any(word in paragraph for word in anchored[order][0].also)
        if told[order]:
            yield place


def _paragraph(text: str, zone: Zone, least: int, place: int) -> tuple[int, int]:
    """What lies between two empty lines around a place, back to `least` and within a zone."""
    before, behind = text.rfind("\n\n", least, place), text.find("\n\n", place, zone.end)
    return least if before < 0 else before, zone.end if behind < 0 else behind + 1


def _in_sentence(ctx: FindContext, where: tuple[int, int], zone: Zone, rules: list[CommitmentRule]) -> Mention | None:
    terms: tuple[Limit, ...] | None = None
    for rule in rules:
        match = rule.pattern.search(ctx.text, *where)
        if match is None or is_quoted(quoted_spans(ctx.text, *where), match.start()):
            continue
        if not _holds(ctx.text, where, match, zone, rule):
            continue
        terms = limits_in(ctx, *where) if terms is None else terms
        first, last = _clause(ctx.text, where, match)
        term = nearest([t for t in terms if first <= t.start and t.end <= last], match.end())
        term = term or _bare_month(ctx.text, first, last)
        if _has_what_it_needs(ctx.text[slice(*where)], rule, term):
            return _commitment(ctx, where, match, rule, term)
    return None


def _bare_month(text: str, start: int, end: int) -> Limit | None:
    """ "dat ik in mei terugkom": a month right behind who promises; farther on it may be of something else."""
    match = _IN_MONTH.search(text, start, end)
    return Limit(match.start("when"), match.end("when"), None) if match else None


def _has_what_it_needs(sentence: str, rule: CommitmentRule, term: Limit | None) -> bool:
    by_letter = rule.name.startswith("commitment.come-back/") and _IN_WRITING.search(sentence) is not None
    if rule.needs_title and next(titles_in(sentence, 0, len(sentence)), None) is None:
        return False
    if rule.needs_future:
        return term is not None or _LATER.search(sentence) is not None
    return term is not None or not rule.needs_term or by_letter


def _commitment(
    ctx: FindContext, where: tuple[int, int], match: re.Match[str], rule: CommitmentRule, term: Limit | None
) -> Mention:
    start, end = where
    promised = rule.strength == "explicit" or _PROMISED.search(ctx.text, start, match.end()) is not None
    parts = [("strength", "explicit" if promised else "announced")]
    receiver = re.search(CHAMBER, ctx.text[start:end])
    parts += [("to", " ".join(receiver[0].split()))] if receiver else []
    parts += [("due", " ".join(ctx.text[term.start : term.end].split()))] if term else []
    parts += [("due_by", term.due.isoformat())] if term and term.due else []
    announced = None if promised else _WHICH_COMES.match(ctx.text, start, match.start() + _WHICH)
    if announced is not None:
        # "In het jaarboek X, dat in mei met de Kamer wordt gedeeld, staat …": only the thing and its clause.
        start, end = announced.start("thing"), match.end()
    title = next(titles_in(ctx.text, start, end), None)
    parts += [("title", " ".join(ctx.text[slice(*title)].split()))] if title else []
    return ctx.mention(MentionType.COMMITMENT, start, end, rule.name, confidence=rule.confidence, parts=tuple(parts))


def _clause(text: str, where: tuple[int, int], match: re.Match[str]) -> tuple[int, int]:
    """The clause that promises. "In maart is er overleg; daarna zal ik u informeren" sets no term for the promise."""
    verbs = [m.start() for m in _PROMISING.finditer(text, match.start(), match.end())]
    anchor = verbs[-1] if verbs else match.start()
    borders = list(_CLAUSE.finditer(text, *where))
    first = max((b.end() for b in borders if b.end() <= anchor), default=where[0])
    last = min((b.start() for b in borders if b.start() >= match.end()), default=where[1])
    waiting = _UNTIL.match(text, first)
    comma = text.find(",", first, anchor) if waiting else -1
    return (comma if comma >= 0 else first), last


def _holds(text: str, where: tuple[int, int], match: re.Match[str], zone: Zone, rule: CommitmentRule) -> bool:
    """No refusal, no condition, and nothing that the words themselves do: "Hierbij stuur ik u"."""
    around = text[max(where[0], match.start() - 60) : match.end()]
    if _NOT.search(match[0]) or _IF.search(around):
        return False
    present = rule.name.startswith("commitment.inform/")
    if not rule.name.startswith("commitment.promise/") and _DONE.search(
        text[where[0] : where[1] if present else match.end()]
    ):
        return False
    return (_TALK if zone.debate else _HERE).search(text, *where) is None
