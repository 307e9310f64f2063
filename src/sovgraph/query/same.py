"""Compares the engines: every stored query must give the same rows in Oxigraph and in rdflib."""

from collections import Counter
from typing import TYPE_CHECKING

from sovgraph.errors import QueryError
from sovgraph.store import Cell, QuadStore, Solutions
from sovgraph.store.terms import XSD_STRING, Row

if TYPE_CHECKING:
    from rdflib import Dataset


def same_rows(store: QuadStore, dataset: "Dataset", text: str) -> tuple[list[Row], list[Row]]:
    """Rows that only the store gives, and rows that only rdflib gives; two empty lists when they agree."""
    answer = store.query(text, union=False)
    if not isinstance(answer, Solutions):
        raise QueryError("only the rows of a SELECT can be compared")
    ours = Counter(answer.rows)
    theirs = Counter(_rdflib_rows(dataset, text, answer.columns))
    return _spread(ours - theirs), _spread(theirs - ours)


def _spread(rows: Counter[Row]) -> list[Row]:
    return sorted(rows.elements(), key=repr)


def _rdflib_rows(dataset: "Dataset", text: str, columns: tuple[str, ...]) -> list[Row]:
    from rdflib import Literal, URIRef
    from rdflib.query import ResultRow

    def cell(term: object) -> Cell | None:
        if term is None:
            return None
        if isinstance(term, Literal):
            datatype = str(term.datatype) if term.datatype and not term.language else None
            language = term.language.lower() if term.language else None
            return Cell("literal", str(term), None if datatype == XSD_STRING else datatype, language)
        return Cell("iri" if isinstance(term, URIRef) else "bnode", str(term))

    return [
        tuple(cell(row.asdict().get(column)) for column in columns)
        for row in dataset.query(text)
        if isinstance(row, ResultRow)
    ]
