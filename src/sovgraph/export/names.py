"""The look and the words of a picture: symbol, colours and Dutch and English names of kinds, links and views.

What the ontology names has that name; the tables hold those of other terms.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sovgraph import vocab as v
from sovgraph.query.running import vocabulary_names
from sovgraph.resources import read_tsv


@dataclass(frozen=True, slots=True)
class Kind:
    """How things of one class are drawn; no two classes share symbol and colour."""

    shape: str
    light: str
    dark: str
    nl: str
    en: str
    lane: str = "6"
    """Where it lies in a picture along time."""

    def title(self, lang: str) -> str:
        return self.en if lang == "en" else self.nl


OTHER = ("circle", "#7d8790", "#8e99a3")
"""Symbol and colours of a class that the table doesn't name."""


@cache
def kinds() -> dict[str, Kind]:
    """By local name of the class, in the order of the legend."""
    return {
        name: Kind(shape, light, dark, nl or _named(name, "nl"), en or _named(name, "en"), lane)
        for name, shape, light, dark, nl, en, lane in _rows("kinds.tsv")
    }


def kind(name: str) -> Kind:
    return kinds().get(name) or Kind(*OTHER, name, name)


def in_order(names: Iterable[str]) -> list[str]:
    """Each class once, in the order of the legend; those that the table doesn't name come last."""
    present = set(names)
    return [name for name in kinds() if name in present] + sorted(present - set(kinds()))


def _named(name: str, lang: str) -> str:
    """The name of a term of the ontology; else its local name."""
    return vocabulary_names(lang).get(v.SOV + name, name)


@cache
def links() -> dict[str, tuple[str, str]]:
    """The Dutch and English name of properties that aren't of our ontology, by their local name."""
    return {name: (nl, en) for name, nl, en in _rows("links.tsv")}


def link_name(name: str, lang: str) -> str:
    """The name of a property, given its local name."""
    return links()[name][lang == "en"] if name in links() else _named(name, lang)


@cache
def lanes() -> dict[str, tuple[str, str]]:
    """The Dutch and English heading of each lane, from the top."""
    return {name: (nl, en) for name, nl, en in _rows("lanes.tsv")}


@dataclass(frozen=True, slots=True)
class ViewStyle:
    """How a view is called and laid out: as a net, along time, or in columns of classes."""

    nl: str
    en: str
    layout: str

    def title(self, lang: str) -> str:
        return self.en if lang == "en" else self.nl


@cache
def views() -> dict[str, ViewStyle]:
    """By name, in the order in which they are offered."""
    return {name: ViewStyle(*columns) for name, *columns in _rows("views.tsv")}


def view_style(name: str) -> ViewStyle:
    return views().get(name) or ViewStyle(name, name, "net")


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property whose value stands on a node.

    `role`: "start" and "end" are also the days of the node, the first in the table first; "label" names what has no
    name, "gloss" follows the name.
    """

    name: str
    role: str
    type: str
    nl: str
    en: str

    def title(self, lang: str) -> str:
        own = self.en if lang == "en" else self.nl
        return own or _named(self.name, lang)


@cache
def attributes() -> dict[str, Attribute]:
    """By local name of the property, in the order in which they are shown."""
    return {name: Attribute(name, *columns) for name, *columns in _rows("attributes.tsv")}


@cache
def words(lang: str) -> dict[str, str]:
    """The words of the page around the picture."""
    return {key: en if lang == "en" else nl for key, nl, en in _rows("words.tsv")}


def _rows(name: str) -> list[list[str]]:
    return [list(row.values()) for row in read_tsv(Path(__file__).with_name(name))]
