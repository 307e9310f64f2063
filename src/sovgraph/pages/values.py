"""Values as pages show them: text, a link inside the site, a link to elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sovgraph import vocab as v
from sovgraph.describe.addresses import page_path
from sovgraph.pages.asking import Asker
from sovgraph.pages.casing import as_sentence
from sovgraph.pages.citation import citation
from sovgraph.pages.contract import Links
from sovgraph.pages.kinds import has_own_page
from sovgraph.pages.words import day, is_day, term_name, word
from sovgraph.query import short_iri
from sovgraph.store import Cell

_WEB = re.compile(r"https?://[^\s<>\"]+")
_PLUMBING = re.compile(r"/id/(?:afleiding|regel|register)/|/(?:a|q|m|bestand|plaats)/[^/]+(?:/|$)")
LONG = 240
"""A text longer than this is shown as a block of its own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """`href`: the page on this site. `outside`: the address elsewhere. `iso`: the day, for machines."""

    text: str
    href: str = ""
    outside: str = ""
    iso: str = ""
    lang: str = ""
    kind: str = ""

    @property
    def is_long(self) -> bool:
        return len(self.text) > LONG


class Shower:
    """Shows values on one page; names and classes of all things of the page are asked together."""

    def __init__(self, asker: Asker, lang: str, links: Links, base: str) -> None:
        self.asker, self.lang, self.links, self.base = asker, lang, links, base
        self._labels: dict[str, str] = {}
        self._classes: dict[str, tuple[str, ...]] = {}
        self._hrefs: dict[str, str] = {}

    def prepare(self, things: Iterable[str]) -> None:
        """Names these things ahead, in one question to the store."""
        wanted = {thing for thing in things if thing and not self._is_term(thing)} - self._labels.keys()
        self._labels.update(dict.fromkeys(wanted, ""))
        self._labels.update(self.asker.labels(wanted, self.lang))
        self._classes.update(self.asker.classes(wanted))

    def label(self, iri: str) -> str:
        if self._is_term(iri):
            return term_name(iri, self.lang)
        if iri not in self._labels:
            self.prepare([iri])
        return as_sentence(" ".join(self._labels[iri].split())) or short_iri(iri)

    def classes(self, iri: str) -> tuple[str, ...]:
        if iri not in self._labels:
            self.prepare([iri])
        return self._classes.get(iri, ())

    def has_page(self, iri: str) -> bool:
        """What is of a kind that has pages, and what papers cite without more being known of it."""
        if page_path(iri, self.base) is None:
            return False
        classes = self.classes(iri)
        return has_own_page(classes) if classes else iri.startswith(f"{self.base}id/") and not _PLUMBING.search(iri)

    def href(self, iri: str, fragment: str = "") -> str:
        """The page of a thing, "" where it has none."""
        if iri not in self._hrefs:
            self._hrefs[iri] = self._href(iri)
        href = self._hrefs[iri]
        if fragment and href and not self._is_term(iri):
            return self.links.page(page_path(iri, self.base) or "", self.lang, fragment)
        return href

    def _href(self, iri: str) -> str:
        if self._is_term(iri):
            return self.links.page("def", self.lang, iri.rpartition("#")[2]) if iri.startswith(v.SOV) else ""
        path = page_path(iri, self.base)
        return self.links.page(path, self.lang) if path and self.has_page(iri) else ""

    def citation(self, paper: str, quote: str, start: int | None, place: str) -> str:
        """Words of a paper as a text to copy; see `citation`."""
        return citation(
            paper,
            self.base,
            quote=quote,
            start=start,
            place=place,
            session=self.asker.session(paper),
            label=self.label(paper),
            lang=self.lang,
        )

    def thing(self, iri: str) -> Shown:
        href = self.href(iri)
        outside = iri if not href and _WEB.fullmatch(iri) else ""
        return Shown(self.label(iri), href, outside)

    def cell(self, cell: Cell) -> Shown:
        if cell.kind == "iri":
            return self.thing(cell.value)
        if cell.datatype == v.XSD_boolean:
            return Shown(word("yes" if cell.value == "true" else "no", self.lang))
        if is_day(cell.value) and cell.datatype == v.XSD_date:
            return Shown(day(cell.value, self.lang), iso=cell.value)
        if _WEB.fullmatch(cell.value):
            return Shown(cell.value, outside=cell.value)
        return Shown(cell.value, lang=cell.lang or "")

    def _is_term(self, iri: str) -> bool:
        return iri.startswith(_VOCABULARIES)


_VOCABULARIES = tuple(space for _, space in v.NAMESPACES)
