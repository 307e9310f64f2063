"""The stored queries that the package ships, by name."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from sovgraph.errors import QueryError, ResourceError
from sovgraph.query.header import parse_query
from sovgraph.query.model import StoredQuery
from sovgraph.resources import folder


@dataclass(frozen=True, slots=True)
class Catalog:
    """`queries` are for everyone, `internal` for the program itself; both sorted by name."""

    queries: tuple[StoredQuery, ...]
    internal: tuple[StoredQuery, ...]

    def names(self) -> tuple[str, ...]:
        return tuple(q.name for q in self.queries)

    def get(self, name: str) -> StoredQuery:
        """Raises QueryError with the nearest names."""
        for query in self.queries:
            if query.name == name:
                return query
        near = get_close_matches(name, self.names(), n=3, cutoff=0.4)
        hint = f"did you mean {', '.join(near)}?" if near else "list them with: sovgraph query list"
        raise QueryError(f"no stored query '{name}'; {hint}")

    def any(self, name: str) -> StoredQuery:
        """A query of either sort. Raises QueryError."""
        return self.get(name) if name in self.names() else self.get_internal(name)

    def get_internal(self, name: str) -> StoredQuery:
        for query in self.internal:
            if query.name == name:
                return query
        raise QueryError(f"no internal query '{name}'; known: {', '.join(q.name for q in self.internal)}")


def load_catalog(path: Path) -> Catalog:
    """All queries below a folder. Raises ResourceError for the first that is malformed."""
    public = _load(path, internal=False)
    internal = _load(path / "internal", internal=True)
    twice = {q.name for q in public} & {q.name for q in internal}
    if twice:
        raise ResourceError(f"{path}: '{min(twice)}' is both a query and an internal query; rename one")
    _check_choices(public, internal)
    return Catalog(public, internal)


def _check_choices(public: tuple[StoredQuery, ...], internal: tuple[StoredQuery, ...]) -> None:
    """Each query that feeds a parameter exists and can be asked without parameters."""
    free = {q.name for q in (*public, *internal) if not any(p.required for p in q.params)}
    for query in (*public, *internal):
        for param in query.params:
            if param.values_from and param.values_from not in free:
                raise ResourceError(
                    f"{query.name}: values_from '{param.values_from}' of parameter '{param.name}' is no query that "
                    "can be asked without parameters; name one"
                )


def _load(path: Path, *, internal: bool) -> tuple[StoredQuery, ...]:
    files = sorted(path.glob("*.rq"), key=lambda p: p.stem)
    return tuple(parse_query(p.stem, p.read_text(encoding="utf-8"), str(p), internal=internal) for p in files)


@cache
def catalog() -> Catalog:
    """The catalog of this installation; read once."""
    return load_catalog(folder("queries"))
