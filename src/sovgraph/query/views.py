"""Parts of the graph to look at, as rows of two things and the property between them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sovgraph.errors import QueryError
from sovgraph.query.catalog import catalog
from sovgraph.query.model import StoredQuery
from sovgraph.query.running import run_query
from sovgraph.store import QuadStore

_PREFIX = "view-"


class ViewRow(NamedTuple):
    """What is absent is "". `via` is the thing that makes the link (a question, a membership), `date` its day."""

    source: str
    source_label: str
    source_kind: str
    property: str
    target: str
    target_label: str
    target_kind: str
    via: str = ""
    via_label: str = ""
    date: str = ""


_COLUMNS = (
    *("source", "sourceLabel", "sourceKind", "property", "target", "targetLabel", "targetKind"),
    *("via", "viaLabel", "date"),
)


def view_names() -> tuple[str, ...]:
    """Names of the views: entities, correspondence, questions …"""
    return tuple(q.name.removeprefix(_PREFIX) for q in catalog().internal if q.name.startswith(_PREFIX))


def view_query(view: str) -> StoredQuery:
    """The query of a view, with its parameters. Raises QueryError for a view that doesn't exist."""
    if view not in view_names():
        raise QueryError(f"no view '{view}'; known: {', '.join(view_names())}")
    return catalog().get_internal(_PREFIX + view)


def view_rows(
    store: QuadStore, view: str, params: Mapping[str, str] | None = None, *, lang: str = "nl"
) -> Iterator[ViewRow]:
    """The rows of a view. Raises QueryError: no such view, or a parameter that it lacks or doesn't have."""
    for row in run_query(store, view_query(view), params, lang=lang).values():
        yield ViewRow(*(row.get(column) or "" for column in _COLUMNS))
