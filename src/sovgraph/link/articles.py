"""Articles get the act that is named behind them, or behind the list in which they stand.

"artikel 2.1 en artikel 8.11 van de Wet dieren": both are of that act. "artikel 6:162 BW": the number itself names the
book, and each book of the Burgerlijk Wetboek is an act of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import EuAct
from sovgraph.ids import Ids
from sovgraph.model import Mention, MentionType, Status

OF_ACT = re.compile(r",?\s+(?:van\s+)?(?:de\s+|het\s+)?")
REACH = 25
"""So many characters may stand between an article and its act."""
_JOINED = re.compile(
    r"\s*(?:,\s*(?:(?:en|of|alsmede|juncto|jo\.?)\s+)?|\s(?:en|of|alsmede|dan\s+wel|juncto|jo\.?)\s+)(?:de\s+|het\s+)?"
)
_WITH_COLON = frozenset(("BWBR0005537", "BWBR0020368"))
"""Algemene wet bestuursrecht, Wet op het financieel toezicht: their articles are numbered chapter, colon, article.
Some papers print a full stop."""
_CODE = "Burgerlijk Wetboek"
_BOOK = re.compile(rf"Boek (?P<n>\d{{1,2}}A?) van het {_CODE}")
_IN_BOOK = re.compile(r"(?P<book>\d{1,2}[Aa]?)[:.](?P<number>\d.*)")
_ROMAN = re.compile(r"[IVXL]")
_ACTS = (MentionType.LAW, MentionType.EU_ACT)


def list_ends(text: str, articles: Sequence[Mention]) -> dict[int, int]:
    """Start of each article → where the list ends in which it stands. Articles are in text order."""
    ends: dict[int, int] = {}
    following: Mention | None = None
    for article in reversed(articles):
        joined = following is not None and _are_joined(text, article, following)
        ends[article.start] = ends[following.start] if joined and following is not None else article.end
        following = article
    return ends


def _are_joined(text: str, one: Mention, other: Mention) -> bool:
    """ "artikel II en artikel 3 van de Gaswet": the article in Roman figures is one of the bill itself."""
    if not 0 < other.start - one.end <= REACH or not _JOINED.fullmatch(text, one.end, other.start):
        return False
    return _is_roman(one) == _is_roman(other)


def _is_roman(article: Mention) -> bool:
    return _ROMAN.match(article.part("number") or "") is not None


def link_articles(text: str, mentions: Iterable[Mention], names: Authority, ids: Ids) -> tuple[Mention, ...]:
    """All mentions, in the order given, which is that of the text."""
    found = tuple(mentions)
    articles = [m for m in found if m.type is MentionType.ARTICLE]
    if not articles:
        return found
    ends = list_ends(text, articles)
    acts = [m for m in found if m.type in _ACTS]
    starts = [m.start for m in acts]
    return tuple(
        _linked(m, _act_behind(text, ends[m.start], acts, starts), names, ids) if m.type is MentionType.ARTICLE else m
        for m in found
    )


def _act_behind(text: str, end: int, acts: list[Mention], starts: list[int]) -> Mention | None:
    at = bisect_right(starts, end)
    act = acts[at] if at < len(acts) and acts[at].start - end < REACH else None
    return act if act is not None and OF_ACT.fullmatch(text, end, act.start) else None


def _linked(article: Mention, act: Mention | None, names: Authority, ids: Ids) -> Mention:
    number = article.part("number")
    if number is None:
        return article
    if act is not None:
        key, number = _key(act, number, names)
        if key is None:
            return replace(article, status=Status.UNRESOLVED, reason="the act named behind it isn't known by number")
        return replace(article, iri=ids.article(key, number), parts=(*article.parts, ("act", key)))
    known = _acts_by_article(names).get(number, [])
    if len(known) == 1 and not number.isdigit():
        return replace(
            article,
            iri=ids.article(known[0].celex, number),
            parts=(*article.parts, ("act", known[0].celex)),
            status=Status.INFERRED,
            reason=f"the only act in the register with an article {number}: {known[0].label}",
        )
    return replace(article, status=Status.UNRESOLVED, reason="the act isn't named right behind the article")


def _key(act: Mention, number: str, names: Authority) -> tuple[str | None, str]:
    """The act's number, and that of the article in it: "6:162" of the code is 162 of its Book 6."""
    books = _books(names)
    in_book = _IN_BOOK.fullmatch(number)
    if act.id is None:
        is_code = act.type is MentionType.LAW and fold(act.text) in _code_names(names)
        if not is_code or in_book is None or not act.rule.startswith("law.register"):
            return None, number
        return books.get(in_book["book"].upper()), in_book["number"]
    if in_book is not None and act.id in books.values():
        return (act.id if books.get(in_book["book"].upper()) == act.id else None), in_book["number"]
    return act.id, number.replace(".", ":") if act.id in _WITH_COLON else number


@lru_cache(maxsize=4)
def _books(names: Authority) -> dict[str, str]:
    """The books of the Burgerlijk Wetboek by number."""
    return {book["n"]: act.bwb for act in names.acts if (book := _BOOK.fullmatch(act.name)) is not None and act.bwb}


@lru_cache(maxsize=4)
def _code_names(names: Authority) -> frozenset[str]:
    return frozenset(fold(n) for a in names.acts if a.name == _CODE for n in (a.name, *a.abbreviations, *a.variants))


@lru_cache(maxsize=4)
def _acts_by_article(names: Authority) -> dict[str, list[EuAct]]:
    """The acts whose register row has an article of that number."""
    found: dict[str, list[EuAct]] = {}
    for act in names.eu_acts:
        for number in dict.fromkeys(pair.partition("=")[0] for pair in act.articles if "=" in pair):
            found.setdefault(number, []).append(act)
    return found
