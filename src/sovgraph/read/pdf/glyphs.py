"""Characters of a page, as the PDF engine gives them, to words and pieces of lines.

Every question to the engine costs more than a microsecond, so that boxes are asked per word, not per letter: of its
first and last letter, and of its figures, which may be raised.
"""

import ctypes
import math
import re
import statistics
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from sovgraph.read.pdf.page import LINE_END, Page, Piece, Word, make_piece

WIDE = 1.4
"""A gap this many times the letters' height ends a piece: no word space is so wide but in a badly set line."""

_RUN = re.compile("[^\\s\u00a0\ufffe\u0002\u00ad]+(?:[\ufffe\u0002\u00ad](?=[\\s\u00a0]*\\S))?|\r\n|\n")
_HYPHENS = "\ufffe\u0002\u00ad"
_WIDEST = 5.0
"""Where all gaps of a line are alike, its words are pushed apart to fill it; but the columns of a table are wider."""
_TIGHT = 0.21
"""The engine sees no blank narrower than about 0.18 of the letters' size; lines set so tight are looked through."""
_FIGURES = re.compile(r"\d+")
_LETTERS = {
    0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF06F: "•", 0xF02D: "-",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    **dict.fromkeys((*range(32), 0x7F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF)),
}  # fmt: skip
"""Bullets of symbol fonts, letters printed as one, and characters that print nothing."""
_SAMPLE = 150

Printed = tuple[Word, tuple[int, int]]
"""A word with the first and last of the letters it was read from."""


class Glyphs:
    """The characters of one page. The engine's handles live as long as the `with` that opened them."""

    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> None:
        self._page, self._raw = page, text.raw
        self.count: int = text.count_chars()
        self.text = self._characters(text)
        left, bottom, right, top = page.get_bbox()
        self._edges = (left, bottom, right, top)
        self._turn: int = page.get_rotation()
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of a letter, of the full height of its font."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, rect)
        if self._turn == 0:
            edge, _, _, top = self._edges
            return rect.left - edge, top - rect.top, rect.right - edge, top - rect.bottom
        x1, y1 = self._shown(rect.left, rect.top)
        x2, y2 = self._shown(rect.right, rect.bottom)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def base(self, index: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        return self._shown(self._x.value, self._y.value)[1]

    def font(self, index: int) -> tuple[float, bool]:
        """The size of a letter's font on the page, and whether it is bold."""
        pdfium.FPDFText_GetMatrix(self._raw, index, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d) or 1.0
        size = pdfium.FPDFText_GetFontSize(self._raw, index) * scale
        # the engine's own weight is that of the file's font record, which often says 400 for all
        length = pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, len(self._name), self._flags)
        return size, b"Bold" in self._name.raw[: min(length, len(self._name))]

    def unmapped(self) -> float:
        """The share of letters whose font doesn't say what they mean, from a sample over the page."""
        step = max(self.count // _SAMPLE, 1)
        sample = [i for i in range(0, self.count, step) if not self.text[i].isspace()]
        bad = sum(pdfium.FPDFText_HasUnicodeMapError(self._raw, i) == 1 or _strange(self.text[i]) for i in sample)
        return bad / len(sample) if sample else 0.0

    def _characters(self, text: pypdfium2.PdfTextPage) -> str:
        """One character per index of the engine; it leaves some out of its text, and halves others."""
        words: str = text.get_text_range(0, self.count, errors="replace") if self.count else ""
        if len(words) == self.count:
            return words
        codes = (pdfium.FPDFText_GetUnicode(self._raw, i) for i in range(self.count))
        return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in codes)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space, from the top left of the page as it is shown."""
        left, bottom, right, top = self._edges
        match self._turn:
            case 90:
                return y - bottom, x - left
            case 180:
                return right - x, y - bottom
            case 270:
                return top - y, right - x
            case _:
                return x - left, top - y


def read_page(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int) -> Page:
    """All that is printed on a page."""
    glyphs = Glyphs(page, text)
    width, height = page.get_size()
    turned = 0
    pieces: list[Piece] = []
    for run in _runs(glyphs):
        if any(_is_turned(word) for word, _ in run):
            turned += len(run)
        else:
            pieces += (_piece(glyphs, part) for part in _parts(run))
    return Page(number, width, height, tuple(pieces), glyphs.count, glyphs.unmapped(), turned)


def _parts(run: list[Printed]) -> Iterator[list[Printed]]:
    """A run of words cut at its wide gaps; in a line that is justified all gaps are alike."""
    gaps = [b.left - a.right for (a, _), (b, _) in pairwise(run)]
    blanks = [gap for gap, (word, _) in zip(gaps, run[1:], strict=True) if not word.glued]
    even = len(blanks) > 1 and max(blanks) - min(blanks) < 0.15 * max(blanks) + 0.5
    if even and max(blanks) < _WIDEST * run[0][0].size:
        yield run
        return
    start = 0
    for index, gap in enumerate(gaps, 1):
        if gap > WIDE * max(run[index - 1][0].size, run[index][0].size):
            yield run[start:index]
            start = index
    yield run[start:]


def _piece(glyphs: Glyphs, run: list[Printed]) -> Piece:
    words, spans = [word for word, _ in run], [span for _, span in run]
    size, first = glyphs.font(spans[0][0])
    other, last = glyphs.font(spans[-1][1] - 1)
    font = max(size, other)
    gaps = [b.left - a.right for a, b in pairwise(words) if not b.glued]
    if gaps and min(gaps) < _TIGHT * font:
        least = 0.6 * statistics.median(gaps)
        words = [one for word, span in zip(words, spans, strict=True) for one in _apart(glyphs, word, span, least)]
    return make_piece(words, font, first if first == last else None)


def _apart(glyphs: Glyphs, word: Word, span: tuple[int, int], least: float) -> Iterator[Word]:
    """A word, or two where a blank between them is too narrow for the engine."""
    boxes = [glyphs.box(index) for index in range(*span)]
    cuts = [i for i, (a, b) in enumerate(pairwise(boxes), 1) if b[0] - a[2] > least]
    if not cuts or len(word.text) < len(boxes):
        yield word
        return
    for start, end in pairwise((0, *cuts, len(boxes))):
        text = word.text[start:] if end == len(boxes) else word.text[start:end]
        yield replace(word, text=text, left=boxes[start][0], right=boxes[end - 1][2], glued=word.glued and not start)


def _runs(glyphs: Glyphs) -> Iterator[list[Printed]]:
    """Words that follow each other in the file and on the page, up to the end of a line."""
    run: list[Printed] = []
    previous = -1
    for match in _RUN.finditer(glyphs.text):
        ends = match.group() in ("\r\n", "\n")
        for word in () if ends else _words(glyphs, match, glued=match.start() == previous):
            if run and not _follows(run[-1][0], word[0]):
                yield run
                run = []
            run.append(word)
        previous = -1 if ends else match.end()
        if run and (ends or match.group()[-1] in _HYPHENS):
            yield run
            run = []
    if run:
        yield run


def _follows(before: Word, word: Word) -> bool:
    """Whether a word stands behind another on the same line."""
    height = max(before.size, word.size)
    return abs(word.base - before.base) < 0.55 * height and -0.5 * height < word.left - before.right < 15 * height


def _words(glyphs: Glyphs, match: re.Match[str], glued: bool) -> Iterator[Printed]:
    """A run of letters as one word, or as several where figures in it stand higher than the letters."""
    start, end = match.span()
    cuts = [(start, end)]
    for figures in _FIGURES.finditer(glyphs.text, start, end) if end - start > 1 else ():
        begin, stop = _small_figures(glyphs, *figures.span(), start, end)
        if begin < stop:
            cuts = [(a, b) for a, b in ((start, begin), (begin, stop), (stop, end)) if a < b]
            break
    for begin, stop in cuts:
        word = _word(glyphs, begin, stop, glued or begin > start)
        if word.text:
            yield word, (begin, stop)


def _word(glyphs: Glyphs, start: int, end: int, glued: bool) -> Word:
    first = glyphs.box(start)
    last = glyphs.box(end - 1) if end - start > 1 else first
    box = first
    if last is not first:
        box = (min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))
    return Word(_printed(glyphs.text[start:end]), *box, glyphs.base(start), first[3] - first[1], glued)


def _small_figures(glyphs: Glyphs, begin: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """The figures between `begin` and `stop` that are printed smaller than what they touch; equal ends if none are.

    In "2025" with a mark behind it, the mark is a part of the figures.
    """
    if stop - begin > 1 and _smaller(glyphs, stop - 1, begin):
        return next(i for i in range(begin + 1, stop) if _smaller(glyphs, i, begin)), stop
    if any(_smaller(glyphs, begin, index) for index in (begin - 1, stop) if start <= index < end):
        return begin, stop
    return begin, begin


def _smaller(glyphs: Glyphs, figure: int, letter: int) -> bool:
    a, b = glyphs.box(figure), glyphs.box(letter)
    return a[3] - a[1] < 0.88 * (b[3] - b[1])


def _printed(text: str) -> str:
    hyphen = LINE_END if text[-1] in _HYPHENS else ""
    return (text if text.isascii() and text.isprintable() else text.translate(_LETTERS)) + hyphen


def _is_turned(word: Word) -> bool:
    """Letters above each other: print at an angle."""
    return len(word.text) > 2 and word.right - word.left < 0.12 * len(word.text) * (word.bottom - word.top)


def _strange(char: str) -> bool:
    """No letter that a paper prints: an unknown one, one of private use, a control."""
    code = ord(char)
    return code == 0xFFFD or (0xE000 <= code < 0xF000) or (code < 32 and code not in (2, 9, 10, 13))
