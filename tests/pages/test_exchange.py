"""Questions beside answers: who asked, how the answer repeats the question, what it refers to; and citations."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.example_store import shared_store

from sovgraph.pages.asking import Asker
from sovgraph.pages.citation import citation, paper_citation, permalink, shortened
from sovgraph.pages.exchange import Change, Exchange, changes, differ, exchanges_of

BASE = "https://w3id.org/sovgraph/"
ID = f"{BASE}id/"


@cache
def asker() -> Asker:
    return Asker(shared_store())


def found(paper: str) -> tuple[Exchange, ...]:
    return exchanges_of(asker(), ID + paper)


def test_the_questions_of_a_report_stand_in_order_with_askers_and_state() -> None:
    exchanges = found("kst/32317-QC")
    assert [e.number for e in exchanges] == ["1", "2", "3", "4", "5"]
    assert {e.asked_by for e in exchanges} == {(f"{ID}fractie/ja21",)}
    assert [e.state for e in exchanges] == ["beantwoord"] * 4 + ["verwezen"]
    assert all(len(e.via) == 2 and e.on == "2025-12-09" for e in exchanges)


def test_words_are_those_of_the_text_at_their_place() -> None:
    text = asker().text(f"{ID}kst/32317-QC")
    for exchange in found("kst/32317-QC"):
        reply = exchange.replies[0].words
        for words in (exchange.asked, exchange.restated, reply):
            assert words is not None
            assert text[words.start : words.end].split()[0].strip("*") == words.text.split()[0].strip("*")


def test_a_restatement_is_compared_word_by_word() -> None:
    third = found("kst/32317-QC")[2]
    assert [c for c in third.changes if c.kind != "same"] == [
        Change("out", "investerings"),
        Change("in", "investeringen"),
    ]


def test_an_answer_by_reference_says_where_to() -> None:
    reply = found("kst/39501-4")[3].replies[0]
    assert reply.status == "refers"
    assert reply.elsewhere == (f"{ID}kst/39599-2",)


def test_an_answer_for_several_questions_stands_once_under_each() -> None:
    exchanges = {e.number: e for e in found("stuk/ah-tk-20242025-582")}
    assert [len(exchanges[number].replies) for number in "245"] == [1, 1, 1]
    assert exchanges["2"].replies[0].also == tuple(f"{ID}stuk/ah-tk-20242025-582/vraag/{n}" for n in "45")


def test_joined_parties_are_named() -> None:
    assert any(e.joined_by for e in found("kst/39503-B")) or any(e.joined_by for e in found("kst/39501-A"))


def test_a_paper_without_questions_has_none() -> None:
    assert found("kst/39500-2") == ()


@given(st.text("ab .,-’\n", max_size=40), st.text("ab .,-’\n", max_size=40))
def test_a_comparison_holds_both_texts(first: str, second: str) -> None:
    result = changes(first, second)
    said = {
        side: "".join("".join(c.text.split()) for c in result if c.kind in ("same", side)) for side in ("out", "in")
    }
    assert said == {"out": "".join(first.split()), "in": "".join(second.split())}
    assert not changes(first, first) or not differ(changes(first, first))


def test_marks_alone_are_shown_but_no_other_wording() -> None:
    result = changes("dat nuttig lijkt", "dat [nuttig] lijkt")
    assert [c.text.strip() for c in result if c.kind == "in"] == ["[", "]"]
    assert not differ(result)


def test_very_long_texts_are_not_compared() -> None:
    assert [c.kind for c in changes("a " * 4000, "b")] == ["out", "in"]


@pytest.mark.parametrize(
    ("paper", "session", "expected"),
    [
        ("kst/32317-QC", "2025-2026", "Kamerstukken I 2025/26, 32 317, QC"),
        ("kst/36704-63", "2024-2025", "Kamerstukken II 2024/25, 36 704, nr. 63"),
        ("kst/36704-63", "", "Kamerstukken II, 36 704, nr. 63"),
        ("kst/36600-VI-153", "2025-2026", "Kamerstukken 2025/26, 36 600 VI, nr. 153"),
        ("stuk/h-tk-20172018-70-12", "2017-2018", "Handelingen II 2017/18, nr. 70, item 12"),
        ("stuk/ah-tk-20242025-595", "", "Aanhangsel Handelingen II 2024/25, nr. 595"),
        ("stuk/sha256-0123456789abcdef", "", "Een stuk"),
    ],
)
def test_papers_are_cited_as_parliament_does(paper: str, session: str, expected: str) -> None:
    assert paper_citation(ID + paper, session.replace("-20", "/") if session else "", "Een stuk") == expected


def test_the_name_of_a_paper_may_give_its_session() -> None:
    named = paper_citation(f"{ID}kst/32317-PS", label="Kamerstukken I 2025-2026, 32 317, PS")
    assert named == "Kamerstukken I 2025/26, 32 317, PS"


def test_the_name_of_a_paper_knows_the_chamber_where_its_number_does_not() -> None:
    named = paper_citation(f"{ID}kst/39501-I", "2025-2026", "Kamerstukken I 2025-2026, 39 501, I")
    assert named == "Kamerstukken I 2025/26, 39 501, I"


def test_a_citation_has_words_paper_page_and_address() -> None:
    paper = f"{ID}kst/32317-QC"
    given_words = {"quote": "Wat  bedoelt\nu?", "start": 2511, "session": "2025-2026"}
    dutch = citation(paper, BASE, place="blz. 3", **given_words)  # type: ignore[arg-type]
    assert dutch == f"„Wat bedoelt u?” (Kamerstukken I 2025/26, 32 317, QC, blz. 3), {BASE}doc/kst/32317-QC#c2511"
    english = citation(paper, BASE, place="p. 3", lang="en", **given_words)  # type: ignore[arg-type]
    assert english.startswith("“Wat bedoelt u?” (Kamerstukken I 2025/26, 32 317, QC, p. 3), ")


def test_a_citation_without_words_is_the_paper_and_its_address() -> None:
    assert citation(f"{ID}kst/32317-QC", BASE) == f"Kamerstukken I, 32 317, QC, {BASE}doc/kst/32317-QC"


def test_what_has_no_page_has_no_address() -> None:
    assert permalink("urn:x", BASE) == ""


def test_a_long_quote_ends_with_a_sentence() -> None:
    quote = "Eerste zin van deze lange tekst. " * 20
    short = shortened(quote)
    assert len(short) < 410
    assert short.endswith("tekst. […]")
