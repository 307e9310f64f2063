"""Runs stored queries and SPARQL of one's own on a store."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.errors import QueryError
from sovgraph.guard import check_query
from sovgraph.identifiers import cited_as, parse_id
from sovgraph.query.binding import Values, bind, check_names, fill, listed
from sovgraph.query.catalog import catalog
from sovgraph.query.finding import FINDERS
from sovgraph.query.model import Result, StoredQuery
from sovgraph.query.names import english_country, english_name
from sovgraph.query.ordering import ask_in_order
from sovgraph.query.sentences import SENTENCES, code_words, in_language
from sovgraph.resources import folder
from sovgraph.store import Answer, Cell, QuadStore, Solutions

_IRI = re.compile(r"[a-z][a-z0-9+.-]*://|urn:|_:", re.IGNORECASE)
_BATCH = 500
_LABELS = (v.SKOS_prefLabel, v.RDFS_label, v.FOAF_name, v.DCTERMS_title)
"""Properties that name a thing, the best first; texts of questions and the like come after these."""

_REVISION = len(_LABELS) + 1
"""Rank of the mark that a paper is a reprint; it is no name."""
_OTHER = 2
"""Rank of a name in another language than the reader's."""


def run(store: QuadStore, name: str, params: Values | None = None, *, lang: str = "nl") -> Result:
    """Rows of a stored query, with a column `…Label` for each of its columns of IRIs.

    A parameter of type iri also takes the id of a paper ("kst-32317-QC", "32 317, QC") or of anything that the store
    cites ("BWBR0011823", "32008L0115"). A list means: any of these. Raises QueryError.
    """
    return run_query(store, catalog().get(name), params, lang=lang)


def run_internal(store: QuadStore, name: str, params: Values | None = None, *, lang: str = "nl") -> Result:
    """The same for a query of the program itself."""
    return run_query(store, catalog().get_internal(name), params, lang=lang)


Namer = Callable[[Iterable[str], str], Mapping[str, str]]
"""A name for each of some things in a language."""


def run_query(
    store: QuadStore,
    query: StoredQuery,
    params: Values | None = None,
    *,
    lang: str = "nl",
    names: Namer | None = None,
    most: int | None = None,
) -> Result:
    """The same for a query that is at hand; `names` gives the names of things in place of the store, `most` is how
    many rows are read."""
    check_names(query, params or {})
    given = {name: listed(value) for name, value in (params or {}).items()}
    if any(p.name == "lang" for p in query.params):
        given.setdefault("lang", (lang,))
    for param in query.params:
        if param.type in FINDERS and param.name in given:
            find = FINDERS[param.type]
            given[param.name] = tuple(t if _IRI.match(t) else find(store, t) for t in given[param.name])
    answer = ask_in_order(store, bind(query, given), query.columns, most)
    if not isinstance(answer, Solutions) or answer.columns != query.columns:
        raise QueryError(f"{query.name}: its columns are not those of its header ({', '.join(query.columns)})")
    if "lang" in given:
        answer = _told(answer, given["lang"][0])
    return _labelled(query, answer, lang, names or (lambda things, lang: labels_of(store, things, lang)))


def _told(answer: Solutions, lang: str) -> Solutions:
    """A query that is asked in a language gives the program's own sentences in it; those of papers stay."""
    places = [i for i, column in enumerate(answer.columns) if column in SENTENCES]

    def told(cell: Cell | None) -> Cell | None:
        plain = cell is not None and cell.kind == "literal" and cell.lang is None and cell.datatype is None
        return replace(cell, value=in_language(cell.value, lang)) if cell is not None and plain else cell

    rows = tuple(tuple(told(c) if i in places else c for i, c in enumerate(row)) for row in answer.rows)
    return Solutions(answer.columns, rows)


def ask_about(store: QuadStore, name: str, **given: Iterable[str]) -> list[dict[str, Cell | None]]:
    """Rows of an internal query about IRIs, without names; those of the last parameter a few hundred at a time."""
    query = catalog().get_internal(name)
    *first, last = given
    fixed = {param: [Cell("iri", iri) for iri in given[param]] for param in first}
    found: list[dict[str, Cell | None]] = []
    wanted = sorted(set(given[last]))
    for start in range(0, len(wanted), _BATCH):
        part = [Cell("iri", iri) for iri in wanted[start : start + _BATCH]]
        answer = ask_in_order(store, fill(query, {**fixed, last: part}), query.columns)
        if isinstance(answer, Solutions):
            found += [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return found


def run_sparql(store: QuadStore, text: str) -> Answer:
    """Answer to a query of one's own; the default graph is the union of all graphs, common prefixes are known.

    Raises QueryError for updates, SERVICE and queries that would overflow the engine.
    """
    check_query(text)
    return store.query(text)


def _labelled(query: StoredQuery, answer: Solutions, lang: str, namer: Namer) -> Result:
    places = [answer.columns.index(name) for name in query.labels]
    things = {row[i].value for row in answer.rows for i in places if _is_iri(row[i])}  # type: ignore[union-attr]
    names = namer(things, lang)
    columns = (*answer.columns, *(f"{name}Label" for name in query.labels))
    rows = [(*row, *(_label(row[i], names) for i in places)) for row in answer.rows]
    for column in reversed(query.sort):
        place = columns.index(column.removeprefix("-"))
        rows.sort(key=lambda row, place=place: _reading_order(row[place]), reverse=column.startswith("-"))  # type: ignore[misc]
    return Result(columns, tuple(rows))


def _reading_order(cell: Cell | None) -> tuple[bool, str]:
    return cell is None, cell.value.casefold() if cell else ""


def _is_iri(cell: Cell | None) -> bool:
    return cell is not None and cell.kind == "iri"


def _label(cell: Cell | None, names: Mapping[str, str]) -> Cell | None:
    if cell is None or cell.kind != "iri" or cell.value not in names:
        return None
    return Cell("literal", names[cell.value])


def labels_of(store: QuadStore, things: Iterable[str], lang: str = "nl") -> dict[str, str]:
    """A name for each thing that has one in the store: in `lang`, else without language, else in another."""
    wanted = sorted(set(things))
    found: dict[str, list[tuple[int, int, str]]] = {}
    for row in ask_about(store, "labels", thing=wanted):
        _add_label(found, row, lang)
    named = {thing: _named(thing, min(ranked), lang) for thing, ranked in sorted(found.items())}
    named |= _of_others(store, [thing for thing in wanted if thing not in named], lang)
    for thing in wanted:
        name = named.get(thing) or _spelled(thing, lang) or vocabulary_names(lang).get(thing)
        if name:
            named[thing] = name + _reprint(thing, found, lang)
    return named


def _named(thing: str, ranked: tuple[int, int, str], lang: str) -> str:
    """The name itself; what the program called by a Dutch name is called by an English one, words of papers aren't."""
    kind, language, name = ranked
    if lang == "en" and (country := english_country(thing)):
        return country
    is_ours = lang == "en" and language == _OTHER and kind <= _LABELS.index(v.RDFS_label) and not _SAID.search(thing)
    return english_name(name) if is_ours else name


_SAID = re.compile(r"/(?:citaat|toezegging|verzoek|uitspraak)/")
"""What goes by words of a paper."""

_PAPER = re.compile(r".*/id/kst/([^/]+)")
_NUMBERED = re.compile(r".*/id/(?:verwijzing|stuk)/([^/]+)")
_DOSSIER = re.compile(r".*/id/dossier/([^/]+)")


_DERIVED = re.compile(r"(?P<whole>.+)/(?:loop|blijk)/(?P<what>[^/-]+)-[^/]+")
"""A step in the course of a motion, or what shows that somebody signed, spoke or asked."""

_DECLARED = re.compile(r".*/id/(volledig)/([^/]+)")
_KIND = re.compile(r".*/(lidmaatschap|termijn|verschil|uitspraak|overleg)(?:/[^/]+)?")


def _spelled(thing: str, lang: str) -> str:
    """A name for what the store only knows by its number: as people cite it, else the number itself, else its kind."""
    for pattern, before in ((_PAPER, "kst-"), (_NUMBERED, ""), (_DOSSIER, "dossier ")):
        if match := pattern.fullmatch(thing):
            known = parse_id(before + match[1])
            return (cited_as(known) if known else "") or before + match[1]
    if match := _DECLARED.fullmatch(thing):
        return f"dossier {match[2]}: {code_words(lang)[match[1]]}"
    kind = _KIND.fullmatch(thing)
    return code_words(lang).get(kind[1], kind[1]) if kind else ""


def _of_others(store: QuadStore, things: Iterable[str], lang: str) -> dict[str, str]:
    """Names for what the rules derive of something else: "…, nr. 14: aangenomen"."""
    parts = {thing: match for thing in things if (match := _DERIVED.fullmatch(thing))}
    wholes = labels_of(store, {match["whole"] for match in parts.values()}, lang) if parts else {}
    codes = code_words(lang)
    return {
        thing: f"{wholes[match['whole']]}: {codes.get(match['what'], match['what'])}"
        for thing, match in parts.items()
        if match["whole"] in wholes
    }


def _reprint(thing: str, found: Mapping[str, list[tuple[int, int, str]]], lang: str) -> str:
    is_reprint = any(kind == _REVISION for kind, _, _ in found.get(thing, ()))
    return f" ({'reprint' if lang == 'en' else 'herdruk'})" if is_reprint else ""


@cache
def vocabulary_names(lang: str) -> dict[str, str]:
    """Names of the terms of the ontology, which the store itself doesn't hold."""
    names: dict[str, str] = {}
    for file in sorted(folder("ontology").glob("*.ttl")):
        for triple in ox.parse(path=file, format=ox.RdfFormat.TURTLE):
            value = triple.object
            is_name = triple.predicate.value in (v.RDFS_label, v.SKOS_prefLabel) and isinstance(value, ox.Literal)
            if is_name and value.language == lang and isinstance(triple.subject, ox.NamedNode):
                names[triple.subject.value] = value.value
    return names


def _add_label(found: dict[str, list[tuple[int, int, str]]], row: Mapping[str, Cell | None], lang: str) -> None:
    thing, prop, label = row["thing"], row["property"], row["label"]
    if thing is None or prop is None or label is None:
        return
    if prop.value == v.PROV_wasRevisionOf:
        found.setdefault(thing.value, []).append((_REVISION, 0, ""))
        return
    kind = _LABELS.index(prop.value) if prop.value in _LABELS else len(_LABELS)
    language = 0 if label.lang == lang else 1 if label.lang is None else _OTHER
    # A name in the wrong language is still better than a long text, so the kind of property counts first.
    found.setdefault(thing.value, []).append((kind, language, label.value))
