"""What the store says about one thing: its statements, each with its proofs, and what points to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sovgraph import vocab as v
from sovgraph.pages.asking import Asker
from sovgraph.store import Cell

MOST_LINKS: Final = 20
"""So many things are shown of those that point to one by the same property; page-sources-in gives no more."""

MOST_PROOFS: Final = 8
"""So many assertions of one statement are read, the surest; of a name that thousands of papers give, that is enough."""
FEW_LINKS: Final = 2000
"""Up to so many links are read at once; page-linked gives one more."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in a paper (`graph` is the paper or another file of it), or the value of a field of a register file."""

    graph: str
    text: str
    start: int | None
    end: int | None
    where: tuple[str, ...]
    """Places in the original: page and box, the path of an element, the pointer to a field."""


@dataclass(frozen=True, slots=True)
class Premise:
    """An assertion that another follows from."""

    assertion: str
    subject: str
    property: str
    value: Cell


@dataclass(frozen=True, slots=True)
class Proof:
    """An assertion of a statement: on whose word, by which rule, from which words."""

    assertion: str
    graph: str
    rule: str
    confidence: int | None
    basis: str
    quotes: tuple[Quote, ...]
    premises: tuple[Premise, ...]

    @property
    def key(self) -> str:
        return key_of(self.assertion)


@dataclass(frozen=True, slots=True)
class Statement:
    property: str
    value: Cell
    graphs: tuple[str, ...]
    proofs: tuple[Proof, ...]
    more_proofs: int = 0


@dataclass(frozen=True, slots=True)
class LinksIn:
    """Things that have the thing as value of a property: how many, and the first of them."""

    property: str
    count: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    iri: str
    classes: tuple[str, ...]
    statements: tuple[Statement, ...]
    links_in: tuple[LinksIn, ...]

    def values(self, prop: str) -> tuple[Cell, ...]:
        return tuple(s.value for s in self.statements if s.property == prop)


def key_of(assertion: str) -> str:
    """The end of an assertion's IRI, by which a page names it: `a-<key>`."""
    return assertion.rstrip("/").rsplit("/", 1)[-1]


def read_thing(asker: Asker, iri: str) -> Thing | None:
    """None for what occurs neither as subject nor as value."""
    triples: dict[tuple[str, Cell], list[str]] = {}
    for row in asker.rows("page-statements", thing=[iri]):
        prop, value, graph = row["property"], row["value"], row["graph"]
        if prop and value and graph:
            triples.setdefault((prop.value, value), []).append(graph.value)
    links_in = _links_in(asker, iri)
    if not triples and not links_in:
        return None
    rows = _assertions(asker, iri)
    proofs = _proofs(asker, [row for found in rows.values() for row in found[:MOST_PROOFS]])
    statements = tuple(
        Statement(
            *(key := (prop, value)),
            tuple(graphs),
            tuple(proofs.get(key, ())),
            max(0, len(rows.get(key, ())) - MOST_PROOFS),
        )
        for (prop, value), graphs in triples.items()
    )
    classes = tuple(s.value.value for s in statements if s.property == v.RDF_type)
    return Thing(iri, classes, statements, links_in)


def _links_in(asker: Asker, iri: str) -> tuple[LinksIn, ...]:
    rows = asker.rows("page-linked", thing=[iri])
    if len(rows) > FEW_LINKS:
        return _counted(asker, iri)
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(_text(row["property"]), []).append(_text(row["source"]))
    return tuple(LinksIn(p, len(sources), tuple(sorted(sources)[:MOST_LINKS])) for p, sources in sorted(found.items()))


def _counted(asker: Asker, iri: str) -> tuple[LinksIn, ...]:
    """Of a thing that thousands point to: counts, and the first of each property."""
    found = []
    for row in asker.rows("page-links-in", thing=[iri]):
        prop, things = row["property"], row["things"]
        if prop and things:
            sources = asker.rows("page-sources-in", thing=[iri], property=[prop.value])
            names = tuple(s["source"].value for s in sources if s["source"])
            found.append(LinksIn(prop.value, int(things.value), names))
    return tuple(found)


_Row = dict[str, Cell | None]


def _assertions(asker: Asker, iri: str) -> dict[tuple[str, Cell], list[_Row]]:
    """By property and value, the surest first."""
    found: dict[tuple[str, Cell], list[_Row]] = {}
    for row in asker.rows("page-assertions", thing=[iri]):
        if row["assertion"] and row["value"]:
            found.setdefault((_text(row["property"]), row["value"]), []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: -(_number(row["confidence"]) or 0))
    return found


def _proofs(asker: Asker, rows: list[_Row]) -> dict[tuple[str, Cell], list[Proof]]:
    """By property and value, in the order of the rows."""
    names = [_text(row["assertion"]) for row in rows]
    quotes, premises = _quotes(asker, names), _premises(asker, names)
    found: dict[tuple[str, Cell], list[Proof]] = {}
    for row, name in zip(rows, names, strict=True):
        if row["value"] is not None:
            proof = Proof(
                name,
                _text(row["graph"]),
                _text(row["rule"]),
                _number(row["confidence"]),
                _text(row["basis"]),
                tuple(quotes.get(name, ())),
                tuple(premises.get(name, ())),
            )
            found.setdefault((_text(row["property"]), row["value"]), []).append(proof)
    return found


def _quotes(asker: Asker, assertions: Iterable[str]) -> dict[str, list[Quote]]:
    places: dict[str, list[str]] = {}
    for row in asker.rows("page-places", assertion=assertions):
        places.setdefault(_text(row["place"]), []).append(_text(row["assertion"]))
    known = quotes_at(asker, places)
    found: dict[str, list[Quote]] = {}
    for place, names in places.items():
        for name in names:
            found.setdefault(name, []).extend(known.get(place, ()))
    for quotes in found.values():
        quotes.sort(key=lambda q: (q.graph, q.start or 0, q.end or 0, q.text))
    return found


def quotes_at(asker: Asker, places: Iterable[str]) -> dict[str, list[Quote]]:
    """The words at each place, once for each file that has them."""
    texts: dict[tuple[str, str], tuple[str, int | None, int | None]] = {}
    where: dict[tuple[str, str], list[str]] = {}
    for row in asker.rows("page-quotes", place=places):
        key = (_text(row["place"]), _text(row["paper"]))
        if row["quote"] is not None:
            texts[key] = (row["quote"].value, _number(row["start"]), _number(row["end"]))
        elif row["where"] is not None:
            where.setdefault(key, []).append(row["where"].value)
    found: dict[str, list[Quote]] = {}
    for (place, graph), (text, start, end) in sorted(texts.items()):
        found.setdefault(place, []).append(Quote(graph, text, start, end, tuple(where.get((place, graph), ()))))
    return found


def _premises(asker: Asker, assertions: Iterable[str]) -> dict[str, list[Premise]]:
    inferred = [name for name in assertions if "/afleiding/" in name]
    found: dict[str, list[Premise]] = {}
    for row in asker.rows("page-premises", assertion=inferred):
        if row["value"] is not None:
            premise = Premise(_text(row["premise"]), _text(row["subject"]), _text(row["property"]), row["value"])
            known = found.setdefault(_text(row["assertion"]), [])
            if not any(key_of(p.assertion) == key_of(premise.assertion) for p in known):
                known.append(premise)
    return found


def _text(cell: Cell | None) -> str:
    return cell.value if cell else ""


def _number(cell: Cell | None) -> int | None:
    return int(cell.value) if cell else None
