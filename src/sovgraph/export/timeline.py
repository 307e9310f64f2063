"""Places along time: what happened on a day stands above that day, in the lane of its class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2

from sovgraph.export.labels import label_box
from sovgraph.export.names import kind, lanes, view_style
from sovgraph.export.view import GraphView, ViewNode

ASPECT = 1.25
GAP = 16.0
"""Pixels between two lanes."""
MARK = 92.0
"""Pixels that the date of a mark needs."""

_STANDS_IN = ("documentedIn", "reproducedIn", "eventSource")

Places = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A band with its heading in Dutch and English."""

    top: float
    bottom: float
    nl: str
    en: str


def timeline(view: GraphView) -> Places:
    """Node id → (x, y). The page gets the shape of a screen; what has no day stands near what it is linked with."""
    best: Places = {}
    least = float("inf")
    days = sorted({node.start for node in view.nodes if node.start})
    for width in (40, 55, 75, 100, 130):
        axis = _axis(days, width)
        places = _stacked(view, _along(view, axis))
        wide, high = _size(view, places)
        if max(wide, high * ASPECT) < least:
            best, least = places, max(wide, high * ASPECT)
    return best


def _axis(days: Sequence[str], width: float) -> Mapping[str, float]:
    """Day → x: the longer between two days, the farther, but a year without events isn't an empty page."""
    found: dict[str, float] = {}
    x = 0.0
    for i, day in enumerate(days):
        if i:
            apart = (date.fromisoformat(day) - date.fromisoformat(days[i - 1])).days
            x += width * (0.4 + 0.22 * log2(1 + apart))
        found[day] = x
    return found


def _along(view: GraphView, axis: Mapping[str, float]) -> dict[str, float]:
    x = {node.id: axis[node.start] for node in view.nodes if node.start}
    near = _near(view)
    for edge in view.edges:
        # What a paper says happened on the day of the paper, whatever it is about.
        if edge.kind in _STANDS_IN and edge.source not in x and edge.target in x:
            x[edge.source] = x[edge.target]
    for _ in range(3):
        fresh = {}
        for node in view.nodes:
            known = [x[other] for other in near.get(node.id, ()) if other in x]
            if node.id not in x and known:
                fresh[node.id] = sum(known) / len(known)
        x |= fresh
    return {node.id: x.get(node.id, -140.0) for node in view.nodes}


def _near(view: GraphView) -> dict[str, list[str]]:
    """What each thing is linked with."""
    near: dict[str, list[str]] = {}
    for edge in view.edges:
        near.setdefault(edge.source, []).append(edge.target)
        near.setdefault(edge.target, []).append(edge.source)
    return near


def _stacked(view: GraphView, x: Mapping[str, float]) -> Places:
    """Each lane in as many rows as its labels need; no label lies on another."""
    places: Places = {}
    top = 0.0
    for _, nodes in _by_lane(view):
        rows: list[list[ViewNode]] = []
        ends: list[float] = []
        for node in sorted(nodes, key=lambda n: (x[n.id], n.id)):
            half = label_box(node.label).width / 2
            row = next((i for i, end in enumerate(ends) if end <= x[node.id] - half), len(rows))
            if row == len(rows):
                rows.append([])
                ends.append(0.0)
            rows[row].append(node)
            ends[row] = x[node.id] + half
        for nodes_of_row in rows:
            boxes = [label_box(node.label) for node in nodes_of_row]
            for node, each in zip(nodes_of_row, boxes, strict=True):
                places[node.id] = (float(round(x[node.id])), float(round(top + each.above)))
            top += max(each.height for each in boxes)
        top += GAP
    return places


def _by_lane(view: GraphView) -> list[tuple[str, list[ViewNode]]]:
    found: dict[str, list[ViewNode]] = {}
    for node in view.nodes:
        found.setdefault(kind(node.kind).lane, []).append(node)
    return sorted(found.items())


def _size(view: GraphView, places: Places) -> tuple[float, float]:
    if not places:
        return 0.0, 0.0
    xs, ys = zip(*places.values(), strict=True)
    return max(xs) - min(xs) + 110, max(ys) - min(ys) + 60


def marks(view: GraphView, places: Mapping[str, tuple[float, float]]) -> list[Mark]:
    """The days to write along the axis, as many as fit; none for a picture that isn't along time."""
    if view_style(view.name).layout != "time":
        return []
    found: list[Mark] = []
    for x, day in sorted({(places[node.id][0], node.start) for node in view.nodes if node.start}):
        if not found or x - found[-1].x >= MARK:
            found.append(Mark(x, day))
    return found


def bands(view: GraphView, places: Mapping[str, tuple[float, float]]) -> list[Lane]:
    """The lanes that are there, from the top; none for a picture that isn't along time."""
    if view_style(view.name).layout != "time":
        return []
    found = []
    for name, nodes in _by_lane(view):
        tops = [places[node.id][1] - 10 for node in nodes]
        ends = [places[node.id][1] - 10 + label_box(node.label).height for node in nodes]
        nl, en = lanes().get(name, ("", ""))
        found.append(Lane(min(tops), max(ends), nl, en))
    return found


def columns(view: GraphView) -> Places:
    """From left to right: what links only lead from, what they lead through, what they only lead to."""
    into, out = {edge.target for edge in view.edges}, {edge.source for edge in view.edges}
    between = {node.kind for node in view.nodes if node.id in into and node.id in out}
    groups: list[list[ViewNode]] = [[], [], []]
    for node in view.nodes:
        groups[1 if node.kind in between else 0 if node.id in out else 2].append(node)
    near = _near(view)
    y: dict[str, float] = {}
    for group in groups:
        _spread(sorted(group, key=lambda n: (-len(near.get(n.id, ())), n.label)), y)
    for turn in range(6):
        for group in groups if turn % 2 else reversed(groups):
            mean = {n.id: sum(y[o] for o in near.get(n.id, [n.id])) / len(near.get(n.id, [n.id])) for n in group}
            _spread(sorted(group, key=lambda n, mean=mean: (mean[n.id], n.label)), y)  # type: ignore[misc]
    high = max((abs(value) for value in y.values()), default=0.0) * 2
    apart = max(260.0, high * 0.6)
    return {n.id: (i * apart, float(round(y[n.id]))) for i, group in enumerate(groups) for n in group}


def _spread(nodes: Sequence[ViewNode], y: dict[str, float]) -> None:
    """One below the other, the middle at 0."""
    tops = [0.0]
    for node in nodes:
        tops.append(tops[-1] + label_box(node.label).height + 4)
    for node, top in zip(nodes, tops, strict=False):
        y[node.id] = top - tops[-1] / 2
