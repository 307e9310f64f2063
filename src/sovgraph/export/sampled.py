"""Quick places for a large connected graph: distances to some pivots, then pulls along links and sampled pushes."""

from typing import Any

import numpy as np

PIVOTS = 40
ROUNDS = 80
COOLING = 0.96
GATHERED = 0.6
ALL = 700
"""Up to so many nodes each pushes each other one."""
SAMPLES = 8
"""Others that push a node in each round; they are scaled up to all."""


def sampled(neighbours: list[list[int]]) -> Any:
    """An array of x and y in steps; the same for the same graph."""
    size = len(neighbours)
    starts = np.cumsum([0, *map(len, neighbours)])
    ends = np.fromiter((other for near in neighbours for other in near), dtype=np.int64, count=int(starts[-1]))
    place = _gathered(_pivoted(starts, ends, size))
    random = np.random.default_rng(1)
    place += random.normal(0.0, 0.15, place.shape)
    source = np.repeat(np.arange(size), np.diff(starts))
    degree = np.maximum(1, np.diff(starts))
    heat = max(1.0, 0.08 * size**0.5)
    for _ in range(ROUNDS):
        move = _pulls(place, source, ends, degree) + (
            _all_pushes(place) if size <= ALL else _pushes(place, random, size)
        )
        length = np.sqrt((move**2).sum(axis=1, keepdims=True))
        place = place + move * np.minimum(1.0, heat / np.maximum(length, 1e-9))
        heat = max(0.05, heat * COOLING)
    return place - place.mean(axis=0)


def _gathered(place: Any) -> Any:
    """What lies far out comes nearer, or a long tail would press all else together."""
    far = np.sqrt((place**2).sum(axis=1, keepdims=True))
    middle = max(float(np.median(far)), 1e-9)
    return place * (np.maximum(far, 1e-9) / middle) ** -GATHERED * (len(place) ** 0.5 / 2 / middle)


def _pulls(place: Any, source: Any, ends: Any, degree: Any) -> Any:
    """Each node towards its neighbours, the farther the harder; hubs give way least."""
    line = place[ends] - place[source]
    force = line * np.sqrt((line**2).sum(axis=1, keepdims=True))
    size = len(place)
    summed = np.stack([np.bincount(source, force[:, axis], size) for axis in (0, 1)], axis=1)
    return summed / degree[:, None] ** 0.5


def _all_pushes(place: Any) -> Any:
    """Away from each other node, the nearer the harder."""
    own = (place**2).sum(axis=1)
    # The sum of (p - q) / |p - q|² as two products of matrices: forty times quicker than pair by pair.
    near = 1.0 / np.maximum(own[:, None] + own[None, :] - 2.0 * (place @ place.T), 0.02)
    return place * near.sum(axis=1, keepdims=True) - near @ place


def _pushes(place: Any, random: Any, size: int) -> Any:
    """The same from some others, as if they stood for all."""
    move = np.zeros_like(place)
    for _ in range(SAMPLES):
        order = random.permutation(size)
        other = np.empty(size, dtype=np.int64)
        other[order] = np.roll(order, 1)
        line = place - place[other]
        square = (line**2).sum(axis=1, keepdims=True)
        move += line / np.maximum(square, 1.0)
    return move * size / SAMPLES


def _pivoted(starts: Any, ends: Any, size: int) -> Any:
    """Classical scaling on the steps to pivots, each as far as can be from those before."""
    count = min(PIVOTS, size)
    degree = np.diff(starts)
    pivot = int(np.argmax(degree))
    nearest = np.full(size, np.inf)
    steps = np.zeros((size, count))
    for column in range(count):
        steps[:, column] = _steps(starts, ends, size, pivot)
        nearest = np.minimum(nearest, steps[:, column])
        pivot = int(np.argmax(nearest))
    square = steps**2
    centred = -0.5 * (square - square.mean(axis=0) - square.mean(axis=1, keepdims=True) + square.mean())
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, np.argsort(values)[::-1][:2]]
    # The sign of an axis is arbitrary; the largest entry of each is made positive.
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])])
    place = centred @ axes
    spread = place.std(axis=0)
    return place / np.where(spread > 0, spread, 1.0)


def _steps(starts: Any, ends: Any, size: int, start: int) -> Any:
    """Breadth first, a whole ring at a time."""
    found = np.full(size, -1.0)
    found[start] = 0.0
    ring = np.array([start])
    step = 0.0
    while len(ring):
        step += 1.0
        counts = starts[ring + 1] - starts[ring]
        places = np.repeat(starts[ring] - np.concatenate(([0], np.cumsum(counts)[:-1])), counts) + np.arange(
            counts.sum()
        )
        others = np.unique(ends[places])
        ring = others[found[others] < 0]
        found[ring] = step
    return found
