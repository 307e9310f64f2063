"""Parts of questions, and the ones that an answer seems to pass over: a sign only where the words leave no doubt."""

import pytest

from sovgraph.model import Span
from sovgraph.structure.question_parts import passed_over, question_parts


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kunt u dit toelichten?", []),
        ("Klopt dit? Zo nee, waarom niet?", [("1", "Klopt dit?"), ("2", "Zo nee, waarom niet?")]),
        (
            "Graag antwoord: a) Wie telt? b) Wie betaalt?",
            [("a", "Wie telt?"), ("b", "Wie betaalt?")],
        ),
        ("Hierover:\na. Wie telt?\nb. Wie betaalt?", [("a", "Wie telt?"), ("b", "Wie betaalt?")]),
        ("Geldt artikel 3, onder b) of c) ook hier?", []),
        ("Wie telt?¹ Wie betaalt?²", [("1", "Wie telt?"), ("2", "Wie betaalt?")]),
    ],
)
def test_parts_are_found(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.label, part.span.of(text)) for part in question_parts(text, whole(text))] == parts


@pytest.mark.parametrize(
    ("question", "answer", "signs"),
    [
        ("Mag het? Hoeveel schepen doen mee?", "Ja, het mag.", ["number"]),
        ("Mag het? Hoeveel schepen doen mee?", "Ja; er doen twaalf schepen mee.", []),
        ("Mag het? Hoeveel schepen doen mee?", "Ja. Geen enkel schip doet mee.", []),
        ("Mag het? Hoeveel schepen doen mee?", "Ja. Dat is onbekend.", []),
        ("Mag het? Wanneer begint dat?", "Ja, de vloot vaart uit.", ["time"]),
        ("Mag het? Wanneer begint dat?", "Ja, zodra de wet er is.", []),
        ("Hoeveel schepen doen mee?", "De vloot vaart uit.", []),
        ("a) Wie telt? b) Wie betaalt?", "a) De dienst. b) Het rijk.", []),
        ("a) Wie telt? b) Wie betaalt? c) Waar?", "a) De dienst. c) In zee.", ["letter"]),
        ("a) Wie telt? b) Wie betaalt?", "Het rijk telt en betaalt.", []),
        ("a) Wie telt? b) Wie betaalt? c) Waar?", "a en b De dienst. c) In zee.", []),
        ("a) Wie telt? b) Wie betaalt? c) Waar?", "a t/m c: De dienst. b) Zie a.", []),
    ],
)
def test_signs_of_parts_passed_over(question: str, answer: str, signs: list[str]) -> None:
    text = f"{question}\n{answer}"
    asked = Span(0, len(question))
    said = Span(len(question) + 1, len(text))
    assert [found.sign for found in passed_over(text, asked, said)] == signs


def test_long_texts_take_no_time() -> None:
    text = "a) " * 20_000 + "?" * 20_000
    assert question_parts(text, whole(text))
