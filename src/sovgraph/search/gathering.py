"""What a store holds to search in, graph by graph: names of things, and texts with their places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sovgraph import vocab as v
from sovgraph.query import catalog
from sovgraph.query.binding import fill
from sovgraph.search.kinds import Kind, kinds
from sovgraph.store import Cell, QuadStore, Solutions

BATCH = 400
"""Graphs asked for at once."""

_NAMES = (
    v.SKOS_prefLabel,
    v.RDFS_label,
    v.FOAF_name,
    v.DCTERMS_title,
    v.DCTERMS_subject,
    v.SKOS_altLabel,
    v.SKOS_hiddenLabel,
    v.nameAsWritten,
    v.FOAF_familyName,
)
_NUMBERS = (v.DCTERMS_identifier, v.dossierNumber, v.celex, v.bwb, v.kenmerk, v.iso2, v.iso3, v.caseNumber)
_DAYS = (v.ELI_date_document, v.askedOn, v.answeredOn, v.promisedOn)
MAIN = frozenset((v.SKOS_prefLabel, v.RDFS_label, v.FOAF_name))
"""Properties whose value may be shown as the name of a thing."""


@dataclass(slots=True)
class Thing:
    """What one graph says of one thing. `values`: text and language by property; `spans`: where its text stands."""

    iri: str
    kind: Kind
    values: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def first(self, *properties: str) -> str:
        """The first value of the first property that has one."""
        return next((self.values[p][0][0] for p in properties if self.values.get(p)), "")

    def all(self, *properties: str) -> list[str]:
        return [text for p in properties for text, _ in self.values.get(p, ())]


@dataclass(slots=True)
class Gathered:
    """One graph: its things by IRI, and the text when it is the graph of a paper."""

    graph: str
    things: dict[str, Thing] = field(default_factory=dict)
    text: str = ""


def gather(store: QuadStore, graphs: Sequence[str]) -> Iterator[Gathered]:
    """What each graph holds, in the order given; a graph without anything to find is empty."""
    for start in range(0, len(graphs), BATCH):
        part = graphs[start : start + BATCH]
        found = {graph: Gathered(graph) for graph in part}
        _fill_things(store, found)
        _fill_values(store, found)
        _fill_places(store, found)
        yield from found.values()


def _rows(store: QuadStore, name: str, graphs: Iterable[str]) -> Iterator[tuple[Cell, ...]]:
    given = {"graph": [Cell("iri", graph) for graph in graphs]}
    answer = store.query(fill(catalog().get_internal(name), given), union=False)
    if isinstance(answer, Solutions):  # sorted here: the engine takes five times as long for it
        yield from sorted((tuple(cell for cell in row if cell is not None) for row in answer.rows), key=_order)


def _order(row: tuple[Cell, ...]) -> list[tuple[str, str]]:
    return [(cell.value, cell.lang or "") for cell in row]


def _fill_things(store: QuadStore, found: dict[str, Gathered]) -> None:
    known = kinds()
    for graph, thing, kind in _rows(store, "search-kinds", found):
        things, new = found[graph.value].things, known[kind.value]
        old = things.get(thing.value)
        if old is None or new.rank < old.kind.rank:
            things[thing.value] = Thing(thing.value, new)


def _fill_values(store: QuadStore, found: dict[str, Gathered]) -> None:
    for graph, thing, prop, value in _rows(store, "search-values", found):
        here = found[graph.value]
        if prop.value == v.text:
            if len(value.value) > len(here.text):
                here.text = value.value
        elif thing.value in here.things:
            values = here.things[thing.value].values
            values.setdefault(prop.value, []).append((value.value, value.lang or ""))


def _fill_places(store: QuadStore, found: dict[str, Gathered]) -> None:
    for graph, thing, prop, start, end in _rows(store, "search-places", found):
        there = found[graph.value].things.get(thing.value)
        if there is not None and there.kind.text == prop.value:
            there.spans.append((int(start.value), int(end.value)))


def names_of(thing: Thing) -> list[tuple[str, str, str]]:
    """Role ("main", "other" or "number"), name and language of each name that a graph gives a thing."""
    found: list[tuple[str, str, str]] = []
    for prop in _NAMES:
        role = "main" if prop in MAIN else "title" if prop == v.DCTERMS_title else "other"
        found += [(role, name, lang) for name, lang in thing.values.get(prop, ())]
    found += [("number", name, "") for name in thing.all(*_NUMBERS)]
    return found


def day_of(thing: Thing) -> str:
    """The day of a thing as YYYY-MM-DD, or ""."""
    return thing.first(*_DAYS)
