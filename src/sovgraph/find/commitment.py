"""Commitments: what a member of the government promises, or announces to the Chamber.

Explicit is a promise in so many words ("Ik zeg toe", "zal ik uw Kamer informeren", "ontvangt uw Kamer"); announced
is a thing that will come to the Chamber or be published. "Zal" alone promises nothing: a rule asks for a speaker of
the government, a verb of informing or doing, and for announcements a receiver or a time. Questions, quotations,
refusals and what was done already are no commitments.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import Anchors
from sovgraph.find.sentences import places_in, sentences_with
from sovgraph.find.terms import Limit, limits_in, nearest
from sovgraph.find.zones import Zone, government_zones, is_quoted, quoted_spans
from sovgraph.model import Mention, MentionType

_CHAMBER = (
    r"(?:uw\s+Kamer|(?:de|beide|uw)\s+Kamers?|(?:de\s+)?(?:Tweede|Eerste)\s+Kamer|het\s+parlement|de\s+Staten-Generaal)"
)
_TO = rf"(?:{_CHAMBER}|u|U|de\s+commissie)"
_GOV = r"(?:[Ii]k|[Ww]ij|[Hh]et\s+kabinet|[Dd]e\s+(?:regering|[Mm]inister\w*|[Ss]taatssecretaris)(?:\s+van\s+[A-Z]\w+(?:\s+en\s+[A-Z]\w+)?)?)"
_INFORM = (
    r"(?:informeren|berichten|inlichten|sturen|toesturen|zenden|toezenden|verzenden|delen|voorleggen|aanbieden|rapporteren|schrijven"
    r"|terugkomen|terugkoppelen|toelichten|doen\s*toekomen|versturen|aanleveren|in\s+te\s+lichten|te\s+informeren|op\s+de\s+hoogte\s+(?:houden|stellen|brengen))"
)
_SENT = (
    r"(?:gedeeld|gestuurd|toegestuurd|gezonden|toegezonden|verzonden|verstuurd|aangeboden|ingediend|voorgelegd|geïnformeerd|ingelicht"
    r"|bericht|gerapporteerd|meegenomen)"
)
_DO = (
    r"(?:vragen|verzoeken|onderzoeken|bespreken|agenderen|aandringen|oproepen|uitzoeken|nagaan|inventariseren|overleggen|aankaarten"
    r"|inbrengen|verkennen|opvragen|navragen|bezoeken|op\s+werkbezoek|(?:in|het|een|dit)\s+gesprek|onder\s+de\s+aandacht|op\s+wijzen|wijzen|doorgeleiden|opnemen)"
)
_WILL = r"(?:zal|zullen|ga|gaan)"
_GAP = r"[^?\"]{0,260}?"


@dataclass(frozen=True, slots=True)
class _Rule:
    """`needs_term`: only with a time limit. `in_debate`: also in spoken words, where "zal ik" is often mere talk.

    Every match of the pattern holds one of the anchors and one of the words `also`.
    """

    name: str
    anchors: Anchors
    also: tuple[str, ...]
    pattern: re.Pattern[str]
    strength: str
    confidence: float
    needs_term: bool = False
    in_debate: bool = True


def _rule(
    name: str, anchors: Iterable[str], also: str, pattern: str, strength: str, confidence: float, **options: bool
) -> _Rule:
    words = tuple(also.split("|"))
    return _Rule(f"commitment.{name}/1", Anchors(anchors), words, re.compile(pattern), strength, confidence, **options)


_BLANKS = " \n\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_I_WILL = ("zal", *(f"{blank}ga" for blank in _BLANKS), *(f"ga{blank}" for blank in _BLANKS))
"""Anchors of "ik zal", "ga ik"; a view has no other blanks."""

_INFORMING = (
    "informeren|berichten|lichten|sturen|zenden|delen|voorleggen|aanbieden|rapporteren|schrijven|terugko|toekomen|aanleveren|hoogte"
).split("|")
_SENDING = "gedeeld|gestuurd|gezonden|verzonden|verstuurd|aangeboden|ingediend|voorgelegd|geïnformeerd|ingelicht|bericht|gerapporteerd|meegenomen".split(
    "|"
)
_DOING = (
    "vragen|verzoeken|onderzoeken|bespreken|agenderen|aandringen|oproepen|uitzoeken|nagaan|inventariseren|overleggen|aankaarten"
    "|inbrengen|verkennen|bezoek|gesprek|aandacht|wijzen|doorgeleiden|opnemen"
)

_RULES = (
    _rule(
        "promise",
        ["zeg"],
        "toe",
        r"\b(?:[Ii]k|[Ww]ij|[Hh]et\s+kabinet)\s+(?:wil\s+|kan\s+)?(?:u\s+|uw\s+Kamer\s+|de\s+Kamer\s+|hierbij\s+|graag\s+|dat\s+|hem\s+|haar\s+)*(?:zeg(?:t|gen)?\b(?:\s+\w+){0,4}?\s+toe\b|toezeggen\b)"
        r"|\bzeg(?:t|gen)?\s+(?:ik|wij|het\s+kabinet)\b(?:\s+\w+){0,5}?\s+toe\b|\b(?:wil|kan)\s+ik\s+(?:\w+\s+){0,4}?toezeggen\b",
        "explicit",
        0.97,
    ),
    _rule(
        "will-inform",
        _INFORMING,
        "zal|zullen|ga",
        rf"\b(?:{_GOV}\s+(?:[^?\".]{{0,80}}?\s)??{_WILL}|{_WILL}\s+{_GOV})\b(?:{_GAP}\b{_TO}\b{_GAP})\b{_INFORM}"
        rf"|\b(?:{_GOV}\s+{_WILL}|{_WILL}\s+{_GOV})\b(?:{_GAP})\b{_INFORM}\s+(?:met|aan|naar)\s+{_TO}\b",
        "explicit",
        0.93,
    ),
    _rule(
        "inform",
        ["informe", "stuur", "sturen", "bericht", "zend", "rapporteer", "deel"],
        "ik|Ik|wij|Wij|kabinet",
        rf"\b(?:[Ii]k|[Ww]ij|[Hh]et\s+kabinet)\s+(?:informeer|informeert|informeren|stuur|stuurt|sturen|bericht|zend|zendt|rapporteer|rapporteert)\b{_GAP}\b{_TO}\b"
        rf"|\b(?:informeer|informeert|stuur|stuurt|bericht|zend|zendt|rapporteer)\s+(?:ik|wij|het\s+kabinet)\b{_GAP}\b{_TO}\b"
        rf"|\b(?:[Ii]k\s+deel|deel\s+ik|[Hh]et\s+kabinet\s+deelt|deelt\s+het\s+kabinet)\b{_GAP}\bmet\s+{_TO}\b",
        "explicit",
        0.9,
        in_debate=False,
    ),
    _rule(
        "will-answer",
        ["streef"],
        "ernaar",
        r"\b(?:[Ii]k\s+streef|streef\s+ik|[Hh]et\s+kabinet\s+streeft)\s+ernaar\b[^?\"]{0,200}?\bte\s+(?:beantwoorden|informeren|sturen|zenden)",
        "announced",
        0.88,
    ),
    _rule(
        "come-back",
        ["terug"],
        "kom",
        rf"\bkom(?:t|en)?\s+{_GOV}\b{_GAP}\bterug\b|\b(?:[Ii]k|[Ww]ij|[Hh]et\s+kabinet)\s+kom(?:t|en)?\b{_GAP}\bterug\b",
        "explicit",
        0.88,
        needs_term=True,
    ),
    _rule(
        "is-informed",
        ["geïnformeerd", "ingelicht", "bericht"],
        "wordt|worden|zal|zullen",
        rf"\b(?:wordt|worden|zal|zullen)\s+(?:{_CHAMBER}|u)\b{_GAP}\b(?:geïnformeerd|ingelicht|bericht)\b"
        rf"|\b(?:{_CHAMBER}|[Uu])\s+(?:wordt|worden|zal|zullen){_GAP}\b(?:geïnformeerd|ingelicht)\b",
        "explicit",
        0.88,
        in_debate=False,
    ),
    _rule(
        "receives",
        ["ontvang"],
        "Kamer|u|U",
        rf"\b(?:[Oo]ntvangt|[Oo]ntvangen)\s+(?:uw\s+Kamer|de\s+Kamer|u)\b|\b(?:[Uu]w\s+Kamer|[Dd]e\s+Kamer|U)\s+(?:zal\s+{_GAP}\bontvangen|ontvangt)\b",
        "explicit",
        0.9,
    ),
    _rule(
        "will-do",
        _I_WILL,
        _DOING,
        rf"\b(?:[Ii]k\s+(?:zal|ga\b)|(?:zal|ga)\s+ik)(?:(?:(?!\s-\s)[^?;\"]){{0,160}}?)(?:\b|(?<=ik)){_DO}",
        "explicit",
        0.85,
        in_debate=False,
    ),
    _rule(
        "will-talk",
        _I_WILL,
        "gesprek|bespreken|uitzoeken|nagaan|navragen|aandacht|onderzoeken",
        r"\b(?:[Ii]k\s+(?:zal|ga\b)|(?:zal|ga)\s+ik)(?:(?!\s-\s)[^?;\"]){0,120}?\b(?:in\s+gesprek|bespreken|uitzoeken|nagaan|navragen|onder\s+de\s+aandacht|laten\s+onderzoeken)\b",
        "explicit",
        0.8,
    ),
    _rule(
        "willing",
        ["bereid"],
        "ben",
        rf"\b[Ii]k\s+ben\s+(?:\w+\s+){{0,3}}?bereid\s+(?:om\s+)?(?:[^?\".]{{0,120}}?\s)?te\s+{_DO}|\bben\s+ik\s+(?:\w+\s+){{0,3}}?bereid\s+(?:om\s+)?(?:[^?\".]{{0,120}}?\s)?te\s+{_DO}",
        "explicit",
        0.8,
    ),
    _rule(
        "will-be-sent",
        _SENDING,
        "zal|zullen",
        rf"\b(?:zal|zullen)\b{_GAP}\b(?:met|aan|naar|bij)\s+{_TO}\b{_GAP}\b{_SENT}\b|\b(?:zal|zullen)\b{_GAP}\b{_SENT}\b{_GAP}\b(?:met|aan|naar|bij)\s+{_TO}\b",
        "announced",
        0.9,
    ),
    _rule(
        "is-sent",
        _SENDING,
        "wordt|worden",
        rf"\b(?:wordt|worden)\b{_GAP}\b(?:met|aan|naar|bij)\s+{_TO}\b{_GAP}\b{_SENT}\b"
        rf"|\b(?:met|aan|naar|bij)\s+{_TO}\b{_GAP}\b(?:(?:wordt|worden)\s+{_SENT}|{_SENT}\s+(?:wordt|worden|zal\s+worden|zullen\s+worden))\b",
        "announced",
        0.88,
        needs_term=True,
    ),
    _rule(
        "is-published",
        ["gepubliceerd", "openbaar", "consultatie", "verschijn"],
        "zal|zullen|wordt|worden|verschijn",
        rf"\b(?:zal|zullen|wordt|worden)\b{_GAP}\b(?:gepubliceerd|openbaar\s+gemaakt|in\s+consultatie)\b|\bverschijn(?:t|en)\b",
        "announced",
        0.82,
        needs_term=True,
        in_debate=False,
    ),
)
_WHICH_COMES = re.compile(
    r"(?:(?:In|Via|Met|Door|Bij|Op|Uit|Met\s+behulp\s+van)\s+)?(?:de\s+|het\s+|een\s+)?(?P<thing>[^,;]{3,180}),\s+(?:die|dat|welke)\s"
)
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
    r"(?i)\b(?:zo|straks|dadelijk|zodadelijk|zo\s+meteen|zo\s+dadelijk|in\s+tweede\s+termijn|hieronder|hierna)\b"
)
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
    anchored = [(rule, rule.anchors.places(ctx.text)) for rule in _RULES] if zones else []
    for zone in zones:
        for (start, end), rules in _promising(ctx.text, zone, anchored):
            if ctx.text[end - 1] == "?" or end - start > 1500:
                continue
            mention = _in_sentence(ctx, (start, end), zone, rules)
            if mention is not None:
                yield mention


def _promising(
    text: str, zone: Zone, anchored: list[tuple[_Rule, list[int]]]
) -> Iterator[tuple[tuple[int, int], list[_Rule]]]:
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
    text: str, zone: Zone, hits: list[tuple[int, int]], anchored: list[tuple[_Rule, list[int]]]
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


def _in_sentence(ctx: FindContext, where: tuple[int, int], zone: Zone, rules: list[_Rule]) -> Mention | None:
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
        if term is not None or not rule.needs_term:
            return _commitment(ctx, where, match, rule, term)
    return None


def _commitment(
    ctx: FindContext, where: tuple[int, int], match: re.Match[str], rule: _Rule, term: Limit | None
) -> Mention:
    start, end = where
    parts = [("strength", rule.strength)]
    receiver = re.search(_CHAMBER, ctx.text[start:end])
    parts += [("to", " ".join(receiver[0].split()))] if receiver else []
    parts += [("due", " ".join(ctx.text[term.start : term.end].split()))] if term else []
    parts += [("due_by", term.due.isoformat())] if term and term.due else []
    announced = _WHICH_COMES.match(ctx.text, start, match.start()) if rule.strength == "announced" else None
    if announced is not None:
        # "In het jaarboek X, dat in mei met de Kamer wordt gedeeld, staat …": only the thing and its clause.
        start, end = announced.start("thing"), match.end()
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


def _holds(text: str, where: tuple[int, int], match: re.Match[str], zone: Zone, rule: _Rule) -> bool:
    """No refusal, no condition, and nothing that the words themselves do: "Hierbij stuur ik u"."""
    around = text[max(where[0], match.start() - 60) : match.end()]
    if _NOT.search(match[0]) or _IF.search(around):
        return False
    present = rule.name.startswith("commitment.inform/")
    if not rule.name.startswith("commitment.promise/") and _DONE.search(
        text[where[0] : where[1] if present else match.end()]
    ):
        return False
    return not (zone.debate and _TALK.search(text[where[0] : where[1]]))
