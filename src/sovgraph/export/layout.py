"""Places for the nodes of a picture: a spring layout by networkx, always the same for the same graph."""

import math

from sovgraph.export.view import GraphView, to_networkx

SPRING_LIMIT = 600
"""Above this many nodes the spring layout takes longer than a user waits; then kinds stand in rings."""


def layout(view: GraphView) -> dict[str, tuple[float, float]]:
    """Node id → (x, y) in pixels of a canvas of about 1,000 by 700."""
    if not view.nodes:
        return {}
    if len(view.nodes) > SPRING_LIMIT:
        return _rings(view)
    import networkx as nx

    graph = nx.Graph(to_networkx(view))
    start = {node.id: place for node, place in zip(view.nodes, _circle(len(view.nodes)), strict=True)}
    ideal = 2.2 / math.sqrt(len(view.nodes))
    places = nx.spring_layout(graph, pos=start, k=ideal, iterations=120, seed=1)
    return {iri: (float(x) * 500, float(y) * 350) for iri, (x, y) in places.items()}


def _circle(count: int) -> list[tuple[float, float]]:
    return [(math.cos(2 * math.pi * i / count), math.sin(2 * math.pi * i / count)) for i in range(count)]


def _rings(view: GraphView) -> dict[str, tuple[float, float]]:
    by_kind: dict[str, list[str]] = {}
    for node in view.nodes:
        by_kind.setdefault(node.kind, []).append(node.id)
    places: dict[str, tuple[float, float]] = {}
    radius = 0.0
    for kind in sorted(by_kind, key=lambda k: (len(by_kind[k]), k)):
        ids = by_kind[kind]
        radius = max(radius + 60, len(ids) * 14 / (2 * math.pi))
        for iri, (x, y) in zip(ids, _circle(len(ids)), strict=True):
            places[iri] = (x * radius, y * radius)
    return places
