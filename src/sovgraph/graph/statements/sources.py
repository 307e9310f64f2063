"""What a question rests on outside the official papers: web pages and news media, in its words or in its notes."""

import re
from collections.abc import Iterator
from functools import cache

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.model import Exchange, Literal, Span, Statement
from sovgraph.resources import folder, read_tsv

_URL = re.compile(
    r"(?i)\b(?:(?P<scheme>https?)://\s?|(?=www\.))"
    r"(?P<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,12})(?![\w@])"
    r"(?P<path>[/?#][^\s<>«»\"”'()\[\]]{0,600})?"
)
_OPENS = re.compile(
    r"\s*(?:Zie\s+(?:ook\s+)?(?:bijvoorbeeld\s+)?:?\s*|Artikel\s+(?:in|van)\s+)?(?:(?:[Dd]e|[Hh]et)\s+)?(?=\w)"
)
_BEHIND = re.compile(r"\s*(?:website\b|online\b|d\.d\.|,|\(|:|[«\"“‘']|\d{1,2}\s|$)")
_LEADS = re.compile(
    r"(?i)(?:artikel|bericht\w*|uitzending|reportage|onderzoek|interview|opiniestuk|aflevering)\b[^.?!\n]{0,60}?"
    r"\b(?:in|van|uit|door|bij|op|aan)\s+(?:(?:de|het)\s+)?(?:krant\s+|dagblad\s+)?$|\bopgetekend\s+(?:door|in)\s+(?:de\s+)?$"
)


@cache
def _media() -> tuple[dict[str, str], dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Name by spelling in small letters, name by site, and the spellings: all, and those that mean nothing else."""
    rows = read_tsv(folder("ontology") / "lexicon" / "media.tsv")
    names = {spelling: row["name"] for row in rows for spelling in row["variants"].split("|")}
    sites = {site: row["name"] for row in rows for site in row["sites"].split("|")}
    plain = [spelling for row in rows if row["plain"] == "yes" for spelling in row["variants"].split("|")]
    return names, sites, _any(names), _any(plain)


def _any(spellings: list[str] | dict[str, str]) -> re.Pattern[str]:
    ordered = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?![\w-])")


@statements("question-sources")
def question_sources(ctx: GraphContext) -> Iterator[Statement]:
    for exchange in ctx.document.exchanges:
        asked = exchange.question or exchange.restated
        if asked is None:
            continue
        iri = ctx.question_iri(exchange.number, exchange.asked_in)
        for span, is_note in ((asked, False), *((body, True) for body in _notes(ctx, exchange))):
            yield from _pages(ctx, iri, span)
            yield from _media_named(ctx, iri, span, is_note=is_note)


def _notes(ctx: GraphContext, exchange: Exchange) -> Iterator[Span]:
    """The notes whose mark stands in the question."""
    spans = [span for span in (exchange.question, exchange.restated) if span is not None]
    for note in ctx.document.notes:
        if any(span.start <= anchor.start <= span.end for span in spans for anchor in note.anchors):
            yield note.body


def _pages(ctx: GraphContext, iri: str, span: Span) -> Iterator[Statement]:
    """A web address; one that the end of a line may have cut is given by its site only."""
    _, sites, _, _ = _media()
    for match in _URL.finditer(ctx.text, span.start, span.end):
        where = ctx.evidence(Span(match.start(), match.end()), "question.page/1", 0.97)
        host = match["host"].lower()
        path = (match["path"] or "").rstrip(".,;:?!")
        scheme = (match["scheme"] or "https").lower()
        cut = ctx.text[match.end() : match.end() + 1] == "\n" and match.end() < span.end
        yield fact(iri, v.citesPage, Literal(f"{scheme}://{host}{'' if cut else path}", v.XSD_anyURI), where)
        medium = sites.get(host.removeprefix("www."))
        if medium:
            yield fact(iri, v.citesMedium, Literal(medium), where)


def _media_named(ctx: GraphContext, iri: str, span: Span, *, is_note: bool) -> Iterator[Statement]:
    names, _, every, plain = _media()
    if is_note:
        opens = _OPENS.match(ctx.text, span.start, span.end)
        match = every.match(ctx.text, opens.end(), span.end) if opens else None
        found = [match] if match and _BEHIND.match(ctx.text, match.end(), span.end) else []
    else:
        found = [m for m in plain.finditer(ctx.text, span.start, span.end) if _is_led(ctx.text, span.start, m.start())]
    for match in found:
        where = ctx.evidence(Span(match.start(), match.end()), "question.medium/1", 0.93)
        yield fact(iri, v.citesMedium, Literal(names[match[0]]), where)


def _is_led(text: str, start: int, end: int) -> bool:
    return _LEADS.search(text[max(start, end - 100) : end]) is not None
