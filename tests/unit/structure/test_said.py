"""What is said, without what a page prints between the words."""

from collections.abc import Callable

import pytest

from sovgraph.model import Document, Span
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
    assert said_in(doc, doc.notes[0].body) == "Krant van gisteren."
