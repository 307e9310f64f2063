"""The page of a paper shows its whole text, each letter once, with everything marked in it."""

from functools import cache
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.example_store import shared_store
from tests.pages.html_reading import Read, bare

from sovgraph import pages
from sovgraph.model import MentionType
from sovgraph.pages.paper_blocks import Block, blocks_of, lines_of
from sovgraph.pages.paper_inline import breaks_in
from sovgraph.pages.paper_marks import Letter, Marked, MarkedText, Part, marked_text
from sovgraph.pages.paper_text import PaperText, paper_text
from sovgraph.pages.words import word
from sovgraph.resources import read_tsv
from sovgraph.store import Cell, QuadStore, paper_entries

PAPER = "https://w3id.org/sovgraph/id/kst/1-1"
BASE = "https://w3id.org/sovgraph/id/"


@cache
def store() -> QuadStore:
    return shared_store()


@cache
def examples() -> tuple[str, ...]:
    """Papers with a text; a record of a register has none."""
    return tuple(iri for iri in sorted(paper_entries(store().ledger())) if marked_text(store(), iri) is not None)


def href(iri: str) -> str | None:
    return "/doc/" + iri.removeprefix(BASE) if iri.startswith(BASE) else None


def page(marked: MarkedText, lang: str = "nl") -> PaperText:
    return paper_text(marked, href, lang)


def expected(marked: MarkedText) -> str:
    """The text as the page orders it: notes at the foot."""
    blocks = blocks_of(marked)
    ordered = [b for b in blocks if b.kind != "note"] + [b for b in blocks if b.kind == "note"]
    return "".join(bare(marked.text[b.start : b.end]) for b in ordered)


def mention(start: int, end: int, kind: str = "person", thing: str = f"{BASE}persoon/1") -> Marked:
    return Marked(start, end, kind, "exact", thing)


def marked(text: str, *mentions: Marked, parts: tuple[Part, ...] = (), quotes: tuple[int, ...] = ()) -> MarkedText:
    return MarkedText(PAPER, text, "text/markdown", mentions, parts, quotes)


def test_there_are_examples() -> None:
    assert len(examples()) >= 60


def test_nothing_of_the_examples_is_lost_or_doubled() -> None:
    for iri in examples():
        found = marked_text(store(), iri)
        assert found is not None
        check(found)


def check(found: MarkedText) -> None:
    read = Read(page(found).text)
    assert read.faults == [], found.paper
    assert bare(read.text) == expected(found), found.paper
    assert sorted(expected(found)) == sorted(bare(found.text)), found.paper
    assert len(read.ids) == len(set(read.ids)), found.paper
    assert {f"c{start}" for start in found.quotes} <= set(read.ids), found.paper


def test_each_link_within_a_page_has_its_anchor() -> None:
    for iri in examples():
        found = marked_text(store(), iri)
        assert found is not None
        made = page(found)
        read = Read(made.text)
        anchors = {*read.ids, *(doubt.anchor for doubt in made.doubts)}
        assert {link[1:] for link in read.links if link.startswith("#")} <= anchors
        assert {entry.anchor for entry in made.contents} <= set(read.ids)


def test_headings_never_skip_a_level() -> None:
    for iri in examples():
        found = marked_text(store(), iri)
        assert found is not None
        levels = [2, *(int(tag[1]) for tag in Read(page(found).text).tags if tag[0] == "h" and tag[1:].isdigit())]
        assert all(after <= before + 1 for before, after in pairwise(levels)), iri


_TEXT = st.text(alphabet="ab .,*-\n\n<&\"'1)\u00b9\u00a0\U0001f600", min_size=1, max_size=120)
_PLACES = st.lists(st.tuples(st.integers(0, 120), st.integers(1, 60)), max_size=8)
_KINDS = st.sampled_from(["person", "motion", "request", "date", "reference"])


@st.composite
def texts(draw: st.DrawFn) -> MarkedText:
    text = draw(_TEXT)

    def spans() -> list[tuple[int, int]]:
        return [(a, min(a + n, len(text))) for a, n in draw(_PLACES) if a < len(text)]

    mentions = [
        Marked(a, b, draw(_KINDS), draw(st.sampled_from(["exact", "ambiguous"])), f"{BASE}x/{a}", "2025-01-01")
        for a, b in spans()
    ]
    kinds = st.sampled_from("note mark letter section speaker words question answer signature".split())
    parts = [Part(draw(kinds), f"{PAPER}/{draw(st.integers(1, 3))}", a, b) for a, b in spans()]
    quotes = sorted({a for a, _ in spans()} | {m.start for m in mentions})
    media = draw(st.sampled_from(["text/markdown", "application/xml"]))
    return MarkedText(PAPER, text, media, tuple(mentions), tuple(parts), tuple(quotes))


@given(texts())
def test_spans_may_lie_in_and_across_each_other(found: MarkedText) -> None:
    check(found)


@given(texts())
def test_blocks_follow_each_other_and_leave_out_only_blanks(found: MarkedText) -> None:
    blocks = blocks_of(found)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert "".join(bare(found.text[b.start : b.end]) for b in blocks) == bare(found.text)


def test_a_mention_links_to_its_thing_and_says_what_it_is() -> None:
    html = page(marked("Van Hattem vraagt.", mention(0, 10))).text
    assert '<a class="m t-person" title="persoon" href="/doc/persoon/1">Van Hattem</a>' in html


def test_a_name_inside_a_motion_keeps_its_own_link() -> None:
    motion = Marked(3, 21, "motion", "exact", f"{BASE}kst/36704-63")
    html = page(marked("De motie van Eerdmans.", motion, mention(13, 21))).text
    assert '<a href="/doc/kst/36704-63">motie van </a>' in html
    assert html.count("/doc/persoon/1") == 1


def test_a_clause_is_no_link_but_has_one_behind_it() -> None:
    asked = Marked(0, 12, "request", "exact", f"{BASE}kst/1-1/verzoek/0")
    html = page(marked("vraagt om X.", asked)).text
    assert '<a class="go" href="/doc/kst/1-1/verzoek/0" aria-label="verzoek"></a>' in html
    assert "vraagt om X.</span>" in html


def test_a_doubt_is_told_with_its_reason_and_candidates() -> None:
    unsure = Marked(
        0, 13, "reference", "ambiguous", reasons=("no dossier named in the text",), candidates=(f"{BASE}kst/2-2",)
    )
    made = page(marked("Die richtlijn.", unsure))
    assert 'href="#open-0-reference"' in made.text
    assert made.doubts[0].reason == "de tekst noemt geen dossier"
    assert made.doubts[0].candidates == ((f"{BASE}kst/2-2", "/doc/kst/2-2"),)


def test_a_thing_without_a_page_is_no_link() -> None:
    html = page(marked("Ethiopië.", mention(0, 8, "country", "urn:x"))).text
    assert "<a" not in html


def test_text_of_papers_is_escaped() -> None:
    html = page(marked('<script>alert("x")</script> & meer', mention(8, 13, thing='https://x/"><b>'))).text
    assert "<script" not in html
    assert "<b>" not in html


def test_notes_stand_at_the_foot_and_lead_back() -> None:
    text = "Een zin.¹ Nog een.\n\n¹ De noot zelf.\n\nSlot."
    parts = (Part("mark", f"{PAPER}/noot/1", 8, 9), Part("note", f"{PAPER}/noot/1", 22, 35))
    html = page(marked(text, parts=parts)).text
    assert 'id="r8" href="#n22" role="doc-noteref" aria-label="noot ¹">¹</a>' in html
    assert 'href="#r8" role="doc-backlink"' in html
    assert html.index("Slot.") < html.index("De noot zelf.")


def test_a_letter_is_an_article_with_its_head() -> None:
    found = marked_text(store(), f"{BASE}kst/32317-QC")
    assert found is not None
    html = page(found, "en").text
    assert html.count("<article") == 3
    assert "<dt>reference</dt><dd>179131</dd>" in html
    assert "<dt>date</dt><dd>9 December 2025</dd>" in html


def test_turns_of_speakers_stand_apart() -> None:
    found = marked_text(store(), f"{BASE}stuk/h-tk-20252026-999")
    assert found is not None
    html = page(found).text
    assert html.count('<div class="turn') == 11
    assert '<div class="turn government"' in html


def test_list_signs_are_hidden_but_kept() -> None:
    html = page(marked("- een\n- twee")).text
    assert '<li class="b"><span hidden>- </span>een</li>' in html
    assert html.count("<ul") == 1


def test_bold_words_lose_their_signs() -> None:
    assert "<strong><span hidden>**</span>vet<span hidden>**</span></strong>" in page(marked("Dit is **vet**.")).text


def test_a_short_line_keeps_its_end() -> None:
    text = (
        "De griffier,\nDragstra\n\n"
        + "Een lange regel van de gewone breedte die doorloopt op de\nvolgende regel van het stuk."
    )
    lines = lines_of(text)
    assert breaks_in(text, lines, 0, 21) == [12]
    assert breaks_in(text, lines, 23, len(text)) == []


def test_paragraphs_of_a_dense_text_are_found() -> None:
    wide = "Deze regel is zo lang als de regels van een bladzijde zijn"
    text = "\n".join(["Vraag 1", wide, "en loopt door.", "Vraag 2", wide, "tot hier.", "Antwoord", wide, "einde."])
    starts = [text[b.start : b.end].split("\n")[0] for b in blocks_of(marked(text))]
    assert starts[:3] == ["Vraag 1", wide, "Vraag 2"]


def test_the_foot_of_a_printed_page_stands_apart() -> None:
    text = "De peren in\nTweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1\nde gaard zijn rijp."
    written = page(marked(text, parts=(Part("answer", f"{PAPER}/antwoord/1", 0, len(text)),))).text
    assert '<p class="b r-answer">De peren in</p>' in written
    assert '<p class="b r-foot">Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1</p>' in written


def test_a_heading_takes_the_colon_behind_it() -> None:
    speaker = Part("speaker", f"{PAPER}/spreekbeurt/1", 0, 13, "https://w3id.org/sovgraph/def#capacity-chair")
    blocks = blocks_of(marked("De voorzitter:\nHet woord.", parts=(speaker,)))
    assert blocks[0] == Block(0, 14, "speaker", 0, 0, speaker.thing, speaker.value)


def test_a_reference_of_eight_digits_is_no_day() -> None:
    letter = f"{BASE}brief/1"
    fields = {"date": (Cell("literal", "2025-12-09"),), "kenmerk": (Cell("literal", "20251209"),)}
    text = MarkedText(
        PAPER, "Geachte heer", parts=(Part("letter", letter, 0, 7),), letters={letter: Letter(letter, fields)}
    )
    made = page(text).text
    assert "<dd>9 december 2025</dd>" in made
    assert "<dd>20251209</dd>" in made


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_kind_has_a_box_and_a_rule_in_the_style_sheet(lang: str) -> None:
    css = (Path(pages.__file__).parent / "static" / "paper.css").read_text(encoding="utf-8")
    made = page(marked("x" * 60, *(mention(i, i + 1, kind.value) for i, kind in enumerate(MentionType))), lang)
    for kind in MentionType:
        assert f'id="k-{kind.value}"' in made.legend
        assert f"#k-{kind.value}:not(:checked)" in css


def test_words_are_there_in_both_languages() -> None:
    rows = read_tsv(Path(pages.__file__).parent / "words.tsv")
    assert all(row["nl"] and row["en"] for row in rows)
    assert len({row["word"] for row in rows}) == len(rows)
    assert word("notes", "nl") != word("notes", "en")


def test_a_long_paper_is_written_quickly() -> None:
    line = "De leden van de fractie van JA21 vragen naar de motie van het lid Eerdmans, en meer dan dat vragen zij.\n\n"
    text = line * (200_000 // len(line))
    mentions = [mention(at + 28, at + 32, "party") for at in range(0, len(text) - 60, len(line))]
    mentions += [
        Marked(at + 47, at + 72, "motion", "exact", f"{BASE}kst/1-2") for at in range(0, len(text) - 80, len(line))
    ]
    mentions += [mention(at + 64, at + 72) for at in range(0, len(text) - 80, len(line))]
    found = MarkedText(PAPER, text, "text/markdown", tuple(mentions), (), tuple(m.start for m in mentions))
    best = min(_seconds(found) for _ in range(3))
    assert best < 1.0  # a tenth of that on a quiet machine


def _seconds(found: MarkedText) -> float:
    """Of the processor: other work on the machine counts for nothing."""
    start = process_time()
    page(found)
    return process_time() - start
