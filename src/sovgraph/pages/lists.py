"""Lists of all things of a kind, in order and cut into pages, with an index of years or first letters."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Final

from sovgraph import vocab as v
from sovgraph.pages.asking import Asker
from sovgraph.pages.casing import as_sentence
from sovgraph.pages.kinds import full, kind_of, kinds

PAGE: Final = 100
_NO_DAY: Final = "?"


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing of a list under its sign in the index: a year, a letter, "?"."""

    iri: str
    label: str
    sign: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the index and the page on which it begins."""

    text: str
    page: int


class Lists:
    """The lists of one store; each is made once. `only`: the things that have a place in them (None: all)."""

    def __init__(self, asker: Asker, only: frozenset[str] | None = None) -> None:
        self.asker = asker
        self.only = only
        self._things: dict[str, tuple[str, ...]] = {}
        self._entries: dict[tuple[str, str], tuple[Entry, ...]] = {}
        self._papers: dict[str, int] | None = None
        self._lock = Lock()

    def things(self, kind: str) -> tuple[str, ...]:
        """All things whose page is of this kind, by IRI."""
        if kind not in self._things:
            classes = [full(curie) for curie in kinds()[kind].classes]
            rows = self.asker.rows("page-things", **{"class": classes})
            found = sorted({row["thing"].value for row in rows if row["thing"]})
            if self.only is not None:
                found = [iri for iri in found if iri in self.only]
            every = self.asker.classes(found)
            self._things[kind] = tuple(iri for iri in found if kind_of(every.get(iri, ())) == kind)
        return self._things[kind]

    def count(self, kind: str) -> int:
        return len(self.things(kind))

    def papers_of_dossiers(self) -> dict[str, int]:
        """How many papers each dossier has."""
        if self._papers is None:
            known = set(self.things("dossier"))
            papers = {iri for kind in ("paper", "motion", "amendment") for iri in self.things(kind)}
            found: dict[str, int] = {}
            for row in self.asker.rows("page-values", property=[v.DCTERMS_isPartOf]):
                thing, value = row["thing"], row["value"]
                if thing and value and value.value in known and thing.value in papers:
                    found[value.value] = found.get(value.value, 0) + 1
            self._papers = found
        return self._papers

    def entries(self, kind: str, lang: str) -> tuple[Entry, ...]:
        """Newest first where the kind is ordered by a day, else by name."""
        with self._lock:
            if (kind, lang) not in self._entries:
                self._entries[kind, lang] = tuple(self._made(kind, lang))
            return self._entries[kind, lang]

    def _made(self, kind: str, lang: str) -> list[Entry]:
        things = self.things(kind)
        labels = self.asker.labels(things, lang)
        order = kinds()[kind].order
        days = self._days(full(order)) if order else {}
        found = []
        for iri in things:
            label = as_sentence(" ".join(labels.get(iri, iri).split()))
            day = days.get(iri, "")
            sign = (day[:4] or _NO_DAY) if order else first_letter(label)
            found.append(Entry(iri, label, sign, day))
        found.sort(key=lambda e: (first_letter(e.label) == "#", sortable(e.label), e.iri))
        if order:
            found.sort(key=lambda e: e.day, reverse=True)
        return found

    def _days(self, prop: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for row in self.asker.rows("page-values", property=[prop]):
            thing, value = row["thing"], row["value"]
            if thing and value:
                found[thing.value] = max(found.get(thing.value, ""), value.value)
        return found

    def every_thing(self) -> Iterator[tuple[str, str]]:
        """Kind ("" for none) and IRI of all that has a page in a folder of files."""
        for kind in kinds():
            for iri in self.things(kind):
                yield kind, iri
        for row in self.asker.rows_of("page-cited"):
            if row["thing"]:
                yield "", row["thing"].value


def pages_in(entries: tuple[Entry, ...]) -> int:
    return max(1, -(-len(entries) // PAGE))


def signs_of(entries: tuple[Entry, ...]) -> tuple[Sign, ...]:
    """The index: each sign with the page where it first stands."""
    found: dict[str, int] = {}
    for place, entry in enumerate(entries):
        found.setdefault(entry.sign, place // PAGE + 1)
    return tuple(Sign(text, page) for text, page in found.items())


def sortable(label: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", label.casefold()) if not unicodedata.combining(c))


def first_letter(label: str) -> str:
    letter = sortable(label)[:1].upper()
    return letter if "A" <= letter <= "Z" else "#"
