"""Acts: which one an abbreviation means on a day, and names that are passed on."""

import pytest

from sovgraph.authority import Authority
from sovgraph.find import find_all
from sovgraph.model import MentionType, Source
from sovgraph.structure import structure_document


def laws(text: str, names: Authority) -> list[tuple[str, str | None]]:
    document = structure_document(Source("paper.md", text.encode(), "", "text/markdown"))
    return [(m.text, m.id) for m in find_all(document, names) if m.type is MentionType.LAW]


def test_an_abbreviation_means_the_act_of_its_day(names: Authority) -> None:
    old = "Den Haag, 3 maart 2010\n\nDe gemeente voert de Wmo uit.\n"
    new = "Den Haag, 3 maart 2020\n\nDe gemeente voert de Wmo uit.\n"
    head = "BRIEF VAN DE MINISTER VAN FINANCIËN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
    assert laws(head + old, names) == [("Wmo", "BWBR0020031")]
    assert laws(head + new, names) == [("Wmo", "BWBR0035362")]


def test_a_new_act_of_a_known_name_has_no_id(names: Authority) -> None:
    assert laws("Het voorstel voor een nieuwe Archiefwet ligt voor.", names) == [("Archiefwet", None)]


HEAD = "BRIEF VAN DE MINISTER VAN FINANCIËN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"


@pytest.mark.parametrize(
    ("year", "name", "id"),
    [
        (2010, "Wiv", "BWBR0013409"),
        (2020, "Wiv", "BWBR0039896"),
        (1995, "Wiv", None),
        (2010, "Comptabiliteitswet", "BWBR0013891"),
        (2017, "Comptabiliteitswet", None),
        (2019, "Comptabiliteitswet", "BWBR0039429"),
        (2010, "Comptabiliteitswet 2016", "BWBR0039429"),
        (2000, "Politiewet", "BWBR0006299"),
        (1990, "Vreemdelingenwet", None),
        (1990, "Elektriciteitswet", None),
        (2005, "Elektriciteitswet", "BWBR0009755"),
        (2020, "oude Politiewet", None),
    ],
)
def test_a_name_means_what_it_meant_on_the_day_of_the_paper(
    names: Authority, year: int, name: str, id: str | None
) -> None:
    text = f"{HEAD}Den Haag, 3 maart {year}\n\nDe gemeente past de {name} toe.\n"
    assert laws(text, names) == [(name.removeprefix("oude "), id)]


def test_an_open_act_says_why_and_names_who_else_bears_the_name(names: Authority) -> None:
    document = structure_document(
        Source("paper.md", b"De Wft BES, de Spreidingswet en de Tulpenwet.", "", "text/markdown")
    )
    found = [m for m in find_all(document, names) if m.type is MentionType.LAW]
    assert [m.reason for m in found] == [
        "no register has an act of this name",
        "the register has no number for it",
        "no register has an act of this name",
    ]
    assert [[c.id for c in m.candidates] for m in found] == [["BWBR0020368"], [], []]


def test_an_abbreviation_in_other_capitals_than_in_the_register(names: Authority) -> None:
    text = "De Wet internationalisering in balans (Wib) komt. De Wib geldt."
    assert [name for name, _ in laws(text, names)] == ["Wet internationalisering in balans", "Wib", "Wib"]
