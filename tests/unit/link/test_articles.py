"""Articles and the acts behind them: in lists, by book, and of the paper's own abbreviations."""

import pytest

from sovgraph.authority import Authority
from sovgraph.find import find_all
from sovgraph.ids import Ids
from sovgraph.link import link_mentions
from sovgraph.read import make_source
from sovgraph.structure import structure_document


def addresses(names: Authority, text: str) -> list[str | None]:
    document = structure_document(make_source("test.txt", text.encode("utf-8")))
    mentions, _ = link_mentions(document, find_all(document, names), names, Ids())
    return [m.iri.rsplit("/", 1)[-1] if m.iri else None for m in mentions if m.type.value == "article"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie artikel 6:162 BW.", ["BWBR0005289-162"]),
        ("Zie artikel 7:611 van het Burgerlijk Wetboek.", ["BWBR0005290-611"]),
        ("Het Burgerlijk Wetboek (hierna: BW) geldt. Zie artikel 10:3 BW.", ["BWBR0030068-3"]),
        ("Zie artikel 162 van Boek 6 BW.", ["BWBR0005289-162"]),
        ("Zie artikel 6:162 van Boek 6 van het Burgerlijk Wetboek.", ["BWBR0005289-162"]),
        ("Zie artikel 6:162 van Boek 7 van het Burgerlijk Wetboek.", [None]),
        ("Zie artikel 162 BW en artikel 9:1 BW en artikel 3:4 BW BES.", [None, None, None]),
        ("Zie artikel 3.2 Awb.", ["BWBR0005537-3-2"]),
    ],
)
def test_the_book_stands_before_the_colon(names: Authority, text: str, expected: list[str | None]) -> None:
    assert addresses(names, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("artikel 2.1 en artikel 8.11 van de Wet dieren", ["BWBR0030250-2.1", "BWBR0030250-8.11"]),
        ("de artikelen 3 en 5 tot en met 8 Awb", ["BWBR0005537-3", "BWBR0005537-5"]),
        ("de artikelen 4, 6, eerste lid, of 7 van de Gaswet", ["BWBR0011440-4", "BWBR0011440-6", "BWBR0011440-7"]),
        ("artikel 4 van de Gaswet en artikel 3 Awb", ["BWBR0011440-4", "BWBR0005537-3"]),
        ("artikel II en artikel 4 van de Gaswet", [None, "BWBR0011440-4"]),
        ("artikel 2 geldt en artikel 4 van de Gaswet", [None, "BWBR0011440-4"]),
        ("artikel 2 van de Grondwet van Turkije", [None]),
        (
            "Richtlijn 2013/33/EU geldt. Zie de artikelen 4 en 5 van die richtlijn.",
            ["32013L0033-4", "32013L0033-5"],
        ),
    ],
)
def test_a_list_is_of_the_act_behind_it(names: Authority, text: str, expected: list[str | None]) -> None:
    assert addresses(names, text) == expected
