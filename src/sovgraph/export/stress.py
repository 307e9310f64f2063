"""Places for a connected graph by stress majorization: what is near in the graph lies near on the page."""

from collections import deque
from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any

import numpy as np

Neighbours = Sequence[Sequence[int]]
ROUNDS = 80


def distances(neighbours: Neighbours) -> Any:
    """The matrix of steps between nodes; the graph must be connected."""
    size = len(neighbours)
    found = np.zeros((size, size))
    for start in range(size):
        found[start] = steps_from(neighbours, start)
    return found


def steps_from(neighbours: Neighbours, start: int) -> list[int]:
    """Breadth first: the number of steps from one node to each other one."""
    steps = [-1] * len(neighbours)
    steps[start] = 0
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for other in neighbours[here]:
            if steps[other] < 0:
                steps[other] = steps[here] + 1
                queue.append(other)
    return steps


def radial(neighbours: Neighbours) -> list[tuple[float, float]]:
    """A tree around the node with most neighbours: each branch gets as much of the circle as it has leaves."""
    centre = max(range(len(neighbours)), key=lambda i: (len(neighbours[i]), -i))
    order, parent = [centre], {centre: centre}
    for here in order:
        for other in neighbours[here]:
            if other not in parent:
                parent[other] = here
                order.append(other)
    leaves = dict.fromkeys(order, 0)
    for here in reversed(order):
        leaves[here] = leaves[here] or 1
        if here != centre:
            leaves[parent[here]] += leaves[here]
    places = {centre: (0.0, 0.0)}
    wedge, depth = {centre: 0.0}, {centre: 0}
    for here in order[1:]:
        above = parent[here]
        start, width = wedge[above], 2 * pi * leaves[here] / leaves[centre]
        wedge[here], wedge[above] = start, start + width
        depth[here] = depth[above] + 1
        angle = start + width / 2
        places[here] = (depth[here] * cos(angle), depth[here] * sin(angle))
    return [places[i] for i in range(len(neighbours))]


def settle(neighbours: Neighbours) -> Any:
    """An array of x and y in steps: the weighted Guttman transform, from a radial tree."""
    place = np.array(radial(neighbours))
    if len(neighbours) < 3:
        return place
    steps = distances(neighbours)
    np.fill_diagonal(steps, 1.0)
    weights = steps**-2.0
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian[1:, 1:])
    for _ in range(ROUNDS):
        apart = np.sqrt(((place[:, None, :] - place[None, :, :]) ** 2).sum(axis=2))
        np.fill_diagonal(apart, 1.0)
        pull = -weights * steps / np.maximum(apart, 1e-6)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        moved = np.zeros_like(place)
        moved[1:] = inverse @ (pull @ place)[1:]
        place = moved
    return place - place.mean(axis=0)
