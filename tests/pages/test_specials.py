"""Pages of papers and dossiers: the boxes that functions make stand in them, linked and in both languages."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from tests.example_store import shared_store
from tests.pages.html_reading import Read
from tests.pages.links import Flat
from tests.pages.pages_fixture import LINKS, example_pages

from sovgraph.pages import Pages
from sovgraph.pages.boxes import SPECIALS, CellView, RowView
from sovgraph.pages.kinds import kinds
from sovgraph.pages.picture_links import OF_ALL
from sovgraph.pages.specials import behind
from sovgraph.pages.values import Shower

pytest.importorskip("jinja2", reason="pages need the extra 'web'")

BASE = "https://w3id.org/sovgraph/"
ID = f"{BASE}id/"
OURS = {"paper-text", "paper-questions", "paper-facts", "paper-doubts", "dossier-course", "exchanges"}


@cache
def pages() -> Pages:
    return Pages(shared_store())


@cache
def html_with_pictures(thing: str) -> str:
    page = example_pages().thing(ID + thing, "nl", LINKS)
    assert page is not None
    return page.html


@cache
def html(thing: str, lang: str = "nl") -> str:
    page = pages().thing(ID + thing, lang, Flat())
    assert page is not None
    return page.html


def test_each_special_box_is_used_by_a_kind_and_each_used_is_there() -> None:
    used = {box.special for kind in kinds().values() for box in kind.boxes if box.special}
    assert used >= OURS
    assert used <= set(SPECIALS.names())


@pytest.mark.parametrize(
    "thing",
    ["kst/32317-QC", "kst/36704-63", "kst/39500-9", "kst/39500-2", "stuk/h-tk-20252026-999", "stuk/ah-tk-20242025-582",
     "kst/39501-4", "dossier/32317", "stuk/kv-tk-2024Z16988"],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_pages_are_well_formed_and_their_anchors_are_there(thing: str, lang: str) -> None:
    read = Read(html(thing, lang))
    assert read.faults == []
    assert len(read.ids) == len(set(read.ids))
    within = {link[1:] for link in read.links if link.startswith("#")}
    assert within <= {*read.ids, "main"}


@pytest.mark.parametrize("thing", ["kst/32317-QC", "stuk/h-tk-20252026-999", "dossier/32317", "kst/39500-3"])
def test_headings_never_skip_a_level(thing: str) -> None:
    levels = [int(tag[1]) for tag in Read(html(thing)).tags if tag[0] == "h" and tag[1:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_differences_of_a_question_are_marked() -> None:
    page = html("kst/32317-QC")
    assert 'doorgestreept: </span>investerings</del><ins><span class="hidden">toegevoegd: </span>investeringen' in page


def test_who_asked_is_told_once_where_all_questions_share_it() -> None:
    assert html("kst/32317-QC").count("gesteld door") == 1


def test_a_letter_shows_its_questions_beside_their_answers() -> None:
    page = html("brief/ek-179131")
    assert page.count('<article class="exchange"') == 5
    assert "investerings</del>" in page
    assert 'href="/doc/kst/32317-QC#c3103"' in page
    assert page.count("gesteld door <a") == 1


def test_an_answer_letter_shows_what_it_answers() -> None:
    assert html("brief/32317-QC-l3").count('<article class="exchange"') == 5


def test_a_reminder_answers_nothing() -> None:
    assert html("brief/32317-QC-l2").count('<article class="exchange"') == 0


def test_a_question_and_its_answer_stand_together_on_the_page_of_either() -> None:
    for thing in ("brief/ek-179131/vraag/3", "brief/ek-179131/antwoord/3"):
        page = html(thing)
        assert page.count('<article class="exchange"') == 1
        assert "investerings</del>" in page
        assert "Het kabinet deelt kennis met landen van herkomst" in page


def test_a_question_goes_by_its_words() -> None:
    page = html("brief/ek-179131/vraag/4")
    assert '<p class="subtitle">Welke beperkende maatregelen gebruikt de regering?</p>' in page


def test_written_questions_show_their_questions() -> None:
    assert "Hoeveel locaties sluiten dit jaar?" in html("schriftelijke-vragen/2026Z99012")


def test_each_passage_has_a_citation_to_copy() -> None:
    page = html("kst/32317-QC")
    assert "„Welke beperkende maatregelen gebruikt de regering?” (Kamerstukken I 2025/26, 32 317, QC), " in page
    assert page.count('data-copy="said-') == 10


def test_words_are_cited_alike_wherever_they_stand() -> None:
    """In the box of questions on the paper's page, and with the statements on the question's own."""
    cited = "„Welke beperkende maatregelen gebruikt de regering?” (Kamerstukken I 2025/26, 32 317, QC), "
    assert f"{cited}{BASE}doc/kst/32317-QC#c3103<" in html("kst/32317-QC")
    assert f"{cited}{BASE}doc/kst/32317-QC#c3103<" in html("brief/ek-179131/vraag/4")


def test_a_paper_that_goes_by_a_title_is_cited_by_its_number() -> None:
    shower = Shower(pages().asker, "nl", Flat(), BASE)
    cited = shower.citation(f"{ID}kst/39502-10", "Een motie.", None, "")
    assert cited == f"„Een motie.” (Kamerstukken II 2025/26, 39 502, nr. 10), {BASE}doc/kst/39502-10"


def test_the_style_sheet_of_papers_is_there_where_it_is_needed() -> None:
    assert "/static/paper.css" in html("kst/32317-QC")
    assert "/static/paper.css" not in html("fractie/ja21")


def test_the_course_of_a_dossier_says_how_late_an_answer_came() -> None:
    assert "wachttijd 134 dagen, 106 dagen te laat" in html("dossier/32317")
    assert "waited 134 days, 106 days late" in html("dossier/32317", "en")


def test_doubts_have_reasons() -> None:
    page = html("stuk/h-tk-20252026-999")
    assert 'id="open-' in page
    assert 'href="#open-' in page


def test_a_doubt_is_told_once() -> None:
    page = html("kst/39500-9")
    assert page.count("LINK-UNRESOLVED") == 0
    assert 'id="open-' in page


def test_the_heading_of_an_article_is_no_doubt() -> None:
    page = html("kst/39500-2")
    assert ">ARTIKEL II</h3>" in page


def test_each_box_shows_its_queries() -> None:
    shower = Shower(pages().asker, "nl", Flat(), BASE)
    found = behind(shower, ("meeting-votes", "paper-parts"), {"paper": f"{ID}kst/32317-QC"})
    assert [query.href for query in found] == ["/queries/meeting-votes", ""]
    assert all(query.sparql.startswith("PREFIX") for query in found)


def test_an_amendment_says_what_it_changes_and_what_it_replaces() -> None:
    page = html("kst/39500-9")
    assert 'id="change"' in page
    assert 'id="fate"' in page
    assert "«één jaar»" in page
    assert ">in plaats van<" in page


def test_a_measure_has_its_history_and_the_others_against_the_country() -> None:
    page = html("maatregel/visummaatregel-eth-2024-04-29")
    assert [f'id="{box}"' in page for box in ("history", "stances", "others")] == [True] * 3
    others = page.partition('id="others"')[2].partition("</section>")[0]
    assert "maatregel/visummaatregel-eth" in others
    assert "visummaatregel-eth-2024-04-29" not in others.partition("<details")[0]


def test_a_title_in_capitals_is_shown_as_a_sentence() -> None:
    page = html("kst/39502-K")
    said = page.partition('id="statements"')[0].partition('id="paper-text"')[0]
    assert "Brief van de voorzitter van de vaste commissie voor Immigratie en Asiel / JBZ-Raad" in said
    assert "BRIEF VAN DE VOORZITTER" not in said
    assert "BRIEF VAN DE VOORZITTER" in page.partition('id="statements"')[2]


def test_what_no_row_fills_has_no_column() -> None:
    box = html("kst/39500-9").partition('id="files"')[2].partition("</section>")[0]
    assert ">bestand</th>" in box
    assert ">opgehaald</th>" not in box


def test_where_data_come_from_stands_folded() -> None:
    for thing in ("kst/39500-9", "persoon/1348b689"):
        before, _, folded = html(thing).partition('<details class="technical">')
        assert "controlegetal van het bestand</a>" not in before
        assert "datum van de bron" not in before
        assert "controlegetal van het bestand" in folded or "datum van de bron" in folded


def test_signs_of_bold_words_are_no_part_of_a_sentence() -> None:
    assert "<mark>binnen 4 weken na dagtekening van deze brief</mark> tegemoet" in html("dossier/32317")


def test_a_party_has_the_questions_that_it_asked_and_joined() -> None:
    box = html("fractie/ja21").partition('id="questions"')[2].partition("</section>")[0]
    assert "Welke beperkende maatregelen gebruikt de regering?" in box
    assert "Welke locaties krijgen bewaking?" in box


def test_a_post_has_its_commitments() -> None:
    assert 'id="commitments"' in html("post/minister-van-asiel-en-migratie")


def test_a_motion_has_the_questions_that_name_it() -> None:
    box = html("kst/36704-64").partition('id="questions-about"')[2].partition("</section>")[0]
    assert "Welke stimulerende maatregelen zijn dat?" in box


def test_pages_link_to_the_pictures_about_them() -> None:
    links = {
        thing: Read(html_with_pictures(thing)).links for thing in ("dossier/32317", "kst/36704-64", "fractie/ja21")
    }
    assert "/picture/story?dossier=32317" in links["dossier/32317"]
    assert any(link.startswith("/picture/motion-trail?") for link in links["kst/36704-64"])
    assert "/picture/members?" in links["fractie/ja21"]
    assert all(any(link.startswith("/picture/ego?") for link in found) for found in links.values())


def test_a_country_that_no_question_names_has_no_picture_of_askers() -> None:
    country = "http://publications.europa.eu/resource/authority/country/"
    with_some, without = (example_pages().thing(country + code, "nl", LINKS) for code in ("MAR", "AND"))
    assert with_some is not None and without is not None
    assert "/picture/asks?" in with_some.html
    assert "/picture/asks?" not in without.html


def test_the_home_page_says_what_each_picture_shows() -> None:
    page = example_pages().home("nl", LINKS).html
    assert page.count('href="/picture/') == len(OF_ALL)
    assert "Welke fractie vroeg naar welk land" in page


def test_a_place_without_pictures_has_no_part_for_them() -> None:
    assert 'id="h-pictures"' not in pages().home("nl", Flat()).html


def test_a_meeting_has_its_agenda() -> None:
    box = html("vergadering/tk-20252026-999").partition('id="items"')[2].partition("</section>")[0]
    assert box.count("agendapunt/a") == 2


def test_what_has_no_kind_of_its_own_is_named_by_its_class() -> None:
    page = html("kst/36704-63/loop/gevraagd-brief-ek-179131-vraag-1")
    assert '<p class="kind">gebeurtenis van een motie</p>' in page


def test_a_sentence_that_names_a_thing_twice_stands_there_once() -> None:
    box = html("organisatie/internationale-organisatie-voor-migratie").partition('id="mentions"')[2]
    box = box.partition("</section>")[0]
    assert box.count("<figure") == 1
    assert '<span class="n">1</span>' in box


def test_a_row_repeats_another_only_with_the_same_sentence_at_the_same_place() -> None:
    row = RowView((), (), said_at=(("kst/1-1", 3, "Zij rijpt."),))
    assert row.repeats(row)
    assert not row.repeats(replace(row, said_at=(("kst/1-1", 9, "Zij rijpt."),)))
    assert not row.repeats(replace(row, cells=(CellView((), False),)))
    assert not replace(row, said_at=()).repeats(replace(row, said_at=()))


def test_the_same_words_elsewhere_stand_there_too() -> None:
    """A question and its repetition in the answer are two places."""
    box = html("wet/BWBR0011823").partition('id="mentions"')[2].partition("</section>")[0]
    assert box.count("Kan de regering een uitvoeringstoets op artikel 30 van de ") >= 2
