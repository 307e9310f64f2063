"""Facts and mentions with their words, read from the N-Quads file a graph at a time: the engine would walk through
all graphs for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.query import labels_of, short_iri
from sovgraph.release.rdf import unpacked
from sovgraph.store import QuadStore

Record = dict[str, str | None]
_CHUNK = 4000
"""Rows that are named together."""

_READ = frozenset(
    (
        v.RDF_type, v.RDF_subject, v.RDF_predicate, v.RDF_object, v.RDF_value,
        v.OA_exact, v.OA_start, v.OA_end, v.OA_hasBody, v.OA_hasSelector, v.OA_hasSource, v.OA_hasTarget,
        v.PROV_wasDerivedFrom, v.basis, v.canonicalId, v.confidence, v.mentionType, v.reason, v.resolution, v.rule,
    )
)  # fmt: skip
_READ_BYTES = frozenset(f"<{prop}>".encode() for prop in _READ)


@dataclass(frozen=True, slots=True)
class _Quote:
    paper: str
    words: str
    start: str | None
    end: str | None
    place: str | None


class _Graph:
    """What is said of each thing in one graph, as far as facts and mentions need it."""

    def __init__(self, name: str, quads: Iterable[ox.Quad]) -> None:
        self.name = name
        self._said: dict[str, dict[str, list[str]]] = {}
        self._texts: set[tuple[str, str]] = set()
        for quad in quads:
            prop = quad.predicate.value
            if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.Triple):
                self._said.setdefault(quad.subject.value, {}).setdefault(prop, []).append(quad.object.value)
                if prop == v.RDF_object and isinstance(quad.object, ox.Literal):
                    self._texts.add((quad.subject.value, quad.object.value))

    def of_class(self, wanted: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
        return ((thing, said) for thing, said in self._said.items() if wanted in said.get(v.RDF_type, ()))

    def states_text(self, fact: str, value: str) -> bool:
        """Whether the value of a fact is a text, which may look like an IRI."""
        return (fact, value) in self._texts

    def one(self, thing: str, prop: str) -> str | None:
        return min(self._said.get(thing, {}).get(prop, ()), default=None)

    def quote(self, span: str) -> _Quote | None:
        paper = self.one(span, v.OA_hasSource)
        if paper is None:
            return None
        selectors = sorted(self._said[span].get(v.OA_hasSelector, ()))
        words = next((s for s in selectors if self.one(s, v.OA_exact) is not None), "")
        place = next((p for s in selectors if (p := self.one(s, v.RDF_value)) is not None), None)
        exact = self.one(words, v.OA_exact) or ""
        return _Quote(paper, exact, self.one(words, v.OA_start), self.one(words, v.OA_end), place)


def _graphs(nquads: Path) -> Iterator[_Graph]:
    """Only lines with a property that is needed are parsed, as most have another."""
    with unpacked(nquads) as source:
        wanted = (line for line in source if line.split(b" ", 2)[1] in _READ_BYTES)
        for name, lines in groupby(wanted, key=lambda line: line.rsplit(b" ", 2)[1]):
            yield _Graph(name[1:-1].decode(), ox.parse(b"".join(lines), ox.RdfFormat.N_QUADS))


def mention_rows(store: QuadStore, nquads: Path, lang: str) -> Iterator[Record]:
    """Each mention with the words in its paper and what is meant."""
    return _named(store, _mentions(nquads), ("paper", "thing"), lang)


def _mentions(nquads: Path) -> Iterator[Record]:
    for graph in _graphs(nquads):
        found = []
        for mention, said in graph.of_class(v.Mention):
            quote = graph.quote(_first(said, v.OA_hasTarget) or "")
            if quote is not None:
                things: list[str | None] = [*sorted(said.get(v.OA_hasBody, ()))]
                found += [_mention(mention, said, quote, thing) for thing in things or [None]]
        yield from sorted(found, key=lambda r: (int(r["start"] or 0), int(r["end"] or 0), *map(str, r.values())))


def _mention(mention: str, said: dict[str, list[str]], quote: _Quote, thing: str | None) -> Record:
    return {
        "mention": mention,
        "paper": quote.paper,
        "quote": quote.words,
        "start": quote.start,
        "end": quote.end,
        "thing": thing,
        "type": _first(said, v.mentionType),
        "canonicalId": _first(said, v.canonicalId),
        "resolution": _code(_first(said, v.resolution), "Resolution"),
        "reason": _first(said, v.reason),
        "rule": _rule(_first(said, v.rule)),
    }


def fact_rows(store: QuadStore, nquads: Path, lang: str) -> Iterator[Record]:
    """Each fact of papers, registers and rules with each of the quotes that it rests on."""
    return _named(store, _facts(nquads), ("subject", "property", "valueThing", "paper"), lang)


def _facts(nquads: Path) -> Iterator[Record]:
    elsewhere = _quotes_elsewhere(nquads)
    for graph in _graphs(nquads):
        found = []
        for fact, said in graph.of_class(v.Assertion):
            spans = said.get(v.PROV_wasDerivedFrom, ())
            quotes: list[_Quote | None] = []
            quotes += [quote for span in spans if (quote := graph.quote(span) or elsewhere.get(span)) is not None]
            found += [_fact(graph, fact, said, quote) for quote in quotes or [None]]
        yield from sorted(found, key=lambda r: tuple(map(str, r.values())))


def _quotes_elsewhere(nquads: Path) -> dict[str, _Quote]:
    """Quotes that facts of other graphs rest on, such as those that a rule drew."""
    wanted: set[str] = set()
    for graph in _graphs(nquads):
        for _, said in graph.of_class(v.Assertion):
            wanted.update(
                span for span in said.get(v.PROV_wasDerivedFrom, ()) if graph.one(span, v.OA_hasSource) is None
            )
    found = {}
    for graph in _graphs(nquads) if wanted else ():
        for span, _ in graph.of_class(v.Quote):
            if span in wanted and (quote := graph.quote(span)) is not None:
                found[span] = quote
    return found


def _fact(graph: _Graph, fact: str, said: dict[str, list[str]], quote: _Quote | None) -> Record:
    value = _first(said, v.RDF_object) or ""
    return {
        "subject": _first(said, v.RDF_subject),
        "property": _first(said, v.RDF_predicate),
        "value": value,
        "valueThing": None if graph.states_text(fact, value) else value,
        "paper": quote.paper if quote else None,
        "start": quote.start if quote else None,
        "end": quote.end if quote else None,
        "quote": quote.words if quote else None,
        "place": quote.place if quote else None,
        "rule": _rule(_first(said, v.rule)),
        "confidence": _first(said, v.confidence),
        "basis": _code(_first(said, v.basis), "Basis"),
        "graph": graph.name,
        "fact": fact,
    }


def _first(said: dict[str, list[str]], prop: str) -> str | None:
    return min(said.get(prop, ()), default=None)


def _code(concept: str | None, head: str) -> str | None:
    """`…#ResolutionExact` as "exact"."""
    return concept.rpartition("#")[2].removeprefix(head).lower() if concept else None


def _rule(rule: str | None) -> str | None:
    """`…/id/regel/person.heading-1` as "person.heading-1"."""
    return rule.rpartition("/")[2] if rule else None


def _named(store: QuadStore, records: Iterator[Record], columns: tuple[str, ...], lang: str) -> Iterator[Record]:
    """With a name beside each thing; one without a name gets its IRI in short, a text itself."""
    chunk: list[Record] = []
    for record in records:
        chunk.append(record)
        if len(chunk) == _CHUNK:
            yield from _with_names(store, chunk, columns, lang)
            chunk = []
    yield from _with_names(store, chunk, columns, lang)


def _with_names(store: QuadStore, chunk: list[Record], columns: tuple[str, ...], lang: str) -> Iterator[Record]:
    things = {value for record in chunk for column in columns if (value := record[column])}
    names = labels_of(store, things, lang)
    for record in chunk:
        for column in columns:
            value = record[column]
            record[f"{column}Label"] = names.get(value) or short_iri(value) if value else None
        if "valueThing" in record:
            record["valueLabel"] = record["valueThingLabel"] or record["value"]
        yield record
