"""A PDF file to a text: opens it, holds it to its limits, and says what could not be read."""

import statistics
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace

import pypdfium2

from sovgraph.errors import ReadError
from sovgraph.model import Issue, Severity, Source
from sovgraph.read.base import Text
from sovgraph.read.pdf import ocr
from sovgraph.read.pdf.columns import flows
from sovgraph.read.pdf.compose import compose
from sovgraph.read.pdf.furniture import part
from sovgraph.read.pdf.glyphs import read_page
from sovgraph.read.pdf.images import image_share, object_count
from sovgraph.read.pdf.limits import MAX_LETTERS, MAX_OBJECTS, MAX_PAGES, refuse_bombs
from sovgraph.read.pdf.notes import take_notes
from sovgraph.read.pdf.page import Page

MEDIA_TYPE = "application/pdf"
_PASSWORD = 4
_UNMAPPED = 0.3
"""From this share of letters without a meaning a page is garbage, not text with some odd signs."""
_IMAGE = 0.4
_FEW_LETTERS = 400
"""A page with fewer is looked through for pictures; a full page has some 3,000."""


@dataclass(slots=True)
class _Reading:
    """What the pages gave so far. `sure` is how sure the reader of pictures was of each page."""

    source: Source
    pages: list[Page] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    sure: list[float] = field(default_factory=list)
    letters: int = 0
    pictures: int = 0
    garbled: int = 0

    def warn(self, code: str, message: str) -> None:
        self.issues.append(Issue(code, Severity.WARNING, self.source.uri, message))


def read_pdf(source: Source) -> Text:
    """The text of a PDF; raises ReadError when there is none, or none that can be trusted."""
    refuse_bombs(source)
    reading = _Reading(source)
    if b"%%EOF" not in source.data[-2048:]:
        reading.warn("READ-CUT-OFF", "the file has no end mark, so it may be cut off: pages may be missing")
    with _opened(source) as document:
        count = len(document)
        if count > MAX_PAGES:
            raise ReadError(f"{count} pages, more than {MAX_PAGES}; split it into papers", source=source.uri)
        for index in range(count):
            _read_one(reading, document, index)
    if not any(page.pieces for page in reading.pages):
        raise _without_text(reading)
    if reading.sure:
        message = (
            f"{len(reading.sure)} of {count} pages are pictures and were read by OCR: words may be misread, trust it"
            f" less (it is {statistics.fmean(reading.sure):.0f} % sure of them)"
        )
        reading.warn("READ-OCR", message)
    return _text(reading)


def _text(reading: _Reading) -> Text:
    parted = part(tuple(reading.pages))
    sizes = [piece.font for page in parted.pages for piece in page.pieces for _ in piece.words]
    body, notes = take_notes([flow for page in parted.pages for flow in flows(page)], statistics.median(sizes or [0.0]))
    text = compose(reading.source.uri, body, parted.kept, notes)
    return replace(text, media_type=MEDIA_TYPE, issues=(*reading.issues, *text.issues))


@contextmanager
def _opened(source: Source) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise ReadError("needs a password; give the file without one", source=source.uri) from None
        raise ReadError("damaged, or no whole PDF; get the file again", source=source.uri) from None
    with closing(document):
        yield document


def _read_one(reading: _Reading, document: pypdfium2.PdfDocument, index: int) -> None:
    """Reads a page and closes it, so that memory holds the words of all but the contents of one."""
    uri, place = reading.source.uri, f"page {index + 1}"
    try:
        with closing(document[index]) as page:
            if object_count(page) > MAX_OBJECTS:
                raise ReadError(f"more than {MAX_OBJECTS} things on it; print it anew", source=uri, place=place)
            with closing(page.get_textpage()) as text:
                reading.letters += text.count_chars()
                if reading.letters > MAX_LETTERS:
                    message = f"more than {MAX_LETTERS} characters up to here; split it into papers"
                    raise ReadError(message, source=uri, place=place)
                found = read_page(page, text, index + 1)
            reading.pages.append(_judged(reading, page, found))
    except pypdfium2.PdfiumError:
        message = "can't be read, so the file is damaged; get it again"
        raise ReadError(message, source=uri, place=place) from None


def _judged(reading: _Reading, page: pypdfium2.PdfPage, found: Page) -> Page:
    """The page if its text can be trusted, what OCR makes of it if it is a picture, else one without words."""
    number = found.number
    if found.turned > 20:
        reading.warn("READ-PAGE-TURNED", f"page {number}: {found.turned} words are printed at an angle and left out")
    if found.unmapped >= _UNMAPPED:
        reading.garbled += 1
        message = f"page {number}: its fonts don't say which letters they print; the page is left out"
        reading.warn("READ-PAGE-GARBLED", message)
        return replace(found, pieces=())
    if found.letters >= _FEW_LETTERS or image_share(page) < _IMAGE:
        return found
    reading.pictures += 1
    if not found.pieces and ocr.available():
        seen, sure = ocr.read_image(page, number, reading.source.uri)
        if seen.pieces:
            reading.sure.append(sure)
            return seen
    message = f"page {number} is for a good part a picture; {found.letters} characters were read beside it"
    reading.warn("READ-PAGE-IMAGE", message)
    return found


def _without_text(reading: _Reading) -> ReadError:
    if reading.garbled:
        message = "its fonts don't say which letters they print; give the official XML, or a file with its text"
    elif reading.pictures and ocr.available():
        message = "only pictures, and OCR found no words in them; give a file with its text"
    elif reading.pictures:
        message = (
            "only pictures of pages, no text; give the official XML, or install the program tesseract with its"
            " Dutch data (tesseract-ocr-nld), which then reads them"
        )
    else:
        message = "no text on any page; give a file that holds the paper's words"
    return ReadError(message, source=reading.source.uri)
