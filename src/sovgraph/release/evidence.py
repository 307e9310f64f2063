"""Facts and mentions with their words, read from the N-Quads file a graph at a time: the engine would walk through
all graphs for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby, islice
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
_QUOTED = (v.OA_exact, v.OA_start, v.OA_end, v.OA_hasSelector, v.OA_hasSource, v.RDF_value)
_READ_BYTES = frozenset(f"<{prop}>".encode() for prop in _READ)
_QUOTE_BYTES = frozenset(f"<{prop}>".encode() for prop in _QUOTED)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a paper with their offsets and their place in the file."""

    paper: str
    words: str
    start: str | None
    end: str | None
    place: str | None


Said = dict[str, list[str]]
"""What is said of one thing: values by property."""


class _Graph:
    """The lines of one graph, of which the quotes are held ready: facts and mentions point to them."""

    def __init__(self, name: str, lines: list[bytes]) -> None:
        self.name = name
        self._lines = lines
        self._words: dict[str, Said] = {}
        self._texts: set[tuple[str, str]] = set()
        for thing, said in self._things(_QUOTE_BYTES):
            if v.OA_hasSelector in said or v.OA_exact in said or v.RDF_value in said:
                self._words[thing] = said

    @property
    def is_large(self) -> bool:
        return len(self._lines) > 100_000

    def _things(self, wanted: frozenset[bytes]) -> Iterator[tuple[str, Said]]:
        """Thing by thing, as the lines are sorted by them."""
        needed = (line for line in self._lines if line.split(b" ", 2)[1] in wanted)
        chunks = iter(lambda: list(islice(needed, _CHUNK)), [])
        quads = chain.from_iterable(ox.parse(b"".join(chunk), ox.RdfFormat.N_QUADS) for chunk in chunks)
        for subject, group in groupby(quads, key=lambda quad: quad.subject):
            said: Said = {}
            thing = str(getattr(subject, "value", ""))
            for quad in group:
                if not isinstance(quad.object, ox.Triple):
                    said.setdefault(quad.predicate.value, []).append(quad.object.value)
                if quad.predicate.value == v.RDF_object and isinstance(quad.object, ox.Literal):
                    self._texts = {(thing, quad.object.value)}
            yield thing, said

    def of_class(self, wanted: str) -> Iterator[tuple[str, Said]]:
        return ((thing, said) for thing, said in self._things(_READ_BYTES) if wanted in said.get(v.RDF_type, ()))

    def states_text(self, fact: str, value: str) -> bool:
        """Whether the value of the fact at hand is a text, which may look like an IRI."""
        return (fact, value) in self._texts

    def quote(self, span: str) -> Quote | None:
        said = self._words.get(span, {})
        paper = _first(said, v.OA_hasSource)
        if paper is None:
            return None
        selectors = [self._words.get(selector, {}) for selector in sorted(said.get(v.OA_hasSelector, ()))]
        words = next((s for s in selectors if v.OA_exact in s), {})
        place = next((_first(s, v.RDF_value) for s in selectors if v.RDF_value in s), None)
        exact = _first(words, v.OA_exact) or ""
        return Quote(paper, exact, _first(words, v.OA_start), _first(words, v.OA_end), place)

    def quotes(self) -> Iterator[tuple[str, Quote]]:
        for span in self._words:
            if (quote := self.quote(span)) is not None:
                yield span, quote


def _graphs(nquads: Path) -> Iterator[_Graph]:
    """Only lines with a property that is needed are kept, as most have another."""
    with unpacked(nquads) as source:
        wanted = (line for line in source if line.split(b" ", 2)[1] in _READ_BYTES)
        for name, lines in groupby(wanted, key=lambda line: line.rsplit(b" ", 2)[1]):
            yield _Graph(name[1:-1].decode(), list(lines))


def read_quotes(graph: str, nquads: bytes) -> list[Quote]:
    """The quotes of one graph; its lines are sorted."""
    return [quote for _, quote in _Graph(graph, nquads.splitlines(keepends=True)).quotes()]


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


def _mention(mention: str, said: Said, quote: Quote, thing: str | None) -> Record:
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
    """In the order of the paper; those of a very large graph, which are conclusions, in that of their IRIs."""
    elsewhere = _quotes_elsewhere(nquads)
    for graph in _graphs(nquads):
        if graph.is_large:
            yield from _facts_of(graph, elsewhere)
        else:
            yield from sorted(_facts_of(graph, elsewhere), key=_place)


def _facts_of(graph: _Graph, elsewhere: dict[str, Quote]) -> Iterator[Record]:
    for fact, said in graph.of_class(v.Assertion):
        spans = said.get(v.PROV_wasDerivedFrom, ())
        quotes: list[Quote | None] = []
        quotes += [quote for span in spans if (quote := graph.quote(span) or elsewhere.get(span)) is not None]
        found = [_fact(graph, fact, said, quote) for quote in quotes or [None]]
        yield from sorted(found, key=_place)


def _place(record: Record) -> tuple[str | int, ...]:
    start, end = int(record["start"] or 0), int(record["end"] or 0)
    return (record["paper"] or "", start, end, *map(str, record.values()))


def _quotes_elsewhere(nquads: Path) -> dict[str, Quote]:
    """Quotes that facts of other graphs rest on, such as those that a rule drew."""
    wanted: set[str] = set()
    for graph in _graphs(nquads):
        for _, said in graph.of_class(v.Assertion):
            wanted.update(span for span in said.get(v.PROV_wasDerivedFrom, ()) if graph.quote(span) is None)
    if not wanted:
        return {}
    return {span: quote for graph in _graphs(nquads) for span, quote in graph.quotes() if span in wanted}


def _fact(graph: _Graph, fact: str, said: Said, quote: Quote | None) -> Record:
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


def _first(said: Said, prop: str) -> str | None:
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
