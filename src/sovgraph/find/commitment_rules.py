"""The words by which the government promises or announces: patterns, each with how strong it is and what it needs.

Explicit is what says that it promises ("Ik zeg toe", "zoals toegezegd zal ik"); announced is what will come or be done
by other words. "Zal" alone promises nothing: a pattern has a speaker of the government, a verb of informing or doing,
and for what comes a receiver or a time.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sovgraph.find.scan import Anchors

CHAMBER = (
    r"(?:uw\s+Kamer|(?:de|beide|uw)\s+Kamers?|(?:de\s+)?(?:Tweede|Eerste)\s+Kamer|het\s+parlement|de\s+Staten-Generaal)"
)
_TO = rf"(?:{CHAMBER}|u|U|de\s+commissie)"
_MINISTER = r"[Dd]e\s+(?:[Mm]inister\w*|[Ss]taatssecretaris)(?:\s+van\s+[A-Z]\w+(?:\s+en\s+[A-Z]\w+)?)?"
_GOV = rf"(?:[Ii]k|[Ww]ij|[Hh]et\s+kabinet|[Dd]e\s+regering|{_MINISTER})"
_INFORM = (
    r"(?:informeren|berichten|inlichten|sturen|toesturen|zenden|toezenden|verzenden|delen|voorleggen|aanbieden|rapporteren|schrijven"
    r"|terugkomen|terugkoppelen|toelichten|doen\s*toekomen|versturen|aanleveren|in\s+te\s+lichten|te\s+informeren|op\s+de\s+hoogte\s+(?:houden|stellen|brengen))"
)
_SENT = (
    r"(?:gedeeld|gestuurd|toegestuurd|gezonden|toegezonden|verzonden|verstuurd|aangeboden|ingediend|voorgelegd|geïnformeerd|ingelicht"
    r"|bericht|gerapporteerd|meegenomen)"
)
_DO = (
    r"(?:(?<!\b[Dd]e\s)(?<!\b[Uu]w\s)(?<!\bdeze\s)(?<!\bop\s)(?<!\bover\s)(?<!\bdie\s)vragen|verzoeken|onderzoeken|bespreken|agenderen|aandringen|oproepen|uitzoeken|nagaan|inventariseren|overleggen|aankaarten"
    r"|inbrengen|verkennen|opvragen|navragen|bezoeken|op\s+werkbezoek|(?:in|het|een|dit)\s+gesprek|onder\s+de\s+aandacht|op\s+wijzen|wijzen|doorgeleiden|opnemen)"
)
_PRESENT = (
    r"(?:informeert?|informeren|stuurt?|sturen|toestuurt?|bericht|zendt?|zenden|toezendt?|deelt?|delen|aanbiedt?|voorlegt?"
    r"|rapporteert?|doe[tn]?\s+toekomen)"
)
_PIECE = (
    r"(?:brief|kamerbrief|kabinetsreactie|reactie|rapportage|voortgangsrapportage|rapport|nota|wetsvoorstel|visie|overzicht"
    r"|plan\s+van\s+aanpak|evaluatie|notitie|stand\s+van\s+zaken|antwoord)"
)
_PLAIN = r"[^?\",;:]{0,160}?"
"""Within one clause."""

_WILL = r"(?:zal|zullen|ga|gaan)"
_GAP = r"[^?\"]{0,260}?"


@dataclass(frozen=True, slots=True)
class CommitmentRule:
    """`needs_term`: only with a time limit; `needs_future`: with one, or a word that tells of later. `in_debate`: also
    in spoken words, where "zal ik" is often mere talk. `needs_title`: only of a publication by its title.

    Every match of the pattern holds one of the anchors and one of the words `also`.
    """

    name: str
    anchors: Anchors
    also: tuple[str, ...]
    pattern: re.Pattern[str]
    strength: str
    confidence: float
    needs_term: bool = False
    needs_future: bool = False
    needs_title: bool = False
    in_debate: bool = True


def _rule(
    name: str, anchors: Iterable[str], also: str, pattern: str, strength: str, confidence: float, **options: bool
) -> CommitmentRule:
    words = tuple(also.split("|"))
    return CommitmentRule(
        f"commitment.{name}/2", Anchors(anchors), words, re.compile(pattern), strength, confidence, **options
    )


_RELATIVE = r"(?:die|dat|welke|waarin|waarmee|waarover|waarna|waarbij|wat)"
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

RULES = (
    _rule(
        "promise",
        ["zeg", "zegging"],
        "toe",
        rf"\b(?:[Ii]k|[Ww]ij|[Hh]et\s+kabinet|[Dd]e\s+regering|{_MINISTER})\s+(?:wil\s+|kan\s+)?(?:u\s+|uw\s+Kamer\s+|de\s+Kamer\s+|hierbij\s+|graag\s+|dat\s+|hem\s+|haar\s+)*(?:zeg(?:t|gen)?\b(?:\s+\w+){{0,4}}?\s+toe\b|toezeggen\b)"
        r"|\bzeg(?:t|gen)?\s+(?:ik|wij|het\s+kabinet|de\s+regering)\b(?:\s+\w+){0,5}?\s+toe\b|\b(?:(?:wil|kan|ga)\s+ik|[Ii]k\s+(?:wil|kan|ga))\s+(?:\w+\s+){0,4}toezeggen\b"
        r"|\b[Ii]k\b[^.?]{0,40}\bbereid\s+(?:om\s+)?(?:\w+\s+){0,4}toe\s+te\s+zeggen\b"
        r"|\bdoe\s+ik\s+(?:u\s+|uw\s+Kamer\s+|de\s+Kamer\s+|hierbij\s+|graag\s+|bij\s+dezen\s+)*(?:de|die|deze|een)\s+toezegging\b(?!\s+(?:gestand|af))"
        r"|\b[Dd]ie\s+toezegging\s+(?:doe|wil|kan)\s+ik\b(?![^.]{0,40}\bgestand\b)",
        "explicit",
        0.97,
    ),
    _rule(
        "will-inform",
        _INFORMING,
        "zal|zullen|ga",
        rf"\b(?:{_GOV}\s+(?:[^?\".]{{0,80}}?\s)??{_WILL}|{_WILL}\s+{_GOV})\b(?:{_GAP}\b{_TO}\b{_GAP})\b{_INFORM}"
        rf"|\b(?:{_GOV}\s+{_WILL}|{_WILL}\s+{_GOV})\b(?:{_GAP})\b{_INFORM}\s+(?:met|aan|naar)\s+{_TO}\b"
        rf"|\b{_RELATIVE}\s+{_GOV}\b{_PLAIN}\b{_TO}\b{_PLAIN}\b(?:{_WILL}\s+{_INFORM}|{_INFORM}\s+{_WILL})\b",
        "announced",
        0.93,
    ),
    _rule(
        "shares",
        ["deel", "delen", "stu", "zend", "bied", "voorleg", "informe", "toekomen", "rapporteer"],
        "die|dat|welke|waar|wat",
        rf"\b{_RELATIVE}\s+{_GOV}\b{_PLAIN}\b{_TO}\b{_PLAIN}\b{_PRESENT}(?![\w-])",
        "announced",
        0.9,
        needs_term=True,
    ),
    _rule(
        "inform",
        ["informe", "stu", "bericht", "zend", "rapporteer", "deel", "delen", "bied"],
        "ik|Ik|wij|Wij|kabinet|regering|inister|taatssecretaris",
        rf"\b{_GOV}\s+(?:informeert?|informeren|stuurt?|sturen|bericht|zendt?|zenden|rapporteert?|biedt?)\b{_GAP}\b{_TO}\b"
        rf"|\b(?:informeert?|stuurt?|bericht|zendt?|rapporteert?|biedt?)\s+{_GOV}\b{_GAP}\b{_TO}\b"
        rf"|\b(?:{_GOV}\s+deelt?|deelt?\s+{_GOV})\b{_GAP}\bmet\s+{_TO}\b",
        "announced",
        0.9,
        needs_future=True,
    ),
    _rule(
        "expects",
        ["streef", "verwacht", "voornemens"],
        "te ",
        rf"\b(?:[Ii]k\s+streef|streef\s+ik|[Hh]et\s+kabinet\s+streeft|streeft\s+het\s+kabinet)\s+ernaar\b[^?\"]{{0,200}}?\bte\s+(?:kunnen\s+)?(?:beantwoorden|informeren|sturen|zenden)"
        rf"|\b(?:{_GOV}\s+(?:verwacht(?:en)?|(?:ben|is|zijn)\s+voornemens)|verwacht(?:en)?\s+{_GOV}|(?:ben|is|zijn)\s+{_GOV}\s+voornemens)\b[^?\"]{{0,200}}?"
        r"(?:\bte\s+(?:kunnen\s+)?(?:beantwoorden|informeren|sturen|zenden|delen)|\b(?:in|aan|toe)\s+te\s+(?:kunnen\s+)?(?:dienen|bieden|zenden|sturen))",
        "announced",
        0.88,
        needs_term=True,
    ),
    _rule(
        "come-back",
        ["terug"],
        "kom",
        rf"\bkom(?:t|en)?\s+{_GOV}\b{_GAP}\bterug\b|\b{_GOV}\s+kom(?:t|en)?\b{_GAP}\bterug\b"
        rf"|\b{_GOV}\s+{_PLAIN}\bterugkom(?:t|en)?\b",
        "announced",
        0.88,
        needs_term=True,
    ),
    _rule(
        "is-informed",
        ["geïnformeerd", "ingelicht", "bericht"],
        "wordt|worden|zal|zullen",
        rf"\b(?:wordt|worden|zal|zullen)\s+(?:{CHAMBER}|u)\b{_GAP}\b(?:geïnformeerd|ingelicht|bericht)\b"
        rf"|\b(?:{CHAMBER}|[Uu])\s+(?:wordt|worden|zal|zullen){_GAP}\b(?:geïnformeerd|ingelicht)\b",
        "announced",
        0.88,
        in_debate=False,
    ),
    _rule(
        "receives",
        ["ontvang", "krijg"],
        "Kamer|u|U",
        rf"\b(?:[Oo]ntvangt|[Oo]ntvangen)\s+(?:uw\s+Kamer|de\s+Kamer|u)\b|\b(?:[Uu]w\s+Kamer|[Dd]e\s+Kamer|[Uu])\s+(?:zal\s+{_GAP}\bontvangen|ontvangt)\b"
        rf"|\b(?:[Uu]w\s+Kamer|[Dd]e\s+Kamer|[Uu])\s+krijgt\b{_GAP}\b{_PIECE}\b|\b[Kk]rijgt\s+(?:uw\s+Kamer|de\s+Kamer|u)\b{_GAP}\b{_PIECE}\b",
        "announced",
        0.9,
        needs_future=True,
    ),
    _rule(
        "will-come",
        ["komt"],
        "er|Er",
        rf"\b(?:[Ee]r\s+komt|komt\s+er)\b{_PLAIN}\b{_PIECE}\b",
        "announced",
        0.85,
        needs_term=True,
    ),
    _rule(
        "will-do",
        _I_WILL,
        _DOING,
        rf"\b(?:[Ii]k\s+(?:zal|ga\b)|(?:zal|ga)\s+ik)(?:(?:(?!\s-\s)[^?;\"]){{0,160}}?)(?:\b|(?<=ik)){_DO}",
        "announced",
        0.85,
        in_debate=False,
    ),
    _rule(
        "will-talk",
        _I_WILL,
        "gesprek|bespreken|uitzoeken|nagaan|navragen|aandacht|onderzoeken",
        r"\b(?:[Ii]k\s+(?:zal|ga\b)|(?:zal|ga)\s+ik)(?:(?!\s-\s)[^?;\"]){0,120}?\b(?:in\s+gesprek|bespreken|uitzoeken|nagaan|navragen|onder\s+de\s+aandacht|laten\s+onderzoeken)\b",
        "announced",
        0.8,
    ),
    _rule(
        "willing",
        ["bereid"],
        "ben",
        rf"\b[Ii]k\s+ben\s+(?:\w+\s+){{0,3}}?bereid\s+(?:om\s+)?(?:[^?\".]{{0,120}}?\s)?te\s+{_DO}|\bben\s+ik\s+(?:\w+\s+){{0,3}}?bereid\s+(?:om\s+)?(?:[^?\".]{{0,120}}?\s)?te\s+{_DO}",
        "announced",
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
        ["gepubliceerd", "openbaar", "consultatie"],
        "zal|zullen|wordt|worden",
        rf"\b(?:zal|zullen|wordt|worden)\b{_GAP}\b(?:gepubliceerd|openbaar\s+gemaakt|in\s+consultatie)\b",
        "announced",
        0.82,
        needs_term=True,
        in_debate=False,
    ),
    _rule(
        "appears",
        ["verschijn"],
        "verschijn",
        r"\bverschijn(?:t|en)\b",
        "announced",
        0.82,
        needs_term=True,
        needs_title=True,
        in_debate=False,
    ),
)
