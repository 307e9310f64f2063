"""Data out: RDF files, graph files, one picture."""

from sovgraph.export.graphs import GRAPH_FORMATS
from sovgraph.export.rdf import RDF_FORMATS, write_rdf
from sovgraph.export.view import GraphView, make_view, to_networkx

__all__ = ["GRAPH_FORMATS", "RDF_FORMATS", "GraphView", "make_view", "to_networkx", "write_rdf"]
