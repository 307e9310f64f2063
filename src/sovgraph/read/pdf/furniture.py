"""Running heads, feet and page numbers: known by their wording, or by standing in one place on several pages.

They are taken out of the running text, so that sentences go on over pages. What they say is kept once: papers print
their official identifier, session year and Chamber there and nowhere else.
"""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from sovgraph.read.pdf.page import Page, Piece

_FOOT = re.compile(
    r"(?:(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}.*"
    r"|(?:kst|ah-[te]k|kv-tk|h-[te]k|nds-tk|blg)-[A-Za-z0-9][\w.-]{2,60}"
    r"|ISSN ?\d{4} ?- ?\d{3}[\dX].*|['’‘]?s-Gravenhage \d{4}.*"
    r"|[Pp]agina \d{1,4}(?: van \d{1,4})?)"
)
_NUMBERS = re.compile(r"\d+")
_ONLY_NUMBER = re.compile(r"\W*(?:[Pp](?:agina|\.)\s*)?\d{1,4}(?:\s*(?:van|/)\s*\d{1,4})?\W*")
_LABEL = re.compile(r"(?:Vraag|Vragen|Antwoord|Antwoorden|Artikel)\b")
_EDGE = 0.15
"""The share of a page's height at its top and bottom where furniture may stand on one page alone."""
_MARGIN = 0.25
"""The same for words that stand in the very same place on the next page."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece of furniture with its page; `key` is its wording without figures and its rough place."""

    page: int
    piece: Piece
    key: tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Parted:
    """Pages without their furniture, and of each kind of furniture what it said first."""

    pages: tuple[Page, ...]
    kept: tuple[Seen, ...]


def part(pages: tuple[Page, ...]) -> Parted:
    repeated = _repeated(pages)
    found: dict[tuple[str, bool], Seen] = {}
    bare: list[Page] = []
    for page in pages:
        body: list[Piece] = []
        for piece in page.pieces:
            seen = Seen(page.number, piece, _key(page, piece))
            if _is_foot(page, piece) or id(piece) in repeated or _is_page_number(page, piece):
                if not _ONLY_NUMBER.fullmatch(piece.text):
                    found.setdefault(seen.key, seen)
            else:
                body.append(piece)
        bare.append(replace(page, pieces=tuple(body)))
    return Parted(tuple(bare), tuple(found.values()))


def _key(page: Page, piece: Piece) -> tuple[str, bool]:
    return _NUMBERS.sub("#", piece.text), piece.base > page.height / 2


def _is_foot(page: Page, piece: Piece) -> bool:
    """What the publisher prints under a page; on the first page only it is another than on the others."""
    near = piece.base > (1 - 1.3 * _EDGE) * page.height or piece.base < _EDGE * page.height
    return near and _FOOT.fullmatch(piece.text) is not None


def _is_page_number(page: Page, piece: Piece) -> bool:
    """The page's own number at its foot with nothing under it."""
    low = piece.base > (1 - _EDGE) * page.height
    if not low or not _ONLY_NUMBER.fullmatch(piece.text):
        return False
    first = _NUMBERS.findall(piece.text)[0]
    return int(first) == page.number and all(other.base <= piece.base + 2 for other in page.pieces)


def _repeated(pages: tuple[Page, ...]) -> set[int]:
    """Pieces that stand in one place on pages near each other and say the same but for counting figures."""
    places: dict[tuple[str, int], list[tuple[Page, Piece]]] = defaultdict(list)
    for page in pages:
        for piece in page.pieces:
            outer = piece.base < _MARGIN * page.height or piece.base > (1 - _MARGIN) * page.height
            if outer and not _LABEL.match(piece.text):
                places[_NUMBERS.sub("#", piece.text), round(piece.base / 4)].append((page, piece))
    lefts = _text_lefts(pages)
    alike: dict[int, tuple[Page, Piece]] = {}
    for (wording, row), here in places.items():
        near = [*here, *places.get((wording, row - 1), ()), *places.get((wording, row + 1), ())]
        near = sorted({id(piece): (page, piece) for page, piece in near}.values(), key=lambda x: x[0].number)
        for a, b in pairwise(near):
            if _counts_on(a, b):
                alike[id(a[1])], alike[id(b[1])] = a, b
    often = Counter(_key(page, piece) for page, piece in alike.values())
    usual = _body_font(pages)
    edges = {page.number: _edges(page, alike.keys(), often, usual, len(pages)) for page, _ in alike.values()}
    return {
        key
        for key, (page, piece) in alike.items()
        if key in edges[page.number]
        # beside the text, as on further pages of a letter; a cell may stand in one place on two pages by chance
        or (often[_key(page, piece)] >= 0.5 * len(pages) and _is_beside(piece, lefts))
    }


def _is_beside(piece: Piece, lefts: set[int]) -> bool:
    return {round(piece.left / 4) + d for d in (-1, 0, 1)}.isdisjoint(lefts)


def _counts_on(a: tuple[Page, Piece], b: tuple[Page, Piece]) -> bool:
    """Whether every figure in the second is that of the first, or as much higher as the page is."""
    step = b[0].number - a[0].number
    figures = zip(_NUMBERS.findall(a[1].text), _NUMBERS.findall(b[1].text), strict=False)
    near = abs(a[1].base - b[1].base) < 3 and 0 < step <= 3
    return near and all(int(y[:9]) - int(x[:9]) in (0, step) for x, y in figures)


def _text_lefts(pages: Iterable[Page]) -> set[int]:
    """Where the lines of running text begin: the two most common places."""
    counts = Counter(round(piece.left / 4) for page in pages for piece in page.pieces)
    return {left for left, _ in counts.most_common(2)}


def _body_font(pages: Iterable[Page]) -> float:
    return statistics.median(piece.font for page in pages for piece in page.pieces)


def _edges(page: Page, alike: Collection[int], often: Counter[tuple[str, bool]], usual: float, count: int) -> set[int]:
    """The pieces above and below the running text with room between, where all of them are alike on other pages.

    Words of an answer may begin two pages, too: on two pages only, the print or the room must tell.
    """
    found: set[int] = set()
    for low in (False, True):
        for block, room in _blocks(sorted(page.pieces, key=lambda p: p.base, reverse=low)):
            outside = all(id(piece) in alike and (piece.base > page.height / 2) == low for piece in block)
            if len(block) > 12 or not outside:
                break
            times = min(often[_key(page, piece)] for piece in block)
            told = room > 2.6 or all(abs(piece.font - usual) > 0.05 * usual for piece in block)
            if (times >= 3 and (told or times >= 0.4 * count)) or (told and times >= 0.4 * count):
                found |= {id(piece) for piece in block}
    return found


def _blocks(pieces: list[Piece]) -> Iterator[tuple[list[Piece], float]]:
    """Pieces with ordinary line spacing between them, from an edge of the page, with the room behind them as a
    multiple of their size; the last block is running text."""
    block: list[Piece] = []
    for piece in pieces:
        room = abs(piece.base - block[-1].base) / piece.font if block else 0.0
        if room > 1.8:
            yield block, room
            block = []
        block.append(piece)
