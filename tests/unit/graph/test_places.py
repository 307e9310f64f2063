"""Where a quote stands in the original: joined boxes on a page, a block's path."""

from sovgraph.graph.places import Places, pdf_fragment
from sovgraph.model import Place, Span

WORDS = (
    Place(Span(0, 4), 1, (72.0, 100.0, 20.0, 10.0)),
    Place(Span(5, 9), 1, (95.0, 100.5, 20.0, 10.0)),
    Place(Span(10, 14), 1, (72.0, 112.0, 20.0, 10.0)),
    Place(Span(15, 19), 2, (72.0, 60.0, 20.0, 10.0)),
)


def test_words_of_one_line_are_one_box() -> None:
    assert [pdf_fragment(p) for p in Places(WORDS).of(1, 8)] == ["page=1&viewrect=72,100,43,10.5"]


def test_a_stretch_over_lines_and_pages_has_a_box_for_each_line() -> None:
    found = [pdf_fragment(p) for p in Places(WORDS).of(6, 19)]
    assert found == ["page=1&viewrect=95,100.5,20,10", "page=1&viewrect=72,112,20,10", "page=2&viewrect=72,60,20,10"]


def test_a_stretch_between_words_has_no_place() -> None:
    assert Places(WORDS).of(4, 5) == ()


def test_a_block_keeps_its_path() -> None:
    blocks = (Place(Span(0, 10), path="/a/b[1]"), Place(Span(12, 20), path="/a/b[2]"))
    assert [p.path for p in Places(blocks).of(11, 15)] == ["/a/b[2]"]
