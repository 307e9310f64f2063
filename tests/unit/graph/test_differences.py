"""A paper against a register: what differs is told, other spellings and wider words aren't."""

import pytest

from sovgraph import vocab as v
from sovgraph.graph.differences import RegisterRow, differences

PAPER = "https://w3id.org/sovgraph/id/kst/36704-63"
FILE = "https://w3id.org/sovgraph/id/register/odata-0123456789abcdef"


def rows(name: str, said: list[str], known: list[str]) -> tuple[RegisterRow, ...]:
    def row(value: str, *, by_register: bool) -> RegisterRow:
        graph = FILE if by_register else PAPER
        return RegisterRow(PAPER, name, value, value.startswith("http"), value, graph, by_register, (int(by_register),))

    return (*(row(x, by_register=False) for x in said), *(row(x, by_register=True) for x in known))


SAME = [
    (v.DCTERMS_title, ["MOTIE VAN HET LID EERDMANS"], ["Motie van het lid Eerdmans over voorlichting"]),
    (v.DCTERMS_title, ["MOTIE VAN DE LEDEN TSEGGAI C.S."], ["Motie van het lid Tseggai c.s. over taallessen"]),
    (
        v.DCTERMS_title,
        ["GEWIJZIGDE MOTIE VAN HET LID HOLMAN TER VERVANGING VAN DIE GEDRUKT ONDER NR. 26"],
        ["Gewijzigde motie van het lid Holman over stikstof (t.v.v. 36755-26)"],
    ),
    (v.DCTERMS_title, ["MOTIE VAN DE LEDEN KOSTIĆ EN BROMET"], ["Motie van de leden Kostic en Bromet over natuur"]),
    (v.ELI_date_document, ["2025-06-26"], ["2025-06-26", "2025-06-27"]),
    (v.ELI_number, ["63"], ["63"]),
    (v.genre, [v.genre_verslag_schriftelijk_overleg], [v.genre_verslag]),
    (v.genre, [v.genre_onbekend], [v.genre_motie]),
    (v.proposer, ["https://x/a", "https://x/b"], ["https://x/a"]),
    (v.proposer, ["https://x/a"], ["https://x/a", "https://x/b"]),
    (v.statedStatus, ["aangenomen"], ["aangehouden", "aangenomen"]),
    (v.RDFS_label, ["zus"], ["zo"]),
]
OTHER = [
    (v.DCTERMS_title, ["MOTIE VAN HET LID KNUL"], ["Motie van het lid Krul over kwaliteit"], v.discrepancy_titel),
    (v.DCTERMS_title, ["MOTIE VAN HET LID HOLMAN"], ["Gewijzigde motie"], v.discrepancy_titel),
    (v.ELI_date_document, ["2025-06-26"], ["2025-06-27"], v.discrepancy_datum),
    (v.submittedOn, ["2025-06-26"], ["2025-06-27"], v.discrepancy_datum),
    (v.ELI_number, ["63"], ["64"], v.discrepancy_nummer),
    (v.DCTERMS_isPartOf, ["https://x/1"], ["https://x/2"], v.discrepancy_dossier),
    (v.chamber, ["https://x/1"], ["https://x/2"], v.discrepancy_kamer),
    (v.sessionYear, ["2024-2025"], ["2025-2026"], v.discrepancy_sessie),
    (v.genre, [v.genre_motie], [v.genre_amendement], v.discrepancy_soort),
    (v.genre, [v.genre_motie], [v.genre_brief], v.discrepancy_soort),
    (v.proposer, ["https://x/a", "https://x/b"], ["https://x/a", "https://x/c"], v.discrepancy_indiener),
    (v.statedStatus, ["aangenomen"], ["verworpen"], v.discrepancy_stemuitslag),
]


@pytest.mark.parametrize(("name", "said", "known"), SAME)
def test_what_is_no_difference(name: str, said: list[str], known: list[str]) -> None:
    assert list(differences(rows(name, said, known))) == []


@pytest.mark.parametrize(("name", "said", "known", "kind"), OTHER)
def test_what_is_a_difference(name: str, said: list[str], known: list[str], kind: str) -> None:
    found = list(differences(rows(name, said, known)))
    assert [d.kind for d in found] == [kind]
    assert found[0].places == (0, 1)


def test_a_register_alone_contradicts_nothing() -> None:
    assert list(differences(rows(v.ELI_number, [], ["64"]))) == []
