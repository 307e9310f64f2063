"""Brings spans from the offsets of the composed text back to those of the document."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sovgraph.model import Issue, Span

T = TypeVar("T")


def remap(value: T, starts: tuple[int, ...] | None) -> T:
    """The same value with every span in it moved; as it is when the offsets are equal."""
    return value if starts is None else _moved(value, starts)


def _moved(value: Any, starts: tuple[int, ...]) -> Any:
    if isinstance(value, Span):
        return Span(starts[value.start], starts[value.end])
    if isinstance(value, Issue) and value.start is not None and value.end is not None:
        return replace(value, start=starts[value.start], end=starts[value.end])
    if isinstance(value, tuple):
        return tuple(_moved(item, starts) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _moved(getattr(value, f.name), starts) for f in fields(value)})
    return value
