"""The page of a list, and the page that names all lists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from textwrap import shorten
from typing import Any

from sovgraph.describe.addresses import page_path
from sovgraph.pages.casing import as_sentence
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.frame import make_page
from sovgraph.pages.kinds import full, kinds
from sovgraph.pages.lists import PAGE, Entry, Lists, pages_in, signs_of
from sovgraph.pages.values import Shower, Shown
from sovgraph.pages.words import word

_NEAR = 2
_LONG = 160
_ABOUT = 2
"""So many values of a property stand in a line of a list."""


@dataclass(frozen=True, slots=True)
class PageLink:
    number: int
    href: str
    is_here: bool = False
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class EntryView:
    label: str
    href: str
    about: tuple[Shown, ...]


def list_path(kind: str, page: int = 1) -> str:
    return f"list/{kind}" if page == 1 else f"list/{kind}/{page}"


def counts_of(lists: Lists, lang: str, links: Links) -> list[dict[str, Any]]:
    """Each list with how much is in it."""
    return [
        {"title": kind.plural.of(lang), "href": links.page(list_path(name), lang), "count": count}
        for name, kind in sorted(kinds().items(), key=lambda item: item[1].menu)
        if kind.listed and (count := lists.count(name))
    ]


def lists_page(lists: Lists, lang: str, links: Links) -> Page:
    entries = counts_of(lists, lang, links)
    title = word("lists", lang)
    return make_page("lists", "list", lang, links, title, {"entries": entries}, crumbs=(Crumb(title),))


def list_page(lists: Lists, kind: str, lang: str, links: Links, base: str, page: int = 1) -> Page | None:
    """None for a kind without a list and for a page beyond the last."""
    file = kinds().get(kind)
    if file is None or not file.listed:
        return None
    entries = lists.entries(kind, lang)
    last = pages_in(entries)
    if not 1 <= page <= last:
        return None
    shower = Shower(lists.asker, lang, links, base)
    part = entries[(page - 1) * PAGE : page * PAGE]
    about = _about(lists, [e.iri for e in part], [full(curie) for curie in file.about], shower)
    context = {
        "total": len(entries),
        "signs": [
            {"text": _sign(s.text, lang), "href": links.page(list_path(kind, s.page), lang, _anchor(s.text))}
            for s in signs_of(entries)
        ],
        "groups": [
            {
                "sign": _sign(sign, lang),
                "anchor": _anchor(sign),
                "entries": [_entry(entry, about, lang, links, base) for entry in group],
            }
            for sign, group in groupby(part, key=lambda e: e.sign)
        ],
        "pages": page_links(page, last, lambda number: links.page(list_path(kind, number), lang)),
    }
    title = file.plural.of(lang)
    crumbs = [Crumb(word("lists", lang), links.page("list", lang)), Crumb(title)]
    if page > 1:
        crumbs[-1:] = [Crumb(title, links.page(list_path(kind), lang)), Crumb(word("page-of", lang, page=page))]
    return make_page("list", list_path(kind, page), lang, links, title, context, crumbs=tuple(crumbs))


def _entry(entry: Entry, about: dict[str, tuple[Shown, ...]], lang: str, links: Links, base: str) -> EntryView:
    path = page_path(entry.iri, base) or ""
    values = tuple(_short(value) for value in about.get(entry.iri, ()) if value.text != entry.label)
    return EntryView(entry.label, links.page(path, lang), values)


def _short(value: Shown) -> Shown:
    return replace(value, text=as_sentence(shorten(value.text, _LONG, placeholder=" …")))


def _about(lists: Lists, things: list[str], props: list[str], shower: Shower) -> dict[str, tuple[Shown, ...]]:
    """The values of the properties that the list shows, by thing."""
    found: dict[tuple[str, str], list[Shown]] = {}
    rows = lists.asker.rows("page-facts", thing=things) if props else []
    shower.prepare(
        row["value"].value for row in rows if row["value"] and row["value"].kind == "iri" and _in(row, props)
    )
    for row in rows:
        if row["thing"] and row["value"] and _in(row, props):
            values = found.setdefault((row["thing"].value, row["property"].value), [])  # type: ignore[union-attr]
            shown = shower.cell(row["value"])
            if shown not in values and len(values) < _ABOUT:
                values.append(shown)
    return {thing: tuple(v for p in props for v in _once(found.get((thing, p), ()))) for thing in things}


def _once(values: Sequence[Shown]) -> Iterator[Shown]:
    """Those that no other begins with: a register's title often goes on where that of the paper ends."""
    texts = [as_sentence(value.text).casefold() for value in values]
    for value, text in zip(values, texts, strict=True):
        if not any(other != text and other.startswith(text) for other in texts):
            yield value


def _in(row: dict[str, Any], props: Iterable[str]) -> bool:
    return row["property"] is not None and row["property"].value in props


def _sign(text: str, lang: str) -> str:
    return word("unknown-day", lang) if text == "?" else text


def _anchor(sign: str) -> str:
    return "l-" + {"#": "other", "?": "none"}.get(sign, sign)


def page_links(here: int, last: int, href: Any) -> tuple[PageLink, ...]:
    """The first, the last and those around this one, with gaps between."""
    shown = sorted({1, last, *range(max(1, here - _NEAR), min(last, here + _NEAR) + 1)})
    found: list[PageLink] = []
    for number in shown:
        if found and number > found[-1].number + 1:
            found.append(PageLink(number - 1, "", is_gap=True))
        found.append(PageLink(number, href(number), is_here=number == here))
    return tuple(found)
