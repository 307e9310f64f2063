"""From a row to its sentence: the words that its facts rest on, inside the sentence that holds them."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from sovgraph import vocab as v
from sovgraph.errors import ResourceError
from sovgraph.graph.base import sentences_of
from sovgraph.graph.places import pdf_page
from sovgraph.identifiers import parse_id, web_address
from sovgraph.model import Span
from sovgraph.query import ask_about, labels_of, run_internal
from sovgraph.report.conditions import Record
from sovgraph.report.model import Source
from sovgraph.store import Cell, QuadStore, paper_of

LONGEST = 420
"""A longer sentence is shown around its words."""
_PAPER = re.compile(r".*/id/(kst|stuk)/([^/]+)")
_Key = tuple[str, str, str]
_Quote = tuple[str, int, int, str]


class Known(Protocol):
    """Keeps names, texts and their sentences, for who makes many reports of one store."""

    def labels(self, things: Iterable[str], lang: str) -> dict[str, str]: ...
    def text(self, graph: str) -> str: ...
    def sentences(self, graph: str) -> tuple[Span, ...]: ...


class Sources:
    """Finds sentences in one store; quotes and texts are read once."""

    def __init__(self, store: QuadStore, lang: str, known: Known | None = None) -> None:
        self._store, self._lang, self._known = store, lang, known
        self._quotes: dict[_Key, list[_Quote]] = {}
        self._texts: dict[str, tuple[str, tuple[Span, ...]]] = {}
        self._labels: dict[str, str] = {}

    def prepare(self, evidence: Iterable[str], records: Iterable[Record]) -> None:
        """Reads the quotes that a section will need, a few hundred things at a time."""
        records = list(records)
        wanted: dict[tuple[str, str], set[str]] = {}
        for side, prop, column in (spec for entry in evidence for spec in _specs(entry) if spec[0] != "place"):
            wanted.setdefault((side, column), set()).add(prop)
        for (side, column), props in wanted.items():
            things = {value.raw for record in records for value in record.get(column, ()) if "://" in value.raw}
            asked = {(thing, side, prop) for thing in things for prop in props} - self._quotes.keys()
            if asked:
                self._read({thing for thing, _, _ in asked}, side, {prop for _, _, prop in asked})

    def of(self, evidence: Iterable[str], record: Record) -> tuple[Source, ...]:
        """A sentence for each entry of `evidence` that has one; the same sentence once."""
        found: list[Source] = []
        for entry in evidence:
            source = next((s for spec in _specs(entry) for s in self._candidates(spec, record)), None)
            same = source and any((s.paper, s.sentence) == (source.paper, source.sentence) for s in found)
            if source and not same:
                found.append(source)
        return tuple(found)

    def paper(self, iri: str) -> tuple[str, str]:
        """Name and official page of a paper."""
        iri = paper_of(iri)
        if iri not in self._labels:
            found = self._known.labels([iri], self._lang) if self._known else labels_of(self._store, [iri], self._lang)
            self._labels[iri] = found.get(iri, iri)
        return self._labels[iri], address_of(iri)

    def _candidates(self, spec: _Key, record: Record) -> Iterator[Source]:
        side, prop, column = spec
        if side == "place":
            yield from self._given(prop, column, record)
            return
        for value in record.get(column, ()):
            quotes = self._quotes.get((value.raw, side, prop), [])
            # A paper's own words before what another says of it; then the longest, which say more than a name.
            for paper, start, end, place in sorted(quotes, key=lambda q: (paper_of(q[0]) != value.raw, q[1] - q[2], q)):
                yield self._source(paper, start, end, place)

    def _given(self, paper: str, start: str, record: Record) -> Iterator[Source]:
        if record.get(paper) and record.get(start):
            first = int(record[start][0].raw)
            end = record.get("end", ())
            yield self._source(record[paper][0].raw, first, int(end[0].raw) if end else first, "")

    def _read(self, things: set[str], side: str, props: set[str]) -> None:
        """One step at a time: an engine that plans facts, places and words together takes seconds."""
        self._quotes.update({(thing, side, prop): [] for thing in things for prop in props})
        name = "report-facts" if side == "subject" else "report-facts-of-value"
        facts = ask_about(self._store, name, property=sorted(props), thing=things)
        spans: dict[str, list[str]] = {}
        for row in ask_about(self._store, "page-places", assertion=(_text(row["assertion"]) for row in facts)):
            spans.setdefault(_text(row["assertion"]), []).append(_text(row["place"]))
        quotes = self._quoted({span for found in spans.values() for span in found})
        for row in facts:
            known = self._quotes[_text(row["thing"]), side, _text(row["property"])]
            for span in spans.get(_text(row["assertion"]), ()):
                known += [quote for quote in quotes.get(span, ()) if quote not in known]

    def _quoted(self, spans: Iterable[str]) -> dict[str, list[_Quote]]:
        """The words of each span that stand in a text, once for each file that has them."""
        words: dict[tuple[str, str], tuple[int, int]] = {}
        places: dict[tuple[str, str], str] = {}
        for row in ask_about(self._store, "page-quotes", place=spans):
            key = (_text(row["place"]), _text(row["paper"]))
            if row["start"] and row["end"]:
                words[key] = (int(row["start"].value), int(row["end"].value))
            elif row["where"]:
                places[key] = min(places.get(key, row["where"].value), row["where"].value)
        found: dict[str, list[_Quote]] = {}
        for (span, paper), (start, end) in sorted(words.items()):
            found.setdefault(span, []).append((paper, start, end, places.get((span, paper), "")))
        return found

    def _source(self, graph: str, start: int, end: int, place: str) -> Source:
        text, sentences = self._text(graph)
        span = next((s for s in sentences if s.start <= start < s.end), Span(start, end))
        first, last = span.start, max(span.end, end)
        if last - first > LONGEST:
            first, last = max(first, start - LONGEST // 3), min(last, max(end, start + LONGEST // 2))
        before, words, after = (_flat(text[a:b]) for a, b in ((first, start), (start, end), (end, last)))
        before = ("…" if first > span.start else "") + before.lstrip()
        after = after.rstrip() + ("…" if last < max(span.end, end) else "")
        label, address = self.paper(graph)
        sentence = before + words + after
        return Source(
            paper_of(graph),
            label,
            address,
            sentence,
            len(before),
            len(before) + len(words),
            self._at(start, end, place),
            start if graph == paper_of(graph) else None,
        )

    def _at(self, start: int, end: int, place: str) -> str:
        page = pdf_page(place)
        if page:
            return f"{'p.' if self._lang == 'en' else 'blz.'} {page}"
        return f"{'characters' if self._lang == 'en' else 'tekens'} {start}–{end}"

    def _text(self, graph: str) -> tuple[str, tuple[Span, ...]]:
        if self._known:
            return self._known.text(graph), self._known.sentences(graph)
        if graph not in self._texts:
            rows = run_internal(self._store, "paper-text", {"paper": graph}).values()
            text = (rows[0]["text"] or "") if rows else ""
            self._texts[graph] = (text, sentences_of(text))
        return self._texts[graph]


def address_of(iri: str) -> str:
    """The page of a paper on the official site, or "" where it has none."""
    found = _PAPER.fullmatch(iri)
    known = parse_id(f"kst-{found[2]}" if found[1] == "kst" else found[2]) if found else None
    return (web_address(known) if known else None) or ""


def _text(cell: Cell | None) -> str:
    return cell.value if cell else ""


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _specs(entry: str) -> tuple[_Key, ...]:
    """ "letter sov:hasDeadline | sov:reminds letter" as (side, property, column), "@ paper start" as a place."""
    found = []
    for part in entry.split("|"):
        words = part.split()
        if len(words) == 3 and words[0] == "@":
            found.append(("place", words[1], words[2]))
        elif len(words) == 2 and ":" in words[0] + words[1]:
            side = "subject" if ":" in words[1] else "object"
            prop, column = (words[1], words[0]) if side == "subject" else (words[0], words[1])
            found.append((side, _expanded(prop), column))
        else:
            raise ResourceError(f"evidence '{part.strip()}' of a report can't be read; see docs/reports.md")
    return tuple(found)


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    known = dict(v.NAMESPACES)
    if prefix not in known:
        raise ResourceError(f"evidence of a report: no prefix '{prefix}'; known: {', '.join(known)}")
    return known[prefix] + local
