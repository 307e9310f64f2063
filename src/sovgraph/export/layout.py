"""Places for the nodes of a picture: no two labels overlap, the parts fill the page, the same for the same graph."""

from collections.abc import Sequence
from math import sqrt
from typing import Any

import numpy as np

from sovgraph.export.labels import Box, label_box
from sovgraph.export.names import view_style
from sovgraph.export.packing import Rect, along, bounds, pack
from sovgraph.export.sampled import sampled
from sovgraph.export.stress import Neighbours, settle
from sovgraph.export.timeline import columns, timeline
from sovgraph.export.view import GraphView

STRESS_LIMIT = 500
"""A larger part gets sampled places: majorization would take longer than a user waits."""
FEW = 150
"""Up to so many things in a part, pressing it together takes less than a second or two."""
ASPECT = 1.45
"""Width by height of the whole: that of a screen beside the legend."""
EDGE = 88.0
"""Pixels between neighbours before labels are pushed apart."""
TIGHTER = 0.93
"""A step in pressing a part together; it ends when the part doesn't become smaller any more."""
PATIENCE = 2
"""Steps without gain before it ends: to press one side may first cost on the other."""

Part = list[int]


def layout(view: GraphView) -> dict[str, tuple[float, float]]:
    """Node id → (x, y) in whole pixels at scale 1; y counts downwards."""
    style = view_style(view.name).layout
    return timeline(view) if style == "time" else columns(view) if style == "columns" else net(view)


def net(view: GraphView) -> dict[str, tuple[float, float]]:
    """What is near in the graph lies near on the page."""
    number = {node.id: i for i, node in enumerate(view.nodes)}
    linked: list[set[int]] = [set() for _ in view.nodes]
    for edge in view.edges:
        if edge.source != edge.target:
            linked[number[edge.source]].add(number[edge.target])
            linked[number[edge.target]].add(number[edge.source])
    neighbours = [sorted(others) for others in linked]
    boxes = [label_box(node.label) for node in view.nodes]
    places = np.zeros((len(view.nodes), 2))
    found = parts(neighbours)
    covered = []
    for part in found:
        own = [boxes[i] for i in part]
        places[part] = _spread(part, neighbours, own) if neighbours[part[0]] else _grid(own)
        covered.append(_covered(part, places, neighbours, own))
    for part, move in zip(found, pack(covered, ASPECT), strict=True):
        places[part] += np.array(move)
    return {node.id: (float(round(x)), float(round(y))) for node, (x, y) in zip(view.nodes, places, strict=True)}


def _covered(part: Part, places: Any, neighbours: Neighbours, boxes: Sequence[Box]) -> list[Rect]:
    """Where nothing else may come: labels and lines; of a large part all between its outermost labels."""
    rects = rectangles(places[part], boxes)
    if len(part) > STRESS_LIMIT:
        return [bounds(rects)]
    lines = [along(places[i], places[j]) for i in part for j in neighbours[i] if i < j]
    return [*rects, *(square for line in lines for square in line)]


def rectangles(spots: Any, boxes: Sequence[Box]) -> list[Rect]:
    """The room that each node takes with its label."""
    return [
        (float(x) - b.width / 2, float(y) - b.above, float(x) + b.width / 2, float(y) - b.above + b.height)
        for (x, y), b in zip(spots, boxes, strict=True)
    ]


def parts(neighbours: Neighbours) -> list[Part]:
    """The connected parts, largest first; all lone nodes together are the last part."""
    found: list[Part] = []
    seen: set[int] = set()
    for start in range(len(neighbours)):
        if start in seen or not neighbours[start]:
            continue
        part = [start]
        seen.add(start)
        for here in part:
            fresh = [other for other in neighbours[here] if other not in seen]
            seen.update(fresh)
            part += fresh
        found.append(sorted(part))
    found.sort(key=lambda part: (-len(part), part))
    lone = [i for i, others in enumerate(neighbours) if not others]
    return [*found, lone] if lone else found


def _spread(part: Part, neighbours: Neighbours, boxes: Sequence[Box]) -> Any:
    inside = {node: i for i, node in enumerate(part)}
    own = [[inside[other] for other in neighbours[node]] for node in part]
    if len(part) > STRESS_LIMIT:
        return sampled(own) * EDGE * 0.6
    # Labels are wider than high, and so is the page.
    rounds = 400 if len(part) <= FEW else 60
    spots = push_apart(np.round(settle(own) * np.array([EDGE * ASPECT, EDGE]), 1), boxes, rounds=rounds)
    best, least, worse = spots, _needed(spots, boxes), 0
    for _ in range(60 if len(part) <= FEW else 4):
        wide, high = _page(spots, boxes)
        # The side that makes the page too large is pressed most; what is pressed gives way on the other.
        too_wide = wide > high * ASPECT
        press = np.array((TIGHTER, 1.0) if too_wide else (1.0, TIGHTER))
        spots = push_apart(spots * press, boxes, sidewards=0.5 if too_wide else 2.5, rounds=rounds)
        needed = _needed(spots, boxes)
        best, least, worse = (spots, needed, 0) if needed < least * 0.998 else (best, least, worse + 1)
        if worse == PATIENCE:
            break
    return best


def _page(spots: Any, boxes: Sequence[Box]) -> tuple[float, float]:
    left, top, right, bottom = bounds(rectangles(spots, boxes))
    return right - left, bottom - top


def _needed(spots: Any, boxes: Sequence[Box]) -> float:
    """The width of the page of the wanted shape that holds all."""
    wide, high = _page(spots, boxes)
    return max(wide, high * ASPECT)


def push_apart(spots: Any, boxes: Sequence[Box], sidewards: float = ASPECT, rounds: int = 400) -> Any:
    """Moves nodes whose boxes overlap, each half of the way, along the axis where less is missing.

    `sidewards` says how much more room there is to the sides than up and down.
    """
    half = np.array([(each.width / 2, each.height / 2) for each in boxes])
    below = np.array([(0.0, each.height / 2 - each.above) for each in boxes])
    centre = spots + below
    order = np.arange(len(boxes))
    sign = np.where(order[:, None] < order[None, :], -1.0, 1.0)[:, :, None]
    for _ in range(rounds):
        apart = centre[:, None, :] - centre[None, :, :]
        missing = half[:, None, :] + half[None, :, :] - np.abs(apart)
        hit = (missing > 0.01).all(axis=2)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        side = np.where(apart == 0, sign, np.sign(apart))
        sideways = missing[:, :, 0] < missing[:, :, 1] * sidewards
        for axis, chosen in ((0, hit & sideways), (1, hit & ~sideways)):
            push = np.where(chosen, side[:, :, axis] * (missing[:, :, axis] / 2 + 0.5), 0.0)
            # Many pushes at once would throw a node out of a crowd.
            centre[:, axis] += push.sum(axis=1) / np.sqrt(np.maximum(1, chosen.sum(axis=1)))
    return centre - below


def _grid(boxes: Sequence[Box]) -> Any:
    """Lone nodes in rows."""
    wide, high = max(each.width for each in boxes), max(each.height for each in boxes)
    columns = max(1, round(sqrt(len(boxes) * ASPECT * high / wide)))
    return np.array([((i % columns) * wide, (i // columns) * high) for i in range(len(boxes))])
