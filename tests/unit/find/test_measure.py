"""Measures against countries."""

from collections.abc import Callable

import pytest

from sovgraph.model import Mention, Status

Find = Callable[[str, str], list[Mention]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "sancties tegen de leden van de Georgische regering",
            [("sancties tegen de leden van de Georgische regering", "sanctie-geo")],
        ),
        ("een volledig invoerverbod op Rusland", [("invoerverbod op Rusland", "invoerverbod-rus")]),
        ("restrictieve maatregelen tegen Belarus", [("restrictieve maatregelen tegen Belarus", "maatregel-blr")]),
        (
            "een inreisverbod voor Israëlische kolonisten",
            [("inreisverbod voor Israëlische kolonisten", "inreisverbod-isr")],
        ),
        ("sancties tegen Nederland", []),
        ("maatregelen voor Oekraïne", []),
        ("sancties. Tegen Rusland gebeurt niets", []),
        ("maatregelen tegen criminaliteit in Frankrijk", []),
    ],
)
def test_noun_preposition_country(find: Find, text: str, found: list[tuple[str, str]]) -> None:
    assert [(m.text, m.id) for m in find("measure", text)] == found


def test_the_day_of_decision_is_part_of_the_id(in_report: Callable[[str], list[Mention]]) -> None:
    mentions = in_report("measure")
    assert {m.id for m in mentions} == {"visummaatregel-eth-2024-04-29"}
    assert [m.text.split()[0] for m in mentions] == ["visummaatregelen", "visummaatregelen", "25bis-maatregelen"]
    assert [m.status for m in mentions] == [Status.EXACT, Status.INFERRED, Status.EXACT]
    assert mentions[1].antecedent is not None


def test_two_days_of_decision_name_no_day(find: Find) -> None:
    text = (
        "De sancties tegen Rusland zijn op 3 mei 2022 ingesteld.\n\n"
        "Nieuwe sancties tegen Rusland zijn op 4 juni 2023 ingesteld."
    )
    assert [m.id for m in find("measure", text)] == ["sanctie-rus", "sanctie-rus"]


def test_a_measure_named_again_needs_one_country_before_it(find: Find) -> None:
    text = "Er zijn sancties tegen Rusland en sancties tegen Iran. De sancties werken."
    assert [m.id for m in find("measure", text)] == ["sanctie-rus", "sanctie-irn"]
