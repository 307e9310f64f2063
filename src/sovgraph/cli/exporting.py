"""`sovgraph export rdf` and `export graph`."""

from argparse import Namespace
from pathlib import Path

from sovgraph.cli.common import config_file, log, write_out
from sovgraph.describe.publication import load_publication
from sovgraph.describe.withheld import published
from sovgraph.errors import SovgraphError
from sovgraph.export import GRAPH_FORMATS, PICTURE_LIMIT, picture_view, write_rdf
from sovgraph.query.sentences import in_language
from sovgraph.store import open_store

_PICTURES = ("html", "svg", "png")
"""Made to be looked at: more than so many things are refused."""


def export_rdf(args: Namespace) -> int:
    """The whole store as RDF."""
    with open_store(args.store, read_only=True) as whole, published(whole, _withhold(args)) as store:
        write_out(write_rdf(store, args.format), args.output)
    return 0


def export_graph(args: Namespace) -> int:
    """A view of the store as a graph file or a picture."""
    form = args.format or _by_suffix(args.output)
    limit = args.limit or (PICTURE_LIMIT if form in _PICTURES else None)
    params = {name: getattr(args, name) for name in ("thing", "dossier", "country") if getattr(args, name)}
    with open_store(args.store, read_only=True) as whole, published(whole, _withhold(args)) as store:
        view = picture_view(store, args.view, params, lang=args.lang, hops=args.hops, limit=limit)
    if not view.nodes:
        raise SovgraphError(
            f"view '{args.view}': nothing found in the store; look for another dossier, country or thing"
        )
    for notice in view.notices:
        log(in_language(notice, args.lang))
    write_out(GRAPH_FORMATS.get(form)(view), args.output)
    return 0


def _withhold(args: Namespace) -> tuple[str, ...]:
    """Who is left out of what is published, by the settings file."""
    return load_publication(config_file(args)).withhold


def _by_suffix(output: str | None) -> str:
    """The format that the name of the file asks for: "net.gexf", "net.edges.csv"; a zip file holds the tables."""
    if output is None or output == "-":
        return "graphml"
    name = Path(output).name.lower()
    found = [form for form in GRAPH_FORMATS.names() if name.endswith(f".{form}")]
    if found:
        return max(found, key=len)
    return {".zip": "csv", ".cyjs": "cytoscape", ".htm": "html"}.get(Path(output).suffix.lower(), "graphml")
