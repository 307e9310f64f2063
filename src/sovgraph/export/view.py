"""A graph to look at: entities as nodes, statements between them as edges, nothing of the plumbing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True, order=True)
class ViewNode:
    """`id` is the thing's IRI; `kind` the local name of its class ("Letter", "Person")."""

    id: str
    label: str = field(compare=False)
    kind: str = field(compare=False)


@dataclass(frozen=True, slots=True, order=True)
class ViewEdge:
    """`kind` is the local name of the property; `source` and `target` are node ids."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class GraphView:
    name: str
    nodes: tuple[ViewNode, ...]
    edges: tuple[ViewEdge, ...]


def clean(text: str) -> str:
    """Text without characters that XML can't hold."""
    return _CONTROL.sub("", text)


def make_view(name: str, rows: Iterable[tuple[str, str, str, str, str, str, str]]) -> GraphView:
    """A view from rows (source, label, kind, property, target, label, kind).

    A node with several labels or kinds keeps the first in alphabetical order, so that the result doesn't
    depend on the order of rows. An empty property makes a lone node.
    """
    labels: dict[str, set[tuple[str, str]]] = {}
    edges: set[ViewEdge] = set()
    for source, source_label, source_kind, prop, target, target_label, target_kind in rows:
        labels.setdefault(source, set()).add((local(source_kind), clean(source_label)))
        if prop and target:
            labels.setdefault(target, set()).add((local(target_kind), clean(target_label)))
            edges.add(ViewEdge(source, target, local(prop)))
    nodes = []
    for iri in sorted(labels):
        kind = min((k for k, _ in labels[iri] if k), key=_specific, default="Thing")
        label = min((text for _, text in labels[iri] if text), default=tail(iri))
        nodes.append(ViewNode(iri, label, kind))
    return GraphView(name, tuple(nodes), tuple(sorted(edges)))


_GENERAL = ("Paper", "Kamerstuk", "Letter", "Measure", "Organization", "Thing")
"""Classes that say less than another class of the same thing: a motion is shown as a motion."""


def _specific(kind: str) -> tuple[int, str]:
    return (_GENERAL.index(kind) + 1 if kind in _GENERAL else 0, kind)


def local(iri: str) -> str:
    """The last part of an IRI: "…/def#Letter" → "Letter"."""
    return re.split(r"[#/]", iri)[-1] if iri else ""


def tail(iri: str) -> str:
    """A readable stand-in for a thing without a label."""
    return re.sub(r"^https?://[^/]+/(?:.*?/id/)?", "", iri)


def to_networkx(view: GraphView) -> Any:
    """The view as a networkx MultiDiGraph: node attributes label and kind, edge key and attribute kind."""
    import networkx as nx

    graph = nx.MultiDiGraph(name=view.name)
    for node in view.nodes:
        graph.add_node(node.id, label=node.label, kind=node.kind)
    for edge in view.edges:
        graph.add_edge(edge.source, edge.target, key=edge.kind, kind=edge.kind)
    return graph
