"""A graph to look at: entities as nodes, statements between them as edges, nothing of the plumbing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Value = str | int | float | bool | date
Attributes = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One place that an edge rests on. `paper` and `assertion` are IRIs, `place` a page, path or field of the file."""

    paper: str
    start: int
    quote: str
    place: str = ""
    rule: str = ""
    confidence: int = -1
    assertion: str = ""
    paper_label: str = ""


@dataclass(frozen=True, slots=True, order=True)
class ViewNode:
    """`id` is the thing's IRI; `kind` the local name of its class ("Letter", "Person"); days are ISO dates or ""."""

    id: str
    label: str = field(compare=False)
    kind: str = field(compare=False)
    start: str = field(default="", compare=False)
    end: str = field(default="", compare=False)
    attributes: Attributes = field(default=(), compare=False)
    hidden: int = field(default=0, compare=False)
    """How many links of the thing the view leaves out."""


@dataclass(frozen=True, slots=True, order=True)
class ViewEdge:
    """`kind` is the local name of the property; `source` and `target` are node ids.

    `via` is the thing that makes the link (a question, a membership): two links of one kind between two things differ
    in it. `start` and `end` are its days.
    """

    source: str
    target: str
    kind: str
    via: str = ""
    via_label: str = field(default="", compare=False)
    start: str = field(default="", compare=False)
    end: str = field(default="", compare=False)
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class GraphView:
    """`about` is the label of what the view is restricted to; `notices` say what was left out or changed."""

    name: str
    nodes: tuple[ViewNode, ...]
    edges: tuple[ViewEdge, ...]
    lang: str = "nl"
    about: str = ""
    centre: str = ""
    notices: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """How a notebook shows it: a still picture; a large graph as the page in a frame of its own."""
        from sovgraph.export.notebook import view_html

        return view_html(self)


def clean(text: str) -> str:
    """Text without characters that XML can't hold, lines ending as XML reads them."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def make_view(name: str, rows: Iterable[Sequence[str]], *, lang: str = "nl", about: str = "") -> GraphView:
    """A view from rows (source, label, kind, property, target, label, kind, via, label of via, date).

    The last three may be absent. A node with several labels or kinds keeps the first in alphabetical order, so that
    the result doesn't depend on the order of rows. An empty property makes a lone node.
    """
    labels: dict[str, set[tuple[str, str]]] = {}
    edges: dict[ViewEdge, ViewEdge] = {}
    dirty: set[str] = set()

    def add(iri: str, label: str, kind: str) -> None:
        cleaned = clean(label)
        if cleaned != label:
            dirty.add(label)
        labels.setdefault(iri, set()).add((local(kind), cleaned))

    for source, source_label, source_kind, prop, target, target_label, target_kind, *more in rows:
        via, via_label, day = (*more, "", "", "")[:3]
        add(source, source_label, source_kind)
        if prop and target:
            add(target, target_label, target_kind)
            edge = ViewEdge(source, target, local(prop), via, clean(via_label), day)
            edges[edge] = min(edges.get(edge, edge), edge, key=lambda e: (e.start or "9", e.via_label))
    nodes = []
    for iri in sorted(labels):
        kind = specific(k for k, _ in labels[iri])
        label = min((text for _, text in labels[iri] if text.strip()), default=tail(iri))
        nodes.append(ViewNode(iri, label, kind))
    notices = (f"{len(dirty)} texts held characters that no XML file can hold; these are left out",) if dirty else ()
    return GraphView(name, tuple(nodes), tuple(sorted(edges.values())), lang, about, notices=notices)


_GENERAL = ("Paper", "Kamerstuk", "Letter", "Measure", "Organization", "Thing")
"""Classes that say less than another class of the same thing: a motion is shown as a motion."""


def specific(kinds: Iterable[str]) -> str:
    """The class of several that says most."""
    return min((k for k in kinds if k), key=_specific, default="Thing")


def _specific(kind: str) -> tuple[int, str]:
    return (_GENERAL.index(kind) + 1 if kind in _GENERAL else 0, kind)


def local(iri: str) -> str:
    """The last part of an IRI: "…/def#Letter" → "Letter"."""
    return re.split(r"[#/]", iri)[-1] if iri else ""


def tail(iri: str) -> str:
    """A readable stand-in for a thing without a label."""
    return re.sub(r"^https?://[^/]+/(?:.*?/id/)?", "", iri)
