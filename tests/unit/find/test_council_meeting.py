"""Meetings of the Council by date."""

from collections.abc import Callable

import pytest

from sovgraph.model import Mention

Find = Callable[[str, str], list[Mention]]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("de Raad Buitenlandse Zaken Handel van 3 mei 2024", "rbz-handel-2024-05-03"),
        ("de Landbouw- en Visserijraad op 8 juli 2024 te Brussel", "landbouw-2024-07-08"),
        ("de ingelaste Milieuraad d.d. 1 oktober 2024", "milieu-2024-10-01"),
        ("de Europese Raad van 19 en 20 december 2024", "europese-raad-2024-12-19"),
        ("de Telecomraad van vrijdag 6 juni 2025", "telecom-2025-06-06"),
    ],
)
def test_configurations(find: Find, text: str, key: str) -> None:
    assert [m.id for m in find("council_meeting", text)] == [key]


def test_days_and_place(in_report: Callable[[str], list[Mention]]) -> None:
    first, second = in_report("council_meeting")
    assert first.id == second.id == "jbz-2025-07-03"
    assert first.text == "informele JBZ-Raad van 3 en 4 juli 2025"
    assert (second.part("start"), second.part("end"), second.part("place")) == (
        "2025-07-03",
        "2025-07-04",
        "Kopenhagen",
    )


@pytest.mark.parametrize("text", ["de JBZ-Raad van morgen", "de vaste commissie voor JBZ-Raad van 3 mei 2024 vroeg"])
def test_no_meeting(find: Find, text: str) -> None:
    assert find("council_meeting", text) == []
