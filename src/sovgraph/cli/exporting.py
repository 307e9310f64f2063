"""`sovgraph export rdf` and `export graph`."""

from argparse import Namespace

from sovgraph.cli.common import write_out
from sovgraph.export import GRAPH_FORMATS, make_view, write_rdf
from sovgraph.query import view_rows
from sovgraph.store import open_store


def export_rdf(args: Namespace) -> int:
    """The whole store as RDF."""
    with open_store(args.store, read_only=True) as store:
        write_out(write_rdf(store, args.format), args.output)
    return 0


def export_graph(args: Namespace) -> int:
    """A view of the store as a graph file or a picture."""
    with open_store(args.store, read_only=True) as store:
        view = make_view(args.view, view_rows(store, args.view, lang=args.lang))
    write_out(GRAPH_FORMATS.get(args.format)(view), args.output)
    return 0
