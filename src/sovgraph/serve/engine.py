"""Answers one query from a store that is open, in pieces that a limit may cut. Runs in a worker process."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, Protocol, cast

import pyoxigraph as ox

from sovgraph.errors import QueryError
from sovgraph.guard import Scan, look_at, scan_query
from sovgraph.serve.formats import FORMATS, GRAPH, NONE

_RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "n3": ox.RdfFormat.N3,
}
_TOLD = 200
"""Characters of what the parser says; it lists all that could have stood there."""

ROW_ENDS = {"json": b'}},{"', "xml": b"</result><result", "csv": b"\r\n", "tsv": b"\n"}
"""What stands between two rows and never inside one, as a quote is escaped in JSON and a bracket in XML."""


class Refused(Exception):
    """The answer is an error: an HTTP status, a short code and a sentence for the asker."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail


class Sink(Protocol):
    """Takes the answer. `begin` tells the format; both may raise Refused to cut the answer."""

    def begin(self, form: int) -> None: ...

    def write(self, data: bytes) -> int: ...

    def flush(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Ask:
    """A query with its data set by the protocol (None: not given) and the formats that the asker takes."""

    text: str
    solutions: int = 0
    graph: int = 4
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    union: bool = True
    base: str | None = None
    max_rows: int = 0


def answer(store: ox.Store, ask: Ask, prefixes: dict[str, str], sink: Sink) -> None:
    """Writes the answer. Raises Refused."""
    try:
        scan = look_at(ask.text)
    except QueryError as error:
        raise Refused(400, "query-refused", str(error)) from error
    try:
        result = _result(store, ask, scan, prefixes)
        if isinstance(result, ox.QuerySolutions) and scan.star >= 0:
            result = _in_order(store, ask, scan, prefixes, result)
        _write(result, ask, sink)
    except SyntaxError as error:
        raise Refused(400, "query-syntax", f"SPARQL: {_why(error, ask.text)}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise Refused(400, "query-failed", f"SPARQL: could not be evaluated ({error})") from error
    except MemoryError as error:
        raise Refused(500, "query-memory", "SPARQL: the query needs more memory than one query may have") from error


def _why(error: SyntaxError, text: str) -> str:
    """An update is told to be one; else the words of the parser."""
    try:
        scan_query(text)
    except QueryError as refused:
        return str(refused).removeprefix("SPARQL: ")
    told = " ".join(str(error).split())
    return told if len(told) <= _TOLD else f"{told[:_TOLD]}…"


def _result(store: ox.Store, ask: Ask, scan: Scan, prefixes: dict[str, str]) -> Any:
    given = ask.default_graphs is not None or ask.named_graphs is not None
    chosen: dict[str, Any] = {}
    if given:
        chosen = {
            "default_graph": [ox.NamedNode(iri) for iri in ask.default_graphs or ()],
            "named_graphs": [ox.NamedNode(iri) for iri in ask.named_graphs or ()],
        }
    union = ask.union and not given and not scan.has_dataset
    return store.query(ask.text, base_iri=ask.base, prefixes=prefixes, use_default_graph_as_union=union, **chosen)


def _in_order(store: ox.Store, ask: Ask, scan: Scan, prefixes: dict[str, str], result: ox.QuerySolutions) -> Any:
    """All columns, as they come in the query; the engine has them by alphabet."""
    held = {variable.value for variable in result.variables}
    names = [name for name in scan.names if name in held]
    if len(names) != len(held) or names == [variable.value for variable in result.variables]:
        return result
    columns = " ".join(f"?{name}" for name in names)
    text = f"{ask.text[: scan.star]}{columns}{ask.text[scan.star + 1 :]}"
    named = Ask(text, default_graphs=ask.default_graphs, named_graphs=ask.named_graphs, union=ask.union, base=ask.base)
    return _result(store, named, scan, prefixes)


def _write(result: Any, ask: Ask, sink: Sink) -> None:
    form = ask.graph if isinstance(result, ox.QueryTriples) else ask.solutions
    if form == NONE:
        kind = "RDF" if isinstance(result, ox.QueryTriples) else "SPARQL results"
        takes = ", ".join(f.media for f in FORMATS if (f.kind == GRAPH) == isinstance(result, ox.QueryTriples))
        raise Refused(406, "not-acceptable", f"the answer is {kind}; it comes as {takes}")
    sink.begin(form)
    name = FORMATS[form].suffix
    if isinstance(result, ox.QueryTriples):
        ox.serialize(_counted(result, ask.max_rows), _file(sink), _GRAPHS[name])
    else:
        result.serialize(_file(sink), _RESULTS[name])


def _counted(triples: Iterable[ox.Triple], most: int) -> Iterator[ox.Triple]:
    for number, triple in enumerate(triples, start=1):
        if most and number > most:
            raise too_many(most)
        yield triple


def _file(sink: Sink) -> IO[bytes]:
    """The engine only writes and flushes."""
    return cast(IO[bytes], sink)


def too_many(rows: int) -> Refused:
    return Refused(413, "too-many-rows", f"the answer has more than {rows} rows; add LIMIT or ask for less")


def write_graph(store: ox.Store, graph: str | None, form: int, most: int, sink: Sink, *, union: bool) -> None:
    """One graph; None is the default graph, which is all graphs together when `union`. Raises Refused."""
    name = ox.NamedNode(graph) if graph is not None else ox.DefaultGraph()
    pattern = None if graph is None and union else name
    if graph is not None and not store.contains_named_graph(name):
        raise Refused(404, "no-such-graph", f"the store has no graph <{graph}>")
    quads = store.quads_for_pattern(None, None, None, pattern)
    sink.begin(form)
    try:
        ox.serialize(_counted((quad.triple for quad in quads), most), _file(sink), _GRAPHS[FORMATS[form].suffix])
    except (OSError, RuntimeError, ValueError) as error:
        raise Refused(500, "graph-failed", f"the graph can't be written ({error})") from error
