"""The view in networkx, and what networkx measures of it."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sovgraph.export.table import edge_table, node_table
from sovgraph.export.view import GraphView, Value, ViewEdge

EXACT = 800
"""Up to so many nodes betweenness is exact; above, it is estimated from paths out of `SAMPLE` nodes."""
SAMPLE = 60
MEASURED = 20_000
"""Larger views get their degrees only: the rest would take minutes."""


def to_networkx(view: GraphView) -> Any:
    """The view as a networkx MultiDiGraph.

    Node attributes are the columns of the other formats ("label", "kind", …); the key of an edge is its property, and
    where it is made through a thing, that thing behind it.
    """
    import networkx as nx

    graph = nx.MultiDiGraph(name=view.name)
    for node, row in zip(view.nodes, node_table(view).rows, strict=True):
        graph.add_node(node.id, **{name: value for name, value in row.items() if name != "id"})
    for edge, row in zip(view.edges, edge_table(view).rows, strict=True):
        rest = {name: value for name, value in row.items() if name not in ("id", "source", "target")}
        graph.add_edge(edge.source, edge.target, key=edge_key(edge), **rest)
    return graph


def edge_key(edge: ViewEdge) -> str:
    """What tells an edge from the others between the same two things."""
    return f"{edge.kind} {edge.via}" if edge.via else edge.kind


def measures(view: GraphView) -> Mapping[str, Mapping[str, Value]]:
    """For each node: degree, in and out, betweenness (between 0 and 1) and the number of its community, largest 0."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(node.id for node in view.nodes)
    into: Counter[str] = Counter(edge.target for edge in view.edges)
    out: Counter[str] = Counter(edge.source for edge in view.edges)
    for edge in view.edges:
        if edge.source != edge.target:
            weight = graph.get_edge_data(edge.source, edge.target, {"weight": 0})["weight"]
            graph.add_edge(edge.source, edge.target, weight=weight + 1)
    found: dict[str, dict[str, Value]] = {
        node.id: {"degree": into[node.id] + out[node.id], "inDegree": into[node.id], "outDegree": out[node.id]}
        for node in view.nodes
    }
    if len(view.nodes) > MEASURED:
        return found
    sample = None if len(graph) <= EXACT else SAMPLE
    for iri, between in nx.betweenness_centrality(graph, k=sample, seed=1).items():
        found[iri]["betweenness"] = round(float(between), 6)
    groups = nx.community.louvain_communities(graph, seed=1) if view.edges else [{node.id} for node in view.nodes]
    for number, group in enumerate(sorted(groups, key=lambda g: (-len(g), min(g)))):
        for iri in group:
            found[iri]["community"] = number
    return found
