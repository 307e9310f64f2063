"""Measures against a country: a noun of the lexicon, a preposition and the country, with the decision's date.

Mentions of one kind of measure against one country share an id. Where the sentences around them give one day of
decision, that day is part of the id: "visummaatregel-eth-2024-04-29".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sovgraph.find.base import FindContext, finder
from sovgraph.find.lexicon import MeasureNoun, measure_nouns
from sovgraph.find.scan import Anchors
from sovgraph.find.sentences import sentence_at
from sovgraph.model import Mention, MentionType, Span, Status

_AGAINST = re.compile(
    r"""\s+(?:(?:die|welke)\s+)?(?:(?:zijn|is|worden|wordt|heeft|hebben)\s+)?(?:opgelegd|ingesteld|gericht|getroffen|aangenomen|afgekondigd)?\s*
    (?P<prep>tegen(?:over)?|jegens|ten\s+aanzien\s+van|voor|op|aan|met|van)\s+
    (?P<gap>(?:[^\s.;:()"?!,]+\s+){0,7}?)$""",
    re.VERBOSE,
)
_AT_WHOM = ("voor", "met", "van")
"""Said of a target only with nouns whose own preposition it is: "sancties van" a country are its own."""

_NEAR = ("op", "aan", *_AT_WHOM)
"""Prepositions behind which the country must stand at once: "een boycot van Israël", not "van de handel met"."""

_ARTICLES = re.compile(r"(?:(?:de|het|heel|alle|bepaalde|verschillende)\s+)*$")
_WHO = re.compile(
    r"(?:(?:onder|aan|waaronder|de|het|die|deze|alle|individuele|huidige|nieuwe|gewelddadige|illegale|hoge|leden|leiders|plegers"
    r"|personen|functionarissen|bedrijven|banken|ministers?|landen|van|in|uit|en|zowel|(?i:regering)|bewind|regime)\s+)*$"
)
_LEADS_AWAY = re.compile(r"\b(?:in|uit|van|met|aan|naar|door|bij|over)\s+$")
"""Behind these the country is a place or a part of something else: "tegen overlast in Duitsland"."""

_NOUN_BEHIND = re.compile(r"\s+(?!(?:en|of|is|zijn|en/of)\b)[a-zà-ÿ][\w-]*")
_GAP_LIMIT = 70
_DEFINITE = re.compile(r"\b(?:[Dd]e|[Dd]eze|[Dd]ie|[Hh]et|[Dd]it)\s+$")
_AGAINST_MORE = re.compile(r"\s+(?:tegen|jegens|voor|op|aan)\s")
_REACH = 700
"""How far from a measure the words on its decision may stand: a list may make one sentence of a whole page."""

_WIDE = re.compile(r"(?:EU|Europa)-brede\s+$")
_BACK = 700
"""How far behind its first name, in characters, a measure may be named without its country."""
_VERB = r"(?:aangenomen|genomen|vastgesteld|ingesteld|opgelegd|besloten|afgekondigd|goedgekeurd|aangekondigd|ingevoerd)"
_DECIDED = re.compile(
    rf"\bop\s+$|\b(?:besluit|besluiten|beslissing)\s+van\s+$|\b{_VERB}\s+(?:op|per)\s+$|\bsinds\s+$|\bper\s+$"
)
_VERB_NEAR = re.compile(rf"\b{_VERB}\b")


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    noun: MeasureNoun
    surface: str
    country: Mention


class _Nouns:
    """All nouns of measures, the longest first; a part with a hyphen may stand before one ("EU-sancties")."""

    def __init__(self) -> None:
        self.known = {surface.lower(): noun for noun in measure_nouns() for surface in noun.nouns}
        longest = sorted(self.known, key=lambda s: (-len(s), s))
        self._anchors = Anchors(surface.split()[0] for surface in longest)
        self._pattern = re.compile(rf"(?<![\w-])(?:[A-Za-z]{{2,15}}-)?(?P<noun>{_any_of(longest)})")
        by_first: dict[str, list[str]] = {}
        for surface in longest:
            by_first.setdefault(_first_word(surface, 0), []).append(surface)
        self._by_first = {first: re.compile(_any_of(surfaces)) for first, surfaces in by_first.items()}

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The nouns in a text: tried where a first word of one stands, and read with what is glued before it."""
        done = 0
        for place in self._anchors.places(text):
            nouns = self._by_first.get(_first_word(text, place))
            if nouns is None or nouns.match(text, place) is None:
                continue
            begin = _begin(text, place)
            match = self._pattern.match(text, begin) if begin >= done else None
            if match is not None:
                yield match
                done = match.end()


_FIRST_WORD = re.compile(r"[^\W_]{0,40}")
_GLUED = re.compile(r"(?<![\w-])[A-Za-z]{2,15}-\Z")


def _first_word(text: str, start: int) -> str:
    match = _FIRST_WORD.match(text, start)
    return match[0].lower() if match else ""


def _any_of(surfaces: list[str]) -> str:
    words = "|".join(re.escape(surface).replace(r"\ ", r"\s+") for surface in surfaces)
    return rf"(?i:{words})(?!\w)"


def _begin(text: str, place: int) -> int:
    """Where a noun begins that stands at `place`, with the part that is glued before it."""
    glued = _GLUED.search(text, max(0, place - 16), place) if text[place - 1 : place] == "-" else None
    return glued.start() if glued else place


_nouns = cache(_Nouns)


@lru_cache(maxsize=2)
def _nouns_in(text: str) -> tuple[re.Match[str], ...]:
    """The nouns of measures in a text, found once for the three ways of reading them."""
    return tuple(_nouns().find(text))


def _named(ctx: FindContext) -> Iterator[_Named]:
    known = _nouns().known
    countries = sorted(
        (ctx.view.to_view(m.start), ctx.view.to_view(m.end), m) for m in ctx.of_type(MentionType.COUNTRY)
    )
    at = 0
    for match in _nouns_in(ctx.text):
        while at < len(countries) and countries[at][0] < match.end():
            at += 1
        for start, end, country in countries[at : at + 3]:
            if start - match.end() > _GAP_LIMIT or country.id in (None, "NLD"):
                break
            link = _AGAINST.fullmatch(ctx.text, match.end(), start)
            noun = known[" ".join(match["noun"].lower().split())]
            if link is None or not _fits(link, country, noun):
                continue
            if noun.key == "maatregel" and link["prep"] != "tegen":
                break
            yield _Named(match.start(), _whole_name(ctx.text, end, country), noun, match[0], country)
            break


def _whole_name(text: str, end: int, country: Mention) -> int:
    """An adjective takes the word that it belongs to: "tegen de Georgische regering"."""
    behind = _NOUN_BEHIND.match(text, end) if country.part("form") == "adjective" else None
    return behind.end() if behind else end


def _fits(link: re.Match[str], country: Mention, noun: MeasureNoun) -> bool:
    gap = link["gap"]
    if link["prep"] in _AT_WHOM and noun.preposition != link["prep"]:
        return False
    if link["prep"] in _NEAR:
        return _ARTICLES.fullmatch(gap) is not None and country.part("form") != "inhabitant"
    short = len(gap.split()) <= 2 and _LEADS_AWAY.search(gap) is None
    return short or _WHO.fullmatch(gap) is not None


def _decisions(ctx: FindContext) -> list[tuple[int, str]]:
    """View offsets and days of the dates on which, by the verb near them, something was decided; in order."""
    found = []
    for mention in ctx.of_type(MentionType.DATE):
        at = ctx.view.to_view(mention.start)
        if not mention.id or len(mention.id) != 10:
            continue
        before = ctx.text[max(0, at - 40) : at]
        behind = ctx.text[at : at + 110]
        if _DECIDED.search(before) and (_VERB_NEAR.search(behind) or _VERB_NEAR.search(before)):
            found.append((at, mention.id))
    return sorted(found)


@finder(
    "measure",
    stage=3,
    examples=[
        (
            "Het kabinet steunde visummaatregelen tegen Ethiopië, een besluit dat op 3 mei 2023 werd aangenomen.",
            (("visummaatregelen tegen Ethiopië", "visummaatregel-eth-2023-05-03"),),
        ),
        ("opheffen van de 25bis maatregelen tegen Gambia", (("25bis maatregelen tegen Gambia", "visummaatregel-gmb"),)),
        (
            "pleiten voor EU-sancties tegen de Georgische regering",
            (("EU-sancties tegen de Georgische regering", "sanctie-geo"),),
        ),
        ("een wapenembargo op Soedan", (("wapenembargo op Soedan", "wapenembargo-sdn"),)),
        ("sancties opgelegd aan Rusland", (("sancties opgelegd aan Rusland", "sanctie-rus"),)),
        (
            "opschorting van het EU-associatieakkoord met Israël",
            (("opschorting van het EU-associatieakkoord met Israël", "associatieverdrag-opschorting-isr"),),
        ),
    ],
    rejects=[
        "maatregelen voor Oekraïne",
        "sancties tegen bedrijven. Duitsland doet dat ook",
        "maatregelen tegen overlast in Duitsland",
        "Amerikaanse sancties",
        "de gevolgen van sancties voor Duitsland",
        "de sancties van Rusland",
        "een alternatieve sanctie voor jongeren in Nederland",
    ],
)
def find_measures(ctx: FindContext) -> Iterator[Mention]:
    if not _nouns_in(ctx.text):
        return
    named = list(_named(ctx))
    decisions = _decisions(ctx) if named else []
    days: dict[tuple[str, str], set[str]] = {}
    for item in named:
        start, end = sentence_at(ctx.text, item.start)
        start, end = max(start, item.start - _REACH), min(end, item.end + _REACH)
        near = decisions[bisect_left(decisions, (start, "")) : bisect_left(decisions, (end, ""))]
        days.setdefault((item.noun.key, item.country.id or ""), set()).update(day for _, day in near)
    yield from _bare(ctx, named, days)
    yield from _of_no_country(ctx)
    for item in named:
        iso3 = item.country.id or ""
        day = _only(days[(item.noun.key, iso3)])
        article = (("article", "25bis"),) if "25bis" in item.surface else ()
        yield ctx.mention(
            MentionType.MEASURE,
            item.start,
            item.end,
            "measure.against/1",
            id=_id(item, day),
            status=Status.EXACT,
            confidence=0.95 if item.noun.kind != "maatregel" else 0.85,
            parts=(*_parts(item, day), *article),
        )


def _only(days: set[str]) -> str | None:
    return next(iter(days)) if len(days) == 1 else None


def _id(item: _Named, day: str | None) -> str:
    return "-".join(filter(None, (item.noun.key, (item.country.id or "").lower(), day)))


def _parts(item: _Named, day: str | None) -> tuple[tuple[str, str], ...]:
    own = (("noun", item.noun.key), ("kind", item.noun.kind), ("country", item.country.id or ""))
    return (*own, ("decided_on", day)) if day else own


def _bare(ctx: FindContext, named: list[_Named], days: dict[tuple[str, str], set[str]]) -> Iterator[Mention]:
    """ "de visummaatregelen", shortly behind the words that name their country: the same measure."""
    known = _nouns().known
    starts = [item.start for item in named]
    taken = set(starts)
    for match in _nouns_in(ctx.text):
        noun = known[" ".join(match["noun"].lower().split())]
        if (
            match.start() in taken
            or noun.kind == "maatregel"
            or not _DEFINITE.search(ctx.text, max(0, match.start() - 12), match.start())
        ):
            continue
        last = bisect_left(starts, match.start())
        before = [
            n for n in named[max(0, last - 8) : last] if n.noun.key == noun.key and match.start() - n.end <= _BACK
        ]
        if not before or len({n.country.id for n in before}) > 1 or _AGAINST_MORE.match(ctx.text, match.end()):
            continue
        item = before[-1]
        day = _only(days[(noun.key, item.country.id or "")])
        first, last = (ctx.view.to_document(x) for x in (item.start, item.end))
        yield ctx.mention(
            MentionType.MEASURE,
            match.start(),
            match.end(),
            "measure.again/1",
            id=_id(item, day),
            status=Status.INFERRED,
            confidence=0.85,
            parts=_parts(item, day),
            antecedent=Span(first, last),
            reason="named with its country just before",
        )


def _of_no_country(ctx: FindContext) -> Iterator[Mention]:
    """ "EU-brede visummaatregelen": what can only be taken against countries counts without one, too."""
    known = _nouns().known
    for match in _nouns_in(ctx.text):
        noun = known[" ".join(match["noun"].lower().split())]
        if noun.kind == "visum":
            wide = _WIDE.search(ctx.text, max(0, match.start() - 16), match.start())
            yield ctx.mention(
                MentionType.MEASURE,
                wide.start() if wide else match.start(),
                match.end(),
                "measure.bare/1",
                confidence=0.8,
                parts=(("noun", noun.key), ("kind", noun.kind)),
            )
