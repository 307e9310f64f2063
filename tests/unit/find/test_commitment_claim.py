"""What a paper says became of a commitment."""

from collections.abc import Callable

import pytest

from sovgraph.model import Mention
from sovgraph.resources import folder, read_tsv

Find = Callable[[str, str], list[Mention]]
ROWS = [r for r in read_tsv(folder("ontology") / "lexicon" / "commitment_states.tsv") if r["where"] == "sentence"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_each_row_has_an_example(find: Find, answer: Callable[[str], str], row: dict[str, str]) -> None:
    (found,) = find("commitment_claim", answer(row["example"]))
    assert (found.text, found.part("state")) == (row["example"], row["state"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik zal de toezegging over de bomen gestand doen.",
        "Hiermee is de toezegging over de bomen niet nagekomen.",
        "Is de toezegging over de bomen hiermee afgedaan?",
        "Zoals toegezegd zal ik u het rapport over de bomen sturen.",
        "Hierbij doe ik u de toezegging dat er bomen komen.",
        "De toezegging is in het debat gedaan.",
        "Zodra het rapport er is, is de toezegging afgedaan.",
    ],
)
def test_no_claims(find: Find, answer: Callable[[str], str], sentence: str) -> None:
    assert find("commitment_claim", answer(sentence)) == []


def test_the_sentence_before_says_which(find: Find, answer: Callable[[str], str]) -> None:
    text = "In het debat van 3 maart 2025 heb ik een lijst toegezegd. Met deze brief doe ik die toezegging gestand."
    (found,) = find("commitment_claim", answer(text))
    assert found.text == text


def test_a_list_gives_number_words_term_and_status(find: Find, answer: Callable[[str], str]) -> None:
    text = answer(
        "Toezegging T09901 Bomen tellen in alle gemeenten\nTermijn: 1 juli 2026\nStatus: openstaand\n\n"
        "Toezegging T09902 Overleg met de boswachters\nStatus: deels voldaan\n"
    )
    claims = [(m.id, m.part("state")) for m in find("commitment_claim", text)]
    assert claims == [("T09901", "openstaand"), ("T09902", "deels-voldaan")]
    first, second = find("commitment", text)
    assert (first.text, first.id, first.part("due_by")) == ("Bomen tellen in alle gemeenten", "T09901", "2026-07-01")
    assert (second.text, second.part("due")) == ("Overleg met de boswachters", None)


def test_a_list_as_a_table(find: Find, answer: Callable[[str], str]) -> None:
    text = answer("| nummer | toezegging | stand |\n| TZ202601-001 | Bomen tellen | afgedaan |\n")
    (claim,) = find("commitment_claim", text)
    (entry,) = find("commitment", text)
    assert (claim.id, claim.part("state"), entry.text) == ("TZ202601-001", "voldaan", "Bomen tellen")


def test_the_chair_reads_out_what_was_promised(find: Find) -> None:
    text = (
        "STENOGRAM\n\nTweede Kamer der Staten-Generaal\nVergaderjaar 2025-2026\n\n"
        "999e vergadering, donderdag 18 juni 2026\n\n"
        "Aanvang 10.15 uur\n\nVoorzitter: Martin Bosma\n\nAanwezig zijn twee leden der Kamer, te weten:\n\n"
        "Martin Bosma en Podt.\n\nAan de orde is het debat Bomen.\n\n"
        "De voorzitter:\nIk open het debat.\n\nMinister Boomgaard:\nDank u wel.\n\nDe voorzitter:\nIk lees de"
        " toezeggingen voor. De minister stuurt de Kamer voor de zomer een brief over bomen. Dat was het. De minister"
        " komt niet terug op het water.\n\nMevrouw Podt (D66):\nDe minister stuurt nog een brief.\n\n"
        "Sluiting 11.45 uur.\n"
    )
    (found,) = find("commitment", text)
    assert found.text == "De minister stuurt de Kamer voor de zomer een brief over bomen."
    assert (found.part("strength"), found.part("due")) == ("explicit", "voor de zomer")
