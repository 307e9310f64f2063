"""Writers of graph files: GraphML, GEXF 1.3, Cytoscape JSON, node-link JSON, DOT, CSV, SVG and a page to open."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sovgraph.export.flat import edges_csv, nodes_csv, zipped
from sovgraph.export.gexf import gexf
from sovgraph.export.layout import layout
from sovgraph.export.names import kind, view_style
from sovgraph.export.network import edge_key, measures
from sovgraph.export.picture import write_picture
from sovgraph.export.png import png
from sovgraph.export.svg import svg
from sovgraph.export.table import Table, edge_table, node_table
from sovgraph.export.view import GraphView, Value
from sovgraph.registry import Registry

GraphWriter = Callable[[GraphView], str | bytes]
GRAPH_FORMATS: Registry[GraphWriter] = Registry("graph format")


def placed(view: GraphView) -> Table:
    """The nodes with measures, and with the place and colour that programs take from columns of these names."""
    places = layout(view)
    found: dict[str, Mapping[str, Value]] = {}
    for iri, measured in measures(view).items():
        x, y = places[iri]
        # The page counts downwards, programs for graphs upwards.
        found[iri] = {**measured, "x": float(x), "y": float(-y) + 0.0}
    table = node_table(view, found)
    for node, row in zip(view.nodes, table.rows, strict=True):
        colour = kind(node.kind).light
        row |= {"color": colour, "r": int(colour[1:3], 16), "g": int(colour[3:5], 16), "b": int(colour[5:7], 16)}
    return Table({**table.columns, "color": "string", "r": "long", "g": "long", "b": "long"}, table.rows)


@GRAPH_FORMATS.add("graphml")
def write_graphml(view: GraphView) -> str:
    """GraphML by networkx with typed keys; Gephi takes label, x, y, r, g, b and weight from them."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    for row in placed(view).rows:
        graph.add_node(row["id"], **{name: value for name, value in row.items() if name not in ("id", "color")})
    for row in edge_table(view).rows:
        rest = {name: value for name, value in row.items() if name not in ("id", "source", "target")}
        graph.add_edge(row["source"], row["target"], key=row["id"], **rest)
    return "\n".join(nx.generate_graphml(graph)) + "\n"


@GRAPH_FORMATS.add("gexf")
def write_gexf(view: GraphView) -> str:
    """GEXF 1.3 with days, places and colours. Our own writer: that of networkx breaks the official schema."""
    return gexf(view, placed(view), edge_table(view), view_style(view.name).title(view.lang))


@GRAPH_FORMATS.add("cytoscape")
def write_cytoscape(view: GraphView) -> str:
    """Cytoscape.js JSON: elements with `data` objects, which `networkx.cytoscape_graph` reads back.

    `value` and `name` are the identifier and the name of a node there; `key` tells edges between two nodes apart.
    """
    nodes = [
        {
            "data": {**row, "value": row["id"], "name": row["label"]},
            "position": {"x": row["x"], "y": -float(row["y"]) + 0.0},  # type: ignore[arg-type]
        }
        for row in placed(view).rows
    ]
    edges = [{"data": row} for row in _edges_in_full(view)]
    data = {"name": view.name, "title": view_style(view.name).title(view.lang), "about": view.about}
    document = {"data": data, "directed": True, "multigraph": True, "elements": {"nodes": nodes, "edges": edges}}
    return _json(document)


@GRAPH_FORMATS.add("json")
def write_json(view: GraphView) -> str:
    """Nodes and links, as D3 and `networkx.node_link_graph(…, edges="links")` read them."""
    data = {"name": view.name, "title": view_style(view.name).title(view.lang), "about": view.about}
    links, nodes = _edges_in_full(view), list(placed(view).rows)
    document = {"directed": True, "multigraph": True, "graph": data, "nodes": nodes, "links": links}
    return _json(document)


def _edges_in_full(view: GraphView) -> list[dict[str, Any]]:
    """Rows of edges with every place that they rest on, where there is more than one."""
    rows: list[dict[str, Any]] = [dict(row) for row in edge_table(view).rows]
    for row, edge in zip(rows, view.edges, strict=True):
        row["key"] = edge_key(edge)
        if len(edge.evidence) > 1:
            row["evidence"] = [
                {"quote": e.quote, "paper": e.paper, "textStart": e.start, "rule": e.rule, "assertion": e.assertion}
                for e in edge.evidence
            ]
    return rows


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


@GRAPH_FORMATS.add("dot")
def write_dot(view: GraphView) -> str:
    """Graphviz DOT."""
    numbers = {n.id: i for i, n in enumerate(view.nodes)}
    lines = [f"digraph {_dot(view.name)} {{", "  rankdir=LR;", "  node [shape=box, style=rounded];"]
    for n in view.nodes:
        about = f"label={_dot(n.label)}, class={_dot(n.kind)}, color={_dot(kind(n.kind).light)}, URL={_dot(n.id)}"
        lines.append(f"  n{numbers[n.id]} [{about}];")
    for e in view.edges:
        quote = e.evidence[0].quote if e.evidence else ""
        about = f"label={_dot(e.kind)}" + (f", tooltip={_dot(quote)}" if quote else "")
        lines.append(f"  n{numbers[e.source]} -> n{numbers[e.target]} [{about}];")
    return "\n".join([*lines, "}", ""])


def _dot(text: str) -> str:
    flat = " ".join(text.replace("\x00", "").split())
    escaped = flat.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@GRAPH_FORMATS.add("csv")
def write_csv(view: GraphView) -> bytes:
    """Two tables, nodes.csv and edges.csv, in a zip file."""
    return zipped({"nodes.csv": nodes_csv(placed(view)), "edges.csv": edges_csv(edge_table(view))})


@GRAPH_FORMATS.add("nodes.csv")
def write_nodes_csv(view: GraphView) -> str:
    """The table of nodes."""
    return nodes_csv(placed(view))


@GRAPH_FORMATS.add("edges.csv")
def write_edges_csv(view: GraphView) -> str:
    """The table of edges."""
    return edges_csv(edge_table(view))


@GRAPH_FORMATS.add("svg")
def write_svg(view: GraphView) -> str:
    """A still picture, for a report."""
    return svg(view)


@GRAPH_FORMATS.add("png")
def write_png(view: GraphView) -> bytes:
    """The same in pixels, where Chromium is installed."""
    return png(svg(view))


@GRAPH_FORMATS.add("html")
def write_html(view: GraphView) -> str:
    """One self-contained page to open in a browser."""
    return write_picture(view)
