"""Damaged numbers: one label at a time is harmed, in either letter; the other pairs stay exactly as they are.

The harmed pair is either right or reported. The same is done to the imitated paper and, where it is there, to the
real one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sovgraph.model import Document, Exchange, Span
from sovgraph.read import make_source
from sovgraph.structure import structure_document

ROOT = Path(__file__).resolve().parents[3]
IMITATED = ROOT / "examples" / "dossier-32317" / "kst-32317-QC.md"
PAPERS = ["imitated", pytest.param("real", marks=pytest.mark.real)]
NUMBERS = range(1, 6)
NUMBER_CODES = {"QUESTION-NUMBER-DAMAGED", "QUESTION-NUMBER-REPEATED", "QUESTION-NUMBER-SKIPPED"}
LETTERS = ["asking", "answering"]


@dataclass(frozen=True)
class Original:
    text: str
    pairs: dict[str, Exchange]

    def span(self, number: int, where: str) -> Span:
        exchange = self.pairs[str(number)]
        span = exchange.question if where == "asking" else exchange.restated
        assert span is not None
        return span

    def line(self, number: int, where: str) -> int:
        return self.text.rindex("\n", 0, self.span(number, where).start) + 1


def read(text: str) -> Document:
    return structure_document(make_source("paper.md", text.encode("utf-8")))


def original(name: str) -> Original:
    path = IMITATED if name == "imitated" else ROOT.parent / "shared" / "dossier" / "32317-QC.md"
    if not path.is_file():
        pytest.skip("the paper 32317-QC.md isn't beside the checkout")
    text = path.read_text(encoding="utf-8")
    pairs = {e.number: e for e in read(text).exchanges}
    assert sorted(pairs) == [str(n) for n in NUMBERS]
    return Original(text, pairs)


def moved(span: Span | None, at: int, cut: int, put: int) -> Span | None:
    """Where a span is after `cut` characters at `at` became `put`."""
    if span is None or span.end <= at:
        return span
    shift = put - cut
    return Span(span.start + shift if span.start >= at + cut else span.start, span.end + shift)


def same_words(doc: Document, span: Span | None, before: str, old: Span | None) -> bool:
    return (span is None) == (old is None) and (span is None or old is None or span.of(doc.text) == old.of(before))


def check(first: Original, at: int, cut: int, put: str, harmed: set[int], reported: bool = True) -> Document:
    """Reads the harmed text; the pairs outside `harmed` keep their spans, the others are right or reported."""
    doc = read(first.text[:at] + put + first.text[at + cut :])
    found: dict[tuple[Span | None, ...], Exchange] = {(e.question, e.restated, e.answer): e for e in doc.exchanges}
    codes = {i.code for i in doc.issues if i.code.startswith(("QUESTION-", "ANSWER-"))}
    for number in NUMBERS:
        old = first.pairs[str(number)]
        key = tuple(moved(s, at, cut, len(put)) for s in (old.question, old.restated, old.answer))
        if number in harmed:
            assert key in found or codes or not reported, f"question {number} is neither right nor reported"
        else:
            assert key in found, (number, key, list(found))
            assert found[key].asked_by
    if reported:
        assert codes
    return doc


def spoilt(number: int) -> Iterator[tuple[str, str]]:
    """Ways in which "3. " is printed, read or typed wrongly."""
    misread = {1: "l", 2: "Z", 3: "B", 4: "A", 5: "S"}[number]
    yield "no full stop", f"{number} "
    yield "no blank", f"{number}."
    yield "a comma", f"{number}, "
    yield "misread", f"{misread}. "
    yield "misread without a stop", f"{misread} "
    yield "gone", ""
    yield "a sign", "■ "
    yield "a question mark", "?. "
    yield "the number before", f"{number - 1 or 7}. "
    yield "the number after", f"{number + 1}. "
    yield "far too high", "64. "
    yield "a dash", "- "


WAYS = [way for way, _ in spoilt(1)]


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("where", LETTERS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_spoilt_number(name: str, where: str, way: str, number: int) -> None:
    first = original(name)
    at = first.line(number, where)
    doc = check(first, at, 3, dict(spoilt(number))[way], set())
    assert {i.code for i in doc.issues} <= NUMBER_CODES


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_question_left_out_of_the_asking_letter(name: str, number: int) -> None:
    first = original(name)
    at, span = first.line(number, "asking"), first.span(number, "asking")
    end = first.text.index("\n", span.end) + 1
    doc = check(first, at, end - at, "", {number})
    (alone,) = [e for e in doc.exchanges if e.question is None]
    assert alone.number == str(number)
    assert alone.answer is not None
    assert same_words(doc, alone.answer, first.text, first.pairs[str(number)].answer)
    assert [i.code for i in doc.issues if i.code.startswith("ANSWER")] == ["ANSWER-WITHOUT-QUESTION"]


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("number", NUMBERS)
def test_an_answer_left_out(name: str, number: int) -> None:
    first = original(name)
    answer = first.pairs[str(number)].answer
    assert answer is not None
    doc = check(first, answer.start, answer.end - answer.start, "", {number})
    harmed = next(e for e in doc.exchanges if e.number == str(number))
    assert harmed.answer is None or "Kamerstukken" in harmed.answer.of(doc.text)
    assert [i.code for i in doc.issues if i.code.startswith("QUESTION")] == ["QUESTION-WITHOUT-ANSWER"]


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("number", NUMBERS)
def test_an_item_left_out_of_the_answering_letter(name: str, number: int) -> None:
    first = original(name)
    answer = first.pairs[str(number)].answer
    assert answer is not None
    at = first.line(number, "answering")
    doc = check(first, at, answer.end - at, "", {number})
    harmed = next(e for e in doc.exchanges if e.number == str(number))
    assert (harmed.restated, harmed.answer) == (None, None)
    assert "QUESTION-WITHOUT-ANSWER" in {i.code for i in doc.issues}


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_question_that_the_answer_does_not_repeat(name: str, number: int) -> None:
    """Nothing shows where its answer begins: the answer before it may run on, and that is said."""
    first = original(name)
    at = first.line(number, "answering")
    end = first.span(number, "answering").end
    doc = check(first, at, end - at, "", {number, number - 1})
    codes = {i.code for i in doc.issues}
    assert "QUESTION-WITHOUT-ANSWER" in codes
    assert number == 1 or "ANSWER-END-UNSURE" in codes


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_question_repeated_in_other_words(name: str, number: int) -> None:
    first = original(name)
    span = first.span(number, "answering")
    put = "Op welk punt wil uw Kamer bij dit onderwerp meer horen?"
    doc = check(first, span.start, span.end - span.start, put, {number})
    harmed = next(e for e in doc.exchanges if e.number == str(number))
    assert harmed.restated is not None
    assert harmed.restated.of(doc.text) == put
    assert same_words(doc, harmed.answer, first.text, first.pairs[str(number)].answer)
    assert [i.code for i in doc.issues] == ["QUESTION-REWORDED"]


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("number", range(1, 5))
def test_two_questions_answered_together(name: str, number: int) -> None:
    """ "2 en 3." before both questions; one answer after them."""
    first = original(name)
    one, two = first.span(number, "answering"), first.span(number + 1, "answering")
    put = f"{number} en {number + 1}. {one.of(first.text)}\n\n{two.of(first.text)}"
    at = first.line(number, "answering")
    doc = check(first, at, two.end - at, put, {number, number + 1}, reported=False)
    found = {e.number: e for e in doc.exchanges}
    pair = found[str(number)], found[str(number + 1)]
    assert [e.shared_with for e in pair] == [(str(number + 1),), (str(number),)]
    for exchange, old in zip(pair, (one, two), strict=True):
        assert same_words(doc, exchange.restated, first.text, old)
        assert same_words(doc, exchange.answer, first.text, first.pairs[str(number + 1)].answer)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("number", range(1, 5))
@pytest.mark.parametrize("label", ["Antwoord op vragen {} en {}\n", "Antwoord op de vragen {} en {}: "])
def test_a_label_that_names_both_questions(name: str, number: int, label: str) -> None:
    first = original(name)
    one, two = first.span(number, "answering"), first.span(number + 1, "answering")
    put = f"\n\n{number + 1}. {two.of(first.text)}\n\n" + label.format(number, number + 1)
    answer = first.pairs[str(number + 1)].answer
    assert answer is not None
    doc = check(first, one.end, answer.start - one.end, put, {number, number + 1}, reported=False)
    found = {e.number: e for e in doc.exchanges}
    assert found[str(number)].answer == found[str(number + 1)].answer
    assert same_words(doc, found[str(number)].answer, first.text, answer)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("where", LETTERS)
@pytest.mark.parametrize(
    "numbers", [(1, 2, 6, 7, 8), (1, 1, 1, 1, 1), (2, 3, 4, 5, 6), (1, 2, 2, 3, 4), (9, 8, 7, 6, 5)]
)
def test_numbers_that_are_wrong_all_along(name: str, where: str, numbers: tuple[int, ...]) -> None:
    """The words tie the pairs, whatever the numbers say; or the pair is reported."""
    first = original(name)
    text = first.text
    for number in NUMBERS:
        at = first.line(number, where)
        text = text[:at] + str(numbers[number - 1]) + text[at + 1 :]
    doc = read(text)
    wanted = {(e.question, e.restated, e.answer) for e in first.pairs.values()}
    found = {(e.question, e.restated, e.answer) for e in doc.exchanges}
    assert found == wanted
    assert {i.code for i in doc.issues} & NUMBER_CODES


MARK = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("how", ["gone", "twice"])
def test_a_footnote_gone_or_twice(name: str, how: str) -> None:
    """Marks in the text and notes at the foot, one at a time: the pairs stay, and the note is reported."""
    first = original(name)
    for match in MARK.finditer(first.text):
        begins = match.start() == 0 or first.text[match.start() - 1] == "\n"
        stop = first.text.find("\n", match.end()) if begins else match.end()
        stop = len(first.text) if stop < 0 else stop
        piece = first.text[match.start() : stop]
        put = "" if how == "gone" else piece + ("\n\n" if begins else "") + piece
        doc = read(first.text[: match.start()] + put + first.text[stop:])
        assert [e.number for e in doc.exchanges] == [str(n) for n in NUMBERS]
        for exchange in doc.exchanges:
            old = first.pairs[exchange.number]
            for part in ("question", "restated", "answer"):
                now, then = getattr(exchange, part).of(doc.text), getattr(old, part).of(first.text)
                assert MARK.sub("", now) == MARK.sub("", then)
        codes = {i.code for i in doc.issues}
        if how == "gone" or begins:
            assert codes & {"NOTE-WITHOUT-ANCHOR", "ANCHOR-WITHOUT-NOTE", "NOTE-DUPLICATE"}, (how, piece[:30])
