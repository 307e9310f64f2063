"""`sovgraph validate`: SHACL findings that lead to their sentence."""

from argparse import Namespace

from sovgraph.check import load_shapes, render_report, validate_nquads
from sovgraph.cli.common import say, write_out
from sovgraph.query import find_paper
from sovgraph.store import open_store, paper_entries


def validate(args: Namespace) -> int:
    """Checks each paper's graph; exit 1 when there is a violation."""
    shapes = load_shapes()
    with open_store(args.store, read_only=True) as store:
        wanted = [p if ":" in p else find_paper(store, p) for p in args.papers]
        graphs = wanted or list(paper_entries(store.ledger()))
        reports = [validate_nquads(store.graph_quads(graph), shapes) for graph in graphs]
    write_out(render_report(reports, args.format, args.lang))
    if args.format == "table":
        count = len(graphs)
        write_out(say(args.lang, f"{count} stuk(ken) gecontroleerd.\n", f"{count} paper(s) checked.\n"))
    return 0 if all(report.conforms for report in reports) else 1
