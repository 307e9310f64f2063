"""Reads pages that are images with the program tesseract, where it is installed with its Dutch data.

Its words get places like printed ones. They are less sure: every paper that was read so has an issue that says so.
"""

import csv
import io
import math
import shutil
import statistics
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import pypdfium2

from sovgraph.errors import ReadError
from sovgraph.read.pdf.page import Page, Piece, Word, make_piece

LANGUAGE = "nld"
_DOTS = 300 / 72
_MAX_PIXELS = 25_000_000
_SECONDS = 180
_COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text".split()


@cache
def available() -> bool:
    """Whether the program is on the path, with the data for Dutch."""
    if shutil.which("tesseract") is None:
        return False
    listed = _run(["tesseract", "--list-langs"], b"")
    return listed is not None and LANGUAGE in listed.decode("utf-8", "replace").split()


def read_image(page: pypdfium2.PdfPage, number: int, source: str) -> tuple[Page, float]:
    """A page read from its picture, and how sure the program is of its words (0 to 100)."""
    width, height = page.get_size()
    scale = min(_DOTS, math.sqrt(_MAX_PIXELS / max(width * height, 1)))
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(round(72 * scale)), "--psm", "3", "tsv"]
    printed = _run(command, _picture(page, scale))
    if printed is None:
        message = "tesseract failed on the picture of it; scan the page again, or give the official XML"
        raise ReadError(message, source=source, place=f"page {number}")
    rows = [row for row in _rows(printed.decode("utf-8", "replace")) if row["level"] == "5" and row["text"].strip()]
    sure = [float(row["conf"]) for row in rows]
    pieces = tuple(_pieces(rows, scale))
    return Page(number, width, height, pieces, sum(len(row["text"]) for row in rows)), statistics.fmean(sure or [0.0])


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    """The page in grey, as a portable graymap, which needs no library to write."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        data = bytes(bitmap.buffer)
    finally:
        bitmap.close()
    lines = b"".join(data[row * stride : row * stride + width] for row in range(height))
    return b"P5 %d %d 255\n" % (width, height) + lines


def _run(command: list[str], data: bytes) -> bytes | None:
    """What a program prints; None when it fails."""
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def _rows(printed: str) -> Iterator[dict[str, str]]:
    reader = csv.reader(io.StringIO(printed), delimiter="\t", quoting=csv.QUOTE_NONE)
    return (dict(zip(_COLUMNS, row, strict=True)) for row in reader if len(row) == len(_COLUMNS))


def _pieces(rows: list[dict[str, str]], scale: float) -> Iterator[Piece]:
    lines = [list(line) for _, line in groupby(rows, key=lambda r: (r["block_num"], r["par_num"], r["line_num"]))]
    if not lines:
        return
    heights = [max(int(row["height"]) for row in line) / scale for line in lines]
    usual = statistics.median(heights)
    for line, height in zip(lines, heights, strict=True):
        size = height if height > 1.4 * usual else usual
        # letters with tails hang lower than others: the middle of the words' feet is the line
        base = statistics.median((int(row["top"]) + int(row["height"])) / scale for row in line)
        words = [_word(row, scale, base, size) for row in line]
        yield make_piece(words, 0.85 * size, None)


def _word(row: dict[str, str], scale: float, base: float, size: float) -> Word:
    left, top = int(row["left"]) / scale, int(row["top"]) / scale
    right, bottom = left + int(row["width"]) / scale, top + int(row["height"]) / scale
    return Word(row["text"].strip(), left, top, right, bottom, base, size)
