"""The store: Oxigraph inside this process, on disk or in memory."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from types import TracebackType
from typing import IO, Self, TypeVar

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.errors import QueryError, StoreError
from sovgraph.store.base import GraphUpdate
from sovgraph.store.ledger import LEDGER_GRAPH, LedgerEntry, check_format, entry_quads, format_quads, read_entries
from sovgraph.store.terms import XSD_STRING, Answer, Cell, Solutions, Triples
from sovgraph.store.update import amendment, entry_update, graph_name, parse_quads, removal, replacement

T = TypeVar("T")

BULK_BYTES = 64 * 1024 * 1024
"""N-Quads handed to the engine in one bulk load: enough to be fast, little enough to fit beside the readers."""

BATCH_BYTES = 8 * 1024 * 1024
"""Of graphs replaced in one transaction: enough to share its cost, little enough to lose when a build is killed."""

_ENGINE_ERRORS = (OSError, RuntimeError, ValueError, SyntaxError)
_LEDGER = ox.NamedNode(LEDGER_GRAPH)
PREFIXES = dict(v.NAMESPACES)


class OxigraphStore:
    """See `QuadStore`. `where` names the store in messages."""

    def __init__(self, engine: ox.Store, where: str, *, read_only: bool = False) -> None:
        self._engine: ox.Store | None = engine
        self.where = where
        self.read_only = read_only
        self._entries: dict[str, LedgerEntry] | None = None
        marks = [q.object.value for q in self._ledger_quads(_LEDGER) if isinstance(q.object, ox.Literal)]
        if check_format(where, marks, len(engine)) and not read_only:
            self._write(lambda store: store.load(format_quads(), ox.RdfFormat.N_QUADS))

    @property
    def engine(self) -> ox.Store:
        if self._engine is None:
            raise StoreError(f"{self.where}: the store was closed; open it again")
        return self._engine

    def replace_graph(self, graph: str, nquads: bytes, entry: LedgerEntry | None = None) -> None:
        quads = parse_quads(graph, nquads)
        text = replacement(graph, quads, _entry(graph, entry))
        self._write(lambda store: store.update(text), {graph: entry})

    def replace_many(self, updates: Iterable[GraphUpdate]) -> int:
        if self._is_empty():
            return self._fill(updates)
        count = size = 0
        new: dict[str, list[ox.Quad]] = {}
        changed: list[str] = []
        known, entries = self._entries, dict[str, LedgerEntry | None]()
        for graph, nquads, entry in updates:
            entries[graph] = entry
            quads, ledger = parse_quads(graph, nquads), _entry(graph, entry)
            if graph not in new and self._is_new(graph):
                new[graph] = [*quads, *ledger]
            else:
                if graph in new:
                    self._add(new)
                changed.append(replacement(graph, quads, ledger))
            count, size = count + 1, size + len(nquads)
            if size >= BATCH_BYTES:
                self._add(new)
                self._update(changed)
                changed, size = [], 0
        self._add(new)
        self._update(changed)
        self._entries = known
        self._write(lambda store: store.flush(), entries)
        return count

    def _add(self, new: dict[str, list[ox.Quad]]) -> None:
        """Graphs that the store doesn't have, in one transaction; less than half the time of an update."""
        if new:
            self._write(lambda store: store.extend(quad for quads in new.values() for quad in quads))
            new.clear()

    def _is_new(self, graph: str) -> bool:
        name = graph_name(graph)
        return not self.engine.contains_named_graph(name) and not any(self._ledger_quads(name))

    def _is_empty(self) -> bool:
        """No graph but the ledger; counting the quads of a big store takes seconds."""
        return not any(name != _LEDGER for name in self._read(lambda store: store.named_graphs()))

    def _update(self, texts: list[str]) -> None:
        if texts:
            self._write(lambda store: store.update(" ;\n".join(texts)))

    def _fill(self, updates: Iterable[GraphUpdate]) -> int:
        """Bulk load; a graph that comes twice would be mixed, so it is refused.

        A bulk load is no transaction. Ledger entries therefore come after it, in one: a fill that was killed
        leaves no graph that looks whole, and the next build writes it again.
        """
        seen: set[str] = set()
        waiting: list[bytes] = []
        entries: list[bytes] = []
        size = 0
        for graph, nquads, entry in updates:
            if graph in seen:
                raise StoreError(f"{graph}: comes twice in one first fill; give each graph once")
            seen.add(graph)
            parse_quads(graph, nquads)
            part = nquads + (b"" if nquads.endswith(b"\n") or not nquads else b"\n")
            waiting.append(part)
            entries.append(entry_quads(_same_graph(graph, entry)) if entry else b"")
            size += len(waiting[-1])
            if size >= BULK_BYTES:
                self._bulk(waiting)
                waiting, size = [], 0
        self._bulk(waiting)
        self._write(lambda store: store.load(b"".join(entries), ox.RdfFormat.N_QUADS))
        self.flush()
        return len(seen)

    def _bulk(self, parts: list[bytes]) -> None:
        data = b"".join(parts)
        if data:
            self._write(lambda store: store.bulk_load(data, ox.RdfFormat.N_QUADS))

    def amend_graph(self, graph: str, removed: bytes, added: bytes) -> None:
        gone, come = parse_quads(graph, removed), parse_quads(graph, added)
        if gone:
            text = amendment(graph, gone, come)
            self._write(lambda store: store.update(text), {})
        elif come:
            self._write(lambda store: store.extend(come), {})

    def note_entry(self, entry: LedgerEntry) -> None:
        text = entry_update(entry.graph, _entry(entry.graph, entry))
        self._write(lambda store: store.update(text), {entry.graph: entry})

    def remove_graph(self, graph: str) -> bool:
        name = graph_name(graph)
        text = removal(graph)
        there = self.engine.contains_named_graph(name) or any(self._ledger_quads(name))
        self._write(lambda store: store.update(text), {graph: None})
        return there

    def graphs(self) -> tuple[str, ...]:
        names = (n.value for n in self._read(lambda store: list(store.named_graphs())) if isinstance(n, ox.NamedNode))
        return tuple(sorted(name for name in names if name != LEDGER_GRAPH))

    def ledger(self) -> dict[str, LedgerEntry]:
        if self._entries is None:
            self._entries = read_entries(
                (q.subject.value, q.predicate.value, q.object.value)
                for q in self._ledger_quads(None)
                if isinstance(q.subject, ox.NamedNode) and isinstance(q.object, ox.Literal)
            )
        return dict(self._entries)

    def _ledger_quads(self, subject: ox.NamedNode | None) -> Iterator[ox.Quad]:
        return iter(self._read(lambda store: list(store.quads_for_pattern(subject, None, None, _LEDGER))))

    def query(self, text: str, *, union: bool = True) -> Answer:
        try:
            result = self.engine.query(text, prefixes=PREFIXES, use_default_graph_as_union=union)
            return _answer(result)
        except SyntaxError as error:
            raise QueryError(f"SPARQL: {error}") from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"SPARQL: could not be evaluated ({error})") from error

    def dump(self, *, ledger: bool = False) -> bytes:
        data = self._read(lambda store: store.dump(format=ox.RdfFormat.N_QUADS)) or b""
        end = f" <{LEDGER_GRAPH}> .".encode()
        return _sorted(line for line in data.split(b"\n") if line and (ledger or not line.endswith(end)))

    def graph_quads(self, graph: str) -> bytes:
        data = BytesIO()
        self.write_triples(graph, data)
        end = f"{graph_name(graph)} .".encode()
        return _sorted(line[:-1] + end for line in data.getvalue().split(b"\n") if line)

    def write_triples(self, graph: str, target: IO[bytes]) -> None:
        name = graph_name(graph)
        self._read(lambda store: store.dump(target, ox.RdfFormat.N_TRIPLES, from_graph=name))

    def flush(self) -> None:
        if not self.read_only:
            self._write(lambda store: store.flush(), {})

    def close(self) -> None:
        if self._engine is not None:
            self.flush()
            self._engine = None

    def __len__(self) -> int:
        return len(self.engine) - sum(1 for _ in self._ledger_quads(None))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, action: Callable[[ox.Store], T]) -> T:
        try:
            return action(self.engine)
        except _ENGINE_ERRORS as error:
            raise StoreError(f"{self.where}: can't be read ({error}); restore a backup or build it again") from error

    def _write(
        self, action: Callable[[ox.Store], object], entries: dict[str, LedgerEntry | None] | None = None
    ) -> None:
        """`entries`: how the ledger changes by graph (None: its entry goes); not given, it is read anew."""
        if self.read_only:
            raise StoreError(f"{self.where}: opened for reading only; open it without read_only to write")
        known, self._entries = self._entries, None
        try:
            action(self.engine)
        except _ENGINE_ERRORS as error:
            raise StoreError(f"{self.where}: refused a write ({error}); nothing of it was stored") from error
        if known is not None and entries is not None:
            changed = {**known, **entries}
            self._entries = {graph: entry for graph in sorted(changed) if (entry := changed[graph]) is not None}


def _same_graph(graph: str, entry: LedgerEntry) -> LedgerEntry:
    if entry.graph != graph:
        raise StoreError(f"{graph}: its ledger entry is about {entry.graph}")
    return entry


def _entry(graph: str, entry: LedgerEntry | None) -> list[ox.Quad]:
    return parse_quads(LEDGER_GRAPH, entry_quads(_same_graph(graph, entry))) if entry else []


def _sorted(lines: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in sorted(set(lines)))


def _answer(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    if isinstance(result, ox.QueryTriples):
        return Triples(_sorted(f"{t.subject} {t.predicate} {t.object} .".encode() for t in result))
    columns = tuple(variable.value for variable in result.variables)
    cache: dict[object, Cell] = {}
    rows = tuple(tuple(None if t is None else _cell(t, cache) for t in solution) for solution in result)
    return Solutions(columns, rows)


def _cell(term: object, cache: dict[object, Cell]) -> Cell:
    """The term as a Cell; the same term gives the same object, as results repeat IRIs a lot."""
    known = cache.get(term)
    if known is None:
        known = cache[term] = cell_of(term)
    return known


def cell_of(term: object) -> Cell:
    """A term of the engine as a plain value. Raises ValueError for a quoted triple."""
    if isinstance(term, ox.NamedNode):
        return Cell("iri", term.value)
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        plain = term.language is not None or datatype == XSD_STRING
        return Cell("literal", term.value, None if plain else datatype, term.language)
    if isinstance(term, ox.BlankNode):
        return Cell("bnode", term.value)
    raise ValueError(f"quoted triple {term} in a result; ask for its parts")
