"""SHACL: shapes over a paper's graph, and findings that lead to the sentence."""

from sovgraph.check.engine import Shapes, load_shapes, to_graph, validate_graph, validate_nquads
from sovgraph.check.render import render_report
from sovgraph.check.report import Finding, Report

__all__ = [
    "Finding",
    "Report",
    "Shapes",
    "load_shapes",
    "render_report",
    "to_graph",
    "validate_graph",
    "validate_nquads",
]
