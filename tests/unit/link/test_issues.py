"""Doubts about a paper become issues."""

import pytest

from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.read import make_source
from sovgraph.settings import Settings


def codes(text: str) -> list[tuple[str, str]]:
    document, _, issues = read_mentions(make_source("test.txt", text.encode("utf-8")), load_environment(Settings()))
    return [(i.code, document.text[i.start : i.end]) for i in issues if i.start is not None and i.end is not None]


def test_a_dossier_in_the_place_of_the_number() -> None:
    assert ("REF-PARTIAL", "Kamerstukken II, 2025-2026, nr. 32 317") in codes(
        "Zie Kamerstukken II, 2025-2026, nr. 32 317."
    )


@pytest.mark.parametrize("word", ["VOorzITTERS", "□", "MInISTER"])
def test_what_a_scan_misread(word: str) -> None:
    assert ("OCR-SUSPECT", word) in codes(f"BRIEF VAN DE {word} VAN FRUIT")


@pytest.mark.parametrize("text", ["De PvdA, GroenLinks-PvdA, IenW en EHealth.", "De MKBers en de OESO-landen."])
def test_words_that_are_printed_so(text: str) -> None:
    assert [c for c in codes(text) if c[0] == "OCR-SUSPECT"] == []


def test_persons_and_motions_that_stay_unresolved() -> None:
    found = codes("Over de motie-Kersenboom sprak de heer Pruimedant.")
    assert ("LINK-UNRESOLVED", "motie-Kersenboom") in found
    assert ("LINK-UNRESOLVED", "Pruimedant") in found
