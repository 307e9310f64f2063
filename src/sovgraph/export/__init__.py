"""Data out: RDF files, graph files, pictures."""

from sovgraph.export.graphs import GRAPH_FORMATS
from sovgraph.export.making import PICTURE_LIMIT, picture_view
from sovgraph.export.network import to_networkx
from sovgraph.export.rdf import RDF_FORMATS, write_rdf
from sovgraph.export.view import GraphView, make_view

__all__ = [
    "GRAPH_FORMATS",
    "PICTURE_LIMIT",
    "RDF_FORMATS",
    "GraphView",
    "make_view",
    "picture_view",
    "to_networkx",
    "write_rdf",
]
