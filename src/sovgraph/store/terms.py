"""The answers of a store as plain values, so that no caller depends on the engine behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
SHOWN_LINES: Final = 60
NATIVE: Final = {"http://www.w3.org/2001/XMLSchema#integer", "http://www.w3.org/2001/XMLSchema#boolean"}
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]+")


def is_iri(text: str) -> bool:
    """Whether text from outside is an absolute IRI, which can't leave its angle brackets."""
    return _IRI.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Cell:
    """One RDF term. `kind` is "iri", "literal" or "bnode"; `datatype` is None for plain and language strings."""

    kind: str
    value: str
    datatype: str | None = None
    lang: str | None = None

    def __str__(self) -> str:
        return self.value

    @property
    def ntriples(self) -> str:
        """The term as N-Triples and SPARQL write it."""
        if self.kind == "iri":
            return f"<{self.value}>"
        if self.kind == "bnode":
            return f"_:{self.value}"
        quoted = f'"{escape(self.value)}"'
        if self.lang:
            return f"{quoted}@{self.lang}"
        return f"{quoted}^^<{self.datatype}>" if self.datatype else quoted


Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """Rows of a SELECT, in the order of the engine."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

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


@dataclass(frozen=True, slots=True)
class Triples:
    """Result of a CONSTRUCT or DESCRIBE as sorted N-Triples, each line once."""

    ntriples: bytes

    def __len__(self) -> int:
        return self.ntriples.count(b"\n")

    def _repr_html_(self) -> str:
        """How a notebook shows it: the first lines."""
        from html import escape

        lines = self.ntriples.decode().splitlines()
        more = f"\n… ({len(lines)})" if len(lines) > SHOWN_LINES else ""
        return f"<pre>{escape(chr(10).join(lines[:SHOWN_LINES]) + more)}</pre>"


Answer = Solutions | Triples | bool

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escape(text: str) -> str:
    """Text between the quotes of an N-Triples literal. Control characters are escaped too."""
    if not any(c in _ESCAPES or c < " " or c == "\x7f" for c in text):
        return text
    return "".join(_ESCAPES.get(c) or (f"\\u{ord(c):04X}" if c < " " or c == "\x7f" else c) for c in text)


def cut_text(text: str, limit: int) -> str:
    """The text on one line; a long one is cut at the end of a word."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = flat[: limit - 1]
    return (head if flat[limit - 1] == " " else head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"
