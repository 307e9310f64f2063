"""Requests of motions and letters."""

from collections.abc import Callable

import pytest

from sovgraph.find.request import kind_of
from sovgraph.model import Mention

Find = Callable[[str, str], list[Mention]]
MOTION = """Vergaderjaar 2024-2025
Tweede Kamer der Staten-Generaal
39 222 Bomen
Nr. 7 MOTIE VAN HET LID EERDMANS
Voorgesteld 3 maart 2025

De Kamer,

gehoord de beraadslaging,

overwegende dat er te weinig bomen zijn;

{clauses},

en gaat over tot de orde van de dag.

Eerdmans
"""


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        ("verzoekt de regering bomen te planten", ["verzoekt de regering bomen te planten"]),
        (
            "verzoekt het kabinet bomen te planten;\n\nverzoekt de regering voorts de Kamer te informeren",
            ["verzoekt het kabinet bomen te planten", "verzoekt de regering voorts de Kamer te informeren"],
        ),
        ("spreekt uit dat bomen mooi zijn", []),
        (
            "spreekt uit dat bomen mooi zijn en verzoekt de regering dat te zeggen",
            ["verzoekt de regering dat te zeggen"],
        ),
        ("roept de regering op bomen te sparen", ["roept de regering op bomen te sparen"]),
    ],
)
def test_motion(find: Find, clauses: str, found: list[str]) -> None:
    assert [m.text for m in find("request", MOTION.format(clauses=clauses))] == found


def test_a_term_in_a_motion_counts_from_its_date(find: Find) -> None:
    (request,) = find("request", MOTION.format(clauses="verzoekt de regering de Kamer binnen twee weken te informeren"))
    assert request.part("due") == "binnen twee weken"
    assert request.part("due_by") == "2025-03-17"
    assert request.part("kind") == "motie"


def test_letters_of_committees(in_report: Callable[[str], list[Mention]]) -> None:
    found = [(m.text.split()[0], m.part("kind"), m.part("due_by")) for m in in_report("request")]
    assert found == [
        ("ziet", "beantwoording", "2025-09-26"),
        ("verzoekt", "beantwoording", "2025-11-01"),
        ("verzoek", "uitvoeringstoets", None),
    ]


def test_a_motion_read_out_in_a_debate(find: Find) -> None:
    text = (
        "De voorzitter: Aan het woord is het lid. De heer Appel (VVD): Ik heb een motie. De Kamer, gehoord de"
        " beraadslaging, overwegende dat het regent; verzoekt de regering paraplu's uit te delen, en gaat over tot de"
        " orde van de dag."
        " De voorzitter: Dank u wel. Minister Peer: Dat zal ik niet doen. De voorzitter: Waarvan akte."
    )
    assert [m.text for m in find("request", text)] == ["verzoekt de regering paraplu's uit te delen"]


def test_what_the_government_asks_of_others_is_no_request(find: Find, answer: Callable[[str], str]) -> None:
    assert find("request", answer("Het kabinet verzoekt de regering van Italië om fruit.")) == []


def test_kinds() -> None:
    assert kind_of("een uitvoeringstoets") == "uitvoeringstoets"
    assert kind_of("deze vragen te beantwoorden") == "beantwoording"
    assert kind_of("een overzicht te sturen") == "informatie"
    assert kind_of("iets anders") == "verzoek"
