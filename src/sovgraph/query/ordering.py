"""Puts rows in the order that a query asks for: the engine reads each term anew for every comparison, which takes
twenty times as long as the rest of a query about things that thousands of papers name."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sovgraph import vocab as v
from sovgraph.store import Answer, Cell, QuadStore, Solutions
from sovgraph.store.terms import XSD_STRING, Row

MOST: Final = 20_000
"""Of so many rows it is the engine that finds the first few."""

_ORDER = re.compile(r"\nORDER BY((?: (?:\?\w+|DESC\(\?\w+\)))+)\s*\Z")
_KEY = re.compile(r"(DESC\()?\?(\w+)")
_XSD = XSD_STRING.removesuffix("string")
_NUMBERS = frozenset(f"{_XSD}{name}" for name in ("integer", "decimal", "double"))
_Key = tuple[int | float | str, ...]


def ask_in_order(store: QuadStore, text: str, columns: Sequence[str], most: int | None = None) -> Answer:
    """The answer to a query that ends with its order, or has none; at most `most` rows."""
    match = _ORDER.search(text)
    keys = [(name, bool(down)) for down, name in _KEY.findall(match[1])] if match else []
    if match is None or any(name not in columns for name, _ in keys):
        return store.query(text + _limit(most), union=False)
    plain = text[: match.start()] + "\n"
    answer = store.query(plain + _limit(None if most is None else MOST), union=False)
    if not isinstance(answer, Solutions):
        return answer
    if most is not None and len(answer) >= MOST:
        return store.query(text + _limit(most), union=False)
    return Solutions(answer.columns, tuple(in_order(answer.columns, answer.rows, keys)[:most]))


def _limit(most: int | None) -> str:
    return "" if most is None else f"\nLIMIT {most}\n"


def in_order(columns: Sequence[str], rows: Iterable[Row], keys: Iterable[tuple[str, bool]]) -> list[Row]:
    """Rows by the columns of `keys` (True: backwards) as SPARQL orders terms; where these are the same, by all."""
    known: dict[int, _Key] = {}

    def key(cell: Cell | None) -> _Key:
        found = known.get(id(cell))
        if found is None:
            found = known[id(cell)] = _key(cell)
        return found

    ordered = sorted(rows, key=lambda row: [key(cell) for cell in row])
    for name, is_down in reversed(list(keys)):
        place = columns.index(name)
        ordered.sort(key=lambda row, place=place: key(row[place]), reverse=is_down)  # type: ignore[misc]
    return ordered


def _key(cell: Cell | None) -> _Key:
    """Nothing, then blank nodes, IRIs, numbers by value, other literals by text, datatype and language."""
    if cell is None:
        return (0,)
    if cell.kind != "literal":
        return (1 if cell.kind == "bnode" else 2, cell.value)
    if cell.datatype in _NUMBERS and (number := _number(cell.value)) is not None:
        return (3, number, cell.value)
    return (4, cell.value, cell.datatype or (v.RDF_langString if cell.lang else XSD_STRING), cell.lang or "")


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
