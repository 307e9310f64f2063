"""Choices among hits: by kind, year, chamber and dossier, and how many hits each value has."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sovgraph.search.kinds import kind_names
from sovgraph.search.model import Facet

MOST_VALUES = 40


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that fits the words. `score` is below zero, the lowest is best; `doc` its best passage."""

    iri: str
    kind: str
    year: str
    chamber: str
    dossiers: str
    score: float
    doc: int
    count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen; "" and an empty set choose nothing."""

    kinds: frozenset[str] = frozenset()
    year: str = ""
    chamber: str = ""
    dossier: str = ""

    def fits(self, found: Found, but: str = "") -> bool:
        """Whether a hit has every chosen value, that of `but` left aside."""
        return (
            (but == "kind" or not self.kinds or found.kind in self.kinds)
            and (but == "year" or not self.year or found.year == self.year)
            and (but == "chamber" or not self.chamber or found.chamber == self.chamber)
            and (but == "dossier" or not self.dossier or self.dossier in found.dossiers.split(" "))
        )


def fitting(found: Iterable[Found], wanted: Wanted) -> list[Found]:
    return [one for one in found if wanted.fits(one)]


def count_facets(found: list[Found], wanted: Wanted) -> dict[str, tuple[Facet, ...]]:
    """Per facet its values with counts: kinds in their order, years from the newest, dossiers from the most."""
    counts = {name: Counter(_values(found, wanted, name)) for name in ("kind", "year", "chamber", "dossier")}
    order = {name: place for place, name in enumerate(kind_names())}
    sorted_by = {
        "kind": lambda item: (order.get(item[0], len(order)), item[0]),
        "year": lambda item: (-int(item[0]), ""),
        "chamber": lambda item: (0, item[0]),
        "dossier": lambda item: (-item[1], item[0]),
    }
    return {
        name: tuple(Facet(value, count) for value, count in sorted(counter.items(), key=sorted_by[name])[:MOST_VALUES])
        for name, counter in counts.items()
    }


def _values(found: list[Found], wanted: Wanted, name: str) -> list[str]:
    """The values of one facet among the hits that fit the choices of the others."""
    chosen = found if wanted == _EVERYTHING else [one for one in found if wanted.fits(one, name)]
    if name == "kind":
        return [one.kind for one in chosen]
    if name == "year":
        return [one.year for one in chosen if one.year.isdigit()]
    if name == "chamber":
        return [one.chamber for one in chosen if one.chamber]
    return [number for one in chosen if one.dossiers for number in one.dossiers.split(" ")]


_EVERYTHING = Wanted()
