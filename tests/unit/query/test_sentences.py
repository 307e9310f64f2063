"""Sentences of the program in the reader's language."""

import pytest

from sovgraph.query.sentences import in_language


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("question 7 has no answer in this paper", "vraag 7 heeft geen antwoord in dit stuk"),
        ("x.md: no such file; check the path", "x.md: dit bestand is er niet; kijk het pad na"),
        ("person 'Jansen': no such post in the register", "person 'Jansen': geen ambt met deze naam in het register"),
        ("something else", "something else"),
        ("a" * 5000, "a" * 5000),
    ],
)
def test_sentences(english: str, dutch: str) -> None:
    assert in_language(english, "nl") == dutch
    assert in_language(english, "en") == english
