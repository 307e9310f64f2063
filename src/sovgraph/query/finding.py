"""What a number or name that someone types means in a store: a paper, anything that papers cite, a person."""

import re
from collections.abc import Callable, Iterable, Mapping

from sovgraph.errors import QueryError
from sovgraph.identifiers import kst_id, normalise_id
from sovgraph.ids import Ids
from sovgraph.query.binding import fill, to_term
from sovgraph.query.catalog import catalog
from sovgraph.store import Cell, QuadStore, Solutions, paper_entries

_PRINTED = re.compile(
    r"(?:kamerstuk(?:ken)?\s+)?(?:(?:II|I|TK|EK)\s*,?\s+)?(?:vergaderjaar\s+)?(?:\d{4}[-/]\d{2,4}\s*,?\s+)?"
    r"(?P<dossier>\d{2}\s?\d{3})(?:(?:-|\s)(?P<suffix>\d{2}|[IVX]+[A-C]?|[A-M]))?\s*,?\s+"
    r"(?:nr\.?\s*)?(?P<number>\d{1,4}|[A-Z]{1,2})",
    re.IGNORECASE,
)
""" "32 317, nr. 12", "32 317, QC", "Kamerstukken II 2025/26, 36 600 XVI, nr. 4": a paper as papers cite it."""
_BASE = re.compile(r"(?P<base>.+[/#])id/(?:kst|stuk)/")


def find_paper(store: QuadStore, identifier: str) -> str:
    """IRI of the paper with an official id: "kst-32317-QC", "32317-QC" or, as printed, "32 317, QC"."""
    found = _first(store, "paper-by-identifier", identifier=_names(identifier))
    if found is None:
        raise QueryError(f"'{identifier}': no paper with this id in the store; give its IRI or another id")
    return found


def find_cited(store: QuadStore, identifier: str) -> str:
    """The same, and of anything else that a paper of the store cites: an act, an EU act, a gazette, a judgment."""
    try:
        return find_paper(store, identifier)
    except QueryError:
        names = _names(identifier)
        things = [ids.reference(name) for ids in _ids(store) for name in names]
        found = _first(store, "cited-by-identifier", identifier=names, thing=things)
        if found is None:
            raise
        return found


def find_person(store: QuadStore, name: str) -> str:
    """IRI of the one person whose surname or full name this is. Raises QueryError: nobody, or more than one."""
    typed = " ".join(name.split())
    query = catalog().get_internal("person-by-name")
    answer = store.query(fill(query, {"name": [Cell("literal", typed)]}), union=False)
    found: dict[str, str] = {}
    for person, label in answer.rows if isinstance(answer, Solutions) else ():
        if person is not None:
            found.setdefault(person.value, label.value if label else "")
    if not found:
        raise QueryError(f"'{typed}': no person with this name in the store; give a surname as printed, or an IRI")
    if len(found) > 1:
        shown = "; ".join(f"{label} <{iri}>" for iri, label in sorted(found.items(), key=lambda pair: pair[::-1])[:5])
        raise QueryError(f"'{typed}': {len(found)} persons have this name; give the IRI of one: {shown}")
    return next(iter(found))


FINDERS: Mapping[str, Callable[[QuadStore, str], str]] = {
    "iri": find_cited,
    "paper": find_paper,
    "person": find_person,
}
"""How a value that isn't an IRI becomes one, by the type of the parameter."""


def _names(identifier: str) -> tuple[str, ...]:
    """The ids that someone may mean by what they typed."""
    typed = identifier.strip()
    printed = _PRINTED.fullmatch(typed)
    read = ""
    if printed is not None:
        dossier = "".join(printed["dossier"].split())
        suffix = printed["suffix"].upper() if printed["suffix"] else None
        read = kst_id(dossier, suffix, printed["number"].upper(), chamber=None, year=None)
    names = (identifier, f"kst-{identifier}", read, normalise_id(typed) or "", normalise_id(f"kst-{typed}") or "")
    return tuple(dict.fromkeys(name for name in names if name))


def _ids(store: QuadStore) -> tuple[Ids, ...]:
    """How this store names things, read off one of its papers."""
    matches = (_BASE.match(paper) for paper in sorted(paper_entries(store.ledger())))
    return tuple(Ids(match["base"]) for match in matches if match)[:1]


def _first(store: QuadStore, name: str, **values: Iterable[str]) -> str | None:
    query = catalog().get_internal(name)
    terms = {p.name: [to_term(p, value) for value in values[p.name]] for p in query.params}
    answer = store.query(fill(query, terms), union=False)
    found = answer.rows[0][0] if isinstance(answer, Solutions) and answer.rows else None
    return found.value if found is not None else None
