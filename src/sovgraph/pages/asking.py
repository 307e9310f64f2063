"""What pages ask of a store: rows of stored queries, names and classes of things; asked once, kept for a while."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

from sovgraph import vocab as v
from sovgraph.graph.base import sentences_of
from sovgraph.model import Span
from sovgraph.query import Result, ask_about, catalog, labels_of, run_query
from sovgraph.store import Cell, QuadStore

_NAMES = 50_000
_TEXTS = 48
T = TypeVar("T")


class Kept(Generic[T]):
    """A dictionary for several threads that forgets what wasn't asked for longest."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._items: OrderedDict[tuple[str, str], T] = OrderedDict()
        self._lock = Lock()

    def fill(self, wanted: Iterable[str], kind: str, ask: Callable[[list[str]], Mapping[str, T]]) -> dict[str, T]:
        """A value for each of `wanted` that has one; `ask` gives those that aren't known yet."""
        with self._lock:
            known = {name: self._items.get((name, kind)) for name in dict.fromkeys(wanted)}
        found = ask([name for name, value in known.items() if value is None])
        items = {name: value for name, old in known.items() if (value := found.get(name, old)) is not None}
        with self._lock:
            for name, value in items.items():
                self._items[name, kind] = value
                self._items.move_to_end((name, kind))
            while len(self._items) > self._size:
                self._items.popitem(last=False)
        return items


class Asker:
    """Asks one store, which nobody writes to meanwhile."""

    def __init__(self, store: QuadStore) -> None:
        self.store = store
        self._labels: Kept[str] = Kept(_NAMES)
        self._classes: Kept[tuple[str, ...]] = Kept(_NAMES)
        self._texts: Kept[str] = Kept(_TEXTS)
        self._sentences: Kept[tuple[Span, ...]] = Kept(_TEXTS)
        self._sessions: dict[str, str] | None = None

    def rows(self, name: str, **given: Iterable[str]) -> list[dict[str, Cell | None]]:
        """Rows of an internal query; each parameter is filled with IRIs, a few hundred at a time for the last."""
        return ask_about(self.store, name, **given)

    def rows_of(self, name: str) -> list[dict[str, Cell | None]]:
        """Rows of an internal query without parameters."""
        result = run_query(self.store, catalog().get_internal(name))
        return [dict(zip(result.columns, row, strict=True)) for row in result.rows]

    def run(self, name: str, params: Mapping[str, str], lang: str, most: int | None = None) -> Result:
        """Rows of a stored query with names, at most `most`; the names come from what is known already."""
        return run_query(self.store, catalog().get(name), params, lang=lang, names=self.labels, most=most)

    def labels(self, things: Iterable[str], lang: str) -> dict[str, str]:
        """A name for each thing that has one."""
        found = self._labels.fill(things, lang, lambda new: dict.fromkeys(new, "") | labels_of(self.store, new, lang))
        return {thing: name for thing, name in found.items() if name}

    def classes(self, things: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The classes of each thing, in order; none for what the store only knows as a value."""

        def ask(new: list[str]) -> dict[str, tuple[str, ...]]:
            found: dict[str, tuple[str, ...]] = dict.fromkeys(new, ())
            for row in self.rows("page-types", thing=new):
                thing, name = row["thing"], row["class"]
                if thing and name:
                    found[thing.value] = (*found[thing.value], name.value)
            return found

        return self._classes.fill(things, "", ask)

    def session(self, paper: str) -> str:
        """The session year of a paper; "" where none or more than one is told."""
        if self._sessions is None:
            years: dict[str, set[str]] = {}
            for row in self.rows("page-values", property=[v.sessionYear]):
                if row["thing"] and row["value"]:
                    years.setdefault(row["thing"].value, set()).add(row["value"].value)
            self._sessions = {thing: year for thing, (year, *others) in years.items() if not others}
        return self._sessions.get(paper, "")

    def text(self, graph: str) -> str:
        """The text that the offsets of a paper, or of another file of it, count in."""

        def ask(new: list[str]) -> dict[str, str]:
            found = dict.fromkeys(new, "")
            for row in self.rows("paper-text", paper=new):
                if row["paper"] and row["text"]:
                    found[row["paper"].value] = row["text"].value
            return found

        return self._texts.fill([graph], "", ask).get(graph, "")

    def sentences(self, graph: str) -> tuple[Span, ...]:
        """The sentences of such a text."""
        found = self._sentences.fill([graph], "", lambda new: {name: sentences_of(self.text(name)) for name in new})
        return found.get(graph, ())
