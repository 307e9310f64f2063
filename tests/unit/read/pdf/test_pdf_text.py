"""What is printed, in the order in which it is read: paragraphs, columns, hyphens, tables, heads and feet, notes."""

from collections.abc import Callable
from typing import Any

import pytest

from sovgraph.read import Text
from sovgraph.read.pdf.hyphens import Hyphens
from sovgraph.read.pdf.page import LINE_END

Read = Callable[[bytes], Text]
Make = Callable[[], Any]
LONG = (
    "De leden van de com~mis~sie heb~ben met be~lang~stel~ling ken~nis~ge~no~men van de stukken en stellen de "
    "rege~ring nog enkele vragen over de uit~voe~ring daarvan in de komende jaren."
).replace("~", "\u00ad")
PLAIN = LONG.replace("\u00ad", "")


def paragraphs(text: Text) -> list[str]:
    return text.text.split("\n\n")


def test_lines_become_paragraphs_and_broken_words_are_whole(sheets: Make, read: Read) -> None:
    sheet = sheets()
    y = sheet.prose(LONG, 155, 100, 180)
    sheet.prose(LONG, 155, y + 11, 180)
    assert paragraphs(read(sheet.done())) == [PLAIN, PLAIN]


def test_a_line_that_ends_early_ends_its_paragraph_without_white(sheets: Make, read: Read) -> None:
    sheet = sheets()
    y = sheet.prose("De heer Jansen (PvdA):", 60, 100, 230)
    sheet.prose(LONG, 60, y, 230)
    assert paragraphs(read(sheet.done())) == ["De heer Jansen (PvdA):", PLAIN]


def test_two_columns_are_read_one_after_the_other(sheets: Make, read: Read) -> None:
    sheet = sheets()
    left = sheet.prose("Links. " + LONG, 55, 100, 230)
    sheet.prose("Nog links. " + LONG, 55, left + 11, 230)
    right = sheet.prose("Rechts. " + LONG, 305, 100, 230)
    sheet.prose("Nog rechts. " + LONG, 305, right + 11, 230)
    starts = [p.partition(".")[0] for p in paragraphs(read(sheet.done()))]
    assert starts == ["Links", "Nog links", "Rechts", "Nog rechts"]


def test_a_title_over_two_columns_comes_first(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.line(55, 80, "Verslag van de handelingen van de nagebootste vergadering over de begroting van dit jaar", 11)
    sheet.prose(LONG, 55, 120, 230)
    sheet.prose("Rechts. " + LONG, 305, 120, 230)
    found = paragraphs(read(sheet.done()))
    assert found[0].startswith("Verslag van de handelingen") and found[1:] == [PLAIN, "Rechts. " + PLAIN]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(sheets: Make, read: Read) -> None:
    sheet = sheets()
    for x in (55, 305):
        sheet.prose("De commissie vraagt om uitleg van de maatregelen die de regering neemt en van de", x, 700, 200)
        sheet.prose("De tweede alinea van deze kolom is hier om de kolom te vullen. Zij gaat over niets.", x, 600, 200)
    sheet.page()
    sheet.prose("gevolgen daarvan voor de gemeenten.", 55, 100, 200)
    text = read(sheet.done()).text
    assert "en van de gevolgen daarvan voor de gemeenten." in text


def test_a_number_stands_before_its_title(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.line(68, 100, "36 704", 10)
    y = sheet.prose("Wijziging van de wet over de nagebootste maatregelen in verband met asiel", 155, 100, 200, 10, 12)
    sheet.line(68, y + 12, "Nr. 90")
    sheet.line(155, y + 12, "MOTIE VAN HET LID JANSEN")
    assert paragraphs(read(sheet.done())) == [
        "36 704",
        "Wijziging van de wet over de nagebootste maatregelen in verband met asiel",
        "Nr. 90",
        "MOTIE VAN HET LID JANSEN",
    ]


def test_labels_stand_before_their_values(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.line(60, 100, "Agendapunt:", 8)
    y = sheet.prose("Verzoek van het lid Jansen om een brief over de opvang van kinderen", 155, 101, 200)
    sheet.line(60, y, "Besluit:", 8)
    sheet.prose("Voor kennisgeving aangenomen.", 155, y + 1, 200)
    assert paragraphs(read(sheet.done())) == [
        "Agendapunt: Verzoek van het lid Jansen om een brief over de opvang van kinderen",
        "Besluit: Voor kennisgeving aangenomen.",
    ]


def test_a_table_is_read_row_by_row_each_cell_whole(sheets: Make, read: Read) -> None:
    sheet = sheets()
    for y, cells in ((100, ("Land", "Aantal", "Uitleg")), (120, ("Gambia", "14", "")), (160, ("Peru", "3", "Geen."))):
        for x, cell in zip((60, 180, 300), cells, strict=True):
            sheet.line(x, y, cell)
    sheet.prose("Het aantal is gedaald ten opzichte van het jaar daarvoor.", 300, 120, 150)
    assert paragraphs(read(sheet.done())) == [
        "Land", "Aantal", "Uitleg",
        "Gambia", "14", "Het aantal is gedaald ten opzichte van het jaar daarvoor.",
        "Peru", "3", "Geen.",
    ]  # fmt: skip


def test_questions_beside_their_answers_are_rows(sheets: Make, read: Read) -> None:
    sheet = sheets()
    y = 100.0
    cells = [("Eerste vraag. " + LONG, "Eerste antwoord."), ("Tweede vraag.", "Tweede antwoord. " + LONG)] * 2
    for question, answer in cells:
        y = max(sheet.prose(question, 60, y, 210), sheet.prose(answer, 300, y, 230)) + 8
    starts = [" ".join(p.split()[:2]) for p in paragraphs(read(sheet.done()))]
    assert starts == ["Eerste vraag.", "Eerste antwoord.", "Tweede vraag.", "Tweede antwoord."] * 2


def test_words_pushed_apart_to_fill_a_line_are_one_line(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.line(60, 100, "De staat van de volkshuisvesting en van de")
    for x, word in ((60, "Grinwis"), (110.5, "van"), (143.5, "de"), (172, "fractie"), (219, "zei")):
        sheet.line(x, 111.5, word)
    sheet.line(60, 123, "dat hij daarover nog een vraag heeft.")
    found = paragraphs(read(sheet.done()))
    expected = (
        "De staat van de volkshuisvesting en van de Grinwis van de fractie zei dat hij daarover nog een vraag heeft."
    )
    assert found == [expected]


def test_list_items_are_paragraphs_of_their_own(sheets: Make, read: Read) -> None:
    sheet = sheets()
    y = sheet.prose("Dit verslag bestaat uit:", 155, 100, 250)
    for item in ("De uitgaande brief van 9 december 2025;", "Een rappelbrief;", "De antwoordbrief."):
        sheet.line(155, y, "–")
        y = sheet.prose(item, 167, y, 238)
    found = paragraphs(read(sheet.done()))
    assert found == [
        "Dit verslag bestaat uit:", "– De uitgaande brief van 9 december 2025;", "– Een rappelbrief;",
        "– De antwoordbrief.",
    ]  # fmt: skip


def test_a_margin_beside_the_letter_does_not_cut_its_sentences(sheets: Make, read: Read) -> None:
    sheet = sheets()
    y = 100.0
    for _ in range(6):
        y = sheet.prose(LONG, 70, y, 330) + 11
    for index, line in enumerate(("Ministerie van Asiel", "Turfmarkt 147", "Den Haag", "Ons kenmerk", "5671234")):
        sheet.line(450, 103.7 + index * 8.3, line, 6.5)
    found = paragraphs(read(sheet.done()))
    assert found[-6:] == [PLAIN] * 6 and "Ons kenmerk" in " ".join(found[:-6])


def test_a_word_printed_in_two_fonts_is_one_word(sheets: Make, read: Read) -> None:
    sheet = sheets()
    x = sheet.line(100, 100, "De motie-", 9)
    sheet.line(x, 100, "Eerdmans", 9, "Helvetica-Bold")
    assert read(sheet.done()).text == "De motie-Eerdmans"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (f"staats{LINE_END}", "secretaris", "staatssecretaris"),
        ("rege-", "ring", "regering"),
        ("Noord-", "Afrika", "Noord-Afrika"),
        ("JA21-", "fractie", "JA21-fractie"),
        (f"EU{LINE_END}", "lidstaat", "EU-lidstaat"),
        ("West-", "en Oost-Afrika", "West- en Oost-Afrika"),
        ("minister-", "president", "minister-president"),
        ("vice-", "voorzitter", "vice-voorzitter"),
        ("2024-", "2025", "2024-2025"),
        ("https://www.voorbeeld.nl/een-", "pagina", "https://www.voorbeeld.nl/een-pagina"),
        ("https://www.voorbeeld.nl/", "artikel/12", "https://www.voorbeeld.nl/artikel/12"),
        ("www.voorbeeld.nl", "en verder", "www.voorbeeld.nl en verder"),
        ("asiel", "en", "asiel en"),
        ("–", "eerste", "– eerste"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, joined: str) -> None:
    printed, between = Hyphens([]).joined(before, after)
    assert printed + between + after == joined


def test_the_paper_itself_says_how_a_word_is_written() -> None:
    assert Hyphens(["asiel-aanvraag"]).joined("asiel-", "aanvraag") == ("asiel-", "")
    assert Hyphens(["asielaanvraag"]).joined("asiel-", "aanvraag") == ("asiel", "")


def foot(sheet: Any, number: int) -> None:
    if number == 1:
        sheet.line(68, 795, "kst-36704-90", 5.5)
        sheet.line(68, 802, "ISSN 0921 - 7371", 5.5)
    sheet.line(155, 809, "Tweede Kamer, vergaderjaar 2025–2026, 36 704, nr. 90", 7.5)
    sheet.right(525, 809, str(number), 7.5)


def test_feet_are_out_of_the_text_and_kept_once(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.prose("Een zin die niet af is en doorloopt op de volgende pagina met alle woorden die daar", 155, 750, 300)
    foot(sheet, 1)
    sheet.page()
    sheet.prose("staan.", 155, 60, 300)
    foot(sheet, 2)
    text = read(sheet.done())
    assert paragraphs(text) == [
        "Een zin die niet af is en doorloopt op de volgende pagina met alle woorden die daar staan.",
        "kst-36704-90\nISSN 0921 - 7371\nTweede Kamer, vergaderjaar 2025–2026, 36 704, nr. 90",
    ]
    feet = [part.span.of(text.text) for part in text.parts if part.role == "page_foot"]
    assert feet[0] == "kst-36704-90" and len(feet) == 3


def test_running_heads_are_known_by_their_place(sheets: Make, read: Read) -> None:
    sheet = sheets()
    for number in range(1, 5):
        sheet.line(55, 40, "Nagebootste Kamer")
        sheet.line(250, 40, "Begroting")
        sheet.line(500, 40, f"12-{number}")
        sheet.prose(f"Op blad {number} staat deze zin. " + LONG, 55, 80, 400)
        sheet.page()
    found = paragraphs(read(sheet.done()))
    assert found[:4] == [f"Op blad {number} staat deze zin. {PLAIN}" for number in range(1, 5)]
    assert found[4:] == ["Nagebootste Kamer\nBegroting\n12-1"]


def test_words_that_happen_to_begin_two_pages_stay(sheets: Make, read: Read) -> None:
    sheet = sheets()
    for number in (1, 2, 3):
        if number > 1:
            y = sheet.prose("gaat de Kamer daarover voor de zomer.", 155, 60, 300)
            sheet.prose(f"Alinea {number * number} van een nagebootst stuk.", 155, y + 9, 300)
        sheet.prose(f"Het antwoord op vraag {number * number} is dat de minister kijkt en dan", 155, 700, 300)
        sheet.page()
    assert read(sheet.done()).text.count("en dan gaat de Kamer daarover") == 2


def test_labels_that_happen_to_head_two_pages_stay(sheets: Make, read: Read) -> None:
    sheet = sheets()
    for number in (3, 4):
        sheet.line(155, 60, f"Vraag {number}")
        sheet.prose(LONG, 155, 71.5, 300)
        sheet.page()
    assert paragraphs(read(sheet.done())) == ["Vraag 3", PLAIN, "Vraag 4", PLAIN]


def test_notes_are_called_and_stand_at_the_end(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.prose("De brief van 3 november 2025^1^ over de JBZ-raad^2^ gaat over 20 km^2^ en CO~2~.", 155, 100, 370)
    note = "^1^ Kamerstukken I 2025/26, 32 317, PS, en nog meer woorden die op de regel erna doorgaan."
    y = sheet.prose(note, 155, 700, 250, 6.5, 8)
    sheet.prose("^2^ Kamerstukken II 2025/26, 36 704, nr. 63.", 155, y, 250, 6.5, 8)
    sheet.page()
    sheet.prose("Op de tweede pagina begint de telling opnieuw.^1^", 155, 100, 370)
    sheet.prose("^1^ Zie hiervoor.", 155, 700, 250, 6.5, 8)
    text = read(sheet.done())
    assert paragraphs(text) == [
        "De brief van 3 november 2025¹ over de JBZ-raad² gaat over 20 km² en CO2.",
        "Op de tweede pagina begint de telling opnieuw.¹",
        "¹ Kamerstukken I 2025/26, 32 317, PS, en nog meer woorden die op de regel erna doorgaan.",
        "² Kamerstukken II 2025/26, 36 704, nr. 63.",
        "¹ Zie hiervoor.",
    ]
    anchors = [(p.value, text.text[p.span.start - 4 : p.span.end]) for p in text.parts if p.role == "note_anchor"]
    assert anchors == [("1", "2025¹"), ("2", "raad²"), ("1", "euw.¹")]
    bodies = [p.span.of(text.text)[:12] for p in text.parts if p.role == "note_body"]
    assert bodies == ["Kamerstukken", "Kamerstukken", "Zie hiervoor"]


def test_a_note_goes_on_at_the_foot_of_the_next_page(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.prose(LONG.replace("stukken", "stukken^1^"), 155, 100, 370)
    sheet.prose(
        "^1^ Deze noot is zo lang dat zij niet past op de pagina van haar teken en daarom", 155, 760, 370, 6.5, 8
    )
    sheet.page()
    sheet.prose(LONG, 155, 100, 370)
    sheet.prose("doorgaat onder de volgende.", 155, 760, 370, 6.5, 8)
    note = paragraphs(read(sheet.done()))[-1]
    assert note.endswith("haar teken en daarom doorgaat onder de volgende.")


def test_notes_at_the_end_of_the_paper(sheets: Make, read: Read) -> None:
    sheet = sheets()
    sheet.prose("De eerste zin.^1^ De tweede zin.^2^", 155, 100, 370)
    sheet.page()
    sheet.line(155, 100, "Noten", 11)
    sheet.prose("^1^ Zie de eerste bron.", 155, 125, 370)
    sheet.prose("^2^ Zie de tweede bron.", 155, 137, 370)
    text = read(sheet.done())
    assert paragraphs(text)[-2:] == ["¹ Zie de eerste bron.", "² Zie de tweede bron."]
    assert [p.value for p in text.parts if p.role == "note_body"] == ["1", "2"]
