"""The look and the words of a picture: symbol, colours and Dutch and English names of kinds, links and views."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kind:
    """How things of one class are drawn; no two classes share symbol and colour."""

    shape: str
    light: str
    dark: str
    nl: str
    en: str


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
def views() -> dict[str, tuple[str, str]]:
    """The Dutch and English title of a view."""
    return {name: (nl, en) for name, nl, en in _rows("views.tsv")}


def _rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
