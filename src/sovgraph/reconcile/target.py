"""The register that is asked: its queries, and what its positions, types and numbers mean. All of it is data."""

from dataclasses import dataclass
from functools import cache

from sovgraph.errors import ConfigError
from sovgraph.query.binding import fill
from sovgraph.query.catalog import Catalog, load_catalog
from sovgraph.reconcile.model import Kind
from sovgraph.resources import folder, read_tsv
from sovgraph.store import Cell


@dataclass(frozen=True)
class Target:
    """`rows` are the lines of targets.tsv: what, key, value."""

    name: str
    queries: Catalog
    rows: tuple[tuple[str, str, str], ...]

    def values(self, what: str, key: str = "") -> tuple[str, ...]:
        return tuple(value for kind, name, value in self.rows if kind == what and key in ("", name))

    def keys(self, what: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for kind, name, _ in self.rows if kind == what))

    def text(self, query: str, **values: list[Cell]) -> str:
        """A query with its parameters bound as terms, without its header."""
        lines = fill(self.queries.get(query), values).splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith("#+")).lstrip("\n")

    def body(self, position: str, names: tuple[str, ...]) -> str:
        """ "tk", "ek" or "kabinet" of a position: by its item, else by the words of its name."""
        for kind, key, value in self.rows:
            if kind == "position" and value == position:
                return key
        said = " ".join(names).casefold()
        return next((k for kind, k, value in self.rows if kind == "body_word" and value in said), "")

    def fits(self, kind: Kind, types: tuple[str, ...]) -> bool:
        said = " ".join(types).casefold()
        return any(word in said for word in self.values("type_word", kind.value))

    def address(self, scheme: str, number: str) -> str:
        """The address of a number in a further register; empty if it isn't known how that writes them."""
        forms = self.values("formatter", scheme)
        return forms[0].format(number) if forms and number.replace("-", "").isalnum() and number.isascii() else ""


@cache
def load_target(name: str = "wikidata") -> Target:
    """The folder of queries/reconcile/. Raises ConfigError with the known names."""
    base = folder("queries") / "reconcile"
    known = sorted(p.name for p in base.iterdir() if (p / "targets.tsv").is_file())
    if name not in known:
        raise ConfigError(f"no register '{name}' to reconcile with; known: {', '.join(known)}")
    rows = tuple((row["what"], row["key"], row["value"]) for row in read_tsv(base / name / "targets.tsv"))
    return Target(name, load_catalog(base / name), rows)
