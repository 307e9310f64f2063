"""What tables a release has, from `tables.toml`: checked when read, so that a wrong line is found at once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from sovgraph.errors import ResourceError
from sovgraph.query import catalog
from sovgraph.query.model import StoredQuery

KINDS: Final = ("text", "code", "sentence", "iri", "date", "integer")
SEPARATOR: Final = "; "
"""Between the values of a cell that has several."""

_FILE = Path(__file__).with_name("tables.toml")
_KEYS = {"name", "source", "nl", "en", "sheet", "key", "merge", "columns", "refers", "sort", "about_nl", "about_en"}


@dataclass(frozen=True, slots=True)
class Column:
    """`is_list`: a cell may have several values."""

    name: str
    kind: str
    nl: str
    en: str
    is_list: bool = False

    @property
    def thing(self) -> str:
        """The column with the IRI of what this one names; "" for other columns."""
        return self.name.removesuffix("Label") if self.name.endswith("Label") else ""


@dataclass(frozen=True, slots=True)
class Table:
    """`refers`: column, table and column there. `sort`: columns that rows are sorted by."""

    name: str
    source: str
    nl: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    refers: tuple[tuple[str, str, str], ...] = ()
    is_sheet: bool = False
    sort: tuple[str, ...] = ()
    about_nl: str = ""
    about_en: str = ""

    def about(self, lang: str) -> str:
        """What the table holds: the words of its query, or its own."""
        if self.query is not None:
            return self.query.description(lang)
        return self.about_en if lang == "en" else self.about_nl

    @property
    def query(self) -> StoredQuery | None:
        """The stored query behind the table; None where it is read graph by graph."""
        return None if self.source.startswith("@") else stored(self.source)

    def place(self, name: str) -> int:
        return next(i for i, column in enumerate(self.columns) if column.name == name)


def stored(name: str) -> StoredQuery:
    known = {q.name: q for q in (*catalog().queries, *catalog().internal)}
    if name not in known:
        raise ResourceError(f"{_FILE}: no stored query '{name}'")
    return known[name]


@cache
def tables() -> tuple[Table, ...]:
    """All tables, in the order of the file."""
    found = tuple(read_table(entry) for entry in tomllib.loads(_FILE.read_text(encoding="utf-8"))["table"])
    names = [table.name for table in found]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ResourceError(f"{_FILE}: table '{min(twice)}' stands there twice")
    return found


def read_table(entry: dict[str, Any]) -> Table:
    """One entry of the file. Raises ResourceError for what is unknown or isn't so."""
    name = entry.get("name", "?")
    unknown = set(entry) - _KEYS
    if unknown:
        raise ResourceError(f"{_FILE}: table '{name}': unknown key '{min(unknown)}'; known: {', '.join(sorted(_KEYS))}")
    merge = tuple(entry.get("merge", ()))
    columns = tuple(_column(name, line, merge) for line in entry["columns"].splitlines() if line.strip())
    held = {column.name for column in columns}
    refers = tuple((mine, *theirs.split(".")) for mine, theirs in entry.get("refers", {}).items())
    key, sort = tuple(entry.get("key", ())), tuple(entry.get("sort", ()))
    for wanted in (*key, *sort, *(mine for mine, *_ in refers)):
        if wanted not in held:
            raise ResourceError(f"{_FILE}: table '{name}': '{wanted}' is not one of its columns")
    table = Table(
        name, entry["source"], entry["nl"], entry["en"], columns, key, refers, entry["sheet"], sort,
        entry.get("about_nl", ""), entry.get("about_en", ""),
    )  # fmt: skip
    if table.query is not None:
        _check_columns(table, merge, table.query)
    return table


def _check_columns(table: Table, merge: tuple[str, ...], query: StoredQuery) -> None:
    offered = {*query.columns, *(f"{label}Label" for label in query.labels)}
    for wanted in (*(column.name for column in table.columns), *merge):
        if wanted not in offered:
            raise ResourceError(f"{_FILE}: table '{table.name}': query {query.name} has no column '{wanted}'")
    for column in table.columns:
        if column.name in query.labels and column.kind != "iri":
            raise ResourceError(
                f"{_FILE}: table '{table.name}': '{column.name}' holds IRIs; make it iri, or take '{column.name}Label'"
            )


def _column(table: str, line: str, merge: tuple[str, ...]) -> Column:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 4 or not all(parts) or parts[1] not in KINDS:
        raise ResourceError(f"{_FILE}: table '{table}': '{line}'; expected: name | {'/'.join(KINDS)} | nl | en")
    name, kind, nl, en = parts
    return Column(name, kind, nl, en, name in merge)
