"""Any text: no crash, spans inside the text, time that grows with its length only."""

import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovgraph.model import Document, Issue, Span
from sovgraph.read import make_source
from sovgraph.structure import structure_document

Read = Callable[[str], Document]


def check(value: Any, length: int) -> None:
    """Every span in a value lies in a text of that length."""
    if isinstance(value, Span):
        assert 0 <= value.start <= value.end <= length
    elif isinstance(value, tuple):
        for item in value:
            check(item, length)
    elif is_dataclass(value):
        for field in fields(value):
            check(getattr(value, field.name), length)
    if isinstance(value, Issue) and value.start is not None and value.end is not None:
        assert 0 <= value.start <= value.end <= length


PIECES = st.sampled_from(
    """Vergaderjaar 2031-2032|39 317|Nr. 3|QC|VERSLAG VAN EEN SCHRIFTELIJK OVERLEG|BRIEF VAN DE MINISTER VAN X|¹
    BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR Y|Aan de minister van X|Den Haag, 3 mei 2032|1. Wat?|2. Hoe?
    Vraag 1|Vraag 2 en 3|Antwoord 1|Antwoord op vragen 2 en 9|Antwoord|Mededeling|² Samenstelling:|[1] |1Noot|(|?
    Jan (PVV) (voorzitter), |De leden van de fractie van A en B-fractie |De Kamer,|verzoekt de regering te plukken,
    en gaat over tot de orde van de dag.|A.B. de Vries|De griffier van de commissie,|LIJST VAN VRAGEN EN ANTWOORDEN
    Tweede Kamer, vergaderjaar 2031-2032, Vragen 1|kst-39317-QC|Vragen van het lid A (B) aan de Minister|**|1|e\u0301
    """.replace("\n", "|").split("|")
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\f", " ", ""])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.one_of(PIECES, st.text(max_size=6)), ENDS), min_size=1, max_size=60))
def test_spans_are_inside_the_text(pieces: list[tuple[str, str]]) -> None:
    words = "".join(piece.strip(" ") + end for piece, end in pieces)
    # An "x" in front: no random text is then taken for a picture or an XML file.
    text = "x" + words.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
    document = structure_document(make_source("any.txt", text.encode("utf-8")))
    assert document.text == text
    check(document, len(text))


HOSTILE = {
    "one line of 5 MB": "een zin. " * 600_000,
    "numbers": "32 317 " * 29_000,
    "brackets": "(" * 200_000,
    "members": "Naam (PVV " * 20_000,
    "labels": "Vraag 1\n" * 25_000,
    "label list": "Vraag " + "1, " * 60_000,
    "glued notes": "".join(f"{i}Abc\n" for i in range(1, 30_000)),
    "notes apart": "".join(f"{i % 999} Abc woord{i % 999}\n" for i in range(1, 20_000)),
    "superscripts": "¹ abc\n" * 20_000,
    "letters": "BRIEF VAN DE MINISTER\n" * 10_000,
    "parties": "De leden van de fractie van " + "A en " * 60_000,
    "names": "A.B. van Dam\nVoorzitter van de commissie\n" * 5_000,
    "one word": "A" * 300_000,
    "blank lines": "\n" * 200_000 + "x",
    "blanks": " " * 300_000 + "x",
    "combining": "e" + "\u0301" * 100_000,
    "clauses": "De Kamer,\n" + "overwegende dat;\n" * 10_000,
    "page feet": "Tweede Kamer, vergaderjaar 2030-2031, x\n" * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_take_linear_time(text: str) -> None:
    before = time.process_time()
    document = structure_document(make_source("hostile.txt", text.encode("utf-8")))
    assert time.process_time() - before < 10
    assert document.text == text
    check(document, len(text))
