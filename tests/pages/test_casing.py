"""Titles in capitals as a sentence has them."""

import pytest

from sovgraph.pages.casing import as_sentence


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "Verslag van een schriftelijk overleg"),
        ("BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE", "Brief van de minister van Asiel en Migratie"),
        ("BRIEF VAN DE MINISTER VAN DEFENSIE OVER SCHEPEN", "Brief van de minister van Defensie over schepen"),
        (
            "BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR IMMIGRATIE & ASIEL / JBZ-RAAD",
            "Brief van de voorzitter van de vaste commissie voor Immigratie & Asiel / JBZ-Raad",
        ),
        ("MOTIE VAN HET LID VELDHOEN C.S.", "Motie van het lid Veldhoen c.s."),
        (
            "GEWIJZIGDE MOTIE VAN DE LEDEN VAN DEN HIL EN PODT TER VERVANGING VAN DIE GEDRUKT ONDER NR. 6",
            "Gewijzigde motie van de leden Van den Hil en Podt ter vervanging van die gedrukt onder nr. 6",
        ),
        ("MOTIE VAN HET LID TER HAAR OVER DE EU EN ETHIOPIË", "Motie van het lid Ter Haar over de EU en Ethiopië"),
        ("MOTIE VAN DE LEDEN BECKER, VAN DIJK EN KOPS", "Motie van de leden Becker, Van Dijk en Kops"),
        ("MOTIE OVER ÉÉN LOKET VOOR GELD", "Motie over één loket voor geld"),
        ("BRIEF VAN DE MINISTERS VAN VWS EN VAN OCW", "Brief van de ministers van VWS en van OCW"),
    ],
)
def test_a_title_in_capitals_becomes_a_sentence(printed: str, shown: str) -> None:
    assert as_sentence(printed) == shown


@pytest.mark.parametrize(
    "text", ["JBZ-RAAD", "VVD", "Brief van de MINISTER", "TK 2025-2026", "", "39 502", "BWBR0011823"]
)
def test_what_is_no_title_in_capitals_stays(text: str) -> None:
    assert as_sentence(text) == text


def test_offsets_stay_right() -> None:
    text = "MOTIE VAN HET LID İNCE OVER STRAẞEN"
    assert len(as_sentence(text)) == len(text)
