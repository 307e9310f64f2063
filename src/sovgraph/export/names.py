"""The look and the words of a picture: symbol, colours and Dutch and English names of kinds, links and views."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sovgraph import vocab as v
from sovgraph.query.running import vocabulary_names


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


OTHER = ("circle", "#7d8790", "#8e99a3")
"""Symbol and colours of a class that the table doesn't name."""


@cache
def kinds() -> dict[str, Kind]:
    """By local name of the class, in the order of the legend."""
    return {name: Kind(*columns) for name, *columns in _rows("kinds.tsv")}


def kind(name: str) -> Kind:
    return kinds().get(name) or Kind(*OTHER, name, name)


@cache
def links() -> dict[str, tuple[str, str]]:
    """The Dutch and English name of a property, by its local name."""
    return {name: (nl, en) for name, nl, en in _rows("links.tsv")}


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
        return own or vocabulary_names(lang).get(v.SOV + self.name, self.name)


@cache
def attributes() -> dict[str, Attribute]:
    """By local name of the property, in the order in which they are shown."""
    return {name: Attribute(name, *columns) for name, *columns in _rows("attributes.tsv")}


@cache
def words(lang: str) -> dict[str, str]:
    """The words of the page around the picture."""
    return {key: en if lang == "en" else nl for key, nl, en in _rows("words.tsv")}


def _rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
