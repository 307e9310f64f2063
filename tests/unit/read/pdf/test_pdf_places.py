"""Every word of a quote stands where its place says, on the page that is seen."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from sovgraph.graph.places import Places
from sovgraph.model import Place
from sovgraph.pipeline import load_environment, read_paper
from sovgraph.read import Text, make_source
from sovgraph.settings import Settings

Read = Callable[[bytes], Text]
Make = Callable[[], Any]
QUESTION = (
    "Hoe voert de minister van Asiel en Migratie de motie van het lid Eerdmans (36 704, nr. 63) uit, en wat vindt de "
    "rege~ring van de be~lang~stel~ling van de JA21-fractie in het kabi~nets~be~leid?"
).replace("~", "\u00ad")


def paper(sheet: Any) -> bytes:
    """An imitated paper in two columns with a note and feet, over two pages."""
    for number in (1, 2):
        for x in (55, 305):
            y = sheet.prose(QUESTION, x, 100, 230)
            sheet.prose(f"De brief van 3 november 2025^{number}^ is van de minister van Justitie.", x, y + 11, 230)
        sheet.prose(f"^{number}^ Kamerstukken I 2025/26, 32 317, PS.", 55, 700, 230, 6.5, 8)
        sheet.line(55, 800, "Tweede Kamer, vergaderjaar 2025–2026, 36 704, nr. 90", 7.5)
        sheet.right(540, 800, str(number), 7.5)
        sheet.page()
    data: bytes = sheet.done()
    return data


def seen(document: pypdfium2.PdfDocument, place: Place) -> str:
    """The words that the engine finds inside a place's box, with half a point around it."""
    assert place.page is not None and place.box is not None
    page = document[place.page - 1]
    left, top, width, height = place.box
    height_of_page = page.get_height()
    box = {"left": left - 0.5, "right": left + width + 0.5}
    words: str = page.get_textpage().get_text_bounded(
        **box, top=height_of_page - top - 0.2 * height, bottom=height_of_page - top - 0.8 * height
    )
    return words


def ink(document: pypdfium2.PdfDocument, place: Place) -> int:
    """The darkest point in the picture of a place: 0 is black, 255 white."""
    assert place.page is not None and place.box is not None
    image = document[place.page - 1].render(scale=2, grayscale=True).to_pil()
    left, top, width, height = (2 * value for value in place.box)
    return int(image.crop((int(left), int(top), int(left + width) + 1, int(top + height) + 1)).getextrema()[0])


def letters(words: str) -> str:
    marks = str.maketrans("¹²³", "123", "-\ufffe\u0002\u00ad \r\n")
    return words.translate(marks)


def test_places_are_in_order_inside_the_text_and_apart(sheets: Make, read: Read) -> None:
    text = read(paper(sheets()))
    spans = [place.span for place in text.places]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert spans[0].start >= 0 and spans[-1].end <= len(text.text)
    uncovered = set(range(len(text.text))) - {i for span in spans for i in range(span.start, span.end)}
    assert {text.text[i] for i in uncovered} <= {" ", "\n"}


def test_each_place_holds_its_word(sheets: Make, read: Read) -> None:
    data = paper(sheets())
    text = read(data)
    with pypdfium2.PdfDocument(data) as document:
        wrong = [
            p.span.of(text.text) for p in text.places if letters(p.span.of(text.text)) not in letters(seen(document, p))
        ]
        assert wrong == []
        assert all(ink(document, place) < 100 for place in text.places[:12])


def test_a_broken_word_has_two_places_that_touch(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.line(100, 100, "Dit is de be-")
    sheet.line(100, 112, "langstelling van de")
    text = read(sheet.done())
    assert text.text == "Dit is de belangstelling van de"
    inside = [p for p in text.places if 10 <= p.span.start < 24]
    assert [p.span.of(text.text) for p in inside] == ["be", "langstelling"]
    assert inside[0].box is not None and inside[1].box is not None and inside[0].box[1] < inside[1].box[1]


def test_quotes_of_a_built_paper_stand_on_the_page(sheets: Make) -> None:
    data = paper(sheets())
    built, _ = read_paper(make_source("stuk.pdf", data), load_environment(Settings()))
    text, places = built.document.text, Places(built.document.places)
    assert len(built.mentions) > 10
    with pypdfium2.PdfDocument(data) as document:
        for mention in built.mentions:
            boxes = places.of(mention.start, mention.end)
            found = letters(" ".join(seen(document, box) for box in boxes))
            assert boxes and letters(text[mention.start : mention.end]) in found
            assert all(ink(document, box) < 100 for box in boxes)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int, sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.canvas.setPageRotation(turn)
    sheet.canvas.translate(297, 421)
    sheet.canvas.rotate(turn)
    sheet.canvas.drawString(-60, 0, "Een zin die recht staat.")
    data = sheet.done()
    text = read(data)
    assert text.text == "Een zin die recht staat."
    with pypdfium2.PdfDocument(data) as document:
        assert all(ink(document, place) < 100 for place in text.places)


@pytest.mark.real
def test_words_of_real_pages_stand_in_their_places(shared: Path, read: Read) -> None:
    folder = shared / "corpus" / "pdf"
    if not folder.is_dir():
        pytest.skip("no PDFs among the real papers")
    for path in sorted(folder.glob("*.pdf")):
        data = path.read_bytes()
        text = read(data)
        with pypdfium2.PdfDocument(data) as document:
            some = text.places[:: max(len(text.places) // 60, 1)]
            wrong = [p for p in some if letters(p.span.of(text.text)) not in letters(seen(document, p))]
        assert len(wrong) <= 1, f"{path.name}: {[w.span for w in wrong]}"
