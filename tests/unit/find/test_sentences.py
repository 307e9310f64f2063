"""Sentences of a view."""

import pytest

from sovgraph.find.sentences import sentences_of, sentences_with


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Een appel. Twee peren? Ja.", ["Een appel.", "Twee peren?", "Ja."]),
        (
            "Zie nr. 3 van mr. B. de Wit c.s. over fruit. Dank.",
            ["Zie nr. 3 van mr. B. de Wit c.s. over fruit.", "Dank."],
        ),
        ("Het fruit is op.Ik koop nieuw.", ["Het fruit is op.", "Ik koop nieuw."]),
        ("Kop zonder punt\n\nTekst eronder.", ["Kop zonder punt", "Tekst eronder."]),
        ("Antwoord op vraag 3\nJa, dat klopt.", ["Ja, dat klopt."]),
        ('Hij zei: "Nee." Zij zei ja.', ['Hij zei: "Nee."', "Zij zei ja."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in sentences_of(text).spans] == sentences


def test_sentence_at_an_offset_and_in_a_stretch() -> None:
    text = "Een. Twee drie. Vier."
    found = sentences_of(text)
    assert found.at(7) == (5, 15)
    assert list(sentences_with(text, [8, 17], 7, 18)) == [(7, 15), (16, 18)]
    assert found.at(99) == (99, 99)
