"""What stands on a page of a PDF: words with their boxes, in pieces of lines, all counted from the page's top left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

LINE_END = "\u2010"
"""What a word ends in where the engine saw a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word, or a part of one that is printed smaller. `glued`: no blank before it.

    `base` is the height of the line it stands on, `size` the height of its letters' boxes. `raised` is a small figure
    above the line: a footnote's mark or an exponent.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    glued: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words printed behind each other on one line without a wide gap; `text` is all of them.

    `font` is the size its font states, `bold` is None where bold and plain words are mixed.
    """

    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float
    base: float
    font: float
    bold: bool | None
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """`number` counts from 1. `letters` is how many characters the engine gave, `unmapped` the share of them for which
    the font doesn't say which letter they are, `turned` how many words are printed at an angle."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    letters: int = 0
    unmapped: float = 0.0
    turned: int = 0


def make_piece(words: Sequence[Word], font: float, bold: bool | None) -> Piece:
    """A piece of its words, with small figures above the line of the others marked."""
    main = max(words, key=lambda w: w.size * min(len(w.text), 4))
    if any(word.text.isdecimal() for word in words):
        words = [replace(w, raised=True) if not w.raised and _is_raised(w, main) else w for w in words]
    upright = [word for word in words if not word.raised] or words
    return Piece(
        tuple(words),
        min(word.left for word in words),
        min(word.top for word in upright),
        max(word.right for word in words),
        max(word.bottom for word in upright),
        main.base,
        font,
        bold,
        printed(words),
    )


def printed(words: Sequence[Word]) -> str:
    return "".join([word.text if word.glued else f" {word.text}" for word in words]).lstrip(" ")


def join(a: Piece, b: Piece) -> Piece:
    """Two pieces of one line, the second to the right of the first."""
    return make_piece((*a.words, *b.words), max(a.font, b.font), a.bold if a.bold == b.bold else None)


def _is_raised(word: Word, main: Word) -> bool:
    higher = main.base - word.base > 0.1 * main.size
    return higher and word.text.isdecimal() and word.size < 0.88 * main.size
