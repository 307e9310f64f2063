"""The types of stored queries and their results."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sovgraph.store.terms import Cell, Row

ParamType = Literal["iri", "paper", "person", "string", "date", "integer"]
PARAM_TYPES: tuple[ParamType, ...] = ("iri", "paper", "person", "string", "date", "integer")
"""`paper` and `person` are IRIs that may also be given as a number ("32 317, QC") or a name ("Van Hattem")."""

COMPETENCY_QUESTIONS = 40
"""How many questions the store must be able to answer; `queries/competency.tsv` has their words."""


@dataclass(frozen=True, slots=True)
class Param:
    """A value that the asker may or must give. Optional when the file's own value is UNDEF (no restriction), and
    for `lang`, which follows the language of the asker. `values_from`: the query that gives the values to choose
    from, in its first column, each with a name (see `query.choices`); empty: none does."""

    name: str
    type: ParamType
    example: str
    description_nl: str
    description_en: str
    required: bool
    values_from: str = ""

    def description(self, lang: str) -> str:
        return self.description_en if lang == "en" else self.description_nl


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """One .rq file. `columns` are fixed: scripts rely on them. `labels` are the columns with IRIs for which the
    runner adds a column `<name>Label` after the fixed ones. `sort`: columns, also of labels, by which the runner
    orders the rows ("-role": backwards), where an order by IRI would mean nothing to a reader. `expected_rows` is
    the number of rows on the example dossier. `answers`: the numbers of the competency questions that it answers."""

    name: str
    title_nl: str
    title_en: str
    description_nl: str
    description_en: str
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    labels: tuple[str, ...]
    expected_rows: int
    tags: tuple[str, ...]
    text: str
    sort: tuple[str, ...] = ()
    answers: tuple[int, ...] = ()
    internal: bool = False

    def title(self, lang: str) -> str:
        return self.title_en if lang == "en" else self.title_nl

    def description(self, lang: str) -> str:
        return self.description_en if lang == "en" else self.description_nl

    @property
    def examples(self) -> dict[str, str]:
        """A working value for each parameter."""
        return {p.name: p.example for p in self.params if p.name != "lang"}


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of typed cells; None is an unbound cell."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def column(self, name: str) -> tuple[Cell | None, ...]:
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def values(self) -> list[dict[str, str | None]]:
        """Rows as dictionaries of plain text."""
        return [
            {c: None if cell is None else cell.value for c, cell in zip(self.columns, row, strict=True)}
            for row in self.rows
        ]

    def to_pandas(self) -> Any:
        """A pandas DataFrame, dates as dates and whole numbers as such. Raises ConfigError without pandas."""
        from sovgraph.store.frames import to_pandas

        return to_pandas(self.columns, self.rows)

    def to_polars(self) -> Any:
        """A polars DataFrame, dates as dates and whole numbers as such. Raises ConfigError without polars."""
        from sovgraph.store.frames import to_polars

        return to_polars(self.columns, self.rows)

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from sovgraph.store.html import table_html

        return table_html(self.columns, self.rows)
