"""Puts the parts of a picture together: small parts go into the empty corners around the large one."""

from collections.abc import Sequence
from typing import Any

import numpy as np

CELL = 24
"""Pixels of a cell of the raster on which free room is sought."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def pack(blocks: Sequence[Sequence[Rect]], aspect: float) -> list[tuple[float, float]]:
    """How far to move each block, given as the rectangles that it covers, largest block first.

    Each goes where the page of the wanted shape stays smallest, then nearest to the middle.
    """
    moves: list[tuple[float, float]] = []
    taken: list[Rect] = []
    for rects in blocks:
        move = _best(taken, rects, aspect) if taken else (0.0, 0.0)
        moves.append(move)
        taken += [(a + move[0], b + move[1], c + move[0], d + move[1]) for a, b, c, d in rects]
    return moves


def _best(taken: Sequence[Rect], rects: Sequence[Rect], aspect: float) -> tuple[float, float]:
    left, top, right, bottom = bounds(taken)
    own = bounds(rects)
    wide, high = (int((own[2] - own[0]) // CELL) + 3, int((own[3] - own[1]) // CELL) + 3)
    # Around the page lies room for the block on each side.
    x0, y0 = left - wide * CELL, top - high * CELL
    columns, rows = (int((right - left) // CELL) + 2 * wide + 2, int((bottom - top) // CELL) + 2 * high + 2)
    full = np.zeros((rows, columns))
    for a, b, c, d in taken:
        full[int((b - y0) // CELL) : int((d - y0) // CELL) + 1, int((a - x0) // CELL) : int((c - x0) // CELL) + 1] = 1
    sums = np.zeros((rows + 1, columns + 1))
    sums[1:, 1:] = full.cumsum(axis=0).cumsum(axis=1)
    inside = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    row, column = np.nonzero(inside < 0.5)
    lefts, tops = x0 + column * CELL, y0 + row * CELL
    page_wide = np.maximum(right, lefts + wide * CELL) - np.minimum(left, lefts)
    page_high = np.maximum(bottom, tops + high * CELL) - np.minimum(top, tops)
    page = np.maximum(page_wide, page_high * aspect)
    off = np.abs(lefts + wide * CELL / 2 - (left + right) / 2) + np.abs(tops + high * CELL / 2 - (top + bottom) / 2)
    chosen = np.lexsort((column, row, off, page_wide * page_high, page))[0]
    return float(lefts[chosen] + CELL - own[0]), float(tops[chosen] + CELL - own[1])


def bounds(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle around all."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def along(start: Any, end: Any) -> list[Rect]:
    """Small squares along a line, so that nothing is put on top of it."""
    count = max(2, int(np.hypot(*(end - start)) // CELL) + 1)
    points = start + np.linspace(0, 1, count)[:, None] * (end - start)
    return [(float(x), float(y), float(x) + 1, float(y) + 1) for x, y in points]
