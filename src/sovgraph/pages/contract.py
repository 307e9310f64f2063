"""What a place that offers pages gives, and what it gets: the links of that place, and whole pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class Links(Protocol):
    """How a place refers to others. A server and a folder of files each have one."""

    def page(self, path: str, lang: str, fragment: str = "") -> str:
        """The address of a page: "" (home), "doc/kst/32317-QC", "list/dossier/2", "search", "queries", "def"."""

    def data(self, path: str, suffix: str) -> str:
        """The address of a thing's data: "doc/kst/32317-QC" as ".ttl"."""

    def asset(self, name: str) -> str:
        """The address of a file that pages need: "sovgraph.css"."""

    def query(self, name: str, params: Mapping[str, str], lang: str) -> str | None:
        """The page of a stored query with these values; None where no page can answer."""

    def picture(self, view: str, params: Mapping[str, str], lang: str) -> str | None:
        """The page with the picture of a view ("ego" of a thing, a dossier); None where there is none."""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document. `path` has no language and no leading slash."""

    path: str
    lang: str
    title: str
    html: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way from the home page; the last, which is the page itself, has no address."""

    text: str
    href: str = ""
