"""Words as search sees them: folding, places, stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.search.passages import LONG, passages
from sovgraph.search.words import compact, fold, forms, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Één privé-coördinator", ["een", "prive", "coordinator"]),
        ("dossier 32 317, nr. 12", ["dossier", "32317", "nr", "12"]),
        ("32.317", ["32317"]),
        ("te\u00adrug", ["terug"]),
        ("cafe\u0301", ["cafe"]),
        ("ĳsvrij Łódź straße", ["ijsvrij", "lodz", "strasse"]),
        ("\ud800 \x00 … —", []),
    ],
)
def test_forms(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    "together",
    [
        "maatregel maatregelen",
        "vraag vragen",
        "antwoord antwoorden",
        "motie moties",
        "commissie commissies",
        "brief brieven",
        "huis huizen",
        "bedrijf bedrijven",
        "stikstof stikstoffen",
        "terugkeer terugkeren",
        "vreemdeling vreemdelingen",
        "2025z13436",
    ],
)
def test_inflections_share_a_stem(together: str) -> None:
    assert len({stem(word) for word in together.split()}) == 1


@pytest.mark.parametrize("apart", ["minister mini", "gemeente mening", "land landbouw", "raad raden radio"])
def test_other_words_do_not(apart: str) -> None:
    first, *_, last = apart.split()
    assert stem(first) != stem(last)


def test_numbers_are_found_however_they_are_spaced() -> None:
    assert compact("32 317, QC") == compact("32317-qc") == "32317qc"


@given(st.text())
def test_words_are_where_they_say(text: str) -> None:
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.form


@given(st.text(alphabet="ab .\n", max_size=4000))
def test_passages_hold_every_word_once(text: str) -> None:
    parts = list(passages(text))
    assert "".join("".join(text[a:b].split()) for a, b in parts) == "".join(text.split())
    assert all(0 <= a < b <= len(text) and b - a <= LONG for a, b in parts)
    assert all(parts[i][1] <= parts[i + 1][0] for i in range(len(parts) - 1))
