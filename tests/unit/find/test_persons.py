"""Persons: names that a paper repeats, what cuts a name short, and time on hostile lists."""

import time

import pytest

from sovgraph.authority import Authority
from sovgraph.find.base import find_all
from sovgraph.model import Document, MentionType

HOSTILE = {
    "attendance": "Aanwezig zijn 9 leden, te weten: " + "Aa Bb, " * 14_000,
    "attendances": "Aanwezig zijn 9 leden, te weten: " * 3_000,
    "posts": "De griffier van de commissie, " * 3_000,
    "post lines": "De voorzitter van de commissie,\n" * 3_000,
    "given names": "de heer " + "Anna " * 20_000,
    "motions": "de motie-Aa over zaken " * 4_000,
    "brackets": "de motie-Kuzu over (" * 5_000,
    "headings": "MOTIE VAN HET LID AA EN " * 4_000,
    "short lines": "MOTIE VAN HET LID AA\n" + "Aa\n" * 30_000,
    "repeats": "het lid Kuzu (DENK) Kuzu " * 4_000,
    "chairs": "a" * 50_000 + "voorzitter " + "B" * 40_000,
}


def persons(text: str, names: Authority) -> list[str]:
    document = Document("test", "text/plain", "", text)
    return [m.text for m in find_all(document, names) if m.type is MentionType.PERSON]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het lid Kuzu (DENK) vroeg. Kuzu zei dat.", ["Kuzu", "Kuzu"]),
        ("De heer Bos (PvdA) vroeg. In het bos staat Bos.", ["Bos"]),
        ("De heer Kuzu (DENK). Op de Kuzu-straat, Jan Kuzu en Van Kuzu.", ["Kuzu"]),
        ("De heer Kuzu (DENK). De fractie Kuzu.", ["Kuzu"]),
        ("mevrouw Van der Plas (BBB). Volgens Van der Plas niet.", ["Van der Plas", "Van der Plas"]),
    ],
)
def test_a_name_given_once_is_found_again(text: str, expected: list[str], names: Authority) -> None:
    assert persons(text, names) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De heer Podt, Europa is groot.", ["Podt"]),
        ("mevrouw Roodbol Dank u wel", ["Roodbol"]),
        ("de heer Jan Pieter van der Vliert zei", ["Jan Pieter van der Vliert"]),
        ("de leden Six Dijkstra (NSC) en De Roon", ["Six Dijkstra", "De Roon"]),
        ("minister Adema van Landbouw", ["Adema"]),
        ("de ministers Roodbol en Podt", ["Roodbol", "Podt"]),
    ],
)
def test_a_name_ends_where_it_ends(text: str, expected: list[str], names: Authority) -> None:
    assert persons(text, names) == expected


@pytest.mark.parametrize("hostile", sorted(HOSTILE))
def test_hostile_lists_are_read_in_linear_time(hostile: str, names: Authority) -> None:
    began = time.process_time()
    persons(HOSTILE[hostile], names)
    assert time.process_time() - began < 30
