"""What is said, without what a page prints between the words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sovgraph.model import Document, Note, Span
from sovgraph.structure.said import said_in

FOOT = "\n1Krant van gisteren, over peren.\n2Weerbericht.\nTweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"De peer is rijp1 en\n2\nzoet. Wie er{FOOT}is, weet dat.", "De peer is rijp en zoet. Wie er is, weet dat."),
        (
            f"De peer is rijp1 en zoet\n2, ja. Wie er{FOOT}is, ziet het.",
            "De peer is rijp en zoet, ja. Wie er is, ziet het.",
        ),
        (f"De peer is rijp\n1, 2\nen zoet. Wie er{FOOT}is, weet dat.", "De peer is rijp en zoet. Wie er is, weet dat."),
        ("De peer[1] is rijp.\n\n[1] Krant van gisteren.\n\nEn zoet.", "De peer is rijp. En zoet."),
        ("Artikel 1 is rijp.\n2 peren in 2031.", "Artikel 1 is rijp. 2 peren in 2031."),
    ],
)
def test_notes_and_feet_of_pages_are_left_out(document: Callable[[str], Document], text: str, expected: str) -> None:
    doc = document(text)
    assert said_in(doc, Span(0, len(doc.text))) == expected


def test_what_stands_in_a_note_is_said(document: Callable[[str], Document]) -> None:
    doc = document("De peer[1] is rijp.\n\n[1] Krant van gisteren.")
    note = doc.notes[0].body
    assert said_in(doc, note) == "Krant van gisteren."
    assert said_in(doc, Span(note.start - 4, note.end)) == "[1] Krant van gisteren."


def test_another_number_before_a_note_is_no_mark_of_it(document: Callable[[str], Document]) -> None:
    text = "De peer was rijp in 2031\nKrant van gisteren.\nEn zoet."
    start = text.index("Krant")
    doc = replace(document(text), notes=(Note("1", (), Span(start, start + 19)),))
    assert said_in(doc, Span(0, len(text))) == "De peer was rijp in 2031 En zoet."


def test_a_line_of_which_a_part_is_asked_is_no_foot(document: Callable[[str], Document]) -> None:
    doc = document("Zie hiervoor\nTweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1 en 2.")
    asked = Span(0, doc.text.index(" en 2"))
    assert said_in(doc, asked) == "Zie hiervoor Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1"
