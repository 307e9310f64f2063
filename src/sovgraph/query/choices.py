"""What a reader can choose from for a parameter of a stored query, as the store has it."""

from dataclasses import dataclass

from sovgraph.query.catalog import catalog
from sovgraph.query.model import Param, Result
from sovgraph.query.running import run_query
from sovgraph.store import QuadStore


@dataclass(frozen=True, slots=True)
class Choice:
    """A value for a parameter, and its name for people (the value itself where it has none)."""

    value: str
    label: str


def choices(store: QuadStore, param: Param, *, lang: str = "nl") -> tuple[Choice, ...]:
    """All values of the query that feeds the parameter, each once, in its order; nothing when none does."""
    if not param.values_from:
        return ()
    return _choices(run_query(store, catalog().any(param.values_from), lang=lang))


def _choices(result: Result) -> tuple[Choice, ...]:
    """The first column is the value; its name is in the column `label`, or in the first column of names."""
    names = [c for c in result.columns if c == "label" or c.endswith("Label")]
    labels = result.column(names[0]) if names else result.column(result.columns[0])
    found: dict[str, Choice] = {}
    for value, label in zip(result.column(result.columns[0]), labels, strict=True):
        if value is not None:
            found.setdefault(value.value, Choice(value.value, label.value if label else value.value))
    return tuple(found.values())
