"""Runs stored queries and SPARQL of one's own on a store."""

from collections.abc import Iterable, Mapping, Sequence

from sovgraph import vocab as v
from sovgraph.errors import QueryError
from sovgraph.query.binding import bind, check_names, fill, to_term
from sovgraph.query.catalog import catalog
from sovgraph.query.guard import check_query
from sovgraph.query.model import Result, StoredQuery
from sovgraph.store import Answer, Cell, QuadStore, Solutions

_BATCH = 500
_LABELS = (v.SKOS_prefLabel, v.RDFS_label, v.FOAF_name, v.DCTERMS_title)
"""Properties that name a thing, the best first; texts of questions and the like come after these."""


def run(store: QuadStore, name: str, params: Mapping[str, str] | None = None, *, lang: str = "nl") -> Result:
    """Rows of a stored query, with a column `…Label` for each of its columns of IRIs.

    A parameter of type iri also takes the official id of a paper ("kst-32317-QC"). Raises QueryError.
    """
    return run_query(store, catalog().get(name), params, lang=lang)


def run_internal(store: QuadStore, name: str, params: Mapping[str, str] | None = None, *, lang: str = "nl") -> Result:
    """The same for a query of the program itself."""
    return run_query(store, catalog().get_internal(name), params, lang=lang)


def run_query(
    store: QuadStore, query: StoredQuery, params: Mapping[str, str] | None = None, *, lang: str = "nl"
) -> Result:
    given = dict(params or {})
    check_names(query, given)
    if any(p.name == "lang" for p in query.params):
        given.setdefault("lang", lang)
    for param in query.params:
        if param.type == "iri" and param.name in given and ":" not in given[param.name]:
            given[param.name] = find_paper(store, given[param.name])
    answer = store.query(bind(query, given), union=False)
    if not isinstance(answer, Solutions) or answer.columns != query.columns:
        raise QueryError(f"{query.name}: its columns are not those of its header ({', '.join(query.columns)})")
    return _labelled(store, query, answer, lang)


def run_sparql(store: QuadStore, text: str) -> Answer:
    """Answer to a query of one's own; the default graph is the union of all graphs, common prefixes are known.

    Raises QueryError for updates, SERVICE and queries that would overflow the engine.
    """
    check_query(text)
    return store.query(text)


def find_paper(store: QuadStore, identifier: str) -> str:
    """IRI of the paper with an official id ("kst-32317-QC", or without "kst-")."""
    query = catalog().get_internal("paper-by-identifier")
    param = query.params[0]
    names = (identifier, f"kst-{identifier}")
    answer = store.query(fill(query, {param.name: [to_term(param, name) for name in names]}), union=False)
    if not isinstance(answer, Solutions) or not answer.rows or answer.rows[0][0] is None:
        raise QueryError(f"'{identifier}': no paper with this id in the store; give its IRI or another id")
    return answer.rows[0][0].value


def _labelled(store: QuadStore, query: StoredQuery, answer: Solutions, lang: str) -> Result:
    places = [answer.columns.index(name) for name in query.labels]
    things = {row[i].value for row in answer.rows for i in places if _is_iri(row[i])}  # type: ignore[union-attr]
    names = labels_of(store, things, lang)
    columns = (*answer.columns, *(f"{name}Label" for name in query.labels))
    rows = tuple((*row, *(_label(row[i], names) for i in places)) for row in answer.rows)
    return Result(columns, rows)


def _is_iri(cell: Cell | None) -> bool:
    return cell is not None and cell.kind == "iri"


def _label(cell: Cell | None, names: Mapping[str, str]) -> Cell | None:
    if cell is None or cell.kind != "iri" or cell.value not in names:
        return None
    return Cell("literal", names[cell.value])


def labels_of(store: QuadStore, things: Iterable[str], lang: str = "nl") -> dict[str, str]:
    """A name for each thing that has one in the store: in `lang`, else without language, else in another."""
    query = catalog().get_internal("labels")
    wanted = sorted(set(things))
    found: dict[str, list[tuple[int, int, str]]] = {}
    for start in range(0, len(wanted), _BATCH):
        part = [Cell("iri", iri) for iri in wanted[start : start + _BATCH]]
        answer = store.query(fill(query, {"thing": part}), union=False)
        if isinstance(answer, Solutions):
            for row in answer.rows:
                _add_label(found, row, lang)
    return {thing: min(ranked)[2] for thing, ranked in sorted(found.items())}


def _add_label(found: dict[str, list[tuple[int, int, str]]], row: Sequence[Cell | None], lang: str) -> None:
    thing, prop, label = row
    if thing is None or prop is None or label is None:
        return
    kind = _LABELS.index(prop.value) if prop.value in _LABELS else len(_LABELS)
    language = 0 if label.lang == lang else 1 if label.lang is None else 2
    # A name in the wrong language is still better than a long text, so the kind of property counts first.
    found.setdefault(thing.value, []).append((kind, language, label.value))
