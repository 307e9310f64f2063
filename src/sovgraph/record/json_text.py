"""JSON read strictly: as RFC 8259 has it, with names that stand twice noticed."""

import json
from typing import Any, NoReturn

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.base import MAX_BYTES
from sovgraph.read.decode import decode

MAX_DIGITS = 18
"""A longer number is none that a register has; it is kept as text, which fits no column of numbers."""

Doubled = set[str]
"""Names that stand twice in one object with different values."""


def load_json(source: Source) -> tuple[Any, Doubled]:
    """The value, and the names left out because they stand twice. Raises ReadError for what is no JSON."""
    if len(source.data) > MAX_BYTES:
        raise ReadError(f"{len(source.data)} bytes, more than {MAX_BYTES}; ask for smaller pages", source=source.uri)
    text, _ = decode(source)
    if not text.strip():
        raise ReadError("the file is empty; get it again", source=source.uri)
    doubled: Doubled = set()

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) != len(items):
            _drop_doubled(items, found, doubled)
        return found

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_int=_integer, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ReadError(f"not valid JSON ({error.msg}); get the file again", source=source.uri, place=place) from error
    except _Constant as error:
        raise ReadError(f"not valid JSON ({error} is no number); get the file again", source=source.uri) from error
    except RecursionError as error:
        raise ReadError("nested too deeply; not an answer of the OData service", source=source.uri) from error
    return value, doubled


class _Constant(ValueError):
    """NaN or Infinity, which Python reads and JSON doesn't have."""


def _no_constant(name: str) -> NoReturn:
    raise _Constant(name)


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else digits


def _drop_doubled(items: list[tuple[str, Any]], found: dict[str, Any], doubled: Doubled) -> None:
    """Takes out names that stand twice and don't say the same: which of them holds is anybody's guess."""
    first: dict[str, Any] = {}
    for name, value in items:
        if name in first and first[name] != value:
            doubled.add(name)
            found.pop(name, None)
        first.setdefault(name, value)
