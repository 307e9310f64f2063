"""What can't be read says so; what is doubtful becomes an issue; nothing crashes."""

import io
import random
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sovgraph.cli import main
from sovgraph.errors import ReadError
from sovgraph.read import Text
from sovgraph.read.pdf import document, ocr

Read = Callable[[bytes], Text]
Make = Callable[[], Any]


def raw_pdf(content: bytes, font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>") -> bytes:
    """A PDF of one page, made by hand."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
        font,
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def picture(words: tuple[str, ...] = ()) -> bytes:
    """A PDF whose only page is a picture, with words drawn in it."""
    image = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(words):
        draw.text((150, 200 + index * 44), line, fill=0, font_size=34)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=True)
    canvas.drawImage(ImageReader(image), 0, 0, 595, 842)
    canvas.save()
    return buffer.getvalue()


def test_pictures_without_text_are_refused_with_what_to_do(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(ReadError, match=r"only pictures of pages.*tesseract"):
        read(picture())


def test_a_page_without_anything_is_refused(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.page()
    with pytest.raises(ReadError, match="no text on any page"):
        read(sheet.done())


def test_a_password_is_named(read: Read) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt="geheim", invariant=True)
    canvas.drawString(100, 700, "Een zin.")
    canvas.save()
    with pytest.raises(ReadError, match="needs a password"):
        read(buffer.getvalue())


def test_the_command_ends_with_what_was_wrong(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "stuk.pdf"
    path.write_bytes(b"%PDF-1.7\nniets meer")
    assert main(["extract", str(path), "--lang", "en"]) == 3
    assert "no whole PDF" in capsys.readouterr().err


def test_a_file_cut_off_anywhere_is_read_or_refused(sheets: Make, read: Read) -> None:
    sheet = sheets()
    for number in range(3):
        sheet.prose(f"Pagina {number} van een nagebootst stuk met woorden.", 100, 100, 200)
        sheet.page()
    data = sheet.done()
    for end in range(8, len(data) - 40, max(len(data) // 60, 1)):
        try:
            text = read(data[:end])
        except ReadError:
            continue
        assert "READ-CUT-OFF" in {issue.code for issue in text.issues}


def test_flipped_bytes_never_crash(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.prose("Een nagebootst stuk met woorden.", 100, 100, 200)
    data = sheet.done()
    chance = random.Random(7)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(8):
            damaged[chance.randrange(8, len(data))] = chance.randrange(256)
        try:
            text = read(bytes(damaged))
        except ReadError:
            continue
        assert all(0 <= p.span.start < p.span.end <= len(text.text) for p in text.places)


@pytest.mark.parametrize(
    "content",
    [b"BT /F1 9 Tf 50 700 Td (Een) Tj ET\n" + b" " * 70_000_000, b"BT /F1 9 Tf " + b"(aaaaaaaaaaaaaaaa) Tj " * 200_000],
)
def test_a_small_file_that_unpacks_to_far_too_much_is_refused(content: bytes, read: Read) -> None:
    with pytest.raises(ReadError, match="unpacks to more text"):
        read(raw_pdf(content))


def test_a_page_with_far_too_many_things_is_refused(read: Read) -> None:
    with pytest.raises(ReadError, match="things on it"):
        read(raw_pdf(b"0 0 1 1 re f " * 60_000))


@pytest.mark.parametrize(("limit", "message"), [("MAX_PAGES", "2 pages, more than 1"), ("MAX_LETTERS", "more than 1")])
def test_limits_are_held(limit: str, message: str, sheets: Make, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, limit, 1)
    sheet = sheets()
    for _ in range(2):
        sheet.line(100, 100, "Een zin.")
        sheet.page()
    with pytest.raises(ReadError, match=message):
        read(sheet.done())


GARBLED = (
    b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Onbekend/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype"
    b"/CIDFontType2/BaseFont/AAAAAA+Onbekend/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+Onbekend/Flags 4/Ascent 800/Descent -200>>>>]>>"
)


def test_fonts_that_do_not_say_their_letters_are_refused(read: Read) -> None:
    with pytest.raises(ReadError, match="fonts don't say"):
        read(raw_pdf(b"BT /F1 9 Tf 50 700 Td <0024002500260027002800290030> Tj ET", GARBLED))


def test_a_page_that_is_for_a_good_part_a_picture_is_an_issue(
    sheets: Make, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    sheet = sheets()
    sheet.prose("Een nagebootst stuk met een plaatje.", 100, 100, 200)
    sheet.canvas.drawImage(ImageReader(Image.new("L", (60, 60), 128)), 50, 50, 500, 600)
    issues = read(sheet.done()).issues
    assert [issue.code for issue in issues] == ["READ-PAGE-IMAGE"]


def test_words_at_an_angle_are_an_issue_and_not_in_the_text(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.line(100, 100, "Een rechte zin.")
    sheet.canvas.rotate(90)
    sheet.canvas.drawString(200, -500, "gedraaide woorden " * 12)
    text = read(sheet.done())
    assert text.text == "Een rechte zin." and [issue.code for issue in text.issues] == ["READ-PAGE-TURNED"]


needs_tesseract = pytest.mark.skipif(not ocr.available(), reason="tesseract with its Dutch data is not installed")


@needs_tesseract
def test_a_scan_is_read_with_places_and_a_warning(read: Read) -> None:
    text = read(picture(("De minister van Asiel en Migratie", "heeft de Kamer een brief gestuurd.")))
    assert text.text == "De minister van Asiel en Migratie heeft de Kamer een brief gestuurd."
    assert [(issue.code, issue.severity) for issue in text.issues] == [("READ-OCR", "warning")]
    place = next(p for p in text.places if p.span.of(text.text) == "minister")
    assert place.box is not None and 70 < place.box[0] < 130 and 90 < place.box[1] < 120


@needs_tesseract
def test_a_scan_without_words_is_refused(read: Read) -> None:
    with pytest.raises(ReadError, match="OCR found no words"):
        read(picture())
