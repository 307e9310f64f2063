"""The order in which the pieces of a page are read: columns, margins, rows of tables.

A page is cut at the white strip that parts most of it into two texts; lines that cross the strip cut it into bands.
What isn't two texts (labels with their values, tables, numbers before titles) is read row by row, each cell whole.
"""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sovgraph.read.pdf.page import Page, Piece
from sovgraph.read.pdf.rows import Flow, read_rows

_WORDS = 3.5
"""Lines of running text have at least so many words in the middle; labels and cells have fewer."""
_MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class _Band:
    """Pieces between two lines that cross the strip. `kind`: "columns", "margin" or "rows"."""

    left: list[Piece]
    right: list[Piece]
    kind: str

    @property
    def pieces(self) -> list[Piece]:
        return [*self.left, *self.right]


def flows(page: Page) -> list[Flow]:
    """The stretches of a page in reading order; what stands in a margin comes first, marked as such."""
    found = list(_region(list(page.pieces), page.number, 0)) if page.pieces else []
    return [flow for flow in found if flow.margin] + [flow for flow in found if not flow.margin]


def _region(pieces: list[Piece], number: int, depth: int) -> Iterator[Flow]:
    bands = _best_bands(pieces) if depth < _MAX_DEPTH and len(pieces) >= 6 else None
    if bands is None:
        yield from read_rows(pieces, number)
        return
    waiting: list[Piece] = []
    for band in bands:
        if band.kind == "rows":
            waiting += band.pieces
            continue
        yield from _region(waiting, number, depth + 1) if waiting else ()
        waiting = []
        if band.kind == "columns":
            yield from _region(band.left, number, depth + 1)
            yield from _region(band.right, number, depth + 1)
        else:
            margin, main = sorted((band.left, band.right), key=_words)
            yield from (flow.in_margin() for flow in read_rows(margin, number))
            waiting += main
    yield from _region(waiting, number, depth + 1) if waiting else ()


def _words(pieces: list[Piece]) -> int:
    return sum(len(piece.words) for piece in pieces)


def _best_bands(pieces: list[Piece]) -> list[_Band] | None:
    """The bands of the strip that parts most pieces into two texts; None when no strip does."""
    lefts = Counter(round(piece.left / 2) * 2 for piece in pieces)
    best: tuple[int, list[_Band]] | None = None
    for left, count in sorted(lefts.items(), key=lambda x: (-x[1], x[0]))[:8]:
        if count < 3:
            break
        bands = list(_bands(pieces, float(left)))
        score = sum(len(band.pieces) for band in bands if band.kind != "rows")
        if score and (best is None or score > best[0]):
            best = score, bands
    return best[1] if best else None


def _bands(pieces: list[Piece], strip: float) -> Iterator[_Band]:
    """The pieces from top to bottom, cut by those that cross the strip before `strip`."""
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.base, p.left)):
        if piece.left >= strip - 2.5:
            right.append(piece)
        elif piece.right <= strip - 0.7 * piece.font:
            left.append(piece)
        else:
            yield from _band(left, right, strip)
            yield _Band([piece], [], "rows")
            left, right = [], []
    yield from _band(left, right, strip)


def _band(left: list[Piece], right: list[Piece], strip: float) -> Iterator[_Band]:
    """A band; what stands on the left above the first line on the right is no column yet."""
    kind = _kind(left, right, strip)
    if kind != "rows":
        top = right[0].top - 2 * right[0].font
        above = [piece for piece in left if piece.base < top]
        left = [piece for piece in left if piece.base >= top]
        yield _Band(above, [], "rows")
        kind = _kind(left, right, strip)
    yield _Band(left, right, kind)


def _kind(left: list[Piece], right: list[Piece], strip: float) -> str:
    if len(left) < 3 or len(right) < 3:
        return "rows"
    if sum(piece.left < strip + 5 for piece in right) < 0.4 * len(right):
        return "rows"  # the text on the right begins elsewhere
    shared = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    if shared < 2.5 * left[0].font:
        return "rows"
    if min(_middle(left), _middle(right)) >= _WORDS or _are_as_wide(left, right):
        return "rows" if _is_table(left, right) else "columns"
    # labels stand level with their values; lines of a margin do so only by chance
    level = max(_level(left, right), _level(right, left))
    return "margin" if min(len(left), len(right)) >= 4 and level < 0.55 else "rows"


def _are_as_wide(left: list[Piece], right: list[Piece]) -> bool:
    """Two columns of one width with some lines of text in each, though most of their lines may be short."""
    widths = [max(p.right for p in side) - min(p.left for p in side) for side in (left, right)]
    texts = [sum(len(piece.words) >= 5 for piece in side) for side in (left, right)]
    return min(widths) > 0.8 * max(widths) and min(texts) >= 3


def _level(pieces: list[Piece], others: list[Piece]) -> float:
    """The share of pieces that stand level with one of the others."""
    return sum(any(abs(a.base - b.base) <= 1.6 for b in others) for a in pieces) / len(pieces)


def _middle(pieces: list[Piece]) -> float:
    return statistics.median(len(piece.words) for piece in pieces)


def _is_table(left: list[Piece], right: list[Piece]) -> bool:
    """Questions beside their answers: the cells of a row begin at one height, and the shorter is followed by white."""
    few, many = sorted((_starts(left), _starts(right)), key=len)
    aligned = sum(any(abs(a - b) <= 2.5 for b in many) for a in few)
    return len(few) >= 2 and aligned == len(few)


def _starts(pieces: Sequence[Piece]) -> list[float]:
    """Heights of the lines that have white above them."""
    return [b.base for a, b in pairwise(pieces) if b.base - a.base > 1.7 * b.font]
