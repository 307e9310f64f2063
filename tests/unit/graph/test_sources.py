"""Web pages and news media that a question gives."""

from collections.abc import Callable

import pytest
from tests.unit.graph.inquiry import inquiry

Facts = dict[tuple[str, str], set[str]]


def paper(question: str) -> str:
    return inquiry(f"Vraag 1\n{question}\nAntwoord 1\nJa.\n")


@pytest.mark.parametrize(
    ("question", "name", "expected"),
    [
        ("Kent u https://www.nos.nl/artikel/25-kokkels?", "citesMedium", {"NOS"}),
        ("Kent u https://www.nos.nl/artikel/25-kokkels?", "citesPage", {"https://www.nos.nl/artikel/25-kokkels"}),
        ("Kent u www.kokkels.example/x, en wat vindt u?", "citesPage", {"https://www.kokkels.example/x"}),
        ("Kent u het artikel in de Volkskrant over kokkels?", "citesMedium", {"de Volkskrant"}),
        ("Kent u het bericht op NRC.nl dat de vangst daalt?", "citesMedium", {"NRC"}),
    ],
)
def test_sources_are_found(facts_in: Callable[[str], Facts], question: str, name: str, expected: set[str]) -> None:
    found = {key: values for key, values in facts_in(paper(question)).items() if key[1] == name}
    assert list(found.values()) == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "Kent u de VN, NOS en AD als afkorting?",
        "Schrijft u aan jan@nos.nl over kokkels?",
        "Is het vertrouwen, trouw aan de wet, geschonden?",
        "Heeft de Telegraafstraat een brug?",
    ],
)
def test_what_is_no_source(facts_in: Callable[[str], Facts], question: str) -> None:
    assert not {key for key in facts_in(paper(question)) if key[1] in ("citesMedium", "citesPage")}
