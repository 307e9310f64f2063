"""Fills the marked VALUES lines of a stored query with serialised RDF terms; text never becomes query."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from sovgraph import vocab as v
from sovgraph.errors import QueryError
from sovgraph.query.header import PARAM_LINE
from sovgraph.query.model import Param, StoredQuery
from sovgraph.store.terms import Cell, is_iri

Values = Mapping[str, str | Sequence[str]]
"""What is asked, by parameter: one value, or a list of which any may hold."""

MAX_VALUES = 200
"""Of one parameter; each is a term that the engine joins with."""

_HEADER = re.compile(r"\A(?:#\+.*\n)*\n*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INTEGER = re.compile(r"[+-]?\d{1,18}")


_THINGS = {
    "iri": "an absolute IRI",
    "paper": "the IRI or the number of a paper (kst-32317-QC)",
    "person": "the IRI or the name of a person (Van Hattem)",
}


def bind(query: StoredQuery, values: Values) -> str:
    """The query's text with `values` filled in. Raises QueryError: unknown, missing or bad parameter."""
    check_names(query, values)
    terms = {p.name: _terms(p, values[p.name]) for p in query.params if p.name in values}
    text = fill(query, terms)
    return _dossier_first(text) if len(terms.get("dossier", ())) == 1 else text


def shown_query(query: StoredQuery, values: Values, lang: str) -> str:
    """The query as people write it: `values` filled in where they fit, names in `lang`, without the header."""
    spoken = {"lang": lang} if any(p.name == "lang" for p in query.params) else {}
    try:
        text = bind(query, {**spoken, **values})
    except QueryError:
        text = query.text
    return without_header(text)


def without_header(text: str) -> str:
    """A stored query alone: its header is for the program."""
    return _HEADER.sub("", text)


_DOSSIER = re.compile(r"^  VALUES \?inDossier \{[^\n]*#param dossier\n", re.MULTILINE)
_IN_DOSSIER = re.compile(r"^  FILTER \(!BOUND\(\?inDossier\) \|\| EXISTS \{\n((?:    .*\n)+)  \}\)\n", re.MULTILINE)


def _dossier_first(text: str) -> str:
    """The pattern that asks for a dossier as the first of the query: an engine then reads only that dossier.

    As a filter at the end, which the file has so that the dossier may stay open, every dossier is read. Rows are the
    same where each stands once.
    """
    line, asked = _DOSSIER.search(text), _IN_DOSSIER.search(text)
    if line is None or asked is None or "\nSELECT DISTINCT " not in text or "\nGROUP BY " in text:
        return text
    text = text.replace(asked[0], "")
    inside = _ONE_GRAPH.fullmatch(asked[1])
    block = f"\n  GRAPH {inside[1]} {{\n" if inside else ""
    if inside is None or block not in text:
        return text.replace(line[0], line[0] + asked[1].replace("    ", "  "))
    # In the block that reads the paper, which else is read of every dossier and joined to it.
    return text.replace(line[0], "").replace(block, f"{block}  {line[0]}    {inside[2]} .\n", 1)


_ONE_GRAPH = re.compile(r"    GRAPH (\?\w+) \{ ([^{}]*) \}\n")


def listed(value: str | Sequence[str]) -> tuple[str, ...]:
    """One value or several, as given, each once."""
    return (value,) if isinstance(value, str) else tuple(dict.fromkeys(value))


def _terms(param: Param, value: str | Sequence[str]) -> tuple[Cell, ...]:
    return tuple(dict.fromkeys(to_term(param, text) for text in listed(value)))


def fill(query: StoredQuery, terms: Mapping[str, Iterable[Cell]]) -> str:
    """The query's text with each marked line holding the given terms; other lines stay as they are."""

    def refill(match: re.Match[str]) -> str:
        given = terms.get(match["name"])
        if given is None:
            return match[0]
        return f"{match['head']}{' '.join(sparql_term(cell) for cell in given)}{match['tail']}"

    return PARAM_LINE.sub(refill, query.text)


def check_names(query: StoredQuery, values: Values) -> None:
    names = [p.name for p in query.params]
    for name, value in values.items():
        if name not in names:
            near = get_close_matches(name, names, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"it has: {', '.join(names) or 'none'}"
            raise QueryError(f"{query.name}: no parameter '{name}'; {hint}")
        _check_count(query, name, len(listed(value)))
    for param in query.params:
        if param.required and param.name not in values:
            raise QueryError(
                f"{query.name}: parameter '{param.name}' is missing ({param.description_en}); "
                f"for example: --{param.name} {param.example}"
            )


def _check_count(query: StoredQuery, name: str, count: int) -> None:
    if count == 0:
        raise QueryError(f"{query.name}: parameter '{name}' is an empty list; give a value or leave it out")
    if count > 1 and name == "lang":
        raise QueryError(f"{query.name}: parameter 'lang' takes one value")
    if count > MAX_VALUES:
        raise QueryError(f"{query.name}: parameter '{name}' has {count} values; at most {MAX_VALUES}")


def to_term(param: Param, text: str) -> Cell:
    """The value as a term of the parameter's type. Raises QueryError when it isn't one."""
    if param.type in _THINGS:
        if not is_iri(text):
            raise _bad(param, text, _THINGS[param.type])
        return Cell("iri", text)
    if param.type == "date":
        if not _DATE.fullmatch(text) or not _is_day(text):
            raise _bad(param, text, "a day as YYYY-MM-DD")
        return Cell("literal", text, v.XSD_date)
    if param.type == "integer":
        if not _INTEGER.fullmatch(text) or not text.isascii():
            raise _bad(param, text, "a whole number")
        return Cell("literal", str(int(text)), v.XSD_integer)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _bad(param, ascii(text), "text without half characters") from error
    return Cell("literal", text)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _bad(param: Param, text: str, expected: str) -> QueryError:
    return QueryError(f"parameter '{param.name}' is {text!r}; expected {expected}, for example: {param.example}")


_ESCAPED = re.compile(r"\\\\([uU])|\\\\|\\u([0-9A-F]{4})")


def sparql_term(cell: Cell) -> str:
    """The term for a query text.

    SPARQL lets an engine replace `\\u0022` before it reads the query, so that a text that holds a backslash and
    a "u" could end its own quotes. The "u" after a backslash is therefore itself written as a code point, and
    always with eight digits: rdflib takes digits of the text that follow four for four more.
    """
    if cell.kind != "literal":
        return cell.ntriples
    return _ESCAPED.sub(_rewritten, cell.ntriples)


def _rewritten(match: re.Match[str]) -> str:
    if match[1]:
        return f"\\\\\\U{ord(match[1]):08X}"
    return f"\\U0000{match[2]}" if match[2] else match[0]
