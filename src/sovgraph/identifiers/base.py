"""What an official identifier is, and how a kind of identifier is registered."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sovgraph.registry import Registry


class IdKind(StrEnum):
    """The series that an identifier belongs to."""

    KST = "kst"
    DOSSIER = "dossier"
    AANHANGSEL = "ah"
    HANDELINGEN = "h"
    QUESTIONS = "kv"
    ANNEX = "blg"
    AGENDA = "ag"
    STAATSBLAD = "stb"
    STAATSCOURANT = "stcrt"
    TRACTATENBLAD = "trb"
    JOURNAL = "oj"
    CASE = "zaak"
    ECLI = "ecli"
    CELEX = "celex"
    ELI = "eli"
    COMMISSION = "com"
    COUNCIL = "council"
    BWB = "bwb"
    JCI = "jci"
    COMMITMENT = "toezegging"
    KENMERK = "kenmerk"


@dataclass(frozen=True, slots=True)
class OfficialId:
    """An identifier read into its parts; `str()` prints it as the publisher does.

    `fields` are (name, value) pairs in printing order, absent parts left out. `marks` are what a version of the
    same work adds (h1 reprint, n1 correction, b2 annex). Two ids that print the same are equal.
    """

    kind: IdKind
    fields: tuple[tuple[str, str], ...]
    marks: tuple[str, ...] = ()

    def field(self, name: str) -> str | None:
        return dict(self.fields).get(name)

    @property
    def work(self) -> "OfficialId":
        """The work without reprint and correction marks; an annex stays a work of its own."""
        return OfficialId(self.kind, self.fields, tuple(m for m in self.marks if m.startswith("b")))

    def __str__(self) -> str:
        return FORMS.get(self.kind.value).print(self)


Build = Callable[[IdKind, re.Match[str]], OfficialId | None]
Print = Callable[[OfficialId], str]


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of identifier: `pattern` reads it whole, `build` makes the id of a match, `print` the text."""

    kind: IdKind
    pattern: re.Pattern[str]
    build: Build
    print: Print


FORMS: Registry[Form] = Registry("identifier form")

MARKS = r"(?P<marks>(?:-[bhn]\d{1,3}){0,3})"
"""The pattern of version marks; `named` takes them out of the fields."""


def named(kind: IdKind, match: re.Match[str]) -> OfficialId | None:
    """The id whose fields are the named groups of a match that took part in it, marks apart."""
    groups = match.groupdict()
    marks = tuple(m for m in (groups.pop("marks", None) or "").split("-") if m)
    return OfficialId(kind, tuple((name, value) for name, value in groups.items() if value), marks)


def joined(item: OfficialId) -> str:
    """Prefix, fields and marks with hyphens between: the way of most series."""
    return "-".join((item.kind.value, *(value for _, value in item.fields), *item.marks))


def plain(item: OfficialId) -> str:
    """The fields one after the other: series whose number has no prefix."""
    return "".join(value for _, value in item.fields)


def form(kind: IdKind, pattern: str, *, build: Build = named, print_id: Print = joined) -> None:
    """Registers the one form of a kind. `pattern` is verbose and matched whole."""
    FORMS.add(kind.value)(Form(kind, re.compile(pattern, re.VERBOSE | re.ASCII), build, print_id))
