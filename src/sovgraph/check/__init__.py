"""SHACL: shapes over a paper's graph, and findings that lead to the sentence."""

from sovgraph.check.engine import Shapes, conflicts_report, load_shapes, to_graph, validate_graph, validate_nquads
from sovgraph.check.render import render_report
from sovgraph.check.report import Conflict, Finding, Report

__all__ = [
    "Conflict",
    "Finding",
    "Report",
    "Shapes",
    "conflicts_report",
    "load_shapes",
    "render_report",
    "to_graph",
    "validate_graph",
    "validate_nquads",
]
