"""Dutch parliamentary papers as a validated knowledge graph in which every fact points to its sentence."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sovgraph.api import Graph, Sovgraph, find_references, paper_nquads, read_paper
    from sovgraph.errors import SovgraphError
    from sovgraph.model import Document, Issue, Mention, Paper, Statement
    from sovgraph.settings import Settings

_HOME = {
    "Document": "model",
    "Graph": "api",
    "Issue": "model",
    "Mention": "model",
    "Paper": "model",
    "Settings": "settings",
    "Sovgraph": "api",
    "SovgraphError": "errors",
    "Statement": "model",
    "find_references": "api",
    "paper_nquads": "api",
    "read_paper": "api",
}

__all__ = [
    "Document",
    "Graph",
    "Issue",
    "Mention",
    "Paper",
    "Settings",
    "Sovgraph",
    "SovgraphError",
    "Statement",
    "find_references",
    "paper_nquads",
    "read_paper",
]


def __getattr__(name: str) -> Any:
    """Public names come when asked for, so that `sovgraph --help` doesn't wait for RDF libraries."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"sovgraph.{_HOME[name]}"), name)
    raise AttributeError(f"module 'sovgraph' has no attribute '{name}'")
