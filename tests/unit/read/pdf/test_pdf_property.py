"""Any imitated paper, printed and read back: its words in their order, with places in the text that don't overlap."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sovgraph.read import Text

Read = Callable[[bytes], Text]
Make = Callable[[], Any]
WORDS = (
    "de minister staats~secre~taris Kamer com~mis~sie motie Eerdmans JA21-fractie Noord-Afrika 2025 nr. 63 over van "
    "ingezonden be~lang~stel~ling rege~ring (Kamerstuk heeft geen 36 704 EU-lidstaten ver~ant~woor~de~lijk~heid"
)
WORDS_OF_PAPERS = WORDS.replace("~", "\u00ad").split()
SENTENCES = st.lists(st.sampled_from(WORDS_OF_PAPERS), min_size=4, max_size=40).map(
    lambda w: "De " + " ".join(w) + " zegt iets."
)
PAPERS = st.lists(st.lists(SENTENCES, min_size=1, max_size=5), min_size=1, max_size=3)


def printed(sheet: Any, pages: list[list[str]], columns: bool) -> list[str]:
    """Prints the paragraphs of each page and gives them in the order of reading."""
    order: list[str] = []
    for page in pages:
        for x in (55, 305) if columns else (120,):
            y = 100.0
            for paragraph in page:
                # no two begin alike: what stands in one place on two pages is a running head
                paragraph = f"{chr(97 + len(order))}lfa {paragraph}"
                y = sheet.prose(paragraph, x, y, 230 if columns else 380) + 9
                order.append(paragraph.replace("\u00ad", ""))
        sheet.page()
    return order


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=PAPERS, columns=st.booleans())
def test_words_come_back_in_order(pages: list[list[str]], columns: bool, sheets: Make, read: Read) -> None:
    sheet = sheets()
    # a line or two beside each other are no columns, but cells
    long = all(len(page) > 1 and all(len(one) > 150 for one in page) for page in pages)
    order = printed(sheet, pages, columns and long)
    text = read(sheet.done())
    assert text.text.split() == " ".join(order).split()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=PAPERS)
def test_places_are_in_the_text_and_on_the_page(pages: list[list[str]], sheets: Make, read: Read) -> None:
    sheet = sheets()
    printed(sheet, pages, False)
    data = sheet.done()
    text = read(data)
    spans = [place.span for place in text.places]
    assert spans[0].start >= 0 and spans[-1].end <= len(text.text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for place in text.places:
        assert place.page is not None and 1 <= place.page <= len(pages) and place.box is not None
        left, top, width, height = place.box
        assert left >= 0 and left + width <= 595 and top >= 0 and top + height <= 842 and width > 0 and height > 0
    assert read(data) == text
