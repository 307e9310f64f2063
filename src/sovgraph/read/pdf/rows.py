"""Pieces of one text to lines, and rows of several cells to the cells, each with its further lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sovgraph.read.pdf.page import Piece, join

_MARKER = re.compile(r"(?:[-–—•*·▪o]|\(?\d{1,3}[.):]|\(?[a-z]{1,2}[.)]|[IVX]{1,5}\.)")
_LABEL = re.compile(r".{1,40}:")
_CHAMBER = re.compile(r"(?:Eerste|Tweede) Kamer der Staten-Generaal")  # its figure stands at the other edge
_ENDS = (".", ";", ":", "?", "!")


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines read behind each other. `right` is how far they could have run. `joined`: its words stand before those
    of the next flow in one paragraph ("1." or "Besluit:"). `cell`: one of a row; `margin`: beside the running text."""

    lines: tuple[Piece, ...]
    page: int
    right: float
    joined: bool = False
    cell: bool = False
    margin: bool = False

    def in_margin(self) -> "Flow":
        return replace(self, margin=True)


@dataclass(slots=True)
class _Cell:
    lines: list[Piece]

    @property
    def left(self) -> float:
        return self.lines[0].left

    def takes(self, piece: Piece) -> bool:
        """Whether a piece can be the cell's next line."""
        last = self.lines[-1]
        close = piece.base - last.base < 1.75 * max(piece.font, last.font)
        right = max(line.right for line in self.lines)
        return close and (abs(piece.left - self.left) < 4 or self.left - 4 < piece.left < right)


@dataclass(slots=True)
class _Reading:
    page: int
    pieces: list[Piece]
    plain: list[Piece] = field(default_factory=list)
    cells: list[_Cell] = field(default_factory=list)

    def right_of(self, left: float) -> float:
        """How far lines run that begin near `left`."""
        return max((p.right for p in self.pieces if abs(p.left - left) < 6), default=0.0)

    def flush_plain(self) -> Iterator[Flow]:
        if self.plain:
            yield Flow(tuple(self.plain), self.page, max(piece.right for piece in self.pieces))
        self.plain = []

    def flush_cells(self) -> Iterator[Flow]:
        for index, cell in enumerate(self.cells):
            one = cell.lines[0].text if len(cell.lines) == 1 else ""
            last = index == len(self.cells) - 1
            joined = not last and bool(_MARKER.fullmatch(one) or _LABEL.fullmatch(one) or _CHAMBER.fullmatch(one))
            yield Flow(tuple(cell.lines), self.page, self.right_of(cell.left), joined, cell=True)
        self.cells = []


def read_rows(pieces: list[Piece], page: int) -> Iterator[Flow]:
    """The flows of a region without columns, from top to bottom."""
    rows = _justified(_merged(_rows(pieces)))
    reading = _Reading(page, [piece for row in rows for piece in row])
    for row in rows:
        if reading.cells and _goes_on(reading.cells, row):
            for piece in row:
                _cell_of(reading.cells, piece).lines.append(piece)  # type: ignore[union-attr]
            continue
        yield from reading.flush_cells()
        if len(row) == 1:
            reading.plain.append(row[0])
        else:
            yield from reading.flush_plain()
            reading.cells = [_Cell([piece]) for piece in row]
    yield from reading.flush_cells()
    yield from reading.flush_plain()


def _cell_of(cells: list[_Cell], piece: Piece) -> _Cell | None:
    """The rightmost cell that can take the piece."""
    return next((cell for cell in reversed(cells) if cell.takes(piece)), None)


def _goes_on(cells: list[_Cell], row: list[Piece]) -> bool:
    """Whether a row holds further lines of the cells; one that begins the first cell anew is the next row."""
    for piece in row:
        cell = _cell_of(cells, piece)
        if cell is None:
            return False
        following = [other.left for other in cells if other.left > cell.left]
        if following and piece.right > min(following):
            return False
        begins = cell is cells[0] or (len(row) > 1 and piece is row[0])
        if begins and not _continues(cell.lines[-1], piece):
            return False
    return True


def _continues(before: Piece, piece: Piece) -> bool:
    text = before.text
    if text.endswith(","):
        return True  # "De voorzitter van de commissie," with the name under it
    return len(before.words) > 1 and not text.endswith(_ENDS) and piece.text[:1].islower()


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that stand at one height, from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.base, p.left)):
        level = bool(rows) and piece.base - _base(rows[-1]) <= max(1.5, 0.25 * piece.font)
        if level or (rows and _is_mark_of(rows[-1], piece)):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _base(row: list[Piece]) -> float:
    """The height of a row; the marks of notes that stand above it come first in it."""
    return next((piece for piece in row if not piece.text.isdecimal()), row[0]).base


def _is_mark_of(row: list[Piece], piece: Piece) -> bool:
    """Whether a row of small figures belongs to the line just below their feet."""
    return all(p.text.isdecimal() and p.bottom > piece.top + 1 and p.font < piece.font for p in row)


def _merged(rows: list[list[Piece]]) -> list[list[Piece]]:
    """The rows with those pieces joined that are one line: near each other, or with a gap that no other row has."""
    done: list[list[Piece]] = []
    for index, row in enumerate(rows):
        beside = [p for near in (index - 1, index + 1) if 0 <= near < len(rows) for p in rows[near]]
        line = [row[0]]
        for piece in row[1:]:
            if _one_line(line[-1], piece, beside):
                line[-1] = join(line[-1], piece)
            else:
                line.append(piece)
        done.append(line)
    return done


def _justified(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Two words at both edges of a column are one line where the line above or below runs from edge to edge, too."""
    left = min(row[0].left for row in rows)
    right = max(row[-1].right for row in rows)

    def flush(row: list[Piece]) -> bool:
        return row[0].left < left + 3 and row[-1].right > right - 3

    return [
        [join(*row)]
        if len(row) == 2 and flush(row) and any(len(n) == 1 and flush(n) for n in rows[max(i - 1, 0) : i + 2])
        else row
        for i, row in enumerate(rows)
    ]


def _one_line(a: Piece, b: Piece, beside: list[Piece]) -> bool:
    size = max(a.font, b.font)
    gap = b.left - a.right
    if gap < 0.8 * size or (a.text.isdecimal() and a.font < 0.9 * b.font and gap < 3 * size):
        return True
    if gap > 3 * size or _LABEL.fullmatch(a.text) or _MARKER.fullmatch(a.text):
        return False
    return any(
        p.left < a.right - 2 * size and p.right > b.left + 2 * size and abs(p.base - a.base) < 2 * size for p in beside
    )
