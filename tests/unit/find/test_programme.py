"""Programmes by name."""

from collections.abc import Callable

import pytest

from sovgraph.model import Mention

Find = Callable[[str, str], list[Mention]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het GRUTTO-partnerschap groeit. Binnen GRUTTO gaat het goed.", ["grutto", "grutto"]),
        ("het Nationaal Programma Rivieren en Dijken (NPRD) is", ["nationaal-programma-rivieren-en-dijken"]),
        ("het programma Ruimte voor Bomen", ["ruimte-voor-bomen"]),
        ("cursussen en trainingen via Seefar in Egypte", ["seefar-egypte"]),
        ("de campagne 'Samen veilig thuis' van", ["samen-veilig-thuis"]),
        ("de plantenziekte (XYL) en het XYL-programma", []),
        ("een IOM-programma in Libië", []),
        ("het programma Toekomst van de jeugdzorg", []),
        ("het programma De Ochtend", []),
        ("trainingen via Seefar die in Egypte wonen", []),
    ],
)
def test_names(find: Find, text: str, found: list[str]) -> None:
    assert [m.id for m in find("programme", text)] == found


def test_report(in_report: Callable[[str], list[Mention]]) -> None:
    assert [m.id for m in in_report("programme")] == ["prisma", "prisma", "seefar-tunesie"]
