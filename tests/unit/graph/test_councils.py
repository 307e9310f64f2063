"""Letters that offer the agenda or the report of a Council meeting."""

from collections.abc import Callable

import pytest

Facts = dict[tuple[str, str], set[str]]
HEAD = """Nagebootst.

Vergaderjaar 2025-2026

39 505

Landbouw- en Visserijraad

Nr. 9

BRIEF VAN DE {sender}

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 13 maart 2026

{body}
"""
MINISTER = "MINISTER VAN JUSTITIE EN VEILIGHEID"
MEETING = "raad/jbz-2026-03-23"


def roles(facts: Facts) -> dict[str, set[str]]:
    names = ("agendaFor", "reportsOn")
    return {name: values for (_, name), values in facts.items() if name in names}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Hierbij zend ik u het verslag van de JBZ-Raad van 23 en 24 maart 2026.", {"reportsOn": {MEETING}}),
        ("Bijgaand treft u de geannoteerde agenda voor de JBZ-Raad van 23 maart 2026.", {"agendaFor": {MEETING}}),
        (
            "Hierbij doe ik u toekomen het verslag van de JBZ-Raad van 23 maart 2026 en de geannoteerde agenda van de "
            "JBZ-Raad van 8 juni 2026.",
            {"reportsOn": {MEETING}, "agendaFor": {"raad/jbz-2026-06-08"}},
        ),
        ("Het verslag van de JBZ-Raad van 23 maart 2026 volgt later.", {}),
        ("Hierbij meld ik dat de JBZ-Raad van 23 maart 2026 niet doorgaat.", {}),
    ],
)
def test_what_a_letter_offers(facts_in: Callable[[str], Facts], body: str, expected: dict[str, set[str]]) -> None:
    assert roles(facts_in(HEAD.format(sender=MINISTER, body=body))) == expected


def test_a_committee_offers_no_report(facts_in: Callable[[str], Facts]) -> None:
    sender = "VOORZITTER VAN DE VASTE COMMISSIE VOOR JUSTITIE EN VEILIGHEID"
    body = "Hierbij bespreekt de commissie het verslag van de JBZ-Raad van 23 maart 2026."
    assert roles(facts_in(HEAD.format(sender=sender, body=body))) == {}
