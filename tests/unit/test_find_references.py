"""References in any piece of text: the text is taken as it is, and offsets count in it."""

import pytest

from sovgraph import find_references

ODD = ["\ufeff{}", "<p>{}</p>", "<html>{}", "%PDF-1.4 {}", "PK\x03\x04 {}", "\x00 {}", "\ud800 {}", "{{\n{}"]
HEAD = "36 704\n\nTulpen en bollen\n\nNr. 4 BRIEF VAN DE MINISTER"


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_text_is_never_taken_for_a_file(odd: str) -> None:
    text = odd.format("Kamerstuk 32 317, nr. 5")
    [found] = find_references(text)
    assert (found.id, text[found.start : found.end]) == ("kst-32317-5", "Kamerstuk 32 317, nr. 5")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("36 200 XVI, nr. 12 is aangenomen.", "kst-36200-XVI-12"),
        ("31 293 en 31 289, nr. 653 is aangenomen.", "kst-31293-653"),
        ("23 432,nr.537", "kst-23432-537"),
    ],
)
def test_a_reference_that_begins_a_text_is_no_head(text: str, id: str) -> None:
    assert [m.id for m in find_references(text)] == [id]


def test_offsets_of_an_antecedent_in_the_context_are_negative() -> None:
    text = "Zie de motie op stuk nr. 12."
    [found] = find_references(text, context=HEAD)
    assert found.id == "kst-36704-12"
    assert text[found.start : found.end] == "nr. 12"
    assert found.antecedent is not None
    assert (HEAD + "\n\n")[found.antecedent.start : found.antecedent.end] == "36 704"
