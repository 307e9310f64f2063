"""Parts of the graph to look at, as rows of two things and the property between them."""

from collections.abc import Iterator

from sovgraph.errors import QueryError
from sovgraph.query.catalog import catalog
from sovgraph.query.running import run_internal
from sovgraph.store import QuadStore

_PREFIX = "view-"
ViewRow = tuple[str, str, str, str, str, str, str]


def view_names() -> tuple[str, ...]:
    """Names of the views: entities, correspondence, questions …"""
    return tuple(q.name.removeprefix(_PREFIX) for q in catalog().internal if q.name.startswith(_PREFIX))


def view_rows(store: QuadStore, view: str, *, lang: str = "nl") -> Iterator[ViewRow]:
    """Rows (source, its label, its kind, property, target, its label, its kind); what is absent is "".

    Raises QueryError for a view that doesn't exist.
    """
    if view not in view_names():
        raise QueryError(f"no view '{view}'; known: {', '.join(view_names())}")
    order = ("source", "sourceLabel", "sourceKind", "property", "target", "targetLabel", "targetKind")
    for row in run_internal(store, _PREFIX + view, lang=lang).values():
        source, source_label, source_kind, prop, target, target_label, target_kind = (row[c] or "" for c in order)
        yield source, source_label, source_kind, prop, target, target_label, target_kind
