"""From a store to a view with all that a picture or file shows: rows, facts, evidence, limits."""

from collections.abc import Mapping
from dataclasses import replace

from sovgraph.errors import QueryError
from sovgraph.export.ego import ego_view
from sovgraph.export.facts import with_all
from sovgraph.export.view import GraphView, make_view
from sovgraph.query import labels_of, view_query, view_rows
from sovgraph.query.finding import FINDERS
from sovgraph.store import QuadStore

PICTURE_LIMIT = 3000
"""Things that a picture may have before it is refused: more is a hairball. A file may have any number."""


def picture_view(
    store: QuadStore,
    name: str,
    params: Mapping[str, str] | None = None,
    *,
    lang: str = "nl",
    hops: int = 1,
    limit: int | None = None,
) -> GraphView:
    """A view with facts and evidence.

    Raises QueryError: no such view, a parameter missing, nothing found, or more than `limit` things.
    """
    query = view_query(name)
    given = {key: value for key, value in (params or {}).items() if value}
    for param in query.params:
        if param.name in given and param.type in FINDERS and "://" not in given[param.name]:
            given[param.name] = FINDERS[param.type](store, given[param.name])
    if name == "ego" and "thing" in given:
        view = ego_view(store, given["thing"], hops=hops, lang=lang)
    else:
        view = make_view(name, view_rows(store, name, given, lang=lang), lang=lang)
        view = replace(view, about=_about(store, given, lang), centre=given.get("thing", ""))
    if limit is not None and len(view.nodes) > limit:
        refuse(view, limit)
    return with_all(store, view)


def refuse(view: GraphView, limit: int) -> None:
    """Raises QueryError with what to do instead."""
    raise QueryError(
        f"the picture '{view.name}' would have {len(view.nodes)} things, more than {limit}; choose a part of it "
        "(--dossier, --country, --thing), another view, a file format such as gexf, or a higher --limit"
    )


def _about(store: QuadStore, given: Mapping[str, str], lang: str) -> str:
    """What the view is restricted to, in words: "dossier 32317", the name of a motion."""
    words = []
    for key, value in sorted(given.items()):
        if key == "thing":
            words.append(labels_of(store, [value], lang).get(value, value))
        elif key != "lang":
            words.append(f"dossier {value}" if key == "dossier" else value)
    return ", ".join(words)
