"""Where a quote stands in the original: the boxes of its lines on the page, or the path of its element."""

import re
from bisect import bisect_right
from dataclasses import replace

from sovgraph.model import Place, Span

PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"
"""The specification that says what "page=3&viewrect=…" means; the Web Annotation model names it for PDF."""
_PAGE = re.compile(r"page=(\d+)")


class Places:
    """The places of a document, found by offset."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self._places = places
        self._starts = [place.span.start for place in places]

    def of(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that a stretch touches; the words of one printed line of a page become one box."""
        found: list[Place] = []
        for place in self._places[max(0, bisect_right(self._starts, start) - 1) :]:
            if place.span.start >= end:
                break
            if place.span.end <= start:
                continue
            if found and _same_line(found[-1], place):
                found[-1] = _joined(found[-1], place)
            else:
                found.append(place)
        return tuple(found)


def pdf_fragment(place: Place) -> str:
    """ "page=3&viewrect=72,100,40,11": left, top, width, height in points from the top left of the page."""
    page = f"page={place.page}"
    if place.box is None:
        return page
    return f"{page}&viewrect={','.join(f'{value:g}' for value in place.box)}"


def pdf_page(fragment: str) -> str | None:
    """The page that a place names; None for a path or field of another format."""
    found = _PAGE.match(fragment)
    return found[1] if found else None


def _same_line(a: Place, b: Place) -> bool:
    """Boxes of one page that share at least half of the lower one's height, the second to the right of the first."""
    if a.box is None or b.box is None or a.page != b.page:
        return False
    shared = min(a.box[1] + a.box[3], b.box[1] + b.box[3]) - max(a.box[1], b.box[1])
    return shared * 2 >= min(a.box[3], b.box[3]) and b.box[0] >= a.box[0]


def _joined(a: Place, b: Place) -> Place:
    assert a.box is not None and b.box is not None
    left, top = min(a.box[0], b.box[0]), min(a.box[1], b.box[1])
    right = max(a.box[0] + a.box[2], b.box[0] + b.box[2])
    bottom = max(a.box[1] + a.box[3], b.box[1] + b.box[3])
    box = (left, top, round(right - left, 1), round(bottom - top, 1))
    return replace(a, span=Span(a.span.start, b.span.end), box=box)
