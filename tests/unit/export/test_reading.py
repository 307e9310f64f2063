"""The page to read: references lead to the official sites, nothing is executed, doubts are listed."""

import hashlib
import re
from html.parser import HTMLParser

import pytest

import sovgraph
from sovgraph.export.reading import Section, paper_section, reading_page
from sovgraph.identifiers import parse_id, web_address
from sovgraph.model import Source
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.settings import Settings


def section(text: str, lang: str = "nl", number: int = 1) -> Section:
    data = text.encode()
    source = Source("p.txt", data, hashlib.sha256(data).hexdigest(), "text/plain")
    document, mentions, _ = read_mentions(source, load_environment(Settings()))
    return paper_section(document, mentions, number, lang)


def page(text: str, lang: str = "nl") -> str:
    return reading_page([section(text, lang)], lang)


def test_a_reference_is_a_link_and_a_name_shows_only_when_asked() -> None:
    html = page("Zie Kamerstukken II 2024/25, 36 704, nr. 63 over Marokko.")
    assert '<a href="https://zoek.officielebekendmakingen.nl/kst-36704-63.html"' in html
    assert "Kamerstukken II, 36 704, nr. 63 · zeker" in html
    assert ">Marokko</mark>" in html
    assert "mark{background:none" in html


def test_an_article_leads_to_its_act() -> None:
    html = page("Dat volgt uit artikel 30 van de Vreemdelingenwet 2000.")
    assert '<a href="https://wetten.overheid.nl/BWBR0011823" title="artikel' in html


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", ("Niet thuisgebracht", "de tekst noemt geen dossier", "<td>Kamerstuk</td>", 'html lang="nl"')),
        ("en", ("Not resolved", "no dossier named in the text", "<td>parliamentary paper</td>", 'html lang="en"')),
    ],
)
def test_what_is_not_resolved_stands_below_in_the_language_of_the_reader(lang: str, words: tuple[str, ...]) -> None:
    html = page("De motie op stuk nr. 305 is aangenomen.", lang)
    assert all(word in html for word in words)
    assert "<td></td>" not in html


def test_the_same_words_are_one_row_with_all_their_places() -> None:
    text = "De motie op stuk nr. 305 is aangenomen. Ook in stuk nr. 305 staat dat. En in stuk nr. 306."
    html = page(text)
    places = [i for i in range(len(text)) if text.startswith("nr. 305", i)]
    assert html.count("<tr><td>") == 2
    assert '<td class="count">2<br>' in html
    for place in places:
        assert f'<span id="p1-{place}"></span>' in html
        assert f'<a href="#p1-{place}">' in html


def test_several_papers_are_one_page_with_a_heading_each() -> None:
    texts = ("Zie Kamerstuk 36 704, nr. 63.", "De motie op stuk nr. 305 is aangenomen.")
    html = reading_page([section(text, number=n) for n, text in enumerate(texts, start=1)])
    assert html.count("<!doctype html>") == html.count("<html") == html.count("<h1>") == 1
    assert html.count("<h2>") == 2
    assert '<a href="#p2">' in html
    assert '<section id="p2">' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_the_tags_of_a_page_are_balanced() -> None:
    html = page("De motie op stuk nr. 305 en Stb. 2024, 213. Artikel 4 van die richtlijn, motie-Peer.")
    open_tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "input"):
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Tags().feed(html)
    assert open_tags == []


def test_text_is_never_mark_up() -> None:
    html = page('Zie <script>alert("x")</script> & Kamerstuk 36 704, nr. 63')
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("identifier", "address"),
    [
        ("kst-32317-QC", "https://zoek.officielebekendmakingen.nl/kst-32317-QC.html"),
        ("dossier-21501-02", "https://zoek.officielebekendmakingen.nl/dossier/21501-02"),
        ("32021L1883", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32021L1883"),
        ("COM(2014)210", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2014:0210:FIN"),
        ("BWBR0011823", "https://wetten.overheid.nl/BWBR0011823"),
        ("jci1.3:c:BWBR0005537&artikel=4:1", "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=4:1"),
        ("ECLI:EU:C:2013:863", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:ECLI:EU:C:2013:863"),
        ("ECLI:NL:HR:2019:2006", "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI%3ANL%3AHR%3A2019%3A2006"),
        ("ECLI:CE:ECHR:2011:0121JUD003069609", None),
        ("h-tk-20172018-70-4", "https://zoek.officielebekendmakingen.nl/h-tk-20172018-70-4.html"),
        ("h-tk-20172018-70", None),
        ("h-tk-20032004-40-12", None),
        ("h-tk-20032004-2626-2650", "https://zoek.officielebekendmakingen.nl/h-tk-20032004-2626-2650.html"),
        ("kst-32317", None),
        ("SWD(2021)305", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=SWD:2021:0305:FIN"),
        ("SEC(2008)2671", None),
        ("oj-2021-L-382-1", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L:2021:382:TOC"),
        ("oj-2024-L-1787", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L_202401787"),
        ("oj-2020-L-437-1", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L:2020:437:TOC"),
        ("oj-2023-C-90", None),
        ("oj-2010-C-115E", None),
        ("oj-2021-L", None),
        ("179131", None),
    ],
)
def test_addresses(identifier: str, address: str | None) -> None:
    item = parse_id(identifier)
    assert item is not None
    assert web_address(item) == address


def test_references_of_a_piece_of_text_with_its_context() -> None:
    text = "Ik verwijs naar de motie op stuk nr. 12 en naar Stb. 2024, 213."
    alone = sovgraph.find_references(text)
    assert [(m.text, m.id) for m in alone if m.type.value == "kamerstuk"] == [("nr. 12", None)]
    inside = sovgraph.find_references(text, context="Kamerstuk 36 704, nr. 12 is een motie.")
    assert [(m.text, m.id) for m in inside] == [("nr. 12", "kst-36704-12"), ("Stb. 2024, 213", "stb-2024-213")]
    assert all(text[m.start : m.end] == m.text for m in inside)
