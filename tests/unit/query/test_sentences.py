"""Sentences of the program in the reader's language."""

import pytest

from sovgraph.query.sentences import in_language


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("question 7 has no answer in this paper", "vraag 7 heeft geen antwoord in dit stuk"),
        ("x.md: no such file; check the path", "x.md: dit bestand is er niet; kijk het pad na"),
        ("person 'Jansen': no such post in the register", "persoon 'Jansen': geen ambt met deze naam in het register"),
        ("surname, in office, day unknown, party", "achternaam, in functie, dag onbekend, partij"),
        ("surname, and something else", "surname, and something else"),
        (
            "of 'die richtlijn': the paper calls 'directive' so",
            "van 'die richtlijn': zo noemt het stuk 'directive'",
        ),
        ("more than one directive is named just before it", "er is vlak ervoor meer dan één richtlijn genoemd"),
        ("something else", "something else"),
        ("a" * 5000, "a" * 5000),
    ],
)
def test_sentences(english: str, dutch: str) -> None:
    assert in_language(english, "nl") == dutch
    assert in_language(english, "en") == english
