"""What one paper says, thing by thing, each fact with the place of its words; and the doubts about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sovgraph import vocab as v
from sovgraph.pages.values import Shower, Shown
from sovgraph.pages.words import term_name
from sovgraph.query.sentences import in_language
from sovgraph.store import Cell

MOST_THINGS: Final = 60
"""Of one kind; the others are in the data of the paper."""
MOST_FACTS: Final = 25
_QUOTE = re.compile(r"(?P<paper>.+)/q/(?P<start>\d+)-\d+")
"""The IRI of a quote has its paper and place; see data-model.md."""

_SHOWN_ELSEWHERE: Final = frozenset(
    (
        v.RDF_type, v.RDFS_label, v.SKOS_prefLabel, v.SKOS_altLabel, v.FOAF_familyName, v.ELI_number, v.questionText,
        v.answerText, v.restatedText, v.restatementSimilarity, v.restatementDifference, v.spokenText, v.documentedIn,
        v.mentionedIn, v.listedIn, v.reproducedIn, v.nameAsWritten, v.textStart, v.textEnd, v.citedAs, v.citationForm,
        v.resolution,
    )
)  # fmt: skip
"""Names, places and whole texts, which the page shows in other ways."""

_Told = tuple[str, Cell, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """`place`: where its first words begin in the text of the paper."""

    name: str
    value: Shown
    place: int


@dataclass(frozen=True, slots=True)
class About:
    thing: Shown
    facts: tuple[Fact, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class FactsOfKind:
    name: str
    things: tuple[About, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class IssueView:
    code: str
    severity: str
    comment: str
    quote: str
    place: int | None


def facts_of(shower: Shower, paper: str) -> tuple[FactsOfKind, ...]:
    """By kind of thing, in the order of the text."""
    things = shower.asker.rows("paper-things", paper=[paper])
    kinds = {str(row["thing"]): str(row["kind"]) for row in things if str(row["thing"]) != paper}
    places: dict[tuple[str, str, Cell], int] = {}
    for row in shower.asker.rows("paper-facts", thing=kinds):
        prop, value, match = str(row["property"]), row["value"], _QUOTE.fullmatch(str(row["quote"]))
        if value is not None and match is not None and match["paper"] == paper and prop not in _SHOWN_ELSEWHERE:
            key = (str(row["thing"]), prop, value)
            places[key] = min(int(match["start"]), places.get(key, int(match["start"])))
    found: dict[str, list[_Told]] = {}
    for (iri, name, value), place in sorted(places.items(), key=lambda item: (item[1], item[0][:2])):
        found.setdefault(iri, []).append((name, value, place))
    shower.prepare({*found, *(c.value for facts in found.values() for _, c, _ in facts if c.kind == "iri")})
    grouped: dict[str, list[str]] = {}
    for iri in found:
        grouped.setdefault(kinds[iri], []).append(iri)
    return tuple(_of_kind(shower, kind, things, found) for kind, things in grouped.items())


def _of_kind(shower: Shower, kind: str, things: list[str], found: dict[str, list[_Told]]) -> FactsOfKind:
    first = things[:MOST_THINGS]
    return FactsOfKind(
        term_name(kind, shower.lang), tuple(_about(shower, iri, found[iri]) for iri in first), len(things) - len(first)
    )


def _about(shower: Shower, iri: str, facts: Iterable[_Told]) -> About:
    told = sorted(
        (Fact(term_name(prop, shower.lang), shower.cell(value), place) for prop, value, place in facts),
        key=lambda f: (f.name.casefold(), f.place, f.value.text),
    )
    return About(shower.thing(iri), tuple(told[:MOST_FACTS]), max(0, len(told) - MOST_FACTS))


def issues_of(shower: Shower, paper: str) -> tuple[IssueView, ...]:
    """Doubts with a place come in the order of the text."""
    fields: dict[str, dict[str, list[Cell]]] = {}
    for row in shower.asker.rows("paper-issues", paper=[paper]):
        issue, name, value = row["issue"], row["field"], row["value"]
        if issue and name and value:
            fields.setdefault(issue.value, {}).setdefault(name.value, []).append(value)
    views = [_issue(known, shower.lang) for known in fields.values()]
    return tuple(sorted(views, key=lambda i: (i.place is None, i.place or 0, i.code, i.comment)))


def _issue(known: dict[str, list[Cell]], lang: str) -> IssueView:
    def first(name: str) -> str:
        cells = sorted(known.get(name, ()), key=lambda c: (c.lang not in (lang, None), c.value))
        return cells[0].value if cells else ""

    start = first("start")
    comment = in_language(first("comment"), lang)
    return IssueView(first("code"), first("severity"), comment, first("quote"), int(start) if start else None)
