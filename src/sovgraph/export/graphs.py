"""Writers of graph files: GraphML, GEXF 1.3, Cytoscape JSON, DOT, CSV. The picture is in `picture`."""

import csv
import io
import json
from collections.abc import Callable
from xml.sax.saxutils import quoteattr

from sovgraph.export.picture import write_picture
from sovgraph.export.view import GraphView, to_networkx
from sovgraph.registry import Registry

GraphWriter = Callable[[GraphView], str]
GRAPH_FORMATS: Registry[GraphWriter] = Registry("graph format")


@GRAPH_FORMATS.add("graphml")
def write_graphml(view: GraphView) -> str:
    """GraphML by networkx, with the name of each edge's property as its attribute `kind`."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(to_networkx(view), named_key_ids=True)) + "\n"


@GRAPH_FORMATS.add("gexf")
def write_gexf(view: GraphView) -> str:
    """GEXF 1.3 with the kinds as attributes. Our own writer: that of networkx breaks the official schema."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
        "  <meta><creator>sovgraph</creator></meta>",
        '  <graph defaultedgetype="directed" mode="static">',
        '    <attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>',
        "    <nodes>",
    ]
    lines += [
        f"      <node id={quoteattr(n.id)} label={quoteattr(n.label)}>"
        f'<attvalues><attvalue for="kind" value={quoteattr(n.kind)}/></attvalues></node>'
        for n in view.nodes
    ]
    lines += ["    </nodes>", "    <edges>"]
    lines += [
        f'      <edge id="e{i}" source={quoteattr(e.source)} target={quoteattr(e.target)} label={quoteattr(e.kind)}/>'
        for i, e in enumerate(view.edges)
    ]
    lines += ["    </edges>", "  </graph>", "</gexf>", ""]
    return "\n".join(lines)


@GRAPH_FORMATS.add("cytoscape")
def write_cytoscape(view: GraphView) -> str:
    """Cytoscape.js JSON: elements with `data` objects, which `networkx.cytoscape_graph` reads back.

    `value` and `name` are the identifier and the name of a node there; `key` tells edges between two nodes apart.
    """
    elements = {
        "nodes": [
            {"data": {"id": n.id, "value": n.id, "name": n.label, "label": n.label, "kind": n.kind}} for n in view.nodes
        ],
        "edges": [
            {"data": {"id": f"e{i}", "source": e.source, "target": e.target, "key": e.kind, "kind": e.kind}}
            for i, e in enumerate(view.edges)
        ],
    }
    document = {"data": {"name": view.name}, "directed": True, "multigraph": True, "elements": elements}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


@GRAPH_FORMATS.add("dot")
def write_dot(view: GraphView) -> str:
    """Graphviz DOT."""
    numbers = {n.id: i for i, n in enumerate(view.nodes)}
    lines = [f"digraph {_dot(view.name)} {{", "  rankdir=LR;", "  node [shape=box, style=rounded];"]
    lines += [
        f"  n{numbers[n.id]} [label={_dot(n.label)}, class={_dot(n.kind)}, URL={_dot(n.id)}];" for n in view.nodes
    ]
    lines += [f"  n{numbers[e.source]} -> n{numbers[e.target]} [label={_dot(e.kind)}];" for e in view.edges]
    return "\n".join([*lines, "}", ""])


def _dot(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


@GRAPH_FORMATS.add("csv")
def write_csv(view: GraphView) -> str:
    """An edge list with labels and kinds; nodes without an edge have empty target columns."""
    by_id = {n.id: n for n in view.nodes}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["source", "sourceLabel", "sourceKind", "property", "target", "targetLabel", "targetKind"])
    linked: set[str] = set()
    for edge in view.edges:
        source, target = by_id[edge.source], by_id[edge.target]
        linked |= {source.id, target.id}
        writer.writerow([source.id, source.label, source.kind, edge.kind, target.id, target.label, target.kind])
    for node in view.nodes:
        if node.id not in linked:
            writer.writerow([node.id, node.label, node.kind, "", "", "", ""])
    return out.getvalue()


@GRAPH_FORMATS.add("html")
def write_html(view: GraphView) -> str:
    """One self-contained page to open in a browser."""
    return write_picture(view)
