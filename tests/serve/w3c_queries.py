"""Runs the W3C tests of SPARQL 1.1 queries and updates through the code that answers them in a worker process."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node
from tests.serve.w3c import BASE

from sovgraph.serve.changing import change
from sovgraph.serve.engine import Ask, Refused, answer
from sovgraph.serve.formats import FORMATS
from sovgraph.store.ledger import LEDGER_GRAPH

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")

OTHERS = ("entailment", "protocol", "graph-store-protocol", "http-rdf-update", "service", "service-description")
"""Folders for what is no query of a store: inference, HTTP, other endpoints."""

_PLACES = {form.suffix: place for place, form in enumerate(FORMATS)}
_RESULTS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
_RDF = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}


@dataclass(frozen=True, slots=True)
class Sink:
    """Keeps the answer."""

    parts: list[bytes]

    def begin(self, form: int) -> None:
        self.parts.clear()

    def write(self, data: bytes) -> int:
        self.parts.append(data)
        return len(data)

    def flush(self) -> None:
        return


@dataclass(frozen=True, slots=True)
class Trial:
    """One entry of a manifest in `folder`."""

    name: str
    kind: str
    manifest: Graph
    node: Node
    root: Path

    def file(self, node: Node | None) -> Path:
        return self.root / str(node).removeprefix(BASE)

    def run(self) -> bool:
        """Whether it passes."""
        action = self.manifest.value(self.node, MF.action)
        assert action is not None
        if "Syntax" in self.kind:
            return self._parses(self.file(action)) == ("Positive" in self.kind)
        try:
            return self._updates(action) if self.kind == "UpdateEvaluationTest" else self._answers(action)
        except Refused:
            return False

    def _parses(self, path: Path) -> bool:
        """Refused for SERVICE or LOAD is no fault of syntax, so a good text passes; a bad one must be refused."""
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        try:
            if "Update" in self.kind:
                change(ox.Store(), _update(text, path, self.root), {}, Sink([]))
            else:
                answer(ox.Store(), Ask(text, union=False, base=_iri(path, self.root)), {}, Sink([]))
        except Refused as error:
            return error.code not in ("query-syntax", "update-syntax") and "Positive" in self.kind
        except UnicodeEncodeError:
            return False
        return True

    def _answers(self, action: Node) -> bool:
        store = self._store(action, QT.data, QT.graphData)
        query = self.file(self.manifest.value(action, QT.query))
        result = self.file(self.manifest.value(self.node, MF.result))
        suffix = result.suffix.removeprefix(".")
        form = _PLACES["csv" if suffix == "csv" else "json"]
        sink = Sink([])
        text = query.read_text(encoding="utf-8")
        answer(store, Ask(text, form, _PLACES["nt"], union=False, base=_iri(query, self.root)), {}, sink)
        return _same(b"".join(sink.parts), form, result, _iri(result, self.root))

    def _updates(self, action: Node) -> bool:
        store = self._store(action, UT.data, UT.graphData)
        path = self.file(self.manifest.value(action, UT.request))
        change(store, _update(path.read_text(encoding="utf-8"), path, self.root), {}, Sink([]))
        expected = self._store(self.manifest.value(self.node, MF.result), UT.data, UT.graphData)
        return _canonical(store) == _canonical(expected)

    def _store(self, node: Node | None, data: URIRef, named: URIRef) -> ox.Store:
        store = ox.Store()
        for file in self.manifest.objects(node, data):
            store.load(path=str(self.file(file)), format=_RDF[self.file(file).suffix], base_iri=str(file))
        for entry in self.manifest.objects(node, named):
            label = self.manifest.value(entry, RDFS.label)
            file = self.manifest.value(entry, UT.graph) or entry
            graph = ox.NamedNode(str(label or file))
            store.load(
                path=str(self.file(file)), format=_RDF[self.file(file).suffix], base_iri=str(file), to_graph=graph
            )
        return store


def every_test(root: Path) -> Iterator[Trial]:
    for folder in sorted(p.name for p in root.iterdir() if (p / "manifest.ttl").is_file()):
        if folder in OTHERS:
            continue
        graph = Graph()
        graph.parse(root / folder / "manifest.ttl", format="turtle", publicID=f"{BASE}{folder}/manifest.ttl")
        for entries in graph.objects(None, MF.entries):
            for node in Collection(graph, entries):
                kind = str(graph.value(node, RDF.type)).rpartition("#")[2]
                name = f"{folder}/{str(node).rpartition('#')[2]}"
                yield Trial(name, kind, graph, node, root)


def _update(text: str, path: Path, root: Path) -> dict[str, Any]:
    return {"kind": "update", "text": text, "default": None, "named": None, "base": _iri(path, root)}


def _iri(path: Path, root: Path) -> str:
    return BASE + str(path.relative_to(root))


def _canonical(store: ox.Store) -> set[str]:
    """Quads with blank nodes named by their place; the ledger is the server's own."""
    ledger = ox.NamedNode(LEDGER_GRAPH)
    data = ox.Dataset(quad for quad in store if quad.graph_name != ledger)
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in data}


def _same(found: bytes, form: int, path: Path, base: str) -> bool:
    if path.suffix == ".csv":
        ours, theirs = (list(csv.reader(io.StringIO(text))) for text in (found.decode(), path.read_text("utf-8")))
        return ours[0] == theirs[0] and Counter(map(_unnamed, ours)) == Counter(map(_unnamed, theirs))
    if path.suffix in _RDF:
        graph = Graph().parse(path, publicID=base)
        if (None, RDF.type, RS.ResultSet) not in graph:
            expected, given = ox.Store(), ox.Store()
            expected.load(path=str(path), format=_RDF[path.suffix], base_iri=base)
            given.load(found, ox.RdfFormat.N_TRIPLES)
            return _canonical(given) == _canonical(expected)
        return _rows_of(found) == _canonical_rows(_result_set(graph))
    if path.suffix in _RESULTS:
        result = ox.parse_query_results(path.read_bytes(), _RESULTS[path.suffix])
        if isinstance(result, ox.QueryBoolean):
            return bool(result) == bool(ox.parse_query_results(found, ox.QueryResultsFormat.JSON))
        return _rows_of(found) == _canonical_rows(_bindings(result))
    raise AssertionError(path)


def _unnamed(row: list[str]) -> tuple[str, ...]:
    return tuple("_:" if cell.startswith("_:") else cell for cell in row)


Row = dict[str, ox.NamedNode | ox.BlankNode | ox.Literal]


def _rows_of(found: bytes) -> tuple[frozenset[str], frozenset[str]]:
    result = ox.parse_query_results(found, ox.QueryResultsFormat.JSON)
    assert isinstance(result, ox.QuerySolutions)
    return _canonical_rows(_bindings(result))


def _bindings(result: ox.QuerySolutions) -> tuple[frozenset[str], list[Row]]:
    names = [variable.value for variable in result.variables]
    rows = [{n: row[n] for n in names if row[n] is not None} for row in result]
    return frozenset(names), rows


def _canonical_rows(result: tuple[frozenset[str], list[Row]]) -> tuple[frozenset[str], frozenset[str]]:
    """Rows as a graph, each a blank node with a property for each variable; literals as a store keeps them."""
    store = ox.Store()
    for row in result[1]:
        node = ox.BlankNode()
        store.add(ox.Quad(node, ox.NamedNode("row:is"), ox.Literal(True)))
        for name, term in row.items():
            store.add(ox.Quad(node, ox.NamedNode(f"row:{name}"), term))
    return result[0], frozenset(_canonical(store))


def _result_set(graph: Graph) -> tuple[frozenset[str], list[Row]]:
    root = graph.value(None, RDF.type, RS.ResultSet)
    names = frozenset(str(name) for name in graph.objects(root, RS.resultVariable))
    rows: list[Row] = []
    for solution in graph.objects(root, RS.solution):
        row: Row = {}
        for binding in graph.objects(solution, RS.binding):
            value = graph.value(binding, RS.value)
            assert value is not None
            quads = list(ox.parse(f"<a:a> <a:a> {value.n3()} .", ox.RdfFormat.TURTLE))
            row[str(graph.value(binding, RS.variable))] = quads[0].object
        rows.append(row)
    return names, rows
