"""Measures against a country: a noun of the lexicon, a preposition and the country, with the decision's date.

Mentions of one kind of measure against one country share an id. Where the sentences around them give one day of
decision, that day is part of the id: "visummaatregel-eth-2024-04-29".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sovgraph.find.base import FindContext, finder
from sovgraph.find.lexicon import MeasureNoun, measure_nouns
from sovgraph.find.sentences import sentences_of
from sovgraph.model import Mention, MentionType, Status

_AGAINST = re.compile(
    r"""\s+(?:(?:die|welke)\s+)?(?:(?:zijn|is|worden|wordt)\s+)?(?:opgelegd|ingesteld|gericht|getroffen|aangenomen|afgekondigd)?\s*
    (?P<prep>tegen(?:over)?|jegens|ten\s+aanzien\s+van|voor|op|aan|met|van)\s+
    (?P<gap>(?:[^\s.;:()"?!,]+\s+){0,7}?)$""",
    re.VERBOSE,
)
_NEAR = ("voor", "op", "aan", "met", "van")
"""Prepositions behind which the country must stand at once: "een boycot van Israël", not "van de handel met"."""

_ARTICLES = re.compile(r"(?:(?:de|het|heel|alle|bepaalde|verschillende)\s+)*$")
_WHO = re.compile(
    r"(?:(?:onder|aan|waaronder|de|het|die|deze|alle|individuele|huidige|nieuwe|gewelddadige|illegale|hoge|leden|leiders|plegers"
    r"|personen|functionarissen|bedrijven|banken|ministers?|landen|van|in|uit|en|zowel|(?i:regering)|bewind|regime)\s+)*$"
)
_GAP_LIMIT = 70
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


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, MeasureNoun]]:
    """One pattern of all nouns, the longest first; a part with a hyphen may stand before it ("EU-sancties")."""
    known = {surface: noun for noun in measure_nouns() for surface in noun.nouns}
    longest = sorted(known, key=lambda s: (-len(s), s))
    words = "|".join(re.escape(s).replace(r"\ ", r"\s+") for s in longest)
    return re.compile(rf"(?<![\w-])(?:[A-Za-z]{{2,15}}-)?(?P<noun>(?i:{words}))(?![\w])"), known


def _named(ctx: FindContext) -> Iterator[_Named]:
    pattern, known = _nouns()
    countries = sorted(
        (ctx.view.to_view(m.start), ctx.view.to_view(m.end), m) for m in ctx.of_type(MentionType.COUNTRY)
    )
    at = 0
    for match in pattern.finditer(ctx.text):
        while at < len(countries) and countries[at][0] < match.end():
            at += 1
        for start, end, country in countries[at : at + 3]:
            if start - match.end() > _GAP_LIMIT or country.id in (None, "NLD"):
                break
            link = _AGAINST.fullmatch(ctx.text, match.end(), start)
            if link is None or not _fits(link, country):
                continue
            noun = known[" ".join(match["noun"].lower().split())]
            if noun.key == "maatregel" and link["prep"] != "tegen":
                break
            yield _Named(match.start(), end, noun, match[0], country)
            break


def _fits(link: re.Match[str], country: Mention) -> bool:
    gap = link["gap"]
    if link["prep"] in _NEAR:
        return _ARTICLES.fullmatch(gap) is not None and country.part("form") != "inhabitant"
    return len(gap.split()) <= 2 or _WHO.fullmatch(gap) is not None


def decision_dates(ctx: FindContext, start: int, end: int) -> list[tuple[str, Mention]]:
    """The days in a stretch of a view on which, by its verb, something was decided."""
    found = []
    for mention in ctx.of_type(MentionType.DATE):
        at = ctx.view.to_view(mention.start)
        if not (start <= at < end) or not mention.id or len(mention.id) != 10:
            continue
        before = ctx.text[max(start, at - 40) : at]
        behind = ctx.text[at : min(end, at + 110)]
        if _DECIDED.search(before) and (_VERB_NEAR.search(behind) or _VERB_NEAR.search(before)):
            found.append((mention.id, mention))
    return found


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
            (("EU-sancties tegen de Georgische", "sanctie-geo"),),
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
    ],
)
def find_measures(ctx: FindContext) -> Iterator[Mention]:
    sentences = sentences_of(ctx.text)
    named = list(_named(ctx))
    days: dict[tuple[str, str], set[str]] = {}
    for item in named:
        group = (item.noun.key, item.country.id or "")
        dated = decision_dates(ctx, *sentences.at(item.start))
        days.setdefault(group, set()).update(day for day, _ in dated)
    for item in named:
        iso3 = item.country.id or ""
        found = days[(item.noun.key, iso3)]
        day = next(iter(found)) if len(found) == 1 else None
        parts = [("noun", item.noun.key), ("kind", item.noun.kind), ("country", iso3)]
        parts += [("decided_on", day)] if day else []
        parts += [("article", "25bis")] if "25bis" in item.surface else []
        yield ctx.mention(
            MentionType.MEASURE,
            item.start,
            item.end,
            "measure.against/1",
            id="-".join(filter(None, (item.noun.key, iso3.lower(), day))),
            status=Status.EXACT,
            confidence=0.95 if item.noun.kind != "maatregel" else 0.85,
            parts=tuple(parts),
        )
