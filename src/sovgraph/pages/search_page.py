"""The page of a search: each hit with its kind, its passage with the words marked, and where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from sovgraph.pages.casing import as_sentence
from sovgraph.pages.contract import Crumb, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.list_page import page_links
from sovgraph.pages.values import Shower
from sovgraph.pages.words import day, word
from sovgraph.search import Hit, Hits, kind_word
from sovgraph.search.model import Range

FACETS: Final = ("kind", "year", "chamber", "dossier")
_SHOWN = 8


def search_page(asked: str, hits: Hits | None, shower: Shower, chosen: Mapping[str, str], error: str) -> Page:
    """`chosen`: the values of facets by which the hits are narrowed; without `hits` nothing was asked."""
    lang, links = shower.lang, shower.links
    where = links.page("search", lang)
    given = {"q": asked, **{name: chosen[name] for name in FACETS if chosen.get(name)}}
    if hits is not None:
        shower.prepare([hit.iri for hit in hits] + [hit.paper for hit in hits if hit.paper])
    title = word("search-for", lang, words=asked) if asked else word("menu-search", lang)
    context = {
        "asked": asked,
        "error": error,
        "hits": [_hit(hit, shower) for hit in hits] if hits is not None else None,
        "total": hits.total if hits is not None else 0,
        "first": hits.offset + 1 if hits is not None else 0,
        "note": word(f"match-{hits.match}", lang) if hits is not None and hits.match in ("thing", "any") else "",
        "variant": {"text": hits.variant, "href": f"{where}?{urlencode({'q': hits.variant})}"}
        if hits is not None and hits.variant
        else None,
        "facets": list(_facets(hits, given, where, lang)) if hits is not None else [],
        "kept": [(name, value) for name, value in given.items() if name != "q"],
        "pages": _pages(hits, given, where) if hits is not None else (),
    }
    other = f"search?{urlencode(given)}" if given else "search"
    crumbs = (Crumb(word("menu-search", lang)),)
    return make_page("search", "search", lang, links, title, context, crumbs=crumbs, path_of_other=other)


def _hit(hit: Hit, shower: Shower) -> dict[str, Any]:
    in_paper = hit.paper is not None and hit.paper != hit.iri
    fragment = f"c{hit.start}" if hit.paper is not None and hit.start is not None else ""
    return {
        "kind": kind_word(hit.kind, shower.lang),
        "title": list(marked(as_sentence(hit.title), hit.title_marks)),
        "href": shower.href(hit.iri),
        "label": hit.label if hit.label != hit.title else "",
        "snippet": list(marked(hit.snippet, hit.marks)),
        "paper": shower.thing(hit.paper) if in_paper and hit.paper else None,
        "place": shower.href(hit.paper, fragment) if hit.paper and fragment else "",
        "iso": hit.date,
        "day": day(hit.date, shower.lang),
        "more": hit.more,
    }


def marked(text: str, ranges: tuple[Range, ...]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is marked."""
    last = 0
    for start, end in sorted(ranges):
        if start >= last:
            if start > last:
                yield text[last:start], False
            yield text[start:end], True
            last = end
    if last < len(text):
        yield text[last:], False


def _facets(hits: Hits, given: Mapping[str, str], where: str, lang: str) -> Iterator[dict[str, Any]]:
    for name in FACETS:
        values = hits.facets.get(name, ())
        chosen = given.get(name, "")
        if len(values) > 1 or chosen:
            shown = []
            for facet in values[:_SHOWN]:
                is_chosen = facet.value == chosen
                rest = {key: value for key, value in given.items() if key != name}
                href = f"{where}?{urlencode(rest if is_chosen else {**rest, name: facet.value})}"
                text = kind_word(facet.value, lang) if name == "kind" else _facet_word(name, facet.value, lang)
                shown.append({"text": text, "count": facet.count, "href": href, "is_chosen": is_chosen})
            yield {"name": name, "title": word(f"facet-{name}", lang), "values": shown}


def _facet_word(name: str, value: str, lang: str) -> str:
    return word(f"chamber-{value}", lang) if name == "chamber" and value in ("EK", "TK") else value


def _pages(hits: Hits, given: Mapping[str, str], where: str) -> Any:
    here = hits.offset // hits.limit + 1 if hits.limit else 1
    last = -(-hits.total // hits.limit) if hits.limit else 1
    return page_links(
        here, max(1, last), lambda n: f"{where}?{urlencode({**given, **({'page': str(n)} if n > 1 else {})})}"
    )
