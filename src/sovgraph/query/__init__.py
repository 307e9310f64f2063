"""Stored queries with their names, parameters and fixed columns; SPARQL of one's own; results as text."""

from sovgraph.guard import check_query
from sovgraph.query.binding import Values
from sovgraph.query.catalog import Catalog, catalog, load_catalog
from sovgraph.query.choices import Choice, choices
from sovgraph.query.competency import CompetencyQuestion, load_questions
from sovgraph.query.conflicts import find_conflicts
from sovgraph.query.finding import find_paper
from sovgraph.query.model import Param, Result, StoredQuery
from sovgraph.query.rdf import RDF_FORMATS, as_solutions, serialise
from sovgraph.query.render import RENDERERS, render, short_iri
from sovgraph.query.running import ask_about, labels_of, run, run_internal, run_query, run_sparql
from sovgraph.query.same import same_rows
from sovgraph.query.views import ViewRow, view_names, view_query, view_rows

__all__ = [
    "RDF_FORMATS",
    "RENDERERS",
    "Catalog",
    "Choice",
    "CompetencyQuestion",
    "Param",
    "Result",
    "StoredQuery",
    "Values",
    "ViewRow",
    "as_solutions",
    "ask_about",
    "catalog",
    "check_query",
    "choices",
    "find_conflicts",
    "find_paper",
    "labels_of",
    "load_catalog",
    "load_questions",
    "render",
    "run",
    "run_internal",
    "run_query",
    "run_sparql",
    "same_rows",
    "serialise",
    "short_iri",
    "view_names",
    "view_query",
    "view_rows",
]
