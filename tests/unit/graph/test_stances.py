"""What sentences say of a country."""

from collections.abc import Callable

import pytest

from sovgraph.resources import folder, read_tsv

Facts = dict[tuple[str, str], set[str]]
ROWS = read_tsv(folder("ontology") / "lexicon" / "stances.tsv")


def letter(words: str) -> str:
    return (
        "BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
        f"Den Haag, 12 januari 2026\n\n{words}\n\nDe Minister van Asiel en Migratie,\n\nA.B. Boomgaard\n"
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_each_row_has_an_example(facts_in: Callable[[str], Facts], row: dict[str, str]) -> None:
    facts = facts_in(letter(row["example"]))
    assert {value for (_, name), values in facts.items() if name == "stance" for value in values} == {
        f"stance-{row['key']}"
    }
    assert {value for (_, name), values in facts.items() if name == "statedBy" for value in values} == {
        "post/minister-van-asiel-en-migratie"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Is de samenwerking met Ethiopië verbeterd?",
        "De samenwerking met Ethiopië en met Gambia is verbeterd.",
        "De samenwerking met Ethiopië is niet verbeterd.",
        "Er zijn geen visummaatregelen tegen Ethiopië ingesteld.",
        "De samenwerking met Ethiopië zou kunnen worden verbeterd.",
        "De samenwerking in Nederland is verbeterd.",
    ],
)
def test_no_stance(facts_in: Callable[[str], Facts], sentence: str) -> None:
    assert [key for key in facts_in(letter(sentence)) if key[1] == "stance"] == []
